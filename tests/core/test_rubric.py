"""The evaluation tree: where each criterion stands, and how much of a template is begun with."""

from __future__ import annotations

import pytest

from tests.core.score_examples import criterion, dimension
from vendorcompare.core.rubric import Dimension, Rubric, Template, Tier
from vendorcompare.core.text import Text

FIRST = dimension("d1", criterion("c1"), criterion("c2"), weight=3)
EMPTY = dimension("d2")
LAST = dimension("d3", criterion("c3"))
RUBRIC = Rubric((FIRST, EMPTY, LAST))
WORDY = Dimension(
    "d4", Text.same("D"), 2.0, (criterion("c1"),), Text.same("hint"), Text.same("group"), "001:D4"
)
TIERS = {"c1": Tier.STANDARD, "c2": Tier.QUICK, "c3": Tier.FULL}


def test_criteria_stand_in_the_order_of_their_dimensions() -> None:
    assert [each.key for each in RUBRIC.criteria] == ["c1", "c2", "c3"]
    assert RUBRIC.position == {"c1": 0, "c2": 1, "c3": 2}
    assert RUBRIC.spans == (slice(0, 2), slice(2, 2), slice(2, 3))
    assert [RUBRIC.dimension_of(key) for key in RUBRIC.position] == [FIRST, FIRST, LAST]
    assert RUBRIC.criterion("c2") is FIRST.criteria[1]
    for find in (RUBRIC.criterion, RUBRIC.dimension_of):
        with pytest.raises(KeyError):
            find("c9")


def test_a_level_has_its_words_or_none() -> None:
    graded = criterion(levels=((1.0, Text.same("by hand")), (5.0, Text.same("by itself"))))
    assert graded.level(5) == Text.same("by itself")
    assert graded.level(3) == Text()


@pytest.mark.parametrize(
    ("tier", "keys"),
    [
        (Tier.QUICK, [("d1", ["c2"])]),
        (Tier.STANDARD, [("d1", ["c1", "c2"])]),
        (Tier.FULL, [("d1", ["c1", "c2"]), ("d3", ["c3"])]),
    ],
)
def test_a_tier_begins_with_what_is_asked_up_to_it(
    tier: Tier, keys: list[tuple[str, list[str]]]
) -> None:
    template = Template("001", 1, "", Text(), Text(), RUBRIC, TIERS)
    begun = template.at(tier).dimensions
    assert [(each.key, [c.key for c in each.criteria]) for each in begun] == keys


def test_a_tier_leaves_nothing_of_a_dimension_out_but_criteria() -> None:
    template = Template("001", 1, "", Text(), Text(), Rubric((WORDY,)), {"c1": Tier.QUICK})
    assert template.at(Tier.QUICK).dimensions == (WORDY,)
