"""What a user does to blocks of cells: type, clear, paste, fill, grade."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt

from vendorcompare.core.errors import InputError, UserError
from vendorcompare.core.rubric import Criterion
from vendorcompare.core.scores import Cell, Evidence, Score, State
from vendorcompare.document.edits import scores as edits
from vendorcompare.document.pasting.scores import Area, place_scores
from vendorcompare.document.reader.scores import read_score
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.grid import clipboard
from vendorcompare.gui.grid.block import Block, repeated
from vendorcompare.gui.grid.outcome import BlockOutcome, RefusedCell
from vendorcompare.gui.pages.scores.score_looks import Who
from vendorcompare.gui.pages.scores.score_model import ScoreModel
from vendorcompare.gui.pages.scores.score_words import place_words
from vendorcompare.i18n import N_, _

_MOST_ROWS: Final = 2000


class ScoreEditing:
    """Turn what is done to cells of the grid into steps of the document."""

    def __init__(self, bound: Binding, model: ScoreModel) -> None:
        self._bound = bound
        self._model = model

    def type_into(self, index: QModelIndex, text: str) -> None:
        """Take what was typed into a cell; UserError says why it does not fit."""
        criterion = self._model.criterion(index.row())
        if criterion is None:
            return
        cell = self._cell(index.row(), index.column())
        self._write({cell: self._read(criterion, text)}, "")

    def try_to_type(self, index: QModelIndex, text: str) -> bool:
        """Do the same for who has no place to show what is wrong; say whether it was taken in."""
        try:
            self.type_into(index, text)
        except UserError as error:
            self._bound.refuse(error)
            return False
        return True

    def clear(self, block: Block) -> None:
        """Make the cells of a block blank again."""
        self._write(dict.fromkeys(self._cells(block), edits.BLANK), N_("Clear scores"))

    def excuse(self, block: Block) -> None:
        """Say that the criteria do not apply to the vendors; once more takes it back."""
        cells = list(self._cells(block))
        excused = all(self._score(cell).state is State.NOT_APPLICABLE for cell in cells)
        score = edits.BLANK if excused else edits.NOT_APPLICABLE
        self._write(dict.fromkeys(cells, score), N_('Set "not applicable"'))

    def grade(self, block: Block, grade: Evidence) -> None:
        """Grade the evidence of the scores of a block; the same grade once more takes it back."""
        self._require_one()
        document = self._bound.document
        cells = [c for c in self._cells(block) if self._score(c).state is State.SCORED]
        if document is None or not cells:
            raise InputError(
                _("There is no score yet whose evidence could be graded."),
                hint=_("Type the score first."),
            )
        same = all(self._score(cell).evidence is grade for cell in cells)
        edits.set_evidence(document, cells, Evidence.NONE if same else grade)

    def note(self, cell: Cell, text: str) -> None:
        """Keep a note on a score, or on what was agreed."""
        who = self._model.voice.who
        if who is Who.ONE:
            self._bound.attempt(edits.set_note, cell, text)
        elif who is Who.AGREED:
            place = (cell.vendor, cell.criterion)
            self._bound.attempt(edits.set_agreed_note, *place, text)

    def copied(self, block: Block, *, heads: bool = False) -> str:
        """Return a block as text for a spreadsheet, perhaps with the names of rows and columns.

        Headings of dimensions are left out.
        """
        columns = range(block.left, block.right + 1)
        rows = list(self._rows(block.top, block.bottom))
        table = [
            [
                str(self._model.data(self._model.index(row, column), Qt.ItemDataRole.EditRole))
                for column in columns
            ]
            for row in rows
        ]
        if heads:
            across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
            names = [str(self._model.headerData(row, down)) for row in rows]
            vendors = [str(self._model.headerData(column, across)) for column in columns]
            named = ([name, *cells] for name, cells in zip(names, table, strict=True))
            table = [["", *vendors], *named]
        return clipboard.written(table)

    def paste(self, block: Block, text: str) -> BlockOutcome:
        """Put a block of text at the corner of a block, or all over it where it fits in.

        Headings are passed over. A table with names goes where the names say. What does not fit
        is listed; the rest is one step.
        """
        below = list(self._rows(block.top, self._model.rowCount() - 1))
        pasted = clipboard.read(text, most_rows=_MOST_ROWS)
        if not pasted:
            return BlockOutcome()
        named = self._placed(block, below, pasted)
        if named is not None:
            return BlockOutcome(*self._put(named, N_("Paste scores")))
        selected = list(self._rows(block.top, block.bottom))
        rows = repeated(len(pasted), len(selected))
        columns = repeated(len(pasted[0]), block.right - block.left + 1)
        room = self._model.columnCount() - block.left
        clipped = rows > len(below) or columns > room
        wanted = {
            self._cell(row, block.left + j): pasted[i % len(pasted)][j % len(pasted[0])]
            for i, row in zip(range(rows), below, strict=False)
            for j in range(min(columns, room))
        }
        return BlockOutcome(*self._put(wanted, N_("Paste scores")), clipped)

    def _placed(
        self, block: Block, below: Sequence[int], pasted: Sequence[Sequence[str]]
    ) -> dict[Cell, str] | None:
        """Return the cells that the heads of a pasted table name, None if it has none."""
        given, voice = self._model.assessment, self._model.voice
        criteria = [c.key for c in map(self._model.criterion, below) if c is not None]
        vendors = [each.key for each in given.vendors[block.left :]]
        placed = place_scores(given, pasted, Area(criteria, vendors))
        if placed is None:
            return None
        return {Cell(voice.evaluator, *place): words for place, words in placed.items()}

    def fill_down(self, block: Block) -> BlockOutcome:
        """Give all rows of a block the scores of its first row."""
        first, *rest = self._rows(block.top, block.bottom)
        if not rest:  # one row is filled from the row above it
            above = list(self._rows(0, first - 1))[-1:]
            first, rest = (above[0], [first]) if above else (first, [])
        return self._fill({(row, c): (first, c) for row in rest for c in _columns(block)})

    def fill_right(self, block: Block) -> BlockOutcome:
        """Give all columns of a block the scores of its first column."""
        first, *rest = _columns(block)
        if not rest and first:
            first, rest = first - 1, [first]
        rows = self._rows(block.top, block.bottom)
        return self._fill({(row, c): (row, first) for row in rows for c in rest})

    def _fill(self, sources: dict[tuple[int, int], tuple[int, int]]) -> BlockOutcome:
        texts = {
            source: str(self._model.data(self._model.index(*source), Qt.ItemDataRole.EditRole))
            for source in set(sources.values())
        }
        wanted = {self._cell(*target): texts[source] for target, source in sources.items()}
        return BlockOutcome(*self._put(wanted, N_("Fill scores")))

    def _put(self, wanted: Mapping[Cell, str], message: str) -> tuple[int, tuple[RefusedCell, ...]]:
        """Write what is understood in one step and return how much, and what was not."""
        good: dict[Cell, Score] = {}
        bad: list[RefusedCell] = []
        for cell, text in wanted.items():
            criterion = self._model.assessment.rubric.criterion(cell.criterion)
            try:
                good[cell] = self._read(criterion, text)
            except UserError as error:
                place = place_words(self._model.assessment, cell)
                at = (cell.vendor, cell.criterion)
                bad.append(RefusedCell(at, place, text, error.sentences))
        self._write(good, message)
        return len(good), tuple(bad)

    def _write(self, scores: dict[Cell, Score], message: str) -> None:
        document, who = self._bound.writable, self._model.voice.who
        if document is None or not scores:
            return
        if who is Who.ALL:
            raise read_only()
        if who is Who.AGREED:
            agreed = {(cell.vendor, cell.criterion): score for cell, score in scores.items()}
            edits.set_agreed_scores(document, agreed, message)
        else:
            edits.set_scores(document, scores, message)

    def _read(self, criterion: Criterion, text: str) -> Score:
        score = read_score(criterion, text)
        if self._model.voice.who is Who.AGREED and score.text:
            raise InputError(
                _("Only a figure can be agreed on."),
                hint=_("Type a figure or N/A, or leave it blank."),
            )
        return score

    def _require_one(self) -> None:
        if self._model.voice.who is not Who.ONE:
            raise read_only()

    def _score(self, cell: Cell) -> Score:
        if self._model.voice.who is Who.AGREED:
            return self._model.assessment.agreed_score(cell.vendor, cell.criterion)
        return self._model.assessment.score(cell)

    def _cell(self, row: int, column: int) -> Cell:
        cell = self._model.cell(self._model.index(row, column))
        if cell is None:
            raise ValueError("a heading holds no score")
        return cell

    def _cells(self, block: Block) -> Iterator[Cell]:
        for row in self._rows(block.top, block.bottom):
            for column in _columns(block):
                yield self._cell(row, column)

    def _rows(self, top: int, bottom: int) -> Iterator[int]:
        return (row for row in range(top, bottom + 1) if not self._model.is_heading(row))


def read_only() -> UserError:
    """Say why nothing can be typed where all evaluators stand side by side."""
    return InputError(
        _("Here everybody's scores are only shown."),
        hint=_("Choose one evaluator above the grid to type scores."),
    )


def _columns(block: Block) -> Sequence[int]:
    return range(block.left, block.right + 1)
