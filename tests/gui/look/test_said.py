"""Texts of the document are set as those of the interface, and copied as they are kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from vendorcompare import i18n
from vendorcompare.core.text import Text
from vendorcompare.gui.grid import clipboard
from vendorcompare.gui.look.said import said
from vendorcompare.typography import THIN_SPACE


@pytest.fixture
def chinese() -> Iterator[None]:
    i18n.set_language("zh", gap=THIN_SPACE)
    yield
    i18n.set_language("en")


def test_air_stands_between_han_and_figures(chinese: None) -> None:
    assert said(Text("至少拨打5次", "call 5 times")) == f"至少拨打{THIN_SPACE}5{THIN_SPACE}次"


def test_no_thin_space_reaches_a_spreadsheet(chinese: None) -> None:
    assert clipboard.written([[said(Text.same("拨打5次"))]]) == "拨打 5 次\n"
