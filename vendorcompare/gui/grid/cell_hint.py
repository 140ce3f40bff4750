"""The sentence by a cell that says why what was typed does not fit, or asks what is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vendorcompare.gui.look import icons, plain, theme

_WIDTH: Final = 320
_MOST: Final = 3  # meanings that are offered as buttons


class CellHint(QFrame):
    """Say one sentence under a cell, or above it where there is no room.

    Signals:
        chosen(str): one of the meanings that were offered is meant.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = parent
        self.setObjectName("cell_hint")
        self._choices: tuple[str, ...] = ()
        self._symbol = plain.label()
        self._text = plain.label(wrap=True)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE, 6, theme.SPACE, 6)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.addWidget(self._text)
        self._offers = QHBoxLayout()
        down.addLayout(self._offers)
        row.addLayout(down, 1)
        self.hide()

    def show_at(self, cell: QRect, words: str, choices: Sequence[str] = ()) -> None:
        """Say something by a cell, and offer what it can mean."""
        self._text.setText(words)
        self._offer(choices)
        self.setAccessibleName(words)
        self._draw_symbol()
        area = self._area.rect()
        width = min(_WIDTH, area.width())
        self.setFixedWidth(width)
        self._row.activate()  # what was offered before may have changed it
        height = max(self._row.heightForWidth(width), self._row.minimumSize().height())
        self.setFixedHeight(height)
        below = cell.bottom() + 3
        top = below if below + height <= area.bottom() else cell.top() - height - 2
        left = min(cell.left(), area.width() - width)
        self.move(max(0, left), max(0, top))
        self.show()
        self.raise_()
        self._announce(words)

    def _announce(self, words: str) -> None:
        # Not before there is something to say: they bring two hundred constants.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and not self.isHidden():
            self._draw_symbol()
        super().changeEvent(event)

    def _draw_symbol(self) -> None:
        ratio = self.devicePixelRatioF()
        self._symbol.setPixmap(icons.pixmap("error", "bad", icons.SIZE, ratio))

    def _offer(self, choices: Sequence[str]) -> None:
        if tuple(choices) == self._choices:
            return  # the press that ends an entry, and so asks again, is on one of the buttons
        self._choices = tuple(choices)
        while (item := self._offers.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for choice in choices[:_MOST]:
            button = QPushButton(plain.no_mnemonic(choice))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the entry stays open behind it
            button.clicked.connect(lambda _checked=False, meant=choice: self.chosen.emit(meant))
            self._offers.addWidget(button)
        if choices:
            self._offers.addStretch(1)

    def text(self) -> str:
        """Return the sentence that is shown, or nothing."""
        return "" if self.isHidden() else self._text.text()

    def dismiss(self) -> None:
        """Take the sentence away."""
        self.hide()
