"""Make the sample that the application opens out of the interchange file that people edit.

    python packaging/build_sample.py

Importing takes a third of a second, opening a file a tenth. A test fails when the two hold
different things: when the interchange file was edited, or the format of files changed.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

from build_assets import ROOT
from vendorcompare.document.document import Document
from vendorcompare.document.exchange import import_file

SOURCE: Final = ROOT / "resources" / "samples" / "bookkeeping.json"
SAMPLE: Final = SOURCE.with_suffix(".vcmp")


def build(target: Path) -> None:
    """Import the interchange file into a new assessment and save that."""
    target.unlink(missing_ok=True)
    document = Document.create()
    try:
        import_file(document, SOURCE)
        document.save(target)
    finally:
        document.close()


def main() -> None:
    """Replace the sample."""
    os.environ["LOGNAME"] = "VendorCompare"  # who imported it, for the log of changes
    with tempfile.TemporaryDirectory() as home:
        os.environ["VENDORCOMPARE_HOME"] = home
        build(SAMPLE)
    print("made", SAMPLE.relative_to(ROOT))


if __name__ == "__main__":
    main()
