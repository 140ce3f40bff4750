"""The interchange document: what each of its records may say."""

from __future__ import annotations

import base64
import binascii
import hashlib
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, Field, ValidationInfo, model_validator

from vendorcompare.core.assessment import (
    Assessment,
    Attachment,
    Billing,
    Commitment,
    Contact,
    CostLine,
    Disclosure,
    Driver,
    Evaluator,
    Invoice,
    Nature,
    Round,
    SheetSettings,
    Vendor,
)
from vendorcompare.core.errors import InputError
from vendorcompare.core.money import check_currency
from vendorcompare.core.scores import SELECTION, UNNAMED
from vendorcompare.core.text import Text
from vendorcompare.document.edits.project import LARGEST_ATTACHMENT, LONGEST_HORIZON
from vendorcompare.document.exchange.fields import (
    BothWords,
    Codes,
    Day,
    EvaluatorKey,
    Key,
    Minutes,
    Moment,
    Money,
    Rate,
    RawScore,
    Share,
    Tax,
    Volume,
    Weight,
    Words,
)
from vendorcompare.document.exchange.record import Record
from vendorcompare.document.exchange.rubric_models import DimensionRecord
from vendorcompare.document.exchange.strings import choice, figure, habits_in, priced, whole
from vendorcompare.document.reader.billing import billing_of
from vendorcompare.document.reader.words import (
    disclosure_of,
    invoice_of,
    nature_of,
    vat_included_of,
    yes_of,
)
from vendorcompare.i18n import _
from vendorcompare.storage.validation import A_LIST, Strict

FORMAT: Final = "vendorcompare.assessment"
VERSION: Final = 1

_NAMED: Final = Field(strict=False)
_WHOLE: Final = figure(whole)
_YES: Final = choice(None, yes_of)


def _present(moment: datetime | None) -> datetime:
    if moment is None:
        raise ValueError(_("is missing"))
    return moment


def _checked_currency(code: str) -> str:
    try:
        return check_currency(code)
    except InputError as error:
        raise ValueError(error.message) from None


def _checked_content(content: str) -> str:
    try:
        size = len(base64.b64decode(content, validate=True))
    except (binascii.Error, ValueError):
        raise ValueError(_("must be base64")) from None
    if size > LARGEST_ATTACHMENT:
        raise ValueError(_("is larger than 50 MB"))
    return content


class AssessmentRecord(Record):
    """Describe the assessment itself."""

    title: Words = ""
    buyer: Words = ""
    currency: Annotated[str, AfterValidator(_checked_currency)] = "CNY"
    horizon_months: Annotated[int, Field(ge=1, le=LONGEST_HORIZON), _WHOLE] = 36
    discount_rate: Rate = Decimal("0.05")
    start: Day = None
    buyer_recovers_vat: Annotated[bool, _YES] = False
    budget_monthly: Money | None = None
    template: Words = ""
    note: Words = ""

    def core(self, base: Assessment) -> Assessment:
        """Return the assessment changed."""
        return self.onto(base)


class VendorRecord(Record):
    """Describe a vendor."""

    key: Key
    name: Words = ""
    credit_code: Words = ""
    stage: Words = ""
    contact: Words = ""
    phone: Words = ""
    address: Words = ""
    website: Words = ""
    licence: Words = ""
    founded: Words = ""
    staff: Words = ""
    pros: Words = ""
    cons: Words = ""
    note: Words = ""

    def core(self, base: Vendor | None) -> Vendor:
        """Return the vendor, new or changed; one without a name is called by its key."""
        return self.onto(base or Vendor(self.key, self.key))


class EvaluatorRecord(Record):
    """Describe somebody who scores."""

    key: EvaluatorKey
    name: Words = ""
    weight: Weight = 1

    def core(self, base: Evaluator | None) -> Evaluator:
        """Return the evaluator, new or changed; one without a name is called by the key."""
        return self.onto(base or Evaluator(self.key, self.key))


class RoundRecord(Record):
    """Name an evaluation in time."""

    key: Key
    name: Words = ""

    def core(self, base: Round | None) -> Round:
        """Return the round, new or changed."""
        return self.onto(base or Round(self.key))


class ScoreRecord(Record):
    """Hold what one evaluator gave one vendor for one criterion."""

    vendor: Key
    criterion: Key
    evaluator: EvaluatorKey | None = None
    value: RawScore = None
    state: Literal["scored", "not_applicable", "unknown"] | None = None
    evidence: Literal["claimed", "documented", "tested"] | None = None
    note: Words = ""
    round: Key = SELECTION

    @property
    def place(self) -> tuple[str, str, str, str]:
        """The round, evaluator, vendor and criterion of the score."""
        return self.round, self.evaluator or UNNAMED, self.vendor, self.criterion


class ConsensusRecord(Record):
    """Hold the score that the evaluators agreed on."""

    vendor: Key
    criterion: Key
    value: RawScore = None
    state: Literal["scored", "not_applicable", "unknown"] | None = None
    note: Words = ""
    round: Key = SELECTION

    @property
    def place(self) -> tuple[str, str, str]:
        """The round, vendor and criterion of the agreed score."""
        return self.round, self.vendor, self.criterion


class DriverRecord(Record):
    """Describe a volume of the buyer per month."""

    key: Key
    low: Volume = Decimal(0)
    likely: Volume = Decimal(0)
    high: Volume = Decimal(0)
    name: BothWords = Text()

    def core(self, base: Driver | None) -> Driver:
        """Return the volume, new or changed; a new one named only once is always the same."""
        if base is None:
            middle = self.likely or self.high or self.low
            base = Driver(self.key, middle, middle, middle, Text.same(self.key))
        return self.onto(base)


class CostRecord(Record):
    """Describe one fee of one vendor."""

    key: Key | None = None
    vendor: Key
    label: Words = ""
    nature: Annotated[Nature, _NAMED, choice(Nature, nature_of)] = Nature.FIXED
    billing: Annotated[Billing, _NAMED, choice(Billing, billing_of)] = Billing.MONTHLY
    amount: Money | None = None
    driver: Key | None = None
    included_quantity: Volume | None = Decimal(0)
    first_month: Annotated[int, Field(ge=1), _WHOLE] = 1
    last_month: Annotated[int, Field(ge=1), _WHOLE] | None = None
    free_months: Annotated[int, Field(ge=0), _WHOLE] = 0
    credit: Annotated[bool, _YES] = False
    escalation: Rate = Decimal(0)
    vat_rate: Tax = Decimal(0)
    vat_included: Annotated[bool, choice(None, vat_included_of)] = True
    invoice: Annotated[Invoice, _NAMED, choice(Invoice, invoice_of)] = Invoice.ORDINARY
    disclosure: Annotated[Disclosure, _NAMED, choice(Disclosure, disclosure_of)] = Disclosure.QUOTED
    catalogue: Key | None = None
    unread: dict[Key, Words] = {}  # noqa: RUF012 - pydantic copies it

    @model_validator(mode="before")
    @classmethod
    def _priced(cls, written: Any, info: ValidationInfo) -> Any:
        return priced(written, habits_in(info))

    def core(self, base: CostLine | None, key: str) -> CostLine:
        """Return the fee, new or changed."""
        line = base or CostLine(key, self.vendor, self.label)
        unread = tuple(self.unread.items()) if "unread" in self.model_fields_set else line.unread
        return self.onto(line, unread=unread)


class CommitmentRecord(Record):
    """Describe a promise."""

    key: Key | None = None
    vendor: Key
    channel: Words
    within_minutes: Minutes
    share: Share

    def core(self, base: Commitment | None, key: str) -> Commitment:
        """Return the promise, new or changed."""
        return self.onto(base or Commitment(key, self.vendor, self.channel, 0, 0))


class ContactRecord(Record):
    """Describe one timed call, message or ticket."""

    key: Key | None = None
    vendor: Key
    channel: Words
    raised: Annotated[Moment, AfterValidator(_present)]
    first_reply: Moment = None
    started: Moment = None
    resolved: Moment = None
    reopened: Moment = None
    contacts: Annotated[int, Field(ge=0), _WHOLE] = 1
    topic: Words = ""
    urgent: Annotated[bool, _YES] = False
    satisfied: Annotated[bool, _YES] | None = None

    def core(self, base: Contact | None, key: str) -> Contact:
        """Return the contact, new or changed."""
        return self.onto(base or Contact(key, self.vendor, self.channel, _present(self.raised)))


class AttachmentRecord(Record):
    """Hold a file kept as evidence."""

    key: Key | None = None
    name: Words
    media_type: Words = ""
    vendor: Words = ""
    criterion: Words = ""
    note: Words = ""
    content: Annotated[str, AfterValidator(_checked_content)]

    def core(self, base: Attachment | None, key: str, content: bytes) -> Attachment:
        """Return what is known of the file, new or changed."""
        size, sha256 = len(content), hashlib.sha256(content).hexdigest()
        there = base or Attachment(key, self.name, "", size, sha256)
        return self.onto(there, key=key, size=size, sha256=sha256)


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


class InterchangeDocument(Strict):
    """Hold a whole assessment, or the part of one that is to be added."""

    format: Literal["vendorcompare.assessment"]
    version: Literal[1]
    assessment: AssessmentRecord = Field(default_factory=AssessmentRecord)
    dimensions: Annotated[tuple[DimensionRecord, ...], A_LIST] = ()
    weight_sets: dict[Key, dict[Key, Weight]] = {}  # noqa: RUF012 - pydantic copies it
    weight_set_keys: dict[Key, Key] = {}  # noqa: RUF012 - pydantic copies it
    vendors: Annotated[tuple[VendorRecord, ...], A_LIST] = ()
    evaluators: Annotated[tuple[EvaluatorRecord, ...], A_LIST] = ()
    rounds: Annotated[tuple[RoundRecord, ...], A_LIST] = ()
    scores: Annotated[tuple[ScoreRecord, ...], A_LIST] = ()
    consensus: Annotated[tuple[ConsensusRecord, ...], A_LIST] = ()
    drivers: Annotated[tuple[DriverRecord, ...], A_LIST] = ()
    costs: Annotated[tuple[CostRecord, ...], A_LIST] = ()
    commitments: Annotated[tuple[CommitmentRecord, ...], A_LIST] = ()
    contacts: Annotated[tuple[ContactRecord, ...], A_LIST] = ()
    attachments: Annotated[tuple[AttachmentRecord, ...], A_LIST] = ()
    sheet: SheetRecord = Field(default_factory=SheetRecord)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the interchange document."""
    schema = InterchangeDocument.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
