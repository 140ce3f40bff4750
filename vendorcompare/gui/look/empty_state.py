"""What a page shows while it has nothing to show: what it answers, and how to begin."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorcompare.gui.look import icons, plain, theme
from vendorcompare.i18n import _

_ICON_SIZE: Final = 48
_TEXT_WIDTH: Final = 440


class EmptyState(QWidget):
    """Explain an empty page in a question, one sentence and one button.

    The texts are messages marked with `N_`; they are translated here, and again after a
    change of language.

    Signals:
        action_requested: the button was pressed.
    """

    action_requested = Signal()

    def __init__(
        self,
        icon: str,
        question: str,
        sentence: str,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._messages = (question, sentence, action)
        self._symbol = plain.label()
        self._question = plain.label(look="title", wrap=True)
        self._sentence = plain.label(look="muted", wrap=True)
        self._button = plain.button(look="primary")
        self._button.clicked.connect(self.action_requested)
        self._lay_out()
        self._button.setVisible(bool(action))  # only now: what has no parent is a window
        self._retranslate()

    def set_messages(self, question: str, sentence: str, action: str = "") -> None:
        """Replace the messages, for a page that can be empty for more than one reason."""
        self._messages = (question, sentence, action)
        self._button.setVisible(bool(action))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._draw_symbol()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        """Centre a column of fixed width, a little above the middle."""
        self._symbol.setFixedHeight(_ICON_SIZE)
        texts = QWidget()
        texts.setFixedWidth(_TEXT_WIDTH)
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addStretch(2)
        for part in (self._symbol, self._question, self._sentence):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addSpacing(theme.SPACE)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(texts)
        outer.addStretch(1)

    def _draw_symbol(self) -> None:
        ratio = self.devicePixelRatioF()
        self._symbol.setPixmap(icons.pixmap(self._icon, "muted", _ICON_SIZE, ratio))

    def _retranslate(self) -> None:
        question, sentence, action = (_(message) if message else "" for message in self._messages)
        self._question.setText(question)
        self._sentence.setText(sentence)
        self._button.setText(action)
        self.setAccessibleName(question)
        self.setAccessibleDescription(sentence)
        self._draw_symbol()
