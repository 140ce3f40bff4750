from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.cost_examples import D, fee, project, volume
from tests.core.score_examples import NA, criterion, dimension, flat
from tests.core.score_examples import project as scored
from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    CostLine,
    Disclosure,
    Evaluator,
    Scenario,
)
from vendorcompare.core.break_even import BreakEven, break_even
from vendorcompare.core.cost_answer import CostAnswer, cost_answer
from vendorcompare.core.costs import cost_report
from vendorcompare.core.crossings import crossings
from vendorcompare.core.findings import (
    Kind,
    Severity,
    cost_findings,
    score_findings,
    standing_findings,
)
from vendorcompare.core.ranking import evaluate, prepare
from vendorcompare.core.rubric import Measure, MustHave, Rubric

ASKED = fee(None, vendor="b", label="Monthly", disclosure=Disclosure.ON_REQUEST)
YEARLY = fee("800", Billing.YEARLY, vendor="b", label="Settlement")
#: a: 500 × 36 + 800 × 3 = 20,400; b: 800 × 3 = 2,400 and a price that nobody knows
GAPPY = project(fee("500", label="Monthly"), fee("800", Billing.YEARLY), ASKED, YEARLY,
                budget_monthly=D(300))  # fmt: skip


def answered(given: Assessment, scenario: Scenario = Scenario.LIKELY) -> CostAnswer:
    return cost_answer(prepare(given), cost_report(given), scenario)


def of(vendor: str, given: Assessment = GAPPY) -> dict[Kind, str]:
    found = cost_findings(given, cost_report(given).vendors[vendor])
    return {finding.kind: finding.sentence("en") for finding in found}


def test_an_incomplete_total_is_named_and_neither_cheap_nor_within_budget() -> None:
    assert of("b") == {Kind.PRICES_MISSING: "Vendor B: from 2,400; 1 price missing: Monthly."}
    assert Kind.OVER_BUDGET in of("a")


def test_the_cheapest_is_sought_among_complete_totals_and_says_who_is_not_compared() -> None:
    answer = answered(GAPPY)
    assert answer.first == "Vendor A"
    assert answer.second == ""
    assert [each.subject for each in answer.caveats] == ["Vendor A"]
    assert [each.subject for each in answer.rivals] == ["Vendor B"]
    assert "Vendor A costs CNY 20,400 over 36 months" in answer.sentence("en")
    nobody = answered(project(ASKED, YEARLY))
    assert nobody.first == ""


def test_entries_that_were_not_understood_are_named_apart() -> None:
    line = fee("100", label="Visits", unread=(("billing", "per blue moon"),))
    assert list(of("a", project(fee("1"), line))) == [Kind.UNREAD]


def test_the_answer_belongs_to_its_scenario() -> None:
    # a: 1 per voucher; b: 150 flat; 60, 100 and 200 vouchers
    given = project(fee("1", Billing.PER_UNIT, driver="vouchers"), fee("150", vendor="b"),
                    drivers=(volume(),))  # fmt: skip
    likely, high = answered(given), answered(given, Scenario.HIGH)
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
        "vouchers: below 11 Vendor B is cheaper, from 11 on Vendor A is cheaper."
    ]


def test_a_crossing_says_piece_by_piece_who_is_cheaper() -> None:
    at, sides = (D(100), D(200)), ("b", "", "a")
    turn = BreakEven("vouchers", ("a", "b"), at, sides, (True, True))
    assert list(crossings([turn], project(fee("1"), fee("2", vendor="b")), "en")) == [
        "vouchers: below 100 Vendor B is cheaper, from 100 to 200 Vendor A and Vendor B cost the"
        " same, above 200 Vendor A is cheaper."
    ]


def banned(*lines: CostLine) -> Assessment:
    """Make an assessment in which vendor a lacks the licence and b holds it."""
    licence = criterion("licence", Measure.BOOLEAN, must_have=MustHave())
    rubric = Rubric((dimension("d1", licence),))
    return replace(scored(rubric, {"a": [0], "b": [1], "c": [1]}), cost_lines=lines)


def test_who_is_excluded_is_not_the_cheapest_and_is_named_with_the_reason() -> None:
    given = banned(fee("100"), fee("200", vendor="b"), fee("300", vendor="c"))
    answer = answered(given)
    assert (answer.vendor, answer.second, answer.cost, answer.more) == ("b", "C", D(7200), D(3600))
    assert [each.sentence("en") for each in answer.rivals] == [
        "A: would cost 3,600, but is excluded: fails Name of licence."
    ]
    assert answer.rivals[0].sentence("zh") == "A：费用3,600，但已排除，未达到：licence的名称。"


def test_who_is_excluded_and_dearer_is_not_spoken_of() -> None:
    given = banned(fee("400"), fee("200", vendor="b"), fee("300", vendor="c"))
    assert answered(given).rivals == ()


def test_where_only_the_excluded_have_prices_nobody_is_the_cheapest() -> None:
    answer = answered(banned(fee("100")))
    assert answer.vendor == ""
    assert "that can be chosen" in answer.sentence("en")
    assert [each.kind for each in answer.rivals] == [
        Kind.CHEAPER_EXCLUDED, Kind.UNPRICED, Kind.UNPRICED
    ]  # fmt: skip


def test_an_incomplete_total_is_spoken_of_only_if_it_may_be_the_lowest() -> None:
    asked = fee(None, vendor="b", label="Visits")
    dearer = project(fee("100"), fee("200", vendor="b"), asked)
    assert answered(dearer).rivals == ()
    discount = fee(None, vendor="b", label="Discount", credit=True)
    (finding,) = answered(project(fee("100"), fee("200", vendor="b"), discount)).rivals
    assert finding.kind is Kind.CREDITS_MISSING


def test_a_total_that_a_discount_may_lower_is_not_said_to_be_the_least() -> None:
    given = project(fee("100"), fee(None, label="Discount", credit=True))
    costs = cost_report(given).vendors["a"]
    assert costs.sign == "≈ "
    assert of("a", given) == {
        Kind.CREDITS_MISSING: "Vendor A: 3,600 so far, may become less; 1 price missing: Discount."
    }
    assert cost_report(GAPPY).vendors["b"].sign == "≥ "
    assert cost_report(GAPPY).vendors["a"].sign == ""


def test_the_headline_says_the_currency_as_a_reader_does() -> None:
    given = project(fee("100"), fee("200", vendor="b"))
    assert "3,600元" in answered(given).sentence("zh")
    assert "CNY 3,600" in answered(given).sentence("en")


def test_a_fee_of_two_names_is_said_in_one_language() -> None:
    given = project(fee("1"), fee(None, label="账本费 Ledgers"))
    (finding,) = cost_findings(given, cost_report(given).vendors["a"])
    assert finding.remark("en").endswith(": Ledgers")
    assert finding.remark("zh").endswith("：账本费")


def test_a_price_far_below_the_others_is_doubted() -> None:
    # the median is 100: 69 is more than 30 % below it, 70 is not
    cheap = project(fee("69"), fee("100", vendor="b"), fee("110", vendor="c"))
    assert list(of("a", cheap)) == [Kind.TOO_CHEAP]
    usual = project(fee("70"), fee("100", vendor="b"), fee("110", vendor="c"))
    assert of("a", usual) == {}


def test_a_fee_that_only_others_name_is_asked_for() -> None:
    given = project(
        fee("1", catalogue="base"),
        fee("2", vendor="b", catalogue="base"),
        fee("3", vendor="b", catalogue="out", label="Handover"),
    )
    assert of("a", given) == {
        Kind.NOT_MENTIONED: "Vendor A: nothing said about the price of: Handover."
    }


@pytest.mark.parametrize(
    ("budget", "kind"), [("100", Kind.WITHIN_BUDGET), ("99.99", Kind.OVER_BUDGET)]
)
def test_a_cost_is_held_against_the_budget(budget: str, kind: Kind) -> None:
    assert list(of("a", project(fee("100"), budget_monthly=D(budget)))) == [kind]


def test_who_has_no_price_is_said_to_have_none() -> None:
    assert list(of("a", project(vendors="a"))) == [Kind.UNPRICED]


def test_who_has_fees_without_any_amount_is_not_said_to_have_none() -> None:
    assert of("b", project(ASKED)) == {
        Kind.NO_AMOUNT: "Vendor B: no total, because no price is known: Monthly."
    }
    line = fee("100", label="Visits", unread=(("billing", "per blue moon"),))
    assert list(of("a", project(line))) == [Kind.UNREAD]


def test_who_has_no_score_is_said_to_have_none() -> None:
    found = evaluate(scored(flat(1), {"a": [None], "b": [3]}))
    kinds = {row.vendor: [f.kind for f in standing_findings(found, row)] for row in found.rows}
    assert kinds == {"a": [Kind.UNSCORED], "b": []}


def test_evaluators_who_agreed_in_the_end_differ_no_more() -> None:
    apart = {"a": [1]}, {"a": [5]}
    (finding,) = score_findings(evaluate(scored(flat(1), *apart)))
    assert finding.kind is Kind.EVALUATORS_DIFFER
    assert finding.sentence("en") == "The evaluators differ widely on 1 criterion: Name of c1."
    assert score_findings(evaluate(scored(flat(1), *apart, agreed={("a", "c1"): 3}))) == ()
    assert score_findings(evaluate(scored(flat(1), *apart, agreed={("a", "c1"): NA}))) == ()


def test_what_cannot_be_computed_is_named_if_it_has_weight() -> None:
    bare = (criterion("c1"), criterion("c2", Measure.NUMBER))
    found = evaluate(scored(Rubric((dimension("d1", *bare),)), {"a": [3, 7]}))
    (finding,) = score_findings(found)
    assert (finding.kind, finding.names) == (Kind.UNCOMPUTED, (bare[1].name,))
    silent = (criterion("c1"), criterion("c2", Measure.NUMBER, weight=0))
    assert (
        score_findings(evaluate(scored(Rubric((dimension("d1", *silent),)), {"a": [3, 7]}))) == ()
    )


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
    said = [each.remark("en") for each in standing_findings(found, found.standing("b"))]
    assert said == [
        "Must-have not confirmed: Name of licence", "34% of the weight does not apply"
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_scores_that_nobody_signed_are_found(language: str) -> None:
    made = scored(flat(1), {"a": [1]}, {"a": [5]})
    given = replace(made, evaluators=(Evaluator(), Evaluator("x", "Xu")))
    (finding,) = score_findings(evaluate(given))
    assert finding.kind is Kind.UNSIGNED
    assert "1" in finding.sentence(language)  # type: ignore[arg-type]
