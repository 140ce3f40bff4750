"""Earlier versions of a file: which there are, what they hold, and how one comes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from vendorcompare.core.errors import UserError
from vendorcompare.document.viewing import View
from vendorcompare.i18n import _
from vendorcompare.storage import change_log, schema, words
from vendorcompare.storage.change_log import Label
from vendorcompare.storage.contents import Contents, contents_of
from vendorcompare.storage.file import backups
from vendorcompare.storage.file.backups import Backup
from vendorcompare.storage.file.reading import reading
from vendorcompare.storage.file.restoring import restore

__all__ = [
    "Difference",
    "EarlierVersion",
    "Present",
    "earlier_versions",
    "last_step",
    "present",
    "restore",
    "said",
]


class Difference(NamedTuple):
    """Count the rows of a table that were added, removed and changed since a version."""

    table: str
    added: int
    removed: int
    changed: int


class Present(NamedTuple):
    """Hold what a document is now, to be compared with its earlier versions beside the window."""

    path: Path | None
    contents: Contents


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """Hold one earlier version.

    Attributes:
        path: where it is kept.
        title: of the assessment in it, "" if there is none.
        buyer: for whom it was made.
        last_step: what was done last in it, None in a file without steps.
        since: what was changed since then, table by table; nothing if it holds the same.
        is_other: whether it is another assessment, whose place the file took.
        problem: why it cannot be read, "" if it can.
        is_undone: whether the last step was undone again.
    """

    path: Path
    made_at: datetime
    size: int
    title: str = ""
    buyer: str = ""
    last_step: Label | None = None
    since: tuple[Difference, ...] = ()
    is_other: bool = False
    problem: str = ""
    is_undone: bool = False


def present(path: Path | None, view: View) -> Present:
    """Return what a document is at one moment."""
    with view.reading() as transaction:
        return Present(path, contents_of(transaction))


def earlier_versions(
    now: Present, report: Callable[[float], None] = lambda _share: None
) -> list[EarlierVersion]:
    """Describe the earlier versions of a file, the newest first.

    `report` is told the share that is done.
    """
    kept = [] if now.path is None else backups.backups(now.path)
    found = []
    for n, backup in enumerate(kept):
        report(n / len(kept))
        found.append(_described(backup, now))
    return found


def said(version: EarlierVersion) -> str:
    """Say in a line what was changed since a version, or why that cannot be told."""
    if version.problem:
        return version.problem
    if version.is_other:
        return _("Another assessment, which was in this file before.")
    if not version.since:
        return _("The same content as now.")
    return _("Changed since then: {parts}.").format(parts=_(", ").join(map(_part, version.since)))


def last_step(version: EarlierVersion) -> str:
    """Say what was done last before a version was kept, "" if that is not known."""
    if version.last_step is None:
        return ""
    words = _("The last step in it: {step}.")
    if version.is_undone:
        words = _("The last step in it: {step}, which was undone.")
    return words.format(step=version.last_step.words)


def _part(difference: Difference) -> str:
    name = words.listed([difference.table])
    if difference.table == schema.assessment.name:  # it is there once, and only ever changed
        return name
    counts = (
        (_("{count} added"), difference.added),
        (_("{count} removed"), difference.removed),
        (_("{count} changed"), difference.changed),
    )
    parts = _(", ").join(text.format(count=count) for text, count in counts if count)
    return _("{name} ({parts})").format(name=name, parts=parts)


def _described(backup: Backup, now: Present) -> EarlierVersion:
    given: dict[str, Any] = {
        "path": backup.path,
        "made_at": backup.made_at,
        "size": backup.size,
        "is_other": backup.uid != now.contents.uid,
    }
    try:
        with reading(backup.path, damaged=True) as transaction:
            held = contents_of(transaction)
            last = change_log.last_entry(transaction)
    except UserError as error:
        return EarlierVersion(**given, problem=error.message)
    since = () if given["is_other"] else tuple(_differences(held, now.contents))
    return EarlierVersion(
        **given,
        title=held.title,
        buyer=held.buyer,
        last_step=None if last is None else last.label,
        is_undone=last is not None and last.kind == "undo",
        since=since,
    )


def _differences(earlier: Contents, present: Contents) -> Iterator[Difference]:
    for table, held in earlier.rows.items():
        now = present.rows[table]
        counts = Counter(
            "changed" if key in held and key in now else "added" if key in now else "removed"
            for key in held.keys() | now.keys()
            if held.get(key) != now.get(key)
        )
        if counts:
            yield Difference(table, counts["added"], counts["removed"], counts["changed"])
