"""Let the sheet out: to a file, byte for byte what is previewed, or to paper."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vendorcompare import files
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import UserError
from vendorcompare.gui.files.choosers import FileChooser, safe_name
from vendorcompare.gui.jobs import Ends
from vendorcompare.gui.notices.notice_bar import NoticeAction, NoticeBar
from vendorcompare.gui.notices.written_files import offers
from vendorcompare.gui.pages.report.pdf_pages import PdfPages
from vendorcompare.gui.pages.report.preview import Preview
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from vendorcompare.gui.pages.report.printing import Printing

_LONGEST_NAME: Final = 66


class Output(QObject):
    """Save and print what the preview shows.

    Signals:
        printing(int, int): so many pages of so many are begun; 0 of 0 when it is over.
    """

    printing = Signal(int, int)

    def __init__(
        self, workspace: Workspace, preview: Preview, notice: NoticeBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._workspace = workspace
        self._preview = preview
        self._notice = notice
        self._running: Printing | None = None

    def save(self) -> None:
        """Ask for a name and write the sheet under it."""
        self._workspace.settle()
        document = self._workspace.document
        suggestion = Path(proposed_name(self._workspace.assessment))
        path = FileChooser.of(self._window).to_save(
            _("Save as PDF"), _("Sheets (*.pdf)"), suggestion, "pdf"
        )
        if path is not None and document is self._workspace.document:
            self._preview.hand_over(partial(self._write, path))

    def ask_print(self, current: int) -> None:
        """Ask for a printer and pages, and print them; one sheet at a time."""
        self._workspace.settle()
        if self._running is None:
            self._preview.hand_over(partial(self._ask_printer, current))

    def cancel(self) -> None:
        """Stop printing."""
        if self._running is not None:
            self._running.cancel()

    def print_on(self, printer: QPrinter, sheet: bytes, current: int) -> None:
        """Print a sheet as a printer was told to; one that makes a file gets the PDF itself."""
        from vendorcompare.gui.pages.report import printing

        pages = PdfPages(sheet)
        numbers = printing.chosen_pages(printer, len(pages), current)
        if not numbers:
            pages.close()
            self._tell(UserError(_("There is no such page."), hint=_("Choose other pages.")))
            return
        file = printer.outputFileName()
        if file:
            whole = numbers == list(range(len(pages)))
            part = sheet if whole else pages.extract(numbers)
            pages.close()
            self._write(Path(file), part)
            return
        self._running = printing.Printing(pages, numbers, printer, self)
        self._running.progressed.connect(self.printing)
        self._running.ended.connect(self._on_printed)
        self._running.start()

    def _ask_printer(self, current: int, sheet: bytes) -> None:
        from vendorcompare.gui.pages.report import printing

        pages = PdfPages(sheet)
        printer = printing.printer_for(pages, self._workspace.assessment.title)
        count = len(pages)
        pages.close()
        if printing.ask(printer, count, self._window.window()):
            self.print_on(printer, sheet, current)

    def _on_printed(self, error: UserError | None) -> None:
        done, self._running = self._running, None
        if done is not None:
            done.deleteLater()
        self.printing.emit(0, 0)
        if error is not None:
            self._tell(error)

    def _write(self, path: Path, sheet: bytes) -> None:
        """Write beside the window: a stick or a network folder can take its time."""
        self._workspace.jobs.start(
            lambda _progress: files.write(path, sheet),
            Ends(lambda _result: self._on_written(path), self._on_not_written),
            words=_('Writing "{name}"...').format(name=path.name),
        )

    def _on_written(self, path: Path) -> None:
        words = _('Saved as "{name}".').format(name=path.name)
        self._notice.show_notice(words, offers(path), "good")

    def _on_not_written(self, error: UserError) -> None:
        self._tell(error, NoticeAction(_("Save elsewhere..."), self.save))

    def _tell(self, error: UserError, *actions: NoticeAction) -> None:
        words = error.sentences
        self._notice.show_notice(words, actions, "bad")


def proposed_name(assessment: Assessment) -> str:
    """Return a file name that says what it is, for whom, and of which day."""
    parts = [assessment.title or _("Comparison"), assessment.buyer]
    name = safe_name("-".join(part.strip() for part in parts if part.strip()))
    today = datetime.now().astimezone().date().isoformat()
    return f"{name[:_LONGEST_NAME].rstrip(' .')}-{today}.pdf"
