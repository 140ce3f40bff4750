"""Chinese and English are equals: no text without its translation."""

from __future__ import annotations

import ast
import re

from babel.messages.catalog import Catalog

import messages
from build_assets import ROOT

_LOOKUPS = {"_", "N_", "ngettext"}
_FIELD = re.compile(r"\{[^{}]*\}|%\(\w+\)[a-z]|%[sd]")


def _catalogues() -> list[Catalog]:
    return [
        messages.read(messages.translation_file(ROOT, language), language)
        for language in messages.LANGUAGES
    ]


def test_every_text_is_translated_and_none_is_left_over() -> None:
    assert messages.missing() == []


def test_the_template_is_fresh() -> None:
    """Run `make messages` after a text has changed."""
    assert messages.template_file(ROOT).read_bytes() == messages.as_text(messages.template())


def test_no_text_is_looked_up_within_an_f_string() -> None:
    """What collects the texts looks into f-strings from Python 3.12 on only."""
    assert not [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "vendorcompare").rglob("*.py"))
        for string in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in _LOOKUPS
    ]


def test_placeholders_are_the_same_in_the_translation() -> None:
    wrong = [
        (message.id, translation)
        for catalogue in _catalogues()
        for message in catalogue
        if message.id and messages.is_translated(message)
        for translation in _forms(message.string)
        if _fields(translation) != _fields(_forms(message.id)[-1])
    ]
    assert not wrong


def test_nothing_is_guessed() -> None:
    assert not [
        message.id
        for catalogue in _catalogues()
        for message in catalogue
        if message.id and message.fuzzy
    ]


def _forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def _fields(text: str) -> list[str]:
    return sorted(_FIELD.findall(text))
