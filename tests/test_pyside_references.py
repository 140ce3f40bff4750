"""Some versions of PySide6 lose references to None; before Python 3.12 that aborts the process."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

class Sender(QObject):
    bare = Signal()

application = QApplication([])
sender, widget = Sender(), QWidget()
widget.show()
before = sys.getrefcount(None)
for _ in range(10_000):
    sender.bare.emit()
for _ in range(2_000):
    widget.update()
    widget.repaint()
lost = before - sys.getrefcount(None)
assert lost < 100, f"{lost} references to None were lost"
"""


def test_signals_and_repaints_keep_their_references() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
