"""`check`: is the file whole, and does everything add up?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from vendorcompare.cli import output
from vendorcompare.document.checking import Examination, Examined, check_file
from vendorcompare.i18n import N_, _

DAMAGED: Final = 3

_AREAS: Final[Mapping[Examined, str]] = {
    Examined.STRUCTURE: N_("structure"),
    Examined.LOG: N_("change log"),
    Examined.REFERENCES: N_("references"),
    Examined.ARITHMETIC: N_("arithmetic"),
}


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", help=_("Verify a file; it is never written."))(run)


def run(
    file: Annotated[
        Path, typer.Argument(readable=False, metavar="FILE", help=_("The assessment."))
    ],
    as_json: Annotated[bool, typer.Option("--json", help=_("Print one JSON document."))] = False,
) -> int:
    """Verify structure, change log, references and arithmetic of a file."""
    examination = check_file(file)
    if as_json:
        output.answer(_described(examination))
    else:
        _show(examination)
    return DAMAGED if examination.is_damaged else 0


def _described(examination: Examination) -> dict[str, Any]:
    return {
        "damaged": examination.is_damaged,
        "complete": examination.is_complete,
        "findings": [
            {"area": each.area, "damage": each.is_damage, "message": each.message}
            for each in examination.findings
        ],
    }


def _show(examination: Examination) -> None:
    for area, name in _AREAS.items():
        mine = [finding for finding in examination.findings if finding.area is area]
        if not mine:
            sentence = _("{area}: good") if examination.is_complete else _("{area}: not examined")
            typer.echo(sentence.format(area=_(name)))
        for finding in mine:
            damage, oddity = _("{area}: damage: {message}"), _("{area}: {message}")
            sentence = damage if finding.is_damage else oddity
            typer.echo(sentence.format(area=_(name), message=finding.message))
