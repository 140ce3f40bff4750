"""A label whose words may change at every step of a slider."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from vendorcompare.gui.look import plain, theme


class SteadyLabel(QWidget):
    """Show literal text, and have the page laid out anew only if it needs more or fewer lines.

    A plain QLabel asks for a new layout of everything around it whenever its text changes,
    which costs several times what drawing the text does.
    """

    def __init__(self, parent: QWidget | None = None, *, wrap: bool = True) -> None:
        super().__init__(parent)
        self._label = plain.label(wrap=wrap)
        self._label.setParent(self)
        self._wrap = wrap
        self._needed = 0
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Minimum,
            QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Preferred,
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """Return the text."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text == self._label.text():
            return
        self._label.setText(text)
        if not self._wrap:
            return
        needed, self._needed = self._needed, self.heightForWidth(self.width())
        if needed != self._needed:
            self.updateGeometry()

    def set_look(self, look: str) -> None:
        """Give the text a look of the style sheet, such as `title` or `caption`."""
        if self._label.property("look") != look:
            theme.set_look(self._label, look)
            self.updateGeometry()

    def set_alignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Align the text."""
        self._label.setAlignment(alignment)

    def label(self) -> QLabel:
        """Return the label inside, which is what readers find."""
        return self._label

    def hasHeightForWidth(self) -> bool:
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        return max(self._label.heightForWidth(width), 1)

    def sizeHint(self) -> QSize:
        return self._label.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._label.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())
        self._needed = self.heightForWidth(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
