"""Files for other programs, told apart by their endings."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path
from typing import Final

from vendorcompare import files
from vendorcompare.core.errors import InputError
from vendorcompare.document.document import Document
from vendorcompare.document.exchange.json.exporting import export_json
from vendorcompare.document.exchange.json.importing import import_json
from vendorcompare.document.exchange.merging.report import ImportReport
from vendorcompare.document.exchange.records.listed import Source
from vendorcompare.document.exchange.tables.answers import Answers
from vendorcompare.document.exchange.tables.importing import import_table
from vendorcompare.document.exchange.tables.score_exports import export_crosstab, export_scores_csv
from vendorcompare.failures import said
from vendorcompare.i18n import N_, _

#: A document with its attachments as base64 is the largest thing that is imported.
_LARGEST: Final = 500 * 1024 * 1024
#: The endings of what can be imported.
TABLES: Final = (".csv", ".tsv", ".txt")
DOCUMENTS: Final = (".json",)


def import_file(
    document: Document,
    path: Path,
    answers: Answers = Answers(),  # noqa: B008 - frozen
) -> ImportReport:
    """Add what a .json or .csv file holds, whole or not at all.

    Raises:
        UserError: the file cannot be read, or something in it is wrong.
    """
    return import_data(document, path, read_bytes(path), answers)


def import_data(
    document: Document,
    path: Path,
    data: bytes,
    answers: Answers = Answers(),  # noqa: B008 - frozen
) -> ImportReport:
    """Add what was read from a file, whole or not at all.

    Raises:
        UserError: something in it is wrong.
    """
    if is_table(path):
        return import_table(document, data, answers)
    return import_json(document, _as_text(data), answers.evaluator)


def import_beside(
    document: Document, path: Path, data: bytes, answers: Answers, check: Callable[[], None]
) -> None:
    """Add what was read from a file on another thread, which the document then takes in.

    `check` may raise to give it up before it is committed.

    Raises:
        UserError: something in it is wrong.
    """
    with document.change_beside(N_('Import "{name}"'), name=path.name):
        import_data(document, path, data, answers)
        check()


def rehearsed(document: Document, path: Path, data: bytes, answers: Answers) -> ImportReport:
    """Try an import and take it back, to know what it would do; on any thread.

    Raises:
        UserError: something in the file is wrong.
    """
    try:
        with document.change_beside(N_("Import")):
            report = import_data(document, path, data, answers)
            raise _Rehearsal
    except _Rehearsal:
        return report


class _Rehearsal(Exception):
    """End a step that was only tried, so that everything is rolled back."""


def is_table(path: Path) -> bool:
    """Tell whether a file is a table, or else a document in JSON.

    Raises:
        InputError: it is neither, by its ending.
    """
    ending = path.suffix.lower()
    if ending not in (*TABLES, *DOCUMENTS):
        raise _unknown(path, _("Import a JSON document (.json) or a CSV table (.csv)."))
    return ending in TABLES


def export_file(source: Source, path: Path, *, crosstab: bool = False) -> None:
    """Write the assessment as .json, or its scores as .csv; a file there is replaced at once.

    A `crosstab` has a row for each criterion and a column for each vendor.

    Raises:
        UserError: the ending is not known, or the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending in DOCUMENTS:
        content = export_json(source).encode()
    elif ending == TABLES[0]:
        written = export_crosstab if crosstab else export_scores_csv
        content = written(source.assessment)
    else:
        raise _unknown(path, _("Export to a JSON document (.json) or a CSV table (.csv)."))
    files.write(path, content)


def read_bytes(path: Path) -> bytes:
    """Return what a file holds; InputError if it cannot be read or is too large."""
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(
                _('"{name}" is larger than {size} MB.').format(
                    name=path.name, size=_LARGEST // 1024**2
                ),
                hint=_("Import a smaller file."),
            )
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            _('"{name}" cannot be read: {reason}.').format(name=path.name, reason=said(error)),
            hint=_("Check that the file exists and that you may read it."),
        ) from error


def _as_text(data: bytes) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            _("The JSON file is not in UTF-8: {reason}.").format(reason=error.reason),
            hint=_("Save it in UTF-8, then import it again."),
        ) from None


def _unknown(path: Path, hint: str) -> InputError:
    if not path.suffix:
        return InputError(_('"{name}" does not say what it is.').format(name=path.name), hint=hint)
    return InputError(
        _('Files that end in "{ending}" are not known here.').format(ending=path.suffix), hint=hint
    )
