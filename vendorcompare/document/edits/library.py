"""Criteria taken from the library of templates, and copies of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from vendorcompare.core.rubric import Criterion, Dimension, Rubric, Template, Tier
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits.keys import new_key
from vendorcompare.document.edits.rubric import put_criterion, put_dimension, put_rubric
from vendorcompare.i18n import N_, Language, _, translator
from vendorcompare.storage import records, schema
from vendorcompare.storage.library.templates import starting_volumes

#: A template and one of its criteria.
Pick = tuple[Template, Criterion]
Entry = TypeVar("Entry", Criterion, Dimension)


def is_same(one: Entry, other: Entry) -> bool:
    """Tell whether two criteria or dimensions are one: of the same source, or the same name."""
    return bool(one.source and one.source == other.source) or _same_name(one.name, other.name)


def find(rubric: Rubric, wanted: Criterion) -> Criterion | None:
    """Return the criterion of a rubric that is the one from the library, or None."""
    return next((c for c in rubric.criteria if is_same(c, wanted)), None)


def start_from_template(document: Document, template: Template, tier: Tier) -> None:
    """Fill an assessment that has no criteria yet from a template."""
    given = document.assessment
    with document.change(N_("Choose template")) as recorder:
        start = replace(given, template=template.id, title=given.title or template.title.both(" "))
        records.PROJECT.put(recorder, start)
        put_rubric(recorder, given.round.key, template.at(tier))
        if not given.drivers:
            for position, driver in enumerate(starting_volumes(template.id)):
                records.DRIVER.put(recorder, driver, position=position)


def add_from_library(document: Document, picks: Sequence[Pick]) -> list[str]:
    """Add criteria of templates in one step, with their dimensions where needed.

    Keys are kept unless they are taken. What is there already is left out. Returns the keys.
    """
    rubric, round_ = document.assessment.rubric, document.assessment.round.key
    wanted = [pick for pick in picks if find(rubric, pick[1]) is None]
    taken = {d.key for d in rubric.dimensions} | set(rubric.position)
    named = {c.source: _free(c.key, taken, "c") for _template, c in wanted}
    homes: list[tuple[Dimension, str]] = [(d, d.key) for d in rubric.dimensions]
    added = []
    with document.change(N_("Add from library")) as recorder:
        place = recorder.next_position(schema.criterion)
        for template, criterion in wanted:
            dimension = template.rubric.dimension_of(criterion.key)
            home = next((key for d, key in homes if is_same(d, dimension)), "")
            if not home:
                home = _free(dimension.key, taken, "d")
                at = recorder.next_position(schema.dimension)
                put_dimension(recorder, round_, replace(dimension, key=home, criteria=()), at)
                homes.append((dimension, home))
            alike = _alike(template, criterion, rubric, named)
            new = replace(criterion, key=named[criterion.source], same_as=alike)
            put_criterion(recorder, round_, new, home, place)
            place += 1
            added.append(new.key)
    return added


def duplicate_criterion(document: Document, key: str) -> str:
    """Add a copy of a criterion, without its scores, at the end of its dimension."""
    rubric = document.assessment.rubric
    copy = replace(_copied(rubric.criterion(key)), name=_copy_name(rubric.criterion(key).name))
    with document.change(N_("Duplicate criterion")) as recorder:
        at = recorder.next_position(schema.criterion)
        home = rubric.dimension_of(key).key
        put_criterion(recorder, document.assessment.round.key, copy, home, at)
    return copy.key


def duplicate_dimension(document: Document, key: str) -> str:
    """Add a copy of a dimension with its criteria, without scores, as the last one."""
    original = next(d for d in document.assessment.rubric.dimensions if d.key == key)
    copy = replace(
        original,
        key=new_key("d"),
        name=_copy_name(original.name),
        source="",
        criteria=tuple(_copied(criterion) for criterion in original.criteria),
    )
    with document.change(N_("Duplicate dimension")) as recorder:
        put_rubric(recorder, document.assessment.round.key, Rubric((copy,)))
    return copy.key


def _copied(criterion: Criterion) -> Criterion:
    return replace(criterion, key=new_key("c"), source="")


def _copy_name(name: Text) -> Text:
    if name.zh == name.en:
        return Text.same(_("{name} (copy)").format(name=name.zh))
    chinese, english = _copy_words("zh"), _copy_words("en")
    return Text(
        chinese.format(name=name.zh) if name.zh else "",
        english.format(name=name.en) if name.en else "",
    )


def _copy_words(language: Language) -> str:
    words = translator(language)
    return words("{name} (copy)")


def _alike(
    template: Template, criterion: Criterion, rubric: Rubric, named: dict[str, str]
) -> tuple[str, ...]:
    """Return what a criterion is the same as, by the keys that these have in the rubric.

    Templates use the same keys for different things; only the source tells them apart.
    """
    by_source = {c.source: c.key for c in rubric.criteria if c.source} | named
    wanted = {template.rubric.criterion(key).source for key in criterion.same_as}
    return tuple(key for source, key in by_source.items() if source in wanted)


def _free(key: str, taken: set[str], kind: str) -> str:
    chosen = key if key and key not in taken else new_key(kind)
    taken.add(chosen)
    return chosen


def _same_name(one: Text, other: Text) -> bool:
    pairs: Iterable[tuple[str, str]] = ((one.zh, other.zh), (one.en, other.en))
    return any(a and a.strip().casefold() == b.strip().casefold() for a, b in pairs)
