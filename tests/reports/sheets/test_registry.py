"""The registry names every sheet, and what it names can be printed."""

from __future__ import annotations

import io

import pytest

from tests.reports import samples
from tests.reports.papers import Paper
from vendorcompare.i18n import translator
from vendorcompare.reports.sheets.part import NoPartChosen
from vendorcompare.reports.sheets.registry import SHEETS
from vendorcompare.reports.sheets.sheet import Sheet
from vendorcompare.reports.sheets.writing import write_sheet

each_sheet = pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS.keys())


@each_sheet
def test_a_sheet_and_its_parts_are_named_in_chinese(sheet: Sheet) -> None:
    say = translator("zh")
    for words in (sheet.title, *(part.label for part in sheet.parts)):
        assert say(words) != words


@each_sheet
def test_each_part_can_be_printed_alone(sheet: Sheet) -> None:
    made = samples.full(7)
    seen = set()
    for part in sheet.parts:
        others = tuple(each.value for each in sheet.parts if each is not part)
        printed = Paper(made, samples.options(sheet=sheet.key, language="en", left_out=others))
        assert made.title in printed.pages[0]
        seen.add(printed.text)
    assert len(seen) == len(sheet.parts)


@each_sheet
def test_a_sheet_without_parts_is_refused(sheet: Sheet) -> None:
    everything = tuple(part.value for part in sheet.parts)
    stream = io.BytesIO()
    with pytest.raises(NoPartChosen, match="No part is chosen") as raised:
        write_sheet(samples.assessment(2), stream, samples.options(left_out=everything))
    assert raised.value.hint
    assert not stream.getvalue()


def test_a_sheet_whose_parts_have_nothing_to_say_is_refused() -> None:
    parts = SHEETS["comparison"].parts
    others = tuple(part.value for part in parts if part.value != "notes")
    with pytest.raises(NoPartChosen, match="nothing yet to print"):
        write_sheet(samples.EMPTY, io.BytesIO(), samples.options(left_out=others))
