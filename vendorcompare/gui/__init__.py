"""What users see: the window, its pages and its widgets. Only this package knows Qt.

PySide puts a function of its own in the place of `__import__`, which reads the source of every
module that is imported from then on. It serves `from __feature__ import ...`, which is used
nowhere here, so the original comes back at once.
"""

import builtins

_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _import
