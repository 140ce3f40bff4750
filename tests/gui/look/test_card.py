"""The card: all of it is one button, and it shows literally what there is room for."""

from __future__ import annotations

import gc

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from vendorcompare.gui.look.card import Card
from vendorcompare.gui.warm_up import WarmUp


def test_a_card_cuts_what_is_too_long_and_says_it_whole_to_readers(qtbot: QtBot) -> None:
    card = Card("A name " * 20, "Some words", "/home/" + "folder/" * 30 + "end", quiet=True)
    qtbot.addWidget(card)
    card.resize(240, 80)
    card.show()
    lines = [label.text() for label in card.findChildren(QLabel) if not label.wordWrap()]
    title, path = (line for line in lines if line)
    assert title.startswith("A name")
    assert title.endswith("…")
    assert path.startswith("/home/")
    assert path.endswith("end")
    assert "…" in path
    assert card.accessibleName() == "A name " * 20
    card.resize(4000, 80)
    shown = {label.text() for label in card.findChildren(QLabel)}
    assert "A name " * 20 in shown


def test_a_card_shows_that_it_has_the_focus(qtbot: QtBot) -> None:
    card = Card("Title")
    qtbot.addWidget(card)
    card.show()
    face = card.findChild(QFrame)
    assert face is not None
    card.setFocus()
    qtbot.waitUntil(lambda: face.property("focused") is True)
    card.clearFocus()
    qtbot.waitUntil(lambda: face.property("focused") is False)


def test_a_card_is_pressed_anywhere_and_by_keys(qtbot: QtBot) -> None:
    card = Card("Title", "A <b>sentence</b>", icon="template")
    qtbot.addWidget(card)
    card.resize(300, 120)
    card.show()
    pressed: list[str] = []
    card.clicked.connect(lambda: pressed.append("x"))
    sentence = next(label for label in card.findChildren(QLabel) if "<b>" in label.text())
    assert sentence.textFormat() == Qt.TextFormat.PlainText
    QTest.mouseClick(sentence, Qt.MouseButton.LeftButton)
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert len(pressed) == 2


def test_a_narrow_card_grows_so_that_its_whole_sentence_is_read(qtbot: QtBot) -> None:
    card = Card("Title", "A sentence of many words. " * 6)
    qtbot.addWidget(card)
    assert card.hasHeightForWidth()
    assert card.heightForWidth(240) > card.heightForWidth(480) > card.heightForWidth(1600)


def test_rubbish_is_collected_again_after_the_warm_up() -> None:
    gc.disable()
    try:
        warm_up = WarmUp(list, "json")
        warm_up.start()
        warm_up.stop()
        assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
