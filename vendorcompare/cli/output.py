"""What is printed: answers, tables and problems."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

import typer
from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from vendorcompare.core import formats

_GAP: Final = "  "


def fail(message: str, hint: str) -> None:
    """Say in two lines what went wrong and what to do."""
    with suppress(OSError):  # who reads nothing is told nothing; the status tells it
        typer.echo(f"vendorcompare: error: {_one_line(message)}", err=True)
        if hint:
            typer.echo(f"hint: {_one_line(hint)}", err=True)


def answer(content: Any) -> None:
    """Print one JSON document."""
    typer.echo(json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False))


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[int]) -> None:
    """Print rows, drawn on a terminal and plain in a pipe; `numbers` are set to the right."""
    if sys.stdout.isatty():
        _draw(heads, rows, numbers)
        return
    lines = [heads, *rows]
    widths = [max(cell_len(line[i]) for line in lines) for i in range(len(heads))]
    for line in lines:
        cells = [_padded(line[i], widths[i], right=i in numbers) for i in range(len(heads))]
        typer.echo(_GAP.join(cells).rstrip())


def _draw(heads: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> None:
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for i, head in enumerate(heads):
        drawn.add_column(Text(head), justify="right" if i in numbers else "left")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))  # never read as markup
    Console(highlight=False).print(drawn)


def _padded(cell: str, width: int, *, right: bool) -> str:
    space = " " * (width - cell_len(cell))
    return space + cell if right else cell + space


def _one_line(words: str) -> str:
    return " ".join(words.split())


def percent(share: float) -> str:
    """Write a share for people, as the window and the paper do."""
    return formats.share(share)
