"""`report`: paper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vendorcompare.cli.invocation import Common, WrongUsage
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.document.viewing import View, viewing
from vendorcompare.i18n import _
from vendorcompare.reports.sheets import comparison
from vendorcompare.reports.sheets.choosing import options_of
from vendorcompare.reports.sheets.options import Paper, SheetLanguage
from vendorcompare.reports.sheets.registry import SHEETS
from vendorcompare.reports.sheets.sheet import Choice, Sheet
from vendorcompare.reports.sheets.writing import write_sheet


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report", help=_("Write a sheet as PDF."))(run)


def run(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(readable=False, metavar="FILE", help=_("The assessment."))
    ],
    target: Annotated[
        Path, typer.Argument(readable=False, metavar="TARGET", help=_("The .pdf file to write."))
    ],
    sheet: Annotated[
        str, typer.Option(metavar="|".join(SHEETS), help=_("Which sheet."))
    ] = comparison.SHEET.key,
    vendor: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY", help=_("Only this vendor; may be given again.")),
    ] = None,
    language: Annotated[
        SheetLanguage | None, typer.Option(help=_("The language of the sheet."))
    ] = None,
    paper: Annotated[Paper | None, typer.Option(help=_("The paper of the sheet."))] = None,
) -> None:
    """Write a sheet as PDF."""
    if target.suffix.lower() != ".pdf":
        raise InputError(
            _('A sheet is a PDF, but "{name}" does not end in .pdf.').format(name=target.name),
            hint=_("Give a name such as comparison.pdf."),
        )
    if sheet not in SHEETS:
        raise WrongUsage(
            _('There is no sheet "{name}"; choose one of: {names}.').format(
                name=sheet, names=_(", ").join(SHEETS)
            )
        )
    with viewing(file) as view:
        write(
            view, target, sheet=sheet, vendors=tuple(vendor or ()), language=language, paper=paper
        )
    common: Common = context.obj
    if not common.quiet:
        typer.echo(_("Wrote {file}.").format(file=target))


def write(
    view: View,
    target: Path,
    *,
    sheet: str = comparison.SHEET.key,
    vendors: tuple[str, ...] = (),
    language: str | None = None,
    paper: str | None = None,
) -> None:
    """Write a sheet as the assessment's own settings say, unless told otherwise."""
    assessment = view.assessment
    _check_vendors(assessment, vendors, SHEETS[sheet])
    options = options_of(
        assessment,
        sheet=sheet,
        content_hash=view.content_hash(),
        language=language or "",
        paper=paper or "",
        vendors=vendors,
    )
    write_sheet(assessment, target, options)


def _check_vendors(assessment: Assessment, vendors: tuple[str, ...], sheet: Sheet) -> None:
    if vendors and Choice.VENDORS not in sheet.options:
        raise InputError(
            _('"{sheet}" speaks of the whole assessment, not of some vendors.').format(
                sheet=_(sheet.title)
            ),
            hint=_("Leave out --vendor."),
        )
    for key in vendors:
        if key not in assessment.vendor_position:
            raise InputError(
                _('There is no vendor "{key}".').format(key=key),
                hint=_("Choose one of: {names}.").format(
                    names=_(", ").join(assessment.vendor_position)
                ),
            )
