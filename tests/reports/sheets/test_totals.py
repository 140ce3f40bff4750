"""What is not known of a total stands beside it, in the language of the sheet."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.reports import samples
from tests.reports.papers import Paper, squeezed
from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment, CostLine, Scenario
from vendorcompare.core.costs import cost_report
from vendorcompare.core.findings import standing_findings
from vendorcompare.core.ranking import evaluate
from vendorcompare.core.scores import State


@pytest.fixture(scope="module")
def three() -> Assessment:
    return samples.assessment(3)


@pytest.mark.parametrize(
    ("credit", "said", "english"), [(False, "至少", "from"), (True, "，不全", "incomplete")]
)
def test_an_incomplete_total_is_said_in_the_language_of_the_sheet(
    three: Assessment, credit: bool, said: str, english: str
) -> None:
    open_ = CostLine("open", "v0", "注册地址", credit=credit)
    given = replace(three, cost_lines=(*three.cost_lines, open_))
    costs = cost_report(given).vendors["v0"]
    assert not costs.complete
    total = squeezed(formats.money(costs.tco[Scenario.LIKELY]))
    printed = Paper(given, samples.options(language="zh"))
    assert (f"{total}{said}" if credit else f"{said}{total}") in printed.letters
    assert english not in printed.letters


def test_what_does_not_apply_stands_beside_the_coverage(three: Assessment) -> None:
    scores = three.scores
    states = scores.states.copy()
    states[0, 0, :10] = State.NOT_APPLICABLE
    values = np.where(states == State.SCORED, scores.values, np.nan)
    excused = samples.with_scores(three, states=states, values=values)
    row = evaluate(excused).standing("v0")
    assert row.applicable < 0.9
    first = Paper(excused, samples.options(language="en"))
    assert "Coverage N/A Tested" in " ".join(first.lines())
    (found,) = (
        each for each in standing_findings(evaluate(excused), row) if "share" in each.figures
    )
    shares = f"{formats.share(row.coverage)} {found.figures['share']}"
    assert any(shares in line for line in first.lines()), "the same as everywhere else"
