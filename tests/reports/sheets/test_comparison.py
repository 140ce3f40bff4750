"""The comparison sheet says what core computed, in every language and on every paper."""

from __future__ import annotations

import itertools
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.reports import samples
from tests.reports.papers import Paper, only, squeezed
from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment, CostLine, Scenario
from vendorcompare.core.costs import cost_report
from vendorcompare.core.ranking import evaluate
from vendorcompare.i18n import translator
from vendorcompare.reports.sheets.options import (
    LANGUAGES_OF,
    PAPERS,
)

LANGUAGES = ("zh", "en", "both")
BLOCKS_OF_ELEVEN = {"1–4": slice(0, 4), "5–7": slice(4, 7), "8–11": slice(7, 11)}


@pytest.fixture(scope="module")
def three() -> Assessment:
    return samples.assessment(3)


@pytest.fixture(scope="module")
def eleven() -> Assessment:
    return samples.assessment(11, 8, 5)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_vendor_criterion_and_score_is_printed(
    three: Assessment, language: str, paper: str
) -> None:
    printed = Paper(three, samples.options(language=language, paper=paper))
    tongues = LANGUAGES_OF[language]  # type: ignore[index]  # the tests name only these
    for vendor in three.vendors:
        assert squeezed(vendor.name) in printed.letters
    for criterion in three.rubric.criteria:
        for tongue in tongues:
            assert squeezed(criterion.name.get(tongue)) in printed.letters
    for row in evaluate(three).rows:
        assert formats.points(row.score) in printed.pages[0]
        assert formats.interval(row.low, row.high) in printed.pages[0]
        assert formats.share(row.coverage) in printed.pages[0]
    for tongue in tongues:
        assert squeezed(evaluate(three).verdict.sentence(tongue)) in squeezed(printed.pages[0])


def test_the_matrix_holds_every_raw_score() -> None:
    six = samples.assessment(6, 8, 5)
    printed = Paper(six, samples.options(language="en", left_out=only("matrix")))
    agreed, rows = six.scores.values[0], printed.lines()
    for column, criterion in enumerate(six.rubric.criteria):
        if criterion.measure == "boolean":
            continue
        lines = [row for row in rows if row.startswith(criterion.name.en + " ")]
        assert len(lines) == 1
        figures = " ".join(lines).split()
        for value in agreed[:, column]:
            assert value != value or formats.number(float(value)) in figures


def test_costs_are_those_that_core_computed(three: Assessment) -> None:
    printed = Paper(three, samples.options(language="en"))
    page = printed.page_of("Total cost, likely")
    for costs in cost_report(three).vendors.values():
        for scenario in Scenario:
            assert formats.money(costs.tco[scenario]) in page
        assert formats.money(costs.npv[Scenario.LIKELY]) in page
        assert formats.money(costs.monthly_equivalent[Scenario.LIKELY]) in page
        assert formats.money(costs.net_of_vat[Scenario.LIKELY]) in page
        assert all(formats.money(amount) in page for amount in costs.by_year)


def test_missing_prices_are_said(three: Assessment) -> None:
    printed = Paper(samples.assessment(3, prices=False), samples.options(language="en"))
    assert "No prices have been entered." in printed.text


@pytest.mark.parametrize(
    ("language", "footer"),
    [
        ("zh", "第{page}页，共{pages}页"),
        ("en", "Page {page} of {pages}"),
        ("both", "第{page}页，共{pages}页 · Page {page} of {pages}"),
    ],
)
def test_every_page_is_numbered_and_dated(three: Assessment, language: str, footer: str) -> None:
    printed = Paper(three, samples.options(language=language))
    count = len(printed.pages)
    for number, page in enumerate(printed.pages, start=1):
        assert footer.format(page=number, pages=count) in page
        assert "2026-03-02 09:30 UTC+08:00" in page
        assert "VendorCompare 1.0.0" in page
        assert "3fa9c1d2e4f5" in page
        assert three.title in page
        assert translator("en")("DRAFT") in page or "草稿" in page


def test_a_final_sheet_does_not_say_draft(three: Assessment) -> None:
    printed = Paper(three, samples.options(language="both", final=True))
    assert "DRAFT" not in printed.text
    assert "草稿" not in printed.text


def test_the_head_stands_on_every_page_of_the_matrix(eleven: Assessment) -> None:
    printed = Paper(eleven, samples.options(language="en", left_out=only("matrix")))
    order = [row.name for row in evaluate(eleven).rows]
    assert len(printed.pages) >= 4
    for page in printed.pages:
        assert "Criterion" in page
        assert "Weight" in page
        shown = [span for span in BLOCKS_OF_ELEVEN if f"Vendors {span} of 11" in page]
        assert shown
        for name in itertools.chain(*(order[BLOCKS_OF_ELEVEN[span]] for span in shown)):
            assert squeezed(name) in squeezed(page)


def test_the_title_of_a_dimension_stays_with_its_first_criterion(eleven: Assessment) -> None:
    printed = Paper(eleven, samples.options(language="en", left_out=only("matrix")))
    titles = tuple(dimension.name.en for dimension in eleven.rubric.dimensions)
    for page in printed.pages:
        rows = [line for line in page.splitlines() if line and not line.startswith("Generated")]
        assert not rows[-1].startswith(titles)


@pytest.mark.parametrize("vendors", [0, 1, 3, 10, 30])
def test_any_number_of_vendors_can_be_printed(vendors: int) -> None:
    made = samples.assessment(vendors)
    printed = Paper(made, samples.options(language="both"))
    assert all(squeezed(vendor.name) in printed.letters for vendor in made.vendors)


def test_an_empty_assessment_gives_a_sheet_that_says_so() -> None:
    printed = Paper(Assessment(title="空"), samples.options(language="en"))
    assert "There is no vendor to compare yet." in printed.text
    assert "Signature" in printed.text


def test_a_rubric_without_scores_prints_dashes(three: Assessment) -> None:
    empty = samples.assessment(3, filled=0.0)
    printed = Paper(empty, samples.options(language="en", left_out=only("matrix")))
    assert printed.text.count(formats.NOTHING) > len(empty.rubric.criteria)


@pytest.mark.parametrize("dimensions", [1, 2, 3, 8, 9, 20])
def test_any_number_of_dimensions_can_be_printed(dimensions: int) -> None:
    made = samples.assessment(4, dimensions, 2)
    printed = Paper(made, samples.options(language="en"))
    for dimension in made.rubric.dimensions:
        assert squeezed(dimension.name.en) in printed.letters


@pytest.fixture(scope="module")
def full() -> Assessment:
    return samples.full(12)


@pytest.fixture(scope="module")
def whole(full: Assessment) -> Paper:
    return Paper(full, samples.options(language="en", left_out=()))


@pytest.mark.parametrize("part", only())
def test_a_part_can_be_left_out(full: Assessment, whole: Paper, part: str) -> None:
    printed = Paper(full, samples.options(language="en", left_out=(part,)))
    title = {
        "summary": evaluate(full).verdict.sentence("en")[:30],
        "ranking": "Ranking",
        "radar": "From the centre",
        "matrix": "documented",
        "evaluators": "In this order: 王会计, Li Hua",
        "costs": "Recurring",
        "fees": "The amount is as quoted",
        "method": "Every score is turned",
        "notes": "Pros",
        "attachments": "报价单.pdf",
        "signatures": "Reviewed by",
        "scales": "What earns it",
    }[part]
    assert title in whole.text
    assert title not in printed.text


def test_leaving_vendors_out_changes_what_is_shown_but_not_the_answer(eleven: Assessment) -> None:
    chosen = tuple(vendor.key for vendor in eleven.vendors[2:5])
    printed = Paper(eleven, samples.options(language="en", vendors=chosen))
    answer = evaluate(eleven)
    sentence = squeezed(answer.verdict.sentence("en"))
    assert sentence in squeezed(printed.pages[0])
    rest = "".join(map(squeezed, printed.pages[1:]))
    for vendor in eleven.vendors:
        assert (squeezed(vendor.name) in rest) == (vendor.key in chosen)
    lines = [squeezed(line) for line in printed.lines()]
    for row in (answer.standing(key) for key in chosen):
        place = formats.NOTHING if row.rank is None else str(row.rank)
        begins = squeezed(f"{place}{row.name}")[:9]  # a long name goes on below
        assert any(line.startswith(begins) for line in lines)
    assert len(printed.pages_with("3 of 11 vendors shown")) == len(printed.pages)


@pytest.mark.parametrize("left_out", [(), ("summary",), ("summary", "ranking", "radar")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_title_buyer_and_count_stand_on_every_page(
    three: Assessment, language: str, left_out: tuple[str, ...]
) -> None:
    printed = Paper(three, samples.options(language=language, left_out=left_out))
    count = {"zh": "3家", "en": "3 vendors", "both": "3 vendors"}[language]
    for words in (three.title, three.buyer, count):
        assert len(printed.pages_with(words)) == len(printed.pages)


def test_a_long_title_leaves_buyer_and_count_on_every_page(three: Assessment) -> None:
    long = replace(
        three, title="二〇二六年度集团及各子公司代理记账与财税咨询服务供应商选型评估" * 3
    )
    printed = Paper(long, samples.options(language="both"))
    first = squeezed(printed.pages[0]).replace("草稿DRAFT", "")
    assert squeezed(long.title) in first
    for words in (long.title[:30], three.buyer, "3 vendors"):
        assert len(printed.pages_with(words)) == len(printed.pages)


def test_excluded_vendors_and_their_reasons_are_printed(full: Assessment, whole: Paper) -> None:
    excluded = [row for row in evaluate(full).rows if row.excluded_by]
    assert excluded
    for row in excluded:
        names = ", ".join(full.rubric.criterion(key).name.en for key in row.excluded_by)
        assert squeezed(f"Excluded: fails {names}") in whole.letters


@pytest.mark.parametrize("vendors", [3, 7, 9, 12, 30])
def test_no_vendor_stands_in_two_rankings(vendors: int) -> None:
    made = samples.assessment(vendors)
    left_out = only("summary", "ranking")
    printed = Paper(made, samples.options(language="en", left_out=left_out))
    lines = [squeezed(line) for line in printed.lines()]
    for row in evaluate(made).rows:
        figures = squeezed(f"{formats.points(row.score)}{formats.interval(row.low, row.high)}")
        assert sum(figures in line for line in lines) == 1


@pytest.mark.parametrize(("vendors", "lies"), [(3, False), (4, False), (6, True), (7, False)])
def test_paper_lies_where_that_brings_all_vendors_side_by_side(vendors: int, lies: bool) -> None:
    made = samples.assessment(vendors)
    printed = Paper(made, samples.options(left_out=only("matrix")))
    assert {width > height for width, height in printed.sizes} == {lies}


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_for_a_few_vendors_the_first_page_is_the_ranking(language: str) -> None:
    made = samples.assessment(4, seed=9)
    excluded = [row for row in evaluate(made).rows if row.excluded_by]
    assert excluded
    say = translator(LANGUAGES_OF[language][0])  # type: ignore[index]  # the tests name only these
    printed = Paper(made, samples.options(language=language))
    titles = [title for title, _page, _top in printed.outline()]
    assert not any(title.startswith(say("Ranking")) for title in titles)
    for row in excluded:
        first = made.rubric.criterion(row.excluded_by[0]).name.get(LANGUAGES_OF[language][0])  # type: ignore[index]
        reason = capital(say("excluded: fails {names}")).format(names=first)
        assert squeezed(reason) in squeezed(printed.pages[0])
    assert squeezed(say("To be settled before signing")) in squeezed(printed.pages[0])
    without = Paper(made, samples.options(language=language, left_out=("ranking",)))
    assert squeezed(capital(say("excluded: fails {names}")).format(names="")) not in without.letters


def test_the_first_page_leaves_room_for_what_is_to_be_settled() -> None:
    printed = Paper(samples.assessment(30), samples.options(language="both"))
    assert squeezed("To be settled before signing") in squeezed(printed.pages[0])
    assert squeezed("more vendors: see the ranking further on") in squeezed(printed.pages[0])


def test_many_vendors_stand_in_one_table_of_dimensions() -> None:
    made = samples.assessment(9, filled=0.7)
    left_out = only("radar")
    rows = Paper(made, samples.options(language="en", left_out=left_out)).lines()
    for row in evaluate(made).rows:
        scores = " ".join(formats.points(score) for score in row.dimensions.values())
        assert any(line.endswith(f"{scores} {formats.points(row.score)}") for line in rows)


def test_vendors_without_prices_are_named_once() -> None:
    made = samples.assessment(3)
    silent = made.vendors[1]
    lines = tuple(line for line in made.cost_lines if line.vendor != silent.key)
    quoted = replace(made, cost_lines=lines)
    printed = Paper(quoted, samples.options(language="en", left_out=only("costs")))
    assert f"No prices entered: {silent.name}." in printed.text
    assert printed.text.count(silent.name) == 1
    first = Paper(quoted, samples.options(language="en")).pages[0]
    assert "No prices entered" in first


def test_a_vendor_without_prices_beside_complete_ones_leaves_no_empty_table() -> None:
    made = samples.assessment(3)
    silent = made.vendors[1]
    lines = tuple(
        CostLine(f"{vendor.key}.fee", vendor.key, "Bookkeeping", amount=Decimal(300))
        for vendor in made.vendors
        if vendor is not silent
    )
    quoted = replace(made, cost_lines=lines)
    printed = Paper(quoted, samples.options(language="en", left_out=only("costs")))
    assert f"No prices entered: {silent.name}." in printed.text


def test_two_languages_stand_side_by_side_where_they_fit(three: Assessment) -> None:
    printed = Paper(three, samples.options(language="both", left_out=only("method")))
    rows = [squeezed(line) for line in printed.lines()]
    beside = [
        criterion
        for criterion in three.rubric.criteria
        if any(row.startswith(squeezed(criterion.name.zh + criterion.name.en)) for row in rows)
    ]
    assert len(beside) > len(three.rubric.criteria) / 2
