"""The single values of an interchange document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from vendorcompare.core.text import Text
from vendorcompare.document.exchange.records import fields
from vendorcompare.document.reader.results import Habits, Points

D = Decimal
ZONE = timezone(timedelta(hours=8))
COMMA = Habits(points=Points.COMMA)


def _read(kind: Any, written: Any, habits: Habits | None = None) -> Any:
    return TypeAdapter(kind).validate_python(written, strict=True, context=habits)


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (fields.Money, "200.00", D("200.00")), (fields.Money, 0, D(0)), (fields.Money, 0.1,
        D("0.1")),
        (fields.Money, "1,200元", D(1200)), (fields.Money, "999999999999999.999999999999",
                                           D("999999999999999.999999999999")),
        (fields.Volume, "1.2万", D(12000)), (fields.Volume, 3, D(3)),
        (fields.Rate, "-0.5", D("-0.5")), (fields.Rate, 1, D(1)), (fields.Rate, "5%", D("0.05")),
        (fields.Rate, "百分之五", D("0.05")), (fields.Rate, "5％", D("0.05")), (fields.Rate,
        "5个点", D("0.05")),
        (fields.Tax, 0, D(0)), (fields.Tax, "1", D(1)), (fields.Tax, "6%", D("0.06")),
        (fields.Share, "90%", 0.9), (fields.Share, 1.0, 1.0), (fields.Share, 0.0, 0.0),
        (fields.Minutes, "半小时", 30.0), (fields.Minutes, 0.0, 0.0), (fields.Weight, "1,200",
        1200.0),
        (fields.Weight, 0.0, 0.0),
        (fields.BothWords, "x", Text.same("x")), (fields.BothWords, {"zh": "甲"}, Text("甲", "")),
        (fields.BothWords, {"zh": "甲", "en": "A"}, Text("甲", "A")),
        (fields.BothWords, {"en": "A"}, Text("", "A")),
        (fields.Words, None, ""), (fields.Words, "x", "x"),
        (fields.Day, None, None), (fields.Day, "", None), (fields.Day, "2026-01-31", date(2026, 1,
        31)),
        (fields.Day, "2026年1月31日", date(2026, 1, 31)),
        (fields.Moment, None, None), (fields.Moment, "", None),
        (fields.Moment, "2026-03-02T09:00+08:00", datetime(2026, 3, 2, 9, tzinfo=ZONE)),
        (fields.Moment, "2026-03-02 09:00:05.5+0800", datetime(2026, 3, 2, 9, 0, 5, 500000, ZONE)),
        (fields.Moment, "2026-03-02T01:00Z", datetime(2026, 3, 2, 9, tzinfo=ZONE)),
        (fields.Moment, "2026年3月2日 9点", datetime(2026, 3, 2, 9)),  # noqa: DTZ001 - none is said
        (fields.RawScore, None, None), (fields.RawScore, True, 1.0), (fields.RawScore, 2, 2.0),
        (fields.RawScore, "x", "x"), (fields.RawScore, -0.5, -0.5),
        (fields.Key, "a b", "a b"), (fields.Key, "x" * 200, "x" * 200), (fields.EvaluatorKey, "",
        ""),
        (fields.Code, "a-b", "a-b"),
    ],
)  # fmt: skip
def test_a_value_is_read(kind: Any, written: Any, value: Any) -> None:
    found = _read(kind, written)
    assert found == value
    assert type(found) is type(value)


_EXACT = 'must be an exact number such as "200.00"'


@pytest.mark.parametrize(
    ("kind", "written", "sentence"),
    [
        (fields.Money, True, _EXACT), (fields.Money, [], _EXACT), (fields.Money, None, _EXACT),
        (fields.Money, float("nan"), _EXACT), (fields.Money, 1e15, _EXACT),
        (fields.Money, -10**15, _EXACT), (fields.Money, -0.01, "must be at least 0"),
        (fields.Volume, "-1", "must be at least 0"), (fields.Rate, -1, "must be more than -1"),
        (fields.Rate, "-1.5", "must be more than -1"),
        (fields.Rate, "1.5", "must be a share of one, such as 0.06 or 6%"),
        (fields.Tax, "101%", "must be a share of one, such as 0.06 or 6%"),
        (fields.Tax, -0.01, "must be at least 0"),
        (fields.BothWords, 1, "must be text, or an object with zh and en"),
        (fields.BothWords, {}, "must be text, or an object with zh and en"),
        (fields.BothWords, {"fr": "x"}, "must be text, or an object with zh and en"),
        (fields.BothWords, {"zh": 1}, "must be text, or an object with zh and en"),
        (fields.Day, "2026-02-30", "must be a day such as 2026-01-31"),
        (fields.Day, 20260131, "must be a day such as 2026-01-31"),
        (fields.Day, "soon", '"soon" is not a date. Type year, month and day, such as 2027-01-31.'),
        (fields.Moment, "2026-02-30T09:00", "must be a moment such as 2026-03-02T09:00+08:00"),
        (fields.Moment, 5, "must be a moment such as 2026-03-02T09:00+08:00"),
        (fields.Moment, "soon", '"soon" is not a date with a time of day. '
         "Type it such as 2027-01-31 09:00."),
        (fields.RawScore, float("inf"), "must be a finite number, true, false or text"),
        (fields.RawScore, [], "must be a finite number, true, false or text"),
        (fields.Share, "x", '"x" is not a number. Type a number such as 12 or 1,200.50.'),
        (fields.Money, "abc", '"abc" is not an amount. Type a number such as 800 or 1,250.50.'),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_refused(kind: Any, written: Any, sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        _read(kind, written)
    assert refused.value.errors()[0]["msg"] == f"Value error, {sentence}"


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (fields.Key, ""), (fields.Key, " a"), (fields.Key, "a "), (fields.Key, "x" * 201),
        (fields.EvaluatorKey, " "), (fields.Code, "a b"), (fields.Share, 1.1), (fields.Share, -0.1),
        (fields.Minutes, -1.0), (fields.Weight, -1.0), (fields.Words, 1),
    ],
)  # fmt: skip
def test_a_value_out_of_its_bounds_is_refused(kind: Any, written: Any) -> None:
    with pytest.raises(ValidationError):
        _read(kind, written)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (fields.Money, D("1.5")),
        (fields.Volume, D("1.5")),
        (fields.Weight, 1.5),
        (fields.Minutes, 1.5),
    ],
)
def test_figures_are_read_in_the_way_of_their_document(kind: Any, value: Any) -> None:
    assert _read(kind, "1,5", COMMA) == value
    assert _read(fields.Rate, "1,5%", COMMA) == D("0.015")
    assert _read(fields.Rate, "0,5", COMMA) == D("0.5")
    assert _read(fields.Share, "0,5", COMMA) == 0.5


@pytest.mark.parametrize(
    ("write", "value", "written"),
    [
        (fields.written_decimal, D("1E+2"), "100"), (fields.written_decimal, D("1.50"), "1.50"),
        (fields.written_number, 2.0, 2), (fields.written_number, 2.5, 2.5),
        (fields.written_number, D("2.50"), 2.5), (fields.written_number, D(3), 3),
        (fields.written_number, 1e15, 1e15), (fields.written_number, -1e15, -1e15),
        (fields.written_number, 999999999999999.0, 999999999999999),
        (fields.written_number, D("0.12345678901234567"), "0.12345678901234567"),
        (fields.written_text, Text.same("x"), "x"), (fields.written_text, Text(), ""),
        (fields.written_text, Text("甲", ""), {"zh": "甲", "en": ""}),
        (fields.written_moment, None, None),
        (fields.written_moment, datetime(2026, 3, 2, 9, tzinfo=ZONE), "2026-03-02T09:00+08:00"),
        (fields.written_moment, datetime(2026, 3, 2, 9, 0, 5, tzinfo=ZONE),
         "2026-03-02T09:00:05+08:00"),
        (fields.written_moment, datetime(2026, 3, 2, 9, 0, 0, 7, ZONE),
         "2026-03-02T09:00:00.000007+08:00"),
    ],
)  # fmt: skip
def test_a_value_is_written(write: Callable[[Any], Any], value: Any, written: Any) -> None:
    found = write(value)
    assert found == written
    assert type(found) is type(written)
