"""`templates`: the rubrics to start from."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from vendorcompare import i18n
from vendorcompare.cli import output
from vendorcompare.core.rubric import Template, Tier
from vendorcompare.i18n import _
from vendorcompare.storage.library.templates import templates


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("templates", help=_("List the built-in rubrics."))(run)


def run(
    as_json: Annotated[bool, typer.Option("--json", help=_("Print one JSON document."))] = False,
) -> None:
    """List the built-in rubrics."""
    if as_json:
        output.answer([_described(template) for template in templates()])
        return
    heads = (_("ID"), _("Title"), _("Dimensions"), _("Criteria"), _("Quick"), _("Source"))
    rows = [
        (
            template.id,
            template.title.get(i18n.language()),
            str(len(template.rubric.dimensions)),
            str(len(template.rubric.criteria)),
            str(len(template.at(Tier.QUICK).criteria)),
            template.source,
        )
        for template in templates()
    ]
    output.table(heads, rows, numbers=(2, 3, 4))


def _described(template: Template) -> dict[str, Any]:
    return {
        "id": template.id,
        "version": template.version,
        "title": {"zh": template.title.zh, "en": template.title.en},
        "summary": {"zh": template.summary.zh, "en": template.summary.en},
        "dimensions": len(template.rubric.dimensions),
        "criteria": len(template.rubric.criteria),
        "tiers": {tier.value: len(template.at(tier).criteria) for tier in Tier},
        "source": template.source,
    }
