"""`rank`: who comes first, by how much, and on what it rests."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from vendorcompare import i18n
from vendorcompare.cli import output
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.findings import score_findings, standing_findings
from vendorcompare.core.ranking import Evaluation, Standing, evaluate
from vendorcompare.core.rubric import Measure
from vendorcompare.core.scoring import Missing
from vendorcompare.core.weights import DEFAULT
from vendorcompare.document.viewing import viewing
from vendorcompare.i18n import _

#: What has no value function by itself.
_BARE: Final = (Measure.NUMBER, Measure.DURATION, Measure.MONEY)


class Method(StrEnum):
    """How the scores are brought together."""

    WSM = "wsm"


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("rank", help=_("Rank the vendors."))(run)


def run(
    file: Annotated[
        Path, typer.Argument(readable=False, metavar="FILE", help=_("The assessment."))
    ],
    method: Annotated[Method, typer.Option(help=_("How scores become one."))] = Method.WSM,
    weights: Annotated[
        str, typer.Option(metavar="NAME", help=_("The weight set to use."))
    ] = DEFAULT,
    missing: Annotated[
        Missing, typer.Option(help=_("What a missing score stands for."))
    ] = Missing.RENORMALISE,
    as_json: Annotated[bool, typer.Option("--json", help=_("Print one JSON document."))] = False,
) -> None:
    """Rank the vendors."""
    with viewing(file) as view:
        assessment = view.assessment
    evaluation = evaluate(assessment, weights=weights, missing=missing)
    _refuse_bare_figures(assessment, evaluation)
    if as_json:
        kind = {"method": method, "weights": weights, "missing": missing}
        output.answer({**kind, **described(evaluation)})
    else:
        show(evaluation)


def _refuse_bare_figures(assessment: Assessment, evaluation: Evaluation) -> None:
    """Raise what is wrong with figures that have weight, but of which nobody said what is good.

    A script must not take a ranking without them for the answer.
    """
    for key, problem in evaluation.problems.items():
        criterion = assessment.rubric.criterion(key)
        if criterion.measure in _BARE and not criterion.anchors:
            raise problem


def show(evaluation: Evaluation) -> None:
    """Print the ranking as a table, and the verdict under it."""
    heads = (
        _("Rank"),
        _("Vendor"),
        _("Score"),
        _("Low"),
        _("High"),
        _("Applies"),
        _("Coverage"),
        _("Tested"),
        _("Remarks"),
    )
    rows = [_row(evaluation, standing) for standing in evaluation.rows]
    output.table(heads, rows, numbers=(0, 2, 3, 4, 5, 6, 7))
    typer.echo()
    typer.echo(i18n.shown(evaluation.verdict.sentence(i18n.language())))
    for finding in score_findings(evaluation):
        typer.echo(i18n.shown(finding.sentence(i18n.language())))
    for problem in evaluation.problems.values():
        typer.echo(problem.sentences)


def described(evaluation: Evaluation) -> dict[str, Any]:
    """Return the ranking for a script."""
    verdict = evaluation.verdict
    problems = [problem.message for problem in evaluation.problems.values()]
    return {
        "ranking": [
            {
                "vendor": row.vendor,
                "name": row.name,
                "rank": row.rank,
                "score": row.score,
                "low": row.low,
                "high": row.high,
                "coverage": row.coverage,
                "applicable": row.applicable,
                "tested_share": row.tested_share,
                "excluded_by": list(row.excluded_by),
                "undecided_must_haves": list(row.undecided),
                "dimensions": dict(row.dimensions),
            }
            for row in evaluation.rows
        ],
        "criterion_weights": dict(evaluation.weights),
        **({"caveats": problems} if problems else {}),
        "verdict": {
            "kind": verdict.kind,
            "zh": verdict.sentence("zh"),
            "en": verdict.sentence("en"),
        },
    }


def _row(evaluation: Evaluation, row: Standing) -> tuple[str, ...]:
    return (
        "–" if row.rank is None else str(row.rank),
        row.name,
        *("–" if figure is None else f"{figure:.1f}" for figure in (row.score, row.low, row.high)),
        output.percent(row.applicable),
        output.percent(row.coverage),
        output.percent(row.tested_share),
        _remarks(evaluation, row),
    )


def _remarks(evaluation: Evaluation, row: Standing) -> str:
    language = i18n.language()
    found = standing_findings(evaluation, row)
    return _("; ").join(i18n.shown(each.remark(language)) for each in found) or "–"
