"""The sample assessment, to look at what a finished one is like."""

from __future__ import annotations

from vendorcompare import i18n, paths
from vendorcompare.document.document import Document
from vendorcompare.document.edits.project import choose_sheet


def open_sample() -> Document:
    """Open the sample as an assessment of the user's own that has no file yet."""
    document = Document.create(paths.resource("samples", "bookkeeping.vcmp"))
    choose_sheet(document, language=i18n.language())
    document.history.forget()
    return document
