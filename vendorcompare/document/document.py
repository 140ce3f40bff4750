"""The open assessment: every change goes through here, and everyone hears of it here."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import DocumentError
from vendorcompare.document.history import History, Step
from vendorcompare.document.notify import Signal
from vendorcompare.i18n import _
from vendorcompare.storage import change_log, records, snapshot
from vendorcompare.storage.file.leftovers import Leftover
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.rows import RowChange, inverted
from vendorcompare.storage.sqlite import seal
from vendorcompare.storage.sqlite.database import raw

Kind = Literal["do", "undo", "redo"]


@dataclass(frozen=True, slots=True)
class Changes:
    """Tell what a step, its undoing or its redoing did to the rows."""

    kind: Kind
    label: str
    rows: tuple[RowChange, ...]

    @property
    def tables(self) -> frozenset[str]:
        """The names of the tables that were touched."""
        return frozenset(row.table for row in self.rows)


class Document:
    """Hold one open assessment with its history.

    Attributes:
        changed: told after every step, undo and redo, when the rows are safely on disk.
        saved: told after the file was written, and when the path changed.
    """

    def __init__(self, copy: WorkingCopy) -> None:
        self._copy = copy
        self._history = History()
        self._recording: Recorder | None = None
        self.changed: Signal[Changes] = Signal()
        self.saved: Signal[Path] = Signal()
        with copy.engine.begin() as connection:
            self._assessment = snapshot.load(connection)
            self._number = change_log.last_number(connection)
        if self._number != copy.saved_number:
            self._history.mark_dirty()

    @classmethod
    def create(cls, model: Path | None = None) -> Document:
        """Begin an assessment that has no file yet, empty or like a model of the application's."""
        return cls(WorkingCopy.create(model))

    @classmethod
    def open(cls, path: Path) -> Document:
        """Open a file; DocumentError says why it cannot be opened."""
        return cls(WorkingCopy.open(path))

    @classmethod
    def recover(cls, leftover: Leftover) -> Document:
        """Take up the edits that a crash left behind."""
        return cls(WorkingCopy.recover(leftover))

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
    def change(self, label: str, *, merge: Hashable = None) -> Iterator[Recorder]:
        """Make one step that can be undone as a whole.

        What is put on the recorder is committed durably when the block ends, and rolled
        back when it raises. A step inside another becomes part of it.
        """
        if self._recording is not None:
            yield self._recording
            return
        if self.read_only:
            raise DocumentError(
                self.read_only, hint=_("Use Export... to take over what can be read.")
            )
        with self._transaction("do", label) as recorder:
            yield recorder
        if recorder.changes:
            self._history.push(Step(label, tuple(recorder.changes), merge))
            self._announce("do", label, recorder)

    def undo(self) -> None:
        """Take back the last step, if there is one."""
        if self._history.can_undo:
            self._replay("undo", self._history.undo_label)

    def redo(self) -> None:
        """Repeat the step that was undone last, if there is one."""
        if self._history.can_redo:
            self._replay("redo", self._history.redo_label)

    def forget_history(self) -> None:
        """Start from here: what was done so far is how the document begins."""
        self._history = History()

    def save(self, path: Path | None = None, *, overwrite_changed: bool = False) -> None:
        """Write the file, under a new name if one is given.

        Raises SaveFailed, or TargetChanged where somebody else wrote the file since.
        """
        target = path or self._copy.path
        if target is None:
            raise ValueError("a document without a file is saved under a name")
        self._copy.publish(target, overwrite_changed=overwrite_changed)
        self._history.mark_clean()
        self.saved.emit(target)

    def save_copy(self, path: Path) -> None:
        """Write the assessment under another name and go on with the present file."""
        self._copy.publish_copy(path)

    def close(self) -> None:
        """Give up the working copy; what was not saved is gone."""
        self._copy.close()

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """Give a connection for reading what the document holds."""
        with self._copy.engine.begin() as connection:
            yield connection

    def attachment(self, key: str) -> bytes:
        """Return the bytes of an attachment; KeyError if there is none."""
        with self.connected() as connection:
            return records.attachment_content(connection, key)

    def content_hash(self) -> str:
        """Return the SHA-256 of all that the assessment holds, which a printed sheet names."""
        with self.connected() as connection:
            return seal.content_hash(raw(connection))

    def _replay(self, kind: Literal["undo", "redo"], label: str) -> None:
        step = self._history.last_done if kind == "undo" else self._history.last_undone
        changes = inverted(step.changes) if kind == "undo" else step.changes
        with self._transaction(kind, label) as recorder:
            recorder.replay(changes)
        if kind == "undo":
            self._history.step_back()
        else:
            self._history.step_forward()
        self._announce(kind, label, recorder)

    @contextmanager
    def _transaction(self, kind: Kind, label: str) -> Iterator[Recorder]:
        """Commit what is recorded together with its entry in the log, and refresh from it."""
        with self._copy.engine.begin() as connection:
            recorder = self._recording = Recorder(connection)
            try:
                yield recorder
            finally:
                self._recording = None
            if not recorder.changes:
                return
            change_log.append(connection, self._number + 1, kind, label, recorder.changes)
            fresh = snapshot.refresh(self._assessment, connection, recorder.changes)
        self._number += 1
        self._assessment = fresh

    def _announce(self, kind: Kind, label: str, recorder: Recorder) -> None:
        self.changed.emit(Changes(kind, label, tuple(recorder.changes)))
