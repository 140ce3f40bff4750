"""Undo in a note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest

from tests.gui.pages.scores.desk import Desk

CTRL = Qt.KeyboardModifier.ControlModifier


def test_undo_in_a_note_without_entries_undoes_the_last_step(desk: Desk) -> None:
    undo = QAction(desk.page)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    undo.triggered.connect(desk.workspace.undo)
    desk.page.addAction(undo)
    desk.type("4")
    note = desk.page.panel._form.note
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Z, CTRL)
    assert desk.value("r1", 0) is None
    desk.grid.setFocus()
    desk.go("r1", 0)
    desk.type("5")
    note.setFocus()
    QTest.keyClicks(note, "fast")
    QTest.keyClick(note, Qt.Key.Key_Z, CTRL)
    assert note.toPlainText() == ""
    assert desk.value("r1", 0) == 5
