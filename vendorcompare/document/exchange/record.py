"""What every record of an interchange document has in common."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from vendorcompare.storage.validation import Strict

T = TypeVar("T")


class Record(Strict):
    """Describe something by the entries that are named.

    What is not named stays as it is, or is what the core has by default where it is new.
    """

    def onto(self, base: T, **more: Any) -> T:
        """Return the core's record with the entries that are named, and some more."""
        known = {field.name for field in fields(base)}  # type: ignore[arg-type]
        named = self.model_fields_set & known - {"key"}
        given = {name: getattr(self, name) for name in named}
        return replace(base, **{**given, **more})  # type: ignore[type-var]
