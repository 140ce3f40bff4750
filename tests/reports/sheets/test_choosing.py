"""What is chosen for a sheet: the settings of the assessment, unless chosen otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports import samples
from vendorcompare.core.assessment import Assessment, SheetSettings
from vendorcompare.reports.sheets.choosing import NoVendorChosen, options_of


@pytest.fixture(scope="module")
def three() -> Assessment:
    return samples.assessment(3)


def test_the_options_are_those_of_the_assessment_unless_chosen_otherwise(
    three: Assessment,
) -> None:
    settings = SheetSettings(language="en", paper="letter", final=True, left_out=("costs",))
    chosen = options_of(replace(three, sheet_settings=settings), content_hash="ab")
    assert (chosen.language, chosen.paper, chosen.final) == ("en", "letter", True)
    assert (chosen.left_out, chosen.vendors, chosen.content_hash) == (("costs",), (), "ab")
    other = options_of(three, content_hash="", language="both", paper="a4", vendors=("x",))
    assert (other.language, other.paper, other.vendors) == ("both", "a4", ("x",))
    foreign = SheetSettings(language="fr", paper="a0")
    assert options_of(replace(three, sheet_settings=foreign), content_hash="").language == "zh"


def test_vendors_left_out_are_not_printed_but_new_ones_are(three: Assessment) -> None:
    first, *others = (vendor.key for vendor in three.vendors)
    settings = SheetSettings(left_out_vendors=(first, "gone"))
    chosen = options_of(replace(three, sheet_settings=settings), content_hash="")
    assert chosen.vendors == tuple(others)
    nobody = SheetSettings(left_out_vendors=(first, *others))
    with pytest.raises(NoVendorChosen, match="No vendor is chosen"):
        options_of(replace(three, sheet_settings=nobody), content_hash="")
