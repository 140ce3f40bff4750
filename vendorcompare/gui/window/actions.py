"""Everything that can be done from a menu, as data.

Menus, shortcuts, the list of shortcuts in the help and the enabling of commands are all
made from one table, so that no command can be missing from one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from vendorcompare.gui.look import icons
from vendorcompare.i18n import N_, _

Keys = QKeySequence.StandardKey


class Needs(Enum):
    """What must be there for a command to make sense."""

    NOTHING = auto()
    DOCUMENT = auto()
    WRITABLE = auto()
    UNDO = auto()
    REDO = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """Describe one command: its words, its icon, its keys and what it needs."""

    id: str
    label: str
    icon: str = ""
    keys: Keys | str = ""
    needs: Needs = Needs.NOTHING


SEPARATOR: Final = "-"

ACTIONS: Final[tuple[ActionSpec, ...]] = (
    ActionSpec("file.new", N_("&New..."), "new", Keys.New),
    ActionSpec("file.open", N_("&Open..."), "open", Keys.Open),
    ActionSpec("file.sample", N_("Open the &sample"), "sample"),
    ActionSpec("file.save", N_("&Save"), "save", Keys.Save, Needs.DOCUMENT),
    ActionSpec("file.save_as", N_("Save &as..."), "save-as", "Ctrl+Shift+S", Needs.DOCUMENT),
    ActionSpec("file.save_copy", N_("Save a &copy..."), "duplicate", "", Needs.DOCUMENT),
    ActionSpec("file.backups", N_("Earlier &versions..."), "recent", "", Needs.DOCUMENT),
    ActionSpec("file.import", N_("&Import..."), "import", "Ctrl+I", Needs.WRITABLE),
    ActionSpec("file.export", N_("&Export..."), "export", "Ctrl+Shift+E", Needs.DOCUMENT),
    ActionSpec("file.print", N_("&Print..."), "print", Keys.Print, Needs.DOCUMENT),
    ActionSpec("file.close", N_("&Close"), "close", "Ctrl+W", Needs.DOCUMENT),
    ActionSpec("file.quit", N_("&Quit"), "", "Ctrl+Q"),
    ActionSpec("edit.undo", N_("&Undo"), "undo", Keys.Undo, Needs.UNDO),
    ActionSpec("edit.redo", N_("&Redo"), "redo", Keys.Redo, Needs.REDO),
    ActionSpec("view.language", N_("&Language: 中文 / English"), "language", "Ctrl+Shift+L"),
    ActionSpec("view.rail", N_("&Fold the navigation"), "", "F9"),
    ActionSpec("view.preferences", N_("&Preferences..."), "settings", "Ctrl+,"),
    ActionSpec("help.keys", N_("&Keyboard shortcuts"), "help", "F1"),
    ActionSpec("help.log", N_("Save &diagnostic report..."), "export"),
    ActionSpec("help.about", N_("&About VendorCompare"), "info"),
)

MENUS: Final[Mapping[str, tuple[str, ...]]] = {
    "file": (
        "file.new", "file.open", "file.recent", "file.sample", SEPARATOR,
        "file.save", "file.save_as", "file.save_copy", "file.backups", SEPARATOR,
        "file.import", "file.export", "file.print", SEPARATOR,
        "file.close", "file.quit",
    ),
    "edit": ("edit.undo", "edit.redo"),
    "view": ("view.pages", SEPARATOR, "view.rail", "view.language", "view.preferences"),
    "help": ("help.keys", "help.log", "help.about"),
}  # fmt: skip


class Actions(QObject):
    """Make the commands and their menus, and keep their words and their enabling right."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {spec.id: self._made(spec) for spec in ACTIONS}
        self.retranslate()

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def connect_all(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Give every command what it does; KeyError if one has nothing to do."""
        for id, action in self._actions.items():
            action.triggered.connect(lambda _checked=False, do=handlers[id]: do())

    def fill(self, menus: Mapping[str, QMenu], submenus: Mapping[str, QMenu]) -> None:
        """Fill menus; `submenus` stand in the table under the ids they are given by."""
        for key, ids in MENUS.items():
            menu = menus[key]
            for id in ids:
                if id == SEPARATOR:
                    menu.addSeparator()
                elif id in submenus:
                    menu.addMenu(submenus[id])
                else:
                    menu.addAction(self._actions[id])

    def enable(self, present: frozenset[Needs]) -> None:
        """Enable the commands whose needs are met."""
        for spec in ACTIONS:
            self._actions[spec.id].setEnabled(spec.needs in present | {Needs.NOTHING})

    def retranslate(self) -> None:
        """Give all commands their words in the language of the interface."""
        for spec in ACTIONS:
            self._actions[spec.id].setText(_(spec.label))

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(self.parent())
        action.setObjectName(spec.id)
        if spec.icon:
            action.setIcon(icons.icon(spec.icon))
        action.setShortcut(QKeySequence(spec.keys))
        return action
