"""The start page: templates, the sample, and the files that were open before."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6 import QtGui
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from vendorcompare.gui.files.recent import RecentFiles
from vendorcompare.gui.forms.ui_start_page import Ui_StartPage
from vendorcompare.gui.look import theme
from vendorcompare.gui.look.card import Card
from vendorcompare.gui.look.said import said
from vendorcompare.gui.pages.start.recent_row import RecentRow
from vendorcompare.gui.pages.start.template_heads import template_heads
from vendorcompare.i18n import _

if TYPE_CHECKING:
    from vendorcompare.core.rubric import Template

_WIDEST: Final = 1040
_COLUMNS: Final = 2
_SHOWN_FILES: Final = 6


class StartPage(QWidget):
    """Offer the ways in.

    At first there is only what is seen; `complete` brings the rest.

    Signals:
        template_chosen(str): a new assessment from this template is wanted.
        file_chosen(Path): a recent file is to be opened.
        open_wanted: a file is to be asked for.
        sample_wanted: the sample is to be opened.
    """

    template_chosen = Signal(str)
    file_chosen = Signal(object)
    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, recent: RecentFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = recent
        self._heads = template_heads()
        self._counts: Mapping[str, tuple[int, int]] = {}
        self._cards: dict[str, Card] = {}
        self._rows: list[RecentRow] = []
        self._is_complete = False
        self._form = Ui_StartPage()
        self._form.setupUi(self)
        self._make_cards()
        self._form.open_button.clicked.connect(self.open_wanted)
        self._form.sample_button.clicked.connect(self.sample_wanted)
        recent.changed.connect(self._fill_recent)
        self._retranslate()

    def complete(self) -> None:
        """Bring in what can be done with recent files besides opening them."""
        self._is_complete = True
        for row in self._rows:
            row.complete()

    def show_counts(self, templates: tuple[Template, ...]) -> None:
        """Add what only the whole templates tell: how much there is to score."""
        from vendorcompare.core.rubric import Tier

        self._counts = {
            template.id: (
                len(template.at(Tier.QUICK).criteria),
                len(template.rubric.criteria),
            )
            for template in templates
        }
        self._fill_cards()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._form.retranslateUi(self)
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._form.column.setFixedWidth(min(self.width() - 6 * theme.SPACE, _WIDEST))

    def _make_cards(self) -> None:
        for number, head in enumerate(self._heads):
            card = self._cards[head.id] = Card("", icon="template")
            card.setObjectName(f"template_{head.id}")
            card.clicked.connect(self._on_card)
            self._form.templates.addWidget(card, number // _COLUMNS, number % _COLUMNS)
        for column in range(_COLUMNS):
            self._form.templates.setColumnStretch(column, 1)

    def _retranslate(self) -> None:
        self.setAccessibleName(_("Start"))
        self._fill_cards()
        self._fill_recent()

    def _fill_cards(self) -> None:
        for head in self._heads:
            caption = " "  # keeps the room, so that nothing moves when the figures come
            if head.id in self._counts:
                quick, full = self._counts[head.id]
                caption = _("{quick} criteria to begin with, {full} in the library").format(
                    quick=quick, full=full
                )
            title, summary = said(head.title), said(head.summary)
            self._cards[head.id].set_texts(title, summary, caption)

    def _fill_recent(self) -> None:
        for row in self._rows:
            self._form.recent.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(path) for path in self._recent.paths()[:_SHOWN_FILES]]
        for row in self._rows:
            self._form.recent.addWidget(row)
        self._form.no_recent.setVisible(not self._rows)
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        form = self._form
        chain = [*self._cards.values(), *self._rows, form.open_button, form.sample_button]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def _row(self, path: Path) -> RecentRow:
        row = RecentRow(path, self._recent)
        row.clicked.connect(self._on_row)
        if self._is_complete:
            row.complete()
        return row

    def _on_card(self) -> None:
        card = self.sender()
        for id, known in self._cards.items():
            if known is card:
                self.template_chosen.emit(id)

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, RecentRow):
            self.file_chosen.emit(row.path)
