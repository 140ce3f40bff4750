"""What every page with grids of records has: what its cells write, its verbs, its refusals.

A page with such a grid writes a `KeyedModel`, which says its columns and where its records go, adds
it to the `RecordGrids` of the page, and says what its buttons do.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Any, Final, Generic

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabWidget, QWidget

from vendorcompare.core.errors import InputError
from vendorcompare.core.keyed import KeyedRecord
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.grid.outcome import BlockOutcome, RefusedCell, outcome_words
from vendorcompare.gui.grid.record_grid import RecordGrid
from vendorcompare.gui.grid.record_model import Column, Record, RecordModel
from vendorcompare.gui.grid.refusal_list import RefusalList
from vendorcompare.gui.look import theme
from vendorcompare.gui.pages.page import Page
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import N_, _

_KEYS: Final = N_("Type to replace, F2 to edit, Alt+Down to choose, Ctrl+Tab to leave.")
_LEFT: Final = N_("These cells were left as they are.")


class KeyedModel(RecordModel[KeyedRecord]):
    """Show records by their keys; one without a key is the row in which the next is begun.

    Attributes:
        bound: through which it writes into the document that it shows.
    """

    def __init__(
        self, columns: Sequence[Column[KeyedRecord]], bound: Binding, parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent)
        self.bound = bound

    def show_with(self, blank: KeyedRecord, records: Sequence[KeyedRecord]) -> None:
        """Show records, and below them the blank one unless nothing may be typed."""
        self.set_records([*records, *([] if self.locked else [blank])])

    def identity(self, record: KeyedRecord) -> Hashable:
        return record.key

    def is_blank(self, record: KeyedRecord) -> bool:
        return not record.key


class BoundGrid(QObject, Generic[Record]):
    """Show a grid of records of a page, and do what users ask of its rows.

    Attributes:
        view, model: the grid, and what it shows.
    """

    def __init__(
        self,
        page: Page,
        view: RecordGrid,
        model: RecordModel[Record],
        hint: QLabel | None = None,
    ) -> None:
        """Show a model; the label, if there is one, says what is wrong with the current row."""
        super().__init__(page)
        self.view = view
        self.model = model
        self._bound = page.bound
        self._workspace = page.workspace
        self._hint = hint
        self._buttons: tuple[QAbstractButton, ...] = ()
        view.set_records(model)
        view.moved.connect(self.show_hint)
        view.refused.connect(self._workspace.refused)
        view.locked.connect(partial(_tell_why_locked, self._workspace))

    def acts_on_rows(self, *buttons: QAbstractButton) -> None:
        """Enable buttons only while a record is chosen that can be changed."""
        self._buttons = buttons

    def deletes(
        self, verb: Callable[..., int], words: Callable[[int], str], *buttons: QAbstractButton
    ) -> None:
        """Have rows deleted by key and by buttons, and said so with the way back.

        Args:
            verb: deletes the records of some keys in a document and returns how many.
            words: says that so many were deleted.
        """
        delete = partial(self._delete, verb, words)
        self.view.rows_unwanted.connect(delete)
        for button in buttons:
            button.clicked.connect(delete)
        self.acts_on_rows(*self._buttons, *buttons)

    def begin(self, identity: Hashable = "") -> None:
        """Begin to type a record in the blank row that is known by an identity."""
        row = self.model.row_of(identity)
        if row >= 0:
            self.view.setFocus()
            self.view.go(row, 0)
            self.view.start_typing(None)

    def current(self) -> Record | None:
        """Return the record of the current row, None if there is none yet."""
        return self._there(self.view.currentIndex().row())

    def chosen(self) -> list[str]:
        """Return the keys of the records in which anything is selected."""
        records = map(self._there, self.view.rows_chosen())
        return [str(self.model.identity(record)) for record in records if record is not None]

    def show_hint(self) -> None:
        """Say what is wrong with the current row, or what its column is for."""
        can_act = bool(self._buttons) and not self.model.locked and bool(self.chosen())
        for button in self._buttons:
            button.setEnabled(can_act)
        if self._hint is None:
            return
        index, across = self.view.currentIndex(), Qt.Orientation.Horizontal
        wrong = self.model.problem_of_row(index.row()) or self.model.summary()
        explained = self.model.headerData(index.column(), across, Qt.ItemDataRole.ToolTipRole)
        theme.set_look(self._hint, "bad" if wrong else "caption")
        self._hint.setText(wrong or explained or _(_KEYS))

    def _there(self, row: int) -> Record | None:
        record = self.model.record(row)
        return None if record is None or self.model.is_blank(record) else record

    def _delete(self, verb: Callable[..., int], words: Callable[[int], str]) -> None:
        keys = self.chosen()
        count = self._bound.attempt(verb, keys) if keys else 0
        if count:
            self._workspace.noticed.emit(words(count), True)


class RecordGrids(QObject):
    """Hold the grids of records of a page, and list what was not understood in them."""

    def __init__(self, page: Page, refusals: RefusalList) -> None:
        super().__init__(page)
        self._page = page
        self._list = refusals
        self._grids: list[BoundGrid[Any]] = []
        self._left_out: tuple[RefusedCell, ...] = ()
        self._left_out_of: RecordGrid | None = None
        refusals.chosen.connect(self._on_chosen)

    def add(
        self, view: RecordGrid, model: RecordModel[Any], hint: QLabel | None = None
    ) -> BoundGrid[Any]:
        """Show a model in a grid of the page; the label says what is wrong with its rows."""
        grid: BoundGrid[Any] = BoundGrid(self._page, view, model, hint)
        view.told.connect(partial(self._on_told, grid))
        self._grids.append(grid)
        return grid

    def lock(self) -> bool:
        """Have nothing typed where the document cannot be written, and tell whether that is so."""
        document = self._page.workspace.document
        locked = document is None or bool(document.read_only)
        for grid in self._grids:
            grid.model.locked = locked
        return locked

    def show(self) -> None:
        """Say what is wrong, once the models show what the document holds."""
        self._show_refusals()
        for grid in self._grids:
            grid.show_hint()

    def forget(self) -> None:
        """Let nothing of this document be listed beside the next one."""
        self._left_out, self._left_out_of = (), None
        self._list.show_refusals((), "")

    def retranslate(self) -> None:
        """Give the grids their words in the language of the interface."""
        for grid in self._grids:
            grid.view.retranslate()
            grid.model.announce()

    def finish_editing(self) -> None:
        """Commit what is being typed."""
        for grid in self._grids:
            grid.view.finish_editing()

    def reveal(self, refused: RefusedCell, grid: BoundGrid[Any]) -> None:
        """Have a record shown that is not; a page that shows only some of them overrides this."""

    def _show_refusals(self) -> None:
        """List what is refused in the document, and what the last paste left out."""
        keeping = [grid.model for grid in self._grids if grid.model.refusals()]
        kept = [refused for model in keeping for refused in model.refusals()]
        hint = keeping[0].what_refusals_mean() if keeping else _(_LEFT)
        self._list.show_refusals((*kept, *self._left_out), hint)

    def _on_chosen(self, refused: RefusedCell) -> None:
        """Go to the cell of a refusal, or to the grid of which it was left out."""
        for grid in self._grids:
            if refused in grid.model.refusals():
                _bring_up(grid.view)
                if grid.model.place_of(refused)[0] < 0:
                    self.reveal(refused, grid)
                grid.view.setFocus()
                grid.view.go(*grid.model.place_of(refused))
                return
        if self._left_out_of is not None:
            _bring_up(self._left_out_of)
            self._left_out_of.setFocus()

    def _on_told(self, grid: BoundGrid[Any], outcome: BlockOutcome) -> None:
        if not grid.model.keeps_refused:
            self._left_out, self._left_out_of = outcome.bad, grid.view
        self._show_refusals()
        words = outcome_words(outcome)
        if words:
            self._page.workspace.noticed.emit(words, bool(outcome.done))


def _tell_why_locked(workspace: Workspace) -> None:
    document = workspace.document
    if document is not None and document.read_only:
        hint = _("Save a copy under another name to change it.")
        workspace.refused.emit(InputError(document.read_only, hint=hint))


def _bring_up(view: QWidget) -> None:
    """Show the tab that a grid stands on, if it stands on one."""
    tab: QWidget | None = view
    while tab is not None:
        stack = tab.parentWidget()
        tabs = None if stack is None else stack.parentWidget()
        if isinstance(tabs, QTabWidget):
            tabs.setCurrentWidget(tab)
        tab = stack
