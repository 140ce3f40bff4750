"""The scores of a round as a table: a row for each, or a row for each criterion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from vendorcompare.core.assessment import Assessment, Evaluator
from vendorcompare.core.names import folded
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import UNNAMED, Cell, Score, State
from vendorcompare.document.exchange.records.cells import defused
from vendorcompare.document.exchange.records.fields import written_number
from vendorcompare.document.exchange.records.scores import written_agreed, written_scores
from vendorcompare.document.exchange.tables.score_rows import AGREED, NOBODY
from vendorcompare.document.exchange.tables.text import written
from vendorcompare.document.reader.scores import typed_score
from vendorcompare.i18n import language

_NAMES: Final = ("vendor", "criterion", "evaluator")
_ROUND: Final = "round"
_SAID: Final = ("value", "state", "evidence", "note")
#: All that a column can hold; the round is written only where there are several.
_FIELDS: Final = (*_NAMES, *_SAID, _ROUND, *(f"{name}_key" for name in (*_NAMES, _ROUND)))
_N_A: Final = "N/A"
_BEFORE: Final = ("criterion", "evaluator", "state")
_BEHIND: Final = ("criterion_key", "evaluator_key")


def export_scores_csv(assessment: Assessment) -> bytes:
    """Write the scores of the round that is being decided as a table, then the agreed ones.

    People read the names; the keys stand in columns of their own, so that the table is read
    back exactly.
    """
    is_alone = len(assessment.rounds) == 1
    columns = [name for name in _FIELDS if not (is_alone and name.startswith(_ROUND))]
    named = {
        "vendor": {vendor.key: vendor.name for vendor in assessment.vendors},
        "criterion": {
            criterion.key: criterion.name.get(language())
            for criterion in assessment.rubric.criteria
        },
        "evaluator": {each.key: each.name for each in assessment.evaluators},
        _ROUND: {each.key: each.name for each in assessment.rounds},
    }
    nobody = NOBODY if any(each.key != UNNAMED for each in assessment.evaluators) else ""
    rows: list[Sequence[str]] = [columns]
    for score in written_scores(assessment):
        cells = _cells({**score, "evaluator": score["evaluator"] or nobody}, named)
        rows.append([cells[column] for column in columns])
    here = {"state": AGREED, _ROUND: assessment.round.key}
    for agreed in written_agreed(assessment):
        excused = {"value": _N_A} if agreed.get("state") else {}
        cells = _cells({**agreed, **excused, **here}, named)
        rows.append([cells[column] for column in columns])
    return written(rows)


def _cells(score: Mapping[str, Any], named: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return the cells of one score; text is safe in a spreadsheet, numbers stay numbers."""
    cells = dict.fromkeys(_FIELDS, "")
    for column in _SAID:
        found = score.get(column)
        if isinstance(found, str):
            cells[column] = defused(found)
        elif found is not None:
            cells[column] = str(written_number(found))
    for name, known in named.items():
        value = score.get(name) or ""
        cells[name] = defused(known.get(value) or value)
        cells[f"{name}_key"] = value if value == NOBODY else defused(value)
        if value == NOBODY:
            cells[name] = NOBODY
    return cells


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
