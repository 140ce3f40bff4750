"""The verdict: what the ranking allows to be said, in one sentence."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.standing import Standing
from vendorcompare.core.text import Language, Text
from vendorcompare.i18n import N_, translator

#: A smaller lead, in points of 100, does not decide.
CLOSE_MARGIN: Final = 2.0

#: Of a leader with a smaller share of the weight scored nothing can be said.
ENOUGH_COVERAGE: Final = 0.5

#: From this share of the weight on that does not apply, vendors are not measured alike.
TOO_LITTLE_APPLIES: Final = 0.5

_ROUNDING: Final = 1e-9
_NAMES_LISTED: Final = 3

Words = Callable[[str], str]


class VerdictKind(StrEnum):
    """How much the ranking decides."""

    CLEAR = "clear"
    CLOSE = "close"
    NONE = "none"


class Reason(StrEnum):
    """Why a verdict is not clear."""

    NO_VENDOR = auto()
    NOTHING_SCORED = auto()
    ALL_EXCLUDED = auto()
    REST_UNSCORED = auto()
    ONLY_ONE = auto()
    TIE = auto()
    NO_WEIGHT = auto()
    LOW_COVERAGE = auto()
    NOT_APPLICABLE = auto()
    RIVAL_NOT_APPLICABLE = auto()
    UNCOMPUTED = auto()
    SMALL_MARGIN = auto()
    MISSING_SCORES = auto()
    UNDECIDED_MUST_HAVE = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold what can be said about the ranking.

    Attributes:
        reasons: why the verdict is not clear, the weightiest first.
        leaders: the vendors of rank 1 in document order.
        second: who follows a single leader.
        margin: points between the leader and the second.
        rival: whom the missing scores could put in front.
        undecided: names of the must-haves that the leader has not been shown to meet.
        uncomputed: names of the criteria that have weight, but cannot be computed.
        all_scored: whether no applicable weight of a ranked vendor is without a score.
        unscored: whether a vendor that is not excluded could not be ranked.
    """

    kind: VerdictKind
    reasons: tuple[Reason, ...] = ()
    leaders: tuple[Standing, ...] = ()
    second: Standing | None = None
    margin: float | None = None
    rival: Standing | None = None
    undecided: tuple[Text, ...] = ()
    uncomputed: tuple[Text, ...] = ()
    all_scored: bool = True
    unscored: bool = False

    @property
    def leader(self) -> str | None:
        """The key of the vendor in front, None if there is not exactly one."""
        return self.leaders[0].vendor if len(self.leaders) == 1 else None

    def sentence(self, language: Language) -> str:
        """Return the verdict in words."""
        words = translator(language)
        return self._answer(words, language) + self._applicable(words)

    def short(self, language: Language) -> str:
        """Return the verdict in as few words as a head has room for."""
        words = translator(language)
        if self.kind is VerdictKind.NONE:
            return words("No verdict yet")
        first = self.leaders[0].name
        if self.kind is VerdictKind.CLEAR:
            return words("{leader} leads").format(leader=first)
        if self.reasons == (Reason.SMALL_MARGIN,):
            return words("Too close to call")
        return words("{leader} leads, not confirmed").format(leader=first)

    def _answer(self, words: Words, language: Language) -> str:
        if self.kind is VerdictKind.NONE:
            return self._no_statement(words)
        if self.kind is VerdictKind.CLEAR:
            return self._statement(words)
        doubts = [self._doubt(words, reason, language) for reason in self.reasons]
        return words("{lead}, but {doubts}.").format(
            lead=self._lead(words), doubts=_clauses(words, doubts)
        )

    def _applicable(self, words: Words) -> str:
        """Say how much of the weight does not apply to the leader, if it is not said yet."""
        if Reason.NOT_APPLICABLE in self.reasons:
            return ""
        said = (
            words(" {share} of the weight does not apply to {vendor}.").format(
                share=formats.share_at_most(1 - each.applicable), vendor=each.name
            )
            for each in self.leaders
            if not math.isclose(each.applicable, 1)
        )
        return "".join(said)

    def _lead(self, words: Words) -> str:
        return words("{first} leads with {score} points, {margin} ahead of {second}").format(
            first=self.leaders[0].name,
            score=_points(self.leaders[0].score),
            margin=_margin(words, self.margin),
            second=self.second and self.second.name,
        )

    def _statement(self, words: Words) -> str:
        lead = self._lead(words)
        if self.unscored:
            return words("{lead}, among the vendors scored so far.").format(lead=lead)
        if not self.all_scored:
            return words("{lead}; the scores still missing cannot change that.").format(lead=lead)
        return words("{lead}.").format(lead=lead)

    def _no_statement(self, words: Words) -> str:
        form = words(_NO_STATEMENT[self.reasons[0]])
        if not self.leaders:
            return form
        first = self.leaders[0]
        return form.format(
            first=first.name,
            score=_points(first.score),
            coverage=formats.share(first.coverage),
            share=formats.share_at_most(1 - first.applicable),
            names=_listed(words, [leader.name for leader in self.leaders]),
        )

    def _doubt(self, words: Words, reason: Reason, language: Language) -> str:
        first, rival = self.leaders[0], self.rival
        return words(_DOUBTS[reason]).format(
            first=first.name,
            first_coverage=formats.share(first.coverage),
            rival=rival and rival.name,
            rival_coverage=rival and formats.share(rival.coverage),
            criteria=_listed(words, [name.get(language) for name in self.undecided]),
            uncomputed=_listed(words, [name.get(language) for name in self.uncomputed]),
            second=self.second and self.second.name,
            share=self.second and formats.share_at_most(1 - self.second.applicable),
        )


_NO_STATEMENT: Final[Mapping[Reason, str]] = {
    Reason.NO_VENDOR: N_("There is no vendor to compare yet."),
    Reason.NOTHING_SCORED: N_("No vendor can be ranked yet, because nothing is scored."),
    Reason.ALL_EXCLUDED: N_(
        "No vendor can be chosen, because every one of them fails a must-have."
    ),
    Reason.REST_UNSCORED: N_(
        "No vendor can be ranked yet: those that fail no must-have are not scored."
    ),
    Reason.ONLY_ONE: N_(
        "{first}, with {score} points, is the only vendor that can be ranked, "
        "so there is nothing to compare it with."
    ),
    Reason.TIE: N_("{names} share first place with {score} points."),
    Reason.LOW_COVERAGE: N_(
        "{first} is in front with {score} points, but only {coverage} of the weight is scored "
        "for it, which is too little to decide."
    ),
    Reason.NO_WEIGHT: N_("All weights are zero, so nothing decides between the vendors."),
    Reason.NOT_APPLICABLE: N_(
        "{first} is in front with {score} points, but {share} of the weight does not apply to "
        "it, which leaves too little to compare."
    ),
}
_DOUBTS: Final[Mapping[Reason, str]] = {
    Reason.UNDECIDED_MUST_HAVE: N_(
        "not every must-have of {first} has been confirmed ({criteria})"
    ),
    Reason.RIVAL_NOT_APPLICABLE: N_("{share} of the weight does not apply to {second}"),
    Reason.UNCOMPUTED: N_("not everything that has weight can be computed ({uncomputed})"),
    Reason.SMALL_MARGIN: N_("a lead this small does not decide"),
    Reason.MISSING_SCORES: N_(
        "the scores still missing could put {rival} in front "
        "(scored so far: {first_coverage} of {first}, {rival_coverage} of {rival})"
    ),
}


def decide(
    standings: Sequence[Standing],
    criterion_names: Mapping[str, Text],
    uncomputed: Sequence[str] = (),
    *,
    weightless: bool = False,
) -> Verdict:
    """Tell what a ranking, in its own order, allows to be said.

    `uncomputed` are the keys of the criteria that have weight, but cannot be computed;
    `weightless` tells that no criterion has any.
    """
    ranked = tuple(standing for standing in standings if standing.rank is not None)
    leaders = tuple(standing for standing in ranked if standing.rank == 1)
    reason = _why_none(standings, ranked, leaders)
    if standings and weightless:
        reason = Reason.NO_WEIGHT
    if reason is not None:
        return Verdict(VerdictKind.NONE, (reason,), leaders)
    leader, second = ranked[0], ranked[1]
    margin = (leader.score or 0.0) - (second.score or 0.0)
    rival = next((other for other in ranked[1:] if _could_overtake(other, leader)), None)
    doubts = {
        Reason.UNDECIDED_MUST_HAVE: bool(leader.undecided),
        Reason.RIVAL_NOT_APPLICABLE: _hardly_applies(second),
        Reason.UNCOMPUTED: bool(uncomputed),
        Reason.SMALL_MARGIN: margin < CLOSE_MARGIN - _ROUNDING,
        Reason.MISSING_SCORES: rival is not None,
    }
    reasons = tuple(reason for reason, found in doubts.items() if found)
    return Verdict(
        kind=VerdictKind.CLOSE if reasons else VerdictKind.CLEAR,
        reasons=reasons,
        leaders=leaders,
        second=second,
        margin=margin,
        rival=rival,
        undecided=tuple(criterion_names[key] for key in leader.undecided),
        uncomputed=tuple(criterion_names[key] for key in uncomputed),
        all_scored=all(standing.coverage >= 1 for standing in ranked),
        unscored=any(each.rank is None and not each.excluded_by for each in standings),
    )


def _why_none(
    standings: Sequence[Standing], ranked: Sequence[Standing], leaders: Sequence[Standing]
) -> Reason | None:
    """Return why nothing can be said, or None."""
    if not standings:
        return Reason.NO_VENDOR
    if not ranked:
        excluded = [bool(standing.excluded_by) for standing in standings]
        if all(excluded):
            return Reason.ALL_EXCLUDED
        return Reason.REST_UNSCORED if any(excluded) else Reason.NOTHING_SCORED
    if len(ranked) == 1:
        return Reason.ONLY_ONE
    if len(leaders) > 1:
        return Reason.TIE
    if _hardly_applies(leaders[0]):
        return Reason.NOT_APPLICABLE
    return Reason.LOW_COVERAGE if leaders[0].coverage < ENOUGH_COVERAGE - _ROUNDING else None


def _hardly_applies(standing: Standing) -> bool:
    return 1 - standing.applicable >= TOO_LITTLE_APPLIES - _ROUNDING


def _could_overtake(other: Standing, leader: Standing) -> bool:
    """Tell whether the missing scores alone could turn the order of two vendors."""
    return (other.high or 0.0) > (leader.low or 0.0) + _ROUNDING


def _points(score: float | None) -> str:
    return f"{score or 0.0:.1f}"


def _margin(words: Words, margin: float | None) -> str:
    """Return a lead in points; the smallest ones must not read as none at all."""
    shown = _points(margin)
    return words("less than 0.1") if shown == "0.0" else shown


def _listed(words: Words, names: Sequence[str]) -> str:
    """Join names as they are spoken; a long list is cut short."""
    text, *rest = names or [""]
    shown = rest[: _NAMES_LISTED - 1]
    if len(rest) > len(shown):
        for name in shown:
            text = words("{names}, {next}").format(names=text, next=name)
        return words("{names} and others").format(names=text)
    for place, name in enumerate(shown, start=1):
        last = place == len(shown)
        pattern = words("{names} and {last}") if last else words("{names}, {next}")
        text = pattern.format(names=text, next=name, last=name)
    return text


def _clauses(words: Words, clauses: Sequence[str]) -> str:
    """Join the reasons of a doubt to one half of a sentence."""
    text, *rest = clauses
    for place, clause in enumerate(rest, start=1):
        last = place == len(rest)
        pattern = words("{clauses}, and {last}") if last else words("{clauses}, {next}")
        text = pattern.format(clauses=text, next=clause, last=clause)
    return text
