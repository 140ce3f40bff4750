"""Start a window in a process of its own and leave as soon as it is painted.

`bare` shows an empty main window, `start` the application's start page. `sample` clicks on the
sample at once, `later` after a second, and `file` opens the file that it is given; each prints
the seconds from the click until the scores are painted, and those of CPU. Used by `startup`.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any


def _leave() -> None:
    """End without tidying up, as the time after the first paint is not what is measured."""
    sys.stdout.flush()
    os._exit(0)


def _after_paint(window_class: Any, then: Callable[[Any], None]) -> None:
    """Call something once, in the turn after a window of the class was painted."""
    from PySide6.QtCore import QTimer

    original = window_class.paintEvent
    waiting = True

    def painted(self: Any, event: object) -> None:
        nonlocal waiting
        original(self, event)
        if waiting:
            waiting = False
            QTimer.singleShot(0, lambda: then(self))

    window_class.paintEvent = painted


def bare() -> None:
    """Show an empty main window."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        """Be a window whose painting can be watched."""

    app = QApplication([])
    _after_paint(Window, lambda _window: _leave())
    window = Window()
    window.show()
    app.exec()


def start() -> None:
    """Show the start page, the way the command does."""
    _when_shown(lambda _begin: _leave())


def sample() -> None:
    """Click on the sample as soon as the start page is shown."""
    _open(lambda page: page.sample_wanted.emit())


def later() -> None:
    """Click on the sample after looking at the start page for a second."""
    _open(lambda page: page.sample_wanted.emit(), rest=1000)


def file() -> None:
    """Choose a file as soon as the start page is shown."""
    _open(lambda page: page.file_chosen.emit(Path(sys.argv[2])))


def _open(click: Callable[[Any], None], rest: int = 0) -> None:
    """Click on the start page after some milliseconds, and wait until the scores are painted."""
    clicked = _now()

    def shown(_page: object) -> None:
        print(*(now - then for now, then in zip(_now(), clicked, strict=True)))
        _leave()

    def opened(window: Any) -> None:
        from vendorcompare.gui.pages.scores.page import ScoresPage

        _after_paint(ScoresPage, shown)
        window.show_page("scores")

    def go(page: Any) -> None:
        nonlocal clicked
        if rest:
            clicked = _now()
        click(page)

    def started(begin: Callable[[], None]) -> None:
        nonlocal clicked
        clicked = _now()
        begin()  # what the application does once its first picture is on the screen
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from vendorcompare.gui.pages.start.page import StartPage
        from vendorcompare.gui.window.main_window import MainWindow
        from vendorcompare.gui.workspace import Workspace

        application = QApplication.instance()
        workspace = application.findChild(Workspace) if application else None
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        if workspace is None or len(windows) != 1:
            raise RuntimeError("the application did not start")
        workspace.opened.connect(lambda: opened(windows[0]))
        for page in windows[0].findChildren(StartPage):
            QTimer.singleShot(rest, partial(go, page))

    _when_shown(started)


def _now() -> tuple[float, float]:
    """Return the seconds on the clock, and those of CPU that were used."""
    return time.perf_counter(), time.process_time()


def _when_shown(then: Callable[[Callable[[], None]], None]) -> None:
    """Start the application, and do something where it would go on after its first picture."""
    from vendorcompare import __main__ as command
    from vendorcompare.gui.app import Opening

    begin = Opening.begin
    Opening.begin = lambda opening: then(lambda: begin(opening))  # type: ignore[method-assign,assignment]
    command.main([])


if __name__ == "__main__":
    ways = {way.__name__: way for way in (bare, start, sample, later, file)}
    ways[sys.argv[1]]()
