"""Who is cheaper on which side of a volume, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.break_even import BreakEven
from vendorcompare.core.text import Language
from vendorcompare.i18n import N_, translator

_PIECES = {"zh": "，", "en": ", "}
_CHEAPER = N_("{vendor} is cheaper")
_SAME = N_("{first} and {second} cost the same")
_BELOW = N_("below {volume} {who}")
_BETWEEN = N_("from {low} to {high} {who}")
_FROM = N_("from {volume} on {who}")
_ABOVE = N_("above {volume} {who}")


def crossings(
    found: Iterable[BreakEven], assessment: Assessment, language: Language
) -> Iterator[str]:
    """Return a sentence for every two vendors whose order turns: who is cheaper at which volume."""
    names = {vendor.key: vendor.name or vendor.key for vendor in assessment.vendors}
    drivers = {driver.key: driver.name.get(language) or driver.key for driver in assessment.drivers}
    for each in found:
        first, second = (names[key] for key in each.between)
        same = translator(language)(_SAME).format(first=first, second=second)
        cheaper = translator(language)(_CHEAPER)
        sides = [cheaper.format(vendor=names[key]) if key else same for key in each.cheaper]
        pieces = _PIECES[language].join(_pieces(each, sides, language))
        said = translator(language)(N_("{driver}: {pieces}."))
        yield said.format(driver=drivers[each.driver], pieces=pieces)


def _pieces(each: BreakEven, sides: list[str], language: Language) -> Iterator[str]:
    """Say piece by piece, from volume to volume, who is cheaper."""
    words, at = translator(language), [formats.quantity(volume) for volume in each.at]
    yield words(_BELOW).format(volume=at[0], who=sides[0])
    for place in range(1, len(at)):
        yield words(_BETWEEN).format(low=at[place - 1], high=at[place], who=sides[place])
    form = _ABOVE if each.equal[-1] else _FROM
    yield words(form).format(volume=at[-1], who=sides[-1])
