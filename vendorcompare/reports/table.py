"""Tables over pages: the head on each, titles with their rows, and rows as tall as they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from vendorcompare.reports.cells import PADDING, Cell, Column, Row
from vendorcompare.reports.flow import Flow
from vendorcompare.reports.fonts import face
from vendorcompare.reports.page import BODY, CAPTION, HAIR, HAIRLINE, INK, RULE, Box, Line, Style

_AIR: Final = 2.25
#: Fewer lines than these at the foot of a page are not worth starting a long row for.
_FEW: Final = 4

Lines = list[tuple[str, Style]]


@dataclass(frozen=True)
class Table:
    """Hold a table that is ready to be drawn.

    Attributes:
        caption: a line over the head of every page.
        minimum: height that a row has at least.
        shaded: whether figures stand on shades, and so keep their distance from the margin.
        whole: whether the table stays on one page if it fits on one.
    """

    columns: Sequence[Column]
    rows: Sequence[Row]
    caption: str = ""
    minimum: float = 0.0
    shaded: bool = False
    whole: bool = False

    def draw(self, flow: Flow) -> None:
        """Put the table where the flow stands."""
        _Drawing(self, flow).draw()

    def height(self, flow: Flow) -> float:
        """Return how tall the table is on a page without end."""
        return _Drawing(self, flow).height


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
        self._at_head = True

    @property
    def height(self) -> float:
        rows = (self._tall(self._lay(row)) for row in self._table.rows)
        return self._head_height() + sum(rows)

    def draw(self) -> None:
        rows = self._table.rows
        laid = [self._lay(row) for row in rows]
        first = sum(self._tall(lines) for lines in laid[:2])
        every = sum(self._tall(lines) for lines in laid) if self._table.whole else 0.0
        together = every if every + self._head_height() <= self._flow.body else 0.0
        self._flow.need(self._head_height() + max(together, min(first, self._flow.body / 2)))
        self._draw_head()
        group: tuple[Row, list[Lines]] | None = None
        for i, (row, lines) in enumerate(zip(rows, laid, strict=True)):
            if row.group:
                group = (row, lines)
            follow = self._tall(laid[i + 1]) if row.keep and i + 1 < len(rows) else 0.0
            again = None if row.group else group
            self._place(row, lines, follow, again)

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
        if table.caption:
            baseline = CAPTION.baseline(flow.y, self._height)
            flow.page.write(flow.left, baseline, table.caption, CAPTION)
            flow.y += self._height + _AIR
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
        inner = self._inner(index)
        for number, (text, style) in enumerate(lines):
            baseline = style.baseline(top + number * self._height, self._height)
            if cell.align == "left":
                page.write(left, baseline, text, style)
                continue
            spare = inner - face(style.bold).width(text, style.size)
            page.write(
                left + (spare if cell.align == "right" else spare / 2), baseline, text, style
            )

    def _rule(self, width: float) -> None:
        flow = self._flow
        colour = INK if width > HAIRLINE else HAIR
        end = (self._starts[-1], flow.y)
        flow.page.shapes.append(Line((flow.left, flow.y), end, width, colour))

    def _lay(self, row: Row) -> list[Lines]:
        return [cell.lines(self._inner(i, cell)) for i, cell in enumerate(row.cells)]

    def _inner(self, index: int, cell: Cell | None = None) -> float:
        """Return the width of text in a column; a mark takes its own room."""
        mark = (len(cell.mark) + 0.5) * BODY.size if cell is not None and cell.mark else 0
        table = self._table
        flush = index == len(table.columns) - 1 and not table.shaded
        paddings = bool(index) + (not flush)
        return table.columns[index].width - paddings * PADDING - mark

    def _tall(self, lines: list[Lines]) -> float:
        return self._tall_of(max(map(len, lines), default=1))

    def _tall_of(self, count: int) -> float:
        return max(max(count, 1) * self._height + 2 * _AIR, self._table.minimum)

    def _head_height(self) -> float:
        count = max((len(lines) for lines in self._head), default=0)
        caption = self._height + _AIR if self._table.caption else 0
        return caption + count * self._height + _AIR
