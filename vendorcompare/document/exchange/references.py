"""Whether an interchange document names only what is there, and everything once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from vendorcompare.core.assessment import Assessment, CostLine
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import UNNAMED, Score, State
from vendorcompare.document.edits import scores as score_edits
from vendorcompare.document.exchange.computable import uncomputable
from vendorcompare.document.exchange.matching import MATCHINGS, matched
from vendorcompare.document.exchange.models import (
    ConsensusRecord,
    InterchangeDocument,
    ScoreRecord,
)
from vendorcompare.document.exchange.strings import scored
from vendorcompare.document.reader.results import Habits
from vendorcompare.i18n import _
from vendorcompare.storage.validation import at, place

Scored = TypeVar("Scored", ScoreRecord, ConsensusRecord)


class References:
    """Check a document against itself and the assessment that it is added to.

    Attributes:
        criteria: as they will be, by key.
        scores, consensus: those of the document, with figures where text stood for them.
    """

    def __init__(self, incoming: InterchangeDocument, assessment: Assessment) -> None:
        self._incoming = incoming
        self._assessment = assessment
        self.problems: list[str] = []
        self._has_whole_rubric = True
        self.scores: list[ScoreRecord] = []
        self.consensus: list[ConsensusRecord] = []
        self.criteria = _criteria(incoming, assessment)
        self._vendors = _keys(assessment.vendors, incoming.vendors)
        self._evaluators = _keys(assessment.evaluators, incoming.evaluators)
        self._habits = Habits(currency=incoming.assessment.core(assessment).currency)
        self._drivers = _keys(assessment.drivers, incoming.drivers)
        self._dimensions = _keys(assessment.rubric.dimensions, incoming.dimensions)

    def unnamed(self) -> list[int]:
        """Return the places of scores that would make a voice of nobody beside those of others.

        A document that is the first to say anything is taken as it is, and so is what was given
        by nobody before.
        """
        given = self._assessment
        if not given.vendors and not given.rubric.criteria:
            return []
        if self._evaluators <= {UNNAMED}:
            return []
        return [
            i
            for i, score in enumerate(self._incoming.scores)
            if not score.evaluator
            and (score.value is not None or score.state in {"scored", "not_applicable"})
            and not self._is_there(score)
        ]

    def _is_there(self, score: ScoreRecord) -> bool:
        sheet = self._assessment.sheets.get(score.round)
        cell = (
            self._assessment.evaluator_position.get(UNNAMED),
            self._assessment.vendor_position.get(score.vendor),
            self._assessment.rubric.position.get(score.criterion),
        )
        return sheet is not None and None not in cell and bool(sheet.states[cell])

    def check(self, *, has_whole_rubric: bool = True) -> list[str]:
        """Return all problems with their places.

        Where the rubric itself is wrong, nothing is held against it.
        """
        self._has_whole_rubric = has_whole_rubric
        self._check_keys()
        self._check_matches()
        self._check_weight_sets()
        self._check_scores()
        for kind in ("costs", "commitments", "contacts"):
            for i, record in enumerate(getattr(self._incoming, kind)):
                self._known(record.vendor, self._vendors, (kind, i, "vendor"))
        self._check_costs()
        for i, attachment in enumerate(self._incoming.attachments):
            if attachment.vendor:
                self._known(attachment.vendor, self._vendors, ("attachments", i, "vendor"))
            if attachment.criterion:
                self._known(attachment.criterion, self.criteria, ("attachments", i, "criterion"))
        if has_whole_rubric:
            self.problems += uncomputable(self._incoming, self._assessment, self.criteria)
        return self.problems

    def _check_matches(self) -> None:
        """Report records that could mean several things, or the same as one before."""
        for kind in MATCHINGS:
            records = getattr(self._incoming, kind)
            self._once((r.key, (kind, i, "key")) for i, r in enumerate(records) if r.key)

            def report(i: int, problem: str, kind: str = kind) -> None:
                self._report((kind, i), problem)

            matched(kind, records, self._assessment, report)
        sets, keys = self._incoming.weight_sets, self._incoming.weight_set_keys
        for name in keys.keys() - sets.keys():
            problem = _('there is no weight set "{name}" in this file').format(name=name)
            self._report(("weight_set_keys", name), problem)
        self._once((key, ("weight_set_keys", name, "key")) for name, key in keys.items())

    def _check_costs(self) -> None:
        lines = {line.key: line for line in self._assessment.cost_lines}
        matches = matched("costs", self._incoming.costs, self._assessment)
        for i, (record, match) in enumerate(zip(self._incoming.costs, matches, strict=True)):
            if record.driver is not None:
                self._known(record.driver, self._drivers, ("costs", i, "driver"))
            line = record.core(lines.get(match.key), match.key)
            if line.last_month is not None and line.last_month < line.first_month:
                self._report(("costs", i, "last_month"), _("is before the first month"))
            if _lacks_volume(line):
                problem = _(
                    "is missing: a fee per unit, event or hour needs the volume it multiplies"
                )
                self._report(("costs", i, "driver"), problem)

    def _check_keys(self) -> None:
        incoming = self._incoming
        for kind in ("dimensions", "vendors", "evaluators", "rounds", "drivers"):
            records = enumerate(getattr(incoming, kind))
            self._once((r.key, (kind, i, "key")) for i, r in records)
        self._once(
            (c.key, ("dimensions", i, "criteria", j, "key"))
            for i, dimension in enumerate(incoming.dimensions)
            for j, c in enumerate(dimension.criteria)
        )

    def _check_weight_sets(self) -> None:
        nodes = self._dimensions | set(self.criteria)
        for name, weights in self._incoming.weight_sets.items():
            for key in weights:
                if key not in nodes:
                    problem = _('there is no dimension or criterion "{key}"').format(key=key)
                    self._report(("weight_sets", name, key), problem)

    def _check_scores(self) -> None:
        incoming = self._incoming
        self._once((s.place, ("scores", i)) for i, s in enumerate(incoming.scores))
        self._once((s.place, ("consensus", i)) for i, s in enumerate(incoming.consensus))
        for i, score in enumerate(incoming.scores):
            if score.evaluator:
                self._known(score.evaluator, self._evaluators, ("scores", i, "evaluator"))
            self.scores.append(self._fitting("scores", i, score))
        for i, agreed in enumerate(incoming.consensus):
            self.consensus.append(self._fitting("consensus", i, agreed))

    def _fitting(self, kind: str, i: int, record: Scored) -> Scored:
        """Return a record of a score with the figure that it means, if it is one."""
        if not self._named(kind, i, record) or not self._has_whole_rubric:
            return record
        criterion = self.criteria[record.criterion]
        try:
            record = scored(record, criterion, self._habits)
        except InputError as error:
            self._report((kind, i, "value"), error.sentences)
            return record
        self._check_fit(record, criterion, (kind, i))
        return record

    def _named(self, kind: str, i: int, record: ScoreRecord | ConsensusRecord) -> bool:
        vendor = self._known(record.vendor, self._vendors, (kind, i, "vendor"))
        criterion = self._known(record.criterion, self.criteria, (kind, i, "criterion"))
        return vendor and criterion

    def _check_fit(
        self, score: ScoreRecord | ConsensusRecord, criterion: Criterion, where: tuple[str, int]
    ) -> None:
        if score.value is not None:
            if score.state not in {None, "scored"}:
                problem = _('must be null where the state is "{state}"').format(state=score.state)
                self._report((*where, "value"), problem)
                return
            self._check_value(score, criterion, where)
        elif score.state == "scored" and criterion.measure is not Measure.TEXT:
            if "value" in score.model_fields_set:
                self._report((*where, "value"), _("must not be null for a score"))
            else:
                self._report((*where, "value"), _("is missing"))

    def _check_value(
        self,
        record: ScoreRecord | ConsensusRecord,
        criterion: Criterion,
        where: tuple[str, int],
    ) -> None:
        in_words = criterion.measure is Measure.TEXT and isinstance(record, ScoreRecord)
        if isinstance(record.value, str) != in_words:
            problem = _("must be text") if in_words else _("must be a number")
            self._report((*where, "value"), problem)
        elif isinstance(record.value, str):
            return
        else:
            try:
                score_edits.check(criterion, Score(record.value, State.SCORED))
            except InputError as error:
                self._report((*where, "value"), error.message)

    def _known(self, key: str, known: Iterable[str], where: tuple[str | int, ...]) -> bool:
        if key in known:
            return True
        sentence = {
            "vendor": _('there is no vendor "{key}"'),
            "criterion": _('there is no criterion "{key}"'),
            "evaluator": _('there is no evaluator "{key}"'),
            "driver": _('there is no volume "{key}"'),
        }[str(where[-1])]
        self._report(where, sentence.format(key=key))
        return False

    def _once(self, keys: Iterator[tuple[object, tuple[str | int, ...]]]) -> None:
        seen = set()
        for key, where in keys:
            if key in seen:
                problem = (
                    _('the key "{key}" is used twice').format(key=key)
                    if where[-1] == "key"
                    else _("the same cell stands there twice")
                )
                self._report(where, problem)
            seen.add(key)

    def _report(self, where: tuple[str | int, ...], problem: str) -> None:
        self.problems.append(at(place(where), problem))


def _criteria(incoming: InterchangeDocument, assessment: Assessment) -> Mapping[str, Criterion]:
    """Return the criteria as they will be, by key."""
    found = {criterion.key: criterion for criterion in assessment.rubric.criteria}
    for dimension in incoming.dimensions:
        for record in dimension.criteria:
            found[record.key] = record.core(found.get(record.key))
    return found


def _lacks_volume(line: CostLine) -> bool:
    """Tell whether a fee has a price that multiplies nothing, and nobody marked it as unread."""
    is_marked = any(field == "driver" for field, _text in line.unread)
    return line.billing.by_volume and line.amount is not None and not line.driver and not is_marked


def _keys(there: Iterable[object], coming: Iterable[object]) -> set[str]:
    return {str(each.key) for group in (there, coming) for each in group}  # type: ignore[attr-defined]
