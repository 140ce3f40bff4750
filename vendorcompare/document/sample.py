"""The sample assessment, to look at what a finished one is like."""

from __future__ import annotations

from vendorcompare import i18n, paths
from vendorcompare.document.document import Document
from vendorcompare.document.edits.project import choose_sheet
from vendorcompare.document.exchange import import_json


def open_sample() -> Document:
    """Open the sample as an assessment of the user's own that has no file yet."""
    document = Document.create()
    import_json(document, paths.resource("samples", "bookkeeping.json").read_text("utf-8"))
    choose_sheet(document, language=i18n.language())
    document.forget_history()
    return document
