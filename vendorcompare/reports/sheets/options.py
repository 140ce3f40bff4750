"""What the user chose for a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal

import vendorcompare
from vendorcompare.core.assessment import Assessment, SheetSettings
from vendorcompare.core.errors import InputError
from vendorcompare.core.scoring import Missing
from vendorcompare.i18n import Language, _

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


class NoVendorChosen(InputError):
    """Report that all vendors are left out of a sheet."""


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

    sheet: str = "comparison"
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


def options_of(
    assessment: Assessment,
    *,
    content_hash: str,
    sheet: str = "comparison",
    generated: datetime | None = None,
    language: str = "",
    paper: str = "",
    vendors: tuple[str, ...] = (),
) -> SheetOptions:
    """Return what the settings of an assessment say, but for what is chosen otherwise here.

    Raises NoVendorChosen if all vendors are left out.
    """
    settings = assessment.sheet_settings
    languages, papers = {name: name for name in LANGUAGES_OF}, {name: name for name in PAPERS}
    default = SheetOptions()
    return SheetOptions(
        sheet=sheet,
        language=languages.get(language or settings.language, default.language),  # type: ignore[call-overload]
        paper=papers.get(paper or settings.paper, default.paper),  # type: ignore[call-overload]
        final=settings.final,
        left_out=settings.left_out,
        vendors=vendors or _vendors(assessment),
        generated=generated or datetime.now().astimezone(),
        app_version=vendorcompare.__version__,
        content_hash=content_hash,
    )


def _vendors(assessment: Assessment) -> tuple[str, ...]:
    """Return the keys of the vendors to print, or nothing where all of them are."""
    left_out = assessment.sheet_settings.left_out_vendors
    keys = tuple(vendor.key for vendor in assessment.vendors)
    shown = tuple(key for key in keys if key not in left_out)
    if keys and not shown:
        raise NoVendorChosen(
            _("No vendor is chosen for the sheet."), hint=_("Choose at least one vendor.")
        )
    return () if shown == keys else shown
