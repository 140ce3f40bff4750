"""`import`: data from other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from vendorcompare.cli import output
from vendorcompare.cli.files import closing, is_there
from vendorcompare.cli.invocation import Common
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.document.document import Document
from vendorcompare.document.exchange import (
    Answers,
    ImportPreview,
    ImportReport,
    ImportRow,
    Outcome,
    UnnamedScores,
    WrongEntries,
    import_file,
    import_previewed,
    is_table,
    kinds,
    kinds_of_tables,
    near_names,
    preview_table,
    read_bytes,
)
from vendorcompare.i18n import N_, _

_OUTCOMES: Final = {
    Outcome.ADDED: N_("added"),
    Outcome.CHANGED: N_("changed"),
    Outcome.SKIPPED: N_("left as it is"),
}


#: What a table can hold.
Kind = StrEnum("Kind", {kind.upper(): kind for kind in kinds_of_tables()})  # type: ignore[misc]


class Separator(StrEnum):
    """What stands between the cells of a table."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"


_SEPARATORS: Final = {Separator.COMMA: ",", Separator.SEMICOLON: ";", Separator.TAB: "\t"}


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
    kind: Annotated[
        Kind | None, typer.Option("--as", help=_("What the table holds; else its columns tell."))
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Only say what would be imported."))
    ] = False,
    encoding: Annotated[
        str, typer.Option(metavar="NAME", help=_("The encoding of a table, such as gb18030."))
    ] = "",
    separator: Annotated[
        Separator | None, typer.Option(help=_("What stands between the cells of a table."))
    ] = None,
    evaluator: Annotated[
        str, typer.Option(metavar="KEY", help=_("Who gave the scores that name no evaluator."))
    ] = "",
) -> None:
    """Add data from other programs."""
    is_new = not is_there(file, unseen=True)
    _check(file, source, kind, is_new=is_new)
    common: Common = context.obj
    document = Document.create() if is_new else Document.open(file)
    with closing(document):
        parted_by = _SEPARATORS[separator] if separator else ""
        answers = Answers(kind or "", encoding, parted_by, _known(document, evaluator))
        before = document.assessment
        report = _bring(document, source, answers, common, dry_run=dry_run)
        if not dry_run and (is_new or document.is_modified):
            document.save(file if is_new else None)
    if not common.quiet:
        if not is_table(source):
            _point_out(before, report)
        _print(report, dry_run=dry_run, lists_rows=not is_table(source))


def _bring(
    document: Document,
    source: Path,
    answers: Answers,
    common: Common,
    *,
    dry_run: bool,
) -> ImportReport:
    """Add what a file holds and say how it is read."""
    if is_table(source):
        preview = preview_table(document.assessment, read_bytes(source), answers)
        if not common.quiet:
            _tell(preview, lists_rows=dry_run)
        if preview.asks_evaluator:
            raise _unsaid(document.assessment)
        return import_previewed(document, preview)
    try:
        return import_file(document, source, answers)
    except UnnamedScores:
        raise _unsaid(document.assessment) from None
    except WrongEntries as error:
        for problem in () if common.quiet else error.problems:
            typer.echo(problem)
        raise


def _known(document: Document, evaluator: str) -> str:
    """Return the key of an evaluator who is named by key or name."""
    if not evaluator:
        return ""
    for each in document.assessment.evaluators:
        if each.key and evaluator in (each.key, each.name):
            return each.key
    names = [each.key for each in document.assessment.evaluators if each.key]
    raise InputError(
        _('There is no evaluator "{key}".').format(key=evaluator),
        hint=_("Evaluators are: {names}.").format(names=_(", ").join(names) or "-"),
    )


def _unsaid(given: Assessment) -> InputError:
    keys = _(", ").join(each.key for each in given.evaluators if each.key)
    return InputError(
        _("Nothing was imported, because scores do not say who gave them."),
        hint=_('Fill in "evaluator", or name one with "--evaluator": {keys}.').format(keys=keys),
    )


def _tell(preview: ImportPreview, *, lists_rows: bool) -> None:
    """Say how a table is read, what is wrong in it, and what becomes of each row."""
    typer.echo(_("Read as {encoding}.").format(encoding=preview.encoding))
    for problem in preview.problems:
        typer.echo(str(problem))
    for remark in preview.remarks:
        typer.echo(remark)
    for row in preview.rows if lists_rows else ():
        outcome = _(_OUTCOMES[row.outcome])
        sentence = _("row {row}: {label}: {outcome}")
        typer.echo(sentence.format(row=row.row, label=row.label, outcome=outcome))


def _check(file: Path, source: Path, kind: Kind | None, *, is_new: bool) -> None:
    is_whole = not is_table(source)
    if kind and is_whole:
        raise InputError(
            _("A JSON document says itself what it holds."), hint=_('Leave "--as" out.')
        )
    if is_new and not is_whole:
        raise InputError(
            _("There is no assessment {file} to which a table could be added.").format(file=file),
            hint=_('Create it with "vendorcompare new", or import a JSON document.'),
        )


def _listed(row: ImportRow) -> str:
    """Say what becomes of one thing of an import."""
    sentence = _("{kind}, {label}: {outcome}")
    if row.was:
        sentence = _("{kind}, {label} (so far {was}): {outcome}")
    return sentence.format(
        kind=_(kinds()[row.kind]), label=row.label, was=row.was, outcome=_(_OUTCOMES[row.outcome])
    )


def _point_out(before: Assessment, report: ImportReport) -> None:
    """Name the vendors that may have been there already."""
    for remark in near_names(before, (row.label for row in report.rows if row.is_new_vendor)):
        typer.echo(remark)


def _print(report: ImportReport, *, dry_run: bool, lists_rows: bool) -> None:
    if dry_run:
        typer.echo(_("Nothing was changed; this would be imported:"))
        for row in report.rows if lists_rows else ():
            if row.outcome is not Outcome.SKIPPED:
                typer.echo(_listed(row))
    heads = ("", _("Added"), _("Changed"), _("Skipped"))
    rows = [
        (_(kinds()[kind]), *(str(c[kind]) for c in (report.added, report.changed, report.skipped)))
        for kind in report.kinds
    ]
    output.table(heads, rows, numbers=(1, 2, 3))
