"""`costs`: what each vendor costs over the horizon, and what hides in it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from vendorcompare import i18n
from vendorcompare.cli import output
from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment, Scenario
from vendorcompare.core.break_even import break_even
from vendorcompare.core.cost_answer import cost_answer
from vendorcompare.core.costs import CostReport, VendorCosts, cost_report
from vendorcompare.core.ranking import prepare
from vendorcompare.core.text import Text
from vendorcompare.document.viewing import viewing
from vendorcompare.i18n import N_, _

_SCENARIOS: Final[Mapping[Scenario, str]] = {
    Scenario.LOW: N_("low"),
    Scenario.LIKELY: N_("likely"),
    Scenario.HIGH: N_("high"),
}


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("costs", help=_("Add up what each vendor costs."))(run)


def run(
    file: Annotated[
        Path, typer.Argument(readable=False, metavar="FILE", help=_("The assessment."))
    ],
    scenario: Annotated[
        Scenario, typer.Option(help=_("The volumes that the table is made for."))
    ] = Scenario.LIKELY,
    as_json: Annotated[bool, typer.Option("--json", help=_("Print one JSON document."))] = False,
) -> None:
    """Add up what each vendor costs."""
    with viewing(file) as view:
        assessment = view.assessment
    report = cost_report(assessment)
    if as_json:
        output.answer(_described(assessment, report))
    else:
        _show(assessment, report, scenario)


def _show(assessment: Assessment, report: CostReport, scenario: Scenario) -> None:
    typer.echo(
        _("{currency}, {months} months, {scenario} volumes").format(
            currency=formats.currency(report.currency, i18n.language()),
            months=report.horizon_months,
            scenario=_(_SCENARIOS[scenario]),
        )
    )
    heads = (
        _("Vendor"),
        _("Total"),
        _("Per month"),
        _("Net of VAT"),
        _("Not quoted"),
        _("Prices missing"),
        _("Not mentioned"),
    )
    rows = [
        (
            assessment.vendor(key).name,
            _known(costs, costs.tco[scenario]),
            _known(costs, costs.monthly_equivalent[scenario]),
            _known(costs, costs.net_of_vat[scenario]),
            formats.money(costs.hidden(scenario)),
            _(", ").join(_read(each.label) for each in costs.missing),
            _(", ").join(map(_read, costs.not_mentioned)),
        )
        for key, costs in report.vendors.items()
    ]
    output.table(heads, rows, numbers=(1, 2, 3, 4))
    answer, language = cost_answer(prepare(assessment), report, scenario), i18n.language()
    typer.echo()
    for sentence in (answer.sentence(language), *answer.reservations(language)):
        typer.echo(i18n.shown(sentence))


def _known(costs: VendorCosts, amount: Decimal) -> str:
    if not costs.priced:
        return "–"
    return f"{costs.sign}{amount:,}"


def _described(assessment: Assessment, report: CostReport) -> dict[str, Any]:
    return {
        "currency": report.currency,
        "horizon_months": report.horizon_months,
        "discount_rate": str(report.discount_rate),
        "vendors": {key: _vendor(costs) for key, costs in report.vendors.items()},
        "break_even": [
            {"driver": each.driver, "between": list(each.between), "at": _written(each.at)}
            for each in break_even(assessment)
        ],
    }


def _read(label: str) -> str:
    """Return what a fee is called in the language of the interface."""
    return Text.parted(label).get(i18n.language())


def _vendor(costs: VendorCosts) -> dict[str, Any]:
    likely = Scenario.LIKELY
    ratio = costs.hidden_ratio[likely]
    return {
        "tco": _by_name(costs.tco),
        "npv": _by_name(costs.npv),
        "monthly_equivalent": _by_name(costs.monthly_equivalent),
        "net_of_vat": _by_name(costs.net_of_vat),
        "by_nature": _by_name(costs.by_nature),
        "by_year": _written(costs.by_year),
        "undisclosed": [
            {"label": each.label, "amount": format(each.amount, "f")}
            for each in costs.undisclosed[likely]
        ],
        "not_mentioned": list(costs.not_mentioned),
        "hidden_ratio": None if ratio is None else format(ratio, "f"),
        "too_cheap": costs.too_cheap[likely],
        "within_budget": costs.within_budget[likely],
        "complete": costs.complete,
        "missing": [each.label for each in costs.missing],
    }


def _by_name(amounts: Mapping[Any, Decimal]) -> dict[str, str]:
    return {str(name): format(amount, "f") for name, amount in amounts.items()}


def _written(amounts: tuple[Decimal, ...]) -> list[str]:
    return [format(amount, "f") for amount in amounts]
