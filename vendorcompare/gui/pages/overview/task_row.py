"""One line of a checklist: done or not, what, how far, and where to go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorcompare.gui.look import icons, plain, theme
from vendorcompare.i18n import _


class TaskRow(QWidget):
    """Show a task.

    Signals:
        go(str): the user wants to see to it, on the page with this key.
    """

    go = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = False
        self._page = ""
        self._symbol = plain.label()
        self._title = plain.label()
        self._detail = plain.label(look="caption", wrap=True)
        self._button = plain.button(look="quiet")
        self._button.setIcon(icons.icon("next", "accent"))
        self._button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind
        self._button.clicked.connect(self._on_clicked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.SPACE // 2, 0, theme.SPACE // 2)
        row.setSpacing(theme.SPACE * 3 // 2)
        row.addWidget(self._symbol)
        row.addLayout(words, 1)
        row.addWidget(self._button)

    def show_task(
        self, title: str, detail: str, action: str, page: str, *, done: bool, is_next: bool
    ) -> None:
        """Show another state of the task; the next one to do has the strong button."""
        theme.set_look(self._button, "primary" if is_next else "quiet")
        self._button.setIcon(icons.icon("next", "on_accent" if is_next else "accent"))
        self._done, self._page = done, page
        self._title.setText(title)
        theme.set_look(self._title, "muted" if done else "heading")
        self._detail.setText(detail)
        self._button.setText(plain.no_mnemonic(action))
        state = _("done") if done else _("to do")
        self._symbol.setAccessibleName(state)
        self._button.setAccessibleName(_("{task}: {state}").format(task=title, state=state))
        self._button.setAccessibleDescription(detail)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        name, colour = ("good", "good") if self._done else ("todo", "muted")
        ratio = self.devicePixelRatioF()
        self._symbol.setPixmap(icons.pixmap(name, colour, icons.SIZE, ratio))

    def _on_clicked(self) -> None:
        self.go.emit(self._page)
