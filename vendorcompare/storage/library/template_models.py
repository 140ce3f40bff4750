"""What a rubric template may say: the shape of the file, and what must agree within it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Final

from pydantic import BeforeValidator, Field, StringConstraints

from vendorcompare.core.assessment import Driver
from vendorcompare.core.rubric import (
    Access,
    Criterion,
    Dimension,
    Direction,
    Measure,
    Rubric,
    Template,
    Tier,
)
from vendorcompare.core.text import Text
from vendorcompare.i18n import _
from vendorcompare.storage.validation import A_LIST, Limits, Pair, Strict, limits_of, unique

Report = Callable[[str, str], None]
Words = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=80)]
Weight = Annotated[float, Field(ge=0)]

_UNSCALED: Final = {Measure.NUMBER, Measure.DURATION, Measure.MONEY}


class Bilingual(Strict):
    """Hold words that must be there in both languages."""

    zh: Words
    en: Words

    def text(self) -> Text:
        """Return the words for the core."""
        return Text(self.zh, self.en)


class Group(Strict):
    """Name a heading over several dimensions."""

    key: Key
    name: Bilingual


class CriterionEntry(Strict):
    """Describe a criterion as the file does."""

    key: Key
    name: Bilingual
    hint: Bilingual
    tier: Annotated[Tier, Field(strict=False)]
    weight: Weight
    measure: Annotated[Measure, Field(strict=False)]
    source: Words
    direction: Annotated[Direction, Field(strict=False)] = Direction.HIGHER
    scale: Pair = (1.0, 5.0)
    unit: Bilingual | None = None
    anchors: Annotated[tuple[Pair, ...], A_LIST] = ()
    levels: Annotated[tuple[Bilingual, ...], A_LIST] = ()
    must_have: Annotated[Limits | None, BeforeValidator(limits_of)] = None
    measured_by: str = ""
    evidence: Annotated[tuple[Key, ...], A_LIST] = ()
    access: Annotated[Access, Field(strict=False)] | None = None
    same_as: Annotated[tuple[Key, ...], A_LIST] = ()

    def criterion(self) -> Criterion:
        """Return the criterion for the core."""
        low = self.scale[0]
        return Criterion(
            key=self.key,
            name=self.name.text(),
            measure=self.measure,
            weight=self.weight,
            direction=self.direction,
            scale=self.scale,
            unit=self.unit.text() if self.unit else Text(),
            anchors=self.anchors,
            levels=tuple((low + i, words.text()) for i, words in enumerate(self.levels)),
            must_have=self.must_have.must_have() if self.must_have else None,
            measured_by=self.measured_by,
            hint=self.hint.text(),
            evidence=self.evidence,
            access=self.access,
            same_as=self.same_as,
            source=self.source,
        )


class DimensionEntry(Strict):
    """Describe a dimension as the file does."""

    key: Key
    name: Bilingual
    hint: Bilingual
    weight: Weight
    source: Words
    group: Key | None = None
    criterion: Annotated[tuple[CriterionEntry, ...], A_LIST, Field(min_length=1)]


class DriverEntry(Strict):
    """Suggest a monthly volume of the buyer to start from."""

    key: Key
    name: Bilingual
    low: Annotated[int, Field(ge=0)]
    likely: Annotated[int, Field(ge=0)]
    high: Annotated[int, Field(ge=0)]

    def driver(self) -> Driver:
        """Return the volume for the core."""
        return Driver(
            key=self.key,
            low=Decimal(self.low),
            likely=Decimal(self.likely),
            high=Decimal(self.high),
            name=self.name.text(),
        )


class TemplateFile(Strict):
    """Describe a whole template."""

    id: Key
    version: Annotated[int, Field(ge=1)]
    source: Words
    title: Bilingual
    summary: Bilingual
    group: Annotated[tuple[Group, ...], A_LIST] = ()
    driver: Annotated[tuple[DriverEntry, ...], A_LIST] = ()
    dimension: Annotated[tuple[DimensionEntry, ...], A_LIST, Field(min_length=1)]

    def template(self) -> Template:
        """Return the template for the core."""
        groups = {group.key: group.name.text() for group in self.group}
        dimensions = tuple(
            Dimension(
                key=each.key,
                name=each.name.text(),
                weight=each.weight,
                criteria=tuple(entry.criterion() for entry in each.criterion),
                hint=each.hint.text(),
                group=groups[each.group] if each.group else Text(),
                source=each.source,
            )
            for each in self.dimension
        )
        return Template(
            id=self.id,
            version=self.version,
            source=self.source,
            title=self.title.text(),
            summary=self.summary.text(),
            rubric=Rubric(dimensions),
            tiers={entry.key: entry.tier for _where, entry in self.criteria()},
        )

    def volumes(self) -> tuple[Driver, ...]:
        """Return the monthly volumes to start from."""
        return tuple(each.driver() for each in self.driver)

    def criteria(self) -> Iterator[tuple[str, CriterionEntry]]:
        """Give every criterion with its place in the file."""
        for i, dimension in enumerate(self.dimension):
            for j, entry in enumerate(dimension.criterion):
                yield f"dimension[{i}].criterion[{j}]", entry


def check(file: TemplateFile, evidence_kinds: set[str], report: Report) -> None:
    """Report what does not agree within a template whose shape is right."""
    _check_keys(file, report)
    groups = {group.key for group in file.group}
    for i, dimension in enumerate(file.dimension):
        if dimension.group and dimension.group not in groups:
            problem = _('there is no group "{key}"').format(key=dimension.group)
            report(f"dimension[{i}].group", problem)
    known = {entry.key for _where, entry in file.criteria()}
    for where, entry in file.criteria():
        _check_references(entry, where, known, evidence_kinds, report)
        _check_levels(entry, where, report)
        _check_anchors(entry, where, report)


def _check_keys(file: TemplateFile, report: Report) -> None:
    taken = _('the key "{key}" is used twice')
    unique(((f"group[{i}].key", g.key) for i, g in enumerate(file.group)), report, taken)
    unique(((f"driver[{i}].key", d.key) for i, d in enumerate(file.driver)), report, taken)
    nodes = [(f"dimension[{i}].key", d.key) for i, d in enumerate(file.dimension)]
    nodes += [(f"{where}.key", entry.key) for where, entry in file.criteria()]
    unique(nodes, report, taken)


def _check_references(
    entry: CriterionEntry, where: str, known: set[str], evidence_kinds: set[str], report: Report
) -> None:
    for i, key in enumerate(entry.same_as):
        if key not in known or key == entry.key:
            report(
                f"{where}.same_as[{i}]", _('there is no other criterion "{key}"').format(key=key)
            )
    for i, code in enumerate(entry.evidence):
        if code not in evidence_kinds:
            report(
                f"{where}.evidence[{i}]", _('there is no kind of evidence "{key}"').format(key=code)
            )


def _check_levels(entry: CriterionEntry, where: str, report: Report) -> None:
    low, high = entry.scale
    if low >= high:
        report(f"{where}.scale", _("must ascend"))
    if entry.measure is Measure.RATING:
        wanted = int(high - low) + 1
        if len(entry.levels) != wanted:
            found = len(entry.levels)
            problem = _("must say what earns each of {wanted} levels, but says it of {found}")
            report(f"{where}.levels", problem.format(wanted=wanted, found=found))
    elif entry.levels:
        report(f"{where}.levels", _("only a rating has levels"))


def _check_anchors(entry: CriterionEntry, where: str, report: Report) -> None:
    anchors = entry.anchors
    if not anchors:
        if entry.measure in _UNSCALED:
            report(f"{where}.anchors", _("is missing"))
        return
    if len(anchors) < 2 or any(left[0] >= right[0] for left, right in pairwise(anchors)):
        report(f"{where}.anchors", _("must be at least two pairs, their figures ascending"))
    if not all(0 <= value <= 1 for _raw, value in anchors):
        report(f"{where}.anchors", _("must give values from 0 to 1"))
