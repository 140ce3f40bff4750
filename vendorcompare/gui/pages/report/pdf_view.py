"""The preview of a PDF: the very pages that will be printed, to leaf through and to enlarge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from vendorcompare.gui.look import icons, plain, theme
from vendorcompare.gui.pages.report.pdf_pages import PdfPages
from vendorcompare.gui.pages.report.pdf_sheet import Fit, PdfSheet
from vendorcompare.i18n import _


class PdfView(QWidget):
    """Show a PDF with the buttons to turn its pages and to change its size.

    Signals:
        page_turned(int): another page is shown, counted from 0.
    """

    page_turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._sheet = PdfSheet()
        self._status = plain.label(look="muted")
        self._zoom = plain.label(look="muted")
        self._previous = self._button("previous", self.previous_page)
        self._next = self._button("next", self.next_page)
        self._out = self._button("zoom-out", self._sheet.zoom_out)
        self._in = self._button("zoom-in", self._sheet.zoom_in)
        self._fit_width = self._button("fit", self.fit_width)
        self._fit_page = self._button("fit-page", self.fit_page)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE // 2)
        for part in (self._previous, self._status, self._next):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self._out, self._zoom, self._in, self._fit_width, self._fit_page):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(row)
        column.addWidget(self._sheet, 1)
        self._sheet.turned.connect(self._on_turned)
        self._sheet.zoomed.connect(self._show_state)
        self._retranslate()

    def show_pdf(self, source: bytes | Path) -> None:
        """Show a PDF, at the page that was shown before if there is one."""
        old, self._pages = self._pages, PdfPages(source)
        self._sheet.set_pages(self._pages)
        if old is not None:
            old.close()
        self._describe()
        self._show_state()

    def clear(self) -> None:
        """Show nothing, and let go of the file."""
        self._sheet.set_pages(None)
        if self._pages is not None:
            self._pages.close()
        self._pages = None
        self._describe()
        self._show_state()

    def page_count(self) -> int:
        """Return the number of pages."""
        return self._sheet.count()

    def page(self) -> int:
        """Return the page shown, counted from 0."""
        return self._sheet.number()

    def show_page(self, number: int) -> None:
        """Show a page, counted from 0."""
        self._sheet.turn_to(number)

    def next_page(self) -> None:
        """Show the page after this one."""
        self.show_page(self.page() + 1)

    def previous_page(self) -> None:
        """Show the page before this one."""
        self.show_page(self.page() - 1)

    def fit_width(self) -> None:
        """Make the page as wide as the view."""
        self._set_fit("width")

    def fit_page(self) -> None:
        """Show the whole page."""
        self._set_fit("page")

    def status(self) -> str:
        """Return which page is shown, in words."""
        return self._status.text()

    def sheet(self) -> PdfSheet:
        """Return the part that takes mouse and keys."""
        return self._sheet

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _button(self, icon: str, do: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(icons.SIZE, icons.SIZE))
        button.clicked.connect(do)
        return button

    def _set_fit(self, fit: Fit) -> None:
        self._sheet.set_fit(fit)
        self._show_state()

    def _on_turned(self, number: int) -> None:
        self._describe()
        self._show_state()
        self.page_turned.emit(number)

    def _show_state(self) -> None:
        count, number = self.page_count(), self.page()
        words = _("Page {number} of {count}").format(number=number + 1, count=count)
        self._status.setText(words if count else _("No pages"))
        self._zoom.setText(f"{100 * self._sheet.zoom():.0f}%")
        self._previous.setEnabled(number > 0)
        self._next.setEnabled(number + 1 < count)
        for button in (self._out, self._in, self._fit_width, self._fit_page):
            button.setEnabled(count > 0)

    def _describe(self) -> None:
        """Let a reader for the blind read the page."""
        text = self._pages.text(self.page()) if self._pages is not None else ""
        self._sheet.setAccessibleDescription(text)

    def _retranslate(self) -> None:
        for button, words, keys in (
            (self._previous, _("Previous page"), "PgUp"),
            (self._next, _("Next page"), "PgDown"),
            (self._out, _("Smaller"), "Ctrl+-"),
            (self._in, _("Larger"), "Ctrl++"),
            (self._fit_width, _("Fit width"), "Ctrl+0"),
            (self._fit_page, _("Whole page"), ""),
        ):
            button.setAccessibleName(words)
            plain.set_tool_tip(button, f"{words} ({keys})" if keys else words)
        self._sheet.setAccessibleName(_("Preview"))
        self._show_state()
