"""Icons by meaning."""

import gc
import weakref

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from vendorcompare.gui.look import icons


def test_an_icon_outlives_the_widgets_that_showed_it(qtbot: QtBot) -> None:
    """Collected together with its engine, an icon ended the process."""

    class Window(QPushButton):
        def __init__(self) -> None:
            super().__init__()
            self.quiet = icons.icon("check", "muted")
            self.setIcon(self.quiet)
            self.itself = self

    window = Window()
    gone = weakref.ref(window)
    kept = weakref.ref(window.quiet)
    del window
    gc.collect()
    assert gone() is None
    assert kept() is icons.icon("check", "muted")
    assert not icons.icon("check", "muted").pixmap(QSize(16, 16)).isNull()


def test_a_name_without_a_picture_is_refused_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-picture")
