"""One page as a list of marks, and the pen that puts it on paper.

Marks are laid from the top down; only the pen knows that PDF counts upward. All text of a
page goes into one text object, which is what makes large tables quick.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from vendorcompare.reports.layout import fonts

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Colour = tuple[float, float, float]
Point = tuple[float, float]

INK: Final[Colour] = (0.11, 0.12, 0.14)
MUTED: Final[Colour] = (0.36, 0.38, 0.42)
HAIR: Final[Colour] = (0.78, 0.79, 0.81)
FAINT: Final[Colour] = (0.91, 0.92, 0.93)
PAPER: Final[Colour] = (1.0, 1.0, 1.0)
BAD: Final[Colour] = (0.70, 0.11, 0.10)
GOOD: Final[Colour] = (0.07, 0.42, 0.24)
WARNING: Final[Colour] = (0.56, 0.33, 0.02)

HAIRLINE: Final = 0.4
RULE: Final = 0.8
STRONG: Final = 2.4

#: The middle of a Han character or a capital lies this share of the size above the baseline.
_MIDDLE: Final = 0.375
#: The smallest size: nine points, and a hair so that no reader rounds it to less.
SMALL: Final = 9.02


class Style(NamedTuple):
    """Say how a piece of text is set."""

    size: float = SMALL
    bold: bool = False
    colour: Colour = INK

    def baseline(self, top: float, leading: float) -> float:
        """Return where the baseline lies in a line that starts at a height."""
        return top + leading / 2 + _MIDDLE * self.size


BODY: Final = Style()
STRONG_BODY: Final = Style(bold=True)
CAPTION: Final = Style(colour=MUTED)
TEXT: Final = Style(size=10)
STRONG_TEXT: Final = Style(size=10, bold=True)
SECOND_TEXT: Final = Style(size=10, colour=MUTED)
TITLE: Final = Style(size=14, bold=True)


class Letters(NamedTuple):
    """A line of clean text; x is its left end and y its baseline."""

    x: float
    y: float
    text: str
    style: Style


class Line(NamedTuple):
    """A straight line."""

    start: Point
    end: Point
    width: float = HAIRLINE
    colour: Colour = HAIR
    dash: tuple[float, ...] = ()

    def draw(self, canvas: Canvas, height: float) -> None:
        """Put the line on paper."""
        canvas.setLineWidth(self.width)
        canvas.setStrokeColorRGB(*self.colour)
        canvas.setDash(list(self.dash))
        canvas.line(self.start[0], height - self.start[1], self.end[0], height - self.end[1])


class Box(NamedTuple):
    """A filled rectangle without an edge."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour

    def draw(self, canvas: Canvas, height: float) -> None:
        """Put the rectangle on paper."""
        canvas.setFillColorRGB(*self.colour)
        canvas.rect(self.x, height - self.y - self.height, self.width, self.height, 0, 1)


class Outline(NamedTuple):
    """A line through points, closed and filled if wanted."""

    points: tuple[Point, ...]
    colour: Colour
    width: float = 1.0
    dash: tuple[float, ...] = ()
    closed: bool = False
    fill: Colour | None = None

    def draw(self, canvas: Canvas, height: float) -> None:
        """Put the line on paper."""
        canvas.setLineWidth(self.width)
        canvas.setStrokeColorRGB(*self.colour)
        canvas.setDash(list(self.dash))
        if self.fill is not None:
            canvas.setFillColorRGB(*self.fill)
        path = canvas.beginPath()
        path.moveTo(self.points[0][0], height - self.points[0][1])
        for x, y in self.points[1:]:
            path.lineTo(x, height - y)
        if self.closed:
            path.close()
        canvas.drawPath(path, stroke=1, fill=int(self.fill is not None))


class Disc(NamedTuple):
    """A circle, filled if wanted."""

    centre: Point
    radius: float
    colour: Colour
    width: float = 1.0
    fill: Colour | None = None

    def draw(self, canvas: Canvas, height: float) -> None:
        """Put the circle on paper."""
        canvas.setLineWidth(self.width)
        canvas.setStrokeColorRGB(*self.colour)
        canvas.setDash([])
        if self.fill is not None:
            canvas.setFillColorRGB(*self.fill)
        x, y = self.centre
        canvas.circle(x, height - y, self.radius, 1, int(self.fill is not None))


Shape = Line | Box | Outline | Disc


class Mark(NamedTuple):
    """A place that the outline of the document leads to; level 0 for a part."""

    y: float
    title: str
    level: int = 0


@dataclass(slots=True)
class Page:
    """Hold what is drawn on one page."""

    width: float
    height: float
    shapes: list[Shape] = field(default_factory=list)
    letters: list[Letters] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def write(self, x: float, y: float, text: str, style: Style) -> None:
        """Set a line of clean text from its left end."""
        if text:
            self.letters.append(Letters(x, y, text, style))

    def write_right(self, x: float, y: float, text: str, style: Style) -> None:
        """Set a line of clean text that ends at x."""
        wide = fonts.face(style.bold).width(text, style.size)
        self.write(x - wide, y, text, style)

    def draw(self, canvas: Canvas) -> None:
        """Put the page on paper."""
        canvas.setPageSize((self.width, self.height))
        for shape in self.shapes:
            shape.draw(canvas, self.height)
        for mark in self.marks:
            key = f"{canvas.getPageNumber()}.{mark.y:.0f}.{mark.level}"
            canvas.bookmarkPage(key, fit="XYZ", left=0, top=self.height - mark.y, zoom=0)
            canvas.addOutlineEntry(mark.title, key, mark.level)
        _write(canvas, self.letters, self.height)
        canvas.showPage()


def _write(canvas: Canvas, letters: list[Letters], height: float) -> None:
    pen = canvas.beginText()
    size: float = 0
    bold: bool | None = None
    face = fonts.face(False)
    colour: Colour | None = None
    for x, y, text, style in letters:
        if style.size != size or style.bold != bold:
            size, bold = style.size, style.bold
            face = fonts.face(bold)
            pen.setFont(face.name, size)
        if style.colour != colour:
            colour = style.colour
            pen.setFillColorRGB(*colour)
        pen.setTextOrigin(x, height - y)
        first, *others = fonts.runs(text)
        pen.textOut(first)
        for before, run in pairwise((first, *others)):
            pen.setTextOrigin(pen.getX() + face.air(before) * size, height - y)
            pen.textOut(run)
    canvas.drawText(pen)
