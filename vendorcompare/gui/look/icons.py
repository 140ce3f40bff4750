"""Icons by meaning, drawn sharp at any size in the colours of the theme."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from vendorcompare import paths
from vendorcompare.gui.look import theme
from vendorcompare.gui.look.pictures import SIZE, draw, pixmap, source

__all__ = ["SIZE", "app_icon", "draw", "icon", "pixmap"]


class _Engine(QIconEngine):
    """Draw an outline in the colour that the state of its widget asks for."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def clone(self) -> QIconEngine:
        made = _Engine(self._name, self._colour)
        # Qt takes the copy without telling Python, which would free it under Qt's hands.
        _clones.append(made)
        return made

    def key(self) -> str:
        return "vendorcompare"

    def iconName(self) -> str:
        return self._name

    def isNull(self) -> bool:
        return False

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.drawPixmap(
            rect, self._drawn(rect.size(), mode, painter.device().devicePixelRatio())
        )

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._drawn(size, mode, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return self._drawn(size, mode, scale)

    def _drawn(self, size: QSize, mode: QIcon.Mode, ratio: float) -> QPixmap:
        return draw(self._name, self._colour_in(mode), size, ratio)

    def _colour_in(self, mode: QIcon.Mode) -> str:
        look = theme.tokens()
        if mode == QIcon.Mode.Disabled:
            return look.faint
        return str(getattr(look, self._colour))


_clones: Final[list[_Engine]] = []


@cache
def icon(name: str, colour: str = "text") -> QIcon:
    """Return an icon by its meaning, in the colour of a token of the theme.

    Each is made once and kept. Qt counts who shares an engine, Python ties it to the one icon
    it was made for: two icons that went in one collection of garbage, with the window that
    held them, took the engine from under each other.
    """
    source(name)  # a wrong name fails here and not in some later paint event
    return QIcon(_Engine(name, colour))


def app_icon() -> QIcon:
    """Return the icon of the application, in its own colours."""
    return QIcon(str(paths.resource("icons", "app.svg")))
