"""Whether an interchange document names only what is there, and everything once."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from vendorcompare.core import sense
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import UNNAMED, Score, State
from vendorcompare.document.edits import scores as score_edits
from vendorcompare.document.exchange.merging.computable import uncomputable
from vendorcompare.document.exchange.merging.matching import matched
from vendorcompare.document.exchange.merging.round_parts import RoundPart, round_parts
from vendorcompare.document.exchange.records import LISTED
from vendorcompare.document.exchange.records.interchange import InterchangeDocument
from vendorcompare.document.exchange.records.listed import Listed
from vendorcompare.document.exchange.records.people import EVALUATORS
from vendorcompare.document.exchange.records.rounds import ROUNDS
from vendorcompare.document.exchange.records.scores import ConsensusRecord, ScoreRecord
from vendorcompare.document.exchange.records.strings import scored
from vendorcompare.document.reader.results import Habits
from vendorcompare.i18n import _
from vendorcompare.storage.records import CRITERION
from vendorcompare.storage.validation import at, place

Scored = TypeVar("Scored", ScoreRecord, ConsensusRecord)


class Misfit(NamedTuple):
    """Say what does not fit, and where it stands in the document."""

    where: tuple[str | int, ...]
    problem: str

    def __str__(self) -> str:
        return at(place(self.where), self.problem)


class References:
    """Check a document against itself and the assessment that it is added to.

    Attributes:
        incoming: the document.
        criteria: those of each round as they will be, by key.
        scores, consensus: those of the document, with figures where text stood for them.
    """

    def __init__(self, incoming: InterchangeDocument, assessment: Assessment) -> None:
        self.incoming = incoming
        self._assessment = assessment
        self.problems: list[Misfit] = []
        self._has_whole_rubric = True
        self.scores: list[ScoreRecord] = []
        self.consensus: list[ConsensusRecord] = []
        self._rounds = round_parts(incoming, assessment)
        self.criteria: dict[str, Mapping[str, Criterion]] = {
            part.key: {criterion.key: criterion for criterion in part.rubric.criteria}
            for part in self._rounds
        }
        self._habits = Habits(currency=incoming.assessment.core(assessment).currency)
        #: The keys that a record may name, by the table that they are of.
        self._keys: dict[str, Container[str]] = {
            listed.entity.table.name: _keys(listed.there(assessment), incoming.entries(listed))
            for listed in LISTED.values()
        }
        self._keys[CRITERION.table.name] = {key for own in self.criteria.values() for key in own}

    def unnamed(self) -> list[int]:
        """Return the places of scores that would make a voice of nobody beside those of others.

        What was given by nobody before is taken as it is, and so is a document that is the first
        to say anything where it says in so many words that nobody gave a score, as exports do.
        """
        given = self._assessment
        is_first = not given.vendors and not given.rubric.criteria
        if _keys(given.evaluators, self.incoming.entries(EVALUATORS)) <= {UNNAMED}:
            return []
        return [
            i
            for i, score in enumerate(self.incoming.scores)
            if not score.evaluator
            and (score.value is not None or score.state in {"scored", "not_applicable"})
            and not (is_first and "evaluator" in score.model_fields_set)
            and not self._is_there(score)
        ]

    def _is_there(self, score: ScoreRecord) -> bool:
        given = self._assessment.in_round(score.round)
        sheet = given.scores_by_round.get(score.round)
        cell = (
            given.evaluator_position.get(UNNAMED),
            given.vendor_position.get(score.vendor),
            given.rubric.position.get(score.criterion),
        )
        return sheet is not None and None not in cell and bool(sheet.states[cell])

    def check(self, *, has_whole_rubric: bool = True) -> list[Misfit]:
        """Return all that does not fit.

        Where the rubric itself is wrong, nothing is held against it.
        """
        self._has_whole_rubric = has_whole_rubric
        self._check_keys()
        self._check_matches()
        self._check_rounds()
        self._check_weight_sets()
        self._check_scores()
        for listed in LISTED.values():
            self._check_list(listed)
        self._check_assessment()
        if has_whole_rubric:
            for part in self._rounds:
                self._check_rubric(part)
                for where, problem in uncomputable(part):
                    self._report(where, problem)
        return self.problems

    def _check_assessment(self) -> None:
        if "assessment" in self.incoming.model_fields_set:
            wanted = self.incoming.assessment.core(self._assessment)
            for field, error in sense.in_assessment(wanted):
                self._report(("assessment", field), error.sentences)

    def _check_rubric(self, part: RoundPart) -> None:
        """Report what makes no sense in the dimensions and criteria that the document brings."""
        dimensions = {dimension.key: dimension for dimension in part.rubric.dimensions}
        for i, record in enumerate(part.brought.dimensions):
            where = (*part.where, "dimensions", i)
            for field, error in sense.in_dimension(dimensions[record.key]):
                self._report((*where, field), error.sentences)
            for j, each in enumerate(record.criteria):
                for field, error in sense.in_criterion(self.criteria[part.key][each.key]):
                    self._report((*where, "criteria", j, field), error.sentences)

    def _check_matches(self) -> None:
        """Report records that could mean several things, or the same as one before."""
        for listed in LISTED.values():
            entries = self.incoming.entries(listed)
            keyed = ((e.key, (listed.name, i, "key")) for i, e in enumerate(entries))
            self._once(each for each in keyed if each[0] or listed.identity is None)

            def report(i: int, problem: str, kind: str = listed.name) -> None:
                self._report((kind, i), problem)

            matched(listed, entries, self._assessment, report)
        for part in self._rounds:
            self._check_weight_set_keys(part)

    def _check_weight_set_keys(self, part: RoundPart) -> None:
        where, keys = (*part.where, "weight_set_keys"), part.brought.weight_set_keys
        for name in keys.keys() - part.brought.weight_sets.keys():
            problem = _('there is no weight set "{name}" in this file').format(name=name)
            self._report((*where, name), problem)
        self._once((key, (*where, name, "key")) for name, key in keys.items())

    def _check_list(self, listed: Listed) -> None:
        """Report records of a list that name what is not there, or make no sense."""
        entries = self.incoming.entries(listed)
        matches = matched(listed, entries, self._assessment)
        for i, (entry, match) in enumerate(zip(entries, matches, strict=True)):
            for field, table in listed.references.items():
                key = getattr(entry, field, None)
                if key or (key is not None and field not in listed.loosely):
                    self._known(key, table, (listed.name, i, field))
            for field, problem in listed.problems(entry, match.there, match.key):
                self._report((listed.name, i, field), problem)

    def _check_keys(self) -> None:
        for part in self._rounds:
            where, dimensions = (*part.where, "dimensions"), part.brought.dimensions
            self._once((d.key, (*where, i, "key")) for i, d in enumerate(dimensions))
            self._once(
                (c.key, (*where, i, "criteria", j, "key"))
                for i, dimension in enumerate(dimensions)
                for j, c in enumerate(dimension.criteria)
            )

    def _check_rounds(self) -> None:
        """Report a second rubric of the first round, and a second round that is decided."""
        first, *_others = self._rounds
        if first.record is not None and (first.record.dimensions or first.record.weight_sets):
            problem = _("the first round has its dimensions and weights at the top of the file")
            place_of = {e.key: i for i, e in enumerate(self.incoming.entries(ROUNDS))}
            self._report((ROUNDS.name, place_of[first.key]), problem)
        marked = [part for part in self._rounds if part.record is not None and part.record.present]
        for part in marked[1:]:
            self._report((*part.where, "present"), _("only one round can be decided at a time"))

    def _check_weight_sets(self) -> None:
        for part in self._rounds:
            nodes = {d.key for d in part.rubric.dimensions} | self.criteria[part.key].keys()
            for name, weights in part.brought.weight_sets.items():
                for key in (key for key in weights if key not in nodes):
                    problem = _('there is no dimension or criterion "{key}"').format(key=key)
                    self._report((*part.where, "weight_sets", name, key), problem)

    def _check_scores(self) -> None:
        incoming = self.incoming
        self._once((s.place, ("scores", i)) for i, s in enumerate(incoming.scores))
        self._once((s.place, ("consensus", i)) for i, s in enumerate(incoming.consensus))
        for i, score in enumerate(incoming.scores):
            if score.evaluator:
                self._known(score.evaluator, "evaluator", ("scores", i, "evaluator"))
            self.scores.append(self._fitting("scores", i, score))
        for i, agreed in enumerate(incoming.consensus):
            self.consensus.append(self._fitting("consensus", i, agreed))

    def _fitting(self, kind: str, i: int, record: Scored) -> Scored:
        """Return a record of a score with the figure that it means, if it is one."""
        if not self._named(kind, i, record) or not self._has_whole_rubric:
            return record
        criterion = self.criteria[record.round][record.criterion]
        try:
            record = scored(record, criterion, self._habits)
        except InputError as error:
            self._report((kind, i, "value"), error.sentences)
            return record
        self._check_fit(record, criterion, (kind, i))
        return record

    def _named(self, kind: str, i: int, record: ScoreRecord | ConsensusRecord) -> bool:
        vendor = self._known(record.vendor, "vendor", (kind, i, "vendor"))
        if not self._known(record.round, "round", (kind, i, "round")):
            return False
        if record.criterion not in self.criteria[record.round]:
            problem = _unknown(CRITERION.table.name).format(key=record.criterion)
            self._report((kind, i, "criterion"), problem)
            return False
        return vendor

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

    def _known(self, key: str, table: str, where: tuple[str | int, ...]) -> bool:
        if key in self._keys[table]:
            return True
        self._report(where, _unknown(table).format(key=key))
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
        self.problems.append(Misfit(where, problem))


def _unknown(table: str) -> str:
    """Return the sentence that says that there is no row of a table with a key."""
    if table == CRITERION.table.name:
        return _('there is no criterion "{key}"')
    return _(next(each.unknown for each in LISTED.values() if each.entity.table.name == table))


def _keys(there: Iterable[object], coming: Iterable[object]) -> set[str]:
    return {str(each.key) for group in (there, coming) for each in group}  # type: ignore[attr-defined]
