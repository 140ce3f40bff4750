"""How long the window stands still while large files are saved, attached and printed.

    QT_QPA_PLATFORM=offscreen python -m benchmarks stalls

The longest time between two turns of the event loop is set against the time that the work itself
takes; done in the window's own thread, it would be the whole of it.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.measure import Row, at_most
from vendorcompare.document import sample
from vendorcompare.document.edits import project
from vendorcompare.gui.assembly import Assembly, build
from vendorcompare.gui.pages.attachment_list import AttachmentList
from vendorcompare.gui.pages.report.page import ReportPage

_SIZE: Final = 30_000_000  # bytes of each of two attachments
_ROUNDS: Final = 3


def rows() -> list[Row]:
    """Measure attaching, saving and the preview in the real window."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    with _home() as folder:
        application = build(app, folder / "settings.ini")
        application.window.show()
        found = list(_measured(application, folder))
        document = application.workspace.document
        assert document is not None
        document.history.mark_clean()  # nobody is there to be asked
        application.window.close()
    return found


def _measured(application: Assembly, folder: Path) -> Iterator[Row]:
    document = sample.open_sample()
    application.documents.show(document)
    document.save(folder / "large.vcmp")
    evidence = folder / "scan.pdf"
    evidence.write_bytes(os.urandom(_SIZE))
    application.window.show_page("vendors")
    files = next(f for f in application.window.findChildren(AttachmentList) if f.isVisible())
    stall, whole = _watched(application, lambda: files.attach(evidence))
    yield at_most("stall while 30 MB are attached / attaching", stall / whole, 0.35)
    project.attach(document, "more.pdf", "application/pdf", os.urandom(_SIZE))
    save = application.window.commands["file.save"].trigger
    yield at_most("stall while 60 MB are saved / saving", _share(application, save), 0.1)
    application.window.show_page("report")
    page = application.window.findChild(ReportPage)
    assert page is not None

    def renew() -> None:
        project.describe(document, note=str(time.time()))
        page.show_document()

    _watched(application, renew)
    yield at_most("stall while its sheet is laid out / that", _share(application, renew), 0.25)


def _share(application: Assembly, start: Callable[[], object]) -> float:
    """Return the stall as a share of the whole, the median of some rounds."""
    pairs = [_watched(application, start) for _round in range(_ROUNDS)]
    return statistics.median(stall / whole for stall, whole in pairs)


def _watched(application: Assembly, start: Callable[[], object]) -> tuple[float, float]:
    """Return the longest time between two turns of the loop, and that until all work is done."""
    longest, last = 0.0, time.perf_counter()

    def turn() -> None:
        nonlocal longest, last
        now = time.perf_counter()
        longest, last = max(longest, now - last), now

    timer = QTimer(interval=1)
    timer.timeout.connect(turn)
    timer.start()
    began = time.perf_counter()
    start()
    while application.workspace.jobs.is_busy():
        QApplication.processEvents()
    turn()
    timer.stop()
    return longest, time.perf_counter() - began


@contextmanager
def _home() -> Iterator[Path]:
    """Give the application a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get("VENDORCOMPARE_HOME")
        os.environ["VENDORCOMPARE_HOME"] = folder
        try:
            yield Path(folder)
        finally:
            if before is None:
                del os.environ["VENDORCOMPARE_HOME"]
            else:
                os.environ["VENDORCOMPARE_HOME"] = before
