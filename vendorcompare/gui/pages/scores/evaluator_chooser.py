"""Whose scores are shown: a list to choose from, and a small menu to change who is on it.

As long as nobody is named, one field in place of the list asks who scores. Scores that were given
before somebody was named become that person's.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.scores import UNNAMED
from vendorcompare.document.edits import vendors as edits
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.look import icons, plain
from vendorcompare.gui.pages.scores.evaluator_words import evaluator_name
from vendorcompare.gui.pages.scores.score_looks import Voice, Who
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import N_, _

_FIELD: Final = 220


class _Asked(Enum):
    """What the field asks, in words that are marked for translation."""

    NOTHING = N_("Name, then Enter")
    FIRST = N_("Who scores? Name, then Enter")
    SIGNER = N_("Whose scores are these? Name, then Enter")
    NEW = N_("Who scores too? Name, then Enter")
    NAME = N_("Another name, then Enter")


class EvaluatorChooser(QWidget):
    """Choose one evaluator, all side by side, or what they agreed on.

    Signals:
        chosen(Voice): somebody else's scores are wanted.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._bound: Binding | None = None
        self._voices: list[Voice] = [Voice()]
        self._of = ""
        self._is_unsigned = False
        self._goes_on = False  # somebody else is to be named after the first
        self._asked = _Asked.NOTHING
        self._list = QComboBox()
        self._list.activated.connect(self._on_activated)
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._list.setMinimumContentsLength(12)
        self._name = QLineEdit()
        self._name.setMaxLength(80)
        self._name.hide()
        self._name.returnPressed.connect(self._on_named)
        self._name.installEventFilter(self)
        self._more = QToolButton()
        self._more.setIcon(icons.icon("users"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._more)
        self._add = self._menu.addAction("", self.ask_new)
        self._rename = self._menu.addAction("", self.ask_name)
        self._delete = self._menu.addAction("", self.delete)
        self._more.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self._list, self._name, self._more):
            row.addWidget(part)
        self.setFocusProxy(self._list)
        self.retranslate()

    def follow(self, workspace: Workspace, bound: Binding) -> None:
        """Work on the document that a page is bound to from now on."""
        self._workspace = workspace
        self._bound = bound

    def forget(self) -> None:
        """Give up the name that is being typed; it is of the document that is being left."""
        self._asked, self._goes_on = _Asked.NOTHING, False
        self._name.clear()
        self._close()

    @property
    def voice(self) -> Voice:
        """Whose scores are chosen."""
        return self._voices[max(0, self._list.currentIndex())]

    def show_voices(self, assessment: Assessment) -> None:
        """List whose scores there are; the choice stays as long as the document is the same."""
        is_same = assessment.origin == self._of
        wanted = self.voice if is_same else None
        self._of = assessment.origin
        self._voices = voices(assessment)
        names = {e.key: evaluator_name(e) for e in assessment.evaluators}
        words = {Who.ALL: _("All side by side"), Who.AGREED: _("Agreed scores")}
        self._list.clear()
        for voice in self._voices:
            self._list.addItem(words.get(voice.who, names.get(voice.evaluator, "")))
        self.choose(wanted if wanted in self._voices else _first(assessment, self._voices))
        self._is_unsigned = _is_unsigned(assessment)
        if not is_same or self._asked in (_Asked.NOTHING, _Asked.FIRST):
            self._close()

    def is_outdated(self, assessment: Assessment) -> bool:
        """Tell whether there are other voices than those that are listed."""
        return voices(assessment) != self._voices

    def choose(self, voice: Voice) -> None:
        """Show somebody's scores without telling."""
        self._list.setCurrentIndex(self._voices.index(voice))
        named = voice.who is Who.ONE and voice.evaluator != UNNAMED
        self._rename.setEnabled(voice.who is Who.ONE)
        self._delete.setEnabled(named)

    def ask_new(self) -> None:
        """Open the line for the name of a new evaluator; who scored before is asked first."""
        given = None if self._workspace is None else self._workspace.assessment
        has_scores = given is not None and bool(given.scores.states.any())
        self._goes_on = self._is_unsigned and has_scores
        self._ask(_Asked.FIRST if self._is_unsigned else _Asked.NEW, "")

    def ask_name(self) -> None:
        """Open the line for another name of the evaluator chosen, or for the first one."""
        if self.voice.who is not Who.ONE:
            return
        if self.voice.evaluator == UNNAMED:
            self._ask(_Asked.SIGNER, "")
        else:
            self._ask(_Asked.NAME, self._list.currentText())

    def delete(self) -> None:
        """Delete the evaluator chosen with all scores; the notice offers to undo."""
        voice = self.voice
        if self._workspace is None or self._bound is None:
            return
        if voice.who is not Who.ONE or voice.evaluator == UNNAMED:
            return
        name = self._list.currentText()
        self._bound.attempt(edits.delete_evaluator, voice.evaluator)
        self._workspace.noticed.emit(
            _('"{name}" was deleted with all scores given.').format(name=name), True
        )

    def retranslate(self) -> None:
        """Give the control its words."""
        self._list.setAccessibleName(_("Whose scores"))
        # under Linux the name of a list is what is chosen in it
        self._list.setAccessibleDescription(_("Whose scores"))
        self._name.setAccessibleName(_("Name of the evaluator"))
        self._name.setPlaceholderText(_(self._asked.value))
        self._more.setAccessibleName(_("Evaluators"))
        plain.set_tool_tip(self._more, _("Evaluators"))
        self._add.setText(_("&Add an evaluator..."))
        self._rename.setText(_("&Rename..."))
        self._delete.setText(_("&Delete with all scores"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._name:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Escape:
                    self._close()
                    return True
            elif event.type() == QEvent.Type.FocusOut and not self._name.text().strip():
                self._close()
        return super().eventFilter(watched, event)

    def _ask(self, asked: _Asked, name: str) -> None:
        self._show_field(asked, name)
        self._name.selectAll()
        self._name.setFocus()

    def _show_field(self, asked: _Asked, name: str) -> None:
        self._asked = asked
        self._list.hide()
        self._name.setText(name)
        self._name.setPlaceholderText(_(asked.value))
        self._name.setMinimumWidth(_FIELD)
        self._name.show()
        self.setFocusProxy(self._name)

    def _close(self) -> None:
        """Show the list, or ask who scores as long as nobody is named."""
        if self._is_unsigned and len(self._voices) == 1:
            self._show_field(_Asked.FIRST, "")
            return
        self._asked = _Asked.NOTHING
        self._name.hide()
        self._list.show()
        self.setFocusProxy(self._list)

    def _on_named(self) -> None:
        name = " ".join(self._name.text().split())
        if not name or self._bound is None:
            return
        asked, key = self._asked, self.voice.evaluator
        self._asked = _Asked.NOTHING
        if asked is _Asked.NAME:
            self._bound.attempt(edits.describe_evaluator, key, name=name)
            made = None
        elif asked is _Asked.NEW:
            made = self._bound.attempt(edits.add_evaluator, name)
        else:
            made = self._bound.attempt(edits.sign_scores, name)
        self._close()
        self._list.setFocus()
        if made is not None:
            self.chosen.emit(Voice(Who.ONE, made))
        if self._goes_on:
            self._goes_on = False
            self._ask(_Asked.NEW, "")

    def _on_activated(self, _place: int) -> None:
        voice = self.voice
        self.choose(voice)
        self.chosen.emit(voice)


def voices(assessment: Assessment) -> list[Voice]:
    """Return whose scores can be shown; a single evaluator needs no comparison.

    Scores without a name are listed where there are any, or where nobody is named yet.
    """
    singles = [
        Voice(Who.ONE, evaluator.key)
        for evaluator, states in zip(assessment.evaluators, assessment.scores.states, strict=True)
        if evaluator.key != UNNAMED or states.any() or len(assessment.evaluators) == 1
    ]
    several = len(singles) > 1 or bool(np.isfinite(assessment.scores.agreed).any())
    return [Voice(Who.ALL), Voice(Who.AGREED), *singles] if several else singles


def _is_unsigned(assessment: Assessment) -> bool:
    """Tell whether nobody is named yet."""
    return all(each.key == UNNAMED for each in assessment.evaluators)


def _first(assessment: Assessment, listed: list[Voice]) -> Voice:
    """Return whose scores to begin with: the first who gave any."""
    states = assessment.scores.states
    keys = [e.key for e, mine in zip(assessment.evaluators, states, strict=True) if mine.any()]
    people = [voice for voice in listed if voice.who is Who.ONE]
    return next((voice for voice in people if voice.evaluator in keys), people[0])
