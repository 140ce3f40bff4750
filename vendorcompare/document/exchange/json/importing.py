"""Bring an interchange document into an assessment, whole or not at all."""

from __future__ import annotations

from vendorcompare.document.document import Document
from vendorcompare.document.exchange.json.parsing import parse
from vendorcompare.document.exchange.merging.bringing import bring_in
from vendorcompare.document.exchange.merging.references import References
from vendorcompare.document.exchange.merging.refusals import UnnamedScores, WrongEntries
from vendorcompare.document.exchange.merging.report import ImportReport
from vendorcompare.document.exchange.records.interchange import InterchangeDocument


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
    found = references.check(has_whole_rubric=parsed.has_whole_rubric)
    problems = [*parsed.problems, *map(str, found)]
    unnamed = references.unnamed()
    if unnamed and not problems:
        raise UnnamedScores(unnamed)
    if problems:
        raise WrongEntries(problems)
    return bring_in(document, references)


def _given_by(evaluator: str, incoming: InterchangeDocument) -> InterchangeDocument:
    if not evaluator:
        return incoming
    given = (
        score if score.evaluator else score.model_copy(update={"evaluator": evaluator})
        for score in incoming.scores
    )
    return incoming.model_copy(update={"scores": tuple(given)})
