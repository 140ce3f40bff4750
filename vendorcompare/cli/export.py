"""`export`: data for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vendorcompare.cli.invocation import Common
from vendorcompare.core.errors import InputError
from vendorcompare.document.exchange import export_file
from vendorcompare.document.viewing import viewing
from vendorcompare.i18n import _


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export", help=_("Write everything as .json, or the scores as .csv."))(run)


def run(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(readable=False, metavar="FILE", help=_("The assessment."))
    ],
    target: Annotated[
        Path,
        typer.Argument(readable=False, metavar="TARGET", help=_("A .json or .csv file to write.")),
    ],
    crosstab: Annotated[
        bool,
        typer.Option(
            "--crosstab", help=_("A table with a row for each criterion, a column for each vendor.")
        ),
    ] = False,
) -> None:
    """Write data for other programs."""
    if crosstab and target.suffix.lower() != ".csv":
        raise InputError(
            _("Only a .csv table can be a crosstab."),
            hint=_('Name a .csv file, or leave "--crosstab" out.'),
        )
    with viewing(file) as view:
        export_file(view, target, crosstab=crosstab)
    common: Common = context.obj
    if not common.quiet:
        typer.echo(_("Exported to {file}.").format(file=target))
