"""Fixtures of the window."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.gui.application_fixtures import application, file, threaded
from tests.gui.page_fixtures import document, workspace
from tests.gui.pages.scores.desk import desk

__all__ = ["application", "desk", "document", "file", "threaded", "workspace"]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None]:
    """Delete the widgets of the test that ends.

    No event loop runs between tests. Without this every window lives to the end of them all, and
    each change of the theme dresses all of them anew.
    """
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
