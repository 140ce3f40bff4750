"""Everything that can be done by menu or key, in one table.

Menus, context menus, shortcuts, their enabling and the list of shortcuts in the help are all
made from it, so that no command can be missing from one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from vendorcompare.i18n import N_, _

Keys = QKeySequence.StandardKey
Key = Keys | str


class Scope(Enum):
    """Where a command is heard, with the words that head it in the help."""

    WINDOW = N_("Everywhere")
    #: Keys that all grids understand themselves, the scores included.
    GRIDS = N_("In every table like a spreadsheet")
    SCORES = N_("Scores")
    #: What can be done in every grid whose rows are records, on whatever page it stands.
    RECORD_GRIDS = N_("Tables with an entry in every row, such as fees")
    FEES = N_("Fees")
    RUBRIC = N_("Rubric")
    ANCHORS = N_("Anchors of a criterion")
    VENDORS = N_("Vendors")
    REPORT = N_("Report")
    RECENT = N_("Recent files on the start page")


class Needs(Enum):
    """What must be there for a command to make sense."""

    NOTHING = auto()
    DOCUMENT = auto()
    WRITABLE = auto()
    UNDO = auto()
    REDO = auto()
    ONE_EVALUATOR = auto()


@dataclass(frozen=True, slots=True)
class Command:
    """Describe one command: its words, where it is heard, its keys, its icon, what it needs.

    Attributes:
        by_widget: whether it is no action but a key that the widget itself understands.
    """

    id: str
    label: str
    scope: Scope = Scope.WINDOW
    keys: tuple[Key, ...] = ()
    icon: str = ""
    needs: Needs = Needs.NOTHING
    by_widget: bool = False

    @property
    def name(self) -> str:
        """The id without the part before the dot."""
        return self.id.partition(".")[2]


def _window(
    id: str, label: str, icon: str = "", needs: Needs = Needs.NOTHING, *keys: Key
) -> Command:
    return Command(id, label, Scope.WINDOW, keys, icon, needs)


def _scores(id: str, label: str, icon: str, *keys: Key, needs: Needs = Needs.WRITABLE) -> Command:
    return Command(f"scores.{id}", label, Scope.SCORES, keys, icon, needs)


def _row(scope: Scope, id: str, label: str, icon: str, *keys: Key) -> Command:
    return Command(f"{scope.name.lower()}.{id}", label, scope, keys, icon, Needs.WRITABLE)


def _key(scope: Scope, keys: str, label: str) -> Command:
    return Command(f"{scope.name.lower()}.{keys}", label, scope, (keys,), by_widget=True)


COMMANDS: Final[tuple[Command, ...]] = (
    _window("file.new", N_("&New..."), "new", Needs.NOTHING, Keys.New),
    _window("file.open", N_("&Open..."), "open", Needs.NOTHING, Keys.Open),
    _window("file.sample", N_("Open the sa&mple"), "sample"),
    _window("file.save", N_("&Save"), "save", Needs.DOCUMENT, Keys.Save),
    _window("file.save_as", N_("Save &as..."), "save-as", Needs.DOCUMENT, "Ctrl+Shift+S"),
    _window("file.save_copy", N_("Save a cop&y..."), "duplicate", Needs.DOCUMENT),
    _window("file.backups", N_("Earlier &versions..."), "recent", Needs.DOCUMENT),
    _window("file.import", N_("&Import..."), "import", Needs.WRITABLE, "Ctrl+I"),
    _window("file.export", N_("&Export..."), "export", Needs.DOCUMENT, "Ctrl+Shift+E"),
    _window("file.print", N_("&Print..."), "print", Needs.DOCUMENT, Keys.Print),
    _window("file.close", N_("&Close"), "close", Needs.DOCUMENT, "Ctrl+W"),
    _window("file.quit", N_("&Quit"), "", Needs.NOTHING, "Ctrl+Q"),
    _window("edit.undo", N_("&Undo"), "undo", Needs.UNDO, "Ctrl+Z"),
    _window("edit.redo", N_("&Redo"), "redo", Needs.REDO, "Ctrl+Shift+Z", "Ctrl+Y"),
    _window("view.language", N_("&Language: 中文 / English"), "language", Needs.NOTHING,
            "Ctrl+Shift+L"),
    _window("view.rail", N_("&Fold the navigation"), "", Needs.NOTHING, "F9"),
    _window("view.preferences", N_("&Preferences..."), "settings", Needs.NOTHING, "Ctrl+,"),
    _window("help.keys", N_("&Keyboard shortcuts"), "help", Needs.NOTHING, "F1"),
    _window("help.log", N_("Save &diagnostic report..."), "export"),
    _window("help.about", N_("&About VendorCompare"), "info"),
    _scores("cut", N_("Cu&t"), "cut", "Ctrl+X"),
    _scores("copy", N_("&Copy"), "copy", "Ctrl+C", needs=Needs.NOTHING),
    _scores("copy_heads", N_("Copy with &heads"), "", "Ctrl+Shift+C", needs=Needs.NOTHING),
    _scores("paste", N_("&Paste"), "paste", "Ctrl+V"),
    _scores("clear", N_("C&lear"), "clear", "Del", "Backspace"),
    _scores("fill_down", N_("Fill &down"), "fill-down", "Ctrl+D"),
    _scores("fill_right", N_("Fill &right"), "", "Ctrl+R"),
    _scores("excuse", N_("&Not applicable"), "", "Ctrl+Shift+N"),
    _scores("claimed", N_("Evidence: cl&aimed"), "", "Alt+1", needs=Needs.ONE_EVALUATOR),
    _scores("documented", N_("Evidence: d&ocumented"), "", "Alt+2", needs=Needs.ONE_EVALUATOR),
    _scores("tested", N_("Evidence: t&ested"), "", "Alt+3", needs=Needs.ONE_EVALUATOR),
    _scores("note", N_("&Write a note"), "note", "Ctrl+Shift+M"),
    _row(Scope.RECORD_GRIDS, "cut", N_("Cu&t"), "", "Ctrl+X"),
    _row(Scope.RECORD_GRIDS, "copy", N_("&Copy"), "", "Ctrl+C"),
    _row(Scope.RECORD_GRIDS, "copy_heads", N_("Copy with &heads"), "", "Ctrl+Shift+C"),
    _row(Scope.RECORD_GRIDS, "paste", N_("&Paste"), "", "Ctrl+V"),
    _row(Scope.RECORD_GRIDS, "fill_down", N_("Fill &down"), "", "Ctrl+D"),
    _row(Scope.RECORD_GRIDS, "clear", N_("Cl&ear"), "", "Del"),
    _row(Scope.RECORD_GRIDS, "go_to_problem", N_("Go to the &next marked cell"), "", "F8"),
    _key(Scope.RECORD_GRIDS, "Alt+Down", N_("Open the list of what can be chosen")),
    _row(Scope.FEES, "taxes", N_("Same &VAT and invoice for all fees of the vendor"), "", "Ctrl+T"),
    _row(Scope.RUBRIC, "criterion", N_("Add criterion"), "add", "Ins"),
    _row(Scope.RUBRIC, "dimension", N_("Add dimension"), "add", "Shift+Ins"),
    _row(Scope.RUBRIC, "duplicate", N_("Duplicate"), "duplicate", "Ctrl+D"),
    _row(Scope.RUBRIC, "up", N_("Move up"), "up", "Alt+Up"),
    _row(Scope.RUBRIC, "down", N_("Move down"), "down", "Alt+Down"),
    _row(Scope.RUBRIC, "hide", N_("Hide: no weight"), "excluded"),
    _row(Scope.RUBRIC, "delete", N_("Delete"), "remove", "Del"),
    _row(Scope.ANCHORS, "delete", N_("Delete anchor"), "", "Del", "Backspace"),
    _row(Scope.VENDORS, "rename", N_("Rename"), "edit", "F2"),
    _row(Scope.VENDORS, "up", N_("Move up"), "up", "Alt+Up"),
    _row(Scope.VENDORS, "down", N_("Move down"), "down", "Alt+Down"),
    _row(Scope.VENDORS, "delete", N_("Delete"), "remove", "Del"),
    _row(Scope.REPORT, "zoom_in", N_("Larger"), "", "Ctrl++", "Ctrl+="),
    _row(Scope.REPORT, "zoom_out", N_("Smaller"), "", "Ctrl+-"),
    _row(Scope.REPORT, "fit_width", N_("As wide as the window"), "", "Ctrl+0"),
    _row(Scope.RECENT, "pin", N_("Pin to the top"), "", "Ctrl+D"),
    _row(Scope.RECENT, "forget", N_("Remove from the list"), "", "Del"),
    _key(Scope.GRIDS, "Enter, Shift+Enter", N_("Keep the entry and go down, or up")),
    _key(Scope.GRIDS, "Tab, Shift+Tab", N_("Keep the entry and go right, or left")),
    _key(Scope.GRIDS, "F2", N_("Edit what is there")),
    _key(Scope.GRIDS, "Esc", N_("Give up the entry")),
    _key(Scope.GRIDS, "Home, End", N_("Go to the first or last vendor")),
    _key(Scope.GRIDS, "Ctrl+Home, Ctrl+End", N_("Go to the first or last cell")),
    _key(Scope.GRIDS, "Ctrl+←↑→↓", N_("Go to the edge of what is filled in")),
    _key(Scope.GRIDS, "Shift+←↑→↓", N_("Select more cells")),
    _key(Scope.GRIDS, "Ctrl+A", N_("Select everything")),
    _key(Scope.GRIDS, "Ctrl+Tab, Ctrl+Shift+Tab", N_("Leave the grid")),
)  # fmt: skip

SEPARATOR: Final = "-"

#: What stands in the menus of the window; an id without a command is a menu of its own.
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

#: What stands in the menu of the score grid.
SCORES_MENU: Final = (
    "cut", "copy", "copy_heads", "paste", "clear", SEPARATOR,
    "fill_down", "fill_right", SEPARATOR,
    "excuse", "claimed", "documented", "tested", SEPARATOR,
    "note",
)  # fmt: skip


def commands(scope: Scope) -> tuple[Command, ...]:
    """Return the commands of a scope that are actions, in the order of the table."""
    return tuple(c for c in COMMANDS if c.scope is scope and not c.by_widget)


def actions(
    scope: Scope, owner: QWidget, does: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Make the actions of a scope, by name, heard while their owner has the focus.

    Args:
        does: what each name does; KeyError if one has nothing to do.
    """
    made = {}
    for command in commands(scope):
        action = made[command.name] = action_of(command, owner)
        # Only with the focus on the owner: an open editor has keys of the same name. Said by its
        # word, because the constants of `Qt` would take a tenth of the start.
        action.setProperty("shortcutContext", "WidgetShortcut")
        action.triggered.connect(lambda _checked=False, do=does[command.name]: do())
        owner.addAction(action)
    name_all(made.values())
    return made


def action_of(command: Command, owner: QObject) -> QAction:
    """Make the action of a command; its words are given by `name_all`."""
    action = QAction(owner)
    action.setObjectName(command.id)
    action.setShortcuts([QKeySequence(keys) for keys in command.keys])
    if command.icon:
        from vendorcompare.gui.look import icons  # the first picture has pictures, but no icons

        action.setIcon(icons.icon(command.icon))
    return action


def name_all(actions: Iterable[QAction]) -> None:
    """Give actions their words in the language of the interface."""
    for action in actions:
        action.setText(_(_BY_ID[action.objectName()].label))


_BY_ID: Final = {command.id: command for command in COMMANDS}
