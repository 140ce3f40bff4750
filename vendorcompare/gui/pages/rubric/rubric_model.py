"""The rubric as a tree: dimensions, and criteria under them."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    Qt,
)

from vendorcompare.core import formats
from vendorcompare.core.rubric import Criterion, Dimension, Rubric
from vendorcompare.core.values import counts
from vendorcompare.gui.criterion_words import must_have_words, unit_of
from vendorcompare.gui.grid.items import KEY, LEFT, NO_INDEX, RIGHT, Index, Role
from vendorcompare.gui.look import icons, plain, spoken, theme
from vendorcompare.gui.pages.rubric.rubric_words import (
    MEASURES,
    missing_words,
    needs_attention,
    shares_of,
    typed_number,
)
from vendorcompare.i18n import N_, _, language, ngettext, shown

Node = Dimension | Criterion


class RubricColumn(IntEnum):
    """What the columns show."""

    NAME = 0
    WEIGHT = 1
    SHARE = 2
    MEASURE = 3
    UNIT = 4
    MUST_HAVE = 5


_HEADS: Final = {
    RubricColumn.NAME: N_("Dimension and criterion"),
    RubricColumn.WEIGHT: N_("Weight"),
    RubricColumn.SHARE: N_("Share, %"),
    RubricColumn.MEASURE: N_("Measured as"),
    RubricColumn.UNIT: N_("Unit"),
    RubricColumn.MUST_HAVE: N_("Must-have"),
}
_FIGURES: Final = frozenset({RubricColumn.WEIGHT, RubricColumn.SHARE})


class RubricModel(QAbstractItemModel):
    """Show the rubric; a dimension has the internal id 0, a criterion its dimension's row + 1.

    Attributes:
        write: takes a node, a column and a text; returns whether the document took it.
        locked: whether nothing may be typed, because the document is read-only.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.write: Callable[[Node, RubricColumn, str], bool] | None = None
        self.locked = False
        self.rubric = Rubric()
        self._shares: dict[str, float] = {}

    # content

    def show(self, rubric: Rubric) -> bool:
        """Show a rubric; return whether its shape differs, so that the view starts afresh."""
        reshaped = _shape(rubric) != _shape(self.rubric)
        if reshaped:
            self.beginResetModel()
        self.rubric = rubric
        self._shares = shares_of(rubric)
        if reshaped:
            self.endResetModel()
        else:
            self.repaint()
        return reshaped

    def repaint(self) -> None:
        """Have everything shown anew, after new words or figures."""
        count = len(self.rubric.dimensions)
        last = self.columnCount() - 1
        if not count:
            return
        self.dataChanged.emit(self.index(0, 0), self.index(count - 1, last))
        for row, dimension in enumerate(self.rubric.dimensions):
            parent, rows = self.index(row, 0), len(dimension.criteria)
            if rows:
                self.dataChanged.emit(self.index(0, 0, parent), self.index(rows - 1, last, parent))

    def retranslate(self) -> None:
        """Show the words of another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self.repaint()

    def node(self, index: Index) -> Node | None:
        """Return the dimension or criterion of a row."""
        if not index.isValid():
            return None
        number = index.internalId()
        if not number:
            return self.rubric.dimensions[index.row()]
        return self.rubric.dimensions[number - 1].criteria[index.row()]

    def index_of(self, key: str, column: int = 0) -> QModelIndex:
        """Return where a dimension or criterion is, or an invalid index."""
        for row, dimension in enumerate(self.rubric.dimensions):
            if dimension.key == key:
                return self.index(row, column)
            for place, criterion in enumerate(dimension.criteria):
                if criterion.key == key:
                    return self.createIndex(place, column, row + 1)
        return QModelIndex()

    def share(self, key: str) -> float:
        """Return the share of a dimension or criterion in the whole."""
        return self._shares.get(key, 0.0)

    # what Qt asks

    def index(self, row: int, column: int, parent: Index = NO_INDEX) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = NO_INDEX) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        if not parent.isValid():
            return len(self.rubric.dimensions)
        if parent.internalId() or parent.column():
            return 0
        return len(self.rubric.dimensions[parent.row()].criteria)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return len(RubricColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if (
            index.isValid()
            and not self.locked
            and index.column() in (RubricColumn.NAME, RubricColumn.WEIGHT)
        ):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(RubricColumn):
            return None
        column = RubricColumn(section)
        if role == Role.DisplayRole:
            return _(_HEADS[column])
        return _side(column) if role == Role.TextAlignmentRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        column = RubricColumn(index.column())
        match role:
            case Role.DisplayRole:
                return shown(self._shown(node, column))
            case Role.EditRole:
                is_weight = column is RubricColumn.WEIGHT
                return typed_number(node.weight) if is_weight else self._shown(node, column)
            case Role.TextAlignmentRole:
                return _side(column)
            case Role.FontRole:
                bold = isinstance(node, Dimension) and column is RubricColumn.NAME
                return theme.font("body", bold=bold)
            case Role.ForegroundRole:
                return None if self._is_strong(node, column) else theme.colour("muted")
            case Role.DecorationRole:
                return _mark(node, column)
            case Role.ToolTipRole:
                return plain.tool_tip(_remark(node, column)) or None
            case Role.AccessibleTextRole:
                return self._spoken(node, column)
        return node.key if role == KEY else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        node = self.node(index)
        if node is None or role != Role.EditRole or self.write is None or self.locked:
            return False
        return self.write(node, RubricColumn(index.column()), str(value))

    # in words

    def _is_strong(self, node: Node, column: RubricColumn) -> bool:
        if column is RubricColumn.NAME:
            return node.weight > 0 and (isinstance(node, Dimension) or counts(node))
        return column is RubricColumn.WEIGHT and node.weight > 0

    def _shown(self, node: Node, column: RubricColumn) -> str:
        match column:
            case RubricColumn.NAME:
                return node.name.get(language()) or _("(no name)")
            case RubricColumn.WEIGHT:
                return formats.number(node.weight)
            case RubricColumn.SHARE:
                share = self.share(node.key)
                return formats.percent(share) if share or node.weight > 0 else formats.NOTHING
            case RubricColumn.MEASURE:
                if isinstance(node, Criterion):
                    return _(MEASURES[node.measure])
                count = len(node.criteria)
                words = ngettext("{count} criterion", "{count} criteria", count)
                return words.format(count=count)
            case RubricColumn.UNIT:
                return unit_of(node) if isinstance(node, Criterion) else ""
        return ""

    def _spoken(self, node: Node, column: RubricColumn) -> str:
        words = self._shown(node, column)
        if column is RubricColumn.SHARE:
            words = f"{words}%"
        return spoken.joined((words, _remark(node, column))) or _("empty")


def _shape(rubric: Rubric) -> list[tuple[str, tuple[str, ...]]]:
    return [(d.key, tuple(c.key for c in d.criteria)) for d in rubric.dimensions]


def _side(column: RubricColumn) -> Qt.AlignmentFlag:
    return RIGHT if column in _FIGURES else LEFT


def _mark(node: Node, column: RubricColumn) -> Any:
    """Return the symbol of a cell: what is wrong, or that it decides on its own."""
    if not isinstance(node, Criterion):
        return None
    if column is RubricColumn.MUST_HAVE and node.must_have is not None:
        return icons.icon("must-have", "accent")
    if column is RubricColumn.MEASURE and needs_attention(node):
        return icons.icon("warning", "warning")
    return None


def _remark(node: Node, column: RubricColumn) -> str:
    """Say what the symbol of a cell or a pale name means."""
    if column in (RubricColumn.WEIGHT, RubricColumn.NAME) and not node.weight > 0:
        return _("No weight: it is scored, but does not count.")
    if not isinstance(node, Criterion):
        return ""
    if column is RubricColumn.MUST_HAVE and node.must_have is not None:
        return must_have_words(node) or _(
            "A must-have without a limit: nobody is known to meet it."
        )
    if column is RubricColumn.MEASURE:
        return missing_words(node)
    return ""
