"""A large button that explains itself: a title, a sentence, a line of figures.

Cards stand on the first picture, so Qt paints them itself: a painter that is told a colour by
Python makes all the constants of Qt first, which takes longer than the whole picture.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from vendorcompare.gui.look import pictures, plain, theme
from vendorcompare.gui.look.short_path import short_path

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

_PAD: Final = 14
_ICON_GAP: Final = 12


class Card(QAbstractButton):
    """Show a choice with its consequences; all texts are literal."""

    def __init__(
        self,
        title: str,
        text: str = "",
        caption: str = "",
        *,
        icon: str = "",
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a card; a quiet one has no edge and less air, for lists."""
        super().__init__(parent)
        self._icon = icon
        self._face = QFrame(self)
        self._face.setProperty("look", "row" if quiet else "choice")
        self._symbol = QLabel()
        self._title = _Line("heading")
        self._text = QLabel()
        self._text.setProperty("textFormat", "PlainText")
        self._text.setProperty("look", "muted")
        self._text.setWordWrap(True)
        self._caption = _Line("caption", middle=True)
        self.setProperty("focusPolicy", "StrongFocus")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._lay_out(theme.SPACE if quiet else _PAD, 2 if quiet else 4)
        self._draw_symbol()
        self.set_texts(title, text, caption)

    def set_texts(self, title: str, text: str = "", caption: str = "") -> None:
        """Say something else."""
        self.setText(plain.no_mnemonic(title))
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(part for part in (text, caption) if part.strip()))
        self._title.set_whole(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._caption.set_whole(caption)
        self._caption.setVisible(bool(caption))

    def set_faint(self, faint: bool) -> None:
        """Look like something that is not there, and remain in reach."""
        self._face.setEnabled(not faint)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_focus(True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_focus(False)
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_symbol()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave the painting to the parts."""

    def _lay_out(self, pad: int, gap: int) -> None:
        beside = QVBoxLayout()  # holds the icon at the top
        beside.addWidget(self._symbol)
        beside.addStretch(1)
        down = QVBoxLayout()
        down.setSpacing(gap)
        for part in (self._title, self._text):
            down.addWidget(part)
        down.addStretch(1)
        down.addWidget(self._caption)
        across = QHBoxLayout(self._face)
        across.setContentsMargins(pad, pad, pad, pad)
        across.setSpacing(_ICON_GAP if self._icon else 0)
        across.addLayout(beside)
        across.addLayout(down, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._face)
        self._symbol.setVisible(bool(self._icon))  # only now: what has no parent is a window

    def _show_focus(self, focused: bool) -> None:
        self._face.setProperty("focused", focused)
        theme.show_state(self._face)

    def _draw_symbol(self) -> None:
        if self._icon:
            ratio = self.devicePixelRatioF()
            self._symbol.setPixmap(pictures.pixmap(self._icon, "muted", pictures.SIZE, ratio))


class _Line(QLabel):
    """Show one line of literal text, as much as there is room for."""

    def __init__(self, look: str, *, middle: bool = False) -> None:
        super().__init__()
        self._whole = ""
        self._middle = middle
        self.setProperty("textFormat", "PlainText")
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_whole(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave folders out of a path, and cut what is still too long at its end or middle."""
        metrics, room = self.fontMetrics(), self.width()
        text = self._whole
        if self._middle:
            text = short_path(text, lambda path: metrics.horizontalAdvance(path) <= room)

        def shown(kept: int) -> str:
            tail = kept // 2 if self._middle else 0
            return text[: kept - tail].rstrip() + "…" + text[len(text) - tail :]

        if metrics.horizontalAdvance(text) > room:
            lengths = range(len(text))
            wide = bisect_right(
                lengths, room, key=lambda kept: metrics.horizontalAdvance(shown(kept))
            )
            text = shown(max(wide - 1, 0))
        if text != self.text():
            self.setText(text)
