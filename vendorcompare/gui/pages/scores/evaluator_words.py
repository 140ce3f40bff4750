"""Evaluators and their votes in words."""

from __future__ import annotations

from vendorcompare.core.assessment import Evaluator
from vendorcompare.core.consensus import Votes
from vendorcompare.core.scores import UNNAMED
from vendorcompare.i18n import _


def evaluator_name(evaluator: Evaluator) -> str:
    """Return what an evaluator is called; scores may have come without a name."""
    if evaluator.key == UNNAMED and not evaluator.name:
        return _("Without a name")
    return evaluator.name or evaluator.key


def votes_words(votes: Votes) -> str:
    """Say how evaluators voted who do not agree."""
    return _("{yes} yes, {no} no").format(yes=votes.yes, no=votes.no)
