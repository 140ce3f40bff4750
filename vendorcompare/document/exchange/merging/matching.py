"""Which thing that is there an imported record means: by key, else by vendor and label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.names import folded
from vendorcompare.core.rounds import WeightSet
from vendorcompare.document.edits.keys import new_key
from vendorcompare.document.exchange.records.listed import Listed
from vendorcompare.document.exchange.records.record import Entry
from vendorcompare.i18n import _

Report = Callable[[int, str], None]


@dataclass(frozen=True, slots=True)
class Match:
    """Name what a record means.

    Attributes:
        there: the thing that is changed, None for one that is added.
        key: the key of either.
        is_by_name: whether it was found by what it is called, for want of a key.
    """

    there: Any
    key: str
    is_by_name: bool = False

    def wanted(self, listed: Listed, record: Entry) -> Any:
        """Return the thing as it will be.

        What was found by its name keeps it, though the record may write it with other spaces.
        """
        wanted = record.core(self.there, self.key)
        if not self.is_by_name or not listed.called:
            return wanted
        return replace(wanted, **{listed.called: getattr(self.there, listed.called)})


def matched(
    listed: Listed, records: Sequence[Any], assessment: Assessment, report: Report | None = None
) -> list[Match]:
    """Return what each record of a list means.

    `report` is told the position of every record that could mean several things, or the same
    as one before, and why.
    """
    by_key = {each.key: each for each in listed.there(assessment)}
    if listed.identity is None:
        return [Match(by_key.get(record.key), record.key) for record in records]
    named = {record.key for record in records if record.key}
    waiting: dict[Hashable, list[Any]] = defaultdict(list)
    for each in by_key.values():
        if each.key not in named:
            waiting[listed.identity(each)].append(each)
    taken: set[Hashable] = set()
    found = []
    for i, record in enumerate(records):
        if record.key:
            found.append(Match(by_key.get(record.key), record.key))
            continue
        identity = listed.identity(record)
        alike = waiting[identity]
        if (
            alike
            and report is not None
            and (problem := _doubt(listed, record, alike, identity in taken))
        ):
            report(i, problem)
        taken.add(identity)
        there = alike[0] if alike else None
        key = there.key if there is not None else new_key(listed.prefix)
        found.append(Match(there, key, is_by_name=there is not None))
    return found


def _doubt(listed: Listed, record: Any, alike: Sequence[Any], is_taken: bool) -> str:
    """Say why it is not sure what a record means, "" where it is."""
    name = listed.label(record)
    if len(alike) > 1:
        return _('several are called "{name}": give the key of the one that is meant').format(
            name=name
        )
    return _('means the same "{name}" as an entry before it').format(name=name) if is_taken else ""


def weight_set_of(there: Iterable[WeightSet], name: str, key: str | None) -> WeightSet | None:
    """Return the weight set that is meant: by its key where there is one, else by its name."""
    for each in there:
        if each.key == key if key else folded(each.name) == folded(name):
            return each
    return None
