"""The profile of one vendor beside the table."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QWidget

from vendorcompare.core.assessment import Vendor
from vendorcompare.core.credit_code import CodeFit, check, normalised
from vendorcompare.core.names import tidied
from vendorcompare.document.edits import vendors as edits
from vendorcompare.gui.fields.note_edit import NoteEdit
from vendorcompare.gui.fields.typed import hear_text
from vendorcompare.gui.forms.ui_vendor_panel import Ui_VendorPanel
from vendorcompare.gui.look import icons, theme
from vendorcompare.gui.pages.detail_panel import DetailPanel, tell
from vendorcompare.gui.pages.vendors.vendor_model import CODE_LOOKS
from vendorcompare.gui.pages.vendors.vendor_words import STAGES, doubt, same_code
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _

_LINES: Final = (
    "name",
    "credit_code",
    "licence",
    "founded",
    "staff",
    "contact",
    "phone",
    "address",
    "website",
)
_NOTES: Final = ("pros", "cons", "note")


class VendorPanel(DetailPanel[Vendor]):
    """Edit what is known of a vendor; every field is kept while it is typed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.form = Ui_VendorPanel()
        self.form.setupUi(self.inner)
        self.prepare_form()
        form = self.form
        self.fields: dict[str, QLineEdit | NoteEdit] = {
            name: getattr(form, name) for name in (*_LINES, *_NOTES)
        }
        for field in self.fields.values():
            if isinstance(field, QLineEdit):
                field.setMaxLength(2000)
                field.textEdited.connect(self.pause.start)
                field.editingFinished.connect(self.commit)
                hear_text(field, self.pause.start)
            else:
                field.textChanged.connect(self.pause.start)
                field.editing_finished.connect(self.commit)
        form.credit_code.textChanged.connect(self._show_code)
        form.stage.activated.connect(self._on_stage)
        form.files.follow(workspace)
        self.retranslate()

    def show_vendor(self, vendor: Vendor) -> None:
        """Show a vendor; of the one shown already, only what the document changed."""
        before = self.turn_to(vendor)
        with self.bound.filling():
            self._fill(vendor, before)

    def _fill(self, vendor: Vendor, before: Vendor | None) -> None:
        locked = self.locked()
        for name, field in self.fields.items():
            text: str = getattr(vendor, name)
            field.setReadOnly(locked)
            is_typed = before is not None and field.hasFocus() and _typed(name, field) == text
            if not is_typed and (before is None or getattr(before, name) != text):
                _write(field, text)
        self._show_stage(vendor.stage, locked=locked)
        self._show_code()
        self._show_doubt()
        self.form.files.show_place(vendor.key, "", enabled=not locked)
        if before is None:
            self.verticalScrollBar().setValue(0)

    def commit(self) -> None:
        self.pause.stop()
        shown = self.writable()
        if shown is None:
            return
        for name, field in self.fields.items():
            given = self.workspace.assessment.vendor_position
            if shown.key not in given:
                return
            vendor = self.workspace.assessment.vendor(shown.key)
            typed = _typed(name, field)
            if name == "name" and not typed:
                tell(self.form.name_problem, _("A vendor needs a name."), field)
            elif typed != getattr(vendor, name) and _was_typed(field):
                self.bound.attempt(edits.describe_vendor, vendor.key, name, typed)

    def forget(self) -> None:
        super().forget()
        self.form.files.forget()

    def retranslate(self) -> None:
        """Give the panel its words."""
        self.form.retranslateUi(self.inner)
        self.form.files.retranslate()
        self.form.credit_code.setPlaceholderText(_("18 characters, on the licence"))
        if self._shown is not None and self.is_current():
            self._show_stage(self._shown.stage, locked=self.locked())
            self._show_code()
            self._show_doubt()

    def _show_stage(self, stage: str, *, locked: bool) -> None:
        """Offer the stages, and what a file said otherwise as it was written."""
        combo = self.form.stage
        with QSignalBlocker(combo):
            combo.clear()
            for code, words in STAGES.items():
                combo.addItem(_(words), code)
            if stage not in STAGES:
                combo.addItem(stage, stage)
            combo.setCurrentIndex(combo.findData(stage))
        combo.setEnabled(not locked)

    def _show_code(self) -> None:
        """Say how the credit code stands, while it is typed."""
        form = self.form
        checked = check(form.credit_code.text())
        name, colour, _word = CODE_LOOKS[checked.verdict]
        message = checked.message
        if self._shown is not None and self.is_current() and checked.verdict is CodeFit.RIGHT:
            other = same_code(self.workspace.assessment, self._shown.key)
            if other:
                name, colour = "warning", "warning"
                message = _('"{name}" has the same code.').format(name=other)
        form.code_mark.setVisible(bool(name))
        if name:
            form.code_mark.setPixmap(icons.pixmap(name, colour, 16, self.devicePixelRatioF()))
        theme.set_look(form.code_words, colour or "muted")
        tell(form.code_words, message, form.credit_code)

    def _show_doubt(self) -> None:
        """Say under the name that the vendor may be there twice."""
        shown = self._shown
        if shown is not None:
            vendors = self.workspace.assessment.vendors
            words = doubt(shown.name, (each.name for each in vendors if each.key != shown.key))
            tell(self.form.name_problem, words, self.form.name)

    def _on_stage(self, place: int) -> None:
        self.commit()
        shown = self._shown
        stage = str(self.form.stage.itemData(place))
        if shown is not None and stage != shown.stage and not self.locked():
            self.bound.attempt(edits.describe_vendor, shown.key, "stage", stage)


def _typed(name: str, field: QLineEdit | NoteEdit) -> str:
    if isinstance(field, QLineEdit):
        return normalised(field.text()) if name == "credit_code" else tidied(field.text())
    return field.toPlainText()


def _was_typed(field: QLineEdit | NoteEdit) -> bool:
    """Tell whether the user changed a field; what a file says is not tidied up unasked."""
    return field.isModified() if isinstance(field, QLineEdit) else field.document().isModified()


def _write(field: QLineEdit | NoteEdit, text: str) -> None:
    with QSignalBlocker(field):
        if isinstance(field, NoteEdit):
            if field.toPlainText() != text:
                field.setPlainText(text)
            field.document().setModified(False)
        else:
            field.setText(text)
            field.setCursorPosition(0)
