"""The figures of the comparison as a table: a row for each vendor, the best saved one first."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vendorcompare.core import formats
from vendorcompare.core.ranking import Evaluation, Prepared
from vendorcompare.core.series import SeriesStyle
from vendorcompare.core.standing import Standing
from vendorcompare.gui.grid.look import Look, Tone
from vendorcompare.gui.look import plain, spoken
from vendorcompare.gui.look.series_paint import sample
from vendorcompare.gui.pages.compare.comparison import dimension_names, style
from vendorcompare.i18n import N_, _

Index = QModelIndex | QPersistentModelIndex

_HEADS: Final = (
    (N_("Rank"), N_("Place in the ranking; excluded vendors have none")),
    (N_("Points"), N_("Weighted score from 0 to 100")),
    (N_("From"), N_("The score if everything missing turned out worst")),
    (N_("To"), N_("The score if everything missing turned out best")),
    (N_("Scored, %"), N_("Share of the weight that is scored")),
    (N_("Tested, %"), N_("Share of the scored weight that you tested yourself")),
)

_MISSING: Final = "–"


class _Line(NamedTuple):
    """Hold what is shown of one vendor; what depends on weights is written when it is read."""

    standing: Standing
    style: SeriesStyle
    dimensions: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The figures, as many as there are columns."""
        return (*_own(self.standing), *self.dimensions)


class NumbersModel(QAbstractTableModel):
    """Hold every figure as text; what is missing is empty, so that no spreadsheet reads a zero."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._prepared: Prepared | None = None
        self._dimensions: tuple[str, ...] = ()
        self._lines: tuple[_Line, ...] = ()

    def set_evaluation(self, evaluation: Evaluation) -> None:
        """Show other figures; while only weights are tried, every vendor keeps its row."""
        dimensions = tuple(name for _key, name in dimension_names(evaluation))
        tried = evaluation.prepared is self._prepared and dimensions == self._dimensions
        if tried:
            standing = evaluation.standing
            self._lines = tuple(
                _Line(standing(line.standing.vendor), line.style, line.dimensions)
                for line in self._lines
            )
            if self._lines:
                corner = self.index(len(self._lines) - 1, len(_HEADS) - 1)
                self.dataChanged.emit(self.index(0, 0), corner)
            return
        self.beginResetModel()
        self._prepared, self._dimensions = evaluation.prepared, dimensions
        self._lines = tuple(_lines(evaluation))
        self.endResetModel()

    def retranslate(self) -> None:
        """Have the heads read again after a switch of language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def vendor(self, row: int) -> str:
        """Return the key of the vendor in a row."""
        return self._lines[row].standing.vendor

    def row_of(self, vendor: str) -> int:
        """Return the row of a vendor, or -1."""
        rows = (row for row, line in enumerate(self._lines) if line.standing.vendor == vendor)
        return next(rows, -1)

    def looks(self, row: int, first: int, last: int) -> list[Look]:
        """Return what cells of a row show; they are painted from it."""
        return list(map(_look, self._lines[row].cells[first:last]))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_HEADS) + len(self._dimensions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self._lines[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell or _MISSING
        if role == Qt.ItemDataRole.EditRole:
            return cell
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            head = self.headerData(index.column(), Qt.Orientation.Horizontal)
            name = self._lines[index.row()].standing.name
            words = spoken.cell(name, head, cell or _("not scored"))
            return plain.tool_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self._head(section, role) if section < self.columnCount() else None
        if section >= len(self._lines):
            return None
        line = self._lines[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.standing.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tool_tip(line.standing.name)
        if role == Qt.ItemDataRole.DecorationRole:
            return sample(line.style)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _head(self, section: int, role: int) -> Any:
        own = section < len(_HEADS)
        name = _(_HEADS[section][0]) if own else self._dimensions[section - len(_HEADS)]
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tool_tip(_(_HEADS[section][1]) if own else name)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


@lru_cache(maxsize=4000)
def _look(text: str) -> Look:
    return Look(text or _MISSING, Tone.FIGURE)


def _lines(evaluation: Evaluation) -> list[_Line]:
    """Write down the figures of every vendor."""
    return [
        _Line(
            standing,
            style(evaluation, standing.vendor),
            tuple(map(_figure, standing.dimensions.values())),
        )
        for standing in evaluation.rows
    ]


def _own(standing: Standing) -> tuple[str, ...]:
    """Write down what depends on the weights of the dimensions."""
    return (
        "" if standing.rank is None else str(standing.rank),
        *map(_figure, (standing.score, standing.low, standing.high)),
        str(formats.hundredths(standing.coverage)),
        "" if standing.score is None else str(formats.hundredths(standing.tested_share)),
    )


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
