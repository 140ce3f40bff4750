"""Stages of vendors, and what goes when a vendor is deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from vendorcompare.core import stages
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.names import folded, near
from vendorcompare.core.scores import State
from vendorcompare.i18n import N_, _, ngettext

#: The way of a vendor through the selection; what a file says otherwise is shown as it is.
STAGES: Final = {"": N_("not said"), **stages.STAGES}


def stage_words(stage: str) -> str:
    """Return what a stage is called."""
    if not stage:
        return ""
    return _(STAGES[stage]) if stage in STAGES else stage


def doubt(name: str, others: Iterable[str]) -> str:
    """Say that a vendor may be there twice, as the names of the others have it, or nothing."""
    known = list(others)
    if folded(name) in map(folded, known):
        return _("Another vendor has this name.")
    words = _('Near "{name}"; perhaps the same vendor twice.')
    return next((words.format(name=other) for other in near(name, known)), "")


def same_code(assessment: Assessment, key: str) -> str:
    """Return the name of another vendor with the same credit code, or nothing."""
    if key not in assessment.vendor_position:
        return ""
    code = assessment.vendor(key).credit_code
    others = (v.name for v in assessment.vendors if v.key != key and v.credit_code == code)
    return next(others, "") if code else ""


def deleted_words(assessment: Assessment, keys: Collection[str]) -> str:
    """Say what goes with vendors that are deleted."""
    rows = [assessment.vendor_position[key] for key in keys]
    scores = sum(
        int((s.states[:, rows] != State.UNKNOWN).sum()) for s in assessment.scores_by_round.values()
    )
    fees = sum(line.vendor in keys for line in assessment.cost_lines)
    contacts = sum(contact.vendor in keys for contact in assessment.contacts)
    files = sum(attachment.vendor in keys for attachment in assessment.attachments)
    parts = [
        words.format(count=count)
        for count, words in (
            (scores, ngettext("{count} score", "{count} scores", scores)),
            (fees, ngettext("{count} fee", "{count} fees", fees)),
            (contacts, ngettext("{count} contact", "{count} contacts", contacts)),
            (files, ngettext("{count} attachment", "{count} attachments", files)),
        )
        if count
    ]
    if len(rows) == 1:
        what = _('Deleted "{name}"').format(name=assessment.vendors[rows[0]].name)
    else:
        what = ngettext("Deleted {count} vendor", "Deleted {count} vendors", len(rows))
        what = what.format(count=len(rows))
    if not parts:
        return _("{what}.").format(what=what)
    return _("{what} with {things}.").format(what=what, things=_(", ").join(parts))
