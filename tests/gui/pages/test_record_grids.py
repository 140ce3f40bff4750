"""A page with a grid of records writes its columns and its verbs; the rest is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vendorcompare.core.errors import InputError
from vendorcompare.core.service import Commitment
from vendorcompare.document.document import Changes, Document
from vendorcompare.document.edits import vendors
from vendorcompare.document.edits.records import delete_all, put_all
from vendorcompare.gui.grid.record_grid import RecordGrid
from vendorcompare.gui.grid.record_model import Column
from vendorcompare.gui.grid.refusal_list import RefusalList
from vendorcompare.gui.pages.page import Page
from vendorcompare.gui.pages.record_grids import KeyedModel, RecordGrids
from vendorcompare.gui.workspace import Workspace
from vendorcompare.storage import records

Key = Qt.Key


def put(document: Document, commitments: Sequence[Commitment]) -> list[str]:
    return put_all(document, records.COMMITMENT, commitments, "p", "Edit promise")


def delete(document: Document, keys: Iterable[str]) -> int:
    return delete_all(document, records.COMMITMENT, keys, "Delete promise")


def minutes(promise: Commitment, text: str) -> Commitment:
    if not text.isdigit():
        raise InputError(f"{text} are no minutes.")
    return replace(promise, within_minutes=float(text))


class CommitmentModel(KeyedModel[Commitment]):
    def store(self, records: Sequence[Commitment], message: str) -> None:
        document = self.bound.writable
        assert document is not None
        put(document, records)

    def blank_like(self, record: Commitment) -> Commitment:
        return replace(record, key="", channel="", within_minutes=0.0)


class ServicePage(Page):
    """A page as a capability to come would write it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.view, self.hint, self.refusals = RecordGrid(), QLabel(), RefusalList()
        self.tabs, self.remove = QTabWidget(), QPushButton()
        first, second = QWidget(), QWidget()
        for widget in (self.view, self.hint, self.refusals, self.remove):
            (second.layout() or QVBoxLayout(second)).addWidget(widget)
        self.tabs.addTab(first, "contacts")
        self.tabs.addTab(second, "commitments")
        QVBoxLayout(self).addWidget(self.tabs)
        self.model = CommitmentModel(
            (
                Column(
                    "Channel",
                    lambda p: p.channel,
                    lambda p: p.channel,
                    lambda p, text: replace(p, channel=text),
                    explained="Phone, mail, visit.",
                ),
                Column(
                    "Minutes",
                    lambda p: f"{p.within_minutes:g}",
                    lambda p: f"{p.within_minutes:g}",
                    minutes,
                ),
            ),
            self.bound,
            self,
        )
        self.grids = RecordGrids(self, self.refusals)
        self.promises = self.grids.add(self.view, self.model, self.hint)
        self.promises.deletes(delete, lambda count: f"{count} gone", self.remove)

    def show_document(self) -> None:
        given = self.workspace.assessment
        self.grids.lock()
        self.model.show_with(Commitment("", given.vendors[0].key, "", 0, 1), given.commitments)
        self.grids.show()

    def show_changes(self, changes: Changes) -> None:
        self.show_document()

    def forget_document(self) -> None:
        self.grids.forget()

    def finish_editing(self) -> None:
        self.grids.finish_editing()


@pytest.fixture
def document() -> Iterator[Document]:
    made = Document.create()
    (vendor,) = vendors.add_vendors(made, ["Ahead"])
    put(made, [Commitment("p1", vendor, "phone", 30, 0.9), Commitment("p2", vendor, "mail", 60, 1)])
    yield made
    made.close()


@pytest.fixture
def page(workspace: Workspace, document: Document, qtbot: QtBot) -> ServicePage:
    workspace.open(document)
    made = ServicePage(workspace)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.tabs.setCurrentIndex(1)
    made.show()
    qtbot.waitExposed(made)
    return made


def promised(document: Document) -> list[tuple[str, float]]:
    return [(p.channel, p.within_minutes) for p in document.assessment.commitments]


def test_a_record_is_begun_in_the_blank_row_and_taken_back(
    page: ServicePage, document: Document
) -> None:
    page.promises.begin()
    editor = page.view.editor()
    assert editor is not None
    editor.setText("visit")
    QTest.keyClick(editor, Key.Key_Return)
    assert promised(document) == [("phone", 30), ("mail", 60), ("visit", 0)]
    assert page.model.rowCount() == 4, "another blank row waits below"
    document.undo()
    assert promised(document) == [("phone", 30), ("mail", 60)]


def test_chosen_records_are_deleted_and_said_so(
    page: ServicePage, document: Document, workspace: Workspace
) -> None:
    said: list[tuple[str, bool]] = []
    workspace.noticed.connect(lambda words, back: said.append((words, back)))
    page.view.go(2, 0)
    assert not page.remove.isEnabled(), "the blank row is no record"
    page.view.go(0, 0)
    page.remove.click()
    assert (promised(document), said) == ([("mail", 60)], [("1 gone", True)])
    page.view.setFocus()
    page.view.go(0, 0)
    page.view.go(0, 1, extend=True)
    QTest.keyClick(page.view, Key.Key_Delete)
    assert (promised(document), len(said)) == ([], 2)


def test_what_a_paste_left_out_is_listed_and_found_from_another_tab(
    page: ServicePage, document: Document
) -> None:
    QGuiApplication.clipboard().setText("hotline\t5\nletter\tsoon\n")
    page.view.go(0, 0)
    page.view.paste()
    assert promised(document) == [("hotline", 5), ("letter", 60)]
    (refused,) = page.refusals.refusals()
    assert (refused.text, refused.reason) == ("soon", "soon are no minutes.")
    page.tabs.setCurrentIndex(0)
    page.refusals.chosen.emit(refused)
    assert page.tabs.currentIndex() == 1


def test_what_was_left_out_is_not_listed_beside_another_document(
    page: ServicePage, workspace: Workspace
) -> None:
    QGuiApplication.clipboard().setText("letter\tsoon\n")
    page.view.go(0, 0)
    page.view.paste()
    other = Document.create()
    vendors.add_vendor(other, "Else")
    workspace.open(other)
    assert page.refusals.refusals() == ()
    other.close()


def test_the_hint_says_what_the_column_is_for(page: ServicePage) -> None:
    page.view.go(0, 0)
    assert page.hint.text() == "Phone, mail, visit."
    page.view.go(0, 1)
    assert page.hint.text().startswith("Type to replace")


def test_what_is_being_typed_is_kept_when_it_is_asked_for(
    page: ServicePage, document: Document, workspace: Workspace
) -> None:
    page.view.setFocus()
    page.view.go(1, 1)
    page.view.start_typing(None)
    editor = page.view.editor()
    assert editor is not None
    editor.setText("45")
    workspace.settle()
    assert promised(document)[1] == ("mail", 45)
