"""`import`: data from other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vendorcompare.cli import output
from vendorcompare.cli.files import closing, is_there
from vendorcompare.cli.invocation import Common
from vendorcompare.core.errors import InputError
from vendorcompare.document.document import Document
from vendorcompare.document.exchange import KINDS, ImportReport, import_file
from vendorcompare.i18n import _


class Kind(StrEnum):
    """What a table can hold."""

    SCORES = "scores"


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import", help=_("Add data from a .json or .csv file; all of it or nothing."))(run)


def run(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            readable=False,
            metavar="FILE",
            help=_("The assessment; created from JSON if it is not there."),
        ),
    ],
    source: Annotated[
        Path,
        typer.Argument(
            readable=False, metavar="SOURCE", help=_("A .json document or a .csv table.")
        ),
    ],
    kind: Annotated[Kind | None, typer.Option("--as", help=_("What the table holds."))] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Only say what would be imported."))
    ] = False,
) -> None:
    """Add data from other programs."""
    is_new = not is_there(file, unseen=True)
    _check(file, source, kind, is_new=is_new)
    document = Document.create() if is_new else Document.open(file)
    with closing(document):
        report = import_file(document, source)
        if not dry_run and (is_new or document.is_modified):
            document.save(file if is_new else None)
    common: Common = context.obj
    if not common.quiet:
        _print(report, dry_run=dry_run)


def _check(file: Path, source: Path, kind: Kind | None, *, is_new: bool) -> None:
    is_whole = source.suffix.lower() == ".json"
    if kind is not None and is_whole:
        raise InputError(
            _("A JSON document says itself what it holds."), hint=_('Leave "--as" out.')
        )
    if is_new and not is_whole:
        raise InputError(
            _("There is no assessment {file} to which a table could be added.").format(file=file),
            hint=_('Create it with "vendorcompare new", or import a JSON document.'),
        )


def _print(report: ImportReport, *, dry_run: bool) -> None:
    if dry_run:
        typer.echo(_("Nothing was changed; this would be imported:"))
    heads = ("", _("Added"), _("Changed"), _("Skipped"))
    rows = [
        (_(KINDS[kind]), *(str(c[kind]) for c in (report.added, report.changed, report.skipped)))
        for kind in report.kinds
    ]
    output.table(heads, rows, numbers=(1, 2, 3))
