"""The geometry of a radar chart, shared by the screen and the paper.

Everything lies on the unit circle around (0, 0) with y pointing up: the outermost ring has the
radius 1, the first axis points to 12 o'clock, the others follow clockwise.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from vendorcompare.core.radar_labels import AxisLabels, axis_labels, wrap_label
from vendorcompare.core.rubric import Dimension
from vendorcompare.core.text import Text

__all__ = [
    "FEWEST_AXES",
    "HOLLOW_RADIUS",
    "HOLLOW_STEP",
    "MOST_AXES",
    "MOST_OVERLAID",
    "AxisLabels",
    "Polygon",
    "RadarAxes",
    "Ring",
    "axis_angles",
    "axis_labels",
    "axis_points",
    "best_of",
    "breaches",
    "choose_axes",
    "grid",
    "label_anchor",
    "polygon",
    "rings",
    "small_multiples",
    "wrap_label",
]

Floats = npt.NDArray[np.float64]
Point = tuple[float, float]

#: With fewer axes there is no area, with more the labels and the shape cannot be read.
FEWEST_AXES: Final = 3
MOST_AXES: Final = 8

#: More lines than this on one chart cannot be told apart.
MOST_OVERLAID: Final = 3

#: Where the mark of a missing score lies. Any place on the scale, the centre and the rim
#: included, would read as a score; between the rim and the label there is none. Each further
#: vendor of the same chart marks its gap a step further out, so that marks never hide another.
HOLLOW_RADIUS: Final = 1.06
HOLLOW_STEP: Final = 0.05


@dataclass(frozen=True, slots=True)
class Ring:
    """Describe one grid line: its radius and the score it stands for."""

    radius: float
    label: str


@dataclass(frozen=True, slots=True)
class Polygon:
    """Hold the shape of one vendor.

    Attributes:
        segments: lines to draw; a complete shape is one line that ends where it starts.
        complete: whether every axis has a score, so that the shape may be filled.
        markers: (axis, point) of every score, also of one whose neighbours are missing.
        hollow: (axis, point) where a hollow marker says that the score is missing.
    """

    segments: tuple[tuple[Point, ...], ...]
    complete: bool
    markers: tuple[tuple[int, Point], ...]
    hollow: tuple[tuple[int, Point], ...]


@dataclass(frozen=True)
class RadarAxes:
    """Hold what a radar chart shows.

    Attributes:
        keys: the key of the dimension; of all dimensions, joined by "+", for a group of several.
        values: shape (vendors, axes), 0 to 1, NaN = not scored.
        members: which dimensions each axis stands for.
        grouped: whether the axes are group means.
        as_bars: whether bars must be drawn instead, since a radar could not be read.
    """

    labels: tuple[Text, ...]
    keys: tuple[str, ...]
    values: Floats
    members: tuple[tuple[str, ...], ...]
    grouped: bool = False
    as_bars: bool = False


def axis_angles(n: int) -> tuple[float, ...]:
    """Return the direction of each axis in radians, counterclockwise from 3 o'clock."""
    return tuple(math.pi / 2 - 2 * math.pi * i / n for i in range(n))


def axis_points(n: int, radius: float = 1.0) -> tuple[Point, ...]:
    """Return the end of each axis."""
    return tuple(_point(angle, radius) for angle in axis_angles(n))


def grid(n: int, radius: float = 1.0) -> tuple[Point, ...]:
    """Return the closed line that joins the axes at a radius."""
    points = axis_points(n, radius)
    return points + points[:1]


def rings(levels: int = 5) -> tuple[Ring, ...]:
    """Return evenly spaced grid lines from the inside out, labelled on the scale 0 to 100."""
    return tuple(Ring(i / levels, f"{100 * i / levels:.3g}") for i in range(1, levels + 1))


def polygon(values: Sequence[float] | Floats, *, slot: int = 0) -> Polygon:
    """Return the shape of one vendor; the line breaks where a score is missing.

    Args:
        values: one score per axis, 0 to 1 (clipped), NaN where there is none.
        slot: the place of the vendor in its chart, which keeps hollow markers apart.
    """
    scores = [float(value) for value in values]
    angles = axis_angles(len(scores))
    points = [_point(a, min(max(s, 0.0), 1.0)) for a, s in zip(angles, scores, strict=True)]
    scored = [i for i, score in enumerate(scores) if not math.isnan(score)]
    rim = HOLLOW_RADIUS + HOLLOW_STEP * slot
    complete = bool(scored) and len(scored) == len(scores)
    if complete:
        segments = [(*points, points[0])]
    else:
        runs = _runs(scored, len(scores))
        segments = [tuple(points[i] for i in run) for run in runs if len(run) > 1]
    return Polygon(
        segments=tuple(segments),
        complete=complete,
        markers=tuple((i, points[i]) for i in scored),
        hollow=tuple((i, _point(a, rim)) for i, a in enumerate(angles) if i not in scored),
    )


def label_anchor(angle: float) -> Point:
    """Return which part of a label lies on the end of its axis.

    The fractions count from the left and from the top of the label, so that the label always
    lies outside: at 12 o'clock it stands on its point, at 3 o'clock it begins there.
    """
    return (1 - math.cos(angle)) / 2, (1 + math.sin(angle)) / 2


def small_multiples(n_vendors: int) -> tuple[tuple[int, ...], ...]:
    """Return which vendors share a chart: all of them up to three, else each one alone."""
    if n_vendors <= MOST_OVERLAID:
        return (tuple(range(n_vendors)),) if n_vendors else ()
    return tuple((i,) for i in range(n_vendors))


def best_of(values: Floats) -> Floats:
    """Return the best score on each axis, NaN where no vendor is scored; shape (axes,)."""
    best: Floats = np.fmax.reduce(values, axis=0, initial=np.nan)
    return best


def breaches(values: Sequence[float] | Floats, target: Sequence[float] | Floats) -> tuple[int, ...]:
    """Return the axes on which a score lies below the target; a missing one breaks nothing."""
    pairs = zip(values, target, strict=True)
    return tuple(i for i, (value, wanted) in enumerate(pairs) if value < wanted)


def choose_axes(dimensions: Sequence[Dimension], values: Floats, weights: Floats) -> RadarAxes:
    """Choose what a radar chart of these dimensions shows, in the order of the rubric.

    Three to eight dimensions are the axes. Of nine or more, each group becomes one axis with the
    weighted mean of what is scored; a dimension without a group keeps its own. Where that does
    not make three to eight axes, the dimensions are to be drawn as bars.

    Args:
        dimensions: the dimensions to show.
        values: shape (vendors, dimensions), 0 to 1, NaN = not scored.
        weights: importance of each dimension; any unit.
    """
    if len(dimensions) > MOST_AXES:
        groups = _groups(dimensions)
        if FEWEST_AXES <= len(groups) <= MOST_AXES:
            return _grouped(dimensions, groups, values, weights)
    return RadarAxes(
        labels=tuple(dimension.name for dimension in dimensions),
        keys=tuple(dimension.key for dimension in dimensions),
        values=values,
        members=tuple((dimension.key,) for dimension in dimensions),
        as_bars=not FEWEST_AXES <= len(dimensions) <= MOST_AXES,
    )


def _grouped(
    dimensions: Sequence[Dimension], groups: list[list[int]], values: Floats, weights: Floats
) -> RadarAxes:
    members = tuple(tuple(dimensions[i].key for i in group) for group in groups)
    first = [dimensions[group[0]] for group in groups]
    return RadarAxes(
        labels=tuple(dimension.group or dimension.name for dimension in first),
        keys=tuple("+".join(keys) for keys in members),
        values=np.column_stack([_mean(values[:, group], weights[group]) for group in groups]),
        members=members,
        grouped=True,
    )


def _groups(dimensions: Sequence[Dimension]) -> list[list[int]]:
    """Return the positions of the dimensions of each group, in the order of first appearance."""
    groups: dict[Text | str, list[int]] = {}
    for i, dimension in enumerate(dimensions):
        groups.setdefault(dimension.group or dimension.key, []).append(i)
    return list(groups.values())


def _mean(values: Floats, weights: Floats) -> Floats:
    """Return the weighted mean of what is scored; equal weights where all of them are zero."""
    shares = np.where(np.isnan(values), 0.0, weights if weights.any() else 1.0)
    total = shares.sum(axis=1)
    mean = np.full(len(values), np.nan)
    np.divide((np.nan_to_num(values) * shares).sum(axis=1), total, out=mean, where=total > 0)
    return mean


def _runs(scored: list[int], n: int) -> list[list[int]]:
    """Split the scored axes of an incomplete shape into runs of neighbours around the circle."""
    runs: list[list[int]] = []
    for i in scored:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    if len(runs) > 1 and runs[0][0] == 0 and runs[-1][-1] == n - 1:
        runs[0] = runs.pop() + runs[0]
    return runs


def _point(angle: float, radius: float) -> Point:
    return radius * math.cos(angle), radius * math.sin(angle)
