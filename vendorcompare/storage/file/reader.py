"""A moment of a working copy, read on any thread while edits go on.

The write-ahead log shows a transaction that only reads what was committed when it began,
whatever is committed since.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vendorcompare.storage import change_log
from vendorcompare.storage.sqlite import database
from vendorcompare.storage.store import Transaction


class ReaderClosed(Exception):
    """Report that the document was closed while it was read."""


class Reader:
    """Hold one moment on a connection of its own.

    Attributes:
        number: the change-log number of the moment.
    """

    def __init__(self, document: Path, assessment_id: int) -> None:
        self._raw = database.connect(document)
        self._engine = database.engine_on(self._raw, writes=False)
        self._connection = self._engine.connect()
        self._lock = threading.Lock()
        self._is_closed = False
        self._connection.begin()
        self._transaction = Transaction(self._connection, assessment_id)
        self.number = change_log.last_number(self._transaction)  # from here on nothing moves

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Give the transaction to one thread at a time.

        Raises:
            ReaderClosed: if there is nothing to read any more.
        """
        with self._lock:
            if self._is_closed:
                raise ReaderClosed
            yield self._transaction

    def close(self) -> None:
        """End the moment; what is being read on another thread is interrupted."""
        with suppress(database.Error):  # it is closed already
            self._raw.interrupt()
        with self._lock:
            if not self._is_closed:
                self._is_closed = True
                self._connection.close()
                self._engine.dispose()
                self._raw.close()
