"""What is left to do before the sheet can be defended, computed from the document."""

from __future__ import annotations

from dataclasses import dataclass

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.costs import CostReport
from vendorcompare.core.ranking import Evaluation
from vendorcompare.core.standing import Standing
from vendorcompare.gui.look.said import said
from vendorcompare.gui.pages.listed import NAMED, vendors_listed
from vendorcompare.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Task:
    """Describe one thing to do; the words are already translated.

    Attributes:
        page: where it is done.
    """

    key: str
    done: bool
    title: str
    detail: str
    page: str
    action: str


def tasks(
    assessment: Assessment, evaluation: Evaluation | None, costs: CostReport | None
) -> tuple[Task, ...]:
    """Return all tasks in the order of the work; None stands for what cannot be computed."""
    rows = () if evaluation is None else evaluation.rows
    found = [_rubric(assessment), _vendors(assessment)]
    if assessment.vendors and assessment.rubric.criteria:
        found.append(_scores(rows))
        if any(criterion.must_have is not None for criterion in assessment.rubric.criteria):
            found.append(_must_haves(assessment, rows))
    if assessment.vendors:
        found.append(_fees(assessment, costs))
    return tuple(found)


def _rubric(assessment: Assessment) -> Task:
    count = len(assessment.rubric.criteria)
    words = ngettext("{count} criterion", "{count} criteria", count)
    return Task(
        "rubric",
        count > 0,
        _("Choose the criteria"),
        words.format(count=count) if count else _("Nothing can be scored yet."),
        "rubric",
        _("Criteria"),
    )


def _vendors(assessment: Assessment) -> Task:
    count = len(assessment.vendors)
    words = ngettext("{count} vendor", "{count} vendors", count).format(count=count)
    detail = words if count >= 2 else _("A comparison needs at least two.")
    return Task("vendors", count >= 2, _("Add the vendors"), detail, "vendors", _("Vendors"))


def _scores(rows: tuple[Standing, ...]) -> Task:
    open_ = sorted((row for row in rows if row.coverage < 1), key=lambda row: row.coverage)
    named = [
        _("{vendor} ({share}%)").format(vendor=row.name, share=formats.hundredths(row.coverage))
        for row in open_
    ]
    detail = _("Every vendor is scored.")
    if open_:
        detail = _("Share of the weight scored: {list}").format(list=vendors_listed(named))
    return Task(
        "scores", bool(rows) and not open_, _("Score the vendors"), detail, "scores", _("Scores")
    )


def _must_haves(assessment: Assessment, rows: tuple[Standing, ...]) -> Task:
    unknown = list(dict.fromkeys(key for row in rows for key in row.undecided))
    names = [said(assessment.rubric.criterion(key).name) for key in unknown[:NAMED]]
    detail = _("All of them are known.")
    if unknown:
        listed = _(", ").join(names)
        if len(unknown) > len(names):
            more = len(unknown) - len(names)
            listed = _("{list} and {count} more").format(list=listed, count=more)
        detail = _("Not known for every vendor: {list}").format(list=listed)
    done = bool(rows) and not unknown
    return Task("must_haves", done, _("Settle the must-haves"), detail, "scores", _("Must-haves"))


def _fees(assessment: Assessment, costs: CostReport | None) -> Task:
    complete = {} if costs is None else {key: c.complete for key, c in costs.vendors.items()}
    missing = [v.name for v in assessment.vendors if not complete.get(v.key)]
    detail = _("All prices that are named are known.")
    if missing:
        detail = _("Prices missing: {list}").format(list=vendors_listed(missing))
    return Task("fees", not missing, _("Enter the fees"), detail, "costs", _("Fees"))
