"""The commands on the selected cells of the score grid."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from vendorcompare.core.errors import UserError
from vendorcompare.core.scores import Evidence
from vendorcompare.gui.grid.block import Block
from vendorcompare.gui.grid.grid_view import GridView
from vendorcompare.gui.grid.outcome import Outcome, outcome_words
from vendorcompare.gui.grid.score_actions import CELL_ACTIONS, MENU, SEPARATOR
from vendorcompare.gui.look import icons
from vendorcompare.gui.pages.scores.score_editing import ScoreEditing
from vendorcompare.gui.pages.scores.score_looks import Who
from vendorcompare.gui.pages.scores.score_model import ScoreModel
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _

_BAD_SHOWN: Final = 4


class ScoreCommands(QObject):
    """Carry out commands on the selection of the grid.

    Signals:
        note_wanted: the cursor is to go into the note.
        told(str): what of a pasted or filled block was left out.
        succeeded: a command went through, so that what was told before is out of date.
    """

    note_wanted = Signal()
    told = Signal(str)
    succeeded = Signal()

    def __init__(
        self, workspace: Workspace, model: ScoreModel, editing: ScoreEditing, grid: GridView
    ) -> None:
        super().__init__(grid)
        self._workspace = workspace
        self._model = model
        self._editing = editing
        self._grid = grid
        self.menu = QMenu(grid)
        self._actions = {spec.id: QAction(grid) for spec in CELL_ACTIONS}
        self._does: dict[str, Callable[[Block], Outcome | None]] = {
            "cut": self._cut,
            "copy": self._copy,
            "paste": self._paste,
            "clear": editing.clear,
            "fill_down": editing.fill_down,
            "fill_right": editing.fill_right,
            "excuse": editing.excuse,
            "claimed": lambda block: editing.grade(block, Evidence.CLAIMED),
            "documented": lambda block: editing.grade(block, Evidence.DOCUMENTED),
            "tested": lambda block: editing.grade(block, Evidence.TESTED),
            "note": self._note,
        }
        self._make()
        self.retranslate()

    def do(self, id: str) -> None:
        """Carry out one command; what is wrong with it is told above the page."""
        self._grid.finish_editing()
        block = self._grid.block()
        if block is None:
            return
        try:
            outcome = self._does[id](block)
        except UserError as error:
            self._workspace.refused.emit(error)
            return
        words = "" if outcome is None else outcome_words(outcome)
        if words:
            self.told.emit(words)
        else:
            self.succeeded.emit()

    def enable(self) -> None:
        """Enable what makes sense for the scores on the screen."""
        voice, writable = self._model.voice, not self._model.locked
        for spec in CELL_ACTIONS:
            can_write = voice.can_write and writable
            possible = can_write or not spec.writes
            self._actions[spec.id].setEnabled(
                possible and (not spec.of_one or voice.who is Who.ONE)
            )

    def retranslate(self) -> None:
        """Give the commands their words."""
        for spec in CELL_ACTIONS:
            self._actions[spec.id].setText(_(spec.label))

    def _make(self) -> None:
        for spec in CELL_ACTIONS:
            action = self._actions[spec.id]
            action.setObjectName(f"cells.{spec.id}")
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            # Only with the focus on the grid: an open editor has keys of the same name.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            if spec.icon:
                action.setIcon(icons.icon(spec.icon))
            action.triggered.connect(self._on_triggered)
            self._grid.addAction(action)
        for id in MENU:
            if id == SEPARATOR:
                self.menu.addSeparator()
            else:
                self.menu.addAction(self._actions[id])

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.do(action.objectName().removeprefix("cells."))

    def _copy(self, block: Block) -> None:
        QGuiApplication.clipboard().setText(self._editing.copied(block))

    def _cut(self, block: Block) -> None:
        self._copy(block)
        self._editing.clear(block)

    def _paste(self, block: Block) -> Outcome:
        return self._editing.paste(block, QGuiApplication.clipboard().text())

    def _note(self, _block: Block) -> None:
        self.note_wanted.emit()
