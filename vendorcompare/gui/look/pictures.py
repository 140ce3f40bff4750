"""Icons as pictures, which is all that the first picture of the window needs of them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from vendorcompare import paths
from vendorcompare.gui.look import theme

_LARGE: Final = 32  # a line that grew with the picture would look heavy beside text

SIZE: Final = 20
"""The side of an icon on a button, in device-independent pixels."""


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture, for a label or a painter."""
    value = str(getattr(theme.tokens(), colour))
    return draw(name, value, QSize(size, size), ratio)


def draw(name: str, colour: str, size: QSize, ratio: float) -> QPixmap:
    """Return an outline in a colour, centred in a size, for a ratio of device pixels."""
    key = f"vendorcompare:{name}:{colour}:{size.width()}x{size.height()}:{ratio}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = _drawn(name, colour, size, ratio)
        QPixmapCache.insert(key, found)
    return found


def _drawn(name: str, colour: str, size: QSize, ratio: float) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    side = min(size.width(), size.height())
    corner = QPoint((size.width() - side) // 2, (size.height() - side) // 2)
    drawing = source(name).replace("currentColor", colour)
    if side > _LARGE:
        drawing = drawing.replace('stroke-width="1.75"', 'stroke-width="1.25"')
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    painter = QPainter(picture)
    renderer.render(painter, QRectF(corner, QSize(side, side)))
    painter.end()
    return picture


@lru_cache(maxsize=128)
def source(name: str) -> str:
    """Return the drawing of an icon; FileNotFoundError for a name that is not ours."""
    return paths.resource("icons", f"{name}.svg").read_text("utf-8")
