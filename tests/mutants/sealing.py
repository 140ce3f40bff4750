"""A place from which nothing else can be written: what is changed at random deletes at random.

The namespace belongs to the process and what it starts; the machine does not see it. Whoever is
no administrator becomes one inside, where that means nothing outside.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

_SEALED: Final = "VENDORCOMPARE_SEALED"
_KERNEL: Final = ("/proc", "/sys", "/dev")
_KEPT: Final = {"nosuid", "nodev", "noexec", "noatime", "relatime"}


def is_sealed() -> bool:
    """Tell whether this process was begun by `run_sealed`."""
    return _SEALED in os.environ


def run_sealed(folder: Path, root: Path, words: list[str]) -> int:
    """Run the copy of the project at `root` where only the folder can be written to."""
    who = () if os.geteuid() == 0 else ("--user", "--map-root-user")
    inside = {
        **os.environ,
        _SEALED: str(folder),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "VENDORCOMPARE_TESTS": "mutants",
        "PYTHONPATH": os.pathsep.join([str(root), str(root / "packaging")]),
    }
    command = ["unshare", "--mount", *who, sys.executable, "-m", "tests.mutants", *words]
    try:
        return subprocess.run(command, cwd=root, env=inside, check=False).returncode
    except FileNotFoundError:
        sys.exit("mutants: there is no unshare(1) here, so nothing would keep them in; use Linux.")


def seal() -> Path:
    """Make all else read-only and return the folder that is not."""
    folder = Path(os.environ[_SEALED])
    _mount("--make-rprivate", "/")
    _mount("--bind", str(folder), str(folder))
    os.chdir(Path.cwd())  # which was that of the mount below
    _mount("-t", "tmpfs", "tmpfs", "/dev/shm")
    for place, options in _mounted():
        if place != str(folder) and not place.startswith(_KERNEL):
            kept = sorted(_KEPT & set(options.split(",")))
            _mount("-o", ",".join(["remount", "bind", "ro", *kept]), place)
    for place in ("/", "/etc", "/home", "/tmp", "/var"):
        if os.access(place, os.W_OK):
            sys.exit(f"mutants: {place} can still be written to; nothing was run.")
    return folder


def _mounted() -> list[tuple[str, str]]:
    """Return where something is mounted, and how."""
    lines = Path("/proc/self/mountinfo").read_text("utf-8").splitlines()
    return [(words[4], words[5]) for words in (line.split() for line in lines)]


def _mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True)
