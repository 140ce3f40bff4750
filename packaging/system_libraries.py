"""Find out which system libraries Qt lacks here, and install them where that is possible.

Runs before anything is installed, hence on the standard library alone. What is missing is
no reason to stop: without a display, and for all that needs no window, most can be done without.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

_LIST = Path(__file__).with_name("debian-libraries.txt")


def wanted() -> dict[str, str]:
    """Map each shared library that Qt loads to the Debian package that brings it."""
    lines = _LIST.read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return dict(rows)


def missing() -> list[str]:
    """Return the Debian packages that have to be installed."""
    packages = [package for library, package in wanted().items() if not _loads(library)]
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it apart from Python
        packages.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return sorted(set(packages))


def install(packages: list[str]) -> bool:
    """Install packages where apt is there and may be used, and say whether that went well."""
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = [apt, "install", "--yes", "--quiet", "--no-install-recommends", *packages]
    for step in ([apt, "update", "--quiet"], command):
        done = subprocess.run(step, env=environment, stdout=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def main() -> None:
    """Leave the machine ready, or say in one line what it lacks."""
    if not (3, 11) <= sys.version_info[:2] < (3, 14):
        sys.exit("VendorCompare needs Python 3.11, 3.12 or 3.13: make PYTHON=python3.12 ...")
    if not sys.platform.startswith("linux"):
        return
    packages = missing()
    if packages and not install(packages):
        print("Please install these system packages:", " ".join(packages), file=sys.stderr)


if __name__ == "__main__":
    main()
