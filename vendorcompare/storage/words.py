"""What the tables are called in the user's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vendorcompare.i18n import _
from vendorcompare.storage.records import KEPT


def listed(tables: Iterable[str], attachments: Sequence[str] = ()) -> str:
    """Name tables as a list in a sentence, and which attachments are meant where that is known.

    A table that a later version added keeps its own name.
    """
    return _(", ").join(_named(table, attachments) for table in tables)


def _named(table: str, attachments: Sequence[str]) -> str:
    name = _(KEPT[table].words) if table in KEPT else table
    if table == "attachment" and attachments:
        return _("{name} ({parts})").format(name=name, parts=_(", ").join(attachments))
    return name
