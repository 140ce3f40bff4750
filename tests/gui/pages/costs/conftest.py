"""A page of costs with three vendors, one of which has no prices."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.pages.costs.acting import opened
from vendorcompare.core.assessment import Billing, CostLine, Driver
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits import costs as edits
from vendorcompare.document.edits import vendors
from vendorcompare.gui.grid.record_grid import RecordGrid
from vendorcompare.gui.pages.costs.page import CostsPage
from vendorcompare.gui.workspace import Workspace

D = Decimal


@pytest.fixture
def document() -> Iterator[Document]:
    made = Document.create()
    for name in ("Ahead", "Behind", "Cloudy"):
        vendors.add_vendor(made, name)
    edits.put_drivers(made, [Driver("vouchers", D(60), D(100), D(200), Text("凭证", "Vouchers"))])
    a, b = (vendor.key for vendor in made.assessment.vendors[:2])
    edits.put_cost_lines(
        made,
        [
            CostLine("a1", a, "Monthly fee", amount=D(300)),
            CostLine("a2", a, "Set-up", billing=Billing.ONCE, amount=D(200), catalogue="setup"),
            CostLine("b1", b, "Monthly fee", amount=D(400)),
        ],
    )
    yield made
    made.close()


@pytest.fixture
def workspace(workspace: Workspace, document: Document) -> Workspace:
    workspace.open(document)
    return workspace


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> CostsPage:
    made = CostsPage(workspace)
    made.resize(1140, 600)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def fees(page: CostsPage) -> RecordGrid:
    return opened(page, "fees")
