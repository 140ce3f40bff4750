"""Words that are painted again and again."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from vendorcompare.gui.look.word_cache import WordCache


def advance(words: str) -> int:
    return QFontMetrics(QFont()).horizontalAdvance(words)


@pytest.mark.parametrize(
    ("name", "first", "lines"),
    [
        ("明账财税 Mingzhang", "明账财税 Ming", ("明账财税", "Mingzhang")),
        ("恒信会计服务", "恒信会计", ("恒信会计", "服务")),
        ("Acme  \n Books", "Acme Books", ("Acme Books",)),
        ("Wirtschaftsprüfer", "Wirtschafts", ("Wirtschafts", "prüfer")),
    ],
)
def test_a_name_is_broken_at_a_blank_or_where_the_room_ends(
    qapp: QApplication, name: str, first: str, lines: tuple[str, ...]
) -> None:
    assert WordCache().broken(name, QFont(), "body", advance(first)) == lines


@given(st.text(st.sampled_from("明账财税 abcWi.-"), max_size=30), st.integers(1, 200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_breaking_loses_nothing_but_blanks(qapp: QApplication, name: str, width: int) -> None:
    lines = WordCache().broken(name, QFont(), "body", width)
    assert 1 <= len(lines) <= 5
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")
    for line in lines[:-1]:
        assert len(line) == 1 or advance(line) <= width
    assert len(lines) == 5 or len(lines[-1]) == 1 or advance(lines[-1]) <= width


@given(st.text(st.sampled_from("明账财税 abcWi.-"), min_size=1, max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_words_are_not_shortened_in_the_room_that_they_are_said_to_need(
    qapp: QApplication, name: str
) -> None:
    words = WordCache()
    text, _long, _high = words.shaped(name, QFont(), "body", advance(name))
    assert text.text() == name
    assert words.longest(["", name], QFont(), "body") > advance(name)
