"""The details of one cell beside the grid: what is asked, what it is worth, what proves it."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QToolButton, QWidget

from vendorcompare.core.errors import UserError
from vendorcompare.core.rubric import Criterion
from vendorcompare.core.scores import Cell, Evidence, Score, State
from vendorcompare.core.values import counts, values_of
from vendorcompare.gui.criterion_words import must_have_words, score_text, with_unit
from vendorcompare.gui.fields.checks import show_checked
from vendorcompare.gui.forms.ui_score_panel import Ui_ScorePanel
from vendorcompare.gui.grid.cell_pictures import draw_grade
from vendorcompare.gui.look import plain
from vendorcompare.gui.look.said import said
from vendorcompare.gui.pages.scores.score_looks import Voice, Who
from vendorcompare.gui.pages.scores.score_words import value_words
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _, shown
from vendorcompare.storage.library.catalogues import evidence_kinds

_TYPING_PAUSE: Final = 400  # milliseconds until what is typed is kept
_KEYS: Final = {"claimed": "Alt+1", "documented": "Alt+2", "tested": "Alt+3"}


class ScorePanel(QScrollArea):
    """Show one cell.

    Signals:
        level_chosen(float): a level was pressed.
        grade_chosen(Evidence): a grade of evidence was pressed.
        excuse_wanted: the criterion is said not to apply, or to apply after all.
        note_typed(Cell, str): the note of a cell reads differently.
    """

    level_chosen = Signal(float)
    grade_chosen = Signal(object)
    excuse_wanted = Signal()
    note_typed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell: Cell | None = None
        self._note = ""
        inner = QWidget()
        self._form = Ui_ScorePanel()
        self._form.setupUi(inner)
        self._inner = inner
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for label in inner.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._grades: dict[Evidence, QToolButton] = {
            Evidence.CLAIMED: self._form.claimed,
            Evidence.DOCUMENTED: self._form.documented,
            Evidence.TESTED: self._form.tested,
        }
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._pause.timeout.connect(self.keep_note)
        self._connect()
        self.retranslate()

    def follow(self, workspace: Workspace) -> None:
        """Work on the document of a workspace from now on."""
        self._form.files.follow(workspace)

    def show_cell(self, workspace: Workspace, cell: Cell, voice: Voice) -> None:
        """Show a cell of the open document."""
        if cell != self._cell:
            self.keep_note()
        assessment = workspace.assessment
        self._cell = cell
        criterion = assessment.rubric.criterion(cell.criterion)
        score = self._score_of(workspace, cell, voice)
        can_write = voice.can_write and not (workspace.document and workspace.document.read_only)
        self._form.vendor.setText(assessment.vendor(cell.vendor).name)
        self._form.criterion.setText(said(criterion.name))
        self._form.worth.setText(_worth(criterion, score))
        self._say(self._form.hint, said(criterion.hint))
        self._say(self._form.must_have, must_have_words(criterion))
        self._form.anchors.show_levels(criterion, score.value, enabled=can_write)
        self._show_evidence(criterion, score, enabled=can_write and voice.who is Who.ONE)
        self._form.excuse.setEnabled(can_write)
        self._show_note(score.note, enabled=can_write)
        self._form.files.show_place(cell.vendor, cell.criterion, enabled=can_write)

    def set_empty(self, empty: bool) -> None:
        """Show nothing while no cell is the current one."""
        if empty:
            self.keep_note()
            self._cell = None
        self._inner.setVisible(not empty)

    def forget(self) -> None:
        """Show nothing of the document that is being left; its note was kept before."""
        self._pause.stop()
        self._cell, self._note = None, ""
        with QSignalBlocker(self._form.note):
            self._form.note.clear()
        self._form.files.forget()

    def write_note(self) -> None:
        """Put the cursor into the note."""
        self.ensureWidgetVisible(self._form.note)
        self._form.note.setFocus()

    def keep_note(self) -> None:
        """Tell what was typed into the note, if it reads differently."""
        self._pause.stop()
        text = self._form.note.toPlainText()
        if self._cell is not None and text != self._note:
            self._note = text
            self.note_typed.emit(self._cell, text)

    def retranslate(self) -> None:
        """Give the panel its words."""
        self._form.retranslateUi(self._inner)
        self._form.files.retranslate()
        for name, keys in _KEYS.items():
            button: QToolButton = getattr(self._form, name)
            plain.set_tool_tip(button, f"{button.text()}  {keys}")
            button.setAccessibleName(_("Evidence: {grade}").format(grade=button.text()))
        self._draw_grades()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_grades"):
            self._draw_grades()

    def _connect(self) -> None:
        form = self._form
        form.anchors.chosen.connect(self.level_chosen)
        form.excuse.toggled.connect(self.excuse_wanted)
        form.note.textChanged.connect(self._pause.start)
        form.note.editing_finished.connect(self.keep_note)
        for button in self._grades.values():
            button.toggled.connect(self._on_grade)

    def _score_of(self, workspace: Workspace, cell: Cell, voice: Voice) -> Score:
        """Return the score that is shown, whoever's it is."""
        assessment = workspace.assessment
        if voice.who is Who.ONE:
            return assessment.score(cell)
        agreed = assessment.agreed_score(cell.vendor, cell.criterion)
        if voice.who is not Who.ALL:
            return agreed
        row = assessment.vendor_position[cell.vendor]
        column = assessment.rubric.position[cell.criterion]
        try:
            value = float(workspace.prepared().agreed.values[row, column])
        except UserError:
            value = float("nan")
        if value != value:
            return Score(note=agreed.note)
        return Score(value, State.SCORED, note=agreed.note)

    def _show_evidence(self, criterion: Criterion, score: Score, *, enabled: bool) -> None:
        kinds = evidence_kinds()
        words = [said(kinds[code]) for code in criterion.evidence if code in kinds]
        shown = _("Look for: {kinds}").format(kinds=_(", ").join(words)) if words else ""
        self._say(self._form.kinds, shown)
        for grade, button in self._grades.items():
            show_checked(button, score.evidence is grade)
            button.setEnabled(enabled and score.state is State.SCORED)
        show_checked(self._form.excuse, score.state is State.NOT_APPLICABLE)

    def _show_note(self, note: str, *, enabled: bool) -> None:
        if self._form.note.isReadOnly() is enabled:
            self._form.note.setReadOnly(not enabled)
        if note != self._form.note.toPlainText() and not self._pause.isActive():
            self._note = note
            self._form.note.setPlainText(note)
            self._pause.stop()
        elif not self._pause.isActive():
            self._note = note

    def _say(self, label: QLabel, words: str) -> None:
        label.setText(shown(words))
        label.setVisible(bool(words))

    def _draw_grades(self) -> None:
        ratio = self.devicePixelRatioF()
        for grade, button in self._grades.items():
            picture = QPixmap(round(12 * ratio), round(12 * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_grade(painter, grade, QPointF(6, 6), "text")
            painter.end()
            button.setIcon(QIcon(picture))
            button.setIconSize(QSize(12, 12))

    def _on_grade(self) -> None:
        for grade, button in self._grades.items():
            if button is self.sender():
                self.grade_chosen.emit(grade)


def _worth(criterion: Criterion, score: Score) -> str:
    """Say what the score is and what it is worth."""
    if score.state is State.NOT_APPLICABLE:
        return _("N/A")
    if score.value is None:
        return score.text or _("Not scored yet")
    if not counts(criterion):
        return score_text(criterion, score.value)
    try:
        value = float(values_of(criterion, np.array([score.value]))[0])
    except UserError as error:
        return error.message
    shown = with_unit(criterion, score.value)
    return _("{score} → {value}").format(score=shown, value=value_words(value * 100))
