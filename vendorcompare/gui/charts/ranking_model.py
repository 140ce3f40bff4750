"""The rows of a ranking, with everything a reader for the blind has to say about each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontMetrics

from vendorcompare.core.series import SeriesStyle
from vendorcompare.gui.charts.vendor_bars import VendorBarsModel
from vendorcompare.gui.look import theme
from vendorcompare.i18n import _

_LOWEST_ROW: Final = 44
_ABOVE_AND_BELOW: Final = 8


class RankingRow(NamedTuple):
    """Describe one vendor of a ranking.

    Attributes:
        rank: from 1, ties sharing a number; None where the vendor cannot be ranked.
        score: 0 to 100; None where nothing is scored. So are `low` and `high`, the scores if
            everything missing turned out worst or best.
        contributions: points by key of the dimension; they sum to the score.
        remark: why it is excluded, or what makes its place doubtful; already translated.
        shorter: the same in ever fewer words, for where there is little room.
    """

    key: str
    name: str
    style: SeriesStyle
    rank: int | None
    score: float | None
    low: float | None = None
    high: float | None = None
    contributions: Mapping[str, float] | None = None
    remark: str = ""
    shorter: tuple[str, ...] = ()

    @property
    def is_uncertain(self) -> bool:
        """Tell whether missing scores could still move the total by what can be seen."""
        return self.low is not None and self.high is not None and self.high - self.low >= 0.05


def sentence(row: RankingRow) -> str:
    """Say where a vendor stands."""
    if row.score is None:
        words = _("{name}: not scored").format(name=row.name)
    elif row.rank is None:
        words = _("{name}: {score:.1f}, not ranked").format(name=row.name, score=row.score)
    elif row.is_uncertain:
        words = _("{rank}. {name} {score:.1f}, between {low:.1f} and {high:.1f}").format(
            rank=row.rank, name=row.name, score=row.score, low=row.low, high=row.high
        )
    else:
        words = _("{rank}. {name} {score:.1f}").format(
            rank=row.rank, name=row.name, score=row.score
        )
    return f"{words} – {row.remark}" if row.remark else words


class RankingModel(VendorBarsModel[RankingRow]):
    """Hold the rows of a ranking, and what their bars are stacked from."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dimensions: tuple[tuple[str, str], ...] = ()

    def dimensions(self) -> tuple[tuple[str, str], ...]:
        """Return key and name of the dimensions, in the order of the rubric."""
        return self._dimensions

    def set_dimensions(self, dimensions: Sequence[tuple[str, str]]) -> None:
        """Set key and name of the dimensions."""
        self._dimensions = tuple(dimensions)
        self.announce()

    def row_height(self) -> int:
        """Return the room for a name and a remark below it."""
        lines = (theme.font("body"), theme.font("caption"))
        needed = sum(QFontMetrics(font).height() for font in lines) + _ABOVE_AND_BELOW
        return max(_LOWEST_ROW, needed)

    def sentence(self, row: RankingRow) -> str:
        return sentence(row)

    def explained(self, row: RankingRow) -> str:
        """Say where the points of a vendor come from."""
        lines = [sentence(row)]
        points = row.contributions or {}
        lines += [f"{name} {points[key]:.1f}" for key, name in self._dimensions if key in points]
        return "\n".join(lines)
