"""What the wheel must not change."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QWidget

from tests.gui.shell_fixtures import child, opened
from vendorcompare.gui.shell import Shell


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
    shell: Shell, page: str, kind: type[QWidget], name: str, focused: bool
) -> None:
    shell.documents.open_sample()
    shell.window.show_page(page)
    control = child(shell.window, kind, name)
    if focused:
        control.setFocus()
    before = opened(shell).assessment
    turn_wheel(control)
    shell.workspace.settle()
    assert opened(shell).assessment is before
