"""Bringing an earlier version of a file back."""

from __future__ import annotations

import uuid
from functools import partial
from pathlib import Path

from vendorcompare.storage.file import publish, session
from vendorcompare.storage.file.publish import Order, prepared, put


def restore(version: Path, target: Path) -> None:
    """Let an earlier version take the place of a file, which is kept as a backup before.

    Raises:
        SaveFailed: if it cannot be written, or is not what was kept.
        DocumentInUse: if the target is open, here or in another window.
    """
    target = session.absolute(target)
    session.refuse_if_open_elsewhere(target)
    order = Order(
        write=partial(publish.write_again, version),
        needed=version.stat().st_size if version.exists() else 0,
        target=target,
        session=uuid.uuid4().hex,
        expected=None,
        overwrite=True,
    )
    with prepared(order) as (part, published):
        put(order, part, published)
