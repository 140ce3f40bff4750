"""Records that a grid edits: many of them written or deleted as one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from vendorcompare.core.keyed import KeyedRecord
from vendorcompare.document.document import Document
from vendorcompare.document.edits.keys import new_key
from vendorcompare.storage.records import Entity


def put_all(
    document: Document,
    entity: Entity[KeyedRecord],
    given: Sequence[KeyedRecord],
    prefix: str,
    message: str,
) -> list[str]:
    """Replace records and add those that are not there after the last one; return all keys.

    Those without a key get one that begins with `prefix`. The message names the step, marked
    with `N_()`.
    """
    records = [_with_key(each, prefix) for each in given]
    with document.change(message) as recorder:
        place = recorder.next_position(entity.table)
        for each in records:
            if recorder.row(entity.table, each.key) is None:
                entity.put(recorder, each, position=place)
                place += 1
            else:
                entity.put(recorder, each)
    return [each.key for each in records]


def delete_all(
    document: Document, entity: Entity[KeyedRecord], keys: Iterable[str], message: str
) -> int:
    """Delete records with all that cannot be without them; return how many were there."""
    with document.change(message) as recorder:
        there = [key for key in keys if recorder.row(entity.table, key) is not None]
        for key in there:
            recorder.delete(entity.table, key)
    return len(there)


def _with_key(record: KeyedRecord, prefix: str) -> KeyedRecord:
    frozen: Any = record  # which records are, as their type does not say
    return record if record.key else replace(frozen, key=new_key(prefix))
