"""The window as a whole: the wizard, pages, languages, looks, names for readers."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import (
    child,
    on_dialog,
    opened,
    press,
    press_key,
    trigger,
    type_text,
)
from tests.gui.page_fixtures import type_into
from vendorcompare import i18n, paths
from vendorcompare.core.rubric import Tier
from vendorcompare.document.edits import project
from vendorcompare.gui.app import Opening, has_place
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.commands import MENUS, Scope, commands
from vendorcompare.gui.files.backups_dialog import BackupsDialog
from vendorcompare.gui.files.new_assessment_dialog import NewAssessmentDialog
from vendorcompare.gui.files.recovery_dialog import RecoveryDialog
from vendorcompare.gui.forms.ui_new_assessment import Ui_NewAssessment
from vendorcompare.gui.help.about_dialog import AboutDialog
from vendorcompare.gui.help.support import report
from vendorcompare.gui.look import theme
from vendorcompare.gui.look.card import Card
from vendorcompare.gui.pages import PAGES
from vendorcompare.gui.startup import Startup
from vendorcompare.gui.window.preferences_dialog import PreferencesDialog
from vendorcompare.gui.window.shortcuts_dialog import ShortcutsDialog, shortcuts
from vendorcompare.storage.library.templates import template

#: Words that are the same in Chinese.
_SAME: Final = re.compile(
    r"VendorCompare|English|Letter|A4|JSON|CSV|PDF|CNY|USD|VAT|AHP|MIT|OFL|Noto Sans( SC)?|Tabler"
    r"|Icons|Ctrl|Shift|Alt|Tab|Enter|Return|Esc|Del|Home|End|F\d+|Acme|Beta|Agency|Buyer|Ltd|vcmp"
    r"|\(&?[A-Z0-9]\)|agency|TCO|Excel|WPS"
)


def chosen_language(application: Assembly, language: str) -> None:
    current = application.preferences.current
    application.preferences.set(replace(current, language=language))  # type: ignore[arg-type]


def dialogs(application: Assembly) -> Iterator[QDialog]:
    window = application.window
    yield NewAssessmentDialog("", application.preferences.current, window)
    yield PreferencesDialog(application.preferences, window)
    yield ShortcutsDialog(window)
    yield BackupsDialog([], window)
    yield RecoveryDialog([], application.problems, window)


def texts(root: QWidget) -> Iterator[str]:
    """Give every text that a user reads on a widget and below."""
    for widget in [root, *root.findChildren(QWidget)]:
        if isinstance(widget, Card):
            yield widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(i) for i in range(widget.count()))
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        yield widget.accessibleName()
        yield widget.toolTip()
    for action in root.findChildren(QAction):
        yield action.text()


def english_in(found: Iterator[str]) -> list[str]:
    return [text for text in found if re.search(r"[A-Za-z]{3,}", _SAME.sub("", text))]


def test_the_wizard_makes_an_assessment_by_keyboard(qtbot: QtBot, application: Assembly) -> None:
    def fill(dialog: QWidget) -> None:
        form: Ui_NewAssessment = dialog._form  # type: ignore[attr-defined]
        press_key(qtbot, form.templates, Qt.Key.Key_Return)
        type_text(qtbot, form.buyer, "Minghua")
        type_text(qtbot, form.budget, "eight")
        press_key(qtbot, form.budget, Qt.Key.Key_Return)
        assert form.steps.currentIndex() == 1
        assert "eight" in form.budget_problem.text()
        form.budget.setText("800")
        press_key(qtbot, form.budget, Qt.Key.Key_Return)
        assert form.steps.currentIndex() == 2
        form.vendors.insertPlainText("Acme\nBeta\n\nAcme")
        form.next.click()

    on_dialog(fill)
    trigger(application, "file.new")
    assessment = opened(application).assessment
    assert assessment.buyer == "Minghua"
    assert assessment.budget_monthly == 800
    assert [vendor.name for vendor in assessment.vendors] == ["Acme", "Beta"]
    quick = template(assessment.template).at(Tier.QUICK)
    assert len(assessment.rubric.criteria) == len(quick.criteria)
    assert opened(application).path is None
    assert application.window.isWindowModified()
    assert not opened(application).history.can_undo
    opened(application).history.mark_clean()


def test_the_wizard_shows_how_much_each_tier_brings(qtbot: QtBot, application: Assembly) -> None:
    dialog = NewAssessmentDialog("bookkeeping-communication", application.preferences.current)
    qtbot.addWidget(dialog)
    chosen = template("bookkeeping-communication")
    assert str(len(chosen.at(Tier.QUICK).criteria)) in dialog._form.quick.text()
    before = dialog._form.dimensions.text()
    dialog._form.full.click()
    assert dialog._form.dimensions.text() != before


def test_the_start_page_comes_first_and_again_after_closing(
    application: Assembly, file: Path
) -> None:
    assert application.start.isVisible()
    assert not application.window.rail.isVisible()
    application.documents.open(file)
    assert not application.start.isVisible()
    trigger(application, "file.close")
    assert application.start.isVisible()


def test_a_recent_file_opens_from_the_start_page(
    qtbot: QtBot, application: Assembly, file: Path
) -> None:
    application.recent.add(file)
    row = next(card for card in application.start.findChildren(Card) if card.text() == "agency")
    qtbot.waitUntil(row.isVisible)
    row.setFocus()
    qtbot.waitUntil(row.hasFocus)
    press_key(qtbot, row, Qt.Key.Key_Return)
    assert opened(application).path == file


def test_the_overview_says_what_is_left_to_do(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    words = " ".join(texts(application.window))
    assert "Score the vendors: to do" in words
    assert "Choose the criteria: done" in words
    assert "Prices missing: Acme, Beta" in words


def test_a_fact_typed_wrongly_is_told_beside_its_field(
    qtbot: QtBot, application: Assembly, file: Path
) -> None:
    application.documents.open(file)
    field = child(application.window, QLineEdit, "budget")
    problem = child(application.window, QLabel, "budget_problem")
    field.setFocus()
    type_text(qtbot, field, "a lot")
    press_key(qtbot, field, Qt.Key.Key_Return)
    assert "a lot" in problem.text()
    assert opened(application).assessment.budget_monthly is None
    field.selectAll()
    QApplication.clipboard().setText("１，２００")
    field.paste()
    press_key(qtbot, field, Qt.Key.Key_Return)
    assert not problem.isVisible()
    assert opened(application).assessment.budget_monthly == 1200


def test_the_language_switches_while_a_document_is_open(
    qtbot: QtBot, application: Assembly, file: Path
) -> None:
    application.documents.open(file)
    application.recent.clear()  # what a file is called is not ours to translate
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    trigger(application, "view.language")
    assert i18n.language() == "zh"
    qtbot.waitUntil(lambda: application.window.rail.accessibleName() != "Pages")
    assert english_in(texts(application.window)) == []
    trigger(application, "view.language")
    qtbot.waitUntil(lambda: "Overview" in list(texts(application.window)))


def test_no_english_is_left_in_chinese_dialogs(qtbot: QtBot, application: Assembly) -> None:
    chosen_language(application, "zh")
    for dialog in dialogs(application):
        qtbot.addWidget(dialog)
        assert english_in(texts(dialog)) == [], type(dialog).__name__
    said = (words for scope in Scope for words, _keys in shortcuts(scope))
    assert english_in(said) == []


def test_the_look_switches_at_once(application: Assembly, qapp: QApplication) -> None:
    current = application.preferences.current
    application.preferences.set(replace(current, scheme="dark", text_size=150))
    assert theme.tokens().dark
    size = qapp.font().pointSizeF()
    application.preferences.set(replace(current, scheme="light", text_size=100))
    assert not theme.tokens().dark
    assert qapp.font().pointSizeF() < size


@pytest.mark.parametrize("language", ["en", "zh"])
def test_everything_that_takes_the_focus_has_a_name(
    qtbot: QtBot, application: Assembly, file: Path, language: str
) -> None:
    chosen_language(application, language)
    assert unnamed(application.window) == []
    application.documents.open(file)
    assert unnamed(application.window) == []
    for dialog in [*dialogs(application), AboutDialog(file, application.window)]:
        qtbot.addWidget(dialog)
        dialog.show()
        assert unnamed(dialog) == [], type(dialog).__name__
        dialog.hide()


def unnamed(root: QWidget) -> list[str]:
    """Return the widgets that take the focus and have nothing to be called by."""
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollBar)
        and not widget.objectName().startswith("qt_")
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]


def test_every_page_has_a_key(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    keys = [action.shortcut().toString() for action in application.window.page_menu.actions()]
    assert keys == [f"Ctrl+{number}" for number in range(1, len(PAGES) + 1)]


def test_a_refused_edit_is_told_without_a_dialog(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    document = application.workspace.document
    application.workspace.attempt(document, project.describe, horizon_months=0)
    assert "horizon" in application.window.notices.text().lower()


def test_the_diagnostic_report_holds_no_content(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    assert "Acme" not in report()
    assert "VendorCompare" in report()


def test_help_dialogs_open_from_the_menu(application: Assembly) -> None:
    for id in ("help.keys", "help.about", "view.preferences"):
        on_dialog(press("Close"))
        trigger(application, id)


def test_every_menu_of_the_window_has_commands(application: Assembly) -> None:
    bar = child(application.window, QMenuBar, "menu_bar")
    menus = [action.menu() for action in bar.actions()]
    assert all(isinstance(menu, QMenu) and menu.actions() for menu in menus)
    assert len(menus) == len(MENUS)
    listed = {action for menu in menus if isinstance(menu, QMenu) for action in menu.actions()}
    assert {application.window.commands[c.id] for c in commands(Scope.WINDOW)} <= listed


def test_a_file_named_before_the_session_begins_is_opened_with_it(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[list[Path]] = []

    class Running:
        """Stand for the real one."""

        def __init__(self, _startup: object) -> None:
            pass

        def begin(self, files: list[Path]) -> None:
            begun.append(files)

        def take_file(self, path: Path) -> None:
            begun.append([path])

    monkeypatch.setattr("vendorcompare.gui.running.Running", Running)
    startup = Startup(qapp, paths.settings_file())
    opening = Opening(startup, [])
    opening.take_file(Path("early.vcmp"))
    opening.begin()
    opening.take_file(Path("late.vcmp"))
    assert begun == [[Path("early.vcmp")], [Path("late.vcmp")]]
    startup.window.deleteLater()
    startup.preferences.deleteLater()


def test_a_start_without_a_folder_to_write_in_is_explained(
    qapp: QApplication, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert has_place()
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("VENDORCOMPARE_HOME", str(tmp_path / "file"))
    said = on_dialog(press("OK"))
    assert not has_place()
    assert "cannot start" in said[0]
    assert str(tmp_path / "file") in said[0]
    monkeypatch.setenv("VENDORCOMPARE_HOME", str(home))
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    said = on_dialog(press("OK"))
    assert not has_place()
    assert "this account may not do that" in said[0]


def test_a_currency_is_named_as_its_reader_does(application: Assembly, file: Path) -> None:
    chosen_language(application, "zh")
    application.documents.open(file)
    application.window.show_page("overview")
    field = child(application.window, QLineEdit, "currency")
    assert field.text() == "人民币（元）"
    field.setFocus()
    field.selectAll()
    type_into(field, "港元")  # keys are for Latin letters
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened(application).assessment.currency == "HKD"
    chosen_language(application, "en")
    QApplication.processEvents()
    assert field.text() == "HKD"
    dialog = NewAssessmentDialog("", application.preferences.current, application.window)
    assert dialog._form.currency.text() == "CNY"
    dialog.deleteLater()
