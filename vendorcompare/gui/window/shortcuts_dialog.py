"""The list of the shortcuts, made from the table of commands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidgetItem, QWidget

from vendorcompare.gui.commands import COMMANDS, Command, Scope
from vendorcompare.gui.forms.ui_shortcuts import Ui_ShortcutsDialog
from vendorcompare.gui.pages import PAGES
from vendorcompare.i18n import _

Keys = QKeySequence.SequenceFormat.NativeText


class ShortcutsDialog(QDialog):
    """Show what can be done by keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_ShortcutsDialog()
        self._form.setupUi(self)
        keys = self._form.keys
        keys.setStyleSheet("QTreeView::item { padding: 2px 5px; }")  # begins below its head
        keys.setHeaderLabels([_("Command"), _("Keys")])
        for scope in Scope:
            heading = QTreeWidgetItem([_(scope.value), ""])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = keys.font()
            font.setBold(True)
            heading.setFont(0, font)
            heading.setData(1, Qt.ItemDataRole.AccessibleTextRole, _(scope.value))
            keys.addTopLevelItem(heading)
            for words, sequence in shortcuts(scope):
                heading.addChild(QTreeWidgetItem([words, sequence]))
        keys.expandAll()
        keys.header().setStretchLastSection(False)
        keys.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        keys.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)


def shortcuts(scope: Scope) -> Iterator[tuple[str, str]]:
    """Give every shortcut of a scope with what it does, in the language of the interface."""
    if scope is Scope.WINDOW:
        for number, page in enumerate(PAGES, 1):
            words = _("Go to {page}").format(page=_(page.title))
            yield words, QKeySequence(f"Ctrl+{number}").toString(Keys)
    for command in COMMANDS:
        if command.scope is scope and command.keys:
            yield _plain(_(command.label)), _(", ").join(_shown(command))


def _shown(command: Command) -> Iterator[str]:
    for keys in command.keys:
        if command.by_widget and isinstance(keys, str):
            yield keys  # as it stands: arrows and pairs of keys are no key sequence
        else:
            yield QKeySequence(keys).toString(Keys)


def _plain(label: str) -> str:
    """Return the words of a menu entry without its shortcut letter and its dots."""
    return re.sub(r"\(&\w\)", "", label).replace("&", "").rstrip("….")
