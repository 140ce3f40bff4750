"""Every letter behind Alt means one thing among what is seen together, in both languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QGroupBox,
    QLabel,
    QMenu,
    QMenuBar,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QTreeView,
    QWidget,
)

from vendorcompare.gui import translator
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.commands import MENUS, SCORES_MENU, Scope, commands
from vendorcompare.gui.files.backups_dialog import BackupsDialog
from vendorcompare.gui.files.import_dialog import ImportDialog
from vendorcompare.gui.files.new_assessment_dialog import NewAssessmentDialog
from vendorcompare.gui.files.recovery_dialog import RecoveryDialog
from vendorcompare.gui.help.about_dialog import AboutDialog
from vendorcompare.gui.pages import PAGES
from vendorcompare.gui.window.preferences_dialog import PreferencesDialog
from vendorcompare.gui.window.shortcuts_dialog import ShortcutsDialog
from vendorcompare.i18n import LANGUAGES, Language, _
from vendorcompare.storage.file.leftovers import Leftover

both = pytest.mark.parametrize("language", LANGUAGES)


def letter(text: str) -> str:
    """Return the letter that is heard with Alt, as `Alt+X`, or nothing."""
    return QKeySequence.mnemonic(text).toString(QKeySequence.SequenceFormat.PortableText)


def clashes(texts: Iterable[str]) -> dict[str, list[str]]:
    """Return the letters that stand for two things."""
    found = defaultdict(list)
    for text in texts:
        found[letter(text)].append(text)
    return {key: words for key, words in found.items() if key and len(words) > 1}


def words_seen(root: QWidget) -> Iterator[str]:
    """Give every text that may carry a letter and is seen."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QAbstractButton) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        ):
            yield widget.text()
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(i) for i in range(widget.count()) if widget.isTabVisible(i))
        elif isinstance(widget, QMenuBar):
            yield from (action.text() for action in widget.actions())


@both
def test_in_every_menu(application: Assembly, qapp: QApplication, language: Language) -> None:
    translator.switch_language(qapp, language)
    menus = application.window.findChildren(QMenu)
    assert len(menus) >= len(MENUS)
    for menu in menus:
        menu.aboutToShow.emit()
        assert clashes(action.text() for action in menu.actions()) == {}, menu.objectName()


@both
@pytest.mark.parametrize("scope", list(Scope))
def test_in_every_menu_of_the_right_button(
    qapp: QApplication, scope: Scope, language: Language
) -> None:
    translator.switch_language(qapp, language)
    shown = {Scope.FEES: (Scope.RECORD_GRIDS, Scope.FEES)}.get(scope, (scope,))
    if scope is not Scope.WINDOW:
        assert clashes(_(c.label) for each in shown for c in commands(each)) == {}
    assert SCORES_MENU


@both
@pytest.mark.parametrize("page", [page.key for page in PAGES])
def test_on_every_page(
    application: Assembly, qapp: QApplication, file: Path, page: str, language: Language
) -> None:
    translator.switch_language(qapp, language)
    window = application.window
    window.resize(1366, 768)
    assert clashes(words_seen(window)) == {}, "start"
    application.documents.open(file)
    window.show_page(page)
    for state in states_of(window):
        QApplication.processEvents()
        assert clashes(words_seen(window)) == {}, state


def states_of(window: QWidget) -> Iterator[str]:
    """Go through the tabs and the rows of a page, and what can be opened beside it."""
    yield ""
    for tabs in (each for each in window.findChildren(QTabWidget) if each.isVisible()):
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            yield f"tab {number}"
        tabs.setCurrentIndex(0)
    for button in (each for each in window.findChildren(QPushButton) if each.isVisible()):
        if button.isCheckable() and not button.isChecked():
            button.click()
            yield button.text()
    for tree in (each for each in window.findChildren(QTreeView) if each.isVisible()):
        model = tree.model()
        for row in range(min(3, model.rowCount())):
            index = model.index(row, 0)
            tree.setCurrentIndex(index)
            yield f"row {row}"
            if model.rowCount(index):
                tree.setCurrentIndex(model.index(0, 0, index))
                yield f"row {row}, first below"


def dialogs(application: Assembly) -> Iterator[QDialog]:
    now = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)
    left = [Leftover(Path(), Path.home() / "a.vcmp", "Agency", 12, now, now, False)]
    yield NewAssessmentDialog("", application.preferences.current, application.window)
    yield PreferencesDialog(application.preferences, application.window)
    yield ShortcutsDialog(application.window)
    yield AboutDialog(None, application.window)
    yield RecoveryDialog(left, application.problems, application.window)
    yield BackupsDialog([], application.window)
    application.documents.open_sample()
    assert application.workspace.document is not None
    table = b"vendor,criterion,value\nmingzhang,d1.1,0.9\nmingzhang,no,5\n"
    document, jobs = application.workspace.document, application.workspace.jobs
    yield ImportDialog(document, Path("scores.csv"), table, jobs, application.window)


@both
def test_in_every_dialog(application: Assembly, qapp: QApplication, language: Language) -> None:
    translator.switch_language(qapp, language)
    for dialog in dialogs(application):
        dialog.show()
        assert clashes(words_seen(dialog)) == {}, dialog.windowTitle()
        steps, onward = dialog.findChild(QStackedWidget), dialog.findChild(QPushButton, "next")
        while steps is not None and steps.currentIndex() + 1 < steps.count():
            assert onward is not None
            before = steps.currentIndex()
            onward.click()
            assert clashes(words_seen(dialog)) == {}, dialog.windowTitle()
            if steps.currentIndex() == before:
                break
        dialog.close()
        dialog.deleteLater()
