from __future__ import annotations

from typing import Any

import pytest

from tests.core.score_examples import NA, Marks, criterion, dimension, flat, project
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.ranking import evaluate
from vendorcompare.core.rubric import Measure, MustHave, Rubric
from vendorcompare.core.standing import Standing
from vendorcompare.core.text import Language, Text
from vendorcompare.core.verdict import Reason, Verdict, VerdictKind, decide

CLEAR, CLOSE, NONE = VerdictKind.CLEAR, VerdictKind.CLOSE, VerdictKind.NONE
NAMES = {
    "licence": Text("持有许可证", "Licensed"),
    "backup": Text("数据备份", "Backups"),
    "hours": Text("服务时间", "Hours"),
    "staff": Text("专职人员", "Staff"),
}


def standing(name: str, rank: int | None, score: float | None, **rest: Any) -> Standing:
    """Make the standing of a vendor of which everything is scored, unless told otherwise."""
    known = {"low": score, "high": score, "coverage": 1.0 if score is not None else 0.0}
    known["applicable"] = 1.0
    plain = {"tested_share": 0.0, "excluded_by": (), "undecided": ()}
    figures: dict[str, Any] = {"dimensions": {}, "contributions": {}}
    return Standing(name.lower(), name, rank, score, **{**known, **plain, **figures, **rest})


def gappy(name: str, rank: int, score: float, coverage: float) -> Standing:
    """Make the standing of a vendor whose gaps were left out of the sum."""
    low = score * coverage
    return standing(name, rank, score, low=low, high=low + 100 * (1 - coverage), coverage=coverage)


def both(*standings: Standing) -> tuple[Verdict, str, str]:
    found = decide(standings, NAMES)
    return found, found.sentence("en"), found.sentence("zh")


def test_a_clear_lead() -> None:
    found, en, zh = both(standing("Ada", 1, 82.44), standing("Bob", 2, 71.3))
    assert (found.kind, found.leader, found.reasons) == (CLEAR, "ada", ())
    assert en == "Ada leads with 82.4 points, 11.1 ahead of Bob."
    assert zh == "Ada以82.4分居首，比Bob高11.1分。"


def test_gaps_that_cannot_change_a_clear_lead() -> None:
    found, en, zh = both(gappy("Ada", 1, 90, 0.9), gappy("Bob", 2, 40, 0.8))
    assert found.kind is CLEAR
    assert en == (
        "Ada leads with 90.0 points, 50.0 ahead of Bob; "
        "the scores still missing cannot change that."
    )
    assert zh == "Ada以90.0分居首，比Bob高50.0分；还没评的指标改变不了这个结果。"


def test_a_clear_lead_over_those_scored_so_far() -> None:
    found, en, zh = both(standing("Ada", 1, 90), standing("Bob", 2, 40), standing("Cy", None, None))
    assert found.kind is CLEAR
    assert en == "Ada leads with 90.0 points, 50.0 ahead of Bob, among the vendors scored so far."
    assert zh == "在已评分的供应商中，Ada以90.0分居首，比Bob高50.0分。"


def test_an_excluded_vendor_is_not_waited_for() -> None:
    banned = standing("Cy", None, 99, excluded_by=("licence",))
    found, en, _ = both(standing("Ada", 1, 90), standing("Bob", 2, 40), banned)
    assert found.kind is CLEAR
    assert en == "Ada leads with 90.0 points, 50.0 ahead of Bob."


@pytest.mark.parametrize(("second", "kind"), [(80.0, CLEAR), (80.1, CLOSE), (81.97, CLOSE)])
def test_two_points_decide(second: float, kind: VerdictKind) -> None:
    assert both(standing("Ada", 1, 82), standing("Bob", 2, second))[0].kind is kind


def test_a_small_lead() -> None:
    found, en, zh = both(standing("Ada", 1, 82.4), standing("Bob", 2, 81.1))
    assert found.reasons == (Reason.SMALL_MARGIN,)
    assert found.margin == pytest.approx(1.3)
    assert (
        en == "Ada leads with 82.4 points, 1.3 ahead of Bob, but a lead this small does not decide."
    )
    assert zh == "Ada以82.4分居首，比Bob高1.3分，但差距太小，难分高下。"


def test_a_vendor_of_no_points_is_beaten_by_all_that_the_leader_has() -> None:
    found, en, _ = both(standing("Ada", 1, 1.5), standing("Bob", 2, 0.0))
    assert found.margin == 1.5
    assert en.startswith("Ada leads with 1.5 points, 1.5 ahead of Bob, but")
    two = both(standing("Ada", 1, 0.0), standing("Bob", 1, 0.0))
    assert two[1] == "Ada and Bob share first place with 0.0 points."


def test_the_smallest_lead_does_not_read_as_none() -> None:
    _, en, zh = both(standing("Ada", 1, 82.41), standing("Bob", 2, 82.39))
    assert "less than 0.1 ahead of Bob" in en
    assert "比Bob高不到0.1分" in zh


def test_gaps_that_could_turn_the_order() -> None:
    found, en, zh = both(gappy("Ada", 1, 80, 0.955), gappy("Bob", 2, 60, 0.55))
    assert (found.kind, found.reasons) == (CLOSE, (Reason.MISSING_SCORES,))
    assert en == (
        "Ada leads with 80.0 points, 20.0 ahead of Bob, but the scores still missing could put "
        "Bob in front (scored so far: 95% of Ada, 55% of Bob)."
    )
    assert zh == (
        "Ada以80.0分居首，比Bob高20.0分，但还没评的指标可能使Bob反超"
        "（目前Ada已评95%，Bob已评55%）。"
    )


@pytest.mark.parametrize(
    ("worst", "best", "rival"),
    [(80, 80, False), (80, 80.1, True), (0, 0.5, True), (0.5, 0, False), (0, 0, False)],
)
def test_gaps_put_another_in_front_only_if_they_bring_more_than_a_tie(
    worst: float, best: float, rival: bool
) -> None:
    first = standing("Ada", 1, 80, low=worst, coverage=0.8)
    found = both(first, standing("Bob", 2, 60, high=best, coverage=0.8))[0]
    assert (found.kind is CLOSE) == rival
    assert (found.rival is not None) == rival


def test_the_rival_need_not_be_the_second() -> None:
    third = gappy("Cy", 3, 30, 0.1)
    found, en, _ = both(standing("Ada", 1, 80), standing("Bob", 2, 60), third)
    assert found.rival is third
    assert "20.0 ahead of Bob" in en
    assert "put Cy in front (scored so far: 100% of Ada, 10% of Cy)" in en


@pytest.mark.parametrize(
    ("keys", "en", "zh"),
    [
        (("licence",), "Licensed", "持有许可证"),
        (("licence", "backup"), "Licensed and Backups", "持有许可证和数据备份"),
        (
            ("licence", "backup", "hours"),
            "Licensed, Backups and Hours",
            "持有许可证、数据备份和服务时间",
        ),
        (
            ("licence", "backup", "hours", "staff"),
            "Licensed, Backups, Hours and others",
            "持有许可证、数据备份、服务时间等",
        ),
    ],
)
def test_an_undecided_must_have(keys: tuple[str, ...], en: str, zh: str) -> None:
    first = standing("Ada", 1, 90, undecided=keys)
    found, english, chinese = both(first, standing("Bob", 2, 40))
    assert (found.kind, found.reasons) == (CLOSE, (Reason.UNDECIDED_MUST_HAVE,))
    assert english.endswith(f", but not every must-have of Ada has been confirmed ({en}).")
    assert chinese.endswith(f"，但Ada还有必备条件待核实（{zh}）。")


def test_an_undecided_must_have_of_the_second_is_no_doubt() -> None:
    second = standing("Bob", 2, 40, undecided=("licence",))
    assert both(standing("Ada", 1, 90), second)[0].kind is CLEAR


@pytest.mark.parametrize(("applies", "share"), [(0.5, "50%"), (0.4, "60%"), (0.399, "61%")])
def test_a_second_of_whom_too_much_does_not_apply_is_named(applies: float, share: str) -> None:
    """The share is rounded up, so that it never reads as less than what raises the doubt."""
    found, en, zh = both(standing("Ada", 1, 90), standing("Bob", 2, 40, applicable=applies))
    assert (found.kind, found.reasons) == (CLOSE, (Reason.RIVAL_NOT_APPLICABLE,))
    doubt = f"but {share} of the weight does not apply to Bob."
    assert en == f"Ada leads with 90.0 points, 50.0 ahead of Bob, {doubt}"
    assert zh.count("Bob") == en.count("Bob")
    assert share in zh


def test_every_doubt_at_once() -> None:
    first = gappy("Ada", 1, 80, 0.9)._replace(undecided=("licence",))
    _, en, zh = both(first, gappy("Bob", 2, 79, 0.8))
    assert en == (
        "Ada leads with 80.0 points, 1.0 ahead of Bob, but not every must-have of Ada has been "
        "confirmed (Licensed), a lead this small does not decide, and the scores still missing "
        "could put Bob in front (scored so far: 90% of Ada, 80% of Bob)."
    )
    assert zh == (
        "Ada以80.0分居首，比Bob高1.0分，但Ada还有必备条件待核实（持有许可证），"
        "差距太小，难分高下，而且还没评的指标可能使Bob反超（目前Ada已评90%，Bob已评80%）。"
    )


def test_a_tie() -> None:
    three = [standing(name, 1, 75) for name in ("Ada", "Bob", "Cy")]
    found, en, zh = both(*three, standing("Di", 4, 20))
    assert (found.kind, found.reasons, found.leader) == (NONE, (Reason.TIE,), None)
    assert en == "Ada, Bob and Cy share first place with 75.0 points."
    assert zh == "Ada、Bob和Cy以75.0分并列第一。"


def test_half_of_the_weight_must_be_scored() -> None:
    found, en, zh = both(gappy("Ada", 1, 90, 0.496), standing("Bob", 2, 40))
    assert (found.kind, found.reasons) == (NONE, (Reason.LOW_COVERAGE,))
    assert en == (
        "Ada is in front with 90.0 points, but only 49% of the weight is scored for it, "
        "which is too little to decide."
    )
    assert zh == "Ada暂以90.0分领先，但只评了49%的权重，还不足以下结论。"
    assert both(gappy("Ada", 1, 90, 0.5), standing("Bob", 2, 40))[0].kind is CLEAR


@pytest.mark.parametrize(
    ("standings", "reason", "en", "zh"),
    [
        ([], Reason.NO_VENDOR, "There is no vendor to compare yet.", "还没有可供比较的供应商。"),
        (
            [standing("Ada", None, None)],
            Reason.NOTHING_SCORED,
            "No vendor can be ranked yet, because nothing is scored.",
            "还没有任何评分，暂时无法排名。",
        ),
        (
            [standing("Ada", None, 90, excluded_by=("licence",))],
            Reason.ALL_EXCLUDED,
            "No vendor can be chosen, because every one of them fails a must-have.",
            "每家供应商都有必备条件未达到，没有可选的供应商。",
        ),
        (
            [standing("Ada", None, None), standing("Bob", None, 9, excluded_by=("licence",))],
            Reason.REST_UNSCORED,
            "No vendor can be ranked yet: those that fail no must-have are not scored.",
            "暂时无法排名：必备条件未达到的已排除，其余供应商都还没有评分。",
        ),
        (
            [standing("Ada", 1, 90), standing("Bob", None, 95, excluded_by=("licence",))],
            Reason.ONLY_ONE,
            "Ada, with 90.0 points, is the only vendor that can be ranked, "
            "so there is nothing to compare it with.",
            "只有Ada可以排名（90.0分），没有可比的对象。",
        ),
    ],
)
def test_nothing_to_rank(standings: list[Standing], reason: Reason, en: str, zh: str) -> None:
    found, english, chinese = both(*standings)
    assert (found.kind, found.reasons) == (NONE, (reason,))
    assert (english, chinese) == (en, zh)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_names_are_taken_literally(language: Language) -> None:
    odd = "A {first} & {0} <b>%s 公司"
    for other in (89.0, 80.0):
        found = decide([standing(odd, 1, 90), standing("B {x}", 2, other)], NAMES)
        assert odd in found.sentence(language)
        assert "B {x}" in found.sentence(language)


def test_what_mostly_does_not_apply_leads_nowhere() -> None:
    # A earns everything on a tenth of the weight, B 94.4 on all of it: 0.9·100 + 0.1·75 = 97.5
    found = evaluate(project(flat(9, 1), {"a": [NA, 5], "b": [5, 4]}))
    assert [row.applicable for row in found.rows] == pytest.approx([0.1, 1])
    assert [row.score for row in found.rows] == pytest.approx([100, 97.5])
    assert (found.verdict.kind, found.verdict.reasons) == (NONE, (Reason.NOT_APPLICABLE,))
    assert found.verdict.sentence("en") == (
        "A is in front with 100.0 points, but 90% of the weight does not apply to it, "
        "which leaves too little to compare."
    )
    assert found.verdict.short("en") == "No verdict yet"


def test_what_does_not_apply_is_said_with_a_clear_verdict_too() -> None:
    found = evaluate(project(flat(4, 1), {"a": [5, NA], "b": [2, 2]})).verdict
    assert found.kind is CLEAR
    assert found.sentence("en").endswith(" 20% of the weight does not apply to A.")
    tied = both(standing("Ada", 1, 75, applicable=0.8), standing("Bob", 1, 75, applicable=0.9))
    assert tied[1] == (
        "Ada and Bob share first place with 75.0 points. 20% of the weight does not apply to Ada."
        " 10% of the weight does not apply to Bob."
    )


def test_what_cannot_be_computed_is_a_doubt_and_named() -> None:
    wrong = criterion("c2", anchors=((5.0, 0.0), (1.0, 1.0)))
    rubric = Rubric((dimension("d1", criterion("c1", weight=9), wrong),))
    found = evaluate(project(rubric, {"a": [5, 5], "b": [1, 5]})).verdict
    assert (found.kind, found.reasons) == (CLOSE, (Reason.UNCOMPUTED,))
    assert "(Name of c2)" in found.sentence("en")


@pytest.mark.parametrize(
    ("marks", "short"),
    [
        ({"a": [1, 5], "b": [1, 2]}, "A leads"),
        ({"a": [1, 5], "b": [1, 4.95]}, "Too close to call"),
        ({"a": [None, 5], "b": [1, 2]}, "A leads, not confirmed"),
        ({"a": [None, 5], "b": [None, 4.95]}, "A leads, not confirmed"),
        ({"a": [1, 5], "b": [1, 5]}, "No verdict yet"),
    ],
)
def test_the_short_form_says_what_the_sentence_says(marks: Marks, short: str) -> None:
    assert evaluate(project(BANNING, marks)).verdict.short("en") == short


LICENCE = criterion("licence", Measure.BOOLEAN, must_have=MustHave())
BANNING = Rubric((dimension("d1", LICENCE, criterion("c1", weight=9)),))


@pytest.mark.parametrize(
    ("rubric", "marks", "kind"),
    [
        (flat(1, 1), {"a": [5, 5], "b": [3, 4]}, CLEAR),
        (flat(2, 1), {"a": [5, NA], "b": [3, 4]}, CLEAR),
        (flat(1, 1), {"a": [5, NA], "b": [3, 4]}, NONE),  # from one half on too little applies
        (flat(1, 1), {"a": [5, 5], "b": [3, NA]}, CLOSE),
        (flat(0, 0), {"a": [5, 5], "b": [3, 4]}, NONE),
        (flat(1, 1), {"a": [5, 5], "b": [None, 4]}, CLEAR),
        (flat(1, 1), {"a": [5, None], "b": [3, 4]}, CLOSE),
        (flat(99, 1), {"a": [5, 5], "b": [5, 1]}, CLOSE),
        (flat(1, 1), {"a": [5, 3], "b": [3, 5]}, NONE),
        (flat(2, 1), {"a": [None, 5], "b": [3, 4]}, NONE),
        (BANNING, {"a": [1, 5], "b": [1, 2], "c": [0, 5]}, CLEAR),
        (BANNING, {"a": [None, 5], "b": [1, 2]}, CLOSE),
        (BANNING, {"a": [0, 5], "b": [1, 2]}, NONE),
        (BANNING, {"a": [0, 5], "b": [0, 2]}, NONE),
    ],
)
def test_from_scores_to_verdict(rubric: Rubric, marks: Marks, kind: VerdictKind) -> None:
    assert evaluate(project(rubric, marks)).verdict.kind is kind


def test_the_verdict_names_the_must_have_as_the_rubric_does() -> None:
    verdict = evaluate(project(BANNING, {"a": [None, 5], "b": [1, 2]})).verdict
    assert "(Name of licence)" in verdict.sentence("en")
    assert "（licence的名称）" in verdict.sentence("zh")


def test_an_empty_assessment() -> None:
    assert evaluate(Assessment()).verdict.reasons == (Reason.NO_VENDOR,)
