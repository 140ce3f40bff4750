"""The score grid, used as a spreadsheet is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.gui.pages.scores.desk import CTRL, SHIFT, Desk
from vendorcompare.core.scores import Score, State
from vendorcompare.document.edits import vendors

Key = Qt.Key


def test_the_model_keeps_the_rules_of_qt(desk: Desk) -> None:
    tester = QAbstractItemModelTester(
        desk.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    desk.type("4")
    desk.document.undo()
    vendors.add_vendor(desk.document, "D")
    assert tester.model() is desk.page.model


def test_typing_and_enter_go_down_over_the_heading(desk: Desk) -> None:
    for entry in ("4", "5", "2"):
        desk.type(entry)
    assert [desk.value(key, 0) for key in ("r1", "r2", "t")] == [4, 5, 2]
    assert desk.here() == ("b", 0)
    desk.key(Key.Key_Return, SHIFT)
    assert desk.here() == ("t", 0)


def test_tab_goes_right_and_on_to_the_next_row(desk: Desk) -> None:
    for entry in ("1", "2", "3"):
        desk.type(entry, Key.Key_Tab)
    assert [desk.value("r1", vendor) for vendor in range(3)] == [1, 2, 3]
    assert desk.here() == ("r2", 0)
    desk.key(Key.Key_Backtab, SHIFT)
    assert desk.here() == ("r1", 2)


def test_escape_gives_the_entry_up(desk: Desk) -> None:
    desk.type("4")
    desk.go("r1", 0)
    desk.type("5", Key.Key_Escape)
    assert desk.value("r1", 0) == 4
    assert desk.grid.editor() is None


def test_f2_edits_what_is_there_and_arrows_stay_in_it(desk: Desk) -> None:
    desk.type("4")
    desk.go("r1", 0)
    desk.key(Key.Key_F2)
    editor = desk.grid.editor()
    assert editor is not None
    assert editor.text() == "4"
    desk.key(Key.Key_End)
    desk.key(Key.Key_Left)
    assert desk.grid.editor() is editor


def test_arrows_end_an_entry_that_was_begun_by_typing(desk: Desk) -> None:
    desk.type("4", Key.Key_Right)
    assert desk.value("r1", 0) == 4
    assert desk.here() == ("r1", 1)


def test_junk_stays_in_the_editor_with_a_sentence_by_the_cell(desk: Desk) -> None:
    desk.type("4")
    desk.go("r1", 0)
    desk.type("9")
    assert desk.value("r1", 0) == 4
    assert "outside 1 to 5" in desk.grid.hint.text()
    editor = desk.grid.editor()
    assert editor is not None
    assert editor.text() == "9"
    desk.type("3")
    assert desk.value("r1", 0) == 3
    assert desk.grid.hint.text() == ""


def test_junk_is_still_told_when_the_focus_goes(desk: Desk) -> None:
    desk.type("x", None)
    desk.page._form.search.setFocus()
    assert desk.grid.editor() is None
    assert '"x" is not a rating' in desk.grid.hint.text()
    assert desk.score("r1", 0) == Score()


def test_what_is_being_typed_is_kept_before_saving(desk: Desk) -> None:
    desk.type("5", None)
    desk.workspace.settle()
    assert desk.value("r1", 0) == 5
    assert desk.grid.editor() is None


def test_a_composition_begins_in_the_editor_and_loses_nothing(desk: Desk) -> None:
    desk.go("b", 0)
    QApplication.sendEvent(desk.grid, QInputMethodEvent("shi", []))
    editor = desk.grid.editor()
    assert editor is not None
    assert editor.quick
    committed = QInputMethodEvent("", [])
    committed.setCommitString("是")
    QApplication.sendEvent(QApplication.focusWidget() or desk.grid, committed)
    assert editor.text() == "是"
    QTest.keyClick(editor, Key.Key_Return)
    assert desk.value("b", 0) == 1


def test_full_width_digits_are_digits(desk: Desk) -> None:
    desk.go("t", 0)
    committed = QInputMethodEvent("", [])
    committed.setCommitString("２。５")
    QApplication.sendEvent(desk.grid, committed)
    desk.settle()
    desk.workspace.settle()
    assert desk.value("t", 0) == 2.5


def test_space_wipes_nothing_out(desk: Desk) -> None:
    desk.type("4")
    desk.go("r1", 0)
    desk.key(Key.Key_Space)
    assert desk.grid.editor() is None
    assert desk.value("r1", 0) == 4


def test_delete_clears_the_block_in_one_step(desk: Desk) -> None:
    desk.paste("1\t2\n3\t4\n")
    desk.go("r1", 0)
    desk.go("r2", 1, extend=True)
    desk.key(Key.Key_Delete)
    assert desk.score("r1", 0) == desk.score("r2", 1) == Score()
    desk.document.undo()
    assert desk.value("r2", 1) == 4


def test_a_block_is_pasted_over_the_heading(desk: Desk) -> None:
    desk.go("t", 0)
    desk.paste("1h30\t90 min\r\n是\tno\r\n85%\t７０\r\n")
    assert [desk.value("t", v) for v in (0, 1)] == [1.5, 1.5]
    assert [desk.value("b", v) for v in (0, 1)] == [1, 0]
    assert [desk.value("p", v) for v in (0, 1)] == [85, 70]
    assert desk.notice() == ""
    desk.document.undo()
    assert desk.score("p", 1) == Score()
    assert not desk.document.history.can_undo


def test_one_cell_is_pasted_to_many(desk: Desk) -> None:
    desk.go("r2", 2, extend=True)
    desk.paste("3")
    assert [desk.value(c, v) for c in ("r1", "r2") for v in range(3)] == [3] * 6


def test_bad_cells_are_listed_and_good_ones_pasted(desk: Desk) -> None:
    desk.paste("4\t9\tN/A\n\tfive\t2\n")
    assert desk.value("r1", 0) == 4
    assert desk.score("r1", 1) == Score()
    assert desk.score("r1", 2).state is State.NOT_APPLICABLE
    assert desk.value("r2", 2) == 2
    assert "2 cells were not understood" in desk.notice()
    listed = desk.page._form.refusals.refusals()
    assert [each.place for each in listed] == ["B & Sons / Courtesy", "B & Sons / Clarity"]
    assert listed[0].reason.startswith("9 is outside 1 to 5.")
    assert listed[1].reason.startswith('"five" is not a rating.')
    desk.document.undo()
    assert desk.score("r2", 2) == Score()


def test_a_block_that_reaches_beyond_is_cut_and_said_so(desk: Desk) -> None:
    desk.go("p", 2)
    desk.paste("10\t20\n30\t40\n")
    assert desk.value("p", 2) == 10
    assert "beyond the grid" in desk.notice()


def test_cut_and_copy_give_what_spreadsheets_read(desk: Desk) -> None:
    desk.paste("4\t5\n3\tN/A\n")
    desk.go("r1", 0)
    desk.go("r2", 1, extend=True)
    desk.key(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "4\t5\n3\tN/A\n"
    desk.key(Key.Key_X, CTRL)
    assert desk.score("r1", 0) == Score()
    desk.go("r1", 1)
    desk.key(Key.Key_V, CTRL)
    assert desk.value("r2", 1) == 3


def test_fill_down_and_right(desk: Desk) -> None:
    desk.type("4", Key.Key_Up)
    desk.go("r1", 0)
    desk.go("t", 0, extend=True)
    desk.key(Key.Key_D, CTRL)
    assert [desk.value(c, 0) for c in ("r1", "r2", "t")] == [4, 4, 4]
    desk.go("r1", 0)
    desk.go("r2", 2, extend=True)
    desk.key(Key.Key_R, CTRL)
    assert desk.value("r2", 2) == 4
    desk.go("t", 1)
    desk.key(Key.Key_D, CTRL)  # one cell is filled from the cell above
    assert desk.value("t", 1) == 4


@pytest.mark.parametrize(
    ("key", "held", "place"),
    [
        (Key.Key_End, Qt.KeyboardModifier.NoModifier, ("r2", 2)),
        (Key.Key_Home, Qt.KeyboardModifier.NoModifier, ("r2", 0)),
        (Key.Key_Home, CTRL, ("r1", 0)),
        (Key.Key_End, CTRL, ("p", 2)),
        (Key.Key_Down, CTRL, ("p", 1)),
        (Key.Key_Up, CTRL, ("r1", 1)),
        (Key.Key_Left, CTRL, ("r2", 0)),
        (Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, ("p", 1)),
        (Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, ("r1", 1)),
        (Key.Key_Down, Qt.KeyboardModifier.NoModifier, ("t", 1)),
    ],
)
def test_keys_move(
    desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier, place: tuple[str, int]
) -> None:
    desk.go("r2", 1)
    desk.key(key, held)
    assert desk.here() == place


def test_control_and_an_arrow_stop_at_the_edge_of_what_is_filled(desk: Desk) -> None:
    desk.paste("1\n2\n")
    desk.key(Key.Key_Down, CTRL)
    assert desk.here() == ("r2", 0)


def test_shift_selects_a_block(desk: Desk) -> None:
    desk.key(Key.Key_Down, SHIFT)
    desk.key(Key.Key_Right, SHIFT)
    assert desk.grid.block() == (1, 0, 2, 1)


def test_control_and_tab_leave_the_grid(desk: Desk) -> None:
    desk.key(Key.Key_Tab, CTRL)
    assert not desk.grid.hasFocus()


def test_a_table_with_heads_goes_where_they_say(desk: Desk) -> None:
    desk.go("p", 2)
    desk.paste("\tB & Sons\tAcme\nClarity\t2\t3\nCourtesy\t4\t5\n")
    assert [desk.value("r1", v) for v in range(3)] == [5, 4, None]
    assert [desk.value("r2", v) for v in range(3)] == [3, 2, None]
    assert desk.value("p", 2) is None


def test_heads_of_somebody_else_shift_nothing(desk: Desk) -> None:
    desk.paste("4\t5\n")
    desk.paste("\tBeta\tGamma\nManners\t1\t2\nPatience\t3\t4\n")
    assert [desk.value("r1", v) for v in range(3)] == [4, 5, None]
    assert "Nothing was pasted" in (desk.problems[0].hint or "")


def test_copied_with_its_heads_a_block_comes_back(desk: Desk) -> None:
    desk.paste("4\t5\n3\t2\n")
    desk.go("r1", 0)
    desk.go("r2", 1, extend=True)
    desk.key(Key.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert copied == "\tAcme\tB & Sons\nCourtesy\t4\t5\nClarity\t3\t2\n"
    desk.document.undo()
    desk.go("p", 2)
    desk.key(Key.Key_V, CTRL)
    assert [desk.value(c, v) for c in ("r1", "r2") for v in range(2)] == [4, 5, 3, 2]


def test_everything_is_selected_and_cleared(desk: Desk) -> None:
    desk.paste("4\t5\n")
    desk.key(Key.Key_A, CTRL)
    desk.key(Key.Key_Delete)
    assert not desk.document.assessment.scores.states.any()


def test_the_first_heading_is_seen_from_the_first_row(desk: Desk) -> None:
    desk.page.resize(700, 240)
    desk.go("p", 2)
    assert desk.grid.verticalScrollBar().value() > 0
    desk.key(Key.Key_Home, CTRL)
    assert desk.here() == ("r1", 0)
    assert desk.grid.verticalScrollBar().value() == 0


def test_a_composition_stays_in_its_cell(desk: Desk) -> None:
    QApplication.sendEvent(desk.grid, QInputMethodEvent("wu", []))
    other = desk.page.model.index_of(desk.vendors[1], "r1")
    place = desk.grid.visualRect(other).center()
    QTest.mouseClick(desk.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.here() == ("r1", 1)
    late = QInputMethodEvent("", [])
    late.setCommitString("5")
    QApplication.sendEvent(desk.grid, late)
    desk.workspace.settle()
    assert [desk.value("r1", v) for v in range(3)] == [None] * 3
    assert desk.grid.editor() is None
    desk.bot.wait(250)
    QApplication.sendEvent(desk.grid, QInputMethodEvent("w", []))
    now = QInputMethodEvent("", [])
    now.setCommitString("4")
    QApplication.sendEvent(QApplication.focusWidget() or desk.grid, now)
    desk.workspace.settle()
    assert [desk.value("r1", v) for v in range(3)] == [None, 4, None]


def test_a_composition_is_over_before_saving(desk: Desk) -> None:
    QApplication.sendEvent(desk.grid, QInputMethodEvent("wu", []))
    desk.workspace.settle()
    assert desk.grid.editor() is None
    assert desk.value("r1", 0) is None


def test_an_ambiguous_entry_asks_which_is_meant(desk: Desk) -> None:
    desk.go("p", 0)
    desk.type("0.9")
    assert desk.score("p", 0) == Score()
    offers = {b.text(): b for b in desk.grid.hint.findChildren(QPushButton) if b.isVisible()}
    assert set(offers) == {"0.9%", "90%"}
    QTest.mouseClick(offers["90%"], Qt.MouseButton.LeftButton)
    assert desk.value("p", 0) == 90
    assert desk.grid.editor() is None
