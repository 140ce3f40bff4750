"""What the costs say, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment, Scenario
from vendorcompare.core.break_even import BreakEven
from vendorcompare.document.reader.numbers import written
from vendorcompare.gui.pages.costs.cost_rows import CostRow
from vendorcompare.gui.pages.costs.fee_columns import volume_name
from vendorcompare.i18n import _, ngettext

_NAMED: Final = 4


class Fact(NamedTuple):
    """Say one thing about a vendor, and how bad it is: good, warning, bad or nothing of these."""

    kind: str
    words: str
    short: str


def amount(money: Decimal) -> str:
    """Write an amount without the digits behind the point, which nobody compares."""
    return f"{money:,.0f}"


def headline(rows: Sequence[CostRow], given: Assessment) -> str:
    """Say who is the cheapest over the horizon, and by how much."""
    ranked = _compared(rows)
    months, currency = given.horizon_months, given.currency
    if not ranked:
        return _("No vendor has prices that can be added up yet.")
    first = ranked[0]
    cost = first.costs.tco[first.scenario]
    if len(ranked) == 1:
        return _(
            "{vendor} costs {currency} {cost} over {months} months; no other vendor has prices yet."
        ).format(vendor=first.name, currency=currency, cost=amount(cost), months=months)
    second = ranked[1]
    more = second.costs.tco[second.scenario] - cost
    if not more:
        words = _("{first} and {second} cost the same over {months} months: {currency} {cost}.")
        return words.format(
            first=first.name, second=second.name, months=months, currency=currency,
            cost=amount(cost),
        )  # fmt: skip
    return _(
        "{first} is the cheapest over {months} months: {currency} {cost}, which is {less} less"
        " than {second}."
    ).format(
        first=first.name, months=months, currency=currency, cost=amount(cost),
        less=amount(more), second=second.name,
    )  # fmt: skip


def reservations(rows: Sequence[CostRow], given: Assessment) -> list[Fact]:
    """Say what speaks against taking the headline at its word."""
    ranked = _compared(rows)
    said: list[Fact] = []
    if ranked:
        first = ranked[0]
        said += [fact for fact in facts(first, given) if fact.kind != "good" or len(ranked) > 1]
        said += _other_winners(ranked, first)
    waiting = [row.name for row in rows if row.total is None]
    if waiting:
        names = _listed(waiting)
        said.append(Fact("", _("No prices yet: {vendors}.").format(vendors=names), ""))
    return said + [fact for row in rows for fact in _incomplete(row)]


def _compared(rows: Sequence[CostRow]) -> list[CostRow]:
    """Return the vendors whose total is complete, from the cheapest on."""
    found = [row for row in rows if row.complete]
    return sorted(found, key=lambda row: row.costs.tco[row.scenario])


def facts(row: CostRow, given: Assessment) -> list[Fact]:
    """Say what is to be known about the costs of a vendor."""
    if row.total is None:
        words = _("{vendor}: no prices yet.").format(vendor=row.name)
        return [Fact("", words, _("no prices yet")), *_withheld(row)]
    return [*_incomplete(row), *_suspect(row), *_withheld(row), *_budget(row, given)]


def worst(row: CostRow, given: Assessment) -> str:
    """Return how bad the worst is that is to be known about a vendor."""
    kinds = {fact.kind for fact in facts(row, given)}
    return next((kind for kind in ("bad", "warning") if kind in kinds), "")


def crossings(found: Sequence[BreakEven], given: Assessment, vendor: str = "") -> Iterator[str]:
    """Say from which volume on another vendor is the cheaper one; of one vendor, if named."""
    names = {each.key: each.name for each in given.vendors}
    volumes = {each.key: volume_name(each) for each in given.drivers}
    for each in found:
        if vendor and vendor not in each.between:
            continue
        for place, volume in enumerate(each.at):
            yield _crossing(each, place, formats.quantity(volume), volumes[each.driver], names)


def assumptions(given: Assessment) -> str:
    """Say what the figures rest on."""
    said = [
        ngettext("{count} month", "{count} months", given.horizon_months).format(
            count=given.horizon_months
        ),
        _("discounted at {rate} % a year").format(rate=written(given.discount_rate * 100)),
        _("buyer reclaims VAT") if given.buyer_recovers_vat else _("VAT is not reclaimed"),
    ]
    if given.budget_monthly is None:
        said.append(_("no budget"))
    else:
        budget = f"{given.budget_monthly:,.0f}"
        said.append(
            _("budget {currency} {budget} a month").format(currency=given.currency, budget=budget)
        )
    return _(" · ").join(said)


def _incomplete(row: CostRow) -> Iterator[Fact]:
    if row.missing and row.total is not None:
        words = ngettext(
            "{vendor} costs from {amount}; {count} price is missing: {fees}.",
            "{vendor} costs from {amount}; {count} prices are missing: {fees}.",
            row.missing,
        )
        said = words.format(
            vendor=row.name, amount=amount(row.total), count=row.missing,
            fees=_listed([each.label for each in row.costs.missing]),
        )  # fmt: skip
        short = ngettext("{count} price missing", "{count} prices missing", row.missing)
        yield Fact("bad", said, short.format(count=row.missing))


def _suspect(row: CostRow) -> Iterator[Fact]:
    costs = row.costs
    if costs.too_cheap[row.scenario]:
        words = _("{vendor} is more than 30 % below the median: ask what is not included.")
        yield Fact("warning", words.format(vendor=row.name), _("suspiciously cheap"))
    hidden = costs.hidden(row.scenario)
    if hidden > 0:
        fees = _listed([each.label for each in costs.undisclosed[row.scenario]])
        words = _("{cost} of the total of {vendor} is not in its quotation: {fees}.")
        yield Fact(
            "warning",
            words.format(cost=amount(hidden), vendor=row.name, fees=fees),
            _("{cost} not quoted").format(cost=amount(hidden)),
        )


def _withheld(row: CostRow) -> Iterator[Fact]:
    missing = row.costs.not_mentioned
    if missing:
        words = _("{vendor} says nothing about the price of: {fees}.")
        short = ngettext("{count} fee unknown", "{count} fees unknown", len(missing))
        said = words.format(vendor=row.name, fees=_listed(missing))
        yield Fact("warning", said, short.format(count=len(missing)))


def _budget(row: CostRow, given: Assessment) -> Iterator[Fact]:
    fits = row.costs.within_budget[row.scenario]
    if fits is None or given.budget_monthly is None:
        return
    monthly = row.costs.monthly_equivalent[row.scenario]
    values = {
        "vendor": row.name, "monthly": amount(monthly), "budget": amount(given.budget_monthly)
    }  # fmt: skip
    if fits:
        words = _("{vendor} is within the budget: {monthly} of {budget} a month.")
        yield Fact("good", words.format(**values), "")
    else:
        words = _("{vendor} is over the budget: {monthly} a month instead of {budget}.")
        yield Fact("bad", words.format(**values), _("over budget"))


def _other_winners(ranked: Sequence[CostRow], first: CostRow) -> Iterator[Fact]:
    for scenario, words in (
        (Scenario.LOW, _("With the low volumes {vendor} would be the cheapest.")),
        (Scenario.HIGH, _("With the high volumes {vendor} would be the cheapest.")),
    ):
        cost, _place, best = min(
            (row.costs.tco[scenario], place, row) for place, row in enumerate(ranked)
        )
        if scenario is not first.scenario and cost < first.costs.tco[scenario]:
            yield Fact("warning", words.format(vendor=best.name), "")


def _crossing(each: BreakEven, place: int, volume: str, driver: str, names: dict[str, str]) -> str:
    before, after = each.cheaper[place], each.cheaper[place + 1]
    values = {"volume": volume, "driver": driver}
    if not after or after == before:
        first, second = (names[key] for key in each.between)
        words = _("At {volume} ({driver}), {first} and {second} cost the same.")
        return words.format(first=first, second=second, **values)
    other = next(key for key in each.between if key != after)
    words = _("From {volume} on ({driver}), {first} is cheaper than {second}.")
    return words.format(first=names[after], second=names[other], **values)


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:_NAMED])
    if len(names) > _NAMED:
        shown.append(_("{count} more").format(count=len(names) - _NAMED))
    return _(", ").join(shown)
