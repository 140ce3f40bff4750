"""The rubric: dimensions, criteria, what each level of a rating means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from vendorcompare.core.text import Text


class Measure(StrEnum):
    """How a criterion is scored."""

    RATING = "rating"
    BOOLEAN = "boolean"
    NUMBER = "number"
    DURATION = "duration"
    PERCENTAGE = "percentage"
    MONEY = "money"
    TEXT = "text"


class Direction(StrEnum):
    """Which way a figure is better."""

    HIGHER = "higher"
    LOWER = "lower"


class Access(StrEnum):
    """How a buyer can come to know the figure."""

    OBSERVE = "observe"
    ASK = "ask"
    INFER = "infer"


class Tier(StrEnum):
    """How much of a template an assessment starts with."""

    QUICK = "quick"
    STANDARD = "standard"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class MustHave:
    """State the condition a vendor must meet to be chosen at all.

    A yes/no criterion must be yes; any other must lie within the limits given.
    """

    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """Describe one thing that is scored.

    Attributes:
        weight: importance among the criteria of the same dimension; any unit.
        scale: lowest and highest level of a rating.
        anchors: (raw score, value from 0 to 1) pairs in ascending order of raw score.
        levels: what earns each level of a rating, in words.
        measured_by: which figure of the contact log gives the score, as
            metric.statistic.channel.
        same_as: keys of criteria that ask for the same thing elsewhere in the rubric.
        source: where the criterion comes from in the library, such as 001:D1.1.
    """

    key: str
    name: Text
    measure: Measure = Measure.RATING
    weight: float = 1.0
    direction: Direction = Direction.HIGHER
    scale: tuple[float, float] = (1.0, 5.0)
    unit: Text = Text()
    anchors: tuple[tuple[float, float], ...] = ()
    levels: tuple[tuple[float, Text], ...] = ()
    must_have: MustHave | None = None
    measured_by: str = ""
    hint: Text = Text()
    evidence: tuple[str, ...] = ()
    access: Access | None = None
    same_as: tuple[str, ...] = ()
    source: str = ""

    def level(self, score: float) -> Text:
        """Return the words that earn a level, or no words."""
        return dict(self.levels).get(score, Text())


@dataclass(frozen=True, slots=True)
class Dimension:
    """Describe one axis of the evaluation and the criteria under it.

    Attributes:
        weight: importance among the dimensions; any unit.
        group: heading under which dimensions are drawn together when there are nine or more.
    """

    key: str
    name: Text
    weight: float = 1.0
    criteria: tuple[Criterion, ...] = ()
    hint: Text = Text()
    group: Text = Text()
    source: str = ""


@dataclass(frozen=True)
class Rubric:
    """Hold the evaluation tree; the order is the user's."""

    dimensions: tuple[Dimension, ...] = ()

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria in the order of the rubric: the columns of every score array."""
        return tuple(c for dimension in self.dimensions for c in dimension.criteria)

    @cached_property
    def position(self) -> Mapping[str, int]:
        """The column of each criterion key in the score arrays."""
        return {criterion.key: i for i, criterion in enumerate(self.criteria)}

    @cached_property
    def spans(self) -> tuple[slice, ...]:
        """The columns that each dimension covers in the score arrays."""
        return tuple(self._spans())

    def _spans(self) -> Iterator[slice]:
        start = 0
        for dimension in self.dimensions:
            stop = start + len(dimension.criteria)
            yield slice(start, stop)
            start = stop

    def criterion(self, key: str) -> Criterion:
        """Return the criterion with a key; KeyError if there is none."""
        return self.criteria[self.position[key]]

    def dimension_of(self, key: str) -> Dimension:
        """Return the dimension that holds a criterion; KeyError if there is none."""
        column = self.position[key]
        return next(
            d for d, span in zip(self.dimensions, self.spans, strict=True) if column < span.stop
        )


@dataclass(frozen=True, slots=True)
class Template:
    """Hold a rubric from the library with the tier of each criterion."""

    id: str
    version: int
    source: str
    title: Text
    summary: Text
    rubric: Rubric
    tiers: Mapping[str, Tier] = field(default_factory=dict)

    def at(self, tier: Tier) -> Rubric:
        """Return the part of the rubric that a tier opens with, without empty dimensions."""
        order = tuple(Tier)
        wanted = set(order[: order.index(tier) + 1])
        parts = (
            _with_criteria(d, tuple(c for c in d.criteria if self.tiers[c.key] in wanted))
            for d in self.rubric.dimensions
        )
        return Rubric(tuple(d for d in parts if d.criteria))


def _with_criteria(dimension: Dimension, criteria: tuple[Criterion, ...]) -> Dimension:
    return Dimension(
        key=dimension.key,
        name=dimension.name,
        weight=dimension.weight,
        criteria=criteria,
        hint=dimension.hint,
        group=dimension.group,
        source=dimension.source,
    )
