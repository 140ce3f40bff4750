"""What earns each level of a criterion, in words; pressing one gives that score."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vendorcompare.core import formats
from vendorcompare.core.errors import UserError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.values import value_points
from vendorcompare.gui.criterion_words import with_unit
from vendorcompare.gui.fields.checks import show_checked
from vendorcompare.gui.look import plain, theme
from vendorcompare.gui.look.said import said
from vendorcompare.i18n import _, language

_NUMBER_WIDTH: Final = 28
_MOST_LEVELS: Final = 11


class AnchorButton(QAbstractButton):
    """Show a level and the words that earn it, over several lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = self._words = ""
        self._heights: dict[int, int] = {}
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_level(self, level: str, words: str) -> None:
        """Stand for a level."""
        self._level, self._words = level, words
        self.setAccessibleName(f"{level} {words}".strip())
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A layout asks many times for the same few widths, and breaking lines takes long.
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = self._height_for(width)
        return found

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
            self.updateGeometry()
        super().changeEvent(event)

    def _height_for(self, width: int) -> int:
        metrics = QFontMetrics(theme.font("body"))
        box = metrics.boundingRect(
            QRect(0, 0, max(40, width - self._indent() - theme.SPACE), 10_000),
            Qt.TextFlag.TextWordWrap,
            self._words,
        )
        return max(box.height(), metrics.height()) + theme.SPACE

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect()
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if self.isChecked() else "sunken"))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        half = theme.SPACE // 2
        inner = box.adjusted(theme.SPACE, half, -half, -half)
        painter.setPen(theme.colour("text" if self.isEnabled() else "muted"))
        painter.setFont(theme.font("body", bold=True))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._level)
        painter.setFont(theme.font("body"))
        inner.setLeft(self._indent())
        painter.drawText(inner, int(Qt.TextFlag.TextWordWrap), self._words)
        painter.end()

    def _indent(self) -> int:
        width = QFontMetrics(theme.font("body", bold=True)).horizontalAdvance(self._level)
        return max(_NUMBER_WIDTH, width + theme.SPACE * 2)


class AnchorList(QWidget):
    """List the levels of a criterion, the best first.

    Signals:
        chosen(float): a level was pressed.
    """

    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._made: list[AnchorButton] = []
        self._buttons: dict[float, AnchorButton] = {}
        self._lines: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_levels(self, criterion: Criterion, score: float | None, *, enabled: bool) -> None:
        """Show what earns what, and which of it the score is."""
        shown = (criterion, language())
        if shown != self._shown:
            self._shown = shown
            self._fill(criterion)
        for level, button in self._buttons.items():
            show_checked(button, score is not None and level == score)
            button.setEnabled(enabled)

    def button(self, level: float) -> AnchorButton:
        """Return the button of a level; KeyError if it has none."""
        return self._buttons[level]

    def _fill(self, criterion: Criterion) -> None:
        """Have the buttons stand for other levels; to make them anew takes much longer."""
        levels = _levels(criterion)
        while len(self._made) < len(levels):
            self._made.append(self._new_button())
        self._buttons = {}
        for place, button in enumerate(self._made):
            button.setVisible(place < len(levels))
            if place < len(levels):
                level, label, words = levels[place]
                button.show_level(label, words)
                self._buttons[level] = button
        self._write([] if levels else worth_lines(criterion))

    def _new_button(self) -> AnchorButton:
        button = AnchorButton(self)
        button.toggled.connect(self._on_toggled)
        self._column.addWidget(button)
        return button

    def _write(self, lines: list[str]) -> None:
        """Show lines of text in place of buttons."""
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [plain.label(line, "muted", wrap=True) for line in lines]
        for label in self._lines:
            self._column.addWidget(label)

    def _on_toggled(self) -> None:
        pressed = self.sender()
        for level, button in self._buttons.items():
            if button is pressed:
                self.chosen.emit(level)


def _levels(criterion: Criterion) -> list[tuple[float, str, str]]:
    """Return the levels that can be pressed: the raw score, how it is shown, what earns it."""
    if criterion.measure is Measure.BOOLEAN:
        return [(1.0, _("yes"), ""), (0.0, _("no"), "")]
    if criterion.measure is not Measure.RATING:
        return []
    low, high = criterion.scale
    if low != int(low) or high != int(high) or high - low >= _MOST_LEVELS:
        return []
    return [
        (float(level), str(level), said(criterion.level(level)))
        for level in range(int(high), int(low) - 1, -1)
    ]


def worth_lines(criterion: Criterion) -> list[str]:
    """Say which figures earn how many points, the corners of the value function."""
    try:
        points = value_points(criterion)
    except UserError as error:
        return [error.message]
    return [
        _("{score} = {points} points").format(
            score=with_unit(criterion, raw), points=formats.number(value * 100)
        )
        for raw, value in points
    ]
