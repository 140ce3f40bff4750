"""What the wheel must not change."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QWidget

from tests.gui.application_fixtures import child, opened
from vendorcompare.gui.assembly import Assembly


def turn_wheel(widget: QWidget) -> None:
    here, up = QPointF(5, 5), QPoint(0, 120)
    event = QWheelEvent(
        here, here, up, up, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize(
    ("page", "kind", "name"),
    [
        ("overview", QSpinBox, "horizon"),
        ("report", QComboBox, "paper"),
        ("vendors", QComboBox, "stage"),
    ],
)
@pytest.mark.parametrize("focused", [False, True])
def test_the_wheel_changes_nothing_on_a_page_that_scrolls(
    application: Assembly, page: str, kind: type[QWidget], name: str, focused: bool
) -> None:
    application.documents.open_sample()
    application.window.show_page(page)
    control = child(application.window, kind, name)
    if focused:
        control.setFocus()
    before = opened(application).assessment
    turn_wheel(control)
    application.workspace.settle()
    assert opened(application).assessment is before
