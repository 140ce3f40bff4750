from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.cost_examples import fee, project, volume
from vendorcompare.core import sense
from vendorcompare.core.assessment import Driver, Evaluator, Scenario, Vendor
from vendorcompare.core.costs import cost_report
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import tidied
from vendorcompare.core.payments import Gap
from vendorcompare.core.rubric import Criterion, Measure, MustHave
from vendorcompare.core.service import Contact
from vendorcompare.core.text import Text

D = Decimal
RATING = Criterion("c", Text.same("Care"))
NINE = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001 - of a table that names no zone
HOUR = timedelta(hours=1)
CALL = Contact("t", "a", "phone", NINE)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  明账\t财税\r\n有限公司 ", "明账 财税 有限公司"),
        ("Ann\u00a0\u3000Lee", "Ann Lee"),
        ("A\x07B\x1b", "A B"),
        ("诚\u200b信\ufeff", "诚信"),
        ("\u2028\u2029\x85", ""),
    ],
)
def test_a_name_is_kept_in_one_line(typed: str, kept: str) -> None:
    assert tidied(typed) == kept


@given(st.text())
def test_a_name_is_tidied_once(text: str) -> None:
    assert tidied(tidied(text)) == tidied(text)


@given(*[st.integers(0, 9)] * 3)
def test_a_volume_keeps_its_order(low: int, likely: int, high: int) -> None:
    found = list(sense.in_volume(Driver("v", D(low), D(likely), D(high))))
    assert bool(found) is ([low, likely, high] != sorted((low, likely, high)))


@pytest.mark.parametrize("field", ["first_reply", "started", "resolved", "reopened"])
def test_nothing_of_a_contact_comes_before_it_was_raised(field: str) -> None:
    moments: dict[str, Any] = {field: NINE - HOUR}
    assert [name for name, _error in sense.in_contact(replace(CALL, **moments))] == [field]
    moments = {field: NINE}
    assert not list(sense.in_contact(replace(CALL, **moments)))


def test_moments_with_and_without_a_zone_are_compared_as_in_shanghai() -> None:
    at_nine = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    assert not list(sense.in_contact(replace(CALL, resolved=at_nine)))
    assert list(sense.in_contact(replace(CALL, resolved=at_nine - HOUR)))


def test_work_begins_before_it_is_done() -> None:
    late = replace(CALL, started=NINE + HOUR * 2, resolved=NINE + HOUR)
    assert [name for name, _error in sense.in_contact(late)] == ["resolved"]


@pytest.mark.parametrize(
    ("criterion", "field"),
    [
        (replace(RATING, name=Text()), "name"),
        (replace(RATING, name=Text("长" * 201, "")), "name"),
        (replace(RATING, weight=1e308), "weight"),
        (replace(RATING, weight=1e-320), "weight"),
        (replace(RATING, scale=(0, 1e308)), "scale"),
        (replace(RATING, anchors=((0, 0), (1e308, 1))), "anchors"),
        (replace(RATING, anchors=((0, 0), (1e-320, 1))), "anchors"),
        (replace(RATING, levels=((6, Text.same("six")),)), "levels"),
        (replace(RATING, must_have=MustHave()), "must_have"),
        (replace(RATING, must_have=MustHave(4, 3)), "must_have"),
        (replace(RATING, must_have=MustHave(at_least=1e308)), "must_have"),
        (replace(RATING, measured_by="mood.median.phone"), "measured_by"),
        (replace(RATING, measured_by="first_reply.median"), "measured_by"),
    ],
)
def test_what_no_criterion_can_be(criterion: Criterion, field: str) -> None:
    assert [name for name, _error in sense.in_criterion(criterion)] == [field]
    with pytest.raises(InputError) as refused:
        sense.require(sense.in_criterion(criterion))
    assert refused.value.hint


@pytest.mark.parametrize("change", [{"last_month": 601}, {"free_months": 601}, {"free_months": -1}])
def test_months_out_of_sight_are_refused_with_what_to_type(change: dict[str, Any]) -> None:
    (wrong,) = sense.in_months(replace(fee("1"), **change))
    assert wrong[0] in change
    assert wrong[1].hint


@pytest.mark.parametrize(
    "criterion",
    [
        replace(RATING, must_have=MustHave(at_least=3)),
        replace(RATING, measure=Measure.BOOLEAN, must_have=MustHave()),
        replace(RATING, measure=Measure.TEXT, must_have=MustHave()),
        replace(RATING, measure=Measure.NUMBER, levels=((9, Text.same("nine")),)),
        replace(RATING, measured_by="resolve.p90.all"),
        replace(RATING, weight=0),
        replace(RATING, anchors=((1, 0),)),  # the second one is still to be typed
    ],
)
def test_what_a_criterion_can_be(criterion: Criterion) -> None:
    assert not list(sense.in_criterion(criterion))


def test_people_and_vendors_have_names_and_known_stages() -> None:
    assert [name for name, _error in sense.in_vendor(Vendor("a", ""))] == ["name"]
    assert [name for name, _error in sense.in_vendor(Vendor("a", "A", stage="soon"))] == ["stage"]
    assert not list(sense.in_vendor(Vendor("a", "A", stage="shortlist")))
    assert not list(sense.in_evaluator(Evaluator()))
    assert [name for name, _error in sense.in_evaluator(Evaluator("e", ""))] == ["name"]
    assert [name for name, _error in sense.in_evaluator(Evaluator("e", "E", -1))] == ["weight"]


def test_a_price_without_vat_waits_for_the_rate() -> None:
    open_ = fee("100", vat_included=False)
    known = fee("100", vendor="b", vat_included=False, vat_rate=D("0.06"))
    untaxed = fee("100", vendor="c", vat_included=False, vat_rate=D(0))
    report = cost_report(project(open_, known, untaxed, horizon_months=12, drivers=(volume(),)))
    a, b, c = (report.vendors[key] for key in "abc")
    assert [missing.gap for missing in a.missing] == [Gap.VAT]
    assert not b.missing
    assert not c.missing
    assert b.tco[Scenario.LIKELY] == D("1272.00")
    assert c.tco[Scenario.LIKELY] == D("1200.00")


def test_a_price_with_vat_needs_no_rate() -> None:
    report = cost_report(project(fee("100"), horizon_months=12, buyer_recovers_vat=True))
    assert not report.vendors["a"].missing
