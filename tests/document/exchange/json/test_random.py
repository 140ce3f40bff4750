"""Whatever an assessment holds, its export gives the same assessment again."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcompare.core.assessment import Billing, Disclosure, Invoice, Nature
from vendorcompare.core.rubric import Measure
from vendorcompare.document.document import Document
from vendorcompare.document.exchange import export_json, import_json

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
TEXTS = WORDS | st.fixed_dictionaries({"zh": WORDS, "en": WORDS})
#: Whatever is typed for a name, something of it is to be seen.
NAMES = WORDS.map("N{}".format)
NAMINGS = NAMES | st.fixed_dictionaries({"zh": NAMES, "en": WORDS})
KEYS = st.text("abc甲乙-.1", min_size=1, max_size=4)
WEIGHTS = st.integers(1, 9) | st.floats(1e-3, 1e6, allow_nan=False)
DECIMALS = st.decimals(0, 10**6, places=3, allow_nan=False).map(lambda d: format(d, "f"))
SHARES = st.decimals(0, 1, places=3, allow_nan=False).map(lambda d: format(d, "f"))
MOMENTS = st.datetimes(timezones=st.timezones() | st.none()).map(lambda at: at.isoformat()[:26])
SCALE = st.sampled_from([[1, 5], [0, 10], [0.5, 3]])


def _optional(**entries: st.SearchStrategy[Any]) -> dict[str, Any]:
    return entries


def criterion(key: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"key": st.just(key), "measure": st.sampled_from([m.value for m in Measure])},
        optional=_optional(
            name=NAMINGS,
            weight=WEIGHTS,
            direction=st.sampled_from(["higher", "lower"]),
            scale=SCALE,
            unit=TEXTS,
            anchors=st.just([[0, 1], [1.5, 0]]) | st.just([]),
            levels=st.dictionaries(st.sampled_from(["1", "2.5", "3"]), TEXTS),
            must_have=st.sampled_from([False, {"at_least": 1.5}, {"at_most": 9}]),
            measured_by=st.sampled_from(["", "first_reply.median.phone", "resolve.p90.all"]),
            hint=TEXTS,
            evidence=st.lists(st.sampled_from(["test", "log"]), max_size=2),
            access=st.sampled_from(["observe", None]),
            source=WORDS,
        ),
    )


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    keys = draw(st.lists(KEYS, min_size=1, max_size=5, unique=True))
    owners = draw(st.lists(st.integers(0, 1), min_size=len(keys), max_size=len(keys)))
    criteria = [draw(criterion(key)) for key in keys]
    dimensions = [
        {
            "key": f"d{i}",
            "name": draw(NAMINGS),
            "weight": draw(WEIGHTS),
            "group": draw(TEXTS),
            "criteria": [c for c, owner in zip(criteria, owners, strict=True) if owner == i],
        }
        for i in range(2)
    ]
    vendors = draw(st.lists(KEYS, min_size=1, max_size=3, unique=True))
    evaluators = draw(st.lists(KEYS, max_size=2, unique=True))
    return {
        "format": "vendorcompare.assessment",
        "version": 1,
        "assessment": {"title": draw(WORDS), "note": draw(WORDS), "discount_rate": draw(SHARES)},
        "dimensions": dimensions,
        "vendors": [{"key": key, "name": draw(NAMES), "pros": draw(WORDS)} for key in vendors],
        "evaluators": [{"key": key, "weight": draw(WEIGHTS)} for key in evaluators],
        "rounds": [draw(later(dimensions))],
        "scores": draw(scores(criteria, vendors, [None, *evaluators])),
        "drivers": [{"key": "v", "low": draw(SHARES), "likely": 3, "high": 5.5, "name": "n"}],
        "costs": draw(st.lists(costs(vendors), max_size=4)),
        "contacts": draw(st.lists(contacts(vendors), max_size=3)),
    }


def later(dimensions: list[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"key": st.just("later")},
        optional=_optional(
            name=WORDS,
            kind=st.sampled_from(["selection", "review"]),
            held_on=st.sampled_from([None, "2026-12-01"]),
            present=st.booleans(),
            dimensions=st.just(dimensions),
            weight_sets=st.just({"owner": {"d0": 2}}),
        ),
    )


@st.composite
def scores(
    draw: st.DrawFn, criteria: list[dict[str, Any]], vendors: list[str], people: list[str | None]
) -> list[dict[str, Any]]:
    found = []
    for each in criteria:
        for vendor in vendors:
            who = draw(st.sampled_from(people))
            place = {"vendor": vendor, "criterion": each["key"], "evaluator": who}
            fits = {"text": WORDS, "boolean": st.booleans()}.get(each["measure"], st.just(1.5))
            state = draw(st.sampled_from(["scored", "unknown", "not_applicable"]))
            found.append(
                {
                    **place,
                    "state": state,
                    "value": draw(fits) if state == "scored" else None,
                    "note": draw(WORDS),
                    "evidence": draw(st.sampled_from([None, "tested"])),
                    "round": draw(st.sampled_from(["selection", "later"])),
                }
            )
    return found


def costs(vendors: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"vendor": st.sampled_from(vendors), "label": WORDS, "driver": st.just("v")},
        optional=_optional(
            nature=st.sampled_from(list(Nature)),
            billing=st.sampled_from(list(Billing)),
            amount=DECIMALS | st.none() | st.integers(0, 5),
            included_quantity=DECIMALS,
            first_month=st.integers(1, 12),
            last_month=st.integers(12, 36) | st.none(),
            vat_rate=SHARES,
            vat_included=st.booleans(),
            invoice=st.sampled_from(list(Invoice)),
            disclosure=st.sampled_from(list(Disclosure)),
        ),
    )


def contacts(vendors: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    moments = st.sampled_from(
        ["2026-03-02T09:00+08:00", "2026-03-02T09:00:01Z", "2026-03-02 09:00:01.5", None]
    )
    return st.fixed_dictionaries(
        {
            "vendor": st.sampled_from(vendors),
            "channel": WORDS,
            "raised": st.just("2026-03-02T08:59"),
            "first_reply": moments,
            "resolved": moments,
        },
        optional=_optional(urgent=st.booleans(), satisfied=st.booleans() | st.none()),
    )


@settings(max_examples=25)
@given(documents())
def test_export_import_export_is_the_same(content: dict[str, Any]) -> None:
    first = _through(json.dumps(content))
    assert _through(first) == first


def _through(text: str) -> str:
    document = Document.create()
    try:
        import_json(document, text)
        return export_json(document)
    finally:
        document.close()
