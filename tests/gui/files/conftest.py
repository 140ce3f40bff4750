"""Fixtures of the files."""

from tests.gui.files.importing import take

__all__ = ["take"]
