"""Fees and the volumes that multiply them."""

from __future__ import annotations

import json
from typing import Final

from vendorcompare.core.assessment import CostLine, Driver
from vendorcompare.core.parts import Part
from vendorcompare.i18n import N_
from vendorcompare.storage import schema
from vendorcompare.storage.records.codecs import single
from vendorcompare.storage.records.spec import Entity


def _unread(kept: str) -> tuple[tuple[str, str], ...]:
    """Return field and text of every entry that was not understood; they are kept as JSON."""
    return tuple((str(field), str(text)) for field, text in json.loads(kept or "{}").items())


def _written(unread: tuple[tuple[str, str], ...]) -> str:
    return json.dumps(dict(unread), ensure_ascii=False) if unread else ""


DRIVER: Final = Entity(schema.driver, Part.COSTS, N_("volumes"), Driver, field="drivers")
COST_LINE: Final = Entity(
    schema.cost_line,
    Part.COSTS,
    N_("fees"),
    CostLine,
    field="cost_lines",
    unread=single(_unread, _written),
)
