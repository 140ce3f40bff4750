"""Bring the records of an interchange document into an assessment, within one step."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Table

from vendorcompare.core.assessment import Assessment, Evaluator, Round, SheetSettings
from vendorcompare.core.rubric import Criterion, Dimension
from vendorcompare.core.scores import UNNAMED
from vendorcompare.core.text import Text
from vendorcompare.document.edits.keys import new_key
from vendorcompare.document.edits.rubric import put_levels
from vendorcompare.document.exchange.matching import MATCHINGS, matched, weight_set_of
from vendorcompare.document.exchange.models import ConsensusRecord, InterchangeDocument, ScoreRecord
from vendorcompare.document.exchange.report import ImportReport
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
        self._vendor_names = {vendor.key: vendor.name for vendor in assessment.vendors}
        self._criterion_names = {c.key: _said(c.name) for c in assessment.rubric.criteria}

    def merge(self, incoming: InterchangeDocument) -> None:
        """Bring in everything but the scores, in the order in which things refer to others."""
        self._merge_project(incoming)
        self._merge_rubric(incoming)
        self._merge_people(incoming)
        self._vendor_names |= {v.key: v.name for v in incoming.vendors if v.name}
        self._merge_weight_sets(incoming)
        self._merge_costs(incoming)
        self._merge_service(incoming)
        self._merge_attachments(incoming)

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
        vendor = self._vendor_names.get(record.vendor, record.vendor)
        return f"{vendor} · {self._criterion_names.get(record.criterion, record.criterion)}"

    def _merge_project(self, incoming: InterchangeDocument) -> None:
        if "assessment" in incoming.model_fields_set:
            wanted = incoming.assessment.core(self.assessment)
            self.put(
                "assessment", wanted.title, schema.assessment, **records.PROJECT.values(wanted)
            )
        if "sheet" in incoming.model_fields_set:
            self._noted("sheet", "", True, lambda: self._put_sheet(incoming))

    def _put_sheet(self, incoming: InterchangeDocument) -> None:
        chosen = incoming.sheet.core(self.assessment.sheet_settings)
        for name in SheetSettings.__slots__:
            if name in incoming.sheet.model_fields_set:
                records.put_sheet_choice(self.recorder, name, getattr(chosen, name))

    def _merge_rubric(self, incoming: InterchangeDocument) -> None:
        dimensions = {d.key: d for d in self.assessment.rubric.dimensions}
        criteria = {c.key: c for c in self.assessment.rubric.criteria}
        for record in incoming.dimensions:
            dimension: Dimension = record.core(dimensions.get(record.key))
            values = records.DIMENSION.values(dimension)
            self.put("dimensions", _said(dimension.name), schema.dimension, dimension.key, **values)
            for each in record.criteria:
                self._put_criterion(each.core(criteria.get(each.key)), dimension.key)

    def _put_criterion(self, criterion: Criterion, dimension: str) -> None:
        existed = criterion.key in self.assessment.rubric.position
        self._criterion_names[criterion.key] = _said(criterion.name)
        values = {"dimension": dimension, **records.CRITERION.values(criterion)}
        if not existed:
            values["position"] = self._next_position(schema.criterion)

        def write() -> None:
            self.recorder.put(schema.criterion, criterion.key, **values)
            put_levels(self.recorder, criterion)

        self._noted("criteria", _said(criterion.name), existed, write)

    def _merge_people(self, incoming: InterchangeDocument) -> None:
        there = _by(self.assessment.vendors)
        for vendor in incoming.vendors:
            wanted = vendor.core(there.get(vendor.key))
            self.put(
                "vendors", wanted.name, schema.vendor, wanted.key, **records.VENDOR.values(wanted)
            )
        known: dict[str, Evaluator] = _by(self.assessment.evaluators)
        for evaluator in incoming.evaluators:
            person = evaluator.core(known.get(evaluator.key))
            values = records.EVALUATOR.values(person)
            self.put("evaluators", person.name, schema.evaluator, person.key, **values)
        rounds: dict[str, Round] = _by(self.assessment.rounds)
        for round_ in incoming.rounds:
            name = round_.core(rounds.get(round_.key)).name
            self.put("rounds", name or round_.key, schema.round_, round_.key, name=name)

    def _merge_weight_sets(self, incoming: InterchangeDocument) -> None:
        for name, weights in incoming.weight_sets.items():
            there = weight_set_of(self.assessment, name, incoming.weight_set_keys.get(name))
            key = there.key if there else incoming.weight_set_keys.get(name) or new_key("w")
            position = {} if there else {"position": self._next_position(schema.weight_set)}

            def write(
                name: str = name,
                key: Storable = key,
                position: dict[str, int] = position,
                weights: dict[str, float] = weights,
            ) -> None:
                self.recorder.put(schema.weight_set, key, name=name, **position)
                for target, weight in weights.items():
                    self.recorder.put(schema.weight, key, target, weight=weight)

            self._noted("weight_sets", name, bool(there), write, was=there.name if there else "")

    def _merge_costs(self, incoming: InterchangeDocument) -> None:
        drivers = _by(self.assessment.drivers)
        for record in incoming.drivers:
            driver = record.core(drivers.get(record.key))
            values = records.DRIVER.values(driver)
            self.put("drivers", _said(driver.name), schema.driver, driver.key, **values)
        for line, was in self._matched("costs", incoming.costs):
            self._put_matched("costs", line, was, schema.cost_line, records.COST_LINE.values(line))

    def _merge_service(self, incoming: InterchangeDocument) -> None:
        for promise, was in self._matched("commitments", incoming.commitments):
            values = records.COMMITMENT.values(promise)
            self._put_matched("commitments", promise, was, schema.commitment, values)
        for contact, was in self._matched("contacts", incoming.contacts):
            values = records.CONTACT.values(contact)
            self._put_matched("contacts", contact, was, schema.contact, values)

    def _merge_attachments(self, incoming: InterchangeDocument) -> None:
        matches = matched("attachments", incoming.attachments, self.assessment)
        for record, match in zip(incoming.attachments, matches, strict=True):
            content = base64.b64decode(record.content)
            kept = record.core(match.there, match.key, content)
            values = {**records.ATTACHMENT.values(kept), "content": content}
            self._put_matched("attachments", kept, match.there, schema.attachment, values)

    def _matched(self, kind: str, incoming: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
        """Give each record as it will be, and what it was matched with or None."""
        matches = matched(kind, incoming, self.assessment)
        for record, match in zip(incoming, matches, strict=True):
            yield record.core(match.there, match.key), match.there

    def _put_matched(
        self, kind: str, record: Any, there: Any, table: Table, values: records.Values
    ) -> None:
        if there is None:
            values["position"] = self._next_position(table)
        self._noted(
            kind,
            self._described(kind, record),
            there is not None,
            lambda: self.recorder.put(table, record.key, **values),
            was="" if there is None else self._described(kind, there),
        )

    def _described(self, kind: str, record: Any) -> str:
        """Say what a record is called, and whose it is."""
        label = MATCHINGS[kind].label(record)
        vendor = self._vendor_names.get(record.vendor, record.vendor)
        return f"{vendor} · {label}" if vendor else label

    def merge_rounds(self, named: Iterable[str]) -> None:
        """Add the rounds that a score names and nobody described."""
        for key in dict.fromkeys(named):
            if self.recorder.row(schema.round_, key) is None:
                self.put("rounds", key, schema.round_, key)
        if self.recorder.row(schema.evaluator, UNNAMED) is None:
            self.recorder.put(schema.evaluator, UNNAMED, position=0)


def _by(there: Iterable[Any]) -> dict[str, Any]:
    return {each.key: each for each in there}


def _said(name: Text) -> str:
    return name.get(language())
