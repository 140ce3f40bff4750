"""`demo`: the sample assessment, its sheet, its ranking, and the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from vendorcompare.cli import rank, report
from vendorcompare.cli.files import saved
from vendorcompare.cli.invocation import Common
from vendorcompare.core.errors import InputError
from vendorcompare.core.ranking import evaluate
from vendorcompare.document.sample import open_sample
from vendorcompare.document.viewing import viewing
from vendorcompare.failures import said
from vendorcompare.i18n import _

_FOLDER: Final = Path("vendorcompare-demo")


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo", help=_("Write the sample, print its ranking and open it."))(run)


def run(
    context: typer.Context,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help=_("Where to write it."))
    ] = _FOLDER,
    no_window: Annotated[
        bool, typer.Option("--no-window", help=_("Do not open the window."))
    ] = False,
) -> int:
    """Write the sample assessment and its sheet, print the ranking, open the window."""
    _make(output)
    file, sheet = output / "bookkeeping.vcmp", output / "bookkeeping-comparison.pdf"
    saved(open_sample(), file, replace=True)
    with viewing(file) as view:
        report.write(view, sheet)
        assessment = view.assessment
    rank.show(evaluate(assessment))
    common: Common = context.obj
    if not common.quiet:
        typer.echo()
        for path in (file, sheet):
            typer.echo(_("Wrote {file}.").format(file=path))
    if no_window or not _has_display():
        return 0
    sys.stdout.flush()
    return common.open_window([file])


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            _("The folder {folder} cannot be made: {reason}.").format(
                folder=folder, reason=said(error)
            ),
            hint=_('Choose another folder with "-o".'),
        ) from error


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
