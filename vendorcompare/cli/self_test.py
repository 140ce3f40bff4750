"""`self-test`: does everything work on this computer?"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from vendorcompare.cli import report
from vendorcompare.core.errors import UserError
from vendorcompare.core.ranking import evaluate
from vendorcompare.core.scores import UNNAMED, Cell, Score, State
from vendorcompare.document.creation import create_from_template
from vendorcompare.document.document import Document
from vendorcompare.document.edits.scores import set_score
from vendorcompare.document.edits.vendors import add_vendor
from vendorcompare.document.viewing import viewing
from vendorcompare.i18n import _
from vendorcompare.storage.library.templates import templates


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("self-test", help=_("Try everything once in a temporary folder."))(run)


def run() -> None:
    """Make, score, undo, save, reopen, rank and print an assessment, one line a step."""
    with tempfile.TemporaryDirectory(prefix="vendorcompare-") as folder, _home(folder):
        file = Path(folder) / "self-test.vcmp"
        document = create_from_template(templates()[0].id)
        try:
            _passed(_("new"), bool(document.assessment.rubric.criteria))
            _try_editing(document)
            document.save(file)
            _passed(_("save"), file.is_file() and not document.is_modified)
        finally:
            document.close()
        _try_reading(file)


def _try_editing(document: Document) -> None:
    vendor = add_vendor(document, "甲 A")
    criterion = next(c for c in document.assessment.rubric.criteria if c.measure == "rating")
    cell = Cell(UNNAMED, vendor, criterion.key)
    set_score(document, cell, Score(4.0, State.SCORED))
    _passed(_("score"), document.assessment.score(cell).value == 4)
    document.undo()
    undone = document.assessment.score(cell).state is State.UNKNOWN
    document.redo()
    _passed(_("undo"), undone and document.assessment.score(cell).value == 4)


def _try_reading(file: Path) -> None:
    with viewing(file) as view:
        assessment = view.assessment
        _passed(_("reopen"), len(assessment.vendors) == 1)
        _passed(_("rank"), evaluate(assessment).rows[0].score == 75)
        sheet = file.with_suffix(".pdf")
        report.write(view, sheet)
    _passed(_("print"), sheet.read_bytes().startswith(b"%PDF-"))


def _passed(step: str, right: bool) -> None:
    if not right:
        raise UserError(
            _('The step "{step}" gave a wrong result.').format(step=step),
            hint=_("Install VendorCompare again; if that does not help, report it."),
        )
    typer.echo(_("{step}: good").format(step=step))


@contextmanager
def _home(folder: str) -> Iterator[None]:
    """Leave the user's own data folder alone."""
    before = os.environ.get("VENDORCOMPARE_HOME")
    os.environ["VENDORCOMPARE_HOME"] = str(Path(folder) / "home")
    try:
        yield
    finally:
        if before is None:
            del os.environ["VENDORCOMPARE_HOME"]
        else:
            os.environ["VENDORCOMPARE_HOME"] = before
