"""What is to be known of each table, and how its rows become records of the core."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Table

from vendorcompare.core.parts import Part
from vendorcompare.i18n import N_
from vendorcompare.storage import schema
from vendorcompare.storage.records.costs import COST_LINE, DRIVER
from vendorcompare.storage.records.evidence import ATTACHMENT, attachment_content
from vendorcompare.storage.records.people import EVALUATOR, VENDOR
from vendorcompare.storage.records.project import PROJECT, SETTING, put_sheet_choice
from vendorcompare.storage.records.rounds import (
    CRITERION,
    DIMENSION,
    LEVEL,
    ROUND,
    WEIGHT,
    WEIGHT_SET,
    put_level,
)
from vendorcompare.storage.records.service import COMMITMENT, CONTACT
from vendorcompare.storage.records.spec import Entity, Kept, Values
from vendorcompare.storage.rows import RowChange

__all__ = [
    "ATTACHMENT",
    "COMMITMENT",
    "CONTACT",
    "COST_LINE",
    "CRITERION",
    "DIMENSION",
    "DRIVER",
    "EVALUATOR",
    "KEPT",
    "PROJECT",
    "ROUND",
    "VENDOR",
    "Entity",
    "Kept",
    "Values",
    "attachment_content",
    "edited_tables",
    "parts_of",
    "put_level",
    "put_sheet_choice",
    "tables_of",
]

#: What there is beside the records: the scores, which are read into arrays, what later
#: capabilities write, and what tells one file from another.
_OTHERS: Final = (
    Kept(schema.score, Part.SCORES, N_("scores")),
    Kept(schema.agreed_score, Part.SCORES, N_("agreed scores")),
    Kept(schema.judgement, Part.WEIGHT_SETS, N_("pairwise comparisons")),
    Kept(schema.need, Part.NEEDS, N_("needs")),
    Kept(schema.reference, Part.REFERENCES, N_("client references")),
    Kept(schema.evidence, Part.EVIDENCE, N_("evidence")),
    Kept(schema.survey, Part.SERVICE, N_("surveys")),
    Kept(schema.bill, Part.BILLS, N_("bills")),
    Kept(schema.clause, Part.CONTRACT, N_("contract clauses")),
    Kept(schema.decision, Part.CONTRACT, N_("decision")),
    Kept(schema.plan_item, Part.CONTRACT, N_("communication and training plan")),
    Kept(schema.action, Part.CONTRACT, N_("improvement actions")),
    Kept(schema.risk, Part.CONTRACT, N_("risks")),
    Kept(schema.change, Part.FILE, N_("change log")),
    Kept(schema.identity, Part.FILE, N_("identity of the file")),
    Kept(schema.seal, Part.FILE, N_("seal")),
)

#: All tables by their names; the order is that in which the assessment is read.
KEPT: Final[dict[str, Kept]] = {
    kept.table.name: kept
    for kept in (
        PROJECT, DIMENSION, CRITERION, LEVEL, WEIGHT_SET, WEIGHT, VENDOR, EVALUATOR, ROUND,
        DRIVER, COST_LINE, COMMITMENT, CONTACT, ATTACHMENT, SETTING, *_OTHERS,
    )
}  # fmt: skip


def parts_of(changes: Iterable[RowChange]) -> frozenset[Part]:
    """Return the parts of the assessment that changes of rows touch."""
    return frozenset(KEPT[table].part for table in {change.table for change in changes})


def edited_tables() -> list[Table]:
    """Return the tables that users edit: all but which file it is, its history and its seal."""
    return [kept.table for kept in KEPT.values() if kept.part is not Part.FILE]


def tables_of(*parts: Part) -> frozenset[str]:
    """Name the tables of some parts."""
    return frozenset(name for name, kept in KEPT.items() if kept.part in parts)
