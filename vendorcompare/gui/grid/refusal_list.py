"""The list, beside a grid, of everything that was not understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vendorcompare.gui.grid import clipboard
from vendorcompare.gui.grid.outcome import RefusedCell
from vendorcompare.gui.look import icons, plain, theme
from vendorcompare.i18n import _, ngettext

_WIDTH: Final = 280


class RefusalList(QFrame):
    """List refusals with their places; one of them is gone to, all of them are copied.

    Signals:
        chosen(RefusedCell): the user wants to see the cell of one of them.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusals: tuple[RefusedCell, ...] = ()
        self._title = plain.label(wrap=True)
        theme.set_look(self._title, "heading")
        self._hint = plain.label(wrap=True)
        theme.set_look(self._hint, "caption")
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setSpacing(2)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setIconSize(QSize(icons.SIZE, icons.SIZE))
        self._list.itemClicked.connect(self._on_item)
        self._list.itemActivated.connect(self._on_item)
        self._copy, self._close = QToolButton(), QToolButton()
        self._copy.clicked.connect(self.copy)
        self._close.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        for button, icon in ((self._copy, "copy"), (self._close, "close")):
            button.setIcon(icons.icon(icon))
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout(self)
        down.setContentsMargins(theme.SPACE, 0, 0, 0)
        down.addLayout(head)
        down.addWidget(self._hint)
        down.addWidget(self._list, 1)
        self.setFixedWidth(_WIDTH)
        self.hide()
        self.retranslate()

    def show_refusals(self, refusals: Sequence[RefusedCell], hint: str) -> None:
        """List what was refused, with a sentence about what that means; none takes the list away.

        A list that was closed stays closed until there is something new in it.
        """
        is_new = not set(refusals) <= set(self._refusals)
        if tuple(refusals) != self._refusals:
            self._refusals = tuple(refusals)
            self._fill()
        self._hint.setText(hint)
        if not refusals:
            self.hide()
        elif is_new:
            self.show()

    def refusals(self) -> tuple[RefusedCell, ...]:
        """Return what is listed."""
        return self._refusals

    def copy(self) -> None:
        """Put the whole list on the clipboard, as spreadsheets read it."""
        rows = [(each.place, each.text, each.reason) for each in self._refusals]
        QGuiApplication.clipboard().setText(clipboard.written(rows))

    def retranslate(self) -> None:
        """Give the list its words."""
        self._list.setAccessibleName(_("Entries that were not understood"))
        for button, words in ((self._copy, _("Copy the list")), (self._close, _("Dismiss"))):
            button.setAccessibleName(words)
            plain.set_tool_tip(button, words)
        self._say_how_many()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _fill(self) -> None:
        self._list.clear()
        for each in self._refusals:
            words = _('{place}: "{text}"\n{reason}').format(
                place=each.place, text=each.text, reason=each.reason
            )
            self._list.addItem(QListWidgetItem(icons.icon("warning", "bad"), words))
        self._say_how_many()

    def _say_how_many(self) -> None:
        count = len(self._refusals)
        words = ngettext("{count} entry not understood", "{count} entries not understood", count)
        self._title.setText(words.format(count=count))

    def _on_item(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._refusals[self._list.row(item)])
