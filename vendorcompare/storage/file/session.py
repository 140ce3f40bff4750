"""The private folder of one open document, and the lock that dies with its process.

`kill -9` and a power cut release the lock too, so that a folder whose lock is free belongs
to nobody and can be offered for recovery. Locks between machines that share a folder are
not kept.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from filelock import FileLock, Timeout

import vendorcompare
from vendorcompare import files, paths
from vendorcompare.core.errors import DocumentError, DocumentInUse
from vendorcompare.i18n import _
from vendorcompare.storage.file import save_errors

DOCUMENT: Final = "document.vcmp"
_STATE: Final = "session.json"
_LOCK: Final = "lock"
_PATIENCE: Final = 20.0


@dataclass(frozen=True, slots=True)
class State:
    """Hold what a session must know after a crash.

    Attributes:
        target: the user's file, None for a document never saved.
        sha256: the bytes of that file as loaded or last written, None before.
        saved_number: the change-log number that the file holds.
        pending_sha256: the bytes about to replace the file, None outside a save.
        pending_number: the change-log number that those bytes hold.
        pending_uid: the id of the file that those bytes are.
        transient: whether the session only reads and can always be swept away.
        upgraded_from: the format of the file before it was migrated.
    """

    target: str | None = None
    sha256: str | None = None
    saved_number: int = 0
    pending_target: str | None = None
    pending_sha256: str | None = None
    pending_number: int = 0
    pending_uid: str | None = None
    transient: bool = False
    upgraded_from: tuple[int, int] | None = None
    opened_at: str = ""
    application: str = ""


class Session:
    """Own a folder under the sessions folder for as long as the process lives.

    Attributes:
        folder: where the working copy lies.
        state: what is written in the folder for after a crash.
    """

    def __init__(self, folder: Path, lock: FileLock, state: State) -> None:
        self.folder = folder
        self.state = state
        self._lock = lock

    @property
    def id(self) -> str:
        """Return the name of the session."""
        return self.folder.name

    @property
    def document(self) -> Path:
        """Return the path of the working copy."""
        return self.folder / DOCUMENT

    @classmethod
    def begin(cls, target: Path | None) -> Session:
        """Make a folder for a document.

        Raises:
            DocumentInUse: if another live session edits the same file.
        """
        with exclusive():
            if target is not None:
                refuse_if_open(target)
            session = cls._made()
            session.note(
                target=None if target is None else str(target),
                opened_at=datetime.now(UTC).isoformat(timespec="seconds"),
                application=vendorcompare.__version__,
            )
        return session

    @classmethod
    def begin_reading(cls) -> Session:
        """Make a folder for a copy that is only read, which is swept away whatever it holds."""
        with exclusive():
            session = cls._made()
            session.note(transient=True)
        return session

    @classmethod
    def begin_reading_in(cls, folder: Path) -> Session:
        """Use a folder outside those of the sessions, where nothing is swept away."""
        lock = lock_of(folder)
        lock.acquire(timeout=0)
        return cls(folder, lock, State(transient=True))

    @classmethod
    def _made(cls) -> Session:
        folder = paths.sessions_folder() / uuid.uuid4().hex
        folder.mkdir(mode=0o700)
        lock = lock_of(folder)
        lock.acquire(timeout=0)
        return cls(folder, lock, State())

    @classmethod
    def take_over(cls, folder: Path) -> Session:
        """Own the folder of a dead session.

        Raises:
            DocumentInUse: if the session is alive after all, or its file is open elsewhere.
        """
        with exclusive():
            state = read_state(folder)
            if state.target is not None:
                refuse_if_open(Path(state.target))
            lock = lock_of(folder)
            try:
                lock.acquire(timeout=1)  # somebody may be looking whether it is alive
            except Timeout:
                raise in_use(folder, state) from None
            return cls(folder, lock, state)

    def note(self, **changes: Any) -> None:
        """Write down what must be known after a crash."""
        self.state = replace(self.state, **changes)
        content = json.dumps(asdict(self.state), indent=1)  # names need not be UTF-8
        with files.replaced(self.folder / _STATE) as part:
            part.write_bytes(content.encode())

    def end(self) -> None:
        """Remove the folder and let go of the lock."""
        if not self.folder.is_dir():
            return
        for path in self.folder.iterdir():
            if path.name != _LOCK:
                path.unlink(missing_ok=True)
        self._lock.release()  # first, because Windows removes no file that is open
        files.remove_folder(self.folder)

    def abandon(self) -> None:
        """Let go of the lock and leave the folder for a later recovery."""
        self._lock.release()


@contextmanager
def begun(target: Path | None) -> Iterator[Session]:
    """Make a session, and remove it again if what follows fails.

    Raises:
        DocumentInUse: if another live session edits the same file.
        DocumentError: if the folder of the application cannot be written.
    """
    try:
        own = Session.begin(target)
    except OSError as error:
        raise save_errors.no_working_copy(error) from error
    try:
        yield own
    except BaseException:
        own.end()
        raise


@contextmanager
def exclusive() -> Iterator[None]:
    """Let one process at a time begin, take over or sweep sessions.

    Raises:
        DocumentError: if another process does not finish.
    """
    lock = FileLock(paths.sessions_folder() / ".lock", thread_local=False)
    try:
        lock.acquire(timeout=_PATIENCE)
    except Timeout:
        raise DocumentError(
            _("Another VendorCompare on this computer is busy and does not answer."),
            hint=_("Close it, then try again."),
        ) from None
    try:
        yield
    finally:
        lock.release()


def folders() -> list[Path]:
    """Return the folders of all sessions, dead or alive."""
    return sorted(path for path in paths.sessions_folder().iterdir() if path.is_dir())


def lock_of(folder: Path) -> FileLock:
    """Return the lock of a session, not yet acquired."""
    return FileLock(folder / _LOCK, thread_local=False)


def is_alive(folder: Path) -> bool:
    """Say whether a process holds the session's lock."""
    lock = lock_of(folder)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False


def read_state(folder: Path) -> State:
    """Read what a session wrote down; a session that came to write nothing edited nothing."""
    try:
        kept = json.loads((folder / _STATE).read_bytes())
        version = kept["upgraded_from"]
        kept["upgraded_from"] = None if version is None else (int(version[0]), int(version[1]))
        for name in ("target", "pending_target"):
            kept[name] = None if kept[name] is None else os.fspath(kept[name])
        return State(**{name: kept[name] for name in State.__dataclass_fields__})
    except (OSError, ValueError, TypeError, KeyError, IndexError):
        return State()


def refuse_if_open(target: Path, *, besides: Path | None = None) -> None:
    """Make sure that no other live session edits a file.

    Raises:
        DocumentInUse: if one does.
    """
    for folder in folders():
        state = read_state(folder)
        if folder == besides or state.transient or state.target is None:
            continue
        if files.is_same(Path(state.target), target) and is_alive(folder):
            raise in_use(folder, state)


def refuse_if_open_elsewhere(target: Path, *, besides: Path | None = None) -> None:
    """Do the same for a file to be written.

    Raises:
        DocumentInUse: if a live session edits it.
    """
    with exclusive():
        refuse_if_open(target, besides=besides)


def absolute(path: Path) -> Path:
    """Return the file itself, since a link to it must stay a link when it is replaced."""
    try:
        return Path(path).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise DocumentError(
            _('"{path}" is not a name that a file can have.').format(path=ascii(str(path))),
            hint=_("Choose a file that ends in .vcmp."),
        ) from error


def in_use(folder: Path, state: State) -> DocumentInUse:
    """Say which file is open, and since when."""
    since = local_time(state.opened_at)
    return DocumentInUse(
        _('"{name}" is already open in VendorCompare on this computer, since {since}.').format(
            name=Path(state.target).name if state.target else _("Untitled"), since=since
        ),
        hint=_("Continue in the window that has it open, or close it there first."),
        session=folder.name,
    )


def local_time(moment: str) -> str:
    """Write a moment of the log in the user's own time."""
    try:
        return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return "?"
