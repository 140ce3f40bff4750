"""`new`: an assessment from a template."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from vendorcompare.cli.files import refuse_existing, saved
from vendorcompare.cli.invocation import Common
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Tier
from vendorcompare.document.creation import create_from_template
from vendorcompare.i18n import _


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("new", help=_("Create an assessment from a template."))(run)


def run(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            readable=False, metavar="FILE", help=_("The file to create; never overwritten.")
        ),
    ],
    template: Annotated[
        str,
        typer.Option(
            metavar="ID[:quick|standard|full]",
            help=_('The rubric to start from; "templates" lists them.'),
        ),
    ],
    title: Annotated[str, typer.Option(help=_("What is chosen."))] = "",
    buyer: Annotated[str, typer.Option(help=_("The business that is choosing."))] = "",
    currency: Annotated[str, typer.Option(help=_("The currency of all amounts."))] = "CNY",
    horizon: Annotated[
        int, typer.Option(min=1, max=600, help=_("Months over which costs are added up."))
    ] = 36,
) -> None:
    """Create an assessment from a template."""
    refuse_existing(file)
    template_id, _colon, tier = template.partition(":")
    given: dict[str, Any] = {"title": title, "buyer": buyer, "horizon_months": horizon}
    document = create_from_template(template_id, _tier(tier), currency=currency, **given)
    criteria = len(document.assessment.rubric.criteria)
    saved(document, file)
    common: Common = context.obj
    if not common.quiet:
        sentence = _("Created {file} with {count} criteria.")
        typer.echo(sentence.format(file=file, count=criteria))


def _tier(word: str) -> Tier:
    if not word:
        return Tier.QUICK
    if word not in set(Tier):
        raise InputError(
            _('A template has no part "{word}".').format(word=word),
            hint=_("Choose one of: {names}.").format(names=_(", ").join(Tier)),
        )
    return Tier(word)
