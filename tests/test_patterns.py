"""Regular expressions that wait until they are used."""

from __future__ import annotations

import re

import pytest

from vendorcompare.patterns import Pattern


def test_nothing_is_compiled_before_it_is_used() -> None:
    pattern = Pattern("(never closed")
    with pytest.raises(re.error):
        pattern.search("")


def test_it_finds_what_the_expression_finds() -> None:
    pattern = Pattern(r"\d", re.ASCII)
    found = pattern.search("a1b2")
    assert found is not None
    assert found[0] == "1"
    assert pattern.match("a1") is None
    assert pattern.match("a1", 1) is not None
    assert pattern.findall("a1b２") == ["1"]
    assert [each.start() for each in pattern.finditer("a1b2")] == [1, 3]
    assert pattern.split("a1b2c") == ["a", "b", "c"]
    assert pattern.sub("-", "a1b2") == "a-b-"
    assert pattern.sub(lambda each: each[0] * 2, "a1b2") == "a11b22"
