"""The list of the shortcuts, made from the table of commands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidgetItem, QWidget

from vendorcompare.gui.forms.ui_shortcuts import Ui_ShortcutsDialog
from vendorcompare.gui.grid.score_actions import CELL_ACTIONS, GRID_KEYS
from vendorcompare.gui.pages import PAGES
from vendorcompare.gui.window.actions import ACTIONS
from vendorcompare.i18n import _

Keys = QKeySequence.SequenceFormat.NativeText


class ShortcutsDialog(QDialog):
    """Show what can be done by keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_ShortcutsDialog()
        self._form.setupUi(self)
        keys = self._form.keys
        keys.setHeaderLabels([_("Command"), _("Keys")])
        for words, sequence in shortcuts():
            keys.addTopLevelItem(QTreeWidgetItem([words, sequence]))
        keys.header().setStretchLastSection(False)
        keys.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        keys.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)


def shortcuts() -> Iterator[tuple[str, str]]:
    """Give every shortcut with what it does, in the language of the interface."""
    for number, page in enumerate(PAGES, 1):
        words = _("Go to {page}").format(page=_(page.title))
        yield words, QKeySequence(f"Ctrl+{number}").toString(Keys)
    for spec in ACTIONS:
        sequence = QKeySequence(spec.keys).toString(Keys)
        if sequence:
            yield _plain(_(spec.label)), sequence
    for words, sequence in _in_tables():
        yield words, sequence
    for cells in CELL_ACTIONS:
        words = _("Scores: {command}").format(command=_plain(_(cells.label)))
        yield words, _(", ").join(QKeySequence(keys).toString(Keys) for keys in cells.keys)
    for sequence, label in GRID_KEYS:
        yield _("Scores: {command}").format(command=_(label)), sequence


def _in_tables() -> tuple[tuple[str, str], ...]:
    return (
        (_("In a table: finish and go down"), QKeySequence("Enter").toString(Keys)),
        (_("In a table: finish and go right"), QKeySequence("Tab").toString(Keys)),
        (_("In a table: give up editing"), QKeySequence("Esc").toString(Keys)),
        (_("In a table: clear"), QKeySequence("Del").toString(Keys)),
        (_("In a table: copy"), QKeySequence("Ctrl+C").toString(Keys)),
        (_("In a table: paste"), QKeySequence("Ctrl+V").toString(Keys)),
        (_("Leave a table"), QKeySequence("Ctrl+Tab").toString(Keys)),
    )


def _plain(label: str) -> str:
    """Return the words of a menu entry without its shortcut letter and its dots."""
    return re.sub(r"\(&\w\)", "", label).replace("&", "").rstrip("….")
