"""The vendors as rows: who they are, how far they are, what is known of them."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QPainter, QPixmap

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment, Vendor
from vendorcompare.core.credit_code import CodeFit, check
from vendorcompare.core.ranking import Evaluation
from vendorcompare.core.series import style_of
from vendorcompare.core.standing import Standing
from vendorcompare.gui.grid.items import KEY, LEFT, NO_INDEX, RIGHT, Index, Role
from vendorcompare.gui.look import icons, plain, spoken, theme
from vendorcompare.gui.look.said import said
from vendorcompare.gui.look.series_paint import sample
from vendorcompare.gui.pages.vendors.vendor_words import doubt, stage_words
from vendorcompare.i18n import N_, _, ngettext


class VendorColumn(IntEnum):
    """What the columns show."""

    NAME = 0
    STAGE = 1
    CODE = 2
    COVERAGE = 3
    MUST_HAVES = 4


_HEADS: Final = {
    VendorColumn.NAME: N_("Vendor"),
    VendorColumn.STAGE: N_("Stage"),
    VendorColumn.CODE: N_("Credit code"),
    VendorColumn.COVERAGE: N_("Scored, %"),
    VendorColumn.MUST_HAVES: N_("Must-haves"),
}
_RATIO: Final = 2.0  # of the markers, which are sharp then on any screen
_GAP: Final = 4
#: The symbol of a credit code and its word.
CODE_LOOKS: Final = {
    CodeFit.NONE: ("", "", ""),
    CodeFit.SHORT: ("warning", "warning", N_("not complete")),
    CodeFit.WRONG: ("error", "bad", N_("wrong")),
    CodeFit.DOUBTFUL: ("warning", "warning", N_("doubtful")),
    CodeFit.RIGHT: ("good", "good", N_("fits")),
}


class VendorModel(QAbstractTableModel):
    """Show the vendors of an assessment.

    Attributes:
        write: takes a key and a name; returns whether the document took it.
        locked: whether nothing may be typed, because the document is read-only.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.write: Callable[[str, str], bool] | None = None
        self.locked = False
        self._assessment = Assessment()
        self._standings: dict[str, Standing] = {}
        self._doubts: dict[str, str] = {}  # of each vendor, found when it is first shown

    def show(self, assessment: Assessment) -> None:
        """Show the vendors of an assessment."""
        before = [v.key for v in self._assessment.vendors]
        reshaped = before != [v.key for v in assessment.vendors]
        if reshaped:
            self.beginResetModel()
        if [v.name for v in self._assessment.vendors] != [v.name for v in assessment.vendors]:
            self._doubts = {}
        self._assessment = assessment
        if reshaped:
            self.endResetModel()
        else:
            self.repaint()

    def set_evaluation(self, evaluation: Evaluation | None) -> None:
        """Show how far the vendors are scored."""
        rows = () if evaluation is None else evaluation.rows
        self._standings = {row.vendor: row for row in rows}
        self.repaint()

    def repaint(self) -> None:
        """Have everything shown anew."""
        if self._assessment.vendors:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def retranslate(self) -> None:
        """Show the words of another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self.repaint()

    def vendor(self, index: Index) -> Vendor | None:
        """Return the vendor of a row."""
        return self._assessment.vendors[index.row()] if index.isValid() else None

    def row_of(self, key: str) -> int:
        """Return the row of a vendor, -1 if it is not there."""
        return self._assessment.vendor_position.get(key, -1)

    def doubt(self, vendor: Vendor) -> str:
        """Say that a vendor may be there twice, or nothing."""
        if vendor.key not in self._doubts:
            others = (each.name for each in self._assessment.vendors if each.key != vendor.key)
            self._doubts[vendor.key] = doubt(vendor.name, others)
        return self._doubts[vendor.key]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._assessment.vendors)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(VendorColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == VendorColumn.NAME and not self.locked:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(VendorColumn):
            return None
        if role == Role.DisplayRole:
            return _(_HEADS[VendorColumn(section)])
        return _side(VendorColumn(section)) if role == Role.TextAlignmentRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        vendor = self.vendor(index)
        if vendor is None:
            return None
        column = VendorColumn(index.column())
        match role:
            case Role.DisplayRole | Role.EditRole:
                return self._shown(vendor, column)
            case Role.TextAlignmentRole:
                return _side(column)
            case Role.ForegroundRole:
                if column is VendorColumn.NAME:
                    return theme.colour("warning") if self.doubt(vendor) else None
                return theme.colour("muted")
            case Role.DecorationRole:
                return self._mark(vendor, column, index.row())
            case Role.ToolTipRole:
                return plain.tool_tip(self._remark(vendor, column)) or None
            case Role.AccessibleTextRole:
                parts = (self._shown(vendor, column), self._remark(vendor, column))
                return spoken.joined(parts) or _("empty")
        return vendor.key if role == KEY else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        vendor = self.vendor(index)
        if vendor is None or role != Role.EditRole or self.write is None or self.locked:
            return False
        return self.write(vendor.key, str(value))

    def _shown(self, vendor: Vendor, column: VendorColumn) -> str:
        standing = self._standings.get(vendor.key)
        match column:
            case VendorColumn.NAME:
                return vendor.name
            case VendorColumn.STAGE:
                return stage_words(vendor.stage)
            case VendorColumn.CODE:
                word = CODE_LOOKS[check(vendor.credit_code).verdict][2]
                return _(word) if word else ""
            case VendorColumn.COVERAGE:
                if standing is None:
                    return formats.NOTHING
                return formats.share(standing.coverage).removesuffix("%")
        return _must_have_state(standing)

    def _mark(self, vendor: Vendor, column: VendorColumn, row: int) -> Any:
        standing = self._standings.get(vendor.key)
        if column is VendorColumn.NAME:
            marker = sample(style_of(row), _RATIO)
            return _with_warning(marker) if self.doubt(vendor) else marker
        if column is VendorColumn.CODE:
            name, colour, _word = CODE_LOOKS[check(vendor.credit_code).verdict]
            return icons.icon(name, colour) if name else None
        if column is VendorColumn.MUST_HAVES and standing is not None:
            if standing.excluded_by:
                return icons.icon("excluded", "bad")
            return icons.icon("help", "warning") if standing.undecided else None
        return None

    def _remark(self, vendor: Vendor, column: VendorColumn) -> str:
        if column is VendorColumn.NAME:
            return self.doubt(vendor)
        if column is VendorColumn.CODE:
            return check(vendor.credit_code).message
        standing = self._standings.get(vendor.key)
        if column is VendorColumn.MUST_HAVES and standing is not None:
            keys = standing.excluded_by or standing.undecided
            rubric = self._assessment.rubric
            return _(", ").join(said(rubric.criterion(key).name) for key in keys)
        return ""


def _with_warning(marker: QPixmap) -> QPixmap:
    """Put the sign of a doubtful name behind the marker of its vendor."""
    side = round(marker.deviceIndependentSize().width())
    both = QPixmap(round((2 * side + _GAP) * _RATIO), round(side * _RATIO))
    both.setDevicePixelRatio(_RATIO)
    both.fill(Qt.GlobalColor.transparent)
    painter = QPainter(both)
    painter.drawPixmap(0, 0, marker)
    painter.drawPixmap(side + _GAP, 0, icons.pixmap("warning", "warning", side, _RATIO))
    painter.end()
    return both


def _must_have_state(standing: Standing | None) -> str:
    if standing is None:
        return formats.NOTHING
    if standing.excluded_by:
        count = len(standing.excluded_by)
        return ngettext("fails {count}", "fails {count}", count).format(count=count)
    if standing.undecided:
        count = len(standing.undecided)
        return ngettext("{count} not known", "{count} not known", count).format(count=count)
    return _("met")


def _side(column: VendorColumn) -> Qt.AlignmentFlag:
    return RIGHT if column is VendorColumn.COVERAGE else LEFT
