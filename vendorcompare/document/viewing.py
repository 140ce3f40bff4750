"""Look into a file or a document without editing it, as commands and jobs do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from vendorcompare.core.assessment import Assessment
from vendorcompare.storage import change_log, records, replay, snapshot
from vendorcompare.storage.file.reader import Reader
from vendorcompare.storage.file.reading import changed_attachments, content_hash, reading
from vendorcompare.storage.store import Transaction


class View:
    """Show what a file holds.

    Attributes:
        assessment: what it says, without the bytes of the attachments.
        reading: gives a transaction in which all of it is read.
    """

    def __init__(
        self,
        assessment: Assessment,
        reading: Callable[[], AbstractContextManager[Transaction]],
    ) -> None:
        self.assessment = assessment
        self.reading = reading

    def attachment(self, key: str) -> bytes:
        """Return the bytes of an attachment; KeyError if there is none."""
        with self.reading() as transaction:
            return records.attachment_content(transaction, key)

    def changed_attachments(self) -> list[str]:
        """Name the attached files whose bytes are not those that were attached."""
        with self.reading() as transaction:
            return changed_attachments(transaction)

    def log_breaks(self) -> list[int]:
        """Return the numbers of the entries of the change log that do not follow from the rest."""
        with self.reading() as transaction:
            return change_log.breaks(change_log.entries(transaction))

    def unlogged(self) -> list[str]:
        """Name the tables that hold anything else than what the change log led to."""
        with self.reading() as transaction:
            return replay.unexplained(transaction, change_log.entries(transaction))

    def content_hash(self) -> str:
        """Return the SHA-256 of all that the assessment holds, which a printed sheet names."""
        with self.reading() as transaction:
            return content_hash(transaction)


class Frozen(View):
    """Show an open document as it was at one moment, on any thread, while edits go on.

    It ends with the document, or where it is closed before: ReaderClosed tells so.
    """

    def __init__(self, assessment: Assessment, reader: Reader) -> None:
        super().__init__(assessment, reader.reading)
        self._reader = reader

    def __enter__(self) -> Frozen:
        return self

    def __exit__(self, *_failure: object) -> None:
        self._reader.close()


@contextmanager
def viewing(path: Path, *, damaged: bool = False) -> Iterator[View]:
    """Show a file as it is, be it open in a window or not; it is never written.

    Raises:
        DocumentDamaged: the content does not match its seal, unless `damaged` allows for it.
        DocumentError: it cannot be read, is not an assessment, or is not safe.
    """
    with reading(path, damaged=damaged) as transaction:
        yield View(snapshot.load(transaction), lambda: nullcontext(transaction))
