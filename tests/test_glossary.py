"""One word for one thing: the catalogue keeps to the glossary, and so does what is shipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

import messages
from build_assets import ROOT

_GLOSSARY = ROOT / "docs" / "glossary.md"
_SHIPPED = (
    *sorted((ROOT / "resources" / "templates").glob("*.toml")),
    *sorted((ROOT / "resources" / "catalogues").glob("*.toml")),
    *sorted((ROOT / "resources" / "samples").glob("*.json")),
    ROOT / "README.md",
)
_OWN_WORDS = re.compile("培训覆盖率")  # the name of a criterion, in which the word is at home
_HAN = "[\u3400-\u9fff]"


class Term(NamedTuple):
    """Hold a line of the glossary."""

    name: str
    english: str
    chinese: tuple[str, ...]
    can_be_left_out: bool
    wrong: tuple[str, ...]


def _terms() -> Iterator[Term]:
    for line in _GLOSSARY.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|") or cells[0] == "Term" or set(cells[0]) == {"-"}:
            continue
        name, english, chinese, _meaning, wrong = cells
        words = tuple(word.strip() for word in chinese.rstrip(" *").split("/"))
        yield Term(name, english, words, chinese.endswith("*"), tuple(wrong.split("、")))


_TERMS = tuple(_terms())


@cache
def _texts() -> tuple[tuple[str, str], ...]:
    """Give the English and the Chinese of every message, without the marks of keys."""
    found = []
    for message in messages.read(messages.translation_file(ROOT, "zh_CN"), "zh_CN"):
        if message.id:
            english = message.id if isinstance(message.id, str) else message.id[0]
            forms = message.string or ""
            chinese = forms if isinstance(forms, str) else forms[0]
            found.append((english.replace("&", ""), chinese))
    return tuple(found)


def test_the_glossary_is_read() -> None:
    assert len(_TERMS) > 30
    assert Term("must-have", "must-have", ("必备条件",), False, ("否决项", "一票否决")) in _TERMS


@pytest.mark.parametrize("term", _TERMS, ids=lambda term: term.name)
def test_a_term_is_said_in_one_way(term: Term) -> None:
    found = re.compile(rf"(?<![\w-]){re.escape(term.english)}(?:s|(?![\w-]))", re.IGNORECASE)
    said = [
        (english, chinese)
        for english, chinese in _texts()
        if found.search(re.sub(r"\{[^{}]*\}", "", english))
    ]
    if not term.can_be_left_out:
        assert not [pair for pair in said if not any(word in pair[1] for word in term.chinese)]


@pytest.mark.parametrize("term", _TERMS, ids=lambda term: term.name)
def test_words_that_are_not_used_stand_nowhere(term: Term) -> None:
    texts = [chinese for _english, chinese in _texts()]
    texts += [_OWN_WORDS.sub("", path.read_text("utf-8")) for path in _SHIPPED]
    assert not [word for word in term.wrong if any(word in text for text in texts)]


def test_no_space_is_typed_where_han_meets_latin() -> None:
    """It is set where the text is shown."""
    typed = re.compile(f"{_HAN} [A-Za-z0-9{{]|[A-Za-z0-9}}%] {_HAN}")
    assert not [chinese for _english, chinese in _texts() if typed.search(chinese)]


def test_units_stand_in_brackets_of_their_own() -> None:
    assert not [chinese for _english, chinese in _texts() if re.search("[，,] ?%", chinese)]


def test_sentences_end_once() -> None:
    assert not [chinese for _english, chinese in _texts() if re.search("。。|，，|。，", chinese)]
