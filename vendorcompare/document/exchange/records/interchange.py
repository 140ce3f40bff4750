"""The interchange document: what it may hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any, Final, Literal

from pydantic import Field, create_model

from vendorcompare.document.exchange.records import LISTED
from vendorcompare.document.exchange.records.listed import Listed
from vendorcompare.document.exchange.records.project import AssessmentRecord, SheetRecord
from vendorcompare.document.exchange.records.record import Entry
from vendorcompare.document.exchange.records.rubric import RubricRecord
from vendorcompare.document.exchange.records.scores import ConsensusRecord, ScoreRecord
from vendorcompare.storage.validation import A_LIST

FORMAT: Final = "vendorcompare.assessment"
VERSION: Final = 1


class InterchangeDocument(RubricRecord):
    """Hold a whole assessment, or the part of one that is to be added.

    This is what is no plain list of records: the lists come from `LISTED`. The rubric and the
    weights at the top are those of the first round.
    """

    format: Literal["vendorcompare.assessment"]
    version: Literal[1]
    assessment: AssessmentRecord = Field(default_factory=AssessmentRecord)
    scores: Annotated[tuple[ScoreRecord, ...], A_LIST] = ()
    consensus: Annotated[tuple[ConsensusRecord, ...], A_LIST] = ()
    sheet: SheetRecord = Field(default_factory=SheetRecord)

    def entries(self, listed: Listed) -> tuple[Entry, ...]:
        """Return the entries of a list."""
        found: tuple[Entry, ...] = getattr(self, listed.name)
        return found


def document_of(content: Any, context: Any = None) -> InterchangeDocument:
    """Read the content of a document; ValidationError names all that does not fit."""
    return _model(tuple(LISTED.values())).model_validate(content, context=context)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the interchange document."""
    schema = _model(tuple(LISTED.values())).model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


@lru_cache
def _model(lists: tuple[Listed, ...]) -> type[InterchangeDocument]:
    """Return the document with its lists."""
    fields: Mapping[str, Any] = {each.name: (_list_of(each.record), ()) for each in lists}
    return create_model("InterchangeDocument", __base__=InterchangeDocument, **fields)


def _list_of(record: Any) -> Any:
    return Annotated[tuple[record, ...], A_LIST]
