"""The score grid as an item model that Qt can read and write."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
)

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.ranking import Evaluation
from vendorcompare.core.scores import Cell
from vendorcompare.document.reader.scores import typed_score
from vendorcompare.gui.grid.items import LEFT, RIGHT, Index, Role
from vendorcompare.gui.grid.look import Tone
from vendorcompare.gui.look import plain, spoken
from vendorcompare.gui.look.said import said
from vendorcompare.gui.pages.scores import score_rows
from vendorcompare.gui.pages.scores.score_cells import ScoreCells
from vendorcompare.gui.pages.scores.score_looks import Looks, Voice, Who, headings
from vendorcompare.gui.pages.scores.score_rows import Show
from vendorcompare.gui.pages.scores.score_words import cell_words
from vendorcompare.i18n import _


class ScoreModel(ScoreCells):
    """Hold what the grid shows; writing is left to whoever set `write`.

    Attributes:
        write: takes an index and what was typed; returns whether it was understood.
        locked: whether nothing may be typed, because the document is read-only.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show, self._search = Show.ALL, ""
        self.write: Callable[[QModelIndex, str], bool] | None = None
        self.locked = False

    def show(self, assessment: Assessment, voice: Voice, evaluation: Evaluation | None) -> None:
        """Show another assessment or somebody else's scores."""
        self.beginResetModel()
        self._looks = Looks(assessment, voice)
        self._evaluation = evaluation
        self._made.clear()
        self._rows = score_rows.rows_of(self._looks, self._show, self._search)
        self.endResetModel()

    def choose_rows(self, show: Show, search: str) -> None:
        """Show only some criteria; a row that is done meanwhile stays until it is asked again."""
        self.beginResetModel()
        self._show, self._search = show, search
        self._rows = score_rows.rows_of(self._looks, show, search)
        self.endResetModel()

    def refresh(
        self, assessment: Assessment, places: Iterable[tuple[str, str]], *, bulk: bool
    ) -> None:
        """Show a later state in which the cells at (vendor, criterion) differ.

        `bulk` says that there are so many that asking the arrays again is quicker.
        """
        means_too = self.voice.who is not Who.AGREED
        self._looks = self._looks.follow(assessment, means_too=means_too)
        if bulk:
            self._made = {row: looks for row, looks in self._made.items() if row < 0}
            self._tell(range(len(self._rows)))
            return
        for vendor, criterion in places:
            place = self.assessment.vendor_position.get(vendor)
            column = self.assessment.rubric.position.get(criterion)
            if place is not None and column is not None:
                self._refresh_cell(place, column)

    def set_evaluation(self, evaluation: Evaluation | None) -> None:
        """Show the figures of the dimensions anew, where they differ."""
        before, self._evaluation = self._evaluation, evaluation
        if not score_rows.same_weights(before, evaluation) and self._rows:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)
        for row, code in enumerate(self._rows):
            if code < 0 and code in self._made:
                self._refresh_heading(row, code, before)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.is_heading(index.row()):
            return Qt.ItemFlag.ItemIsEnabled
        can_write = self.voice.can_write and not self.locked
        editable = Qt.ItemFlag.ItemIsEditable if can_write else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | editable

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Role.DisplayRole:
            return self.look(row, column).text
        if role == Role.EditRole:
            return self._typed(row, column)
        if role == Role.TextAlignmentRole:
            return LEFT if self.look(row, column).tone is Tone.WORDS else RIGHT
        if role in (Role.AccessibleTextRole, Role.ToolTipRole):
            words = cell_words(self, row, column)
            return plain.tool_tip(words) if role == Role.ToolTipRole else words
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or self.write is None or self.cell(index) is None:
            return False
        return self.write(self.index(index.row(), index.column()), str(value))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._row_head(section, role) if 0 <= section < len(self._rows) else None
        if not 0 <= section < len(self.assessment.vendors):
            return None
        name = self.vendor(section).name
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return name
        if role == Role.ToolTipRole:
            return plain.tool_tip(name)
        return None

    def _row_head(self, row: int, role: int) -> Any:
        dimension, criterion = self.dimension(row), self.criterion(row)
        named = dimension or criterion
        if named is None or role not in (
            Role.DisplayRole,
            Role.AccessibleTextRole,
            Role.ToolTipRole,
        ):
            return None
        name = said(named.name)
        if role == Role.DisplayRole:
            return name
        parts = [name]
        if criterion is not None:
            parts.append(said(criterion.unit))
            parts.append(_("must-have") if criterion.must_have else "")
        words = spoken.joined(parts)
        return plain.tool_tip(words) if role == Role.ToolTipRole else words

    def _typed(self, row: int, column: int) -> str:
        """Return what has to be typed to get the score of a cell again."""
        criterion = self.criterion(row)
        if criterion is None or self.voice.who is Who.ALL:
            return self.look(row, column).text
        if self.voice.who is Who.AGREED:
            agreed = self.assessment.agreed_score(self.vendor(column).key, criterion.key)
            return typed_score(criterion, agreed)
        cell = Cell(self.voice.evaluator, self.vendor(column).key, criterion.key)
        return typed_score(criterion, self.assessment.score(cell))

    def _refresh_heading(self, row: int, code: int, before: Evaluation | None) -> None:
        """Make only those figures anew that differ, of hundreds of vendors."""
        dimension = score_rows.dimension_of(code)
        changed = score_rows.changed_vendors(before, self._evaluation, dimension)
        if changed is None:
            del self._made[code]
            self._tell([row])
            return
        for vendor in changed:
            look = headings(self._evaluation, dimension, slice(vendor, vendor + 1))
            self._made[code][vendor : vendor + 1] = look
            index = self.index(row, vendor)
            self.dataChanged.emit(index, index)

    def _refresh_cell(self, vendor: int, column: int) -> None:
        if column in self._made:
            self._made[column][vendor : vendor + 1] = self._looks.row(
                column, slice(vendor, vendor + 1)
            )
        if column in self._rows:
            index = self.index(self._rows.index(column), vendor)
            self.dataChanged.emit(index, index)

    def _tell(self, rows: Iterable[int]) -> None:
        """Say that whole rows show something else, as one block."""
        listed = list(rows)
        if listed and self.columnCount():
            first, last = self.index(listed[0], 0), self.index(listed[-1], self.columnCount() - 1)
            self.dataChanged.emit(first, last)
