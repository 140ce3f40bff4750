"""The steps that can be undone and redone."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final, Literal

from vendorcompare.storage.change_log import Label
from vendorcompare.storage.rows import RowChange, merged

_MANY: Final = 2000  # rows
_LARGE: Final = 1024 * 1024  # bytes of one attached file


@dataclass(frozen=True, slots=True)
class Step:
    """Hold one user action: what it is called and which rows it changed.

    Attributes:
        entries: the ids of its entries in the change log.
        merge: steps that follow each other with the same mark become one, such as the
            keystrokes in one field or the positions of one slider.
    """

    label: Label
    changes: tuple[RowChange, ...]
    entries: tuple[str, ...]
    merge: Hashable = None

    @property
    def is_long(self) -> bool:
        """Whether to make it again, or take it back, takes longer than a blink."""
        return len(self.changes) > _MANY or any(
            isinstance(value, bytes) and len(value) > _LARGE
            for change in self.changes
            for row in (change.before, change.after)
            for value in (row or {}).values()
        )


class History:
    """Hold the steps done and undone, and where the saved file stands among them.

    Where a document stands is told by the step that was done last, which is no other step than
    itself, however often it is undone and redone.
    """

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Start from here: what was done so far is how the document begins."""
        self._beginning = Step(Label("", {}), (), ())
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._clean: Step | None = self._beginning
        self._held: Step | None = None

    @property
    def place(self) -> Step:
        """Where the document stands: the step done last, or one that stands for the beginning."""
        return self._done[-1] if self._done else self._beginning

    @property
    def is_clean(self) -> bool:
        """Whether the document stands where the file was saved."""
        return self._clean is self.place

    @property
    def undo_label(self) -> str:
        """What would be undone, in the language of the interface, or ""."""
        return self._done[-1].label.words if self._done else ""

    @property
    def redo_label(self) -> str:
        """What would be redone, in the language of the interface, or ""."""
        return self._undone[-1].label.words if self._undone else ""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to repeat."""
        return bool(self._undone)

    def push(self, step: Step) -> None:
        """Add a step that was just done; what was undone can no longer be redone."""
        self._undone.clear()
        if self._done and self._merges(step):
            last = self._done.pop()
            joined, entries = merged(last.changes, step.changes), last.entries + step.entries
            step = Step(step.label, joined, entries, step.merge)
        if step.changes:
            self._done.append(step)

    def _merges(self, step: Step) -> bool:
        return (
            step.merge is not None
            and step.merge == self._done[-1].merge
            and not self.is_clean
            and self._held is not self.place
        )

    def next_to(self, kind: Literal["undo", "redo"]) -> Step | None:
        """Return the step that undo takes back, or that redo repeats, if there is one."""
        steps = self._done if kind == "undo" else self._undone
        return steps[-1] if steps else None

    def step_back(self) -> None:
        """Note that the last step was undone."""
        self._undone.append(self._done.pop())

    def step_forward(self) -> None:
        """Note that the step undone last was redone."""
        self._done.append(self._undone.pop())

    def hold(self) -> None:
        """Let nothing be merged into the last step, which is about to be saved."""
        self._held = self.place

    def mark_clean(self, place: Step | None = None) -> None:
        """Note that the file holds what the document holds now, or held at a place."""
        self._clean = place or self.place

    def mark_dirty(self) -> None:
        """Note that no step leads to what the file holds, as after a recovery."""
        self._clean = None
