"""Fixtures of the window."""

import gc

from tests.gui.page_fixtures import document, workspace
from tests.gui.score_desk import desk
from tests.gui.shell_fixtures import file, shell

__all__ = ["desk", "document", "file", "shell", "workspace"]


def pytest_runtest_logfinish(nodeid: str, location: object) -> None:
    """Let what is left of the window of a test go with it.

    The application has one window for as long as it runs; the tests build hundreds. Their
    remains refer to each other in circles, and collected in the midst of a later test, in
    whatever order, they have ended the process.
    """
    gc.collect()
