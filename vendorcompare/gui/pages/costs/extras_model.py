"""The board of usual extras: what each vendor says about each of them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QObject, Qt

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment, CostLine, Disclosure, Vendor
from vendorcompare.core.errors import InputError
from vendorcompare.core.fee_terms import BILLINGS, DISCLOSURES
from vendorcompare.core.payments import Gap, gap_of
from vendorcompare.core.series import style_of
from vendorcompare.document.edits import costs as edits
from vendorcompare.document.reader.fees import with_cell
from vendorcompare.document.reader.numbers import written
from vendorcompare.document.reader.results import Ambiguous
from vendorcompare.document.reader.words import disclosure_of
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.grid.items import Index, Role
from vendorcompare.gui.grid.record_model import Column, RecordModel
from vendorcompare.gui.look import icons, plain, theme
from vendorcompare.gui.look.said import said
from vendorcompare.gui.look.series_paint import sample
from vendorcompare.gui.pages.costs.fee_words import word
from vendorcompare.i18n import N_, _
from vendorcompare.storage.library.catalogues import UsualFee, usual_fees

_INCLUDED: Final = N_("Included")
_WITHHELD: Final = (Disclosure.NOT_MENTIONED, Disclosure.REFUSED)
_LOOKS: Final = {  # of what was not simply quoted: icon and colour
    Disclosure.ON_REQUEST: ("info", "muted"),
    Disclosure.NOT_MENTIONED: ("warning", "warning"),
    Disclosure.REFUSED: ("error", "bad"),
}


@dataclass(frozen=True)
class Extra:
    """Hold an extra and the fees by which vendors answer it.

    Attributes:
        answers: the fees of each vendor that has any.
    """

    usual: UsualFee
    answers: Mapping[str, tuple[CostLine, ...]]


class ExtrasModel(RecordModel[Extra]):
    """Show extras down and vendors across; what is typed becomes a fee, or changes one."""

    def __init__(self, bound: Binding, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._bound = bound
        self._vendors: tuple[Vendor, ...] = ()
        self._given = Assessment()

    def show(self, given: Assessment) -> None:
        """Show what the vendors of an assessment say."""
        self._given = given
        if [v.key for v in given.vendors] != [v.key for v in self._vendors]:
            self.beginResetModel()
            self._vendors = given.vendors
            self._rows, self._ids = [], []
            self.columns = tuple(self._column(vendor.key) for vendor in given.vendors)
            self.endResetModel()
        self._vendors = given.vendors
        answers: dict[str, dict[str, tuple[CostLine, ...]]] = {}
        for line in given.cost_lines:
            if line.catalogue:
                known = answers.setdefault(line.catalogue, {})
                known[line.vendor] = (*known.get(line.vendor, ()), line)
        self.set_records([Extra(each, answers.get(each.key, {})) for each in usual_fees()])

    def without_free_units(self, index: Index) -> CostLine | None:
        """Return the fee of a cell whose price holds beyond some volume that nobody has told."""
        record = self.record(index.row())
        if record is None or not 0 <= index.column() < len(self._vendors):
            return None
        volumes = {driver.key: driver for driver in self._given.drivers}
        lines = record.answers.get(self._vendors[index.column()].key, ())
        return next((each for each in lines if gap_of(each, volumes) is Gap.INCLUDED), None)

    def problem(self, record: Extra, column: int) -> str:
        row = self.row_of(record.usual.key)
        if self.without_free_units(self.index(row, column)) is None:
            return ""
        return _("How many units a month cost nothing extra is not known; it does not count.")

    def identity(self, record: Extra) -> Hashable:
        return record.usual.key

    def is_blank(self, record: Extra) -> bool:
        return False

    def blank_like(self, record: Extra) -> Extra:
        return replace(record, answers={})

    def store(self, records: Sequence[Extra], message: str) -> None:
        document = self._bound.writable
        if document is None:
            return
        before = {line.key: line for line in self._given.cost_lines}
        wanted, gone = list[CostLine](), list[str]()
        for record in records:
            known = self._rows[self.row_of(record.usual.key)]
            lines = [line for answer in record.answers.values() for line in answer]
            wanted += [line for line in lines if line != before.get(line.key)]
            kept = {line.key for line in lines}
            old = (line.key for answer in known.answers.values() for line in answer)
            gone += [key for key in old if key not in kept]
        edits.replace_cost_lines(document, wanted, gone, message or N_("Answer about an extra"))

    def head(self, column: int) -> str:
        return self._vendors[column].name

    def row_name(self, row: int) -> str:
        return said(self._rows[row].usual.name)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role in (Role.DecorationRole, Role.ForegroundRole):
            record, place = self._rows[index.row()], index.column()
            icon, colour = self._look(record, self._vendors[place].key)
            if self.problem(record, place):
                icon, colour = "warning", "bad"
            if role == Role.ForegroundRole:
                return theme.colour(colour)
            return icons.icon(icon, colour) if icon else None
        return super().data(index, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Role.DecorationRole and 0 <= section < len(self._vendors):
                return sample(style_of(section))
            if role == Role.ToolTipRole and 0 <= section < len(self._vendors):
                return plain.tool_tip(self.head(section))
            return super().headerData(section, orientation, role)
        if not 0 <= section < len(self._rows):
            return None
        usual = self._rows[section].usual
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return said(usual.name)
        if role == Role.ToolTipRole:
            return plain.tool_tip(said(usual.question))
        return None

    def placeholder(self, record: Extra, column: int) -> str:
        return _("no word") if record.answers else "–"

    def _look(self, record: Extra, vendor: str) -> tuple[str, str]:
        lines = record.answers.get(vendor, ())
        if not lines:
            return ("", "warning" if record.answers else "faint")
        worst = max((line.disclosure for line in lines), key=list(Disclosure).index)
        if worst in _LOOKS:
            return _LOOKS[worst]
        return ("good", "good") if all(line.amount == 0 for line in lines) else ("", "text")

    def _column(self, vendor: str) -> Column[Extra]:
        def shown(record: Extra) -> str:
            return _(" + ").join(map(_answer, record.answers.get(vendor, ())))

        def typed(record: Extra) -> str:
            return _typed(record.answers.get(vendor, ()))

        def changed(record: Extra, text: str) -> Extra:
            answers = dict(record.answers)
            lines = self._answered(record, vendor, text)
            if lines:
                answers[vendor] = lines
            else:
                answers.pop(vendor, None)
            return replace(record, answers=answers)

        return Column("", shown, typed, changed, choices=_choices)

    def _answered(self, record: Extra, vendor: str, text: str) -> tuple[CostLine, ...]:
        """Return the fees that say what was typed about an extra."""
        lines = record.answers.get(vendor, ())
        if _typed(lines) == text:
            return lines
        if len(lines) > 1:
            raise InputError(
                _("Several fees answer this."), hint=_("Change them in the list of fees.")
            )
        if not text.strip():
            return ()
        line = lines[0] if lines else self._new_line(record.usual, vendor)
        return (_with_answer(self._given, line, text),)

    def _new_line(self, usual: UsualFee, vendor: str) -> CostLine:
        drivers = self._given.drivers
        line = CostLine(
            "", vendor, usual.name.both(), usual.nature, usual.billing, catalogue=usual.key,
            driver=drivers[0].key if usual.billing.by_volume and len(drivers) == 1 else None,
            # A price beyond some volume is asked without saying beyond which one.
            included_quantity=None if usual.billing.by_volume else Decimal(0),
        )  # fmt: skip
        return edits.with_usual_taxes(self._given, line)


def _answer(line: CostLine) -> str:
    """Say what a vendor takes for an extra, and how it came out."""
    openly, how = line.disclosure is Disclosure.QUOTED, word(DISCLOSURES, line.disclosure)
    if line.amount is None:
        return _("no price") if openly else how
    if line.amount == 0:
        price = _(_INCLUDED)
    else:
        billed = word(BILLINGS, line.billing).lower()
        price = _("{amount} {billed}").format(amount=_plain(line.amount), billed=billed)
    if openly:
        return price
    return _("{price}, {how}").format(price=price, how=how.lower())


def _plain(amount: Decimal) -> str:
    whole = amount == amount.to_integral_value()
    return formats.whole(amount) if whole else f"{amount:,f}"


def _typed(lines: Sequence[CostLine]) -> str:
    if len(lines) != 1:
        return _(" + ").join(map(_answer, lines))
    line = lines[0]
    if line.amount is None:
        return word(DISCLOSURES, line.disclosure)
    return _(_INCLUDED) if line.amount == 0 else written(line.amount)


def _with_answer(given: Assessment, line: CostLine, text: str) -> CostLine:
    """Understand an answer: a price, included, or how the vendor evaded the question."""
    try:
        disclosure = disclosure_of(text)
    except InputError:
        return _with_price(given, line, text)
    return line if disclosure is None else replace(line, disclosure=disclosure)


def _with_price(given: Assessment, line: CostLine, text: str) -> CostLine:
    try:
        priced = with_cell(given, line, "amount", text)
    except Ambiguous:
        raise
    except InputError:
        raise InputError(
            _('"{text}" is no answer.').format(text=text.strip()),
            hint=_("Type a price, or one of: {names}.").format(names=_(", ").join(_choices())),
        ) from None
    if priced.amount is None:
        return priced
    return replace(priced, disclosure=_named_now(line))


def _named_now(line: CostLine) -> Disclosure:
    """Return how a fee came out that was withheld until now: only when somebody asked."""
    return Disclosure.ON_REQUEST if line.disclosure in _WITHHELD else line.disclosure


def _choices() -> list[str]:
    return [_(_INCLUDED), *(_(name) for name in DISCLOSURES.values())]
