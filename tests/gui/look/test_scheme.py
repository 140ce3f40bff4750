"""A change of theme reaches everything that is open, at once and without a word from the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget
from pytestqt.qtbot import QtBot

from vendorcompare import paths
from vendorcompare.gui.assembly import Assembly, build
from vendorcompare.gui.jobs import SameThreadPool
from vendorcompare.gui.look import theme
from vendorcompare.gui.look.colours import DARK

CHARTS = ("overview", "compare")


@pytest.fixture
def still(qapp: QApplication) -> Iterator[QApplication]:
    """Let no cursor blink into a picture."""
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield qapp
    qapp.setCursorFlashTime(flash)


def on_screen(application: Assembly) -> QImage:
    """Return what the screen comes to show, which only a repaint by the window can change."""
    window, before = application.window, QImage()
    for _attempt in range(50):
        QTest.qWait(60)
        shown = window.screen().grabWindow(window.winId()).toImage()
        if shown == before:
            break
        before = shown
    return before


def pictures(application: Assembly, page: str, *, switched: bool) -> Iterator[QImage]:
    """Show the tabs of a page in the dark, from the start or after they were seen in the light."""
    window = application.window
    window.show_page(page)
    tabs = next((each for each in window.findChildren(QTabWidget) if each.isVisible()), None)
    for number in range(tabs.count() if tabs else 1):
        if tabs:
            tabs.setCurrentIndex(number)
        if switched:
            wear(application, "light")
            light = on_screen(application)
        wear(application, "dark")
        window.setFocus()
        dark = on_screen(application)
        assert QColor(dark.pixel(dark.width() // 2, 4)) == QColor(DARK.window)
        assert not switched or dark != light
        yield dark


def wear(application: Assembly, scheme: theme.Scheme) -> None:
    application.preferences.set(replace(application.preferences.current, scheme=scheme))


def in_the_dark(application: Assembly) -> None:
    wear(application, "dark")
    application.window.resize(1200, 720)
    application.documents.open_sample()


def test_the_charts_follow_the_theme(
    application: Assembly, still: QApplication, qtbot: QtBot
) -> None:
    in_the_dark(application)
    switched = {key: list(pictures(application, key, switched=True)) for key in CHARTS}
    assert application.workspace.document is not None
    application.workspace.document.close()
    application.workspace.open(None)
    again = build(still, paths.settings_file(), SameThreadPool())
    again.window.show()
    qtbot.waitExposed(again.window)
    in_the_dark(again)
    try:
        for key in CHARTS:
            fresh = list(pictures(again, key, switched=False))
            same = [image == other for image, other in zip(switched[key], fresh, strict=True)]
            assert all(same), (key, same)
    finally:
        document = again.workspace.document
        again.workspace.open(None)
        if document is not None:
            document.close()
        again.window.guard_close(lambda _close: True)
        again.window.close()
        again.window.deleteLater()
        again.preferences.deleteLater()
        theme.apply_theme(still, "light")


def test_the_charts_follow_the_system(
    application: Assembly, still: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    wear(application, "system")
    application.documents.open_sample()
    application.window.show_page("compare")
    light = on_screen(application)
    monkeypatch.setattr(theme._state, "system_is_dark", True)  # as a desktop that says no more
    still.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    dark = on_screen(application)
    wear(application, "dark")
    assert dark == on_screen(application) != light
