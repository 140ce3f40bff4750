"""The vendors as a list in which those on the sheet are checked."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap

from vendorcompare.core.assessment import Assessment, Vendor
from vendorcompare.core.series import style_of
from vendorcompare.document.edits.project import choose_sheet
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.look.series_paint import draw_marker

Index = QModelIndex | QPersistentModelIndex

_ROOT: Final = QModelIndex()
_SIZE: Final = 16
_ROLE: Final = Qt.ItemDataRole


class VendorChoiceModel(QAbstractListModel):
    """Show which vendors are on the sheet; checking one is an edit of the document."""

    def __init__(self, bound: Binding) -> None:
        super().__init__()
        self._bound = bound
        self._vendors: tuple[Vendor, ...] = ()
        self._left_out: frozenset[str] = frozenset()
        self._read_only = False

    def show_assessment(self, given: Assessment, *, read_only: bool) -> None:
        """Show the vendors of an assessment."""
        same = [v.key for v in given.vendors] == [v.key for v in self._vendors]
        if not same:
            self.beginResetModel()
        self._vendors = given.vendors
        self._left_out = frozenset(given.sheet_settings.left_out_vendors)
        self._read_only = read_only
        if not same:
            self.endResetModel()
        elif self._vendors:
            self.dataChanged.emit(self.index(0), self.index(len(self._vendors) - 1))

    def chosen(self) -> Qt.CheckState:
        """Return whether all vendors are on the sheet, some, or none."""
        count = sum(vendor.key not in self._left_out for vendor in self._vendors)
        if count == len(self._vendors):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked

    def choose_all(self, chosen: bool) -> None:
        """Put all vendors on the sheet, or take them off to begin with none."""
        self._leave_out(frozenset() if chosen else frozenset(v.key for v in self._vendors))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._vendors)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not self._read_only:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        vendor = self._vendors[index.row()]
        if role == _ROLE.DisplayRole:
            return vendor.name or vendor.key
        if role == _ROLE.CheckStateRole:
            out = vendor.key in self._left_out
            return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
        if role == _ROLE.DecorationRole:
            return _marker(index.row())
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        if not index.isValid() or role != _ROLE.CheckStateRole or self._read_only:
            return False
        key = {self._vendors[index.row()].key}
        checked = Qt.CheckState(value) == Qt.CheckState.Checked
        self._leave_out(self._left_out - key if checked else self._left_out | key)
        return True

    def _leave_out(self, keys: frozenset[str]) -> None:
        """Write down who is left out, in the order of the document."""
        places = [vendor.key for vendor in self._vendors if vendor.key in keys]
        self._bound.attempt(choose_sheet, left_out_vendors=places)


def _marker(place: int) -> QPixmap:
    """Return the marker by which a vendor is known in every chart."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    made = QPixmap(round(_SIZE * ratio), round(_SIZE * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw_marker(painter, style_of(place), QPointF(_SIZE / 2, _SIZE / 2))
    painter.end()
    return made
