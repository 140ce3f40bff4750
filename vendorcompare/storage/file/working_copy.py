"""The working copy: where an open document lives, and the way it comes and goes.

The user's file is copied when it is opened and replaced when it is saved; in between,
every edit is committed to the copy, so that a crash loses nothing.
"""

from __future__ import annotations

import threading
import weakref
from contextlib import ExitStack, closing, suppress
from functools import partial
from pathlib import Path
from typing import Final

from vendorcompare import files
from vendorcompare.i18n import _
from vendorcompare.storage import beginning, change_log, identity, schema
from vendorcompare.storage.file import backups, intake, publish, save_errors, session
from vendorcompare.storage.file.leftovers import Leftover, saved_number
from vendorcompare.storage.file.publish import (
    Order,
    Published,
    Report,
    prepared,
    put,
    sweep,
    unreported,
)
from vendorcompare.storage.file.reader import Reader
from vendorcompare.storage.file.session import Session
from vendorcompare.storage.identity import Identity
from vendorcompare.storage.sqlite import database, file_header, gate, migrations, whole
from vendorcompare.storage.sqlite.content import Held
from vendorcompare.storage.store import Store

#: The id of the assessment in a new file; a database for a team would count on.
_ONLY: Final = 1


class WorkingCopy:
    """Hold an open document.

    It is edited on one thread at a time. It can be published and read on others meanwhile.

    Attributes:
        path: the user's file, None for a document never saved.
        store: the assessment in the database of the working copy.
        read_only: why the document cannot be edited, "" if it can be.
        notice: what the user should know about the file that was opened, "" if nothing.
        upgraded_from: the format of the file if it was an earlier one.
        saved_number: the change-log number that the user's file holds.
        identity: which file it is, by which its backups are found.
    """

    def __init__(
        self, own: Session, identity: Identity, *, read_only: str = "", notice: str = ""
    ) -> None:
        self._session = own
        self._held = ExitStack()
        self._connection = self._held.enter_context(closing(database.connect(own.document)))
        self._engine = database.engine_on(self._connection, writes=not read_only)
        self._held.callback(self._engine.dispose)
        self.identity = identity
        self.read_only = read_only
        self.notice = notice
        self._publishing = threading.Lock()
        self._readers = weakref.WeakSet[Reader]()
        try:
            self.store = self._held.enter_context(closing(Store.only(self._engine)))
            self._settle()
        except BaseException:
            self._disconnect()
            raise

    @property
    def path(self) -> Path | None:
        """Return the user's file, None for a document never saved."""
        target = self._session.state.target
        return None if target is None else Path(target)

    @property
    def session(self) -> str:
        """Return the id of the session, by which others call the window that has it."""
        return self._session.id

    @property
    def saved_number(self) -> int:
        """Return the change-log number that the user's file holds."""
        return self._session.state.saved_number

    @property
    def upgraded_from(self) -> tuple[int, int] | None:
        """Return the format of the file if it was an earlier one and is not saved yet."""
        return self._session.state.upgraded_from

    @classmethod
    def create(cls, model: Path | None = None) -> WorkingCopy:
        """Make an assessment that has no file yet: empty, or with what a model holds.

        The model comes with the application, so it needs no examination.
        """
        fresh = identity.fresh()
        with session.begun(None) as own:
            if model is None:
                _make(own.document, fresh)
            else:
                files.copy(model, own.document)
                whole.rename(own.document, fresh)
            return cls(own, fresh)

    @classmethod
    def open(cls, path: Path) -> WorkingCopy:
        """Open a file for editing.

        Raises:
            DocumentInUse: if it is open already.
            DocumentError: if it cannot be read, is not an assessment, or is not safe.
        """
        path = session.absolute(path)
        with session.begun(path) as own:
            taken = intake.take(path, own.document)
            admission = gate.admit(own.document)
            sweep(path, own=own.id)
            found = admission.identity
            made = cls(own, found, read_only=admission.read_only, notice=taken.notice)
            own.note(sha256=taken.sha256)
            with suppress(OSError):  # what cannot be taken along stays where it is
                backups.follow(path, found.uid, taken.sha256)
        return made

    @classmethod
    def recover(cls, leftover: Leftover) -> WorkingCopy:
        """Continue where a crashed session ended.

        Raises:
            DocumentInUse: if another process recovered it, or has the file open.
            DocumentDamaged: if the working copy itself is damaged; it stays where it is.
        """
        own = Session.take_over(leftover.folder)
        try:
            admission = gate.admit(own.document, sealed=False)
            return cls(own, admission.identity, read_only=admission.read_only)
        except BaseException:
            own.abandon()
            raise

    def publish(
        self,
        target: Path,
        *,
        overwrite_changed: bool = False,
        report: Report = unreported,
    ) -> Published:
        """Save to a file, which becomes the document's file, and say what was written.

        Under another name it is another file: it gets an id and backups of its own. Edits may
        go on in another thread meanwhile; they belong to the next save. `report` is told the
        share that is done; nothing has happened where it raises.

        Raises:
            TargetChanged: if the file is not what it was when it was opened or last saved,
                or was not opened at all; `overwrite_changed` replaces it after a backup.
            SaveFailed: if it cannot be written; the working copy is untouched.
            DocumentInUse: if another window has the target open.
        """
        with self._publishing:
            return self._publish(session.absolute(target), overwrite_changed, report)

    def _publish(self, target: Path, overwrite: bool, report: Report) -> Published:
        is_own = self.path is not None and files.is_same(target, self.path)
        if not is_own:
            session.refuse_if_open_elsewhere(target, besides=self._session.folder)
        named = self.identity if is_own or self.path is None else self._identity_at(target)
        expected = self._session.state.sha256 if is_own else None
        order = self._order(target, expected, named, report, overwrite=overwrite)
        with save_errors.explained(target):
            self._session.note(
                pending_target=str(target), pending_sha256=None, pending_uid=named.uid
            )
        with prepared(order) as (part, published):
            with save_errors.explained(target):
                self._session.note(pending_sha256=published.sha256, pending_number=published.number)
            put(order, part, published)
        self._settle_as(named, target, published)
        return published

    def publish_copy(self, target: Path, report: Report = unreported) -> None:
        """Save a copy to a file, while the document's own file stays what it is.

        The copy has an id of its own. A file that is there is replaced, after a backup.
        `report` is as in `publish`.

        Raises:
            SaveFailed: if it cannot be written.
            DocumentInUse: if the target is open, here or in another window.
        """
        target = session.absolute(target)
        with self._publishing:
            session.refuse_if_open_elsewhere(target)
            named = self._identity_at(target)
            order = self._order(target, None, named, report, overwrite=True)
            with prepared(order) as (part, published):
                put(order, part, published)

    def reader(self) -> Reader:
        """Return the document as it is now, to be read on any thread; closing it is yours."""
        reader = Reader(self._session.document, self.store.assessment_id)
        self._readers.add(reader)
        return reader

    def close(self) -> None:
        """Close the document and remove the working copy, with what was not saved.

        What is being published is finished first; what is being read is interrupted.
        """
        with self._publishing:
            self._disconnect()
            self._session.end()

    def abandon(self) -> None:
        """Close the document and leave the working copy for a later recovery."""
        with self._publishing:
            self._disconnect()
            self._session.abandon()

    def _settle(self) -> None:
        """Bring the copy to the present format, and note what the user's file holds of it."""
        state = self._session.state
        if not self.read_only and (found := migrations.migrate(self._engine)) is not None:
            self._session.note(upgraded_from=state.upgraded_from or found)
        if state.target is not None and state.sha256 is None:
            with self.store.begin() as transaction:
                self._session.note(saved_number=change_log.last_number(transaction))
        elif (number := saved_number(state)) != state.saved_number:
            published = Published(str(state.pending_sha256), number)
            named = self.identity._replace(uid=state.pending_uid or self.identity.uid)
            self._settle_as(named, Path(str(state.pending_target)), published)

    def _settle_as(self, named: Identity, target: Path, published: Published) -> None:
        """Be the file that was published.

        It is saved already, and the note made before tells so too if this one cannot be made.
        """
        before, self.identity = self.identity, named
        with suppress(OSError, database.Error):
            if named != before:
                whole.rename(self._session.document, named)
            self._session.note(
                target=str(target),
                sha256=published.sha256,
                saved_number=published.number,
                pending_target=None,
                pending_sha256=None,
                pending_number=0,
                pending_uid=None,
                upgraded_from=None,
            )

    def _identity_at(self, target: Path) -> Identity:
        """Return the identity of a copy that takes the place of whatever is at the target."""
        private = self._session.folder / "replaced.vcmp"
        replaced = None
        with suppress(OSError):
            if target.is_file():
                files.copy(target, private)
                replaced = gate.identity_in(private)
        private.unlink(missing_ok=True)
        return identity.of_copy(self.identity, replaced)

    def _order(
        self,
        target: Path,
        expected: str | None,
        named: Identity,
        report: Report,
        *,
        overwrite: bool,
    ) -> Order:
        if self.read_only:
            raise save_errors.save_failed(
                target,
                self.read_only,
                _("Open a backup, or export the assessment and look through what it holds."),
            )
        document = self._session.document
        return Order(
            write=partial(whole.write_sealed, document, Held(self.store.assessment_id, named)),
            needed=publish.needed(document),
            target=target,
            session=self._session.id,
            expected=expected,
            overwrite=overwrite,
            report=report,
        )

    def _disconnect(self) -> None:
        for reader in tuple(self._readers):
            reader.close()
        self._held.close()


def _make(document: Path, named: Identity) -> None:
    """Make the database of an empty assessment."""
    with closing(database.connect(document)) as connection:
        engine = database.engine_on(connection)
        with closing(Store(engine, _ONLY)) as store, store.begin() as transaction:
            schema.metadata.create_all(transaction.connection)
            file_header.stamp(connection)
            beginning.begin(transaction, named)
        engine.dispose()
