"""What the user chose for a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal

from vendorcompare.core.assessment import SheetSettings
from vendorcompare.core.scoring import Missing
from vendorcompare.i18n import Language

SheetLanguage = Literal["zh", "en", "both"]
Paper = Literal["a4", "letter"]

_MM: Final = 72 / 25.4

#: The languages of a sheet; the first one is set larger.
LANGUAGES_OF: Final[dict[SheetLanguage, tuple[Language, ...]]] = {
    "zh": ("zh",),
    "en": ("en",),
    "both": ("zh", "en"),
}
#: Width and height of upright paper in points.
PAPERS: Final[dict[Paper, tuple[float, float]]] = {
    "a4": (210 * _MM, 297 * _MM),
    "letter": (612.0, 792.0),
}


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """Hold what the user chose for a sheet, and what is stamped on it.

    Attributes:
        sheet: key of the sheet.
        final: whether the sheet is final; a draft says so on every page.
        left_out: keys of the parts that are not printed.
        weights: name of the weight set.
        vendors: keys of the vendors to print; empty for all.
        generated: when the sheet is made, with its time zone.
        content_hash: of what the assessment says, hexadecimal.
    """

    sheet: str
    language: SheetLanguage = "zh"
    paper: Paper = "a4"
    final: bool = False
    left_out: tuple[str, ...] = SheetSettings().left_out
    weights: str = "default"
    missing: Missing = Missing.RENORMALISE
    vendors: tuple[str, ...] = ()
    generated: datetime = datetime.fromtimestamp(0, UTC)
    app_version: str = ""
    content_hash: str = ""
