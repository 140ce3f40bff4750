"""Fixtures of the files."""

from tests.gui.files.beside import disk, window
from tests.gui.files.importing import take

__all__ = ["disk", "take", "window"]
