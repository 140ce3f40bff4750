"""The assessment itself, and the choices for its sheets."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from vendorcompare.core.assessment import Assessment, SheetSettings
from vendorcompare.core.errors import InputError
from vendorcompare.core.money import check_currency
from vendorcompare.core.sense import LONGEST_HORIZON
from vendorcompare.document.exchange.records.fields import Codes, Day, Key, Money, Name, Rate, Words
from vendorcompare.document.exchange.records.record import Entries, Record, said, written
from vendorcompare.document.exchange.records.strings import choice, figure, whole
from vendorcompare.document.reader.words import yes_of
from vendorcompare.storage.validation import A_LIST


def _checked_currency(code: str) -> str:
    try:
        return check_currency(code)
    except InputError as error:
        raise ValueError(error.message) from None


class AssessmentRecord(Record):
    """Describe the assessment itself."""

    title: Name = ""
    buyer: Name = ""
    currency: Annotated[str, AfterValidator(_checked_currency)] = "CNY"
    horizon_months: Annotated[int, Field(ge=1, le=LONGEST_HORIZON), figure(whole)] = 36
    discount_rate: Rate = Decimal("0.05")
    start: Day = None
    buyer_recovers_vat: Annotated[bool, choice(None, yes_of)] = False
    budget_monthly: Money | None = None
    template: Words = ""
    note: Words = ""

    def core(self, base: Assessment) -> Assessment:
        """Return the assessment changed."""
        return self.onto(base)

    @classmethod
    def written(cls, kept: Assessment) -> Entries:
        """Return the entries of the assessment; what few have is left out where there is none."""
        entries = {name: written(getattr(kept, name)) for name in cls.model_fields}
        few = {name: entries.pop(name) for name in ("template", "note")}
        return {**entries, **said(few)}


class SheetRecord(Record):
    """Hold the choices for the printed sheet."""

    language: Literal["zh", "en", "both"] = "zh"
    paper: Literal["a4", "letter"] = "a4"
    final: bool = False
    left_out: Codes = SheetSettings().left_out
    left_out_vendors: Annotated[tuple[Key, ...], A_LIST] = ()
    prepared_by: Words = ""
    reviewed_by: Words = ""
    approved_by: Words = ""

    def core(self, base: SheetSettings) -> SheetSettings:
        """Return the choices changed."""
        return self.onto(base)

    @classmethod
    def written(cls, kept: SheetSettings) -> Entries:
        """Return the choices that are not the usual ones."""
        usual = SheetSettings()
        chosen = {name: getattr(kept, name) for name in cls.model_fields}
        return {name: value for name, value in chosen.items() if value != getattr(usual, name)}
