"""What the tables are called in the user's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from vendorcompare.i18n import N_, _

TABLES: Final = {
    "action": N_("improvement actions"),
    "agreed_score": N_("agreed scores"),
    "assessment": N_("title and settings of the assessment"),
    "attachment": N_("attachments"),
    "bill": N_("bills"),
    "change": N_("change log"),
    "clause": N_("contract clauses"),
    "commitment": N_("service commitments"),
    "contact": N_("timed contacts"),
    "cost_line": N_("fees"),
    "criterion": N_("criteria"),
    "decision": N_("decision"),
    "dimension": N_("dimensions"),
    "driver": N_("volumes"),
    "evaluator": N_("evaluators"),
    "evidence": N_("evidence"),
    "identity": N_("identity of the file"),
    "judgement": N_("pairwise comparisons"),
    "level": N_("levels of the scales"),
    "need": N_("needs"),
    "plan_item": N_("communication and training plan"),
    "reference": N_("client references"),
    "risk": N_("risks"),
    "round": N_("rounds"),
    "score": N_("scores"),
    "seal": N_("seal"),
    "setting": N_("settings of the sheets"),
    "survey": N_("surveys"),
    "vendor": N_("vendors"),
    "weight": N_("weights"),
    "weight_set": N_("sets of weights"),
}


def listed(tables: Iterable[str], attachments: Sequence[str] = ()) -> str:
    """Name tables as a list in a sentence, and which attachments are meant where that is known.

    A table that a later version added keeps its own name.
    """
    return _(", ").join(_named(table, attachments) for table in tables)


def _named(table: str, attachments: Sequence[str]) -> str:
    name = _(TABLES[table]) if table in TABLES else table
    if table == "attachment" and attachments:
        return _("{name} ({parts})").format(name=name, parts=_(", ").join(attachments))
    return name
