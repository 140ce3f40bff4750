"""What readers are told of every page and dialog: nothing that can be used is without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QListView,
    QTabWidget,
    QWidget,
)

from tests.gui.application_fixtures import child, trigger
from vendorcompare.core.rubric import Measure
from vendorcompare.gui import pages, translator
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.files.backups_dialog import BackupsDialog
from vendorcompare.gui.files.new_assessment_dialog import NewAssessmentDialog
from vendorcompare.gui.help.about_dialog import AboutDialog
from vendorcompare.gui.pages.rubric.page import RubricPage
from vendorcompare.gui.window.main_window import MainWindow
from vendorcompare.gui.window.preferences_dialog import PreferencesDialog
from vendorcompare.gui.window.shortcuts_dialog import ShortcutsDialog

PAGES = tuple(page.key for page in pages.PAGES)
_CELLS_READ = 60
_Role = QAccessible.Role
_NO_CONTROLS = {_Role.ScrollBar}  # readers scroll by themselves
_TABLES = {_Role.Table, _Role.Tree, _Role.List, _Role.MenuBar}
#: Half-width marks that a Chinese sentence does not have beside Chinese words.
_HALF_WIDTH = re.compile(r"[一-鿿”）][,:;]|[,:;] ?[一-鿿]")


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Go through all that a reader can come to, cells aside."""
    yield interface
    if interface.role() not in _TABLES:
        for place in range(interface.childCount()):
            below = interface.child(place)
            if below.isValid() and not below.state().invisible:
                yield from tree(below)


def told(window: QWidget) -> list[tuple[QAccessibleInterface, str, str]]:
    """Return everything on a window with its name and description."""
    whole = QAccessible.queryAccessibleInterface(window)
    name, description = QAccessible.Text.Name, QAccessible.Text.Description
    return [(one, one.text(name), one.text(description)) for one in tree(whole)]


def cells(window: QWidget) -> Iterator[tuple[QAbstractItemView, str]]:
    """Return what readers are told of the cells that tables and lists begin with."""
    for view in window.findChildren(QAbstractItemView):
        if not view.isVisible() or view.window() is not window:
            continue
        model = view.model()
        columns = 1 if isinstance(view, QListView) else model.columnCount(QModelIndex())
        for row in range(min(model.rowCount(QModelIndex()), _CELLS_READ)):
            for column in range(columns):
                said = model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
                shown = model.index(row, column).data(Qt.ItemDataRole.DisplayRole)
                yield view, str(said or shown or "")


def assert_everything_is_named(window: QWidget) -> None:
    for one, name, _description in told(window):
        if one.state().focusable and one.role() not in _NO_CONTROLS:
            assert name.strip(), f"{one.role()} {one.object()} has no name"
    for combo in window.findChildren(QComboBox):
        if combo.isVisible():  # its name is what is chosen in it, on Linux at least
            assert is_labelled(combo), f"nothing says what {combo.accessibleName()!r} chooses"
    for view, said in cells(window):
        assert said.strip(), f"a cell of {view.accessibleName()!r} says nothing"


def is_labelled(combo: QComboBox) -> bool:
    labels = combo.window().findChildren(QLabel)
    return bool(combo.accessibleDescription()) or any(label.buddy() is combo for label in labels)


def assert_chinese_is_set_as_chinese(window: QWidget) -> None:
    said = [words for _one, *both in told(window) for words in both]
    said += [words for _view, words in cells(window)]
    for words in said:
        assert not _HALF_WIDTH.search(_ours(words)), words


def _ours(words: str) -> str:
    """Leave out what users and files wrote: the sample's notes have both languages."""
    return "" if "微信里都有" in words else words


def turns(window: QWidget) -> Iterator[None]:
    """Turn to every tab of the page that is shown."""
    shown = [tabs for tabs in window.findChildren(QTabWidget) if tabs.isVisible()]
    yield
    for tabs in shown:
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            QTest.qWait(20)
            yield


@pytest.fixture
def window(application: Assembly) -> MainWindow:
    """Give the window with the sample in it."""
    trigger(application, "file.sample")
    application.window.resize(1280, 720)
    return application.window


@pytest.mark.parametrize("page", PAGES)
def test_everything_on_a_page_has_a_name(window: MainWindow, page: str) -> None:
    window.show_page(page)
    for _turn in turns(window):
        assert_everything_is_named(window)


@pytest.mark.parametrize("page", sorted({*PAGES} - {"report"}))  # it shows another language
def test_chinese_has_the_marks_of_chinese(
    window: MainWindow, qapp: QApplication, page: str
) -> None:
    translator.switch_language(qapp, "zh")
    window.show_page(page)
    QTest.qWait(200)  # the radar is described a moment later
    for _turn in turns(window):
        assert_chinese_is_set_as_chinese(window)


def test_everything_beside_the_rubric_has_a_name(window: MainWindow) -> None:
    window.show_page("rubric")
    page = child(window, RubricPage, "page_rubric")
    criteria = page.workspace.assessment.rubric.criteria
    for measure in Measure:
        of_it = next((c for c in criteria if c.measure is measure), None)
        if of_it is not None:
            page.select(of_it.key)
            assert_everything_is_named(window)
    child(page, QAbstractButton, "library").toggle()
    QTest.qWait(20)
    assert_everything_is_named(window)


def test_the_start_page(application: Assembly) -> None:
    assert_everything_is_named(application.window)


def dialogs(application: Assembly) -> list[QDialog]:
    preferences = application.preferences
    return [
        NewAssessmentDialog("", preferences.current, application.window),
        PreferencesDialog(preferences, application.window),
        ShortcutsDialog(application.window),
        AboutDialog(Path("deal.vcmp"), application.window),
        BackupsDialog([], application.window),
    ]


def test_every_dialog(application: Assembly) -> None:
    for dialog in dialogs(application):
        dialog.show()
        assert_everything_is_named(dialog)
        dialog.close()
