"""What a user does to blocks of records: type, clear, fill, paste."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic

from vendorcompare.core.errors import UserError
from vendorcompare.gui.grid.block import Block, repeated
from vendorcompare.gui.grid.items import Index
from vendorcompare.gui.grid.outcome import BlockOutcome, RefusedCell
from vendorcompare.gui.grid.record_model import Record, RecordModel
from vendorcompare.gui.look import spoken
from vendorcompare.i18n import N_, _


class RecordEditing(Generic[Record]):
    """Turn what is done to cells of records into steps of the document."""

    def __init__(self, model: RecordModel[Record]) -> None:
        self._model = model

    def type_into(self, index: Index, text: str) -> None:
        """Take what was typed into a cell; UserError says why it does not fit."""
        record = self._record(index.row())
        changed = self._model.columns[index.column()].changed(record, text)
        if changed != record:
            self._put(changed, index.row())

    def clear(self, block: Block) -> BlockOutcome:
        """Empty the cells of a block."""
        texts = dict.fromkeys(range(block.left, block.right + 1), "")
        return self._write(dict.fromkeys(self._rows(block.top, block.bottom), texts), N_("Clear"))

    def fill_down(self, block: Block) -> BlockOutcome:
        """Give the cells of a block what stands in its first row, or in the row above it."""
        top = block.top if block.bottom > block.top else block.top - 1
        if top < 0:
            return BlockOutcome()
        texts = self._texts(top, block)
        rows = self._rows(top + 1, block.bottom)
        return self._write(dict.fromkeys(rows, texts), N_("Fill down"))

    def paste(self, block: Block, texts: Sequence[Sequence[str]]) -> BlockOutcome:
        """Write texts into a block or from its corner on; what goes beyond begins new rows."""
        if not texts or not texts[0]:
            return BlockOutcome()
        planned = self._model.planned(block.top, texts, block.left)
        if planned is not None:
            records, refusals = planned
            if records:
                self._model.store(records, N_("Paste"))
            return BlockOutcome(len(records), tuple(refusals))
        tall = repeated(len(texts), block.bottom - block.top + 1)
        wide = repeated(len(texts[0]), block.right - block.left + 1)
        end = min(block.left + wide, len(self._model.columns))
        wanted = [
            {
                column: texts[row % len(texts)][(column - block.left) % len(texts[0])]
                for column in range(block.left, end)
            }
            for row in range(tall)
        ]
        rows = self._model.rows_below(block.top)[:tall]
        done = self._write(
            dict(zip(rows, wanted, strict=False)),
            N_("Paste"),
            self._model.blank_like(self._record(block.top)),
            wanted[len(rows) :],
        )
        return BlockOutcome(done.done, done.bad, clipped=end < block.left + wide)

    def texts(self, block: Block) -> list[list[str]]:
        """Return the cells of a block as they would be typed."""
        return [list(self._texts(row, block).values()) for row in self.rows(block)]

    def rows(self, block: Block) -> list[int]:
        """Return the rows of a block that are there already."""
        return self._rows(block.top, block.bottom)

    def _write(
        self,
        cells: Mapping[int, Mapping[int, str]],
        message: str,
        blank: Any = None,
        fresh: Iterable[Mapping[int, str]] = (),
    ) -> BlockOutcome:
        """Write what is understood in one step, and tell what was not.

        A record that can keeps what was refused, so that it is found and mended later. One that
        cannot is not begun at all: the fields left out would count as what they are by default.
        """
        done, bad, changed = 0, list[RefusedCell](), list[Record]()
        known = [(self._record(row), self._model.row_name(row), t) for row, t in cells.items()]
        new = [(blank, _new_name(texts), texts) for texts in fresh if any(texts.values())]
        for before, name, texts in [*known, *new]:
            after, reasons = self._read(before, texts)
            bad += [
                RefusedCell(
                    (str(self._model.identity(before)), self._model.columns[column].field),
                    self._place(name, column),
                    texts[column],
                    why,
                )
                for column, why in reasons.items()
            ]
            kept = self._keeping(after, texts, reasons)
            if kept is None and self._model.is_blank(before):
                continue
            done += len(texts) - len(reasons)
            after = kept or after
            if after != before:
                changed.append(after)
        if changed:
            self._model.store(changed, message)
        return BlockOutcome(done, tuple(bad))

    def _keeping(
        self, record: Record, texts: Mapping[int, str], reasons: Iterable[int]
    ) -> Record | None:
        """Return the record with all that was refused, None if it cannot keep such."""
        for column in reasons:
            kept = self._model.keeping(record, column, texts[column])
            if kept is None:
                return None
            record = kept
        return record

    def _read(self, record: Record, texts: Mapping[int, str]) -> tuple[Record, dict[int, str]]:
        """Read the fields of a row; what fits only beside a later one is tried again."""
        waiting = dict(texts)
        while True:
            reasons: dict[int, str] = {}
            for column, text in waiting.items():
                try:
                    record = self._model.columns[column].changed(record, text)
                except UserError as error:
                    reasons[column] = error.sentences
            if len(reasons) in (0, len(waiting)):
                return record, reasons
            waiting = {column: waiting[column] for column in reasons}

    def _put(self, record: Record, row: int) -> None:
        """Store a record; the blank row that was typed into becomes its row."""
        self._model.filling = row if self._model.is_blank(self._record(row)) else -1
        try:
            self._model.store([record], "")
        finally:
            self._model.filling = -1

    def _record(self, row: int) -> Record:
        found = self._model.record(row)
        if found is None:
            raise IndexError(row)
        return found

    def _rows(self, top: int, bottom: int) -> list[int]:
        """Return the rows of a block that are there already."""
        rows = range(top, min(bottom + 1, self._model.rowCount()))
        return [row for row in rows if not self._model.is_blank(self._record(row))]

    def _texts(self, row: int, block: Block) -> dict[int, str]:
        record = self._record(row)
        columns = range(block.left, block.right + 1)
        return {
            column: self._model.refused_text(record, column)
            or self._model.columns[column].typed(record)
            for column in columns
        }

    def _place(self, name: str, column: int) -> str:
        return spoken.place(name, self._model.head(column))


def _new_name(texts: Mapping[int, str]) -> str:
    """Name a row that is not there yet by the first thing in it."""
    return next((text for text in texts.values() if text.strip()), _("new row"))
