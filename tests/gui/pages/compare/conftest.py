"""The comparison of the sample, in a window of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.pages.compare.acting import shown
from vendorcompare.document.document import Document
from vendorcompare.document.sample import open_sample
from vendorcompare.gui.jobs import JobRunner, SameThreadPool
from vendorcompare.gui.look import theme
from vendorcompare.gui.pages.compare.page import ComparePage
from vendorcompare.gui.workspace import Workspace


@pytest.fixture
def document() -> Iterator[Document]:
    made = open_sample()
    yield made
    made.close()


@pytest.fixture
def workspace(qapp: QApplication) -> Workspace:
    theme.apply_theme(qapp, "light")
    return Workspace(JobRunner(SameThreadPool()))


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, document: Document) -> ComparePage:
    workspace.open(document)
    return shown(qtbot, workspace)
