"""A path shortened in its middle, every folder that is named with its whole name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

_HEAD: Final = 2  # the drive or the home folder, and what is in it


def short_path(path: str, fits: Callable[[str], bool]) -> str:
    """Return a path as it fits, with as much of its end as there is room for.

    What does not even fit with one folder at its end is returned so all the same.
    """
    parts = Path(path).parts
    for left_out in range(len(parts) - _HEAD):
        kept = parts[_HEAD + left_out :]
        shown = str(Path(*parts[:_HEAD], *(["…"] if left_out else []), *kept))
        if fits(shown) or len(kept) == 1:
            return shown
    return path
