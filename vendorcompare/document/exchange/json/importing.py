"""Bring an interchange document into an assessment, whole or not at all."""

from __future__ import annotations

from vendorcompare.document.document import Document
from vendorcompare.document.exchange.json.parsing import parse
from vendorcompare.document.exchange.merging.merger import Merger
from vendorcompare.document.exchange.merging.references import References
from vendorcompare.document.exchange.merging.refusals import UnnamedScores, WrongEntries
from vendorcompare.document.exchange.merging.report import ImportReport
from vendorcompare.document.exchange.merging.scores import merge_consensus, merge_scores
from vendorcompare.document.exchange.records.interchange import InterchangeDocument
from vendorcompare.i18n import N_


def import_json(document: Document, text: str, evaluator: str = "") -> ImportReport:
    """Add what a JSON document holds; things with the same key or name are changed.

    `evaluator` is the key of whoever gave the scores that name nobody.

    Raises:
        UnnamedScores: scores do not say who gave them, where evaluators have names.
        InputError: something in the document is wrong; nothing is imported then.
    """
    parsed = parse(text, document.assessment.currency)
    incoming = _given_by(evaluator, parsed.document)
    references = References(incoming, document.assessment)
    problems = [*parsed.problems, *references.check(has_whole_rubric=parsed.has_whole_rubric)]
    unnamed = references.unnamed()
    if unnamed and not problems:
        raise UnnamedScores(unnamed)
    if problems:
        raise WrongEntries(problems)
    with document.change(N_("Import")) as recorder:
        merger = Merger(recorder, document.assessment)
        merger.merge(incoming)
        merge_scores(merger, references.scores, references.criteria)
        merge_consensus(merger, references.consensus)
    return merger.report


def _given_by(evaluator: str, incoming: InterchangeDocument) -> InterchangeDocument:
    if not evaluator:
        return incoming
    given = (
        score if score.evaluator else score.model_copy(update={"evaluator": evaluator})
        for score in incoming.scores
    )
    return incoming.model_copy(update={"scores": tuple(given)})
