"""A few sentences, each with a symbol for how bad it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vendorcompare.core.findings import Finding, Severity
from vendorcompare.gui.look import icons, plain, theme
from vendorcompare.i18n import language, shown

_SYMBOLS: Final = {"good": "good", "warning": "warning", "bad": "error"}
_SIDE: Final = 16


def kind_of(severity: Severity) -> str:
    """Return how a fact of a severity is marked; a mere note is not."""
    return "" if severity is Severity.NOTE else severity.value


def facts(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Return what was found as sentences with their kind."""
    return [(kind_of(each.severity), shown(each.sentence(language()))) for each in findings]


class FactList(QWidget):
    """Show sentences below each other; all of them are literal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[tuple[str, str], ...] = ()
        self._rows: list[tuple[QWidget, QLabel, QLabel]] = []
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(6)
        self.hide()

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show sentences given with their kind: good, warning, bad, or "" for none of these.

        Without any it takes no room.
        """
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        while len(self._rows) < len(self._facts):
            self._rows.append(self._made_row())
        self._fill()
        self._fit()
        self.setVisible(bool(facts))

    def sentences(self) -> list[str]:
        """Return what is said."""
        return [words for _kind, words in self._facts]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._fill()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the sentences need, whatever room there is."""
        self.setMaximumHeight(max(self._down.heightForWidth(self.width()), 1))

    def _fill(self) -> None:
        ratio = self.devicePixelRatioF()
        for number, (row, symbol, text) in enumerate(self._rows):
            row.setVisible(number < len(self._facts))
            if number >= len(self._facts):
                continue
            kind, words = self._facts[number]
            text.setText(words)
            text.setAccessibleName(words)
            symbol.setVisible(bool(kind))
            if kind:
                symbol.setPixmap(icons.pixmap(_SYMBOLS[kind], kind, _SIDE, ratio))

    def _made_row(self) -> tuple[QWidget, QLabel, QLabel]:
        row, symbol, text = QWidget(), plain.label(), plain.label(wrap=True)
        symbol.setFixedWidth(_SIDE)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.SPACE)
        across.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(text, 1)
        self._down.addWidget(row)
        return row, symbol, text
