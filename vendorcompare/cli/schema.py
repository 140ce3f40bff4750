"""`schema`: what the JSON document must look like."""

from __future__ import annotations

import typer

from vendorcompare.cli import output
from vendorcompare.document.exchange import json_schema
from vendorcompare.i18n import _


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("schema", help=_("Print the JSON Schema of the JSON document."))(run)


def run() -> None:
    """Print the JSON Schema of the interchange document."""
    output.answer(json_schema())
