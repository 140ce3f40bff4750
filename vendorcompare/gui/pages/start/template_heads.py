"""What the templates are called, read without the engine that checks them.

The start page is painted before anything heavy is imported; a head is a few lines of TOML,
everything before the first table.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

from vendorcompare import paths
from vendorcompare.core.text import Text


class TemplateHead(NamedTuple):
    """Hold what a card shows of a template."""

    id: str
    source: str
    title: Text
    summary: Text


def template_heads() -> tuple[TemplateHead, ...]:
    """Return the heads of the built-in templates in the order of their sources."""
    heads = [_read(path) for path in sorted(paths.resource("templates").glob("*.toml"))]
    return tuple(sorted(heads, key=lambda head: (head.source, head.id)))


def _read(path: Path) -> TemplateHead:
    lines = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.startswith("["):
                break
            lines.append(line)
    head = tomllib.loads("".join(lines))
    return TemplateHead(
        id=head["id"],
        source=str(head.get("source", "")),
        title=Text(**head["title"]),
        summary=Text(**head.get("summary", {})),
    )
