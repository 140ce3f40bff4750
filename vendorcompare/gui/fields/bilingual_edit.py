"""A field for words in two languages: one line of the interface's, or both."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from vendorcompare.core.text import Text
from vendorcompare.gui.fields.note_edit import NoteEdit
from vendorcompare.gui.look import plain, theme
from vendorcompare.i18n import LANGUAGE_NAMES, LANGUAGES, Language, _, language

_AROUND: Final = 2 * theme.SPACE + 2
_TAGS: Final[dict[Language, str]] = {"zh": "中", "en": "En"}
_LONGEST: Final = 2000
_MOST_LINES: Final = 8


class BilingualEdit(QWidget):
    """Edit a text.

    While one language is shown, a text that reads the same in both keeps doing so, and the
    words of the other language are left alone.

    Signals:
        edited: the user changed the text.
        finished: the focus left, or Enter was pressed.
    """

    edited = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None, lines: int = 1) -> None:
        super().__init__(parent)
        self._lines = lines
        self._text = Text()
        self._two = False
        self._fields: dict[Language, QLineEdit | NoteEdit] = {}
        self._tags: dict[Language, QLabel] = {}
        self._rows: dict[Language, QWidget] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # After the layout: how many lines a text needs depends on the width it is given.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE // 2)
        self._build()

    def set_lines(self, lines: int) -> None:
        """Show so many lines of each language."""
        if lines != self._lines:
            self._lines = lines
            self._build()

    def set_two(self, two: bool) -> None:
        """Show both languages, or only that of the interface."""
        self._two = two
        self._show_languages()
        self._fill()

    def set_read_only(self, read_only: bool) -> None:
        """Let the text be read only."""
        for field in self._fields.values():
            field.setReadOnly(read_only)

    def text(self) -> Text:
        """Return the words in both languages."""
        return self._text

    def show_text(self, text: Text) -> None:
        """Show a text."""
        self._text = text
        self._fill()

    def first(self) -> QLineEdit | NoteEdit:
        """Return the field in the language of the interface."""
        return self._fields[language()]

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, the language of the interface first."""
        return [self._fields[which] for which in sorted(LANGUAGES, key=lambda e: e != language())]

    def field(self, which: Language) -> QLineEdit | NoteEdit:
        """Return the field of a language."""
        return self._fields[which]

    def retranslate(self, name: str) -> None:
        """Name the fields in the language of the interface."""
        self.setAccessibleName(name)
        for which, field in self._fields.items():
            both = _("{field}, {language}").format(field=name, language=LANGUAGE_NAMES[which])
            field.setAccessibleName(both if self._two else name)
        self._show_languages()
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    def _build(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for which in LANGUAGES:
            row = self._rows[which] = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(theme.SPACE // 2)
            self._tags[which] = plain.label(_TAGS[which], "caption")
            self._tags[which].setFixedWidth(20)
            self._fields[which] = self._new_field()
            across.addWidget(self._tags[which])
            across.addWidget(self._fields[which], 1)
            self._column.addWidget(row)
        self._show_languages()
        self._fill()
        self._fit()

    def _new_field(self) -> QLineEdit | NoteEdit:
        if self._lines == 1:
            line = QLineEdit()
            line.setMaxLength(_LONGEST)
            line.textChanged.connect(self._on_edited)  # readers change it without editing
            line.editingFinished.connect(self.finished)
            return line
        note = NoteEdit()
        note.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        note.document().documentLayout().documentSizeChanged.connect(self._fit)
        note.textChanged.connect(self._on_edited)
        note.editing_finished.connect(self.finished)
        return note

    def _fit(self) -> None:
        """Grow with what is written, so that nothing has to be scrolled into sight."""
        for field in self._fields.values():
            if isinstance(field, NoteEdit):
                needed = round(field.document().size().height())
                lines = max(self._lines, min(needed, _MOST_LINES))
                field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + _AROUND)
                is_cut = needed > _MOST_LINES
                as_needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded
                off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
                field.setVerticalScrollBarPolicy(as_needed if is_cut else off)

    def _show_languages(self) -> None:
        own = language()
        for which in sorted(LANGUAGES, key=lambda each: each != own):  # own language first
            row = self._rows[which]
            self._column.removeWidget(row)
            self._column.addWidget(row)
            row.setVisible(self._two or which == own)
            self._tags[which].setVisible(self._two)
        self._fitting.start()

    def _fill(self) -> None:
        """Show the text; a field that reads the same already keeps its cursor."""
        for which, field in self._fields.items():
            own = self._text.zh if which == "zh" else self._text.en
            words = own if self._two else self._text.get(which)
            with QSignalBlocker(field):
                if isinstance(field, QLineEdit):
                    if field.text() != words:
                        field.setText(words)
                        field.setCursorPosition(0)
                elif field.toPlainText() != words:
                    field.setPlainText(words)

    def _on_edited(self) -> None:
        sender = self.sender()
        for which, field in self._fields.items():
            if field is sender:
                words = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
                self._take(which, words)

    def _take(self, which: Language, words: str) -> None:
        if words == (self._text.zh if which == "zh" else self._text.en):
            return
        if not self._two:
            self._text = self._text.with_words(which, words)
        elif which == "zh":
            self._text = Text(words, self._text.en)
        else:
            self._text = Text(self._text.zh, words)
        self.edited.emit()
