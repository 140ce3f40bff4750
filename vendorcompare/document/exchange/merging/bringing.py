"""Bring in an interchange document that was checked, as one step."""

from __future__ import annotations

from vendorcompare.document.document import Document
from vendorcompare.document.exchange.merging.merger import Merger
from vendorcompare.document.exchange.merging.references import References
from vendorcompare.document.exchange.merging.report import ImportReport
from vendorcompare.document.exchange.merging.scores import merge_consensus, merge_scores
from vendorcompare.i18n import N_


def bring_in(document: Document, checked: References) -> ImportReport:
    """Add or change what a document holds in which no problem was found."""
    with document.change(N_("Import")) as recorder:
        merger = Merger(recorder, document.assessment)
        merger.merge(checked.incoming)
        merge_scores(merger, checked.scores, checked.criteria)
        merge_consensus(merger, checked.consensus)
    return merger.report
