"""What is to be known before a result is trusted: each thing is found once, and said in one way.

Window, paper and command line take their remarks from here, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment, Scenario
from vendorcompare.core.consensus import unheard
from vendorcompare.core.costs import VendorCosts
from vendorcompare.core.payments import Gap
from vendorcompare.core.ranking import Evaluation, Standing
from vendorcompare.core.text import Language, Text
from vendorcompare.i18n import N_, translator

_NAMED: Final = 5
_ROUNDING: Final = 1e-9


class Kind(StrEnum):
    """Name what is found."""

    EXCLUDED = auto()
    UNSCORED = auto()
    MUST_HAVE_OPEN = auto()
    NOT_APPLICABLE = auto()
    CHEAPER_EXCLUDED = auto()
    UNPRICED = auto()
    NO_AMOUNT = auto()
    PRICES_MISSING = auto()
    CREDITS_MISSING = auto()
    UNREAD = auto()
    TOO_CHEAP = auto()
    NOT_QUOTED = auto()
    NOT_MENTIONED = auto()
    OVER_BUDGET = auto()
    WITHIN_BUDGET = auto()
    EVALUATORS_DIFFER = auto()
    UNSIGNED = auto()
    UNCOMPUTED = auto()


#: What keeps the costs of a vendor out of every comparison.
NOT_COMPARED: Final = (
    Kind.UNPRICED, Kind.NO_AMOUNT, Kind.PRICES_MISSING, Kind.CREDITS_MISSING, Kind.UNREAD,
)  # fmt: skip


class Severity(StrEnum):
    """How much something speaks against taking the result at its word."""

    GOOD = "good"
    NOTE = "note"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold one thing that was found.

    Attributes:
        vendor: key of the vendor that it concerns, "" where it concerns the whole.
        subject: name of that vendor.
        names: what it is about: fees or criteria.
        figures: amounts and shares, as they are written.
    """

    kind: Kind
    vendor: str = ""
    subject: str = ""
    names: tuple[Text, ...] = ()
    figures: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return _SEVERITY[self.kind]

    def remark(self, language: Language) -> str:
        """Say it where the name of the vendor stands beside; no full stop."""
        said = self._said(_REMARKS[self.kind], language)
        return said[:1].upper() + said[1:]

    def sentence(self, language: Language) -> str:
        """Say it as a sentence of its own."""
        words, remark = translator(language), self._said(_REMARKS[self.kind], language)
        if not self.vendor:
            return words("{remark}.").format(remark=self.remark(language))
        return words("{vendor}: {remark}.").format(vendor=self.subject, remark=remark)

    def short(self, language: Language) -> str:
        """Say it in the few words that a column has room for, "" for what needs no column."""
        form = _SHORTS.get(self.kind)
        return self._said(form, language) if form else ""

    def _said(self, form: tuple[str, str], language: Language) -> str:
        said = translator(language)(form[len(self.names) != 1])
        values = {"count": str(len(self.names)), "names": _listed(self.names, language)}
        return said.format(**values, **self.figures)


_SEVERITY: Final[Mapping[Kind, Severity]] = {
    Kind.EXCLUDED: Severity.BAD,
    Kind.UNSCORED: Severity.NOTE,
    Kind.MUST_HAVE_OPEN: Severity.WARNING,
    Kind.NOT_APPLICABLE: Severity.WARNING,
    Kind.CHEAPER_EXCLUDED: Severity.NOTE,
    Kind.UNPRICED: Severity.NOTE,
    Kind.NO_AMOUNT: Severity.WARNING,
    Kind.PRICES_MISSING: Severity.BAD,
    Kind.CREDITS_MISSING: Severity.BAD,
    Kind.UNREAD: Severity.BAD,
    Kind.TOO_CHEAP: Severity.WARNING,
    Kind.NOT_QUOTED: Severity.WARNING,
    Kind.NOT_MENTIONED: Severity.WARNING,
    Kind.OVER_BUDGET: Severity.BAD,
    Kind.WITHIN_BUDGET: Severity.GOOD,
    Kind.EVALUATORS_DIFFER: Severity.WARNING,
    Kind.UNSIGNED: Severity.WARNING,
    Kind.UNCOMPUTED: Severity.BAD,
}


def _both(words: str) -> tuple[str, str]:
    """Use the same words for one and for many."""
    return words, words


_REMARKS: Final[Mapping[Kind, tuple[str, str]]] = {
    Kind.EXCLUDED: _both(N_("excluded: fails {names}")),
    Kind.UNSCORED: _both(N_("nothing scored yet")),
    Kind.MUST_HAVE_OPEN: (
        N_("must-have not confirmed: {names}"),
        N_("must-haves not confirmed: {names}"),
    ),
    Kind.NOT_APPLICABLE: _both(N_("{share} of the weight does not apply")),
    Kind.CHEAPER_EXCLUDED: _both(N_("would cost {amount}, but is excluded: fails {names}")),
    Kind.UNPRICED: _both(N_("no prices entered")),
    Kind.NO_AMOUNT: _both(N_("no total, because no price is known: {names}")),
    Kind.PRICES_MISSING: (
        N_("from {amount}; {count} price missing: {names}"),
        N_("from {amount}; {count} prices missing: {names}"),
    ),
    Kind.CREDITS_MISSING: (
        N_("{amount} so far, may become less; {count} price missing: {names}"),
        N_("{amount} so far, may become less; {count} prices missing: {names}"),
    ),
    Kind.UNREAD: _both(N_("not counted, because entries were not understood: {names}")),
    Kind.TOO_CHEAP: _both(N_("more than 30% below the median: ask what is not included")),
    Kind.NOT_QUOTED: _both(N_("{amount} is not in the quotation: {names}")),
    Kind.NOT_MENTIONED: _both(N_("nothing said about the price of: {names}")),
    Kind.OVER_BUDGET: _both(N_("over the budget: {amount} a month instead of {budget}")),
    Kind.WITHIN_BUDGET: _both(N_("within the budget: {amount} of {budget} a month")),
    Kind.EVALUATORS_DIFFER: (
        N_("the evaluators differ widely on {count} criterion: {names}"),
        N_("the evaluators differ widely on {count} criteria: {names}"),
    ),
    Kind.UNSIGNED: _both(
        N_("{scores} scores that nobody signed do not count beside those of the evaluators")
    ),
    Kind.UNCOMPUTED: _both(N_("counted as not scored, because it cannot be computed: {names}")),
}
_SHORTS: Final[Mapping[Kind, tuple[str, str]]] = {
    Kind.EXCLUDED: (N_("fails a must-have"), N_("fails {count} must-haves")),
    Kind.UNSCORED: _both(N_("not scored")),
    Kind.MUST_HAVE_OPEN: (
        N_("{count} must-have not confirmed"),
        N_("{count} must-haves not confirmed"),
    ),
    Kind.UNPRICED: _both(N_("no prices yet")),
    Kind.NO_AMOUNT: (N_("{count} price missing"), N_("{count} prices missing")),
    Kind.PRICES_MISSING: (N_("{count} price missing"), N_("{count} prices missing")),
    Kind.CREDITS_MISSING: (N_("{count} price missing"), N_("{count} prices missing")),
    Kind.UNREAD: (N_("{count} fee not understood"), N_("{count} fees not understood")),
    Kind.TOO_CHEAP: _both(N_("suspiciously cheap")),
    Kind.NOT_QUOTED: _both(N_("{amount} not quoted")),
    Kind.NOT_MENTIONED: (N_("{count} fee unknown"), N_("{count} fees unknown")),
    Kind.OVER_BUDGET: _both(N_("over budget")),
}


def cost_findings(
    assessment: Assessment, costs: VendorCosts, scenario: Scenario = Scenario.LIKELY
) -> tuple[Finding, ...]:
    """Return what is to be known of the costs of a vendor in one scenario."""
    about = (costs.vendor, assessment.vendor(costs.vendor).name)
    return tuple(_cost_findings(assessment, costs, scenario, about))


def _cost_findings(
    assessment: Assessment, costs: VendorCosts, scenario: Scenario, about: tuple[str, str]
) -> Iterator[Finding]:
    total = {"amount": formats.whole(costs.tco[scenario])}
    unread = [each.label for each in costs.missing if each.gap is Gap.UNREAD]
    missing = [each.label for each in costs.missing if each.gap is not Gap.UNREAD]
    if not costs.missing and not costs.priced:
        yield Finding(Kind.UNPRICED, *about)
    elif missing and not costs.priced:
        yield Finding(Kind.NO_AMOUNT, *about, _fees(missing))
    elif missing:
        kind = Kind.PRICES_MISSING if costs.at_least else Kind.CREDITS_MISSING
        yield Finding(kind, *about, _fees(missing), total)
    if unread:
        yield Finding(Kind.UNREAD, *about, _fees(unread))
    if costs.too_cheap[scenario]:
        yield Finding(Kind.TOO_CHEAP, *about)
    hidden = costs.undisclosed[scenario]
    if costs.hidden(scenario) > 0:
        names = _fees(fee.label for fee in hidden if fee.amount)
        figures = {"amount": formats.whole(costs.hidden(scenario))}
        yield Finding(Kind.NOT_QUOTED, *about, names, figures)
    if costs.not_mentioned:
        yield Finding(Kind.NOT_MENTIONED, *about, _fees(costs.not_mentioned))
    fits = costs.within_budget[scenario]
    if fits is not None and assessment.budget_monthly is not None:
        monthly = {
            "amount": formats.whole(costs.monthly_equivalent[scenario]),
            "budget": formats.whole(assessment.budget_monthly),
        }
        yield Finding(Kind.WITHIN_BUDGET if fits else Kind.OVER_BUDGET, *about, (), monthly)


def standing_findings(evaluation: Evaluation, row: Standing) -> tuple[Finding, ...]:
    """Return what is to be known of the place of a vendor."""
    rubric, about = evaluation.prepared.assessment.rubric, (row.vendor, row.name)
    found = []
    if row.excluded_by:
        names = tuple(rubric.criterion(key).name for key in row.excluded_by)
        found.append(Finding(Kind.EXCLUDED, *about, names))
    elif row.rank is None:
        found.append(Finding(Kind.UNSCORED, *about))
    elif row.undecided:
        names = tuple(rubric.criterion(key).name for key in row.undecided)
        found.append(Finding(Kind.MUST_HAVE_OPEN, *about, names))
    if row.rank is not None and row.applicable < 1 - _ROUNDING:
        share = formats.share_at_most(1 - row.applicable)
        found.append(Finding(Kind.NOT_APPLICABLE, *about, (), {"share": share}))
    return tuple(found)


def score_findings(evaluation: Evaluation) -> tuple[Finding, ...]:
    """Return what is to be known of the scores as a whole."""
    assessment = evaluation.prepared.assessment
    rubric, found = assessment.rubric, []
    if evaluation.problems:
        names = tuple(rubric.criterion(key).name for key in evaluation.problems)
        found.append(Finding(Kind.UNCOMPUTED, names=names))
    apart = evaluation.prepared.apart
    names = tuple(c.name for i, c in enumerate(rubric.criteria) if apart[:, i].any())
    if names:
        found.append(Finding(Kind.EVALUATORS_DIFFER, names=names))
    silent = int(unheard(assessment).sum())
    if silent:
        found.append(Finding(Kind.UNSIGNED, figures={"scores": str(silent)}))
    return tuple(found)


def _fees(labels: Iterable[str]) -> tuple[Text, ...]:
    return tuple(map(Text.parted, labels))


def _listed(names: Sequence[Text], language: Language) -> str:
    words = translator(language)
    shown = [name.get(language) for name in names[:_NAMED]]
    if len(names) > _NAMED:
        shown.append(words("{count} more").format(count=len(names) - _NAMED))
    return words(", ").join(shown)
