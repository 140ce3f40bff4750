"""`export`: data for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vendorcompare.cli.invocation import Common
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
) -> None:
    """Write data for other programs."""
    with viewing(file) as view:
        export_file(view, target)
    common: Common = context.obj
    if not common.quiet:
        typer.echo(_("Exported to {file}.").format(file=target))
