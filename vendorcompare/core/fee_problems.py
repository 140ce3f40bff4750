"""Which fees do not count because of how they were entered, and why."""

from __future__ import annotations

from collections.abc import Mapping

from vendorcompare.core.assessment import Assessment, Scenario
from vendorcompare.core.errors import InputError
from vendorcompare.core.payments import Gap, gap_of, payments


def fee_problems(assessment: Assessment) -> Mapping[str, InputError]:
    """Return what is wrong with each fee that cannot be counted, by its key.

    An amount that the vendor has not told is no mistake of whoever entered the fee.
    """
    drivers = {driver.key: driver for driver in assessment.drivers}
    names = {vendor.key: vendor.name for vendor in assessment.vendors}
    found: dict[str, InputError] = {}
    for line in assessment.cost_lines:
        if gap_of(line, drivers) is Gap.AMOUNT:
            continue
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
