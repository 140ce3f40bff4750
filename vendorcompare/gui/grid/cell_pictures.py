"""Pictures of cells: few cells of a grid look different, so each look is drawn once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from vendorcompare.core.scores import Evidence
from vendorcompare.gui.grid.look import Look, Marks, Tone
from vendorcompare.gui.look import icons, theme

_MOST: Final = 1500  # pictures; a screen full of different cells has fewer
_PADDING: Final = 10
_MARK: Final = 8.0
_ICON: Final = 14

Pictures = dict[Look, QPixmap]


class CellPictures:
    """Draw looks and keep what was drawn, for as long as theme and font stay."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int, bool], Pictures] = {}
        self._stamp: object = None
        self._ratio = 1.0
        self._body, self._small, self._strong = QFont(), QFont(), QFont()

    def forget(self) -> None:
        """Throw everything away."""
        self._stamp = None

    def prepare(self, ratio: float) -> None:
        """Make sure that nothing is kept of another theme, font or screen, nor too much."""
        body = theme.font("body")
        stamp = (theme.tokens(), body.key(), ratio)
        if stamp != self._stamp or sum(map(len, self._kept.values())) > _MOST:
            self._kept.clear()
            self._stamp, self._ratio = stamp, ratio
            self._body, self._small = body, theme.font("caption")
            self._strong = theme.font("body", bold=True)
            for font in (self._body, self._small, self._strong):
                font.setFeature(QFont.Tag("tnum"), 1)

    def of_size(self, width: int, height: int, *, selected: bool) -> Pictures:
        """Return the pictures of one size, to be looked up and added to."""
        return self._kept.setdefault((width, height, selected), {})

    def drawn(self, look: Look, width: int, height: int, *, selected: bool) -> QPixmap:
        """Draw a cell."""
        picture = QPixmap(round(width * self._ratio), round(height * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(theme.colour("accent_soft" if selected else "surface"))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(0, 0, width, height)
        if look.tone is Tone.HEADING:
            self._draw_heading(painter, look, box)
        else:
            self._draw_cell(painter, look, box)
        painter.end()
        return picture

    def frame(self, painter: QPainter, box: QRect, *, strong: bool) -> None:
        """Draw the frame of the current cell."""
        width = 2 if strong else 1
        painter.setPen(QPen(theme.colour("accent" if strong else "line"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawRect(QRectF(box).adjusted(inset, inset, -inset, -inset))

    def _draw_heading(self, painter: QPainter, look: Look, box: QRect) -> None:
        _line(painter, box, "line")
        painter.setFont(self._strong)
        painter.setPen(theme.colour("text" if look.text else "muted"))
        inner = box.adjusted(_PADDING, 0, -_PADDING, -7)
        painter.drawText(
            inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, look.text
        )

    def _draw_cell(self, painter: QPainter, look: Look, box: QRect) -> None:
        _line(painter, box, "hairline")
        left = self._draw_marks(painter, look.marks, box)
        inner = box.adjusted(left, 0, -_PADDING, 0)
        right = self._draw_text(painter, look, inner)
        if look.aside:
            self._draw_aside(painter, look.aside, inner.adjusted(0, 0, -(inner.right() - right), 0))

    def _draw_text(self, painter: QPainter, look: Look, inner: QRect) -> int:
        """Draw what the cell says and return where it begins."""
        colour = {Tone.EXCUSED: "muted", Tone.BLANK: "faint"}.get(look.tone, "text")
        failed = bool(look.marks & Marks.FAILED)
        painter.setPen(theme.colour("bad" if failed else colour))
        painter.setFont(self._small if look.tone is Tone.EXCUSED else self._body)
        metrics = QFontMetrics(painter.font())
        side = (
            Qt.AlignmentFlag.AlignLeft if look.tone is Tone.WORDS else Qt.AlignmentFlag.AlignRight
        )
        text = "·" if look.tone is Tone.BLANK else look.text
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, shown)
        start = inner.right() - metrics.horizontalAdvance(shown)
        if failed:
            start -= _ICON + 4
            self._draw_icon(painter, "excluded", "bad", start, inner)
        if look.marks & Marks.DIVIDED:
            start -= _ICON + 4
            self._draw_icon(painter, "warning", "warning", start, inner)
        return start

    def _draw_aside(self, painter: QPainter, text: str, inner: QRect) -> None:
        painter.setFont(self._small)
        painter.setPen(theme.colour("muted"))
        width = inner.width() - 4
        if width < 12:
            return
        metrics, lines = QFontMetrics(self._small), text.split("\n")
        line = QRect(inner)
        line.setHeight(metrics.height())
        line.moveTop(inner.center().y() - metrics.height() * len(lines) // 2)
        for words in lines:
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(
                line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown
            )
            line.translate(0, metrics.height())

    def _draw_marks(self, painter: QPainter, marks: int, box: QRect) -> int:
        """Draw the marks at the left edge and return where the rest may begin."""
        x = box.left() + _PADDING
        grade = Evidence(marks & Marks.GRADE)
        if grade is not Evidence.NONE:
            draw_grade(painter, grade, QPointF(x + _MARK / 2, box.center().y() + 0.5))
            x += round(_MARK) + 5
        for mark, icon in ((Marks.NOTE, "note"), (Marks.FILE, "attachment")):
            if marks & mark:
                self._draw_icon(painter, icon, "muted", x, box)
                x += _ICON + 3
        return x

    def _draw_icon(self, painter: QPainter, name: str, colour: str, x: int, box: QRect) -> None:
        picture = icons.pixmap(name, colour, _ICON, self._ratio)
        painter.drawPixmap(x, box.center().y() - _ICON // 2 + 1, picture)


def draw_grade(painter: QPainter, grade: Evidence, middle: QPointF, colour: str = "muted") -> None:
    """Draw how well a score is founded: an empty, a half or a full circle."""
    radius = _MARK / 2
    circle = QRectF(middle.x() - radius, middle.y() - radius, _MARK, _MARK)
    ink: QColor = theme.colour(colour)
    painter.setPen(QPen(ink, 1.3))
    painter.setBrush(QBrush(ink) if grade is Evidence.TESTED else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if grade is Evidence.DOCUMENTED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPie(circle, 90 * 16, 180 * 16)


def _line(painter: QPainter, box: QRect, colour: str) -> None:
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour(colour))
