"""The navigation rail: one button for each page, foldable to its icons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from vendorcompare.gui.fields.checks import show_checked
from vendorcompare.gui.look import theme
from vendorcompare.gui.look.tab_stops import enter_at_chosen
from vendorcompare.gui.window.rail_button import RailButton
from vendorcompare.i18n import _


@dataclass(frozen=True, slots=True)
class RailEntry:
    """Describe a page in the rail; the word is a message marked with `N_`."""

    page: str
    word: str
    icon: str
    starts_group: bool = False


class Rail(QFrame):
    """Choose a page by mouse, or with the up and down keys.

    Signals:
        page_chosen(str): the user went to a page.
        folded_changed(bool): the words were hidden or shown.
    """

    page_chosen = Signal(str)
    folded_changed = Signal(bool)

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._entries = tuple(entries)
        self._buttons = {entry.page: self._button(entry) for entry in self._entries}
        self._current = ""
        self._folded = False
        self._fold = RailButton("fold", self)
        self._fold.clicked.connect(self._on_fold_clicked)
        self._lay_out()
        self._retranslate()
        if self._entries:
            self.set_page(self._entries[0].page)

    def page(self) -> str:
        """Return the chosen page."""
        return self._current

    def has_focus(self) -> bool:
        """Tell whether somebody walks through the pages with the keys."""
        return any(button.hasFocus() for button in self._buttons.values())

    def set_page(self, page: str) -> None:
        """Mark a page as chosen, without announcing it."""
        self._current = page
        for name, button in self._buttons.items():
            show_checked(button, name == page)
        enter_at_chosen(self._buttons.values())

    def is_folded(self) -> bool:
        """Tell whether only the icons are shown."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Show only the icons, or icons and words."""
        if folded != self._folded:
            self._folded = folded
            self._retranslate()
            self.folded_changed.emit(folded)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._retranslate()
        super().changeEvent(event)

    def _on_walked(self, key: int) -> None:
        """Go to the page above or below, or to the first or last."""
        pages = list(self._buttons)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(pages[0] if key == Qt.Key.Key_Home else pages[-1])
        elif self._current in pages:
            step = -1 if key == Qt.Key.Key_Up else 1
            self._choose(pages[(pages.index(self._current) + step) % len(pages)])

    def _choose(self, page: str) -> None:
        changed = page != self._current
        self.set_page(page)
        self._buttons[page].setFocus(Qt.FocusReason.TabFocusReason)
        if changed:
            self.page_chosen.emit(page)

    def _on_button_toggled(self, checked: bool) -> None:
        if checked:
            self._on_button_clicked()

    def _on_button_clicked(self) -> None:
        button = self.sender()
        page = next((name for name, known in self._buttons.items() if known is button), "")
        if page:
            self._choose(page)

    def _on_fold_clicked(self) -> None:
        self.set_folded(not self._folded)

    def _button(self, entry: RailEntry) -> RailButton:
        button = RailButton(entry.icon, self)
        button.setCheckable(True)
        button.setAutoExclusive(True)  # so that readers call it one choice of several
        button.toggled.connect(self._on_button_toggled)
        button.clicked.connect(self._on_button_clicked)
        button.walked.connect(self._on_walked)
        return button

    def _lay_out(self) -> None:
        """Stack the pages in a scroll area, so that a low window still reaches the last one."""
        pages = QWidget()
        column = QVBoxLayout(pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for entry in self._entries:
            if entry.starts_group:
                column.addSpacing(theme.SPACE * 2)
            column.addWidget(self._buttons[entry.page])
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(pages)
        scroll.viewport().setAutoFillBackground(False)
        pages.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        outer.addWidget(scroll, 1)
        outer.addWidget(self._fold)

    def _retranslate(self) -> None:
        for entry in self._entries:
            self._buttons[entry.page].set_words(_(entry.word), folded=self._folded, tip=False)
        self._fold.set_icon("unfold" if self._folded else "fold")
        words = _("Show names") if self._folded else _("Hide names")
        self._fold.set_words(words, folded=True, tip=True)
        self.setAccessibleName(_("Pages"))
        self._fit_width()

    def _fit_width(self) -> None:
        buttons = [*self._buttons.values(), self._fold]
        widest = max(button.sizeHint().width() for button in buttons)
        self.setFixedWidth(widest + 2 * theme.SPACE + 1)
