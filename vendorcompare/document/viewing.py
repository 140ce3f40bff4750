"""Look into a file without opening it for editing, as commands and jobs do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from vendorcompare.core.assessment import Assessment
from vendorcompare.storage import records, snapshot
from vendorcompare.storage.file.reading import reading
from vendorcompare.storage.sqlite import content, seal
from vendorcompare.storage.sqlite.database import raw


class View:
    """Show what a file holds.

    Attributes:
        assessment: what it says, without the bytes of the attachments.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.assessment: Assessment = snapshot.load(connection)

    def attachment(self, key: str) -> bytes:
        """Return the bytes of an attachment; KeyError if there is none."""
        return records.attachment_content(self._connection, key)

    def changed_attachments(self) -> list[str]:
        """Name the attached files whose bytes are not those that were attached."""
        return content.changed_attachments(raw(self._connection))

    def content_hash(self) -> str:
        """Return the SHA-256 of all that the assessment holds."""
        return seal.content_hash(raw(self._connection))


@contextmanager
def viewing(path: Path, *, damaged: bool = False) -> Iterator[View]:
    """Show a file as it is, be it open in a window or not; it is never written.

    Raises:
        DocumentDamaged: the content does not match its seal, unless `damaged` allows for it.
        DocumentError: it cannot be read, is not an assessment, or is not safe.
    """
    with reading(path, damaged=damaged) as connection:
        yield View(connection)
