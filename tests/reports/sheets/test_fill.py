"""How the sheet fills its pages: no gaps, nothing torn from what it belongs to."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from tests.reports import samples
from tests.reports.papers import Paper, lines_of, squeezed
from vendorcompare.i18n import translator
from vendorcompare.reports.layout.cells import Column, Row, figure
from vendorcompare.reports.layout.flow import MARGIN, Flow
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.sheets import assembly
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.options import LANGUAGES_OF
from vendorcompare.reports.sheets.registry import SHEETS

LANGUAGES = ("zh", "en", "both")
_FOOTER = 34.0
_HEAD = 37.0


@pytest.mark.parametrize("vendors", [2, 3, 4, 8, 12])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_in_the_middle_is_left_nearly_empty(language: str, vendors: int) -> None:
    sheet = Paper(samples.assessment(vendors), samples.options(language=language))
    for letters, (_width, height) in list(zip(sheet.print, sheet.sizes, strict=True))[1:-1]:
        foot = height - MARGIN - _FOOTER
        assert max(each.bottom for each in letters if each.bottom < foot) > height * 0.4


@pytest.mark.parametrize("vendors", [1, 3, 6, 10])
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_inside_a_part_is_nearly_half_empty(
    language: str, paper: str, vendors: int
) -> None:
    options = samples.options(language=language, paper=paper)
    sheet = SHEETS[options.sheet]
    parts = sheet.chosen(options.left_out)
    keys = frozenset(part.key for part in parts)
    flow = assembly.lay_out(Content(samples.assessment(vendors), options, sheet.title, keys), parts)
    starts = [min((mark.y for mark in page.marks if not mark.level), default=999.0)
              for page in flow.pages]  # fmt: skip
    for page, next_start in zip(flow.pages, starts[1:], strict=False):
        if next_start > MARGIN + _HEAD:  # the next page goes on with the same part
            lowest = max(letters.y for letters in page.letters)
            assert lowest - MARGIN - _HEAD > 0.6 * (page.height - 2 * MARGIN - _HEAD - _FOOTER)


@pytest.mark.parametrize("rows", range(24, 60))
def test_a_row_is_not_torn_from_the_one_that_it_stays_with(rows: int) -> None:
    """Not even near the end of a table, where the last rows stay together."""
    flow = Flow((595, 842))
    flow.start_page()
    pairs = [
        (Row([figure(f"name {i}")], keep=True, rule=False), Row([figure(f"remark {i}")]))
        for i in range(rows)
    ]
    Table([Column(200)], [row for pair in pairs for row in pair]).draw(flow)
    for page in flow.pages:
        texts = [letters.text for letters in page.letters]
        assert texts[0].startswith("name")
        assert texts[-1].startswith("remark")


@pytest.mark.parametrize("vendors", range(1, 9))
@pytest.mark.parametrize("left_out", [("scales",), ("scales", "notes")])
def test_signatures_never_stand_alone(vendors: int, left_out: tuple[str, ...]) -> None:
    options = samples.options(language="en", left_out=left_out)
    last = Paper(samples.assessment(vendors), options).pages[-1].splitlines()
    title = last.index("Signatures")
    assert title >= 3  # after the header, which takes two lines


@pytest.mark.parametrize("vendors", [2, 3, 5, 8])
def test_the_title_of_a_table_stays_with_it(vendors: int) -> None:
    sheet = Paper(samples.assessment(vendors), samples.options(language="both"))
    titles = ("What the quotations leave open", "Assumed volumes per month", "Price")
    for letters in sheet.print:
        lines = lines_of(letters)
        body = [line for line in lines if "UTC" not in line and "VendorCompare" not in line]
        assert not body[-1].endswith(titles)


@pytest.mark.parametrize("criteria", [2, 3, 4, 5])
@pytest.mark.parametrize("vendors", [1, 2, 4])
def test_the_title_of_a_part_stays_with_it(vendors: int, criteria: int) -> None:
    made = samples.assessment(vendors, 7, criteria)
    sheet = Paper(made, samples.options(language="both", paper="letter"))
    for letters, (_width, height) in zip(sheet.print, sheet.sizes, strict=True):
        foot = height - MARGIN - _FOOTER
        body = [each for each in letters if each.top > MARGIN + 20 and each.bottom < foot]
        assert max(body, key=lambda each: each.bottom).size < 14


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_outline_leads_to_the_titles(language: str) -> None:
    sheet = Paper(samples.assessment(12), samples.options(language=language))
    entries = sheet.outline()
    say = translator(LANGUAGES_OF[language][0])  # type: ignore[index]  # the tests name only these
    parts = ["Summary", "Ranking", "Scores by dimension", "Scores", "Costs", "Method and weights"]
    parts += ["Notes", "Signatures"]
    found = [title for title, _page, _top in entries]
    assert all(any(title.startswith(say(part)) for title in found) for part in parts)
    with pypdfium2.PdfDocument(sheet.data) as document:
        for title, number, top in entries[1:]:
            area = document[number].get_textpage().get_text_bounded(top=top, bottom=top - 40)
            assert squeezed(title)[:8] in squeezed(area)


def test_the_document_says_what_it_is_and_who_made_it() -> None:
    made = samples.assessment(2)
    sheet = Paper(made, samples.options(language="en"))
    with pypdfium2.PdfDocument(io.BytesIO(sheet.data)) as document:
        about = document.get_metadata_dict()
    assert about["Title"] == made.title
    assert about["Author"] == "王小明"
    assert about["Subject"] == "Vendor comparison"
    assert b"/DisplayDocTitle true" in sheet.data
    assert b"/Lang (en)" in sheet.data
