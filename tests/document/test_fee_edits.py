"""Steps that write several fees at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from vendorcompare.core.assessment import CostLine, Driver
from vendorcompare.core.errors import InputError
from vendorcompare.document.document import Document
from vendorcompare.document.edits import costs, vendors

D = Decimal


@pytest.fixture
def document() -> Iterator[Document]:
    made = Document.create()
    for name in ("A", "B", "C"):
        vendors.add_vendor(made, name)
    yield made
    made.close()


def labels(document: Document) -> list[str]:
    return [line.label for line in document.assessment.cost_lines]


def test_fees_are_changed_and_added_in_one_step(document: Document) -> None:
    a = document.assessment.vendors[0].key
    (first,) = costs.put_cost_lines(document, [CostLine("", a, "Monthly", amount=D(100))])
    line = document.assessment.cost_lines[0]
    costs.put_cost_lines(document, [replace(line, amount=D(120)), CostLine("", a, "Set-up")])
    assert labels(document) == ["Monthly", "Set-up"]
    document.undo()
    assert labels(document) == ["Monthly"]
    assert document.assessment.cost_lines[0].amount == D(100)
    assert document.assessment.cost_lines[0].key == first


def test_nothing_is_written_if_one_fee_is_wrong(document: Document) -> None:
    a = document.assessment.vendors[0].key
    wrong = CostLine("", a, "Wrong", first_month=5, last_month=2)
    with pytest.raises(InputError):
        costs.put_cost_lines(document, [CostLine("", a, "Right"), wrong])
    assert labels(document) == []


def test_every_vendor_gets_the_fee_that_it_lacks(document: Document) -> None:
    a = document.assessment.vendors[0].key
    line = CostLine("", a, "Ledgers", amount=D(10))
    costs.put_cost_lines(document, [line])
    assert len(costs.add_for_every_vendor(document, line)) == 2
    assert costs.add_for_every_vendor(document, line) == []
    document.undo()
    assert labels(document) == ["Ledgers"]


def test_copies_come_after_the_originals(document: Document) -> None:
    a, b = (vendor.key for vendor in document.assessment.vendors[:2])
    keys = costs.put_cost_lines(document, [CostLine("", a, "One"), CostLine("", b, "Two")])
    (copy,) = costs.duplicate_cost_lines(document, keys[:1])
    assert [line.key for line in document.assessment.lines_of(a)] == [keys[0], copy]


def test_fees_are_replaced_and_deleted_in_one_step(document: Document) -> None:
    a = document.assessment.vendors[0].key
    keys = costs.put_cost_lines(document, [CostLine("", a, "One"), CostLine("", a, "Two")])
    costs.replace_cost_lines(document, [CostLine("", a, "Three")], keys[:1], "Answer")
    assert labels(document) == ["Two", "Three"]
    document.undo()
    assert labels(document) == ["One", "Two"]


def test_volumes_are_changed_and_added_in_one_step(document: Document) -> None:
    key = costs.put_drivers(document, [Driver("", D(1), D(2), D(3))])[0]
    costs.put_drivers(document, [Driver(key, D(2), D(3), D(4)), Driver("", D(5), D(6), D(7))])
    assert [driver.low for driver in document.assessment.drivers] == [D(2), D(5)]
    document.undo()
    assert [driver.low for driver in document.assessment.drivers] == [D(1)]
    with pytest.raises(InputError):
        costs.put_drivers(document, [Driver("", D(-1), D(0), D(0))])
