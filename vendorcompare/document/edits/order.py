"""The order of things that the user arranged."""

from __future__ import annotations

from sqlalchemy import Table

from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.rows import Key, Storable


def move(recorder: Recorder, table: Table, key: Key, place: int, **siblings: Storable) -> None:
    """Move a row to a place among its siblings, renumbering those whose place changes."""
    keys = recorder.keys(table, **siblings)
    keys.remove(key)
    keys.insert(max(0, min(place, len(keys))), key)
    for position, sibling in enumerate(keys):
        recorder.put(table, *sibling, position=position)
