"""Import what is heavy after the window is there, so that the first page opens at once."""

from __future__ import annotations

import gc
import importlib
import threading
from typing import Final

_HEAVY: Final = (
    "numpy",
    "sqlalchemy",
    "vendorcompare.document.document",
    "vendorcompare.document.creation",
    "vendorcompare.storage.templates",
    "vendorcompare.core.ranking",
    "vendorcompare.core.costs",
)
#: What the next steps of most users need besides.
_NEXT: Final = (
    "vendorcompare.document.sample",
    "vendorcompare.gui.pages.overview",
    "vendorcompare.gui.pages.scores",
)


# Libraries import parts of themselves in circles. Python lets two threads that meet in such
# a circle see half a module, so only one thread at a time may import what is heavy.
_one_at_a_time = threading.RLock()


def finish(*further: str) -> None:
    """Import everything heavy that is not there yet; called on any thread before the first use."""
    for name in (*_HEAVY, *further):
        _bring(name)


def _bring(name: str) -> None:
    with _one_at_a_time:
        importlib.import_module(name)


class WarmUp:
    """Import one module after the other on a thread of its own.

    A thread, because some of them take a third of a second; whoever needs one sooner waits
    for no more than the import itself.
    """

    def __init__(self, modules: tuple[str, ...] = _HEAVY + _NEXT) -> None:
        self._modules = modules
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
            _bring(name)
        gc.freeze()  # what was imported is here to stay: nobody need look through it again
        gc.enable()
