"""The catalogues of words that come with the application."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from vendorcompare import paths
from vendorcompare.core.assessment import Billing, Nature
from vendorcompare.core.names import folded
from vendorcompare.core.text import Text


@dataclass(frozen=True, slots=True)
class UsualFee:
    """Describe an extra that quotations often leave out.

    Attributes:
        question: what to ask the vendor.
        words: what quotations call it, folded.
        nature: what kind of fee a price for it usually is.
        billing: how often such a price usually falls due.
    """

    key: str
    name: Text
    question: Text
    words: frozenset[str]
    nature: Nature
    billing: Billing


@cache
def usual_fees() -> tuple[UsualFee, ...]:
    """Return the usual extras in the order in which they come up."""
    content = tomllib.loads(paths.resource("catalogues", "fees.toml").read_text("utf-8"))
    return tuple(map(_usual_fee, content["fees"]))


@cache
def evidence_kinds() -> Mapping[str, Text]:
    """Return what the codes for kinds of evidence stand for."""
    content = tomllib.loads(paths.resource("catalogues", "evidence-kinds.toml").read_text("utf-8"))
    return {code: Text(**words) for code, words in content["kinds"].items()}


def _usual_fee(entry: dict[str, Any]) -> UsualFee:
    return UsualFee(
        key=entry["key"],
        name=Text(entry["zh"], entry["en"]),
        question=Text(entry["ask_zh"], entry["ask_en"]),
        words=frozenset(map(folded, (entry["zh"], entry["en"], *entry.get("also", ())))),
        nature=Nature(entry["nature"]),
        billing=Billing(entry["billing"]),
    )
