"""The rail, the notices, the empty page, and what shows text literally."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from vendorcompare.gui.look import plain, theme
from vendorcompare.gui.look.empty_state import EmptyState
from vendorcompare.gui.notices.message_box import message_box
from vendorcompare.gui.notices.notice_bar import NoticeAction, NoticeBar
from vendorcompare.gui.window.rail import Rail, RailEntry
from vendorcompare.gui.window.rail_button import RailButton

ENTRIES = (
    RailEntry("overview", "Overview", "overview"),
    RailEntry("scores", "Scores", "scores", starts_group=True),
    RailEntry("report", "Report", "report"),
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def rail(qtbot: QtBot, qapp: QApplication) -> Rail:
    theme.apply_theme(qapp, "light")
    made = Rail(ENTRIES)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def button(rail: Rail, word: str) -> RailButton:
    return next(b for b in rail.findChildren(RailButton) if b.accessibleName() == word)


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def the_button(widget: QWidget) -> QPushButton:
    found = widget.findChild(QPushButton)
    assert isinstance(found, QPushButton)
    return found


def test_a_click_chooses_a_page(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.page_chosen) as chosen:
        QTest.mouseClick(button(rail, "Report"), LEFT)
    assert chosen.args == ["report"]
    checked = [word for word in ("Overview", "Scores", "Report") if button(rail, word).isChecked()]
    assert checked == ["Report"]


def test_arrows_walk_through_the_pages(rail: Rail, qtbot: QtBot) -> None:
    chosen: list[str] = []
    rail.page_chosen.connect(chosen.append)
    button(rail, "Overview").setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(key)
    assert chosen == ["scores", "report", "overview", "report"]
    assert QApplication.focusWidget() is button(rail, "Report")


def test_a_page_set_by_the_program_is_not_announced(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rail.page_chosen):
        rail.set_page("scores")
        QTest.mouseClick(button(rail, "Scores"), LEFT)
    assert rail.page() == "scores"


def test_folding_keeps_the_names_for_readers(rail: Rail, qtbot: QtBot) -> None:
    wide = rail.width()
    with qtbot.waitSignal(rail.folded_changed) as folded:
        QTest.mouseClick(button(rail, "Hide names"), LEFT)
    assert folded.args == [True]
    assert rail.width() < wide / 2
    assert button(rail, "Scores").toolTip() == "Scores"
    QTest.mouseClick(button(rail, "Show names"), LEFT)
    assert rail.width() == wide


def test_choosing_does_not_move_anything(rail: Rail, qtbot: QtBot) -> None:
    before = [b.geometry() for b in rail.findChildren(RailButton)]
    QTest.mouseClick(button(rail, "Report"), LEFT)
    assert [b.geometry() for b in rail.findChildren(RailButton)] == before


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


def test_a_notice_offers_to_undo(bar: NoticeBar, qtbot: QtBot) -> None:
    undone: list[bool] = []
    bar.show_notice("Vendor removed", [NoticeAction("Undo R&D", lambda: undone.append(True))])
    assert bar.isVisible()
    undo = next(b for b in bar.findChildren(QPushButton) if b.accessibleName() == "Undo R&D")
    assert undo.text() == "Undo R&&D"
    with qtbot.waitSignal(bar.dismissed):
        QTest.mouseClick(undo, LEFT)
    assert undone == [True]
    assert not bar.isVisible()


def test_an_action_may_bring_the_next_notice(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice("Removed", [NoticeAction("Undo", lambda: bar.show_notice("Restored"))])
    QTest.mouseClick(the_button(bar), LEFT)
    assert bar.text() == "Restored"
    assert bar.isVisible()


def test_a_notice_is_text_and_has_a_name(bar: NoticeBar) -> None:
    bar.show_notice("<b>Acme</b> removed", kind="warning")
    assert bar.accessibleName() == "<b>Acme</b> removed"
    assert all(p.textFormat() == Qt.TextFormat.PlainText for p in bar.findChildren(QLabel))


def test_a_notice_goes_by_itself_only_when_asked(qtbot: QtBot) -> None:
    bar = NoticeBar()
    page, field = QWidget(), QLineEdit()  # somebody works beside it, and the mouse is elsewhere
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setContentsMargins(50, 50, 50, 50)
    column.addWidget(bar)
    column.addWidget(field)
    page.show()
    field.setFocus()
    bar.show_notice("Saved", kind="good", seconds=0.05)
    with qtbot.waitSignal(bar.dismissed):
        pass
    bar.show_notice("Removed")
    qtbot.wait(80)
    assert bar.isVisible()


def test_a_notice_offers_two_actions_at_most(bar: NoticeBar) -> None:
    actions = [NoticeAction(str(i), lambda: None) for i in range(3)]
    with pytest.raises(ValueError, match="at most two"):
        bar.show_notice("Removed", actions)


def test_an_empty_page_has_one_next_step(qtbot: QtBot) -> None:
    page = EmptyState("compare", "Who is best?", "Score two vendors first.", "Go to scores")
    qtbot.addWidget(page)
    page.show()
    assert page.accessibleName() == "Who is best?"
    with qtbot.waitSignal(page.action_requested):
        QTest.mouseClick(the_button(page), LEFT)


def test_an_empty_page_follows_the_language(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = EmptyState("compare", "Who is best?", "Score two vendors first.")
    qtbot.addWidget(page)
    monkeypatch.setattr("vendorcompare.gui.look.empty_state._", lambda text: f"中 {text}")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.accessibleName() == "中 Who is best?"
    assert not the_button(page).isVisibleTo(page)


@pytest.mark.parametrize("hostile", ["<img src='/etc/passwd'>", "<b>R&D</b>", "a < b & c"])
def test_text_of_users_is_never_markup(qtbot: QtBot, hostile: str) -> None:
    label = plain.label(hostile)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "<img" not in plain.tool_tip(hostile)
    box = message_box(None, QMessageBox.Icon.Warning, hostile, hint=hostile)
    qtbot.addWidget(box)
    shown = [part for part in box.findChildren(QLabel) if part.text() == hostile]
    assert len(shown) == 2
    assert all(part.textFormat() == Qt.TextFormat.PlainText for part in shown)
    assert plain.no_mnemonic("R&D") == "R&&D"


def test_the_first_window_waits_for_nothing_heavy() -> None:
    """What is drawn first needs Qt only; the rest is loaded while the user looks."""
    script = (
        "import sys; from vendorcompare.gui import jobs, translator\n"
        "from vendorcompare.gui.look import empty_state, icons, theme\n"
        "from vendorcompare.gui.notices import notice_bar\n"
        "from vendorcompare.gui.window import rail\n"
        "heavy = {'numpy', 'pyqtgraph', 'sqlalchemy', 'reportlab', 'pypdfium2', 'alembic'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
