"""The assessment: one selection project for one buyer, as frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from vendorcompare.core.rounds import Round, WeightSet
from vendorcompare.core.rubric import Rubric
from vendorcompare.core.scores import UNNAMED, Cell, Evidence, Score, ScoreArrays, State
from vendorcompare.core.service import Commitment, Contact
from vendorcompare.core.text import Text


class Nature(StrEnum):
    """Tell a fee that always falls due from one that depends on volume or on bad luck."""

    FIXED = "fixed"
    VARIABLE = "variable"
    POSSIBLE = "possible"


class Billing(StrEnum):
    """How often a fee falls due."""

    ONCE = "once"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    PER_UNIT = "per_unit"
    PER_EVENT = "per_event"
    HOURLY = "hourly"

    @property
    def by_volume(self) -> bool:
        """Whether the fee is multiplied by a volume of the buyer."""
        return self in (Billing.PER_UNIT, Billing.PER_EVENT, Billing.HOURLY)


class Disclosure(StrEnum):
    """How openly the vendor named a fee."""

    QUOTED = "quoted"
    ON_REQUEST = "on_request"
    NOT_MENTIONED = "not_mentioned"
    REFUSED = "refused"


class Invoice(StrEnum):
    """Which invoice the vendor issues; only a special one lets a buyer deduct the VAT."""

    SPECIAL = "special"
    ORDINARY = "ordinary"
    NONE = "none"


class Scenario(StrEnum):
    """Which of the buyer's volumes a cost is computed for."""

    LOW = "low"
    LIKELY = "likely"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Vendor:
    """Describe a candidate or the vendor under contract."""

    key: str
    name: str
    credit_code: str = ""
    stage: str = ""
    contact: str = ""
    phone: str = ""
    address: str = ""
    website: str = ""
    licence: str = ""
    founded: str = ""
    staff: str = ""
    pros: str = ""
    cons: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Evaluator:
    """Describe somebody who scores; the key "" is the evaluator nobody named."""

    key: str = UNNAMED
    name: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Driver:
    """Describe a volume of the buyer per month that variable fees multiply."""

    key: str
    low: Decimal
    likely: Decimal
    high: Decimal
    name: Text = Text()

    def volume(self, scenario: Scenario) -> Decimal:
        """Return the volume per month in a scenario."""
        return {
            Scenario.LOW: self.low,
            Scenario.LIKELY: self.likely,
            Scenario.HIGH: self.high,
        }[scenario]


@dataclass(frozen=True, slots=True)
class CostLine:
    """Describe one fee of one vendor.

    Attributes:
        amount: price per period, unit or event; None where it is not known.
        driver: key of the volume that a fee per unit, event or hour multiplies.
        included_quantity: volume per month that costs nothing extra; None where it is not known.
        first_month: when the fee starts; months count from 1.
        last_month: when it ends; None for the end of the horizon.
        free_months: months at the start of the fee that are not paid, once.
        credit: whether the amount is taken off the bill instead of added.
        escalation: yearly step of the price, 0.05 for five per cent.
        vat_rate: share of the net price, 0.06 for six per cent; None where it is not known.
        catalogue: key of the known extra that this line answers.
        unread: field and text of every entry that could not be understood; such a fee does
            not count until each of them is settled.
    """

    key: str
    vendor: str
    label: str
    nature: Nature = Nature.FIXED
    billing: Billing = Billing.MONTHLY
    amount: Decimal | None = None
    driver: str | None = None
    included_quantity: Decimal | None = Decimal(0)
    first_month: int = 1
    last_month: int | None = None
    free_months: int = 0
    credit: bool = False
    escalation: Decimal = Decimal(0)
    vat_rate: Decimal | None = None
    vat_included: bool = True
    invoice: Invoice = Invoice.ORDINARY
    disclosure: Disclosure = Disclosure.QUOTED
    catalogue: str | None = None
    unread: tuple[tuple[str, str], ...] = ()

    def with_unread(self, field: str, text: str) -> CostLine:
        """Return the fee with the text of a field that could not be understood."""
        return replace(self, unread=(*self._unread_but(field), (field, text)))

    def without_unread(self, field: str) -> CostLine:
        """Return the fee with a field settled."""
        return replace(self, unread=self._unread_but(field)) if self.unread else self

    def _unread_but(self, field: str) -> tuple[tuple[str, str], ...]:
        return tuple(entry for entry in self.unread if entry[0] != field)


@dataclass(frozen=True, slots=True)
class Attachment:
    """Describe a file kept as evidence; its bytes stay in the document.

    Attributes:
        vendor: key of the vendor it speaks about, or "".
        criterion: key of the criterion it proves, or "".
        sha256: of the bytes, hexadecimal.
    """

    key: str
    name: str
    media_type: str
    size: int
    sha256: str
    vendor: str = ""
    criterion: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SheetSettings:
    """Hold what the user chose for the printed sheet.

    Attributes:
        language: zh, en or both.
        paper: a4 or letter.
        final: whether the sheet is final; a draft says so on every page.
        left_out: keys of the parts that are not printed; at first, the appendix.
        left_out_vendors: keys of the vendors that are not printed; new ones are.
    """

    language: str = "zh"
    paper: str = "a4"
    final: bool = False
    left_out: tuple[str, ...] = ("scales",)
    left_out_vendors: tuple[str, ...] = ()
    prepared_by: str = ""
    reviewed_by: str = ""
    approved_by: str = ""


@dataclass(frozen=True)
class Assessment:
    """Hold a whole assessment as it is at one moment.

    Attributes:
        discount_rate: per year, 0.05 for five per cent.
        budget_monthly: what the buyer can spend per month, or None.
        rounds: in the order in which they were begun; there is always one.
        round_key: the key of the round that is being decided; "" stands for the first.
        scores_by_round: the scores of each round, by round key.
    """

    origin: str = ""
    title: str = ""
    buyer: str = ""
    currency: str = "CNY"
    horizon_months: int = 36
    discount_rate: Decimal = Decimal("0.05")
    start: date | None = None
    buyer_recovers_vat: bool = False
    budget_monthly: Decimal | None = None
    template: str = ""
    note: str = ""
    vendors: tuple[Vendor, ...] = ()
    evaluators: tuple[Evaluator, ...] = (Evaluator(),)
    rounds: tuple[Round, ...] = (Round(),)
    round_key: str = ""
    scores_by_round: Mapping[str, ScoreArrays] = field(default_factory=dict)
    drivers: tuple[Driver, ...] = ()
    cost_lines: tuple[CostLine, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    contacts: tuple[Contact, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    sheet_settings: SheetSettings = SheetSettings()

    @cached_property
    def vendor_position(self) -> Mapping[str, int]:
        """The row of each vendor key in the score arrays."""
        return {vendor.key: i for i, vendor in enumerate(self.vendors)}

    @cached_property
    def evaluator_position(self) -> Mapping[str, int]:
        """The layer of each evaluator key in the score arrays."""
        return {evaluator.key: i for i, evaluator in enumerate(self.evaluators)}

    @cached_property
    def round(self) -> Round:
        """The round that is being decided."""
        found = (each for each in self.rounds if each.key == self.round_key)
        return next(found, self.rounds[0])

    @property
    def rubric(self) -> Rubric:
        """What is asked in the round that is being decided."""
        return self.round.rubric

    @property
    def weight_sets(self) -> tuple[WeightSet, ...]:
        """The opinions on the weights of the round that is being decided."""
        return self.round.weight_sets

    def in_round(self, key: str) -> Assessment:
        """Return the assessment as it is seen in one of its rounds."""
        return self if key == self.round.key else replace(self, round_key=key)

    @cached_property
    def scores(self) -> ScoreArrays:
        """The scores of the round that is being decided."""
        found = self.scores_by_round.get(self.round.key)
        if found is not None:
            return found
        return ScoreArrays.empty(len(self.evaluators), len(self.vendors), len(self.rubric.criteria))

    def vendor(self, key: str) -> Vendor:
        """Return the vendor with a key; KeyError if there is none."""
        return self.vendors[self.vendor_position[key]]

    def place(self, cell: Cell) -> tuple[int, int, int]:
        """Return where a score stands in the arrays; KeyError if its keys are not there."""
        return (
            self.evaluator_position[cell.evaluator],
            self.vendor_position[cell.vendor],
            self.rubric.position[cell.criterion],
        )

    def score(self, cell: Cell) -> Score:
        """Return what one evaluator gave one vendor for one criterion."""
        place = self.place(cell)
        state = State(int(self.scores.states[place]))
        value = float(self.scores.values[place])
        return Score(
            value=None if value != value else value,
            state=state,
            evidence=Evidence(int(self.scores.evidence[place])),
            note=self.scores.notes.get(cell, ""),
            text=self.scores.texts.get(cell, ""),
        )

    def agreed_score(self, vendor: str, criterion: str) -> Score:
        """Return what the evaluators agreed on for one vendor and criterion; blank if nothing."""
        place = self.vendor_position[vendor], self.rubric.position[criterion]
        value = float(self.scores.agreed[place])
        state = State.NOT_APPLICABLE if self.scores.agreed_excused[place] else State.UNKNOWN
        return Score(
            value=None if value != value else value,
            state=state if value != value else State.SCORED,
            note=self.scores.agreed_notes.get((vendor, criterion), ""),
        )

    def lines_of(self, vendor: str) -> tuple[CostLine, ...]:
        """Return the fees of one vendor in the user's order."""
        return tuple(line for line in self.cost_lines if line.vendor == vendor)
