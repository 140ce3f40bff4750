"""Bring an interchange document into an assessment, whole or not at all."""

from __future__ import annotations

from vendorcompare.document.document import Document
from vendorcompare.document.exchange.merging import Merger
from vendorcompare.document.exchange.parsing import WrongEntries, parse
from vendorcompare.document.exchange.references import References
from vendorcompare.document.exchange.report import ImportReport
from vendorcompare.document.exchange.scores import merge_consensus, merge_scores
from vendorcompare.i18n import _


def import_json(document: Document, text: str) -> ImportReport:
    """Add what a JSON document holds; things with the same key or name are changed.

    Raises:
        InputError: something in the document is wrong; nothing is imported then.
    """
    parsed = parse(text)
    incoming = parsed.document
    references = References(incoming, document.assessment)
    problems = [*parsed.problems, *references.check(has_whole_rubric=parsed.has_whole_rubric)]
    if problems:
        raise WrongEntries(problems)
    with document.change(_("Import")) as recorder:
        merger = Merger(recorder, document.assessment)
        merger.merge(incoming)
        merge_scores(merger, incoming.scores, references.criteria)
        merge_consensus(merger, incoming.consensus)
    return merger.report
