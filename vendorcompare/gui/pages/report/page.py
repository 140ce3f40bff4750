"""The report: the very PDF that will be printed, and what is to be on it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from vendorcompare.core.errors import UnscorableError, UserError
from vendorcompare.core.parts import Part
from vendorcompare.gui.commands import Scope, actions
from vendorcompare.gui.forms.ui_report_page import Ui_ReportPage
from vendorcompare.gui.look.empty_state import EmptyState
from vendorcompare.gui.pages.page import Page
from vendorcompare.gui.pages.report.choices import SheetChoices
from vendorcompare.gui.pages.report.output import Output
from vendorcompare.gui.pages.report.pdf_view import PdfView
from vendorcompare.gui.pages.report.preview import Preview
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import N_, _
from vendorcompare.reports.sheets.choosing import NoVendorChosen
from vendorcompare.reports.sheets.sheet import NoPartChosen

if TYPE_CHECKING:
    from vendorcompare.core.assessment import Assessment
    from vendorcompare.document.document import Changes

_PATIENCE: Final = 300  # milliseconds before work is shown
_QUESTION: Final = N_("What will be on the sheet?")
_EMPTY: Final = {  # the page where the next step is done → sentence, button
    "rubric": (N_("Choose what is to be compared, then score it."), N_("Go to the rubric")),
    "vendors": (N_("Add the vendors that are to be compared."), N_("Go to the vendors")),
}
_MENDED: Final[dict[type, str]] = {
    NoVendorChosen: "",
    NoPartChosen: "",
    UnscorableError: "rubric",
}  # else costs
_REMEDIES: Final = {"rubric": N_("Go to the rubric"), "costs": N_("Go to the costs"), "": ""}


class ReportPage(Page):
    """Show the sheet as it will be printed, save it and print it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._remedy = ""
        self._form = Ui_ReportPage()
        self._form.setupUi(self)
        self._choices = SheetChoices(self._form, workspace, self)
        self._preview = Preview(workspace, self)
        self._form.notice.float_over(self._form.answer)  # the buttons beside it stay in sight
        self._output = Output(workspace, self._preview, self._form.notice, self)
        self._empty = EmptyState("report", _QUESTION, "")
        self._problem = EmptyState("warning", "", "")
        self._busy_timer = self.later(self._show_busy, _PATIENCE)
        self._beginning = self.later(self._begin_with_the_sheet)
        self._prepare()
        self._connect()
        self.retranslate()

    def view(self) -> PdfView:
        """Return the preview."""
        return self._form.view

    def output(self) -> Output:
        """Return what saves and prints."""
        return self._output

    def forget_document(self) -> None:
        self._preview.forget()
        self._form.notice.dismiss()
        self._form.view.clear()

    def show_document(self) -> None:
        self._choices.fill()
        if self._can_show():
            self._preview.want(at_once=True)

    def show_changes(self, changes: Changes) -> None:
        """Follow a choice at once; the sheet follows when the user pauses."""
        if changes.parts & {Part.SHEET, Part.VENDORS}:
            self._choices.fill()
        if self._can_show():
            self._preview.want()

    def retranslate(self) -> None:
        self._form.retranslateUi(self)
        self._choices.retranslate()

    def finish_editing(self) -> None:
        self._choices.commit()

    def beginning(self) -> QWidget:
        return self._form.view.sheet()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._beginning.start()

    def _begin_with_the_sheet(self) -> None:
        """Let the page keys turn pages from the start, not change the first choice."""
        if self.focusWidget() in (self._form.sheet, self._form.language):
            self.beginning().setFocus()

    def _prepare(self) -> None:
        """Do what a form cannot say."""
        form = self._form
        form.busy.hide()
        form.across.setStretchFactor(1, 1)
        form.stack.addWidget(self._empty)
        form.stack.addWidget(self._problem)
        sheet = form.view.sheet()
        zoom = {
            "zoom_in": sheet.zoom_in,
            "zoom_out": sheet.zoom_out,
            "fit_width": form.view.fit_width,
        }
        for action in actions(Scope.REPORT, self, zoom).values():
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        form = self._form
        order: tuple[QWidget, ...] = (
            *(form.sheet, form.language, form.paper, form.status),
            *self._choices.part_boxes(),
            *(form.all_vendors, form.vendors),
            *(form.prepared_by, form.reviewed_by, form.approved_by),
            *(form.save_button, form.print_button),
        )
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        form = self._form
        self._choices.sheet_chosen.connect(self._on_sheet)
        self._preview.made.connect(self._on_made)
        self._preview.failed.connect(self._on_failed)
        self._preview.busy_changed.connect(self._on_busy)
        self._output.printing.connect(self._on_printing)
        self._empty.action_requested.connect(self._on_remedy)
        self._problem.action_requested.connect(self._on_remedy)
        form.save_button.clicked.connect(self._output.save)
        form.print_button.clicked.connect(self._on_print)
        form.stop_button.clicked.connect(self._output.cancel)
        self.workspace.print_wanted.connect(self._on_print_wanted)

    def _can_show(self) -> bool:
        """Tell whether there is anything to print; else say what comes first."""
        self._remedy = _missing_step(self.workspace.assessment)
        if self._remedy:
            self._set_ready(False)
            self._empty.set_messages(_QUESTION, *_EMPTY[self._remedy])
            self._form.stack.setCurrentWidget(self._empty)
        elif self._form.stack.currentWidget() is self._empty:
            self._form.stack.setCurrentWidget(self._form.preview)
        return not self._remedy

    def _set_ready(self, ready: bool) -> None:
        self._form.save_button.setEnabled(ready)
        self._form.print_button.setEnabled(ready)

    def _on_sheet(self, key: str) -> None:
        """Show another sheet, from its first page."""
        self._set_tab_order()
        self._form.view.clear()
        self._preview.choose_sheet(key)
        if self._can_show():
            self._preview.want(at_once=True)

    def _on_made(self, sheet: bytes) -> None:
        self._set_ready(True)
        self._form.stack.setCurrentWidget(self._form.preview)
        self._form.view.show_pdf(sheet)

    def _on_failed(self, error: UserError) -> None:
        """Say in place of the sheet why there is none, and where that is mended."""
        mended = (page for kind, page in _MENDED.items() if isinstance(error, kind))
        self._remedy = next(mended, "costs")
        self._problem.set_messages(error.message, error.hint, _REMEDIES[self._remedy])
        self._form.stack.setCurrentWidget(self._problem)
        self._set_ready(False)

    def _on_remedy(self) -> None:
        self.workspace.page_wanted.emit(self._remedy)

    def _on_busy(self, busy: bool) -> None:
        if busy:
            self._busy_timer.start()
        else:
            self._busy_timer.stop()
            self._form.busy.hide()

    def _show_busy(self) -> None:
        self._form.busy_text.setText(_("Laying out the sheet..."))
        self._form.busy_bar.setRange(0, 0)
        self._form.stop_button.hide()
        self._form.busy.show()

    def _on_printing(self, page: int, count: int) -> None:
        form = self._form
        words = _("Printing page {page} of {pages}")
        form.busy_text.setText(words.format(page=page, pages=count))
        form.busy_bar.setRange(0, max(count, 1))
        form.busy_bar.setValue(page)
        form.stop_button.show()
        form.busy.setVisible(count > 0)
        form.print_button.setEnabled(count == 0)

    def _on_print(self) -> None:
        self._output.ask_print(self._form.view.page())

    def _on_print_wanted(self) -> None:
        if self.isVisible() and self._form.print_button.isEnabled():
            self._on_print()


def _missing_step(assessment: Assessment) -> str:
    """Return the page on which something must be done before there is anything to print."""
    if not assessment.rubric.criteria:
        return "rubric"
    return "" if assessment.vendors else "vendors"
