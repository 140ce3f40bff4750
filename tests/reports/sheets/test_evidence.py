"""What the sheet rests on can be checked: fees, value functions, single scores, files."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from tests.reports import samples
from tests.reports.papers import Paper, only, squeezed
from vendorcompare.core import formats
from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    CostLine,
    Disclosure,
    Driver,
    Evaluator,
    Scenario,
    Vendor,
)
from vendorcompare.core.break_even import break_even
from vendorcompare.core.costs import cost_report
from vendorcompare.core.rounds import Round
from vendorcompare.core.rubric import Criterion, Dimension, Measure, Rubric
from vendorcompare.core.scores import ScoreArrays, State
from vendorcompare.core.text import Text


def printed(made: Assessment, part: str, language: str = "en") -> Paper:
    return Paper(made, samples.options(language=language, left_out=only(part)))


def test_every_fee_is_printed_with_what_it_comes_to() -> None:
    made = samples.assessment(4)
    lines = [squeezed(line) for line in printed(made, "fees").lines()]
    for costs in cost_report(made).vendors.values():
        for flow in costs.flows[Scenario.LIKELY].lines:
            ends = squeezed(f"{formats.money(flow.line.amount)}")
            assert any(
                line.startswith(squeezed(flow.line.label))
                and ends in line
                and line.endswith(formats.money(flow.total))
                for line in lines
            )
        assert any(line.endswith(formats.money(costs.tco[Scenario.LIKELY])) for line in lines)


def test_a_fee_that_is_paid_once_falls_due_in_a_month_not_from_it_on() -> None:
    made = samples.assessment(1)
    fees = (
        CostLine("1", "v0", "Hand-over", billing=Billing.ONCE, amount=Decimal(5), first_month=36),
        CostLine("2", "v0", "Filing", billing=Billing.YEARLY, amount=Decimal(5), first_month=5),
    )
    text = printed(replace(made, cost_lines=fees), "fees").text
    assert "in month 36" in text
    assert "from month 5" in text
    assert "from month 36" not in text


def test_a_fee_without_a_price_is_said_beside_every_total() -> None:
    made = samples.assessment(3)
    unknown = CostLine("x", "v0", "档案保管费", disclosure=Disclosure.ON_REQUEST)
    asked = replace(made, cost_lines=(*made.cost_lines, unknown))
    total = formats.money(cost_report(asked).vendors["v0"].tco[Scenario.LIKELY])
    assert f"from {total}" in printed(asked, "fees").text
    costs = printed(asked, "costs")
    assert f"from {total}" in costs.text
    assert "1 price missing: 档案保管费" in costs.text
    first = Paper(asked, samples.options(language="en")).pages[0]
    assert f"{made.vendors[0].name} is the cheapest" not in first


def test_the_cheapest_stands_with_what_its_price_does_not_hold() -> None:
    vendors = (Vendor("a", "Alpha"), Vendor("b", "Beta"))
    fees = (
        CostLine("1", "a", "Monthly fee", amount=Decimal(100), catalogue="base"),
        CostLine("2", "b", "Monthly fee", amount=Decimal(200), catalogue="base"),
        CostLine("3", "b", "Handover", billing=Billing.ONCE, amount=Decimal(50), catalogue="out"),
    )
    made = replace(samples.assessment(2, prices=False), vendors=vendors, cost_lines=fees)
    first = squeezed(Paper(made, samples.options(language="en")).pages[0])
    assert squeezed("Alpha is the cheapest over 36 months: CNY 3,600, which is 3,650") in first
    assert squeezed("Alpha Nothing said about the price of: Handover") in first


@pytest.mark.parametrize(
    ("language", "said", "unsaid"),
    [("zh", "账本费", "Ledgers"), ("en", "Ledgers", "账本费")],
)
def test_a_fee_of_two_names_is_printed_in_the_language_of_the_sheet(
    language: str, said: str, unsaid: str
) -> None:
    made = samples.assessment(2)
    lines = tuple(replace(line, label="账本费 Ledgers") for line in made.cost_lines)
    text = Paper(replace(made, cost_lines=lines), samples.options(language=language)).letters
    assert said in text
    assert unsaid not in text


def test_who_is_cheaper_is_said_on_each_side_of_a_volume() -> None:
    vendors = (Vendor("a", "Alpha"), Vendor("b", "Beta"))
    fees = (
        CostLine("1", "a", "Flat", amount=Decimal(500)),
        CostLine("2", "b", "Each", billing=Billing.PER_UNIT, amount=Decimal(5), driver="vouchers"),
    )
    made = replace(
        samples.assessment(2, prices=False),
        vendors=vendors,
        cost_lines=fees,
        drivers=(Driver("vouchers", Decimal(1), Decimal(2), Decimal(3), Text.same("Vouchers")),),
    )
    (found,) = break_even(made)
    assert found.at == (Decimal(100),)
    text = squeezed(printed(made, "costs").text)
    assert squeezed("Vouchers: below 100 Beta is cheaper, above 100 Alpha is cheaper.") in text


def divided() -> Assessment:
    """Make a rating and a yes/no question on which three people differ."""
    levels = tuple((float(i), Text.same(f"earns level {i}")) for i in range(1, 6))
    criteria = (
        Criterion("r", Text.same("Attitude"), levels=levels),
        Criterion("y", Text.same("Licence shown"), measure=Measure.BOOLEAN),
        Criterion(
            "d",
            Text.same("First reply"),
            measure=Measure.DURATION,
            anchors=((5.0, 1.0), (60.0, 0.4), (480.0, 0.0)),
            unit=Text.same("min"),
        ),
    )
    values = np.array([[[5, 1, 30]], [[2, 1, 30]], [[2, 0, 30]]], dtype=np.float64)
    sheet = ScoreArrays(
        values,
        np.full(values.shape, State.SCORED, np.uint8),
        np.zeros(values.shape, np.uint8),
        np.full((1, 3), np.nan),
        np.zeros((1, 3), np.bool_),
    )
    rubric = Rubric((Dimension("x", Text.same("All"), criteria=criteria),))
    return Assessment(
        rounds=(Round(rubric=rubric),),
        vendors=(Vendor("a", "Alpha"),),
        evaluators=tuple(Evaluator(key, key.upper()) for key in ("ann", "ben", "cem")),
        scores_by_round={"selection": sheet},
    )


def test_single_scores_and_their_spread_are_printed_where_evaluators_differ() -> None:
    text = printed(divided(), "evaluators").text
    assert "In this order: ANN, BEN, CEM." in text
    assert "5 / 2 / 2" in text
    assert f"±{formats.number(float(np.std([5, 2, 2])))} → 3" in text
    assert "First reply" not in text  # they agree on it


def test_a_yes_and_a_no_have_no_distance_but_are_counted() -> None:
    lines = printed(divided(), "evaluators").lines()
    place = next(i for i, line in enumerate(lines) if line.startswith("Licence shown"))
    assert lines[place].endswith("yes / yes / no")
    assert lines[place + 1] == "2 yes, 1 no"


def test_in_two_languages_words_stand_in_both_and_figures_once() -> None:
    lines = printed(divided(), "evaluators", "both").lines()
    place = next(i for i, line in enumerate(lines) if line.startswith("Licence shown"))
    assert lines[place].endswith("是 / 是 / 否")
    assert lines[place + 1] == "yes / yes / no"
    assert sum("5 / 2 / 2" in line for line in lines) == 1
    scales = squeezed(printed(divided(), "scales", "both").text)
    assert scales.count(squeezed("60 → 40")) == 1
    assert squeezed("no → 0, yes → 100") in scales


def test_yes_and_no_that_meet_are_counted_instead_of_averaged() -> None:
    sheet = printed(divided(), "matrix")
    (line,) = [line for line in sheet.lines() if line.startswith("Licence shown")]
    assert "2 yes, 1 no" in line
    assert "0.67" not in line
    assert "≠" in line


def test_the_appendix_holds_all_from_which_a_value_follows() -> None:
    text = squeezed(printed(divided(), "scales").text)
    for level, value in zip(range(1, 6), ("0.0", "25.0", "50.0", "75.0", "100.0"), strict=True):
        assert squeezed(f"{level} {value} earns level {level}") in text
    for part in ("scales", "method"):
        said = squeezed(printed(divided(), part).text)
        assert squeezed("5 → 100, 60 → 40, 480 → 0") in said


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_the_levels_of_a_criterion_stay_on_one_page(language: str) -> None:
    levels = tuple((float(i), Text.same(f"earns level {i}")) for i in range(1, 6))
    criteria = tuple(
        Criterion(f"r{i}", Text.same(f"Question {i}."), levels=levels if i % 3 else ())
        for i in range(40)
    )
    rubric = Rubric((Dimension("x", Text.same("All"), criteria=criteria),))
    sheet = printed(Assessment(rounds=(Round(rubric=rubric),)), "scales", language)
    assert len(sheet.pages) > 3
    for page in sheet.pages:
        titles = [criteria[i] for i in range(40) if f"Question {i}." in page]
        assert page.count("earns level") == sum(len(each.levels) for each in titles)


def test_attachments_are_listed_with_what_they_prove() -> None:
    made = samples.full(3)
    text = squeezed(printed(made, "attachments").text)
    name = made.rubric.criterion("c0.1").name.en
    for words in ("报价单.pdf", "182.3 kB", "ab12ab12ab12", made.vendors[0].name, name):
        assert squeezed(words) in text
    assert squeezed("photo.jpg Front desk 2.4 MB") in text


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_no_chinese_sentence_has_a_space_behind_its_stop(language: str) -> None:
    with_stops = Paper(samples.full(7), samples.options(language=language, left_out=()))
    assert "。 " not in with_stops.text


def test_units_stand_in_the_head() -> None:
    assert "权重（%）" in printed(samples.assessment(2), "matrix", "zh").letters
    assert "Weight (%)" in printed(samples.assessment(2), "matrix").text


@pytest.mark.parametrize("part", ["matrix", "evaluators", "costs", "fees"])
@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_nothing_is_cut(language: str, part: str) -> None:
    made = samples.full(10)
    long = tuple(replace(v, name=f"{v.name}华东区域总部财税综合服务中心") for v in made.vendors)
    sheet = printed(replace(made, vendors=long), part, language)
    assert "…" not in sheet.text
    for vendor in long:
        assert squeezed(vendor.name) in sheet.letters or part == "evaluators"
