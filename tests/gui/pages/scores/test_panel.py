"""What the score grid shows, its panel, its evaluators, its rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.pages.scores.desk import ALT, CTRL, SHIFT, Desk
from vendorcompare.core.scores import Cell, Evidence, Score, State
from vendorcompare.document.document import Document
from vendorcompare.document.edits import scores as edits
from vendorcompare.document.edits import vendors
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.grid.look import Marks, Tone
from vendorcompare.gui.look import theme
from vendorcompare.gui.pages.scores.page import ScoresPage
from vendorcompare.gui.pages.scores.score_looks import Voice, Who

Key = Qt.Key


def test_blank_not_applicable_and_zero_look_different(desk: Desk) -> None:
    desk.go("p", 0)
    desk.paste("0\tN/A\t\n")
    row = desk.grid.currentIndex().row()
    looks = desk.page.model.looks(row)
    assert [look.tone for look in looks] == [Tone.FIGURE, Tone.EXCUSED, Tone.BLANK]
    assert [look.text for look in looks] == ["0", "N/A", ""]


def test_evidence_note_and_must_have_are_marked(desk: Desk) -> None:
    desk.go("t", 0)
    desk.type("12", Key.Key_Up)
    desk.go("t", 0)
    desk.key(Key.Key_3, ALT)
    assert desk.score("t", 0).evidence is Evidence.TESTED
    edits.set_note(desk.document, Cell("", desk.vendors[0], "t"), "called five times")
    look = desk.page.model.looks(desk.grid.currentIndex().row())[0]
    assert look.marks == Evidence.TESTED | Marks.NOTE | Marks.FAILED
    spoken = desk.page.model.data(desk.grid.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "12 h, Tested, fails the must-have\ncalled five times"
    desk.key(Key.Key_3, ALT)
    assert desk.score("t", 0).evidence is Evidence.NONE


def test_evidence_without_a_score_says_why_not(desk: Desk) -> None:
    desk.key(Key.Key_1, ALT)
    assert "no score yet" in desk.problems[0].message


def test_not_applicable_by_keys_and_back(desk: Desk) -> None:
    desk.key(Key.Key_N, CTRL | SHIFT)
    assert desk.score("r1", 0).state is State.NOT_APPLICABLE
    desk.key(Key.Key_N, CTRL | SHIFT)
    assert desk.score("r1", 0).state is State.UNKNOWN


def test_a_typed_score_touches_one_cell_and_its_dimension(desk: Desk) -> None:
    desk.grid.viewport().grab()
    changed: list[tuple[int, int, int, int]] = []
    resets: list[bool] = []
    desk.page.model.dataChanged.connect(
        lambda a, b: changed.append((a.row(), a.column(), b.row(), b.column()))
    )
    desk.page.model.modelReset.connect(lambda: resets.append(True))
    desk.type("4", None)
    desk.key(Key.Key_Return)
    desk.bot.waitUntil(lambda: len(changed) == 2)
    assert changed == [(1, 0, 1, 0), (0, 0, 0, 0)]
    assert not resets


def test_a_vendor_added_elsewhere_gets_a_column(desk: Desk) -> None:
    desk.go("r2", 1)
    vendors.add_vendor(desk.document, "D")
    assert desk.page.model.columnCount() == 4
    assert desk.here() == ("r2", 1)


def test_anchors_in_the_panel_give_scores(desk: Desk) -> None:
    desk.settle()
    anchors = desk.page.panel._form.anchors
    assert anchors.button(4.0).accessibleName() == "4 earns 4"
    anchors.button(4.0).click()
    assert desk.value("r1", 0) == 4
    desk.settle()
    assert anchors.button(4.0).isChecked()
    assert desk.page.panel._form.worth.text() == "4 → 75.0 of 100 points"
    desk.page.panel._form.tested.click()
    assert desk.score("r1", 0).evidence is Evidence.TESTED


def test_the_panel_says_what_figures_are_worth(desk: Desk) -> None:
    desk.go("t", 0)
    desk.type("3", Key.Key_Up)
    desk.go("t", 0)
    desk.settle()
    form = desk.page.panel._form
    assert form.must_have.text() == "Must be at most 10 h."
    assert form.worth.text() == "3 h → 75.0 of 100 points"
    assert form.vendor.text() == "Acme"


def test_notes_are_kept_while_typing_and_merge(desk: Desk) -> None:
    desk.settle()
    note = desk.page.panel._form.note
    long = "字" * 40_000
    note.setPlainText("a")
    desk.page.panel.keep_note()
    note.setPlainText(long)
    desk.go("r2", 0)
    desk.settle()
    assert desk.score("r1", 0).note == long
    assert note.toPlainText() == ""
    desk.document.undo()
    assert desk.score("r1", 0).note == ""


def test_a_file_is_attached_saved_and_removed(desk: Desk, tmp_path: Path) -> None:
    desk.settle()
    file = tmp_path / "log.txt"
    file.write_bytes(b"09:00 called")
    files = desk.page.panel._form.files
    files.attach(file)
    desk.settle()
    assert files.names() == ["log.txt"]
    assert desk.page.model.looks(1)[0].marks & Marks.FILE
    (attachment,) = desk.document.assessment.attachments
    files.save_to(attachment, tmp_path / "copy.txt")
    assert (tmp_path / "copy.txt").read_bytes() == b"09:00 called"
    files.remove(attachment)
    desk.settle()
    assert files.names() == []


def _name(desk: Desk, name: str) -> None:
    field = desk.page._form.chooser._name
    assert field.isVisible()
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Key.Key_Return)


def test_who_scores_is_asked_once_and_scores_apart(desk: Desk) -> None:
    chooser = desk.page._form.chooser
    desk.type("4")
    _name(desk, "Wang")
    assert not chooser._name.isVisible()
    wang = desk.document.assessment.evaluators[-1]
    assert wang.name == "Wang"
    assert desk.score("r1", 0, wang.key).value == 4, "what was scored before is Wang's"
    assert desk.score("r1", 0) == Score()
    chooser.ask_new()
    _name(desk, "Li")
    li = desk.document.assessment.evaluators[-1]
    assert desk.page.model.voice == Voice(Who.ONE, li.key)
    shown = [chooser._list.itemText(i) for i in range(chooser._list.count())]
    assert shown == ["All side by side", "Agreed scores", "Wang", "Li"]
    desk.grid.setFocus()
    desk.go("r1", 0)
    desk.type("2")
    assert desk.score("r1", 0, li.key).value == 2
    chooser.delete()
    assert [each.name for each in desk.document.assessment.evaluators] == ["", "Wang"]


def test_a_second_evaluator_has_the_first_one_named(desk: Desk) -> None:
    desk.type("4")
    desk.page._form.chooser.ask_new()
    _name(desk, "Wang")
    _name(desk, "Li")
    names = [each.name for each in desk.document.assessment.evaluators]
    assert names == ["", "Wang", "Li"]
    assert not desk.document.assessment.scores.states[0].any()
    desk.document.undo()
    desk.document.undo()
    assert desk.value("r1", 0) == 4


def test_yes_and_no_are_counted_where_they_differ(desk: Desk) -> None:
    for name, value in (("Li", 1.0), ("Wu", 1.0), ("Xu", 0.0)):
        key = vendors.add_evaluator(desk.document, name)
        cell = Cell(key, desk.vendors[0], "b")
        edits.set_score(desk.document, cell, Score(value, State.SCORED))
    row = desk.page.model.index_of(desk.vendors[0], "b").row()
    desk.page.show_voice(Voice(Who.ALL))
    look = desk.page.model.looks(row)[0]
    assert look.text == "2 yes, 1 no"
    assert look.marks & Marks.DIVIDED
    desk.page.show_voice(Voice(Who.AGREED))
    assert desk.page.model.looks(row)[0].aside == "2 yes, 1 no"


def test_another_document_begins_with_who_scored_it(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    application.window.show_page("scores")
    page = application.window.findChild(ScoresPage)
    assert isinstance(page, ScoresPage)
    assert page.model.voice == Voice()
    application.documents.open_sample()
    assert page.model.voice == Voice(Who.ONE, "owner")


def test_side_by_side_no_name_of_an_evaluator_is_cut(desk: Desk) -> None:
    long = "林静（负责人）Lin Jing, owner and managing director of the trading house"
    wang = vendors.add_evaluator(desk.document, long)
    vendors.add_evaluator(desk.document, "Li")
    cell = Cell(wang, desk.vendors[0], "t")
    edits.set_scores(desk.document, {cell: Score(1234.5, State.SCORED, Evidence.TESTED)})
    desk.page.show_voice(Voice(Who.ALL))
    metrics = QFontMetrics(theme.font("caption"))
    room = desk.page.grid.columnWidth(0)
    assert room >= metrics.horizontalAdvance(f"1,234.5  {long}1,234.5") + 30
    desk.page.show_voice(Voice(Who.ONE, wang))
    assert desk.page.grid.columnWidth(0) < room


def test_all_side_by_side_is_read_and_divided_is_flagged(desk: Desk) -> None:
    other = vendors.add_evaluator(desk.document, "Li")
    for evaluator, value in (("", 1.0), (other, 5.0)):
        edits.set_score(
            desk.document, Cell(evaluator, desk.vendors[0], "r1"), Score(value, State.SCORED)
        )
    desk.page.show_voice(Voice(Who.ALL))
    desk.go("r1", 0)
    look = desk.page.model.looks(1)[0]
    assert (look.text, look.aside) == ("5", "1  Without a name\n5  Li"), "nobody votes unnamed"
    third = vendors.add_evaluator(desk.document, "Wu")
    edits.set_score(desk.document, Cell(third, desk.vendors[0], "r1"), Score(1.0, State.SCORED))
    look = desk.page.model.looks(1)[0]
    assert (look.text, look.aside) == ("3", "1  Without a name\n5  Li\n1  Wu")
    assert look.marks & Marks.DIVIDED
    desk.type("4", None)
    assert desk.grid.editor() is None
    assert "only shown" in desk.problems[0].message


def test_agreed_scores_are_typed_beside_the_mean(desk: Desk) -> None:
    other = vendors.add_evaluator(desk.document, "Li")
    third = vendors.add_evaluator(desk.document, "Wu")
    for evaluator, value in ((third, 2.0), (other, 5.0)):
        edits.set_score(
            desk.document, Cell(evaluator, desk.vendors[0], "r1"), Score(value, State.SCORED)
        )
    desk.page.show_voice(Voice(Who.AGREED))
    desk.go("r1", 0)
    assert desk.page.model.looks(1)[0].aside == "mean 3.5"
    desk.type("4")
    assert desk.document.assessment.scores.agreed[0, 0] == 4
    assert desk.page.model.looks(1)[0].text == "4"
    desk.go("r1", 0)
    desk.type("N/A", Key.Key_Return)
    agreed = desk.document.assessment.agreed_score(desk.vendors[0], "r1")
    assert agreed.state is State.NOT_APPLICABLE
    assert desk.page.model.looks(1)[0].tone is Tone.EXCUSED
    desk.go("r1", 0)
    desk.key(Key.Key_N, CTRL | SHIFT)
    assert desk.document.assessment.agreed_score(desk.vendors[0], "r1") == Score()


def test_rows_are_chosen_and_searched(desk: Desk) -> None:
    desk.paste("1\t2\t3\n")
    form = desk.page._form
    assert form.progress_words.text() == "3 of 15 scored"
    form.rows.setCurrentIndex(1)
    assert desk.page.model.rowCount() == 6  # all but the finished one, and two headings
    form.rows.setCurrentIndex(2)
    assert desk.page.model.rowCount() == 4
    form.rows.setCurrentIndex(0)
    form.search.setText("acc")
    desk.page._choose_rows()
    assert desk.page.model.rowCount() == 2
    assert desk.here()[0] == "p"


def test_a_document_that_is_locked_takes_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Document, "read_only", property(lambda _self: "Somebody has it open."))
    desk.page.show_document()
    desk.go("r1", 0)
    desk.type("4", None)
    assert desk.problems[0].message == "Somebody has it open."


def test_an_empty_document_leads_on(desk: Desk) -> None:
    wanted: list[str] = []
    desk.workspace.page_wanted.connect(wanted.append)
    vendors.delete_vendors(desk.document, desk.vendors)
    assert desk.page._form.stack.currentWidget() is desk.page._empty
    desk.page._empty.action_requested.emit()
    assert wanted == ["vendors"]


def test_the_language_switches_in_place(desk: Desk) -> None:
    QApplication.sendEvent(desk.page, QEvent(QEvent.Type.LanguageChange))
    assert desk.page._form.rows.count() == 3
    assert desk.grid.currentIndex().isValid()


def test_readers_hear_rows_columns_and_cells(desk: Desk) -> None:
    model, role = desk.page.model, Qt.ItemDataRole.AccessibleTextRole
    assert model.headerData(3, Qt.Orientation.Vertical, role) == "Phone, h, must-have"
    assert model.headerData(1, Qt.Orientation.Horizontal, role) == "B & Sons"
    assert model.data(model.index(1, 0), role) == "not scored"
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    tip = model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
