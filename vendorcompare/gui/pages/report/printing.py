"""Put the pages of a PDF on paper, sharp at the resolution of the printer."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from vendorcompare.core.errors import UserError
from vendorcompare.gui.pages.report.pdf_pages import PdfPages
from vendorcompare.i18n import _

_FINEST: Final = 600  # dots per inch; finer cannot be seen, and takes four times the memory
_BAND: Final = 6_000_000  # pixels drawn in one go, so that the window stays alive
_OVERLAP: Final = 16  # rows drawn twice, so that rounding leaves no seam between two bands
_POINTS: Final = 72


def printer_for(pages: PdfPages, title: str) -> QPrinter:
    """Return a printer that has the paper of a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("VendorCompare")
    printer.setFullPage(True)  # the pages bring their own margins
    size = pages.size(0)
    upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point))
    return printer


def ask(printer: QPrinter, count: int, window: QWidget) -> bool:
    """Let the user choose printer and pages; False if it is not to be printed."""
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(_("Print"))
    dialog.setMinMax(1, count)
    dialog.setFromTo(1, count)
    for option in (
        QPrintDialog.PrintDialogOption.PrintPageRange,
        QPrintDialog.PrintDialogOption.PrintCurrentPage,
    ):
        dialog.setOption(option, True)
    accepted = bool(dialog.exec())
    dialog.deleteLater()
    return accepted


def chosen_pages(printer: QPrinter, count: int, current: int) -> list[int]:
    """Return which pages are to be printed, counted from 0, in their order on the stack."""
    kind = QPrinter.PrintRange
    match printer.printRange():
        case kind.CurrentPage:
            numbers = [current]
        case kind.PageRange:
            ranges = [(r.from_, r.to) for r in printer.pageRanges().toRangeList()]
            ranges = ranges or [(printer.fromPage(), printer.toPage())]
            numbers = [n - 1 for a, b in ranges for n in range(max(a, 1), min(b, count) + 1)]
        case _all:
            numbers = list(range(count))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    if printer.supportsMultipleCopies():
        return numbers
    copies = printer.copyCount()
    if printer.collateCopies():
        return numbers * copies
    return [number for number in numbers for _copy in range(copies)]


class Printing(QObject):
    """Draw page after page, a band at a time between the other events of the window.

    Signals:
        progressed(int, int): so many pages of so many are begun.
        ended(object): it is done, with None, or cannot be, with the `UserError`.
    """

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(
        self, pages: PdfPages, numbers: Sequence[int], printer: QPrinter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._numbers = numbers
        self._printer = printer
        self._painter = QPainter()
        self._bands = self._draw()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)

    def start(self) -> None:
        """Begin; `ended` tells when it is over."""
        self._timer.start()

    def cancel(self) -> None:
        """Take back what has not come out yet."""
        self._printer.abort()
        self._end(None)

    def _on_turn(self) -> None:
        try:
            next(self._bands)
        except StopIteration:
            self._end(None)
        except UserError as error:
            self._printer.abort()
            self._end(error)

    def _end(self, error: UserError | None) -> None:
        self._timer.stop()
        self._bands.close()
        if self._painter.isActive() and not self._painter.end():
            error = error or _failure(self._printer)
        if error is None and self._printer.printerState() == QPrinter.PrinterState.Error:
            error = _failure(self._printer)
        self._pages.close()
        self.ended.emit(error)

    def _draw(self) -> Generator[None]:
        """Draw everything, and stop after each band."""
        for done, number in enumerate(self._numbers):
            self.progressed.emit(done + 1, len(self._numbers))
            yield
            size = self._pages.size(number)
            wide = size.width() > size.height()
            lies = QPageLayout.Orientation
            self._printer.setPageOrientation(lies.Landscape if wide else lies.Portrait)
            ready = self._printer.newPage() if done else self._painter.begin(self._printer)
            if not ready:
                raise _failure(self._printer)
            yield from self._draw_page(number, size)

    def _draw_page(self, number: int, size: QSizeF) -> Iterator[None]:
        """Draw one page to the size of the paper, turned where the paper cannot be."""
        painter, paper = self._painter, self._paper()
        dots = min(self._printer.resolution(), _FINEST) / _POINTS
        painter.save()
        if (size.width() > size.height()) != (paper.width() > paper.height()):
            painter.translate(paper.width(), 0)
            painter.rotate(90)
            paper = paper.transposed()
        fit = min(paper.width() / size.width(), paper.height() / size.height())
        painter.translate(
            (paper.width() - size.width() * fit) / 2, (paper.height() - size.height() * fit) / 2
        )
        painter.scale(fit / dots, fit / dots)
        for top, bottom in _bands(size, dots):
            picture = self._pages.picture(number, dots, top, bottom)
            painter.drawImage(QRectF(0, top, picture.width(), picture.height()), picture)
            yield
        painter.restore()

    def _paper(self) -> QSizeF:
        """Return the size of the paper, as it lies now, in dots."""
        layout = self._printer.pageLayout()
        return QSizeF(layout.fullRectPixels(self._printer.resolution()).size())


def _bands(size: QSizeF, dots: float) -> Iterator[tuple[int, int]]:
    """Cut a page into strips of a bearable number of pixels: their tops and bottoms."""
    tall = max(int(_BAND / (size.width() * dots)), 1)
    height = round(size.height() * dots)
    for top in range(0, height, tall):
        yield max(top - _OVERLAP, 0), min(top + tall, height)


def _failure(printer: QPrinter) -> UserError:
    name = printer.printerName() or Path(printer.outputFileName()).name
    return UserError(
        _('"{name}" could not print.').format(name=name),
        hint=_("Check that it is switched on and has paper, or save the PDF instead."),
    )
