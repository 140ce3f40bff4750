"""Vendors and evaluators."""

from __future__ import annotations

from typing import Final

from vendorcompare.core.assessment import Evaluator, Vendor
from vendorcompare.core.parts import Part
from vendorcompare.i18n import N_
from vendorcompare.storage import schema
from vendorcompare.storage.records.spec import Entity

VENDOR: Final = Entity(schema.vendor, Part.VENDORS, N_("vendors"), Vendor, field="vendors")
EVALUATOR: Final = Entity(
    schema.evaluator, Part.EVALUATORS, N_("evaluators"), Evaluator, field="evaluators"
)
