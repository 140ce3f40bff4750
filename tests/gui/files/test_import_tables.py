"""Tables of vendors, fees and contacts, shown before they are imported."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QWidget

from tests.gui.application_fixtures import child, on_dialog, opened, trigger
from tests.gui.files.importing import Take, cells, choose, heads, importing, said, take
from vendorcompare.core.assessment import Billing
from vendorcompare.gui.assembly import Assembly

__all__ = ["take"]


def kind(dialog: QWidget) -> str:
    return child(dialog, QComboBox, "kind").currentText()


def test_fees_are_known_by_their_heads_and_shown_first(application: Assembly, take: Take) -> None:
    def look(dialog: QWidget) -> None:
        assert kind(dialog) == "Fees"
        assert said(dialog) == "Fees: 2 added"
        assert heads(dialog)[1:] == [
            "供应商\n→ Vendor", "费用名称\n→ Fee", "金额\n→ Amount", "付款方式\n→ Billed",
            "备注\n→ Not imported",
        ]  # fmt: skip
        assert cells(dialog)[0] == ["New", "Acme", "记账费", "￥200", "每月", "含税"]
        assert child(dialog, QLabel, "remarks").text() == 'The column "备注" is not imported.'
        importing(dialog).click()

    table = (
        "供应商,费用名称,金额,付款方式,备注\nAcme,记账费,￥200,每月,含税\nAcme,年报,300元/年,,\n"
    )
    take(table.encode("gb18030"), look)
    lines = {line.label: line for line in opened(application).assessment.cost_lines}
    assert (lines["记账费"].amount, lines["记账费"].billing) == (Decimal(200), Billing.MONTHLY)
    assert (lines["年报"].amount, lines["年报"].billing) == (Decimal(300), Billing.YEARLY)


def test_a_vendor_that_is_nearly_there_is_pointed_out(application: Assembly, take: Take) -> None:
    def look(dialog: QWidget) -> None:
        assert kind(dialog) == "Vendors"
        assert said(dialog) == "Vendors: 2 added, 1 skipped, being there already"
        assert child(dialog, QLabel, "remarks").text() == (
            '"Acme Ltd." is added; it is near "Acme" and perhaps the same vendor.'
        )
        importing(dialog).click()

    take("供应商名称,阶段\nAcme Ltd.,\nGamma,候选\nBeta,\n".encode(), look)
    names = [vendor.name for vendor in opened(application).assessment.vendors]
    assert names == ["Acme", "Beta", "Acme Ltd.", "Gamma"]


def test_contacts_are_taken_in(application: Assembly, take: Take) -> None:
    def look(dialog: QWidget) -> None:
        assert kind(dialog) == "Timed contacts"
        assert said(dialog) == "Timed contacts: 1 added"
        importing(dialog).click()

    table = "vendor,channel,raised,topic\nAcme,phone,2026-03-02T09:00+08:00,VAT\n"
    take(table.encode(), look)
    (contact,) = opened(application).assessment.contacts
    assert (contact.channel, contact.topic) == ("phone", "VAT")


def test_another_kind_can_be_chosen_and_says_what_it_misses(
    application: Assembly, take: Take
) -> None:
    def look(dialog: QWidget) -> None:
        assert kind(dialog) == "Vendors"
        choose(dialog, "kind", "Fees")
        assert not importing(dialog).isEnabled()
        refusals = child(dialog, QPlainTextEdit, "refusals").toPlainText()
        assert 'the column "fee" is missing' in refusals
        choose(dialog, "kind", "Vendors")
        importing(dialog).click()

    take(b"vendor,stage\nGamma,shortlist\n", look)
    assert opened(application).assessment.vendors[-1].name == "Gamma"


def test_json_points_near_names_out_too(
    application: Assembly, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "more.json"
    vendors = [{"key": "x", "name": "Acme Co., Ltd."}]
    source.write_text(
        json.dumps({"format": "vendorcompare.assessment", "version": 1, "vendors": vendors})
    )
    monkeypatch.setattr(application.chooser, "to_open", lambda *_: source)
    remarks: list[str] = []

    def look(dialog: QWidget) -> None:
        remarks.append(child(dialog, QLabel, "remarks").text())
        importing(dialog).click()

    application.documents.open(file)
    on_dialog(look)
    trigger(application, "file.import")
    assert remarks == ['"Acme Co., Ltd." is added; it is near "Acme" and perhaps the same vendor.']
    assert opened(application).assessment.vendors[-1].name == "Acme Co., Ltd."
