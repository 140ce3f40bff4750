"""Who has no mouse reaches everything, and gets stuck nowhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import child, trigger
from vendorcompare.gui import pages
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.charts.radar_canvas import RadarCanvas
from vendorcompare.gui.pages.rubric.page import RubricPage
from vendorcompare.gui.window.main_window import MainWindow

PAGES = tuple(page.key for page in pages.PAGES)
_MOST_STOPS = 200
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


def stops(window: QWidget) -> list[QWidget]:
    """Return everything on a window that Tab has to reach."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
        and not is_left_out(widget)
    ]


def is_left_out(widget: QWidget) -> bool:
    """Tell whether arrow keys lead to a button from the one chosen beside it."""
    if not isinstance(widget, QAbstractButton):
        return False
    return widget.autoExclusive() and not widget.isChecked()


def walked(key: Qt.Key) -> list[QWidget]:
    """Press Tab, or Ctrl+Tab where Tab goes from cell to cell, until a widget comes twice."""
    seen: list[QWidget] = []
    for _step in range(_MOST_STOPS):
        widget = QApplication.focusWidget()
        assert widget is not None, f"the focus is lost after {named(seen[-1:])}"
        if widget in seen:
            assert widget is seen[0], f"Tab is caught among {named(seen[seen.index(widget) :])}"
            return seen
        seen.append(widget)
        in_cells = getattr(widget, "tabKeyNavigation", lambda: False)()
        QTest.keyClick(widget, key, _CTRL if in_cells else Qt.KeyboardModifier.NoModifier)
    raise AssertionError("Tab does not come back to where it began")


def named(widgets: list[QWidget]) -> list[str]:
    return [f"{type(w).__name__} {w.accessibleName() or w.objectName()!r}" for w in widgets]


def assert_all_reached(window: QWidget) -> None:
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        wanted = stops(window)
        QTest.keyClick(QApplication.focusWidget() or window, key)  # from the page to a control
        seen = walked(key)
        missed = [widget for widget in wanted if widget not in seen]
        assert not missed, f"{key.name} does not reach {named(missed)}"


def tabs_of(window: QWidget) -> list[Callable[[], None]]:
    """Return what turns to each tab on the page that is shown."""
    shown = [tabs for tabs in window.findChildren(QTabWidget) if tabs.isVisible()]
    return [partial(tabs.setCurrentIndex, place) for tabs in shown for place in range(tabs.count())]


@pytest.fixture
def window(application: Assembly, qtbot: QtBot) -> MainWindow:
    """Give the window with the sample in it, as small as it may be."""
    application.window.resize(1280, 720)
    application.window.activateWindow()
    qtbot.waitActive(application.window)
    trigger(application, "file.sample")
    return application.window


@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_everything_on_a_page(window: MainWindow, page: str) -> None:
    window.show_page(page)
    QTest.qWait(50)  # what a page does when it is shown
    assert_all_reached(window)
    for turn in tabs_of(window):
        turn()
        assert_all_reached(window)


def test_tab_reaches_everything_beside_the_rubric(window: MainWindow) -> None:
    window.show_page("rubric")
    page = child(window, RubricPage, "page_rubric")
    for criterion in page.workspace.assessment.rubric.criteria[:6]:
        page.select(criterion.key)
        for two in (True, False):
            page.criterion_panel.form.two_languages.setChecked(two)
            assert_all_reached(window)
    page.criterion_panel.form.evidence.unfold.toggle()
    child(page, QAbstractButton, "library").toggle()
    QTest.qWait(50)
    assert_all_reached(window)


def test_tab_reaches_the_weights(window: MainWindow) -> None:
    window.show_page("compare")
    button = next(b for b in window.findChildren(QAbstractButton) if b.text() == "&Weights")
    button.toggle()
    QTest.qWait(50)
    assert_all_reached(window)


def test_tab_reaches_the_radar_and_keys_walk_on_it(window: MainWindow) -> None:
    window.show_page("compare")
    QTest.qWait(50)
    canvas = window.findChild(RadarCanvas)
    assert canvas is not None
    assert canvas in walked(Qt.Key.Key_Tab)
    canvas.setFocus()
    before = canvas.grab().toImage()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.grab().toImage() != before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_of_any_kind(window: MainWindow, key: Qt.Key) -> None:
    window.show_page("rubric")
    page = child(window, RubricPage, "page_rubric")
    count = len(page.workspace.assessment.rubric.dimensions)
    button = child(page, QAbstractButton, "add_dimension")
    button.setFocus()
    QTest.keyClick(button, key)
    assert len(page.workspace.assessment.rubric.dimensions) == count + 1
    fold = next(b for b in window.rail.findChildren(QAbstractButton) if b.text() == "Hide names")
    fold.setFocus()
    QTest.keyClick(fold, key)
    assert window.rail.is_folded()


def test_enter_opens_the_sample_from_the_start_page(application: Assembly) -> None:
    button = child(application.window, QAbstractButton, "sample_button")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert application.workspace.document is not None


def test_the_key_of_a_label_leads_to_its_field(window: MainWindow) -> None:
    window.show_page("rubric")
    page = child(window, RubricPage, "page_rubric")
    dimension = page.workspace.assessment.rubric.dimensions[0]
    page.select(dimension.key)
    page.tree.setFocus()
    QTest.keyClick(page.tree, Qt.Key.Key_N, _ALT)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.text() == dimension.name.en


@pytest.mark.parametrize("page", PAGES)
def test_every_label_with_a_key_has_something_to_lead_to(window: MainWindow, page: str) -> None:
    window.show_page(page)
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.buddy() is not None and "&" in label.text():
            assert label.buddy().focusPolicy() & Qt.FocusPolicy.TabFocus, label.text()


def seen_with_focus(widget: QWidget, other: QWidget) -> bool:
    """Tell whether a widget looks another way while it has the focus."""
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget)
        holder = holder.parentWidget()
    pictures = []
    for focused in (other, widget):
        focused.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        window = widget.window()
        box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4)
        pictures.append(window.grab(box).toImage())
    assert widget.hasFocus(), named([widget])
    return pictures[0] != pictures[1]


@pytest.mark.parametrize("page", PAGES)
def test_one_sees_where_the_focus_is(window: MainWindow, page: str) -> None:
    window.show_page(page)
    QTest.qWait(300)  # what a page does when it is shown, its sheet included
    for turn in [lambda: None, *tabs_of(window)]:
        turn()
        QTest.qWait(20)
        found = stops(window)
        unseen = [w for w in found if not seen_with_focus(w, found[found[0] is w])]
        assert not unseen, f"the focus cannot be seen on {named(unseen)}"
