"""The empty rubric: begin with a template, or with a dimension of one's own."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from vendorcompare.core.rubric import Tier
from vendorcompare.gui.look import plain, theme
from vendorcompare.gui.look.card import Card
from vendorcompare.gui.look.said import said
from vendorcompare.i18n import _
from vendorcompare.storage.library.templates import templates

_WIDTH: Final = 800
_COLUMNS: Final = 2


class TemplateChoice(QScrollArea):
    """Offer the templates.

    Signals:
        template_chosen(str): the rubric is to begin with this template.
        dimension_wanted: the rubric is to be written anew.
    """

    template_chosen = Signal(str)
    dimension_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._question = plain.label("", "title", wrap=True)
        self._sentence = plain.label("", "muted", wrap=True)
        self.cards: dict[str, Card] = {}
        self.own = plain.button()
        self.own.clicked.connect(self.dimension_wanted)
        for template in templates():
            card = self.cards[template.id] = Card("", icon="template")
            card.clicked.connect(self._on_card)
        self._lay_out()
        self.retranslate()

    def set_locked(self, locked: bool) -> None:
        """Offer nothing while the document cannot be changed."""
        for part in (*self.cards.values(), self.own):
            part.setEnabled(not locked)

    def retranslate(self) -> None:
        """Give the page its words."""
        self._question.setText(_("What is scored, and how much does it count?"))
        self._sentence.setText(
            _("Begin with a template; everything in it can be changed, and more is in the library.")
        )
        self.own.setText(_("Begin with a &dimension of your own"))
        self.own.setAccessibleName(_("Begin with a dimension of your own"))
        for template in templates():
            count = len(template.at(Tier.QUICK).criteria)
            caption = _("{quick} criteria to begin with, {full} in the library").format(
                quick=count, full=len(template.rubric.criteria)
            )
            title, summary = said(template.title), said(template.summary)
            self.cards[template.id].set_texts(title, summary, caption)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(*[theme.SPACE * 3] * 4)
        column.setSpacing(theme.SPACE * 2)
        column.addStretch(1)
        column.addWidget(self._question)
        column.addWidget(self._sentence)
        grid = QGridLayout()
        grid.setSpacing(theme.SPACE * 2)
        for number, card in enumerate(self.cards.values()):
            grid.addWidget(card, number // _COLUMNS, number % _COLUMNS)
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)
        column.addLayout(grid)
        column.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        outer = QWidget()
        across = QGridLayout(outer)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(inner, 0, 1)
        across.setColumnStretch(0, 1)
        across.setColumnStretch(1, 6)
        across.setColumnStretch(2, 1)
        self.setWidget(outer)

    def _on_card(self) -> None:
        sender = self.sender()
        for template, card in self.cards.items():
            if card is sender:
                self.template_chosen.emit(template)
