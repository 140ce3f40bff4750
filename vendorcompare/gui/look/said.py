"""Texts of the document in the language of the interface, set as its own words are."""

from __future__ import annotations

from vendorcompare.core.text import Text
from vendorcompare.i18n import language, shown


def said(text: Text) -> str:
    """Return a text as it is to be read."""
    return shown(text.get(language()))
