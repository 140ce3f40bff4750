"""The vendors page: adding, naming, checking codes, ordering, deleting."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.document.samples import example
from tests.gui.page_fixtures import shown, type_into
from vendorcompare.document.document import Document
from vendorcompare.document.edits import vendors as edits
from vendorcompare.gui.fields.names_edit import names_of
from vendorcompare.gui.pages.vendors.page import VendorsPage
from vendorcompare.gui.pages.vendors.vendor_model import VendorColumn
from vendorcompare.gui.workspace import Workspace
from vendorcompare.storage import schema

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, document: Document) -> VendorsPage:
    return shown(qtbot, VendorsPage(workspace), document)


def names(document: Document) -> list[str]:
    return [vendor.name for vendor in document.assessment.vendors]


def line(page: VendorsPage, name: str) -> QLineEdit:
    field = page.panel.fields[name]
    assert isinstance(field, QLineEdit)
    return field


def write(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    type_into(field, text)


def test_the_model_keeps_what_it_promises(page: VendorsPage, document: Document) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(page.model, mode)]
    page.add(["丙"])
    page.delete()
    assert testers


def test_names_are_typed_one_after_another(page: VendorsPage, document: Document) -> None:
    field = page._form.new_name
    field.setFocus()
    for name in ("Acme", "Beta & Co"):
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Key.Key_Return)
    assert names(document)[-2:] == ["Acme", "Beta & Co"]
    assert line(page, "name").text() == "Beta & Co"
    assert field.text() == ""


def test_a_list_is_pasted_in_one_step(page: VendorsPage, document: Document) -> None:
    QApplication.clipboard().setText("丙\r\n\r\n 丁  公司 \n戊\t900\n")
    page._form.new_name.setFocus()
    page._form.new_name.paste()
    assert names(document)[2:] == ["丙", "丁 公司", "戊"]
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(names(document)) == 8
    assert page.model.doubt(document.assessment.vendors[2]) == "Another vendor has this name."
    page.workspace.undo()
    page.workspace.undo()
    assert len(names(document)) == 2


def test_undo_in_the_line_takes_the_list_back_and_takes_it_no_more(
    page: VendorsPage, document: Document
) -> None:
    undo = QAction(page)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    undo.triggered.connect(page.workspace.undo)
    page.addAction(undo)
    page.activateWindow()
    before = names(document)
    QApplication.clipboard().setText("丙\n丁\n戊")
    field = page._form.new_name
    field.setFocus()
    QTest.keyClick(field, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names(document) == [*before, "丙", "丁", "戊"]
    QTest.keyClick(field, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(document) == before
    assert field.text() == ""


def test_names_that_are_nearly_the_same_are_pointed_out(
    page: VendorsPage, document: Document
) -> None:
    page.add(["诚信会计服务公司", "诚信会计服务有限公司"])
    row = page.model.row_of(document.assessment.vendors[-1].key)
    index = page.model.index(row, 0)
    words = 'Near "诚信会计服务公司"; perhaps the same vendor twice.'
    assert index.data() == "诚信会计服务有限公司"
    assert words in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.panel.form.name_problem.text() == words
    assert page.panel.form.name_problem.isVisible()


def test_names_that_are_numbered_are_not_pointed_out(page: VendorsPage, document: Document) -> None:
    page.add(["代理记账供应商 1", "代理记账供应商 2"])
    assert [page.model.doubt(vendor) for vendor in document.assessment.vendors[-2:]] == ["", ""]
    assert page.panel.form.name_problem.isHidden()


def test_lists_are_read_as_people_copy_them() -> None:
    assert names_of("a\tb\n\tc\n") == ["a", "c"]
    assert names_of("  ") == []


def test_the_profile_is_kept_while_it_is_typed(
    page: VendorsPage, document: Document, qtbot: QtBot
) -> None:
    page.select("a")
    write(line(page, "phone"), "+86 10 5555")
    qtbot.waitUntil(lambda: document.assessment.vendor("a").phone == "+86 10 5555")
    note = page.panel.fields["note"]
    note.setFocus()
    QTest.keyClicks(note, "two lines")
    page.workspace.settle()
    assert document.assessment.vendor("a").note == "two lines"
    page.workspace.undo()
    assert document.assessment.vendor("a").note == ""
    assert page.panel.fields["note"].toPlainText() == ""  # type: ignore[union-attr]


def test_the_credit_code_is_checked_while_it_is_typed(
    page: VendorsPage, document: Document
) -> None:
    page.select("a")
    field, words = line(page, "credit_code"), page.panel.form.code_words
    write(field, "91350100m000100y4")
    assert words.text() == "17 of 18 characters"
    QTest.keyClicks(field, "4")
    assert "check character" in words.text()
    QTest.keyClick(field, Key.Key_Backspace)
    QTest.keyClicks(field, "3")
    assert words.text() == "The code fits: enterprise."
    page.workspace.settle()
    assert document.assessment.vendor("a").credit_code == "91350100M000100Y43"
    assert page.model.index(0, VendorColumn.CODE).data() == "fits"
    edits.describe_vendor(document, "b", "credit_code", "91350100M000100Y43")
    assert "has the same code" in words.text()


def test_a_stage_is_chosen_and_a_foreign_one_is_kept(page: VendorsPage, document: Document) -> None:
    page.select("a")
    combo = page.panel.form.stage
    assert combo.currentText() == "Shortlist"
    combo.setFocus()
    QTest.keyClick(combo, Key.Key_Down)
    assert document.assessment.vendor("a").stage == "finalist"
    with document.change("as by another program") as recorder:
        recorder.put(schema.vendor, "a", stage="试用中")
    assert combo.currentText() == "试用中"
    assert page.model.index(0, VendorColumn.STAGE).data() == "试用中"


def test_a_name_is_typed_in_place(page: VendorsPage, document: Document) -> None:
    page.select("b")
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    type_into(editor, "乙")
    QTest.keyClick(editor, Key.Key_Return)
    assert names(document) == ["甲", "乙"]
    assert not page.model.setData(page.model.index(0, 0), " ")
    assert "needs a name" in page.table.hint.text()
    write(line(page, "name"), " ")
    page.workspace.settle()
    assert page.panel.form.name_problem.isVisible()
    assert names(document) == ["甲", "乙"]


def test_vendors_are_moved_and_deleted_together(page: VendorsPage, document: Document) -> None:
    said: list[str] = []
    page.workspace.noticed.connect(lambda words, _undo: said.append(words))
    page.add(["丙"])
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_Up, ALT)
    assert names(document) == ["甲", "丙", "b"]
    page.select("a", "b")
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_Delete)
    assert names(document) == ["丙"]
    assert said[-1] == "Deleted 2 vendors with 5 scores, 2 fees, 1 contact."
    page.workspace.undo()
    assert names(document) == ["甲", "丙", "b"]


def test_files_belong_to_the_vendor(
    qtbot: QtBot, page: VendorsPage, document: Document, tmp_path: Path
) -> None:
    page.select("b")
    path = tmp_path / "licence.pdf"
    path.write_bytes(b"%PDF")
    page.panel.form.files.attach(path)
    qtbot.waitUntil(lambda: bool(document.assessment.attachments))
    (attachment,) = document.assessment.attachments
    assert (attachment.vendor, attachment.criterion) == ("b", "")
    assert page.panel.form.files.names() == ["licence.pdf"]
    page.select("a")
    assert page.panel.form.files.names() == []


def test_looking_changes_nothing(page: VendorsPage, document: Document) -> None:
    edits.describe_vendor(document, "a", "name", "  甲  ")
    document.history.forget()
    for key in ("a", "b", "a"):
        page.select(key)
        page.workspace.settle()
    assert not document.history.can_undo


def test_another_document_is_not_written_to(page: VendorsPage, document: Document) -> None:
    page.select("a")
    write(line(page, "phone"), "123")
    other = example()
    page.workspace.open(other)
    page.workspace.settle()
    assert other.assessment.vendor("a").phone == ""
    page.workspace.open(None)
    other.close()


def test_thirty_vendors_and_none(page: VendorsPage, qtbot: QtBot) -> None:
    page.add([f"V{i}" for i in range(28)])
    assert page.model.rowCount() == 30
    fresh = Document.create()
    page.workspace.open(fresh)
    assert page._nothing.isVisible()
    assert not page.table.isVisible()
    page._nothing.action_requested.emit()
    assert page._form.new_name.hasFocus()
    page.workspace.open(None)
    fresh.close()
