"""Which fees cannot be turned into payments, so that the others still can."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from vendorcompare.core.assessment import Assessment, Scenario
from vendorcompare.core.cash_flow import payments
from vendorcompare.core.errors import InputError


def fee_problems(assessment: Assessment) -> Mapping[str, InputError]:
    """Return what is wrong with each fee that cannot be computed, by its key."""
    drivers = {driver.key: driver for driver in assessment.drivers}
    names = {vendor.key: vendor.name for vendor in assessment.vendors}
    found: dict[str, InputError] = {}
    for line in assessment.cost_lines:
        try:
            payments(
                line,
                drivers,
                Scenario.HIGH,
                assessment.horizon_months,
                assessment.currency,
                vendor_name=names.get(line.vendor, ""),
            )
        except InputError as error:
            found[line.key] = error
    return found


def without_fees(assessment: Assessment, keys: Collection[str]) -> Assessment:
    """Return the assessment as if some of its fees did not exist."""
    kept = tuple(line for line in assessment.cost_lines if line.key not in keys)
    return replace(assessment, cost_lines=kept)
