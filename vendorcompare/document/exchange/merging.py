"""Bring the records of an interchange document into an assessment, within one step."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Any

from sqlalchemy import Table

from vendorcompare.core.assessment import Assessment, Attachment, Evaluator, Round, SheetSettings
from vendorcompare.core.rubric import Criterion, Dimension
from vendorcompare.core.scores import UNNAMED
from vendorcompare.document.edits.keys import new_key
from vendorcompare.document.edits.rubric import put_levels
from vendorcompare.document.exchange.models import AttachmentRecord, InterchangeDocument
from vendorcompare.document.exchange.report import ImportReport
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

    def merge(self, incoming: InterchangeDocument) -> None:
        """Bring in everything but the scores, in the order in which things refer to others."""
        self._merge_project(incoming)
        self._merge_rubric(incoming)
        self._merge_people(incoming)
        self._merge_weight_sets(incoming)
        self._merge_costs(incoming)
        self._merge_service(incoming)
        for attachment in incoming.attachments:
            self._merge_attachment(attachment)

    def put(self, kind: str, table: Table, *key: Storable, **values: Storable) -> None:
        """Write one row, at the end of the user's order if it is new, and count it."""
        existed = self.recorder.row(table, *key) is not None
        if not existed and "position" in table.c:
            values["position"] = self._next_position(table)
        self._counted(kind, existed, lambda: self.recorder.put(table, *key, **values))

    def _counted(self, kind: str, existed: bool, write: Callable[[], None]) -> None:
        before = len(self.recorder.changes)
        write()
        changed = len(self.recorder.changes) > before
        self.report.count(kind, existed=existed, changed=changed)

    def _next_position(self, table: Table) -> int:
        if table.name not in self._positions:
            self._positions[table.name] = self.recorder.next_position(table)
        self._positions[table.name] += 1
        return self._positions[table.name] - 1

    def _merge_project(self, incoming: InterchangeDocument) -> None:
        if "assessment" in incoming.model_fields_set:
            wanted = incoming.assessment.core(self.assessment)
            self.put("assessment", schema.assessment, **records.project_values(wanted))
        if "sheet" in incoming.model_fields_set:
            self._counted("sheet", True, lambda: self._put_sheet(incoming))

    def _put_sheet(self, incoming: InterchangeDocument) -> None:
        chosen = incoming.sheet.core(self.assessment.sheet_settings)
        for name in SheetSettings.__slots__:
            if name in incoming.sheet.model_fields_set:
                value = json.dumps(getattr(chosen, name), ensure_ascii=False)
                self.recorder.put(schema.setting, f"sheet.{name}", value=value)

    def _merge_rubric(self, incoming: InterchangeDocument) -> None:
        dimensions = {d.key: d for d in self.assessment.rubric.dimensions}
        criteria = {c.key: c for c in self.assessment.rubric.criteria}
        for record in incoming.dimensions:
            dimension: Dimension = record.core(dimensions.get(record.key))
            values = records.dimension_values(dimension)
            self.put("dimensions", schema.dimension, dimension.key, **values)
            for each in record.criteria:
                self._put_criterion(each.core(criteria.get(each.key)), dimension.key)

    def _put_criterion(self, criterion: Criterion, dimension: str) -> None:
        existed = criterion.key in self.assessment.rubric.position
        values = records.criterion_values(criterion, dimension)
        if not existed:
            values["position"] = self._next_position(schema.criterion)

        def write() -> None:
            self.recorder.put(schema.criterion, criterion.key, **values)
            put_levels(self.recorder, criterion)

        self._counted("criteria", existed, write)

    def _merge_people(self, incoming: InterchangeDocument) -> None:
        there = _by(self.assessment.vendors)
        for vendor in incoming.vendors:
            values = records.vendor_values(vendor.core(there.get(vendor.key)))
            self.put("vendors", schema.vendor, vendor.key, **values)
        known: dict[str, Evaluator] = _by(self.assessment.evaluators)
        for evaluator in incoming.evaluators:
            values = records.evaluator_values(evaluator.core(known.get(evaluator.key)))
            self.put("evaluators", schema.evaluator, evaluator.key, **values)
        rounds: dict[str, Round] = _by(self.assessment.rounds)
        for round_ in incoming.rounds:
            name = round_.core(rounds.get(round_.key)).name
            self.put("rounds", schema.round_, round_.key, name=name)

    def _merge_weight_sets(self, incoming: InterchangeDocument) -> None:
        for name, weights in incoming.weight_sets.items():
            found = self.recorder.keys(schema.weight_set, name=name)
            key = found[0][0] if found else new_key("w")
            position = {} if found else {"position": self._next_position(schema.weight_set)}

            def write(
                name: str = name,
                key: Storable = key,
                position: dict[str, int] = position,
                weights: dict[str, float] = weights,
            ) -> None:
                self.recorder.put(schema.weight_set, key, name=name, **position)
                for target, weight in weights.items():
                    self.recorder.put(schema.weight, key, target, weight=weight)

            self._counted("weight_sets", bool(found), write)

    def _merge_costs(self, incoming: InterchangeDocument) -> None:
        drivers = _by(self.assessment.drivers)
        for driver in incoming.drivers:
            values = records.driver_values(driver.core(drivers.get(driver.key)))
            self.put("drivers", schema.driver, driver.key, **values)
        lines = _Matches(self.assessment.cost_lines, lambda line: (line.vendor, line.label))
        for cost in incoming.costs:
            line = cost.core(*lines.take(cost, "f"))
            self.put("costs", schema.cost_line, line.key, **records.cost_line_values(line))

    def _merge_service(self, incoming: InterchangeDocument) -> None:
        promises = _Matches(self.assessment.commitments, lambda c: (c.vendor, c.channel))
        for record in incoming.commitments:
            promise = record.core(*promises.take(record, "p"))
            values = records.commitment_values(promise)
            self.put("commitments", schema.commitment, promise.key, **values)
        log = _Matches(self.assessment.contacts, lambda c: (c.vendor, c.channel, c.raised))
        for timed in incoming.contacts:
            contact = timed.core(*log.take(timed, "t"))
            self.put("contacts", schema.contact, contact.key, **records.contact_values(contact))

    def _merge_attachment(self, record: AttachmentRecord) -> None:
        content = base64.b64decode(record.content)
        place = (record.name, record.vendor, record.criterion)
        there = (a for a in self.assessment.attachments if (a.name, a.vendor, a.criterion) == place)
        key = next((a.key for a in there), None) or new_key("a")
        attachment = Attachment(
            key=key,
            name=record.name,
            media_type=record.media_type,
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            vendor=record.vendor,
            criterion=record.criterion,
            note=record.note,
        )
        values = records.attachment_values(attachment, content)
        self.put("attachments", schema.attachment, key, **values)

    def merge_rounds(self, named: Iterable[str]) -> None:
        """Add the rounds that a score names and nobody described."""
        for key in dict.fromkeys(named):
            if self.recorder.row(schema.round_, key) is None:
                self.put("rounds", schema.round_, key)
        if self.recorder.row(schema.evaluator, UNNAMED) is None:
            self.recorder.put(schema.evaluator, UNNAMED, position=0)


class _Matches:
    """Find what a record without a key means: the first of its kind not yet taken."""

    def __init__(self, there: Iterable[Any], identity: Callable[[Any], Hashable]) -> None:
        self._identity = identity
        self._waiting: dict[Hashable, list[Any]] = defaultdict(list)
        for each in there:
            self._waiting[identity(each)].append(each)

    def take(self, record: Any, kind: str) -> tuple[Any, str]:
        """Return what is there already, or None, and its key or a new one."""
        waiting = self._waiting[self._identity(record)]
        if waiting:
            found = waiting.pop(0)
            return found, found.key
        return None, new_key(kind)


def _by(there: Iterable[Any]) -> dict[str, Any]:
    return {each.key: each for each in there}
