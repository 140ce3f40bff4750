"""What the cells of the score grid show, row by row, straight from the arrays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.consensus import AgreedScores, agree, votes
from vendorcompare.core.must_haves import Passed, judged
from vendorcompare.core.ranking import Evaluation
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import UNNAMED, Cell, Codes, Flags, Floats, State
from vendorcompare.gui.criterion_words import score_text
from vendorcompare.gui.grid.look import Look, Marks, Tone
from vendorcompare.gui.pages.scores.evaluator_words import evaluator_name, votes_words
from vendorcompare.i18n import _, language


class Who(Enum):
    """Whose scores the grid shows."""

    ONE = auto()
    ALL = auto()
    AGREED = auto()


@dataclass(frozen=True, slots=True)
class Voice:
    """Name whose scores are shown: one evaluator's, everybody's, or the agreed ones."""

    who: Who = Who.ONE
    evaluator: str = UNNAMED

    @property
    def can_write(self) -> bool:
        """Whether what is shown can be typed over."""
        return self.who is not Who.ALL


_EVERY: Final = slice(None)
_NOTHING: Final = float("-inf")


class Looks:
    """Make the looks of rows and cells of one assessment."""

    def __init__(self, assessment: Assessment, voice: Voice) -> None:
        self.assessment = assessment
        self.voice = voice
        self._filed = {(a.vendor, a.criterion) for a in assessment.attachments}
        self._writers: dict[tuple[bool, str], _Writer] = {}
        self._row = {Who.ONE: self._of_one, Who.ALL: self._of_all, Who.AGREED: self._of_agreed}

    @cached_property
    def together(self) -> AgreedScores:
        """The scores of all evaluators brought together."""
        return agree(self.assessment)

    @cached_property
    def means(self) -> Floats:
        """The means of all evaluators, whatever they agreed on."""
        arrays = self.assessment.scores
        bare = replace(
            arrays,
            agreed=np.full_like(arrays.agreed, np.nan),
            agreed_excused=np.zeros_like(arrays.agreed_excused),
        )
        return agree(
            replace(self.assessment, scores_by_round={self.assessment.round.key: bare})
        ).values

    def follow(self, assessment: Assessment, *, means_too: bool) -> Looks:
        """Return the looks of a later state of the same assessment."""
        later = Looks(assessment, self.voice)
        if not means_too and "means" in self.__dict__:
            later.__dict__["means"] = self.means
        return later

    def row(self, column: int, vendors: slice = _EVERY) -> list[Look]:
        """Return the looks of the cells of a criterion, named by its place in the arrays."""
        criterion = self.assessment.rubric.criteria[column]
        looks = self._row[self.voice.who](criterion, column, vendors)
        return self._with_files(criterion, looks, vendors) if self._filed else looks

    def _of_one(self, criterion: Criterion, column: int, vendors: slice) -> list[Look]:
        arrays, mine = self.assessment.scores, self.voice.evaluator
        layer = self.assessment.evaluator_position[mine]
        values = arrays.values[layer, vendors, column]
        marks = arrays.evidence[layer, vendors, column].astype(np.int64)
        marks += _failed(criterion, values)
        looks = self._writer(criterion).looks(values, arrays.states[layer, vendors, column], marks)
        if not arrays.notes and not arrays.texts:
            return looks
        for place, vendor in enumerate(self.assessment.vendors[vendors]):
            cell = Cell(mine, vendor.key, criterion.key)
            if cell in arrays.texts and looks[place].tone is not Tone.EXCUSED:
                text = " ".join(arrays.texts[cell].split())
                looks[place] = looks[place]._replace(text=text, tone=Tone.WORDS)
            if cell in arrays.notes:
                looks[place] = _marked(looks[place], Marks.NOTE)
        return looks

    def _of_all(self, criterion: Criterion, column: int, vendors: slice) -> list[Look]:
        arrays, together = self.assessment.scores, self.together
        values = together.values[vendors, column]
        marks = together.evidence[vendors, column].astype(np.int64)
        marks += _failed(criterion, values)
        marks += together.divided[vendors, column] * int(Marks.DIVIDED)
        write = self._writer(criterion)
        looks = write.looks(values, together.states[vendors, column], marks)
        single = arrays.values[:, vendors, column].T.tolist()
        states = arrays.states[:, vendors, column].T.tolist()
        looks = [
            look._replace(aside=self._listed(write, own, how))
            for look, own, how in zip(looks, single, states, strict=True)
        ]
        return self._with_votes(criterion, values, looks, vendors)

    def _of_agreed(self, criterion: Criterion, column: int, vendors: slice) -> list[Look]:
        arrays = self.assessment.scores
        values = arrays.agreed[vendors, column]
        means = self.means[vendors, column].tolist()
        write = self._writer(criterion)
        excused = arrays.agreed_excused[vendors, column]
        unscored = np.where(excused, State.NOT_APPLICABLE, State.UNKNOWN)
        states = np.where(np.isnan(values), unscored, State.SCORED).astype(np.uint8)
        looks = [
            look if mean != mean else look._replace(aside=self._mean(criterion, vendor.key, mean))
            for look, mean, vendor in zip(
                write.looks(values, states, _failed(criterion, values)),
                means,
                self.assessment.vendors[vendors],
                strict=True,
            )
        ]
        for place, vendor in enumerate(self.assessment.vendors[vendors]):
            if (vendor.key, criterion.key) in arrays.agreed_notes:
                looks[place] = _marked(looks[place], Marks.NOTE)
        return looks

    def _listed(self, write: _Writer, scores: list[float], states: list[int]) -> str:
        """Say who gave what, one a line; the score stands before the name, which may be long."""
        lines = []
        for evaluator, score, state in zip(self.assessment.evaluators, scores, states, strict=True):
            if state == State.NOT_APPLICABLE or score == score:
                given = write.text(score) if state == State.SCORED else _("N/A")
                lines.append(f"{given}  {evaluator_name(evaluator)}")
        return "\n".join(lines)

    def _with_votes(
        self, criterion: Criterion, values: Floats, looks: list[Look], vendors: slice
    ) -> list[Look]:
        """Count yes and no where they differ: what lies between them is no answer."""
        if criterion.measure is not Measure.BOOLEAN:
            return looks
        named = zip(looks, values.tolist(), self.assessment.vendors[vendors], strict=True)
        return [
            _marked(look._replace(text=self._votes(vendor.key, criterion.key)), Marks.DIVIDED)
            if 0 < value < 1
            else look
            for look, value, vendor in named
        ]

    def _mean(self, criterion: Criterion, vendor: str, mean: float) -> str:
        """Say what the evaluators gave in the middle, or how they voted."""
        words = _("mean {score}")
        if criterion.measure is Measure.BOOLEAN:
            if 0 < mean < 1:
                return self._votes(vendor, criterion.key)
            words = _("all: {score}")
        return words.format(score=self._writer(criterion).text(mean))

    def _votes(self, vendor: str, criterion: str) -> str:
        return votes_words(votes(self.assessment, vendor, criterion))

    def _writer(self, criterion: Criterion) -> _Writer:
        """Return the writer for a kind of criterion: most of a screen's looks are the same."""
        kind = (criterion.measure is Measure.BOOLEAN, language())
        if kind not in self._writers:
            self._writers[kind] = _Writer(criterion)
        return self._writers[kind]

    def _with_files(self, criterion: Criterion, looks: list[Look], vendors: slice) -> list[Look]:
        keys = (vendor.key for vendor in self.assessment.vendors[vendors])
        return [
            _marked(look, Marks.FILE) if (key, criterion.key) in self._filed else look
            for look, key in zip(looks, keys, strict=True)
        ]


class _Writer:
    """Turn scores of criteria like one into looks; few of them differ, so each is made once."""

    def __init__(self, criterion: Criterion) -> None:
        self._criterion = criterion
        self._texts: dict[float, str] = {}
        self._looks: dict[tuple[float, int, int], Look] = {}
        self._excused = Look(_("N/A"), Tone.EXCUSED)

    def looks(self, values: Floats, states: Codes, marks: npt.NDArray[np.int64]) -> list[Look]:
        """Return the looks of cells next to each other."""
        # Not a number equals nothing, itself included, and so would be made again and again.
        numbers = np.where(np.isnan(values), _NOTHING, values).tolist()
        keys = list(zip(numbers, states.tolist(), marks.tolist(), strict=True))
        for key in set(keys) - self._looks.keys():
            self._looks[key] = self._look(*key)
        return list(map(self._looks.__getitem__, keys))

    def text(self, value: float) -> str:
        """Write a raw score."""
        found = self._texts.get(value)
        if found is None:
            found = self._texts[value] = score_text(self._criterion, value)
        return found

    def _look(self, value: float, state: int, marks: int) -> Look:
        if state == State.SCORED and value != _NOTHING:
            return Look(self.text(value), Tone.FIGURE, "", marks)
        return self._excused if state == State.NOT_APPLICABLE else BLANK


BLANK: Final = Look("", Tone.BLANK)


def headings(evaluation: Evaluation | None, dimension: int, vendors: slice) -> list[Look]:
    """Return the looks of a dimension's row: the score of each vendor in it."""
    if evaluation is None:
        return [Look(formats.NOTHING, Tone.HEADING)] * (vendors.stop - vendors.start)
    column = evaluation.dimension_scores[vendors, dimension].tolist()
    return [Look(formats.points(figure), Tone.HEADING) for figure in column]


def _failed(criterion: Criterion, values: Floats) -> npt.NDArray[np.int64]:
    if criterion.must_have is None:
        return np.zeros(len(values), np.int64)
    failed: Flags = judged(criterion, values) == Passed.FAIL
    return np.where(failed, int(Marks.FAILED), 0).astype(np.int64)


def _marked(look: Look, mark: Marks) -> Look:
    return look._replace(marks=look.marks | int(mark))
