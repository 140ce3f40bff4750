"""Import what is heavy after the window is there, so that the first page opens at once."""

from __future__ import annotations

import gc
import importlib
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Final

#: What it takes to open a document.
_OPENING: Final = (
    "numpy",
    "sqlalchemy",
    "vendorcompare.document.document",
)
# Libraries import parts of themselves in circles. Python lets two threads that meet in such
# a circle see half a module, so only one thread at a time may import what is heavy.
_one_at_a_time = threading.RLock()


def finish(*further: str) -> None:
    """Import what it takes to open a document, and what the caller needs further.

    Called on any thread before the first use; what is there already costs nothing.
    """
    for name in (*_OPENING, *further):
        bring(name)


def bring(name: str) -> ModuleType:
    """Import a module that may bring something heavy, after whatever is being imported."""
    with _one_at_a_time:
        return importlib.import_module(name)


class WarmUp:
    """Import one module after the other on a thread of its own.

    A thread, because some of them take a third of a second; whoever needs one sooner waits
    for no more than the import itself.
    """

    def __init__(self, on_done: Callable[[], object], *further: str) -> None:
        """Prepare what it takes to open a document, and further modules to show it.

        `on_done` is called on that thread, unless it was stopped before the end.
        """
        self._on_done = on_done
        self._modules = (*_OPENING, *further)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="warm-up", daemon=True)

    def start(self) -> None:
        """Begin; `start` of a thread can be done once only."""
        self._thread.start()

    def stop(self) -> None:
        """End after the module that is being imported, and wait for it."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        for name in self._modules:
            if self._stop.is_set():
                break
            bring(name)
        gc.freeze()  # what was imported is here to stay: nobody need look through it again
        gc.enable()
        if not self._stop.is_set():
            self._on_done()
