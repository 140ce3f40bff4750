"""Cells and conditions of the score grid in words, for readers and tool tips."""

from __future__ import annotations

from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.rubric import Measure
from vendorcompare.core.scores import Cell, Evidence, State
from vendorcompare.gui.criterion_words import score_text, unit_of
from vendorcompare.gui.grid.look import Marks, Tone
from vendorcompare.gui.look import spoken
from vendorcompare.gui.look.said import said
from vendorcompare.gui.pages.scores.evaluator_words import evaluator_name
from vendorcompare.gui.pages.scores.score_cells import ScoreCells
from vendorcompare.gui.pages.scores.score_looks import Who
from vendorcompare.i18n import N_, _

GRADES: Final = {
    Evidence.CLAIMED: N_("Claimed"),
    Evidence.DOCUMENTED: N_("Documented"),
    Evidence.TESTED: N_("Tested"),
}
_NOTE_SHOWN: Final = 300


def cell_words(model: ScoreCells, row: int, column: int) -> str:
    """Say what a cell shows, marks included."""
    look, criterion = model.look(row, column), model.criterion(row)
    if criterion is None:
        return look.text
    if look.tone is Tone.BLANK:
        parts = [_("not scored")]
    elif look.tone is Tone.FIGURE:
        unit = unit_of(criterion)
        shows_unit = criterion.measure not in (Measure.BOOLEAN, Measure.RATING)
        parts = [f"{look.text} {unit}" if shows_unit and unit else look.text]
    else:
        parts = [look.text]
    if look.marks & Marks.GRADE:
        parts.append(_(GRADES[Evidence(look.marks & Marks.GRADE)]))
    if look.marks & Marks.FAILED:
        parts.append(_("fails the must-have"))
    if look.marks & Marks.DIVIDED:
        parts.append(_("evaluators are divided"))
    if look.marks & Marks.FILE:
        parts.append(_("has attachments"))
    return "\n".join([spoken.joined(parts), *_details(model, row, column)])


def _details(model: ScoreCells, row: int, column: int) -> list[str]:
    """Return who gave what, or the note, each on a line."""
    assessment, cell = model.assessment, model.cell(model.index(row, column))
    criterion = model.criterion(row)
    if cell is None or criterion is None:
        return []
    if model.voice.who is Who.ONE:
        return [_cut(assessment.scores.notes[cell])] if cell in assessment.scores.notes else []
    lines = []
    if model.look(row, column).aside:
        for evaluator in assessment.evaluators:
            score = assessment.score(cell._replace(evaluator=evaluator.key))
            if score.state is State.SCORED and score.value is not None:
                words = score_text(criterion, score.value)
                lines.append(f"{evaluator_name(evaluator)}  {words}")
    agreed = assessment.scores.agreed_notes.get((cell.vendor, cell.criterion))
    return [*lines, _cut(agreed)] if agreed else lines


def value_words(points: float) -> str:
    """Write what a score is worth, 0 to 100."""
    return _("{points} of 100 points").format(points=formats.points(points))


def _cut(note: str) -> str:
    return note if len(note) <= _NOTE_SHOWN else f"{note[:_NOTE_SHOWN]}..."


def place_words(assessment: Assessment, cell: Cell) -> str:
    """Name the place of a cell by vendor and criterion."""
    vendor = assessment.vendor(cell.vendor).name
    criterion = said(assessment.rubric.criterion(cell.criterion).name)
    return _("{vendor} / {criterion}").format(vendor=vendor, criterion=criterion)
