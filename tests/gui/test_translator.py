from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from vendorcompare import i18n
from vendorcompare.gui.translator import GettextTranslator, switch_language

SAVE = QDialogButtonBox.StandardButton.Save


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    switch_language(qapp, "en")


def test_standard_buttons_follow_the_language(qapp: QApplication, qtbot: QtBot) -> None:
    switch_language(qapp, "zh")
    box = QDialogButtonBox(SAVE)
    qtbot.addWidget(box)
    assert box.button(SAVE).text() == "保存"
    switch_language(qapp, "en")
    again = QDialogButtonBox(SAVE)
    qtbot.addWidget(again)
    assert again.button(SAVE).text() == "Save"


def test_forms_read_the_gettext_catalogue(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "_", {"Vendor": "供应商"}.get)
    switch_language(qapp, "zh")
    assert QCoreApplication.translate("VendorForm", "Vendor") == "供应商"


def test_what_is_not_translated_stays(qapp: QApplication) -> None:
    switch_language(qapp, "zh")
    assert QCoreApplication.translate("VendorForm", "no such text") == "no such text"
    assert GettextTranslator().translate("VendorForm", "") is None


def test_widgets_are_told(qapp: QApplication, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    seen: list[QEvent.Type] = []

    class Spy(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            seen.append(event.type())
            return False

    spy = Spy()
    widget.installEventFilter(spy)
    switch_language(qapp, "zh")
    qapp.processEvents()
    assert QEvent.Type.LanguageChange in seen
    assert i18n.language() == "zh"
