"""What holds for every page: fonts, sizes, margins, hostile text, and files left alone."""

from __future__ import annotations

import dataclasses
import io
import itertools
import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
import pytest

from tests.core.score_examples import with_rubric
from tests.reports import samples
from tests.reports.papers import Paper, printed, rows_of, squeezed
from vendorcompare.core.assessment import Assessment, Vendor
from vendorcompare.core.errors import UserError
from vendorcompare.core.scores import Cell
from vendorcompare.core.text import Text
from vendorcompare.reports.layout import fonts, pdf
from vendorcompare.reports.layout.charts import shade
from vendorcompare.reports.layout.flow import MARGIN
from vendorcompare.reports.layout.page import BAD, CAPTION, INK, Colour
from vendorcompare.reports.sheets.writing import write_sheet

HOSTILE = (
    "R&D <Labs>",
    "<img src=http://evil/x.png>",
    "</para><b>bold</b>",
    "&copy; &amp; %d {name} \\n (1)",
    "=cmd|' /C calc'!A0",
)
OVERHANG = 0.5  # points by which an f leans out of its own width
LONG_WORD = "Donaudampfschifffahrt" * 238


@pytest.fixture(scope="module")
def full() -> Paper:
    return Paper(samples.assessment(11, 8, 4), samples.options(language="both"))


def hostile() -> Assessment:
    made = samples.assessment(len(HOSTILE))
    vendors = tuple(
        dataclasses.replace(vendor, name=name, note=name)
        for vendor, name in zip(made.vendors, HOSTILE, strict=True)
    )
    return dataclasses.replace(made, vendors=vendors, title=HOSTILE[1], buyer=HOSTILE[2])


def test_only_our_own_typeface_is_used_and_all_of_it_embedded(full: Paper) -> None:
    assert b"Helvetica" not in full.data
    names = set(re.findall(rb"/BaseFont /(\S+)", full.data))
    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+VendorCompareSans-(Regular|Bold)", name) for name in names)
    assert full.data.count(b"/FontFile2") == full.data.count(b"/Type /FontDescriptor")


def test_charts_are_drawn_and_not_painted(full: Paper) -> None:
    assert b"/Subtype /Image" not in full.data


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_no_letter_is_small_or_outside_the_margins(language: str, paper: str) -> None:
    made = samples.assessment(7, 6, 4)
    sheet = Paper(made, samples.options(language=language, paper=paper))
    for letters, (width, height) in zip(sheet.print, sheet.sizes, strict=True):
        for letter in letters:
            assert letter.size >= 9
            assert letter.x0 >= MARGIN - 0.1
            assert letter.x1 <= width - MARGIN + OVERHANG
            assert letter.top >= MARGIN - 3
            assert letter.bottom <= height - MARGIN + 3


def test_no_two_letters_lie_on_each_other(full: Paper) -> None:
    for letters in full.print:
        for row in rows_of(letters, apart=1):
            for left, right in itertools.pairwise(row):
                if abs(left.top - right.top) < 1:
                    assert right.x0 > left.x1 - 1.5


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_is_printed_literally(text: str) -> None:
    sheet = Paper(hostile(), samples.options(language="en"))
    assert squeezed(text) in sheet.letters


def test_what_the_typeface_lacks_is_spelled_out() -> None:
    made = samples.assessment(2)
    vendors = (
        dataclasses.replace(made.vendors[0], name="账😀无忧\u202e\x00\x07𠮷"),
        dataclasses.replace(made.vendors[1], name="Cafe\u0301\tZoë"),
    )
    sheet = Paper(dataclasses.replace(made, vendors=vendors), samples.options(language="zh"))
    assert "账[U+1F600]无忧[U+20BB7]" in sheet.letters
    assert "Café Zoë" in sheet.text


def test_a_note_of_forty_thousand_characters_is_complete() -> None:
    note = "".join(f"第{i}条：主办会计应在约定时间内答复，逾期即记录。" for i in range(1700))
    assert len(note) > 40_000
    made = samples.assessment(2)
    cell = Cell("e1", "v0", "c0.0")
    noted = samples.with_scores(made, notes={cell: note})
    left_out = ("summary", "ranking", "radar", "matrix", "costs", "method", "signatures")
    sheet = Paper(noted, samples.options(language="zh", left_out=left_out))
    body = "".join("".join(page.splitlines()[1:-1]) for page in sheet.pages)
    assert len(sheet.pages) > 10
    assert squeezed(note) in squeezed(body)


@pytest.mark.parametrize("language", ["en", "both"])
def test_a_word_of_five_thousand_letters_is_complete(language: str) -> None:
    made = samples.assessment(3)
    vendors = (Vendor("v0", LONG_WORD), *made.vendors[1:])
    criterion = dataclasses.replace(made.rubric.criteria[0], name=Text.same(LONG_WORD))
    first = made.rubric.dimensions[0]
    dimensions = (
        dataclasses.replace(first, criteria=(criterion, *first.criteria[1:])),
        *made.rubric.dimensions[1:],
    )
    rubric = dataclasses.replace(made.rubric, dimensions=dimensions)
    long = with_rubric(dataclasses.replace(made, vendors=vendors, title=LONG_WORD), rubric)
    sheet = Paper(long, samples.options(language=language))
    words = squeezed(re.sub(r"[^Donaudmpfschirt]", "", sheet.text))
    assert words.count("Donaudampfschifffahrt") > 3 * 230
    for letters, (width, height) in zip(sheet.print, sheet.sizes, strict=True):
        assert all(each.x1 <= width - MARGIN + OVERHANG for each in letters)
        assert all(each.bottom <= height - MARGIN + 3 for each in letters)


def test_shades_keep_their_order_in_grey_and_ink_stays_legible() -> None:
    shades = [shade(step / 10) for step in range(11)]
    greys = [luminance(colour) for colour in shades if colour is not None]
    assert greys == sorted(greys, reverse=True)
    assert greys[0] - greys[-1] > 0.3
    for grey in greys:
        assert contrast(grey, luminance(INK)) >= 7
        assert contrast(grey, luminance(BAD)) >= (4.5 if grey > 0.8 else 3)
    assert contrast(1.0, luminance(CAPTION.colour)) >= 4.5
    assert shade(float("nan")) is None


def luminance(colour: Colour) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: float, second: float) -> float:
    light, dark = max(first, second), min(first, second)
    return (light + 0.05) / (dark + 0.05)


def test_text_can_be_copied_exactly() -> None:
    made = dataclasses.replace(samples.assessment(1), buyer="用友U8售后ERP（第2期）¥1,234.50")
    sheet = Paper(made, samples.options(language="zh"))
    assert "用友U8售后ERP（第2期）¥1,234.50" in sheet.text


def test_the_same_sheet_can_be_written_in_two_threads() -> None:
    made = samples.assessment(5)
    with ThreadPoolExecutor(4) as pool:
        sheets = list(pool.map(lambda _i: printed(made, samples.options()), range(8)))
    texts = []
    for sheet in sheets:
        with pypdfium2.PdfDocument(sheet) as document:
            texts.append([page.get_textpage().get_text_range() for page in document])
    assert all(text == texts[0] for text in texts)


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_sheet(samples.assessment(1), target, samples.options())
    assert target.read_bytes().startswith(b"%PDF")
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]
    with pypdfium2.PdfDocument(target) as document:
        assert len(document) > 3


@pytest.mark.parametrize("moment", ["fsync", "save"])
def test_a_failure_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"old")

    def fail(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    if moment == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(pdf, "write", fail)
    with pytest.raises(UserError, match="is full") as raised:
        write_sheet(samples.assessment(1), target, samples.options())
    assert raised.value.hint
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_missing_folder_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        write_sheet(samples.assessment(1), tmp_path / "no" / "sheet.pdf", samples.options())
    assert not list(tmp_path.iterdir())


def test_a_weight_set_that_does_not_exist_is_said() -> None:
    with pytest.raises(UserError):
        write_sheet(samples.assessment(1), io.BytesIO(), samples.options(weights="x"))


def test_each_weight_is_read_from_its_file_once() -> None:
    assert fonts.face(True) is fonts.face(True)
    assert fonts.face(False).name != fonts.face(True).name


@pytest.mark.parametrize(
    "name",
    [
        "深圳市前海明账财税咨询服务有限责任公司第一分公司（财务部）林静",
        "Alexandra Featherstonehaugh Wolfeschlegel, Head of Finance and Procurement",
        "林静（财务总监、采购委员会主任）Lin Jing, Chief Financial Officer and Chair",
    ],
)
def test_who_signs_is_named_in_full(name: str) -> None:
    made = samples.assessment(3)
    settings = dataclasses.replace(made.sheet_settings, prepared_by=name, approved_by="Li")
    paper = Paper(dataclasses.replace(made, sheet_settings=settings), samples.options())
    assert squeezed(name) in paper.letters
