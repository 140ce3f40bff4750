"""Fixtures of the window."""

from tests.gui.page_fixtures import document, workspace
from tests.gui.score_desk import desk
from tests.gui.shell_fixtures import file, shell

__all__ = ["desk", "document", "file", "shell", "workspace"]
