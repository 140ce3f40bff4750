"""Fixtures of the window."""

from tests.gui.application_fixtures import application, file
from tests.gui.page_fixtures import document, workspace
from tests.gui.pages.scores.desk import desk

__all__ = ["application", "desk", "document", "file", "workspace"]
