"""What one row of a table of scores means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any, Final

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded, near
from vendorcompare.core.rounds import Round
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import UNNAMED, Score, State
from vendorcompare.document.exchange.records.cells import Cells, restored
from vendorcompare.document.exchange.records.scores import ConsensusRecord, ScoreRecord
from vendorcompare.document.exchange.tables.answers import Question, Unanswered, said
from vendorcompare.document.exchange.tables.shape import TableRow
from vendorcompare.document.reader.results import Ambiguous, Habits, Points, Shares
from vendorcompare.document.reader.scores import read_score, typed_score
from vendorcompare.i18n import N_, _

_N_A: Final = "not_applicable"
#: The state of a score that the evaluators agreed on.
AGREED: Final = "agreed"
#: Stands for the evaluator nobody named, where others have names.
NOBODY: Final = "-"
STATES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("scored", "已评", "已评分", "已評分"), "scored"),
    **dict.fromkeys(("not_applicable", "not applicable", "n/a", "不适用", "不適用"), _N_A),
    **dict.fromkeys(("unknown", "未知", "未评", "未评分", "未評分"), "unknown"),
    **dict.fromkeys((AGREED, "已商定", "商定", "一致", "共识"), AGREED),
}
GRADES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("claimed", "口头", "口頭", "声称", "聲稱"), "claimed"),
    **dict.fromkeys(("documented", "书面", "書面", "有文件"), "documented"),
    **dict.fromkeys(("tested", "实测", "實測", "亲测", "親測"), "tested"),
}
_STATES: Final = {folded(word): state for word, state in STATES.items()}
_GRADES: Final = {folded(word): grade for word, grade in GRADES.items()}
_UNKNOWN: Final = {
    "vendor": N_('there is no vendor "{key}"'),
    "criterion": N_('there is no criterion "{key}"'),
    "evaluator": N_('there is no evaluator "{key}"'),
    "round": N_('there is no round "{key}"'),
}
_MISSING: Final = {
    "vendor": N_("the vendor is not named"),
    "criterion": N_("the criterion is not named"),
    "evaluator": N_("the evaluator is not named"),
    "round": N_("the round is not named"),
}

Meanings = Mapping[str, set[str]]


class ScoreRows:
    """Turn rows into records."""

    def __init__(self, assessment: Assessment, habits: Habits, evaluator: str) -> None:
        self._assessment = assessment
        self._habits = habits
        self._given_by = evaluator
        self._folded = lru_cache(maxsize=None)(folded)  # a name stands in many rows
        self._rounds = {each.key: assessment.in_round(each.key) for each in assessment.rounds}
        self._criteria = {
            each.key: meanings(
                (c.key, (c.name.zh, c.name.en, c.name.both())) for c in each.rubric.criteria
            )
            for each in assessment.rounds
        }
        self._meanings: Mapping[str, Meanings] = {
            "vendor": meanings((v.key, (v.name,)) for v in assessment.vendors),
            "evaluator": meanings((e.key, (e.name,)) for e in assessment.evaluators),
            "round": meanings((r.key, (r.name,)) for r in assessment.rounds),
        }
        self._known: Mapping[str, Container[str]] = {
            "vendor": assessment.vendor_position,
            "evaluator": assessment.evaluator_position,
            "round": self._rounds,
        }

    def record(self, row: TableRow) -> ScoreRecord | ConsensusRecord:
        """Return what a row says.

        Raises:
            Unanswered: it can mean several things, and an answer would tell.
            InputError: something in it is wrong.
        """
        cells = row.cells
        round_ = self._round(cells)
        given: dict[str, Any] = {
            "vendor": self._key(cells, "vendor"),
            "criterion": self._criterion(cells, round_),
            "round": round_.key,
        }
        criterion = round_.rubric.criterion(given["criterion"])
        state = _listed(cells.get("state", ""), _STATES, N_('"{cell}" is no state'))
        if cells.get("note"):
            given["note"] = restored(cells["note"])
        words = restored(cells.get("value", ""))
        read = partial(self._read, criterion, words, self._habits_in(row))
        if state == AGREED:
            return ConsensusRecord(**given, **_agreed(read()))
        given |= _score(cells, state, criterion, words, read)
        grade = _listed(cells.get("evidence", ""), _GRADES, N_('"{cell}" is no evidence grade'))
        if grade:
            given["evidence"] = grade
        return ScoreRecord(**given, evaluator=self._evaluator(cells))

    def _evaluator(self, cells: Cells) -> str:
        named = {cells.get(name, "").strip() for name in ("evaluator", "evaluator_key")} - {""}
        if named == {NOBODY}:
            return UNNAMED
        if named:
            return self._key(cells, "evaluator")
        if self._given_by:
            return self._given_by
        if all(each.key == UNNAMED for each in self._assessment.evaluators):
            return UNNAMED
        raise Unanswered(_("it is not said who gave the score"))

    def _round(self, cells: Cells) -> Round:
        """Return the round that a row means, by default the one that is being decided."""
        if not any(cells.get(name, "").strip() for name in ("round", "round_key")):
            return self._assessment.round
        return self._rounds[self._key(cells, "round")].round

    def _criterion(self, cells: Cells, round_: Round) -> str:
        """Return the key of the criterion that a row means in its round."""
        known, meanings = round_.rubric.position, self._criteria[round_.key]
        return self._meant(cells, "criterion", known, meanings)

    def _key(self, cells: Cells, name: str) -> str:
        return self._meant(cells, name, self._known[name], self._meanings[name])

    def _meant(self, cells: Cells, name: str, keys: Container[str], meanings: Meanings) -> str:
        """Return the key that a row means: that in the column of keys, else that of the name."""
        written = restored(cells.get(f"{name}_key", "").strip())
        if written and written in keys:
            return written
        words = restored(cells.get(name, "").strip()) or written
        if words in keys:
            return words
        if not words:
            raise InputError(_(_MISSING[name]))
        found = meanings.get(self._folded(words), set())
        if not found:
            message = _(_UNKNOWN[name]).format(key=words)
            raise InputError(message + _like(words, self._names(name)))
        if len(found) > 1:
            raise InputError(_('several are called "{name}": use the key').format(name=words))
        return next(iter(found))

    def _names(self, name: str) -> list[str]:
        if name == "vendor":
            return [vendor.name for vendor in self._assessment.vendors]
        return []

    def _habits_in(self, row: TableRow) -> Habits:
        """Return how the figure of a row is written; its head may say that it is in per cent."""
        return replace(self._habits, shares=Shares.PER_CENT) if row.is_per_cent else self._habits

    def _read(self, criterion: Criterion, words: str, habits: Habits) -> Score:
        try:
            return read_score(criterion, words, habits)
        except Ambiguous as asked:
            question = _question(criterion, words, habits)
            if question is None:
                raise
            raise Unanswered(said(asked), question, asked.choices) from None


def _score(
    cells: Cells, state: str, criterion: Criterion, words: str, read: Callable[[], Score]
) -> dict[str, Any]:
    if state not in ("", "scored"):
        if words.strip():
            text = _('a score cannot stand beside "{cell}"')
            raise InputError(text.format(cell=cells["state"].strip()))
        return {"state": state, "value": None}
    if not words.strip() and not state:
        return {}
    score = read()
    if score.state is State.NOT_APPLICABLE:
        return {"state": _N_A, "value": None}
    if score.state is State.UNKNOWN and criterion.measure is not Measure.TEXT:
        raise InputError(_("the score is missing"))
    value = words if criterion.measure is Measure.TEXT else score.value
    return {"state": "scored", "value": value or (value if value == 0 else None)}


def _agreed(score: Score) -> dict[str, Any]:
    if score.state is State.NOT_APPLICABLE:
        return {"value": None, "state": _N_A}
    return {"value": score.value}


def _question(criterion: Criterion, words: str, given: Habits) -> Question | None:
    """Find out which answers would let an ambiguous cell be read, and as what."""
    by_points = [(each, replace(given, points=each)) for each in (Points.POINT, Points.COMMA)]
    by_shares = [
        (each, replace(given, shares=each)) for each in (Shares.PER_CENT, Shares.FRACTIONS)
    ]
    kinds: list[list[tuple[Shares | Points, Habits]]] = []
    if given.points is Points.ASK:
        kinds.append([(a, replace(h, shares=Shares.PER_CENT)) for a, h in by_points])
    if given.shares is Shares.ASK:
        kinds.append(list(by_shares))
    for habits in kinds:
        meanings = [(answer, _figure(criterion, words, habit)) for answer, habit in habits]
        known = tuple((answer, figure) for answer, figure in meanings if figure)
        if known and len({figure for _answer, figure in known}) == len(known):
            return Question(words.strip(), criterion.key, known)
    return None


def _figure(criterion: Criterion, words: str, habits: Habits) -> str:
    """Return the figure that a text stands for, "" for none."""
    try:
        return typed_score(criterion, read_score(criterion, words, habits))
    except InputError:
        return ""


def meanings(named: Iterable[tuple[str, Iterable[str]]]) -> Meanings:
    """Return the keys that a name may mean."""
    meant: dict[str, set[str]] = defaultdict(set)
    for key, names in named:
        for name in filter(None, map(folded, names)):
            meant[name].add(key)
    return meant


def _listed(cell: str, known: Mapping[str, str], unknown: str) -> str:
    """Return what a word of a list means, "" for a blank."""
    name = folded(cell)
    if name and name not in known:
        raise InputError(_(unknown).format(cell=cell.strip()))
    return known.get(name, "")


def _like(name: str, names: Iterable[str]) -> str:
    """Point out names that are nearly the same."""
    found = near(name, names)
    return _('; is "{name}" meant?').format(name=found[0]) if found else ""
