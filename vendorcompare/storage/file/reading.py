"""Looking into a file without opening it for editing, as commands and jobs do."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from vendorcompare.core.errors import DocumentDamaged
from vendorcompare.i18n import _
from vendorcompare.storage import words
from vendorcompare.storage.file import intake, session
from vendorcompare.storage.file.session import Session
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.sqlite import content, database, gate, seal
from vendorcompare.storage.store import Transaction


@contextmanager
def reading(path: Path, *, damaged: bool = False) -> Iterator[Transaction]:
    """Give a private copy of a file, migrated and admitted, which cannot be saved.

    `damaged` reads on where the content does not match its seal, for those that say so.

    Raises:
        DocumentDamaged: if the content does not match its seal.
        DocumentError: if it cannot be read, is not an assessment, or is not safe.
    """
    path = session.absolute(path)
    with _private() as own:
        intake.take(path, own.document)
        admission = gate.admit(own.document)
        if admission.unsealed and not damaged:
            raise DocumentDamaged(
                _('The content of "{name}" does not match its seal: {tables}.').format(
                    name=path.name, tables=words.listed(admission.unsealed)
                ),
                hint=_("Open it to look at what it holds, or open a backup."),
            )
        copy = WorkingCopy(own, admission.identity, read_only=admission.read_only)
        with closing(copy), copy.store.begin() as transaction:
            yield transaction


def content_hash(transaction: Transaction) -> str:
    """Return the SHA-256 of all that the assessment holds and a sheet can print."""
    return seal.content_hash(database.driver_of(transaction), transaction.assessment_id)


def changed_attachments(transaction: Transaction) -> list[str]:
    """Name the attached files whose bytes are not those that were attached."""
    return content.changed_attachments(database.driver_of(transaction), transaction.assessment_id)


@contextmanager
def _private() -> Iterator[Session]:
    """Begin a session that only reads.

    Where the application's own folder cannot be written, as for an account without a home, the
    copy lies in a temporary folder; a kill leaves it there.
    """
    try:
        own = Session.begin_reading()
    except OSError:
        with tempfile.TemporaryDirectory(prefix="vendorcompare-") as folder:
            yield Session.begin_reading_in(Path(folder))
        return
    try:
        yield own
    finally:
        own.end()
