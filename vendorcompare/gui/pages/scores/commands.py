"""The commands on the selected cells of the score grid."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from vendorcompare.core.errors import UserError
from vendorcompare.core.scores import Evidence
from vendorcompare.gui.commands import (
    SCORES_MENU,
    SEPARATOR,
    Needs,
    Scope,
    actions,
    commands,
    name_all,
)
from vendorcompare.gui.grid.block import Block
from vendorcompare.gui.grid.grid_view import GridView
from vendorcompare.gui.grid.outcome import BlockOutcome, RefusedCell, outcome_words
from vendorcompare.gui.pages.scores.score_editing import ScoreEditing
from vendorcompare.gui.pages.scores.score_looks import Who
from vendorcompare.gui.pages.scores.score_model import ScoreModel
from vendorcompare.gui.workspace import Workspace


class ScoreCommands(QObject):
    """Carry out commands on the selection of the grid.

    Signals:
        note_wanted: the cursor is to go into the note.
        told(BlockOutcome): what became of a pasted or filled block.
        succeeded: a command went through, so that what was told before is out of date.
    """

    note_wanted = Signal()
    told = Signal(object)
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
        self._does: dict[str, Callable[[Block], BlockOutcome | None]] = {
            "cut": self._cut,
            "copy": self._copy,
            "copy_heads": self._copy_heads,
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
        grid.block_pasted.connect(partial(self.do, "paste"))
        self._actions = actions(
            Scope.SCORES, grid, {name: partial(self.do, name) for name in self._does}
        )
        for id in SCORES_MENU:
            if id == SEPARATOR:
                self.menu.addSeparator()
            else:
                self.menu.addAction(self._actions[id])

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
        if outcome is None or not outcome_words(outcome):
            self.succeeded.emit()
        if outcome is not None:
            self.told.emit(outcome)

    def go_to(self, refusal: RefusedCell) -> None:
        """Go to the cell of a refusal, if it is shown."""
        index = self._model.index_of(*refusal.at)
        if index.isValid():
            self._grid.setFocus()
            self._grid.go(index.row(), index.column())

    def enable(self) -> None:
        """Enable what makes sense for the scores on the screen."""
        voice = self._model.voice
        writable = voice.can_write and not self._model.locked
        met = {
            Needs.NOTHING: True,
            Needs.WRITABLE: writable,
            Needs.ONE_EVALUATOR: writable and voice.who is Who.ONE,
        }
        for command in commands(Scope.SCORES):
            self._actions[command.name].setEnabled(met[command.needs])

    def retranslate(self) -> None:
        """Give the commands their words."""
        name_all(self._actions.values())

    def _copy(self, block: Block) -> None:
        QGuiApplication.clipboard().setText(self._editing.copied(block))

    def _copy_heads(self, block: Block) -> None:
        QGuiApplication.clipboard().setText(self._editing.copied(block, heads=True))

    def _cut(self, block: Block) -> None:
        self._copy(block)
        self._editing.clear(block)

    def _paste(self, block: Block) -> BlockOutcome:
        return self._editing.paste(block, QGuiApplication.clipboard().text())

    def _note(self, _block: Block) -> None:
        self.note_wanted.emit()
