"""At which volume two vendors cost the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise
from math import ceil
from typing import Final, NamedTuple

from vendorcompare.core.assessment import Assessment, Billing, CostLine, Driver
from vendorcompare.core.cash_flow import require_terms
from vendorcompare.core.errors import InputError
from vendorcompare.core.payments import YEAR, due_months, gap_of, signed_amount

_CENT: Final = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Name the monthly volumes at which two vendors cost the same over the horizon.

    Attributes:
        cheaper: who costs less below the first volume, between each and the next, and above
            the last; "" where both cost the same.
        equal: whether both cost exactly the same at each volume; if not, it is the first whole
            one at which the order has turned. A stretch over which they do has both its ends.
    """

    driver: str
    between: tuple[str, str]
    at: tuple[Decimal, ...]
    cheaper: tuple[str, ...] = field(default=(), compare=False)
    equal: tuple[bool, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class _Curve:
    """Hold the cost over the horizon as a function of one volume, in unrounded prices.

    Attributes:
        base: what does not depend on the volume.
        slopes: (quantity included, cost of one more unit per month over the horizon).
    """

    base: Fraction
    slopes: tuple[tuple[Fraction, Fraction], ...] = ()

    def minus(self, other: _Curve) -> _Curve:
        negative = tuple((start, -slope) for start, slope in other.slopes)
        return _Curve(self.base - other.base, self.slopes + negative)

    def at(self, volume: Fraction) -> Fraction:
        charged = (slope * (volume - start) for start, slope in self.slopes if volume > start)
        return sum(charged, self.base)

    def roots(self) -> list[Fraction]:
        """Return the volumes above zero at which the curve is or crosses zero.

        Where it stays at zero over a whole piece, every volume of it is a root; both ends of
        the piece are returned if the sign has changed behind it, none otherwise.
        """
        kinks = {start for start, _ in self.slopes if start > 0}
        ends = sorted({Fraction(0)} | kinks)
        ends.append(ends[-1] + 1)  # any volume on the last piece, which goes on for ever
        levels = [self.at(volume) for volume in ends]
        found: list[Fraction] = []
        for i, (low, high) in enumerate(pairwise(ends)):
            last = i == len(ends) - 2
            found += self._roots_of_piece((low, levels[i]), (high, levels[i + 1]), last=last)
            if levels[i] == 0 and self._is_reported(i, levels):
                found.append(low)
        return sorted(volume for volume in found if volume > 0)

    @staticmethod
    def _is_reported(i: int, levels: list[Fraction]) -> bool:
        """Tell whether the zero at the start of a piece is one to report.

        A single zero always is. A row of zeros is reported at its first and its last one, and
        only where the signs on both sides differ.
        """
        starts, ends = i > 0 and levels[i - 1] != 0, levels[i + 1] != 0
        if starts == ends:
            return starts
        before = next((level for level in reversed(levels[:i]) if level), Fraction(0))
        after = next((level for level in levels[i:] if level), Fraction(0))
        return before * after < 0

    @staticmethod
    def _roots_of_piece(
        low: tuple[Fraction, Fraction], high: tuple[Fraction, Fraction], *, last: bool
    ) -> list[Fraction]:
        """Return the root strictly inside a straight piece; the last piece has no end."""
        (start, first), (end, second) = low, high
        if first == 0 or first == second:
            return []
        root = start - first * (end - start) / (second - first)
        return [root] if root > start and (last or root < end) else []


def break_even(assessment: Assessment, vendor: str = "") -> tuple[BreakEven, ...]:
    """Return, for every volume and pair of vendors, where both cost the same.

    If a vendor is named, only its pairs with the others are looked at. Costs are the likely
    ones over the whole horizon, VAT included; the other volumes stay at their likely value.
    Pairs that never meet are left out, as are vendors whose costs are not wholly known. What
    comes in whole units is told in whole units: the first one at which the order has turned.

    Raises:
        InputError: the horizon makes no sense.
    """
    require_terms(assessment)
    found = []
    for driver in assessment.drivers:
        curves = dict(_curves(assessment, driver))
        is_whole = _is_whole(assessment, driver)
        for a, b in combinations(curves, 2):
            is_wanted = vendor in ("", a, b)
            if not is_wanted or not (curves[a].slopes or curves[b].slopes):
                continue
            difference = curves[a].minus(curves[b])
            turns = list((_whole_turns if is_whole else _turns)(difference, (a, b)))
            if turns:
                at, equal, before, after = zip(*turns, strict=True)
                cheaper = (before[0], *after)
                found.append(BreakEven(driver.key, (a, b), at, cheaper, equal))
    return tuple(found)


class _Turn(NamedTuple):
    """Hold a volume, whether both cost the same there, and who is cheaper before and after."""

    at: Decimal
    equal: bool
    before: str
    after: str


def _turns(difference: _Curve, between: tuple[str, str]) -> Iterator[_Turn]:
    """Round the roots to hundredths; each volume once."""
    roots = difference.roots()
    places = [int(root / _CENT + Fraction(1, 2)) for root in roots]
    ends = [Fraction(0), *roots, *(root + 2 for root in roots[-1:])]
    sides = [_cheaper(difference, (low + high) / 2, between) for low, high in pairwise(ends)]
    for place in dict.fromkeys(places):
        at = [i for i, each in enumerate(places) if each == place]
        if place:
            yield _Turn(_printed(place * _CENT), True, sides[at[0]], sides[at[-1] + 1])


def _whole_turns(difference: _Curve, between: tuple[str, str]) -> Iterator[_Turn]:
    """Return the first whole volumes at which the order has turned, or both cost the same."""
    places = sorted({ceil(root) for root in difference.roots()})
    before = ""
    for low, high in pairwise([0, *places, *(place + 3 for place in places[-1:])]):
        volumes = (volume for volume in (low, low + 1, high - 1) if low <= volume < high)
        sides = (_cheaper(difference, Fraction(volume), between) for volume in volumes)
        after = next(filter(None, sides), "" if high - low > 1 else before)
        equal = difference.at(Fraction(low)) == 0
        if low and (equal or after != before):
            yield _Turn(Decimal(low), equal, before, after)
        before = after


def _cheaper(difference: _Curve, volume: Fraction, between: tuple[str, str]) -> str:
    """Tell who costs less at a volume, "" where both cost the same."""
    level = difference.at(volume)
    return "" if level == 0 else between[0] if level < 0 else between[1]


def _is_whole(assessment: Assessment, driver: Driver) -> bool:
    """Tell whether a volume comes in whole units: its figures are whole, and no hours."""
    whole = all(each == int(each) for each in (driver.low, driver.likely, driver.high))
    multiplied = (line for line in assessment.cost_lines if line.driver == driver.key)
    return whole and all(line.billing is not Billing.HOURLY for line in multiplied)


def _curves(assessment: Assessment, driver: Driver) -> Iterator[tuple[str, _Curve]]:
    """Return the cost of every vendor whose fees are all known, by its key."""
    drivers = {each.key: each for each in assessment.drivers}
    for vendor in assessment.vendors:
        lines = assessment.lines_of(vendor.key)
        if lines and all(gap_of(line, drivers) is None for line in lines):
            try:
                yield vendor.key, _curve(assessment.horizon_months, drivers, lines, driver)
            except InputError:  # a fee that starts before the first month counts nowhere
                continue


def _curve(
    horizon_months: int, drivers: Mapping[str, Driver], lines: Iterable[CostLine], driver: Driver
) -> _Curve:
    base, slopes = Fraction(0), []
    for line in lines:
        price = _price_over_horizon(line, horizon_months)
        included = Fraction(line.included_quantity or 0)
        if not line.billing.by_volume or line.driver is None:
            base += price
        elif line.driver == driver.key:
            slopes.append((included, price))
        else:
            likely = Fraction(drivers[line.driver].likely)
            base += price * max(Fraction(0), likely - included)
    return _Curve(base, tuple(slopes))


def _price_over_horizon(line: CostLine, horizon_months: int) -> Fraction:
    """Add up the unrounded price of every month in which the fee is due, VAT included."""
    growth = 1 + Fraction(line.escalation)
    due = due_months(line, horizon_months)
    per_year = Counter((month - 1) // YEAR for month in due)
    steps = sum((count * growth**year for year, count in per_year.items()), Fraction(0))
    tax = Fraction(0) if line.vat_included else Fraction(line.vat_rate or 0)
    return Fraction(signed_amount(line)) * steps * (1 + tax)


def _printed(volume: Fraction) -> Decimal:
    """Return a volume of at most two digits without the zeros behind."""
    number = Decimal(int(volume * 100)) / 100
    return Decimal(int(number)) if number == int(number) else number.normalize()
