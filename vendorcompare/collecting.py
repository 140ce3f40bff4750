"""When Python's collector of cycles is to keep away."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_VERY_MANY: Final = 100_000  # objects; to look through them takes longer than a blink


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the collector of cycles away from work that makes very many objects to be kept.

    It would look through them all again and again, and the window stands still as long as it
    does. What has become so much is not looked through later either.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > _VERY_MANY:
            gc.freeze()
        if running:  # else somebody else keeps it away for longer
            gc.enable()
