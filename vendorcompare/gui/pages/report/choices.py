"""The choices for the sheet: shown from the document, and written to it as they are made."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from vendorcompare.document.edits.project import choose_sheet
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.fields.checks import show_checked
from vendorcompare.gui.fields.typed import hear_text, show_text
from vendorcompare.gui.forms.ui_report_page import Ui_ReportPage
from vendorcompare.gui.look import plain, wheel
from vendorcompare.gui.look.focus_ring import RingedCells
from vendorcompare.gui.pages.report.vendor_choice import VendorChoiceModel
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import N_, _
from vendorcompare.reports.sheets.registry import SHEETS
from vendorcompare.reports.sheets.sheet import Choice, Sheet

_LANGUAGES: Final = (("zh", "中文"), ("en", "English"), ("both", "中文 + English"))
_PAPERS: Final = (("a4", "A4"), ("letter", "Letter"))
_STATES: Final = ((False, N_("Draft")), (True, N_("Final")))
_MOST_VENDORS: Final = 8  # more of them scroll


class SheetChoices(QObject):
    """Connect the fields of the panel with the settings of the document.

    Signals:
        sheet_chosen(str): the key of the sheet that is to be shown from now on.
    """

    sheet_chosen = Signal(str)

    def __init__(self, form: Ui_ReportPage, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._workspace = workspace
        self._bound = Binding(workspace)
        self._model = VendorChoiceModel(self._bound)
        self._parts: dict[str, QCheckBox] = {}
        self._names: dict[QLineEdit, str] = {
            form.prepared_by: "prepared_by",
            form.reviewed_by: "reviewed_by",
            form.approved_by: "approved_by",
        }
        self._boxes: dict[QComboBox, str] = {
            form.language: "language",
            form.paper: "paper",
            form.status: "final",
        }
        form.vendors.setModel(self._model)
        form.vendors.setItemDelegate(RingedCells(form.vendors))
        for key in SHEETS:
            form.sheet.addItem("", key)
        form.sheet.activated.connect(self._on_sheet)
        form.sheet.setVisible(len(SHEETS) > 1)
        form.sheet_title.setVisible(len(SHEETS) == 1)
        wheel.leave_to_page(form.sheet)
        self._offer_parts()
        for combo, options in zip(self._boxes, (_LANGUAGES, _PAPERS, _STATES), strict=True):
            for value, words in options:
                combo.addItem(words, value)
            combo.activated.connect(self._on_box)
            wheel.leave_to_page(combo)
        for line in self._names:
            line.editingFinished.connect(self.commit)
            hear_text(line, self.commit)
        form.all_vendors.checkStateChanged.connect(self._on_all_vendors)

    @property
    def _sheet(self) -> Sheet:
        """The sheet that is shown."""
        return SHEETS[self._form.sheet.currentData()]

    def part_boxes(self) -> tuple[QCheckBox, ...]:
        """Return the boxes of the parts in their order."""
        return tuple(self._parts.values())

    def fill(self) -> None:
        """Show what the document says; a name that is being typed is left alone."""
        with self._bound.filling() as is_other:
            self._fill(keep_typed=not is_other)

    def _fill(self, *, keep_typed: bool) -> None:
        given = self._workspace.assessment
        settings = given.sheet_settings
        document = self._workspace.document
        read_only = document is not None and bool(document.read_only)
        for combo, name in self._boxes.items():
            combo.setCurrentIndex(combo.findData(getattr(settings, name)))
            combo.setEnabled(not read_only)
        for part, box in self._parts.items():
            show_checked(box, part not in settings.left_out)
            box.setEnabled(not read_only)
        for line, name in self._names.items():
            line.setReadOnly(read_only)
            if not (keep_typed and line.hasFocus() and line.isModified()):
                show_text(line, getattr(settings, name))
        self._model.show_assessment(given, read_only=read_only)
        self._show_all_vendors()
        self._form.all_vendors.setEnabled(not read_only)
        offered = bool(given.vendors) and Choice.VENDORS in self._sheet.options
        self._form.all_vendors.setVisible(offered)
        self._form.vendors.setVisible(offered)
        self._fit_vendors()

    def commit(self) -> None:
        """Take over every name that was typed."""
        document = self._bound.writable
        if document is None:
            return
        settings = document.assessment.sheet_settings
        for line, name in self._names.items():
            typed = line.text().strip()
            if line.isModified() and typed != getattr(settings, name):
                self._bound.attempt(choose_sheet, **{name: typed})
            line.setModified(False)

    def retranslate(self) -> None:
        """Give the choices their words; languages and papers are called the same everywhere."""
        for place, sheet in enumerate(SHEETS.values()):
            self._form.sheet.setItemText(place, _(sheet.title))
        self._form.sheet_title.setText(_(self._sheet.title))
        for part in self._sheet.parts:
            box = self._parts[part.key]
            box.setText(plain.no_mnemonic(_(part.title)))
            box.setAccessibleName(_("Print: {part}").format(part=_(part.title)))
        for place, (_value, words) in enumerate(_STATES):
            self._form.status.setItemText(place, _(words))

    def _fit_vendors(self) -> None:
        """Give the list the height of its rows, up to a few."""
        view, rows = self._form.vendors, self._model.rowCount()
        height = max(view.sizeHintForRow(0), 1)
        view.setFixedHeight(min(rows, _MOST_VENDORS) * height + 2 * view.frameWidth())

    def _on_box(self, place: int) -> None:
        combo = self.sender()
        if isinstance(combo, QComboBox):
            self._choose(self._boxes[combo], combo.itemData(place))

    def _on_sheet(self) -> None:
        self._offer_parts()
        self.retranslate()
        self.fill()
        self.sheet_chosen.emit(self._sheet.key)

    def _offer_parts(self) -> None:
        """Put a box for each part of the sheet in place of those of another one."""
        for box in self._parts.values():
            box.hide()
            box.deleteLater()
        self._parts = {part.key: QCheckBox() for part in self._sheet.parts}
        for key, box in self._parts.items():
            box.setObjectName(f"part_{key}")
            box.toggled.connect(self._on_part)
            self._form.parts.addWidget(box)

    def _on_part(self) -> None:
        """Write down which parts are left out; those of other sheets stay as they are."""
        left_out = self._workspace.assessment.sheet_settings.left_out
        others = [key for key in left_out if key not in self._parts]
        out = [key for key, box in self._parts.items() if not box.isChecked()]
        self._choose("left_out", (*out, *others))

    def _on_all_vendors(self) -> None:
        """Check all vendors, or none if all of them are checked."""
        self._model.choose_all(self._model.chosen() != Qt.CheckState.Checked)
        self._show_all_vendors()

    def _show_all_vendors(self) -> None:
        with QSignalBlocker(self._form.all_vendors):
            self._form.all_vendors.setCheckState(self._model.chosen())

    def _choose(self, name: str, value: object) -> None:
        document = self._bound.writable
        if document is not None and getattr(document.assessment.sheet_settings, name) != value:
            self._bound.attempt(choose_sheet, **{name: value})
