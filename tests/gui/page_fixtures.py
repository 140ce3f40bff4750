"""A page in a window of its own, and an assessment with a little of everything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.document.samples import example
from vendorcompare.document.document import Document
from vendorcompare.gui.jobs import JobRunner
from vendorcompare.gui.look import theme
from vendorcompare.gui.pages.page import Page
from vendorcompare.gui.workspace import Workspace

AnyPage = TypeVar("AnyPage", bound=Page)


@pytest.fixture
def document() -> Iterator[Document]:
    """Give a document with a little of everything."""
    made = example()
    yield made
    made.close()


@pytest.fixture
def workspace(qapp: QApplication) -> Iterator[Workspace]:
    """Give a workspace in which nothing is open yet."""
    theme.apply_theme(qapp, "light")
    jobs = JobRunner()
    yield Workspace(jobs)
    jobs.stop(1000)


def shown(qtbot: QtBot, page: AnyPage, document: Document) -> AnyPage:
    """Show a page, and open a document in it.

    It is held until the test ends, by what is done before it is closed: a page that nobody holds
    would be taken apart by the collector while events still reach it.
    """
    qtbot.addWidget(page, before_close_func=lambda _page: page.hide())
    page.resize(1100, 620)
    page.show()
    page.workspace.open(document)
    qtbot.waitExposed(page)
    return page


def type_into(field: QWidget, text: str) -> None:
    """Type as with an input method, which is how Chinese comes."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
