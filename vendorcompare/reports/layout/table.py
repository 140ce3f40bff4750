"""Tables over pages: the head on each, titles with their rows, and rows as tall as they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from vendorcompare.reports.layout.breaking import wrap
from vendorcompare.reports.layout.cells import PADDING, Cell, Column, Row, TextLine
from vendorcompare.reports.layout.flow import Flow
from vendorcompare.reports.layout.page import BODY, CAPTION, HAIR, HAIRLINE, INK, RULE, Box, Line

_AIR: Final = 2.25
#: Fewer lines than these at the foot of a page are not worth starting a long row for.
_FEW: Final = 4
#: A table, or rows that stay together, may be broken if they take more than this share of a page,
#: for they would leave too large a gap.
_WHOLE: Final = 0.36
#: So many rows at the end stay together, and with what comes after.
_LAST: Final = 3

Lines = list[TextLine]


@dataclass(frozen=True)
class Table:
    """Hold a table that is ready to be drawn.

    Attributes:
        caption: what stands over the head on every page.
        minimum: height that a row has at least.
        shaded: whether figures stand on shades, and so keep their distance from the margin.
        whole: whether the table stays on one page if it takes no more than a good third of one.
        after: height of what follows and stays with the last rows.
    """

    columns: Sequence[Column]
    rows: Sequence[Row]
    caption: str = ""
    minimum: float = 0.0
    shaded: bool = False
    whole: bool = False
    after: float = 0.0

    def draw(self, flow: Flow) -> None:
        """Put the table where the flow stands."""
        _Drawing(self, flow).draw()

    def height(self, flow: Flow) -> float:
        """Return how tall the table is on a page without end."""
        return _Drawing(self, flow).height

    def start(self, flow: Flow) -> float:
        """Return how much room the table needs to begin on a page."""
        return _Drawing(self, flow).start


class _Drawing:
    """Carry one table onto the pages."""

    def __init__(self, table: Table, flow: Flow) -> None:
        self._table = table
        self._flow = flow
        self._height = flow.line_height(BODY)
        starts = [flow.left]
        for column in table.columns:
            starts.append(starts[-1] + column.width)
        self._starts = starts
        self._head = [c.head.head_lines(self._inner(i)) for i, c in enumerate(table.columns)]
        self._caption = (
            wrap(table.caption, CAPTION.bold, CAPTION.size, flow.width) if table.caption else ()
        )
        self._laid = [self._lay(row) for row in table.rows]
        self._at_head = True

    @property
    def height(self) -> float:
        return self._head_height() + sum(map(self._tall, self._laid))

    @property
    def start(self) -> float:
        height = self.height
        if self._table.whole and height <= _WHOLE * self._flow.body:
            return height
        first, *rest = map(self._tall, self._laid[:2])
        few = first if first > _FEW * self._height else first + max(sum(rest), self._follow(0))
        return self._head_height() + min(few, self._flow.body / 2)

    def draw(self) -> None:
        rows, laid = self._table.rows, self._laid
        self._flow.need(self.start)
        self._draw_head()
        group: tuple[Row, list[Lines]] | None = None
        for i, (row, lines) in enumerate(zip(rows, laid, strict=True)):
            if row.group:
                group = (row, lines)
            again = None if row.group else group
            self._place(row, lines, self._follow(i), again)

    def _follow(self, place: int) -> float:
        """Return the height of the rows that stay with a row: kept ones, and the last few."""
        rows, after = self._table.rows, place + 1
        is_near_end = _LAST < len(rows) <= place + _LAST
        ending = self._ending(self._laid[after:]) if is_near_end else 0.0
        if not rows[place].keep or after == len(rows):
            return ending
        tall = self._tall(self._laid[after])
        kept = tall + self._follow(after)
        return max(ending, kept if kept <= _WHOLE * self._flow.body else tall)

    def _ending(self, laid: list[list[Lines]]) -> float:
        """Return the height that stays with a row near the end; tall rows may stand alone."""
        rest = sum(map(self._tall, laid))
        return rest + self._table.after if rest <= _LAST * _FEW * self._height else 0.0

    def _place(
        self, row: Row, lines: list[Lines], follow: float, group: tuple[Row, list[Lines]] | None
    ) -> None:
        flow, tall = self._flow, self._tall(lines)
        if tall + follow > flow.room and not self._at_head:
            on_a_page = flow.body - self._head_height()
            if tall + follow <= on_a_page or flow.room < _FEW * self._height:
                self._turn(group)
        count, start = max(map(len, lines), default=1), 0
        while self._tall_of(count - start) > flow.room:
            fits = max(1, int((flow.room - 2 * _AIR) / self._height))
            if start + fits >= count:
                break
            self._draw_row(row, lines, start, start + fits)
            start += fits
            self._turn(group)
        self._draw_row(row, lines, start, count)

    def _turn(self, group: tuple[Row, list[Lines]] | None) -> None:
        self._flow.next_page()
        self._draw_head()
        if group is not None:
            self._draw_row(group[0], group[1], 0, max(map(len, group[1])))

    def _draw_head(self) -> None:
        flow, table = self._flow, self._table
        for line in self._caption:
            baseline = CAPTION.baseline(flow.y, self._height)
            flow.page.write(flow.left, baseline, line, CAPTION)
            flow.y += self._height
        flow.y += _AIR * bool(self._caption)
        count = max((len(lines) for lines in self._head), default=0)
        for i, (column, lines) in enumerate(zip(table.columns, self._head, strict=True)):
            top = flow.y + (count - len(lines)) * self._height
            self._write(i, column.head, lines, top)
        flow.y += count * self._height + _AIR
        self._rule(RULE)
        self._at_head = True

    def _draw_row(self, row: Row, lines: list[Lines], start: int, stop: int) -> None:
        flow = self._flow
        height = max(self._tall_of(stop - start), self._table.minimum)
        if row.strong:
            self._rule(RULE)
        for i, (cell, own) in enumerate(zip(row.cells, lines, strict=False)):
            left, width = self._starts[i], self._table.columns[i].width
            if cell.shade is not None:
                box = Box(left + 1, flow.y + 1, width - 2, height - 2, cell.shade)
                flow.page.shapes.append(box)
            if cell.picture is not None and not start:
                cell.picture(flow.page, left, flow.y, width, height)
            if cell.mark and not start:
                baseline = cell.mark_style.baseline(flow.y + _AIR, self._height)
                flow.page.write(left + PADDING, baseline, cell.mark, cell.mark_style)
            self._write(i, cell, own[start:stop], flow.y + _AIR)
        flow.y += height
        if row.rule:
            self._rule(HAIRLINE)
        self._at_head = row.group

    def _write(self, index: int, cell: Cell, lines: Lines, top: float) -> None:
        page = self._flow.page
        left = self._starts[index] + (PADDING if index else 0)
        inner = self._inner(index, cell.span)
        for number, line in enumerate(lines):
            x, style = left, line.style
            baseline = style.baseline(top + number * self._height, self._height)
            if cell.align == "left":
                x += _mark_room(cell)
            else:
                spare = inner - line.width
                x += spare if cell.align == "right" else spare / 2
            page.write(x, baseline, line.text, style)
            if line.second:
                page.write(x + line.offset, baseline, line.second, line.second_style)

    def _rule(self, width: float) -> None:
        flow = self._flow
        colour = INK if width > HAIRLINE else HAIR
        end = (self._starts[-1], flow.y)
        flow.page.shapes.append(Line((flow.left, flow.y), end, width, colour))

    def _lay(self, row: Row) -> list[Lines]:
        return [
            cell.lines(self._inner(i, cell.span) - _mark_room(cell))
            for i, cell in enumerate(row.cells)
        ]

    def _inner(self, index: int, span: int = 1) -> float:
        """Return how wide the text of a column, or of several, may be."""
        stop = index + span
        flush = stop == len(self._table.columns) and not self._table.shaded
        paddings = bool(index) + (not flush)
        return self._starts[stop] - self._starts[index] - paddings * PADDING

    def _tall(self, lines: list[Lines]) -> float:
        return self._tall_of(max(map(len, lines), default=1))

    def _tall_of(self, count: int) -> float:
        return max(max(count, 1) * self._height + 2 * _AIR, self._table.minimum)

    def _head_height(self) -> float:
        count = max((len(lines) for lines in self._head), default=0)
        caption = len(self._caption) * self._height + _AIR * bool(self._caption)
        return caption + count * self._height + _AIR


def _mark_room(cell: Cell) -> float:
    """Return how much room the mark at the left edge of a cell takes."""
    return (len(cell.mark) + 0.5) * BODY.size if cell.mark else 0.0
