"""`report`: paper."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vendorcompare.cli.invocation import Common
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.document.viewing import View, viewing
from vendorcompare.i18n import _
from vendorcompare.reports.comparison import write_comparison
from vendorcompare.reports.options import options_of


class Sheet(StrEnum):
    """Which sheet is printed."""

    COMPARISON = "comparison"


class SheetLanguage(StrEnum):
    """What the sheet is written in."""

    ZH = "zh"
    EN = "en"
    BOTH = "both"


class Paper(StrEnum):
    """What the sheet is printed on."""

    A4 = "a4"
    LETTER = "letter"


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report", help=_("Write a sheet as PDF."))(run)


def run(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The assessment."))],
    target: Annotated[Path, typer.Argument(metavar="TARGET", help=_("The .pdf file to write."))],
    sheet: Annotated[Sheet, typer.Option(help=_("Which sheet."))] = Sheet.COMPARISON,
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
    with viewing(file) as view:
        write(view, target, vendors=tuple(vendor or ()), language=language, paper=paper)
    common: Common = context.obj
    if not common.quiet:
        typer.echo(_("Wrote {file}.").format(file=target))


def write(
    view: View,
    target: Path,
    *,
    vendors: tuple[str, ...] = (),
    language: str | None = None,
    paper: str | None = None,
) -> None:
    """Write the comparison sheet as the assessment's own settings say, unless told otherwise."""
    assessment = view.assessment
    _check_vendors(assessment, vendors)
    options = options_of(
        assessment,
        content_hash=view.content_hash(),
        language=language or "",
        paper=paper or "",
        vendors=vendors,
    )
    write_comparison(assessment, target, options)


def _check_vendors(assessment: Assessment, vendors: tuple[str, ...]) -> None:
    for key in vendors:
        if key not in assessment.vendor_position:
            raise InputError(
                _('There is no vendor "{key}".').format(key=key),
                hint=_("Choose one of: {names}.").format(
                    names=", ".join(assessment.vendor_position)
                ),
            )
