"""What earns each level of a rating, in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.text import Text
from vendorcompare.gui.fields.bilingual_edit import BilingualEdit
from vendorcompare.gui.look import plain, theme
from vendorcompare.i18n import _

_MOST: Final = 11
_LINES: Final = 2


class LevelList(QWidget):
    """Edit the words of every level, the best first.

    Signals:
        edited: the user changed some words.
        finished: the focus left a field.
    """

    edited = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[float, BilingualEdit] = {}
        self._numbers: list[QLabel] = []
        self._kept: dict[float, Text] = {}
        self._is_two = self._is_read_only = False
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(theme.SPACE)
        self._rows.setVerticalSpacing(theme.SPACE // 2)
        self._rows.setColumnStretch(1, 1)

    def show_levels(self, criterion: Criterion) -> None:
        """Show the levels of a criterion; a field that reads the same is left alone."""
        wanted = levels_of(criterion)
        self._kept = dict(criterion.levels)
        if wanted != list(self._fields):
            self._build(wanted)
        for level, field in self._fields.items():
            if field.text() != criterion.level(level):
                field.show_text(criterion.level(level))

    def levels(self) -> tuple[tuple[float, Text], ...]:
        """Return the words of the levels that have some; those out of sight stay."""
        shown = {level: field.text() for level, field in self._fields.items()}
        return tuple(sorted((l, t) for l, t in {**self._kept, **shown}.items() if t))  # noqa: E741

    def field(self, level: float) -> BilingualEdit:
        """Return the field of a level; KeyError if it has none."""
        return self._fields[level]

    def fields(self) -> list[BilingualEdit]:
        """Return the fields of all levels, the best first."""
        return list(self._fields.values())

    def set_two(self, two: bool) -> None:
        """Show both languages, or one."""
        self._is_two = two
        for field in self._fields.values():
            field.set_two(two)
        self.retranslate()

    def set_read_only(self, read_only: bool) -> None:
        """Let the words be read only."""
        self._is_read_only = read_only
        for field in self._fields.values():
            field.set_read_only(read_only)

    def retranslate(self) -> None:
        """Name the fields."""
        for level, field in self._fields.items():
            field.retranslate(_("What earns {level}").format(level=f"{level:g}"))

    def _build(self, levels: list[float]) -> None:
        for old in (*self._numbers, *self._fields.values()):
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._fields, self._numbers = {}, []
        for row, level in enumerate(levels):
            number = plain.label(f"{level:g}", "heading")
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            number.setContentsMargins(0, 5, 0, 0)
            number.setMinimumWidth(20)
            field = BilingualEdit(None, _LINES)
            field.set_two(self._is_two)
            field.set_read_only(self._is_read_only)
            field.edited.connect(self.edited)
            field.finished.connect(self.finished)
            self._rows.addWidget(number, row, 0)
            self._rows.addWidget(field, row, 1)
            self._fields[level] = field
            self._numbers.append(number)
        self.retranslate()


def levels_of(criterion: Criterion) -> list[float]:
    """Return the levels that can be described, the best first."""
    low, high = criterion.scale
    is_whole = low == int(low) and high == int(high)
    if criterion.measure is not Measure.RATING or not is_whole or not 0 < high - low < _MOST:
        return []
    levels = [float(level) for level in range(int(low), int(high) + 1)]
    return levels if criterion.direction == "lower" else levels[::-1]
