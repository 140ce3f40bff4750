"""The open assessment: every change goes through here, and everyone hears of it here."""

from __future__ import annotations

import threading
import weakref
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import DocumentError
from vendorcompare.core.parts import Part
from vendorcompare.document.history import History, Step
from vendorcompare.document.notify import Signal
from vendorcompare.document.saving import Saving
from vendorcompare.document.viewing import Frozen
from vendorcompare.i18n import _
from vendorcompare.storage import change_log, records, snapshot
from vendorcompare.storage.change_log import Argument, Label, LogHead
from vendorcompare.storage.file.leftovers import Leftover
from vendorcompare.storage.file.publish import Report, unreported
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.rows import RowChange, inverted

Replay = Literal["undo", "redo"]
Kind = Literal["do"] | Replay


@dataclass(frozen=True)
class Changes:
    """Tell what a step, its undoing or its redoing did to the rows."""

    kind: Kind
    step: Label
    rows: tuple[RowChange, ...]

    @property
    def label(self) -> str:
        """What the step is called, in the language of the interface."""
        return self.step.words

    @cached_property
    def parts(self) -> frozenset[Part]:
        """The parts of the assessment that were touched."""
        return records.parts_of(self.rows)


@dataclass(frozen=True, slots=True)
class _Committed:
    """Hold what was committed, and is to be shown next.

    Attributes:
        merge: the mark of the step, None also for undoing and redoing.
        logged: where the log stands with it.
    """

    changes: Changes
    merge: Hashable
    logged: LogHead
    assessment: Assessment


class Document:
    """Hold one open assessment with its history.

    A document belongs to one thread. Of what others may do meanwhile each method says so.

    Attributes:
        changed: told after every step, undo and redo, when the rows are safely on disk.
        saved: told after the file was written, and when the path changed.
    """

    def __init__(self, copy: WorkingCopy) -> None:
        self._copy = copy
        self._history = History()
        self._turn = threading.RLock()  # whoever writes
        self._recording: Recorder | None = None
        self._committed: deque[_Committed] = deque()
        self._saving: weakref.ref[Saving] | None = None  # it may be given up
        self.changed: Signal[Changes] = Signal()
        self.saved: Signal[Path] = Signal()
        with copy.store.begin() as transaction:
            self._assessment = snapshot.load(transaction)
            logged = change_log.head(transaction)
        self._number = logged.number
        self._last = logged, self._assessment
        if self._number != copy.saved_number:
            self._history.mark_dirty()

    @classmethod
    def create(cls, model: Path | None = None) -> Document:
        """Begin an assessment that has no file yet, empty or like a model of the application's."""
        return cls(WorkingCopy.create(model))

    @classmethod
    def open(cls, path: Path) -> Document:
        """Open a file; DocumentError says why it cannot be opened."""
        copy = WorkingCopy.open(path)
        try:
            return cls(copy)
        except DocumentError:
            copy.close()
            raise

    @classmethod
    def recover(cls, leftover: Leftover) -> Document:
        """Take up the edits that a crash left behind."""
        copy = WorkingCopy.recover(leftover)
        try:
            return cls(copy)
        except DocumentError:
            copy.abandon()
            raise

    @property
    def path(self) -> Path | None:
        """The user's file, None before the first save."""
        return self._copy.path

    @property
    def session(self) -> str:
        """The id by which other windows call the one that has the document open."""
        return self._copy.session

    @property
    def read_only(self) -> str:
        """Why the document cannot be changed, in the user's language; "" if it can."""
        return self._copy.read_only

    @property
    def notice(self) -> str:
        """What the user should know about the file that was opened; "" if nothing."""
        return self._copy.notice

    @property
    def upgraded_from(self) -> tuple[int, int] | None:
        """The older format that the file has until it is saved, or None."""
        return self._copy.upgraded_from

    @property
    def assessment(self) -> Assessment:
        """The assessment as it is now; frozen, so it can be kept and handed to a job."""
        return self._assessment

    @property
    def history(self) -> History:
        """The steps that can be undone and redone; read only."""
        return self._history

    @property
    def is_modified(self) -> bool:
        """Whether the file does not hold what the document holds."""
        return not self._history.is_clean

    @contextmanager
    def change(
        self, message: str, /, *, merge: Hashable = None, **arguments: Argument
    ) -> Iterator[Recorder]:
        """Make one step that can be undone as a whole.

        The message calls it by name and is marked with `N_()`: it is kept untranslated, beside
        the arguments that are filled in where it is shown. What is put on the recorder is
        committed durably when the block ends, and rolled back when it raises. A step inside
        another becomes part of it.
        """
        with self._turn:
            if self._recording is not None:
                yield self._recording
                return
            self.take_in()
            with self._transaction("do", Label(message, arguments), merge) as recorder:
                yield recorder
        self.take_in()

    @contextmanager
    def change_beside(self, message: str, /, **arguments: Argument) -> Iterator[Recorder]:
        """Make one step on another thread, which `take_in` then shows on the document's own.

        Steps that are to be made meanwhile wait until it is committed.
        """
        with self._turn, self._transaction("do", Label(message, arguments)) as recorder:
            yield recorder

    def take_in(self) -> None:
        """Put the steps that are committed into the history, and tell everyone of them."""
        while self._committed:
            step = self._committed.popleft()
            changes, logged = step.changes, step.logged
            self._number, self._assessment = logged.number, step.assessment
            match changes.kind:
                case "do":
                    self._history.push(Step(changes.step, changes.rows, (logged.id,), step.merge))
                case "undo":
                    self._history.step_back()
                case "redo":
                    self._history.step_forward()
            if self._saving is not None and (saving := self._saving()) is not None:
                saving.places[logged.number] = self._history.place
            self.changed.emit(changes)

    def undo(self) -> None:
        """Take back the last step, if there is one."""
        with self._turn:
            self.replay_beside("undo")()
        self.take_in()

    def redo(self) -> None:
        """Repeat the step that was undone last, if there is one."""
        with self._turn:
            self.replay_beside("redo")()
        self.take_in()

    def replay_beside(self, kind: Replay) -> Callable[[], None]:
        """Return what undoes or redoes a step on any thread; `take_in` then shows it.

        It is the step that is the next one now. If another comes before it, nothing is done.
        """
        self.take_in()
        step, (logged, _assessment) = self._history.next_to(kind), self._last

        def work() -> None:
            with self._turn:
                if step is None or self._last[0] != logged:
                    return
                changes = inverted(step.changes) if kind == "undo" else step.changes
                with self._transaction(kind, step.label, concerns=step.entries) as recorder:
                    recorder.replay(changes)

        return work

    def save(self, path: Path | None = None, *, overwrite_changed: bool = False) -> None:
        """Write the file, under a new name if one is given.

        Raises SaveFailed, or TargetChanged where somebody else wrote the file since.
        """
        saving = self.begin_save(path, overwrite_changed=overwrite_changed)
        saving.write()
        saving.finish()

    def begin_save(self, path: Path | None = None, *, overwrite_changed: bool = False) -> Saving:
        """Return a save, to be written on any thread while edits go on, then to be finished."""
        target = path or self._copy.path
        if target is None:
            raise ValueError("a document without a file is saved under a name")

        def finished(saving: Saving) -> None:
            self.take_in()
            self._history.mark_clean(saving.places[saving.number])
            self.saved.emit(target)

        self._history.hold()
        saving = Saving(self._copy, target, finished, overwrite_changed=overwrite_changed)
        saving.places[self._number] = self._history.place
        self._saving = weakref.ref(saving)
        return saving

    def save_copy(self, path: Path, report: Report = unreported) -> None:
        """Write the assessment under another name and go on with the present file.

        This can be done on any thread while edits go on; `report` is told the share that is done,
        and may raise to give it up.
        """
        self._copy.publish_copy(path, report)

    def close(self) -> None:
        """Give up the working copy; what was not saved is gone."""
        with self._turn:
            self._copy.close()

    def frozen(self) -> Frozen:
        """Return the document as it is now, to be read on any thread while edits go on."""
        reader = self._copy.reader()
        if reader.number != self._number:  # a step was just made on another thread
            reader.close()
            with self._turn:
                reader = self._copy.reader()
                self.take_in()
        return Frozen(self._assessment, reader)

    def attachment(self, key: str) -> bytes:
        """Return the bytes of an attachment; KeyError if there is none."""
        with self.frozen() as view:
            return view.attachment(key)

    @contextmanager
    def _transaction(
        self, kind: Kind, label: Label, merge: Hashable = None, *, concerns: Sequence[str] = ()
    ) -> Iterator[Recorder]:
        """Commit what is recorded together with its entry in the log, and refresh from it."""
        if self.read_only:
            raise DocumentError(
                self.read_only, hint=_("Use Export... to take over what can be read.")
            )
        logged, assessment = self._last
        with self._copy.store.begin() as transaction:
            recorder = self._recording = Recorder(transaction)
            try:
                yield recorder
            finally:
                self._recording = None
            if not recorder.changes:
                return
            logged = change_log.append(
                transaction, logged, kind, label, recorder.changes, concerns=concerns
            )
            assessment = snapshot.refresh(assessment, transaction, recorder.changes)
        self._last = logged, assessment
        changes = Changes(kind, label, tuple(recorder.changes))
        self._committed.append(_Committed(changes, merge, logged, assessment))
