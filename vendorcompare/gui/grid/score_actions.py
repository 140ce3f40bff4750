"""What can be done to the cells of the score grid, as data, and the keys of the grid.

The menu of the page, its context menu and the list of shortcuts are made from these tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QKeySequence

from vendorcompare.i18n import N_

Keys = QKeySequence.StandardKey
SEPARATOR: Final = "-"


@dataclass(frozen=True, slots=True)
class CellAction:
    """Describe one command on the selected cells.

    Attributes:
        writes: whether it changes scores.
        of_one: whether it needs the scores of one evaluator on the screen.
    """

    id: str
    label: str
    icon: str
    keys: tuple[Keys | str, ...]
    writes: bool = True
    of_one: bool = False


CELL_ACTIONS: Final[tuple[CellAction, ...]] = (
    CellAction("cut", N_("Cu&t"), "cut", (Keys.Cut,)),
    CellAction("copy", N_("&Copy"), "copy", (Keys.Copy,), writes=False),
    CellAction("paste", N_("&Paste"), "paste", (Keys.Paste,)),
    CellAction("clear", N_("C&lear"), "clear", ("Del", "Backspace")),
    CellAction("fill_down", N_("Fill &down"), "fill-down", ("Ctrl+D",)),
    CellAction("fill_right", N_("Fill &right"), "", ("Ctrl+R",)),
    CellAction("excuse", N_("&Not applicable"), "", ("Ctrl+Shift+N",), of_one=True),
    CellAction("claimed", N_("Evidence: cl&aimed"), "", ("Alt+1",), of_one=True),
    CellAction("documented", N_("Evidence: d&ocumented"), "", ("Alt+2",), of_one=True),
    CellAction("tested", N_("Evidence: t&ested"), "", ("Alt+3",), of_one=True),
    CellAction("note", N_("Write a no&te"), "note", ("Ctrl+Shift+M",)),
)

MENU: Final = (
    "cut", "copy", "paste", "clear", SEPARATOR,
    "fill_down", "fill_right", SEPARATOR,
    "excuse", "claimed", "documented", "tested", SEPARATOR,
    "note",
)  # fmt: skip

#: Keys of the grid that are no commands, for the list of shortcuts: keys and what they do.
GRID_KEYS: Final[tuple[tuple[str, str], ...]] = (
    ("Enter, Shift+Enter", N_("Keep the entry and go down, or up")),
    ("Tab, Shift+Tab", N_("Keep the entry and go right, or left")),
    ("F2", N_("Edit what is there")),
    ("Esc", N_("Give up the entry")),
    ("Home, End", N_("Go to the first or last vendor")),
    ("Ctrl+Home, Ctrl+End", N_("Go to the first or last cell")),
    ("Ctrl+←↑→↓", N_("Go to the edge of what is filled in")),
    ("Shift+←↑→↓", N_("Select more cells")),
    ("Ctrl+Tab, Ctrl+Shift+Tab", N_("Leave the grid")),
)
