"""Whether the type checker refuses a change that no test noticed.

What it refuses is a mutant born dead: `make lint` stops it, so no test has to do so again.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from tests.mutants import PACKAGES

#: The checker stays in memory, and looks again only at what depends on the file that changed.
_DAEMON: Final = (sys.executable, "-m", "mypy.dmypy")
_PLACES: Final = [f"vendorcompare/{package}" for package in PACKAGES]


def is_refused() -> bool:
    """Check the code as it is at this moment; the first time it takes a minute or two."""
    done = subprocess.run(
        [*_DAEMON, "run", "--", *_PLACES], check=False, capture_output=True, text=True
    )
    if done.returncode not in (0, 1):
        sys.exit(f"mutants: the type checker ended: {done.stdout}{done.stderr}")
    return done.returncode == 1


@contextmanager
def checker() -> Iterator[None]:
    """Begin the type checker, which has to accept the code, and end it at last."""
    try:
        if is_refused():
            sys.exit("mutants: the type checker refuses the code without any change.")
        yield
    finally:
        subprocess.run([*_DAEMON, "stop"], check=False, capture_output=True)
