"""The log of every step ever made: who, when, what it was and what it became.

Each entry names the seal of the one before, which stands for all that led there. So a log that
was cut or altered is noticed, and two copies of a file find the last step that they share.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Final, NamedTuple

from sqlalchemy import bindparam, func, insert, select

from vendorcompare import i18n
from vendorcompare.storage import rows, schema
from vendorcompare.storage.store import Transaction, is_owned, with_owner

Argument = str | int | float

_LAST: Final = select(func.coalesce(func.max(schema.change.c.number), 0)).where(
    is_owned(schema.change)
)


class Label(NamedTuple):
    """Hold what a step is called, in no language yet.

    Attributes:
        message: the text in the code, with names in braces.
        arguments: what is filled in for the names.
    """

    message: str
    arguments: Mapping[str, Argument]

    @property
    def words(self) -> str:
        """The label in the language of the interface."""
        return i18n.said(self.message, self.arguments)


class LogEntry(NamedTuple):
    """Hold one step as it is kept.

    Attributes:
        number: its place in this log, from 1.
        id: what it is called in every copy of the file.
        kind: do, undo or redo.
        arguments: those of the message, as JSON.
        concerns: the ids of the entries that are undone or redone, with spaces between.
        rows: what was changed, as JSON.
        parent: the seal of the entry before, "" for the first.
    """

    number: int
    id: str
    at: str
    actor: str
    kind: str
    message: str
    arguments: str
    concerns: str
    rows: str
    parent: str

    @property
    def seal(self) -> str:
        """The SHA-256 of the entry and, through its parent, of all before it."""
        digest = hashlib.sha256()
        for part in self:
            content = str(part).encode()
            digest.update(b"%d:" % len(content))
            digest.update(content)
        return digest.hexdigest()

    @property
    def label(self) -> Label:
        """What the step is called; without arguments where they cannot be read."""
        try:
            found = json.loads(self.arguments)
        except (ValueError, RecursionError):
            return Label(self.message, {})
        return Label(self.message, found if isinstance(found, dict) else {})


_INSERT: Final = insert(schema.change).values(
    with_owner(schema.change) | {name: bindparam(name) for name in LogEntry._fields}
)


class LogHead(NamedTuple):
    """Hold where a log stands: the number, the id and the seal of its last entry."""

    number: int = 0
    id: str = ""
    seal: str = ""


def last_number(transaction: Transaction) -> int:
    """Return the number of the last step, 0 before the first."""
    return int(transaction.execute(_LAST).scalar_one())


def head(transaction: Transaction) -> LogHead:
    """Return where the log stands."""
    last = last_entry(transaction)
    return LogHead() if last is None else LogHead(last.number, last.id, last.seal)


def last_entry(transaction: Transaction) -> LogEntry | None:
    """Return the last step, None before the first."""
    return next(_entries(transaction, last_number(transaction)), None)


def entries(transaction: Transaction) -> tuple[LogEntry, ...]:
    """Read the whole log, the first step first."""
    return tuple(_entries(transaction, 0))


def append(
    transaction: Transaction,
    at: LogHead,
    kind: str,
    label: Label,
    changes: Iterable[rows.RowChange],
    *,
    concerns: Iterable[str] = (),
) -> LogHead:
    """Note one step after the last one, and return where the log stands then.

    `kind` is do, undo or redo; the latter two concern entries that were made before.
    """
    entry = LogEntry(
        number=at.number + 1,
        id=secrets.token_hex(8),
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        actor=_actor(),
        kind=kind,
        message=label.message,
        arguments=json.dumps(label.arguments, ensure_ascii=False) if label.arguments else "",
        concerns=" ".join(concerns),
        rows=rows.as_json(changes),
        parent=at.seal,
    )
    transaction.run(_INSERT, entry._asdict())
    return LogHead(entry.number, entry.id, entry.seal)


def common_ancestor(one: Sequence[LogEntry], other: Sequence[LogEntry]) -> LogEntry | None:
    """Return the last entry that two whole logs share, None if they have nothing in common."""
    shared = None
    for mine, theirs in zip(one, other, strict=False):
        if mine.seal != theirs.seal:
            break
        shared = mine
    return shared


def breaks(log: Sequence[LogEntry]) -> list[int]:
    """Return the numbers of the entries that do not follow from what stands before them.

    There the log was cut, or an entry altered, moved or put in between.
    """
    before = ["", *(entry.seal for entry in log)]
    return [entry.number for entry, seal in zip(log, before, strict=False) if entry.parent != seal]


def _entries(transaction: Transaction, first: int) -> Iterator[LogEntry]:
    table = schema.change
    query = select(*(table.c[name] for name in LogEntry._fields)).where(
        is_owned(table), table.c.number >= first
    )
    for row in transaction.execute(query.order_by(table.c.number)):
        yield LogEntry(*row)


@cache
def _actor() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return ""
