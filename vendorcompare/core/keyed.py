"""What the lists of an assessment hold: records that are known by a key."""

from __future__ import annotations

from typing import Protocol, TypeVar


class Keyed(Protocol):
    """Be a record that has a key, "" where it is not there yet."""

    @property
    def key(self) -> str:
        """What names the record, in this copy of the assessment and in every other."""


KeyedRecord = TypeVar("KeyedRecord", bound=Keyed)
