"""The commands of the window as actions, and the menus they stand in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from vendorcompare.gui.commands import (
    MENUS,
    SEPARATOR,
    Needs,
    Scope,
    action_of,
    commands,
    name_all,
)


class Actions(QObject):
    """Make the commands and their menus, and keep their words and their enabling right."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {c.id: action_of(c, parent) for c in commands(Scope.WINDOW)}
        self.retranslate()

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def connect_all(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Give every command what it does; KeyError if one has nothing to do."""
        for id, action in self._actions.items():
            action.triggered.connect(lambda _checked=False, do=handlers[id]: do())

    def fill(self, menus: Mapping[str, QMenu], submenus: Mapping[str, QMenu]) -> None:
        """Fill menus; `submenus` stand in the table under the ids they are given by."""
        for key, menu in menus.items():
            for id in MENUS[key]:
                if id == SEPARATOR:
                    menu.addSeparator()
                elif id in submenus:
                    menu.addMenu(submenus[id])
                else:
                    menu.addAction(self._actions[id])

    def enable(self, present: frozenset[Needs]) -> None:
        """Enable the commands whose needs are met."""
        for command in commands(Scope.WINDOW):
            self._actions[command.id].setEnabled(command.needs in present | {Needs.NOTHING})

    def retranslate(self) -> None:
        """Give all commands their words in the language of the interface."""
        name_all(self._actions.values())
