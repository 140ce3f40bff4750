"""Start the window, or a command where one is named; neither loads what only the other needs."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from vendorcompare import i18n
from vendorcompare.cli import COMMANDS


def main(argv: list[str] | None = None) -> int:
    """Run the program and return its exit status."""
    words = sys.argv[1:] if argv is None else argv
    file = words[0] if len(words) == 1 else ""
    if not words or (file not in COMMANDS and _is_document(file)):
        i18n.set_language(i18n.language_of_environment())
        return open_window([Path(file)] if file else [])

    from vendorcompare.cli.app import run

    return run(words, open_window)


def open_window(files: list[Path]) -> int:
    """Show the window with files and return the exit status when it is closed."""
    gc.disable()  # until the warm-up is over: what is imported is here to stay
    try:
        from vendorcompare.gui import app

        return app.run(files)
    finally:
        gc.enable()


def _is_document(word: str) -> bool:
    if not word or word.startswith("-"):
        return False
    return word.lower().endswith(".vcmp") or Path(word).is_file()


if __name__ == "__main__":
    sys.exit(main())
