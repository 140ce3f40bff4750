"""Vendors, evaluators and the rounds in which they meet."""

from __future__ import annotations

from typing import Final

from vendorcompare.core.assessment import Evaluator, Round, Vendor
from vendorcompare.core.parts import Part
from vendorcompare.i18n import N_
from vendorcompare.storage import schema
from vendorcompare.storage.records.spec import Entity

VENDOR: Final = Entity(schema.vendor, Part.VENDORS, N_("vendors"), Vendor, field="vendors")
EVALUATOR: Final = Entity(
    schema.evaluator, Part.EVALUATORS, N_("evaluators"), Evaluator, field="evaluators"
)
ROUND: Final = Entity(schema.round_, Part.ROUNDS, N_("rounds"), Round, field="rounds")
