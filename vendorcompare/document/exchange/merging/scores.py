"""Bring imported scores into an assessment, whatever kind of file they come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vendorcompare.core.rubric import Criterion
from vendorcompare.document.edits.scores import BLANK, columns_of, score_in
from vendorcompare.document.exchange.merging.merger import Merger
from vendorcompare.document.exchange.records.scores import ConsensusRecord, ScoreRecord
from vendorcompare.storage import schema
from vendorcompare.storage.rows import Key, Row


def merge_scores(
    merger: Merger, incoming: Iterable[ScoreRecord], criteria: Mapping[str, Mapping[str, Criterion]]
) -> None:
    """Write scores; a record that names only a note leaves the score as it is.

    `criteria` are those of each round, by key.
    """
    merger.allow_nobody()
    there = merger.recorder.rows(schema.score)
    added: dict[Key, Row] = {}
    for record in incoming:
        before = there.get(record.place)
        was = score_in(before)
        score = record.score(was, criteria[record.round][record.criterion])
        if before is None and score != BLANK:
            added[record.place] = columns_of(score)
        elif score == BLANK and before is not None:
            merger.recorder.delete(schema.score, *record.place)
        elif score != was:
            merger.recorder.put(schema.score, *record.place, **columns_of(score))
        label = merger.cell_label(record)
        merger.report.note("scores", label, existed=before is not None, changed=score != was)
    merger.recorder.add_all(schema.score, added)


def merge_consensus(merger: Merger, incoming: Iterable[ConsensusRecord]) -> None:
    """Write agreed scores; one without value and note is taken back."""
    for record in incoming:
        label = merger.cell_label(record)
        before = merger.recorder.row(schema.agreed_score, *record.place)
        score = record.score(score_in(before))
        if score == BLANK:
            merger.recorder.delete(schema.agreed_score, *record.place)
            merger.report.note("consensus", label, existed=True, changed=before is not None)
        else:
            kept = columns_of(score)
            columns = {name: kept[name] for name in ("value", "state", "note")}
            merger.put("consensus", label, schema.agreed_score, *record.place, **columns)
