"""The assessment's own row, and the choices for its sheets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from sqlalchemy import select

from vendorcompare.core.assessment import Assessment, SheetSettings
from vendorcompare.core.parts import Part
from vendorcompare.i18n import N_
from vendorcompare.storage import schema
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.records.base import rows_of
from vendorcompare.storage.records.codecs import single
from vendorcompare.storage.records.spec import Entity, Kept
from vendorcompare.storage.store import Transaction, is_owned

_SHEET: Final = "sheet."
_CHOICES: Final = {"language": ("zh", "en", "both"), "paper": ("a4", "letter")}


def _project(transaction: Transaction) -> Mapping[str, Any]:
    """Read the buyer, the horizon and the rest of the assessment's own row."""
    own, identity = schema.assessment, schema.identity
    row = transaction.execute(select(own).where(is_owned(own))).one()
    origin = select(identity.c.origin).where(is_owned(identity))
    return {"origin": transaction.execute(origin).scalar_one(), **PROJECT.given(row)}


PROJECT: Final = Entity(
    schema.assessment,
    Part.PROJECT,
    N_("title and settings of the assessment"),
    Assessment,
    read=_project,
    without=frozenset(f.name for f in fields(Assessment) if f.name not in schema.assessment.c),
    currency=single(lambda kept: kept or Assessment.currency, str),
)


def _sheet_settings(transaction: Transaction) -> Mapping[str, Any]:
    """Read the choices for the printed sheet, leaving defaults where none was made."""
    known = set(SheetSettings.__slots__)
    chosen = {
        row.name.removeprefix(_SHEET): json.loads(row.value)
        for row in rows_of(transaction, schema.setting)
        if row.name.removeprefix(_SHEET) in known
    }
    for name in chosen.keys() & {"left_out", "left_out_vendors"}:
        chosen[name] = tuple(chosen[name])
    for name, known_choices in _CHOICES.items():
        if name in chosen and chosen[name] not in known_choices:
            raise ValueError(chosen[name])
    return {"sheet_settings": SheetSettings(**chosen)}


SETTING: Final = Kept(
    schema.setting, Part.SHEET, N_("settings of the sheets"), read=_sheet_settings
)


def put_sheet_choice(recorder: Recorder, name: str, value: Any) -> None:
    """Write one choice for the printed sheet, such as language or left_out."""
    kept = json.dumps(value, ensure_ascii=False)
    recorder.put(schema.setting, f"{_SHEET}{name}", value=kept)
