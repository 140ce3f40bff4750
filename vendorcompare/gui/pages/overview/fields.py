"""The facts about the assessment, each committed when the user leaves its field.

Only what was touched is committed: a field that was merely filled says nothing of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtWidgets import QLabel, QLineEdit

from vendorcompare.core import formats
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import tidied
from vendorcompare.document.edits import project
from vendorcompare.document.reader.currencies import currency_of
from vendorcompare.document.reader.days import day_of
from vendorcompare.document.reader.numbers import written
from vendorcompare.document.reader.prices import amount_of
from vendorcompare.document.reader.shares import rate_of, typed_rate
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.fields.checks import show_checked
from vendorcompare.gui.fields.typed import hear_text, show_text
from vendorcompare.gui.forms.ui_overview_page import Ui_OverviewPage
from vendorcompare.gui.look import wheel
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import language


class OverviewFields(QObject):
    """Fill the fields from the document, and the document from the fields."""

    def __init__(self, form: Ui_OverviewPage, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._workspace = workspace
        self._bound = Binding(workspace)
        self._is_horizon_touched = False
        self._lines: dict[QLineEdit, tuple[str, Callable[[str], Any], QLabel]] = {
            form.assessment_title: ("title", tidied, form.assessment_title_problem),
            form.buyer: ("buyer", tidied, form.buyer_problem),
            form.currency: ("currency", currency_of, form.currency_problem),
            form.budget: ("budget_monthly", amount_of, form.budget_problem),
            form.discount: ("discount_rate", rate_of, form.discount_problem),
            form.start: ("start", day_of, form.start_problem),
        }
        for line, (_field, _read, problem) in self._lines.items():
            line.editingFinished.connect(self.commit)
            hear_text(line, self.commit)
            problem.hide()
        form.horizon_problem.hide()
        wheel.leave_to_page(form.horizon)
        form.horizon.editingFinished.connect(self.commit)
        form.horizon.valueChanged.connect(self._on_horizon)
        form.vat.toggled.connect(self._on_vat)
        form.note.editing_finished.connect(self.commit)

    def fill(self) -> None:
        """Show what the document says; a field that is being typed in is left alone."""
        with self._bound.filling() as is_other:
            self._fill(keep_typed=not is_other)

    def _fill(self, *, keep_typed: bool) -> None:
        given = self._workspace.assessment
        read_only = bool(self._workspace.document and self._workspace.document.read_only)
        shown = {
            self._form.assessment_title: given.title,
            self._form.buyer: given.buyer,
            self._form.currency: formats.currency_name(given.currency, language()),
            self._form.budget: written(given.budget_monthly),
            self._form.discount: typed_rate(given.discount_rate),
            self._form.start: given.start.isoformat() if given.start else "",
        }
        for line, text in shown.items():
            line.setReadOnly(read_only)
            if not (keep_typed and line.hasFocus() and line.isModified()):
                show_text(line, text)
                line.setCursorPosition(0)  # a long text shows its beginning
                self._lines[line][2].hide()
        with QSignalBlocker(self._form.horizon):
            self._form.horizon.setValue(given.horizon_months)
        self._is_horizon_touched = False
        self._form.horizon.setReadOnly(read_only)
        show_checked(self._form.vat, given.buyer_recovers_vat)
        self._form.vat.setEnabled(not read_only)
        self._form.note.setReadOnly(read_only)
        if self._form.note.toPlainText() != given.note:
            self._form.note.setPlainText(given.note)
        self._form.note.document().setModified(False)

    def commit(self) -> None:
        """Take over every field that was touched."""
        if self._bound.writable is None:
            return
        for line, (field, read, problem) in self._lines.items():
            if line.isModified():
                self._commit_line(line, field, read, problem)
        if self._is_horizon_touched:
            self._is_horizon_touched = False
            self._commit("horizon_months", self._form.horizon.value())
        note = self._form.note.document()
        if note.isModified():
            note.setModified(False)
            self._commit("note", note.toPlainText())

    def _commit_line(
        self, line: QLineEdit, field: str, read: Callable[[str], Any], problem: QLabel
    ) -> None:
        try:
            value = read(line.text())
        except InputError as error:
            problem.setText(error.sentences)
            problem.show()
            line.setAccessibleDescription(problem.text())
            return
        problem.hide()
        line.setAccessibleDescription("")
        line.setModified(False)
        self._commit(field, value)

    def _on_horizon(self, _months: int) -> None:
        """Take over what assistive technology set; who types is not done yet."""
        self._is_horizon_touched = True
        if not self._form.horizon.hasFocus():
            self.commit()

    def _on_vat(self, recovers: bool) -> None:
        self.commit()
        self._commit("buyer_recovers_vat", recovers)

    def _commit(self, field: str, value: object) -> None:
        document = self._bound.writable
        if document is not None and getattr(document.assessment, field) != value:
            self._bound.attempt(project.describe, **{field: value})
