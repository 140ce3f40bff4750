"""What stands in the remarks of a quotation: free months, VAT, invoices, how a fee is paid."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from vendorcompare.core.assessment import Invoice
from vendorcompare.core.errors import InputError
from vendorcompare.document.reader.billing import billing_of
from vendorcompare.document.reader.characters import plain
from vendorcompare.document.reader.words import free_months_of

#: Between two clauses; a comma within a figure is none.
CLAUSES: Final = re.compile(r"(?<!\d)\s*[，,]\s*|\s*[，,]\s*(?!\d)|\s*[；;。\n]\s*")
_TAX: Final = re.compile(
    r"(?P<net>不含税|未含税|未税|不带税)|(?P<gross>含税|带税)|(?P<special>(?:增值税)?专用?(?:发票|票))"
    r"|(?P<ordinary>(?:增值税)?普通?(?:发票|票))|(?P<rate>\d{1,2}(?:\.\d+)?)%"
    r"|均|都|为|价格?|报价|可|开具?|提供|电子|增值税|税率|税点|的|发票|[()\[\]:+、 ]"
)
#: What a remark speaks of where it may change what is to be paid.
_MONEY: Final = re.compile(
    r"\d|[一二两三四五六七八九十半](?:个月|年|次|折)|[¥$%]|元|免|优惠|减|折|另|加收|收费|收取|收$"
    r"|超|起|议|补|押|违约|涨|不含|除外|free|extra|discount|charge|exclud|from|plus|deposit"
)


@dataclass(frozen=True, slots=True)
class Remark:
    """Hold what a remark says.

    Attributes:
        changes: fields of a fee and what they become.
        billing: the clause that says how the fee is paid, or "".
        asides: clauses that say nothing of money.
        open: clauses that may change the price, but are not understood.
    """

    changes: Mapping[str, Any] = field(default_factory=dict)
    billing: str = ""
    asides: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


def read_remark(text: str) -> Remark:
    """Read a remark clause by clause; nothing in it is refused, at worst it stays open."""
    changes: dict[str, Any] = {}
    billing, asides, still_open = "", list[str](), list[str]()
    for clause in filter(None, map(str.strip, CLAUSES.split(text))):
        said = _free_months(clause) or taxes_of(clause)
        if said:
            changes |= said
        elif not billing and _is(billing_of, clause):
            billing = clause
        elif _MONEY.search(plain(clause)):
            still_open.append(clause)
        else:
            asides.append(clause)
    return Remark(changes, billing, tuple(asides), tuple(still_open))


def taxes_of(text: str) -> dict[str, Any]:
    """Return what 含税, 专票 and 6% say of a fee, nothing where a text speaks of more."""
    words = plain(text)
    found = list(_TAX.finditer(words))
    if "".join(each[0] for each in found) != words:
        return {}
    said: dict[str, Any] = {}
    for each in found:
        if each["net"] or each["gross"]:
            said["vat_included"] = bool(each["gross"])
        if each["special"] or each["ordinary"]:
            said["invoice"] = Invoice.SPECIAL if each["special"] else Invoice.ORDINARY
        if each["rate"]:
            said["vat_rate"] = Decimal(each["rate"]) / 100
    return said


def _free_months(clause: str) -> dict[str, Any]:
    """Read 赠送3个月; a bare number says nothing of months."""
    if plain(clause).isdecimal() or not _is(free_months_of, clause):
        return {}
    return {"free_months": free_months_of(clause)}


def _is(reader: Callable[[str], object], text: str) -> bool:
    try:
        return reader(text) is not None
    except InputError:
        return False
