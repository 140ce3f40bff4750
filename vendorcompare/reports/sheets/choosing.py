"""What is chosen for a sheet: the settings of the assessment, unless told otherwise."""

from __future__ import annotations

from datetime import datetime

import vendorcompare
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.i18n import _
from vendorcompare.reports.sheets import comparison
from vendorcompare.reports.sheets.options import LANGUAGES_OF, PAPERS, SheetOptions
from vendorcompare.reports.sheets.registry import SHEETS
from vendorcompare.reports.sheets.sheet import Choice


class NoVendorChosen(InputError):
    """Report that all vendors are left out of a sheet."""


def options_of(
    assessment: Assessment,
    *,
    content_hash: str,
    sheet: str = comparison.SHEET.key,
    generated: datetime | None = None,
    language: str = "",
    paper: str = "",
    vendors: tuple[str, ...] = (),
) -> SheetOptions:
    """Return what the settings of an assessment say, but for what is chosen otherwise here.

    Raises NoVendorChosen if all vendors are left out of a sheet that can show some of them.
    """
    settings = assessment.sheet_settings
    languages, papers = {name: name for name in LANGUAGES_OF}, {name: name for name in PAPERS}
    default = SheetOptions(sheet)
    if not vendors and Choice.VENDORS in SHEETS[sheet].options:
        vendors = _vendors(assessment)
    return SheetOptions(
        sheet=sheet,
        language=languages.get(language or settings.language, default.language),  # type: ignore[call-overload]
        paper=papers.get(paper or settings.paper, default.paper),  # type: ignore[call-overload]
        final=settings.final,
        left_out=settings.left_out,
        vendors=vendors,
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
