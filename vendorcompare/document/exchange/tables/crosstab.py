"""Scores as people lay them out: a row for each criterion, a column for each vendor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from vendorcompare.core.assessment import Assessment, Evaluator
from vendorcompare.core.names import folded
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import UNNAMED, Cell, Score, State
from vendorcompare.document.exchange.records.cells import defused
from vendorcompare.document.exchange.records.fields import written_number
from vendorcompare.document.exchange.tables.head_row import PASSED_OVER, Head, head_of
from vendorcompare.document.exchange.tables.score_list import AGREED, HEADINGS, NOBODY
from vendorcompare.document.exchange.tables.text import written
from vendorcompare.document.reader.scores import typed_score
from vendorcompare.i18n import language

_BEFORE: Final = ("criterion", "evaluator", "state")
_BEHIND: Final = ("criterion_key", "evaluator_key")
#: Written only where there are several rounds.
_ROUND: Final = "round"
_N_A: Final = "N/A"


def export_crosstab(assessment: Assessment) -> bytes:
    """Write the scores of the round that is being decided, then the agreed ones.

    Each evaluator has rows of their own; notes and evidence are in the table with one row for
    each score.
    """
    counts = Counter(folded(vendor.name) for vendor in assessment.vendors)
    heads = [v.name if counts[folded(v.name)] == 1 else v.key for v in assessment.vendors]
    has_rounds = len(assessment.rounds) > 1
    round_ = (defused(assessment.round.key),) if has_rounds else ()
    behind = (*_BEHIND, _ROUND) if has_rounds else _BEHIND
    rows: list[Sequence[str]] = [(*_BEFORE, *map(defused, heads), *behind)]
    for evaluator in assessment.evaluators:
        for criterion in assessment.rubric.criteria:
            cells = [
                _written(criterion, assessment.score(Cell(evaluator.key, v.key, criterion.key)))
                for v in assessment.vendors
            ]
            if any(cells):
                named = _named(assessment, evaluator)
                rows.append((*_row(criterion, named, "", cells), *round_))
    for criterion in assessment.rubric.criteria:
        agreed = [
            _written(criterion, assessment.agreed_score(v.key, criterion.key))
            for v in assessment.vendors
        ]
        if any(agreed):
            rows.append((*_row(criterion, ("", ""), AGREED, agreed), *round_))
    return written(rows)


class Unfolded(NamedTuple):
    """Hold a crosstab as rows of one score each, with the numbers of the rows they come from.

    Attributes:
        columns: what each column of the crosstab itself holds.
    """

    head: Head
    body: list[tuple[int, list[str]]]
    columns: tuple[str | None, ...]


def unfolded(assessment: Assessment, rows: Sequence[Sequence[str]]) -> Unfolded | None:
    """Take a crosstab apart; None for any other table. A blank cell says nothing."""
    vendors = {folded(v.name): v.key for v in assessment.vendors if folded(v.name)}
    vendors |= {folded(v.key): v.key for v in assessment.vendors}
    names = {**HEADINGS, **{name: f"={key}" for name, key in vendors.items()}}
    head = head_of(rows, names, ("criterion",))
    if head is None or {"vendor", "vendor_key", "value"} & set(head.fields):
        return None
    columns = {i: field[1:] for i, field in enumerate(head.fields) if field and field[:1] == "="}
    if not columns or None in head.fields:
        return None
    kept = [i for i, field in enumerate(head.fields) if i not in columns and field != PASSED_OVER]
    fields = ("vendor_key", "value", *(head.fields[i] for i in kept))
    body = [
        (number, [vendor, row[i], *(row[k] if k < len(row) else "" for k in kept)])
        for number, row in enumerate(rows[head.row + 1 :], head.row + 2)
        for i, vendor in columns.items()
        if i < len(row) and folded(row[i])
    ]
    per_cent = frozenset({1} if columns.keys() & head.per_cent else ())
    held = ("value" if i in columns else field for i, field in enumerate(head.fields))
    return Unfolded(Head(head.row, fields, per_cent), body, tuple(held))


def _named(assessment: Assessment, evaluator: Evaluator) -> tuple[str, str]:
    if evaluator.key != UNNAMED:
        return evaluator.name, evaluator.key
    has_others = any(each.key != UNNAMED for each in assessment.evaluators)
    return (NOBODY, NOBODY) if has_others else ("", "")


def _row(
    criterion: Criterion, evaluator: tuple[str, str], state: str, cells: Sequence[str]
) -> tuple[str, ...]:
    name, key = evaluator
    said = (defused(criterion.name.get(language())), _safe(name), state)
    return (*said, *cells, defused(criterion.key), _safe(key))


def _safe(name: str) -> str:
    return name if name == NOBODY else defused(name)


def _written(criterion: Criterion, score: Score) -> str:
    """Write a score so that it is read again; "" for none."""
    if score.state is State.NOT_APPLICABLE:
        return _N_A
    if score.state is not State.SCORED:
        return ""
    if criterion.measure is Measure.TEXT:
        return defused(score.text)
    typed = typed_score(criterion, score)
    is_plain = criterion.measure is not Measure.BOOLEAN and not typed.endswith("%")
    return str(written_number(score.value or 0)) if is_plain else typed
