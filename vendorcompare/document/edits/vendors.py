"""Vendors and evaluators: add, describe, order, delete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vendorcompare.core import sense
from vendorcompare.core.assessment import Evaluator, Vendor
from vendorcompare.core.names import tidied
from vendorcompare.core.scores import UNNAMED
from vendorcompare.document.document import Document
from vendorcompare.document.edits.keys import new_key
from vendorcompare.document.edits.order import move
from vendorcompare.i18n import N_
from vendorcompare.storage import records, schema


def add_vendor(document: Document, name: str) -> str:
    """Add a vendor after the last one and return its key."""
    vendor = Vendor(new_key("v"), tidied(name))
    sense.require(sense.in_vendor(vendor))
    with document.change(N_("Add vendor")) as recorder:
        records.VENDOR.append(recorder, vendor)
    return vendor.key


def add_vendors(document: Document, names: Sequence[str]) -> list[str]:
    """Add vendors after the last one in one step and return their keys."""
    with document.change(N_("Add vendors")):
        return [add_vendor(document, name) for name in names if tidied(name)]


def describe_vendor(document: Document, key: str, field: str, text: str) -> None:
    """Change one field of a vendor's profile, such as name, phone, pros or note."""
    if field == "name":
        text = tidied(text)
    changed: Vendor = replace(document.assessment.vendor(key), **{field: text})
    sense.require(wrong for wrong in sense.in_vendor(changed) if wrong[0] == field)
    with document.change(N_("Edit vendor"), merge=("vendor", key, field)) as recorder:
        recorder.put(schema.vendor, key, **{field: text})


def delete_vendors(document: Document, keys: list[str]) -> None:
    """Delete vendors with their scores, fees and everything else that is theirs."""
    with document.change(N_("Delete vendor")) as recorder:
        for key in keys:
            recorder.delete(schema.vendor, key)
            for attachment in recorder.keys(schema.attachment, vendor=key):
                recorder.delete(schema.attachment, *attachment)


def move_vendors(document: Document, keys: Sequence[str], step: int) -> None:
    """Move vendors together by so many places."""
    order = list(document.assessment.vendor_position)
    with document.change(N_("Move vendor")) as recorder:
        for key in sorted(keys, key=order.index, reverse=step > 0):
            move(recorder, schema.vendor, (key,), order.index(key) + step)


def add_evaluator(document: Document, name: str) -> str:
    """Add somebody who scores and return the key."""
    person = Evaluator(new_key("e"), tidied(name))
    sense.require(sense.in_evaluator(person))
    with document.change(N_("Add evaluator")) as recorder:
        records.EVALUATOR.append(recorder, person)
    return person.key


def sign_scores(document: Document, name: str) -> str:
    """Let somebody answer for all scores that nobody has signed; return the evaluator's key."""
    key = new_key("e")
    evaluators = {each.key: each for each in document.assessment.evaluators}
    signed = replace(evaluators.get(UNNAMED, Evaluator()), key=key, name=tidied(name))
    sense.require(sense.in_evaluator(signed))
    with document.change(N_("Name the evaluator")) as recorder:
        records.EVALUATOR.append(recorder, signed)
        for round_, _nobody, *place in list(recorder.keys(schema.score, evaluator=UNNAMED)):
            row = recorder.row(schema.score, round_, UNNAMED, *place)
            recorder.delete(schema.score, round_, UNNAMED, *place)
            recorder.put(schema.score, round_, key, *place, **(row or {}))
    return key


def describe_evaluator(
    document: Document, key: str, *, name: str | None = None, weight: float | None = None
) -> None:
    """Change the name or the weight of an evaluator."""
    person = next(each for each in document.assessment.evaluators if each.key == key)
    if name is not None:
        person = replace(person, name=tidied(name))
    if weight is not None:
        person = replace(person, weight=weight)
    sense.require(sense.in_evaluator(person))
    with document.change(N_("Edit evaluator"), merge=("evaluator", key)) as recorder:
        records.EVALUATOR.put(recorder, person)


def delete_evaluator(document: Document, key: str) -> None:
    """Delete an evaluator with all scores given; the unnamed one always stays."""
    if key == UNNAMED:
        return
    with document.change(N_("Delete evaluator")) as recorder:
        recorder.delete(schema.evaluator, key)
