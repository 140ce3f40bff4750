from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.cost_examples import D, fee, project, volume
from tests.core.score_examples import NA, criterion, dimension, flat
from tests.core.score_examples import project as scored
from vendorcompare.core.assessment import Assessment, Billing, Disclosure, Evaluator, Scenario
from vendorcompare.core.break_even import break_even
from vendorcompare.core.cost_answer import cost_answer
from vendorcompare.core.costs import cost_report
from vendorcompare.core.crossings import crossings
from vendorcompare.core.findings import (
    Kind,
    Severity,
    cost_findings,
    score_findings,
    standing_findings,
)
from vendorcompare.core.ranking import evaluate
from vendorcompare.core.rubric import Measure, MustHave, Rubric

ASKED = fee(None, vendor="b", label="Monthly", disclosure=Disclosure.ON_REQUEST)
YEARLY = fee("800", Billing.YEARLY, vendor="b", label="Settlement")
#: a: 500 × 36 + 800 × 3 = 20,400; b: 800 × 3 = 2,400 and a price that nobody knows
GAPPY = project(fee("500", label="Monthly"), fee("800", Billing.YEARLY), ASKED, YEARLY,
                budget_monthly=D(300))  # fmt: skip


def of(vendor: str, given: Assessment = GAPPY) -> dict[Kind, str]:
    found = cost_findings(given, cost_report(given).vendors[vendor])
    return {finding.kind: finding.sentence("en") for finding in found}


def test_an_incomplete_total_is_named_and_neither_cheap_nor_within_budget() -> None:
    assert of("b") == {Kind.PRICES_MISSING: "Vendor B: from 2,400; 1 price missing: Monthly."}
    assert Kind.OVER_BUDGET in of("a")


def test_the_cheapest_is_sought_among_complete_totals_and_says_who_is_not_compared() -> None:
    answer = cost_answer(GAPPY, cost_report(GAPPY))
    assert answer.first == "Vendor A"
    assert answer.second == ""
    assert [each.subject for each in answer.caveats] == ["Vendor A", "Vendor B"]
    assert "Vendor A costs CNY 20,400 over 36 months" in answer.sentence("en")
    nobody = cost_answer(project(ASKED, YEARLY), cost_report(project(ASKED, YEARLY)))
    assert nobody.first == ""


def test_entries_that_were_not_understood_are_named_apart() -> None:
    line = fee("100", label="Visits", unread=(("billing", "per blue moon"),))
    assert list(of("a", project(fee("1"), line))) == [Kind.UNREAD]


def test_the_answer_belongs_to_its_scenario() -> None:
    # a: 1 per voucher; b: 150 flat; 60, 100 and 200 vouchers
    given = project(fee("1", Billing.PER_UNIT, driver="vouchers"), fee("150", vendor="b"),
                    drivers=(volume(),))  # fmt: skip
    report = cost_report(given)
    likely, high = cost_answer(given, report), cost_answer(given, report, Scenario.HIGH)
    assert (likely.first, likely.cost, likely.more) == ("Vendor A", D(3600), D(1800))
    assert likely.turned("en") == ("With the high volumes Vendor B would be the cheapest.",)
    assert (high.first, high.cost, high.more) == ("Vendor B", D(5400), D(1800))
    assert [scenario for scenario, _name in high.turns] == [Scenario.LOW, Scenario.LIKELY]


def test_what_was_not_quoted_is_said_as_an_amount() -> None:
    hidden = fee("202", Billing.ONCE, label="Exit", disclosure=Disclosure.ON_REQUEST)
    given = project(fee("100", Billing.ONCE), hidden)
    (finding,) = cost_findings(given, cost_report(given).vendors["a"])
    assert finding.short("en") == "202 not quoted"
    assert finding.remark("en") == "202 is not in the quotation: Exit"


def test_a_crossing_says_who_is_cheaper_above() -> None:
    given = project(fee("5.25"), fee("0.5", Billing.PER_UNIT, vendor="b", driver="vouchers"))
    assert list(crossings(break_even(given), given, "en")) == [
        "From 11 on (vouchers), Vendor A is cheaper than Vendor B."
    ]


def test_places_are_explained_by_must_haves_and_by_what_does_not_apply() -> None:
    licence = criterion("licence", Measure.BOOLEAN, must_have=MustHave())
    rubric = Rubric((dimension("d1", licence, criterion("c1"), criterion("c2")),))
    found = evaluate(scored(rubric, {"a": [0, 5, 5], "b": [None, 5, NA]}))
    kinds = {
        row.vendor: [(f.kind, f.severity) for f in standing_findings(found, row)]
        for row in found.rows
    }
    assert kinds == {
        "a": [(Kind.EXCLUDED, Severity.BAD)],
        "b": [(Kind.MUST_HAVE_OPEN, Severity.WARNING), (Kind.NOT_APPLICABLE, Severity.WARNING)],
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_scores_that_nobody_signed_are_found(language: str) -> None:
    made = scored(flat(1), {"a": [1]}, {"a": [5]})
    given = replace(made, evaluators=(Evaluator(), Evaluator("x", "Xu")))
    (finding,) = score_findings(evaluate(given))
    assert finding.kind is Kind.UNSIGNED
    assert "1" in finding.sentence(language)  # type: ignore[arg-type]
