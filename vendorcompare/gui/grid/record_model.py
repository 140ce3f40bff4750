"""Records as rows of a grid: one column a field, with blank rows to begin new ones."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from vendorcompare.gui.grid.items import LEFT, NO_INDEX, RIGHT, Index, Role
from vendorcompare.gui.grid.outcome import RefusedCell
from vendorcompare.gui.look import icons, plain, spoken, theme
from vendorcompare.i18n import _

Record = TypeVar("Record")

#: A list of what can be chosen in a cell, or None where anything can be typed.
CHOICES: Final = Role.UserRole + 1


@dataclass(frozen=True)
class Column(Generic[Record]):
    """Describe one field of the records.

    Attributes:
        head: what it is called, marked for translation.
        shown: what a cell says.
        typed: what has to be typed to get the same again.
        changed: the record with what was typed; raises InputError if it does not fit.
        field: by what the record knows the field.
        choices: what can be chosen, where only certain things can.
        is_figure: whether cells are set to the right.
        explained: a sentence about the field, marked for translation.
    """

    head: str
    shown: Callable[[Record], str]
    typed: Callable[[Record], str]
    changed: Callable[[Record, str], Record]
    field: str = ""
    choices: Callable[[], Sequence[str]] | None = None
    is_figure: bool = False
    explained: str = ""


class RecordKind(Generic[Record]):
    """Say what a kind of record knows of itself; every grid overrides what is different there."""

    def identity(self, record: Record) -> Hashable:
        """Return by what a record is known while its fields change."""
        raise NotImplementedError

    def is_blank(self, record: Record) -> bool:
        """Tell whether a record stands for a row that is not there yet."""
        raise NotImplementedError

    def blank_like(self, record: Record) -> Record:
        """Return a record that begins a new row beside this one."""
        raise NotImplementedError

    def store(self, records: Sequence[Record], message: str) -> None:
        """Write records in one step; UserError says why it cannot be done."""
        raise NotImplementedError

    def keeping(self, record: Record, column: int, text: str) -> Record | None:
        """Return a record that keeps a text which its field refuses, None if it cannot."""
        return None

    def planned(
        self, row: int, texts: Sequence[Sequence[str]], left: int
    ) -> tuple[list[Record], list[RefusedCell]] | None:
        """Return the records that a block pasted into a row stands for, with what is refused.

        None where its cells are to be written one by one.
        """
        return None

    def refusals(self) -> Sequence[RefusedCell]:
        """Return all cells that keep what was refused, also of records that are not shown."""
        return ()

    def place_of(self, refused: RefusedCell) -> tuple[int, int]:
        """Return the row and the column of one of these; the row is -1 if it is not shown."""
        raise NotImplementedError

    def what_refusals_mean(self) -> str:
        """Say what it means for the records that cells of theirs were refused."""
        raise NotImplementedError

    def refused_text(self, record: Record, column: int) -> str:
        """Return what is kept in a field although it was refused, or nothing."""
        return ""

    def problem(self, record: Record, column: int) -> str:
        """Say what is wrong with a field, or nothing."""
        return ""

    def summary(self) -> str:
        """Say what is wrong with some of the records, or nothing."""
        return ""

    def placeholder(self, record: Record, column: int) -> str:
        """Return what stands in a cell that is empty."""
        return ""


class RecordModel(QAbstractTableModel, RecordKind[Record]):
    """Show records; what users do to them goes through `RecordEditing`.

    Attributes:
        keeps_refused: whether its records keep what was refused; else it is left out.
        locked: whether nothing may be typed, because the document is read-only.
        filling: the blank row that is being turned into a record, or -1.
    """

    keeps_refused = False

    def __init__(self, columns: Sequence[Column[Record]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.locked = False
        self.filling = -1
        self._rows: list[Record] = []
        self._ids: list[Hashable] = []

    def next_problem(self, row: int, column: int) -> tuple[int, int] | None:
        """Return the first cell behind another one with which something is wrong, going round."""
        wide = len(self.columns)
        here = row * wide + column
        places = [
            r * wide + c
            for r, record in enumerate(self._rows)
            for c in range(wide)
            if self.problem(record, c)
        ]
        found = next((place for place in places if place > here), places[0] if places else None)
        return None if found is None else divmod(found, wide)

    def problem_of_row(self, row: int) -> str:
        """Say what is wrong with a record, or nothing."""
        record = self.record(row)
        columns = range(len(self.columns)) if record is not None else ()
        found = (self.problem(self._rows[row], column) for column in columns)
        return next(filter(None, found), "")

    def rows_below(self, row: int) -> list[int]:
        """Return the rows that a block pasted into a row covers, as far as they are there."""
        return [r for r in range(row, len(self._rows)) if not self.is_blank(self._rows[r])]

    def row_name(self, row: int) -> str:
        """Return what a row is called."""
        return str(row + 1)

    def head(self, column: int) -> str:
        """Return what a column is called."""
        return _(self.columns[column].head)

    # rows

    def record(self, row: int) -> Record | None:
        """Return the record of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, identity: Hashable) -> int:
        """Return the row of a record, or -1."""
        return self._ids.index(identity) if identity in self._ids else -1

    def set_records(self, records: Sequence[Record]) -> None:
        """Show other records; rows that stay keep what is selected in them."""
        new, old = [self.identity(record) for record in records], list(self._ids)
        row, self.filling = self.filling, -1
        if 0 <= row < min(len(new), len(old)) and new[row] not in old:
            old[row] = new[row]
        first, last = _common(old, new)
        gone, come = len(old) - first - last, len(new) - first - last
        if gone:
            self.beginRemoveRows(NO_INDEX, first, first + gone - 1)
            del self._rows[first : first + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(NO_INDEX, first, first + come - 1)
        self._rows, self._ids = list(records), new
        if come:
            self.endInsertRows()
        self.announce()

    def announce(self) -> None:
        """Have everything read again."""
        if self._rows:
            corner = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), corner)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def is_heading(self, _row: int) -> bool:
        """Tell that no row is passed over."""
        return False

    def is_filled(self, row: int, column: int) -> bool:
        """Tell whether anything is entered in a cell."""
        record = self._rows[row]
        return bool(self.refused_text(record, column) or self.columns[column].typed(record))

    # what Qt asks for

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        editable = Qt.ItemFlag.NoItemFlags if self.locked else Qt.ItemFlag.ItemIsEditable
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | editable

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        record, number = self._rows[index.row()], index.column()
        column = self.columns[number]
        match role:
            case Role.DisplayRole:
                return self._shown(record, number)
            case Role.EditRole:
                return self.refused_text(record, number) or column.typed(record)
            case Role.TextAlignmentRole:
                return RIGHT if column.is_figure else LEFT
            case Role.ForegroundRole:
                return self._ink(record, number)
            case Role.DecorationRole:
                return icons.icon("warning", "bad") if self._is_marked(record, number) else None
            case Role.AccessibleTextRole | Role.ToolTipRole:
                words = self._spoken(index.row(), record, number)
                return plain.tool_tip(words) if role == Role.ToolTipRole else words
            case _ if role == CHOICES:
                return list(column.choices()) if column.choices is not None else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case Role.DisplayRole | Role.AccessibleTextRole:
                return self.head(section)
            case Role.ToolTipRole:
                return _(column.explained) if column.explained else None
            case Role.TextAlignmentRole:
                return RIGHT if column.is_figure else LEFT
        return None

    def _shown(self, record: Record, column: int) -> str:
        if self.is_blank(record):
            return self.placeholder(record, column)
        refused = self.refused_text(record, column)
        return refused or self.columns[column].shown(record) or self.placeholder(record, column)

    def _is_marked(self, record: Record, column: int) -> bool:
        """Tell whether a cell bears the sign of a problem."""
        return bool(self.problem(record, column))

    def _ink(self, record: Record, column: int) -> Any:
        if self.problem(record, column):
            return theme.colour("bad")
        if self.is_blank(record) or not self.columns[column].shown(record):
            return theme.colour("muted")
        return None

    def _spoken(self, row: int, record: Record, column: int) -> str:
        """Say row, column, content and problem of a cell."""
        words = self._shown(record, column) or _("empty")
        said = spoken.cell(self.row_name(row), self.head(column), words)
        problem = self.problem(record, column)
        return f"{said}. {problem}" if problem else said


def _common(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    """Return how many entries are the same from the start on, and how many at the end."""
    shorter = min(len(old), len(new))
    first = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    rest = shorter - first
    last = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    return first, last
