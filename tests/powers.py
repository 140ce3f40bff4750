"""What an administrator may do and others may not, given up for a while."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

T = TypeVar("T")

_VERSION: Final = 0x20080522  # of the two structures below, see capset(2)
_LOOKING_INTO_ANYTHING: Final = 1 << 1 | 1 << 2  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


def without_power(work: Callable[[], T]) -> T:
    """Do something as somebody who may look only into what is open to him.

    Linux keeps powers for each thread, so one that ends takes its renunciation with it.
    """
    if os.geteuid() != 0:
        return work()
    with ThreadPoolExecutor(1, initializer=_renounce) as pool:
        return pool.submit(work).result()


def _renounce() -> None:
    system = ctypes.CDLL(None, use_errno=True)
    header, powers = (ctypes.c_uint32 * 2)(_VERSION, 0), (ctypes.c_uint32 * 6)()
    assert system.capget(header, powers) == 0
    for kind in range(3):  # effective, permitted, inheritable
        powers[kind] &= ~_LOOKING_INTO_ANYTHING
    assert system.capset(header, powers) == 0
