from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from vendorcompare.gui.pages.compare.weight_sliders import WeightSliders

DIMENSIONS = [("price", "Price & fees"), ("speed", "Speed"), ("care", "Care")]
SHARES = {"price": 0.5, "speed": 0.3, "care": 0.2}


@pytest.fixture
def sliders(qtbot: QtBot) -> WeightSliders:
    made = WeightSliders()
    qtbot.addWidget(made)
    made.set_weights(DIMENSIONS, SHARES)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_it_shows_the_weights_it_began_with(sliders: WeightSliders) -> None:
    assert sliders.weights() == pytest.approx(SHARES, abs=0.001)
    texts = [label.text() for label in sliders.findChildren(QLabel)]
    assert {"50.0%", "30.0%", "20.0%", "Price & fees"} <= set(texts)
    assert not sliders.is_changed()


def test_a_key_changes_a_weight_and_the_shares_sum_to_the_whole(
    sliders: WeightSliders, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(sliders.weights_changed) as told:
        QTest.keyClick(sliders.slider("care"), Qt.Key.Key_PageUp)
    shares = told.args[0]
    assert shares["care"] > 0.2
    assert sum(shares.values()) == pytest.approx(1)


def test_a_hundred_moves_are_told_at_most_three_times(sliders: WeightSliders, qtbot: QtBot) -> None:
    told: list[dict[str, float]] = []
    sliders.weights_changed.connect(told.append)
    for place in range(100):
        sliders.slider("price").setValue(place)
    qtbot.waitUntil(lambda: bool(told))
    QApplication.processEvents()
    assert len(told) <= 3
    assert told[-1] == sliders.weights()


def test_reset_goes_back(sliders: WeightSliders, qtbot: QtBot) -> None:
    reset = sliders.findChild(QPushButton)
    assert isinstance(reset, QPushButton)
    assert not reset.isEnabled()
    with qtbot.waitSignal(sliders.weights_changed):
        sliders.slider("price").setValue(0)
    with qtbot.waitSignal(sliders.weights_changed) as told:
        QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert told.args[0] == pytest.approx(SHARES, abs=0.001)
    assert not reset.isEnabled()


def test_all_sliders_at_zero_mean_equal_shares(sliders: WeightSliders) -> None:
    for key, _name in DIMENSIONS:
        sliders.slider(key).setValue(0)
    assert sliders.weights() == pytest.approx({"price": 1 / 3, "speed": 1 / 3, "care": 1 / 3})


def test_readers_hear_dimension_and_share(sliders: WeightSliders) -> None:
    slider = sliders.slider("price")
    assert slider.accessibleName() == "Weight of Price & fees"
    assert slider.accessibleDescription() == "50.0%"


def test_other_weights_are_taken_silently(sliders: WeightSliders, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(sliders.weights_changed, wait=20):
        sliders.set_weights(DIMENSIONS, {"price": 0.1, "speed": 0.1, "care": 0.8})
    assert sliders.weights()["care"] == pytest.approx(0.8, abs=0.002)
    sliders.set_weights(DIMENSIONS[:2], {"price": 1, "speed": 1})
    assert sliders.weights() == {"price": 0.5, "speed": 0.5}
