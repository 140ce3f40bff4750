"""At which volume two vendors cost the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Final

from vendorcompare.core.assessment import Assessment, CostLine, Driver
from vendorcompare.core.cash_flow import YEAR, driver_of, due_months, require_terms

_CENT: Final = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Name the monthly volumes at which two vendors cost the same over the horizon.

    Attributes:
        cheaper: who costs less below the first volume, between each and the next, and above
            the last; "" where both cost the same.
    """

    driver: str
    between: tuple[str, str]
    at: tuple[Decimal, ...]
    cheaper: tuple[str, ...] = field(default=(), compare=False)


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

        Where it stays at zero over a whole piece, every volume of it is a root; the start of
        the piece is returned if the sign has changed behind it, none otherwise.
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

        A single zero always is. A row of zeros is reported at its first one, and only where
        the signs on both sides differ.
        """
        before = levels[i - 1] if i > 0 else Fraction(0)
        if levels[i + 1] != 0:
            return before != 0
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
    Pairs that never meet are left out, as are vendors without a price.

    Raises:
        InputError: a fee lacks the volume it multiplies, or the horizon makes no sense.
    """
    require_terms(assessment)
    priced = {vendor.key: _priced(assessment, vendor.key) for vendor in assessment.vendors}
    vendors = [key for key, lines in priced.items() if lines]
    found = []
    for driver in assessment.drivers:
        curves = {key: _curve(assessment, key, priced[key], driver) for key in vendors}
        for a, b in combinations(vendors, 2):
            is_wanted = vendor in ("", a, b)
            if not is_wanted or not (curves[a].slopes or curves[b].slopes):
                continue
            difference = curves[a].minus(curves[b])
            at = tuple(_printed(difference.roots()))
            if at:
                cheaper = tuple(_cheaper(difference, at, (a, b)))
                found.append(BreakEven(driver.key, (a, b), at, cheaper))
    return tuple(found)


def _cheaper(
    difference: _Curve, at: tuple[Decimal, ...], between: tuple[str, str]
) -> Iterator[str]:
    """Tell who costs less in the middle of each piece that the volumes divide."""
    ends = [Fraction(0), *map(Fraction, at), Fraction(at[-1]) + 2]
    for low, high in pairwise(ends):
        level = difference.at((low + high) / 2)
        yield "" if level == 0 else between[0] if level < 0 else between[1]


def _priced(assessment: Assessment, vendor: str) -> list[CostLine]:
    return [line for line in assessment.lines_of(vendor) if line.amount is not None]


def _curve(assessment: Assessment, vendor: str, lines: list[CostLine], driver: Driver) -> _Curve:
    drivers: Mapping[str, Driver] = {each.key: each for each in assessment.drivers}
    name = assessment.vendor(vendor).name
    base, slopes = Fraction(0), []
    for line in lines:
        price = _price_over_horizon(line, assessment.horizon_months, name)
        multiplied = driver_of(line, drivers, name)
        included = Fraction(line.included_quantity)
        if multiplied is None:
            base += price
        elif multiplied.key == driver.key:
            slopes.append((included, price))
        else:
            base += price * max(Fraction(0), Fraction(multiplied.likely) - included)
    return _Curve(base, tuple(slopes))


def _price_over_horizon(line: CostLine, horizon_months: int, vendor_name: str) -> Fraction:
    """Add up the unrounded price of every month in which the fee is due, VAT included."""
    growth = 1 + Fraction(line.escalation)
    due = due_months(line, horizon_months, vendor_name=vendor_name)
    per_year = Counter((month - 1) // YEAR for month in due)
    steps = sum((count * growth**year for year, count in per_year.items()), Fraction(0))
    tax = Fraction(0) if line.vat_included else Fraction(line.vat_rate)
    return Fraction(line.amount or 0) * steps * (1 + tax)


def _printed(volumes: list[Fraction]) -> Iterator[Decimal]:
    """Round volumes half-up to two digits and drop the zeros behind; each volume once."""
    hundredths = (int(volume / _CENT + Fraction(1, 2)) for volume in volumes)
    for number in dict.fromkeys(hundredths):
        if number:
            volume = Decimal(number) / 100
            whole = volume == volume.to_integral_value()
            yield Decimal(int(volume)) if whole else volume.normalize()
