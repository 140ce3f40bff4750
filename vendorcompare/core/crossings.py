"""Who is cheaper on which side of a volume, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.break_even import BreakEven
from vendorcompare.core.text import Language
from vendorcompare.i18n import N_, translator

_SAME = N_("At {volume} ({driver}), {first} and {second} cost the same.")
_FROM = N_("From {volume} on ({driver}), {first} is cheaper than {second}.")
_ABOVE = N_("Above {volume} ({driver}), {first} is cheaper than {second}; at it, neither.")


def crossings(
    found: Iterable[BreakEven], assessment: Assessment, language: Language
) -> Iterator[str]:
    """Return a sentence for every volume at which the order of two vendors turns."""
    names = {vendor.key: vendor.name or vendor.key for vendor in assessment.vendors}
    drivers = {driver.key: driver.name.get(language) or driver.key for driver in assessment.drivers}
    for each in found:
        for place, volume in enumerate(each.at):
            first, second, form = _sides(each, place)
            yield translator(language)(form).format(
                first=names[first],
                second=names[second],
                volume=formats.quantity(volume),
                driver=drivers[each.driver],
            )


def _sides(each: BreakEven, place: int) -> tuple[str, str, str]:
    """Return the cheaper and the dearer vendor above a volume, and how to say it."""
    before, after = each.cheaper[place], each.cheaper[place + 1]
    first, second = each.between
    if not after or after == before:
        return first, second, _SAME
    form = _ABOVE if each.equal[place] else _FROM
    return (first, second, form) if after == first else (second, first, form)
