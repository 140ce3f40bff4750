"""What the schema says holds where nothing is said is what the core takes."""

from __future__ import annotations

from dataclasses import MISSING, fields
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel

from vendorcompare.core.assessment import (
    Assessment,
    Attachment,
    CostLine,
    Driver,
    Evaluator,
    SheetSettings,
    Vendor,
)
from vendorcompare.core.rounds import Round, RoundKind
from vendorcompare.core.rubric import Criterion, Dimension
from vendorcompare.core.scores import SELECTION
from vendorcompare.core.service import Commitment, Contact
from vendorcompare.core.text import Text
from vendorcompare.document.exchange.records.costs import CostRecord, DriverRecord
from vendorcompare.document.exchange.records.evidence import AttachmentRecord
from vendorcompare.document.exchange.records.people import EvaluatorRecord, VendorRecord
from vendorcompare.document.exchange.records.project import AssessmentRecord, SheetRecord
from vendorcompare.document.exchange.records.rounds import RoundRecord
from vendorcompare.document.exchange.records.rubric import CriterionRecord, DimensionRecord
from vendorcompare.document.exchange.records.scores import ConsensusRecord, ScoreRecord
from vendorcompare.document.exchange.records.service import CommitmentRecord, ContactRecord

#: Where the core must be told, or keeps it in another shape.
_OTHERWISE: dict[tuple[type[BaseModel], str], Any] = {
    **{(DriverRecord, volume): Decimal(0) for volume in ("low", "likely", "high")},
    **{(record, "name"): Text() for record in (CriterionRecord, DimensionRecord)},
    (VendorRecord, "name"): "",
    (CostRecord, "label"): "",
    (CostRecord, "unread"): {},
    (CriterionRecord, "levels"): {},
    (AttachmentRecord, "media_type"): "",
    (RoundRecord, "kind"): RoundKind.REVIEW,
    (RoundRecord, "present"): False,
    (RoundRecord, "weight_sets"): {},
    (RoundRecord, "weight_set_keys"): {},
    (RoundRecord, "dimensions"): (),
    **{(CostRecord, "key"): None, (ContactRecord, "key"): None},
    **{(CommitmentRecord, "key"): None, (AttachmentRecord, "key"): None},
    **{(ScoreRecord, f): None for f in ("evaluator", "value", "state", "evidence")},
    **{(ConsensusRecord, f): None for f in ("value", "state")},
    **{(record, "note"): "" for record in (ScoreRecord, ConsensusRecord)},
    **{(record, "round"): SELECTION for record in (ScoreRecord, ConsensusRecord)},
}


@pytest.mark.parametrize(
    ("record", "core"),
    [
        (AssessmentRecord, Assessment), (SheetRecord, SheetSettings), (VendorRecord, Vendor),
        (EvaluatorRecord, Evaluator), (DriverRecord, Driver), (CostRecord, CostLine),
        (CommitmentRecord, Commitment), (ContactRecord, Contact), (AttachmentRecord, Attachment),
        (RoundRecord, Round), (DimensionRecord, Dimension), (CriterionRecord, Criterion),
        (ScoreRecord, None), (ConsensusRecord, None),
    ],
)  # fmt: skip
def test_what_is_not_said_is_as_usual(record: type[BaseModel], core: Any) -> None:
    usual = {f.name: f.default for f in fields(core)} if core else {}
    for name, field in record.model_fields.items():
        if not field.is_required():
            expected = _OTHERWISE.get((record, name), usual.get(name, MISSING))
            assert field.get_default() == expected, name
