"""Documents to test with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.document.samples import example
from vendorcompare.document.document import Document


@pytest.fixture
def empty() -> Iterator[Document]:
    """Give a document in which there is nothing yet."""
    made = Document.create()
    yield made
    made.close()


@pytest.fixture
def document() -> Iterator[Document]:
    """Give a document with a little of everything."""
    made = example()
    yield made
    made.close()
