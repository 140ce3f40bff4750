"""Which file a document is, and which files are copies of one another."""

from __future__ import annotations

import uuid
from typing import NamedTuple


class Identity(NamedTuple):
    """Hold which file a document is.

    Attributes:
        uid: its own id, by which its backups are found; a copy gets another.
        origin: the id of the first file that it was copied from, which all copies have.
    """

    uid: str
    origin: str


def fresh() -> Identity:
    """Return the identity of a new document that is no copy of another."""
    uid = str(uuid.uuid4())
    return Identity(uid, uid)


def of_copy(source: Identity, replaced: Identity | None) -> Identity:
    """Return the identity of a copy, which stays that of the earlier copy whose place it takes."""
    is_copy = replaced is not None and replaced.origin == source.origin
    if replaced is not None and is_copy and replaced.uid != source.uid:
        return replaced
    return Identity(str(uuid.uuid4()), source.origin)
