"""Bring the records of an interchange document into an assessment, within one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Table

from vendorcompare.core.assessment import Assessment, SheetSettings
from vendorcompare.core.rounds import WeightSet
from vendorcompare.core.rubric import Criterion
from vendorcompare.core.scores import UNNAMED
from vendorcompare.core.text import Text
from vendorcompare.document.edits.keys import new_key
from vendorcompare.document.edits.rounds import copy_opening, put_present
from vendorcompare.document.edits.rubric import put_levels
from vendorcompare.document.exchange.merging.matching import matched, weight_set_of
from vendorcompare.document.exchange.merging.report import ImportReport
from vendorcompare.document.exchange.merging.round_parts import RoundPart, round_parts
from vendorcompare.document.exchange.records import LISTED
from vendorcompare.document.exchange.records.interchange import InterchangeDocument
from vendorcompare.document.exchange.records.listed import Listed
from vendorcompare.document.exchange.records.record import Entry
from vendorcompare.document.exchange.records.rounds import ROUNDS
from vendorcompare.document.exchange.records.scores import ConsensusRecord, ScoreRecord
from vendorcompare.i18n import language
from vendorcompare.storage import records, schema
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.rows import Storable


class Merger:
    """Put records on a recorder: those that are there are changed, the others added."""

    def __init__(self, recorder: Recorder, assessment: Assessment) -> None:
        self.recorder = recorder
        self.assessment = assessment
        self.report = ImportReport()
        self._positions: dict[str, int] = {}
        #: What things are called, by their keys.
        self._names = {
            "vendor": {vendor.key: vendor.name for vendor in assessment.vendors},
            "criterion": {c.key: _said(c.name) for c in assessment.rubric.criteria},
        }

    def merge(self, incoming: InterchangeDocument) -> None:
        """Bring in everything but the scores, in the order in which things refer to others."""
        self._merge_project(incoming)
        self._merge_list(ROUNDS, incoming.entries(ROUNDS))
        for part in round_parts(incoming, self.assessment):
            self._merge_round(part)
        for listed in LISTED.values():
            if listed is not ROUNDS:
                self._merge_list(listed, incoming.entries(listed))

    def put(
        self,
        kind: str,
        label: str,
        table: Table,
        *key: Storable,
        **values: Storable,
    ) -> None:
        """Write one row, at the end of the user's order if it is new, and note what it did."""
        existed = self.recorder.row(table, *key) is not None
        if not existed and "position" in table.c:
            values["position"] = self._next_position(table)
        self._noted(kind, label, existed, lambda: self.recorder.put(table, *key, **values))

    def _noted(
        self, kind: str, label: str, existed: bool, write: Callable[[], None], *, was: str = ""
    ) -> None:
        before = len(self.recorder.changes)
        write()
        changed = len(self.recorder.changes) > before
        self.report.note(kind, label, existed=existed, changed=changed, was=was)

    def _next_position(self, table: Table) -> int:
        if table.name not in self._positions:
            self._positions[table.name] = self.recorder.next_position(table)
        self._positions[table.name] += 1
        return self._positions[table.name] - 1

    def cell_label(self, record: ScoreRecord | ConsensusRecord) -> str:
        """Say of whom and of what a score is."""
        vendor = self._names["vendor"].get(record.vendor, record.vendor)
        return f"{vendor} · {self._names['criterion'].get(record.criterion, record.criterion)}"

    def _merge_project(self, incoming: InterchangeDocument) -> None:
        if "assessment" in incoming.model_fields_set:
            wanted = incoming.assessment.core(self.assessment)
            values = records.PROJECT.values(wanted)
            if values == records.PROJECT.values(self.assessment):  # be it said or as usual
                self.report.note("assessment", wanted.title, existed=True, changed=False)
            else:
                self.put("assessment", wanted.title, schema.assessment, **values)
        if "sheet" in incoming.model_fields_set:
            self._noted("sheet", "", True, lambda: self._put_sheet(incoming))

    def _put_sheet(self, incoming: InterchangeDocument) -> None:
        chosen = incoming.sheet.core(self.assessment.sheet_settings)
        for name in SheetSettings.__slots__:
            if name in incoming.sheet.model_fields_set:
                records.put_sheet_choice(self.recorder, name, getattr(chosen, name))

    def _merge_round(self, part: RoundPart) -> None:
        """Write what a round asks; a new one can start from the one before it."""
        if part.starts_from is not None:
            copy_opening(self.recorder, part.starts_from, part.key)
        if part.record is not None and part.record.present:
            put_present(self.recorder, part.key)
        dimensions = {d.key: d for d in part.rubric.dimensions}
        criteria = {c.key: c for c in part.rubric.criteria}
        for record in part.brought.dimensions:
            values = records.DIMENSION.values(dimensions[record.key])
            label = _said(dimensions[record.key].name)
            self.put("dimensions", label, schema.dimension, part.key, record.key, **values)
            for each in record.criteria:
                self._put_criterion(part.key, criteria[each.key], record.key)
        self._merge_weight_sets(part)

    def _put_criterion(self, round_: str, criterion: Criterion, dimension: str) -> None:
        existed = self.recorder.row(schema.criterion, round_, criterion.key) is not None
        self._names["criterion"][criterion.key] = _said(criterion.name)
        values = {"dimension": dimension, **records.CRITERION.values(criterion)}
        if not existed:
            values["position"] = self._next_position(schema.criterion)

        def write() -> None:
            self.recorder.put(schema.criterion, round_, criterion.key, **values)
            put_levels(self.recorder, round_, criterion)

        self._noted("criteria", _said(criterion.name), existed, write)

    def _merge_list(self, listed: Listed, entries: Sequence[Entry]) -> None:
        """Bring in the entries of a list, each in the place of what it was matched with."""
        matches = matched(listed, entries, self.assessment)
        for entry, match in zip(entries, matches, strict=True):
            wanted, there = match.wanted(listed, entry), match.there
            self._names.setdefault(listed.entity.table.name, {})[match.key] = listed.label(wanted)
            beside = entry.beside()
            if there is None and "position" in listed.entity.table.c:
                beside["position"] = self._next_position(listed.entity.table)
            self._noted(
                listed.name,
                self._described(listed, wanted),
                there is not None,
                partial(listed.entity.put, self.recorder, wanted, **beside),
                was="" if there is None else self._described(listed, there),
            )

    def _merge_weight_sets(self, part: RoundPart) -> None:
        known, keys = self._weight_sets(part.key), part.brought.weight_set_keys
        for name, weights in part.brought.weight_sets.items():
            there = weight_set_of(known, name, keys.get(name))
            key = there.key if there else keys.get(name) or new_key("w")
            called = there.name if there and not keys.get(name) else name
            position = {} if there else {"position": self._next_position(schema.weight_set)}

            def write(
                called: str = called,
                key: Storable = key,
                position: dict[str, int] = position,
                weights: dict[str, float] = weights,
            ) -> None:
                self.recorder.put(schema.weight_set, part.key, key, name=called, **position)
                for target, weight in weights.items():
                    self.recorder.put(schema.weight, part.key, key, target, weight=weight)

            self._noted("weight_sets", called, bool(there), write, was=there.name if there else "")

    def _weight_sets(self, round_: str) -> list[WeightSet]:
        """Return the weight sets that a round has by now, without their weights."""
        keys = self.recorder.keys(schema.weight_set, round=round_)
        rows = {str(key[-1]): self.recorder.row(schema.weight_set, *key) for key in keys}
        return [WeightSet(str((row or {}).get("name")), {}, key) for key, row in rows.items()]

    def _described(self, listed: Listed, record: Any) -> str:
        """Say what a record is called, and whose it is."""
        label, owner = listed.label(record), getattr(record, "vendor", "")
        return f"{self._names['vendor'].get(owner, owner)} · {label}" if owner else label

    def allow_nobody(self) -> None:
        """Make sure that scores can be signed by nobody."""
        if self.recorder.row(schema.evaluator, UNNAMED) is None:
            self.recorder.put(schema.evaluator, UNNAMED, position=0)


def _said(name: Text) -> str:
    return name.get(language())
