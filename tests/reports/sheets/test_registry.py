"""The registry names every sheet, and what it names can be printed."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Window
from tests.reports import samples
from tests.reports.made_up import VISIT
from tests.reports.papers import Paper, only, squeezed
from vendorcompare.cli.app import run
from vendorcompare.document.sample import open_sample
from vendorcompare.i18n import translator
from vendorcompare.reports.sheets.registry import SHEETS
from vendorcompare.reports.sheets.sheet import NoPartChosen, Sheet
from vendorcompare.reports.sheets.writing import write_sheet

each_sheet = pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS.keys())


@each_sheet
def test_a_sheet_and_its_parts_are_named_in_chinese(sheet: Sheet) -> None:
    say = translator("zh")
    for words in (sheet.title, *(part.title for part in sheet.parts)):
        assert say(words) != words


@each_sheet
def test_each_part_can_be_printed_alone(sheet: Sheet) -> None:
    made = samples.full(7)
    seen = set()
    for part in sheet.parts:
        others = tuple(each.key for each in sheet.parts if each is not part)
        printed = Paper(made, samples.options(sheet=sheet.key, language="en", left_out=others))
        assert made.title in printed.pages[0]
        seen.add(printed.text)
    assert len(seen) == len(sheet.parts)


@each_sheet
def test_a_sheet_without_parts_is_refused(sheet: Sheet) -> None:
    everything = tuple(part.key for part in sheet.parts)
    chosen = samples.options(sheet=sheet.key, left_out=everything)
    stream = io.BytesIO()
    with pytest.raises(NoPartChosen, match="No part is chosen") as raised:
        write_sheet(samples.assessment(2), stream, chosen)
    assert raised.value.hint
    assert not stream.getvalue()


def test_a_sheet_whose_parts_have_nothing_to_say_is_refused() -> None:
    with pytest.raises(NoPartChosen, match="nothing yet to print"):
        write_sheet(samples.EMPTY, io.BytesIO(), samples.options(left_out=only("notes")))


def test_a_part_has_one_key_and_one_description_on_all_sheets() -> None:
    parts = {part for sheet in SHEETS.values() for part in sheet.parts}
    assert len({part.key for part in parts}) == len(parts)


def test_what_is_registered_is_printed_with_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SHEETS, VISIT.key, VISIT)
    made = samples.assessment(2)
    printed = Paper(made, samples.options(sheet="visit", language="en"))
    for vendor in made.vendors:
        assert squeezed(f"Who keeps the books at {vendor.name}?") in printed.letters
    assert made.title in printed.pages[0]
    assert "Visit form" in printed.pages[0]
    assert "Reviewed by" in printed.text
    assert "Ranking" not in printed.text
    chosen = samples.options(sheet="visit", language="en", left_out=("questions", "ranking"))
    assert "Who keeps the books" not in Paper(made, chosen).text


def test_what_is_registered_is_written_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(SHEETS, VISIT.key, VISIT)
    file, target = tmp_path / "a.vcmp", tmp_path / "visit.pdf"
    document = open_sample()
    document.save(file)
    document.close()
    arguments = ["report", str(file), str(target), "--language", "en", "--sheet"]
    assert run([*arguments, "visit"], Window()) == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert run([*arguments, "visit", "--vendor", "v1"], Window()) == 1
    assert '"Visit form" speaks of the whole assessment' in capsys.readouterr().err
    assert run([*arguments, "tour"], Window()) == 2
    assert "choose one of: comparison, visit." in capsys.readouterr().err


def test_the_parts_of_a_sheet_load_no_writer_of_pdf() -> None:
    """The window lists the sheets at once, and their parts while a page is built."""
    script = (
        "import sys; from vendorcompare.reports.sheets.registry import SHEETS\n"
        "heavy = {'numpy', 'reportlab', 'sqlalchemy', 'vendorcompare.reports.layout'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
        "[sheet.parts for sheet in SHEETS.values()]\n"
        "print(sorted({'reportlab', 'sqlalchemy'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.split() == ["[]", "[]"], done.stderr
