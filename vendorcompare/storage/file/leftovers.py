"""What crashed sessions left: edits to offer for recovery, and rubbish to sweep away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import Timeout

from vendorcompare import files
from vendorcompare.storage.file import publish, session
from vendorcompare.storage.sqlite import database, whole


@dataclass(frozen=True, slots=True)
class Leftover:
    """Hold a document that was being edited when its process died.

    Attributes:
        folder: where its working copy lies.
        target: the user's file, None for a document never saved.
        title: the title of the assessment, "" if there is none or it cannot be read.
        edits: the steps made since the file was last saved, 0 if they cannot be counted.
        opened_at: when the document was opened.
        edited_at: when it was last edited.
        target_changed: whether the user's file is not what it was when it was opened.
    """

    folder: Path
    target: Path | None
    title: str
    edits: int
    opened_at: datetime
    edited_at: datetime
    target_changed: bool


def leftovers() -> list[Leftover]:
    """Return the dead sessions with edits that are in no file, and sweep the others away.

    Raises:
        DocumentError: if another process is at it and does not finish.
    """
    found = []
    with session.exclusive():
        for folder in session.folders():
            lock = session.lock_of(folder)
            try:
                lock.acquire(timeout=0)
            except Timeout:
                continue
            state = session.read_state(folder)
            leftover = None if state.transient else _leftover(folder, state)
            _sweep_parts(folder, state)
            lock.release()
            if leftover is None:
                files.remove_folder(folder)
            else:
                found.append(leftover)
    return sorted(found, key=lambda leftover: leftover.edited_at, reverse=True)


def discard(leftover: Leftover) -> None:
    """Remove a leftover for good, on the user's word.

    Raises:
        DocumentInUse: if it was taken over meanwhile.
    """
    session.Session.take_over(leftover.folder).end()


def saved_number(state: session.State) -> int:
    """Return the last change that the user's file holds.

    A save that was killed between replacing the file and noting so is found by its bytes.
    """
    if state.pending_sha256 is not None and _sha256(state.pending_target) == state.pending_sha256:
        return state.pending_number
    return state.saved_number


def _leftover(folder: Path, state: session.State) -> Leftover | None:
    document = folder / session.DOCUMENT
    never_opened = state.target is not None and state.sha256 is None
    if never_opened or not document.is_file():
        return None
    target = None if state.target is None else Path(state.target)
    try:
        title, number = whole.title_and_number(document)
    except (database.Error, UnicodeError):
        if state.sha256 is None and not _has_content(document):  # killed while it was made
            return None
        title, edits = "", 0
    else:
        edits = number - saved_number(state)
        if edits <= 0:
            return None
    return Leftover(
        folder=folder,
        target=target,
        title=title,
        edits=edits,
        opened_at=_moment(state, document),
        edited_at=datetime.fromtimestamp(_written(document), UTC),
        target_changed=state.sha256 is not None and _sha256(state.target) != state.sha256,
    )


def _has_content(document: Path) -> bool:
    """Say whether a database that cannot be read may hold anything."""
    log = document.with_name(f"{document.name}-wal")
    return document.stat().st_size > 0 or (log.exists() and log.stat().st_size > 0)


def _sweep_parts(folder: Path, state: session.State) -> None:
    """Remove what a killed save of this session left beside the user's files."""
    for target in {state.target, state.pending_target} - {None}:
        publish.sweep(Path(str(target)), own=folder.name)


def _written(document: Path) -> float:
    log = document.with_name(f"{document.name}-wal")
    return max(path.stat().st_mtime for path in (document, log) if path.exists())


def _moment(state: session.State, document: Path) -> datetime:
    try:
        return datetime.fromisoformat(state.opened_at)
    except ValueError:
        return datetime.fromtimestamp(document.stat().st_mtime, UTC)


def _sha256(path: str | None) -> str | None:
    try:
        return None if path is None else files.sha256_of(Path(path))
    except OSError:
        return None
