"""Undo and redo of long steps, which go on beside the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from vendorcompare.document.document import Document
from vendorcompare.document.edits import project, vendors

Beside = Callable[..., Future[Any]]


@pytest.fixture
def beside() -> Iterator[Beside]:
    """Run something on another thread."""
    with ThreadPoolExecutor() as pool:
        yield pool.submit


def test_a_step_is_undone_on_another_thread_and_then_shown(
    document: Document, beside: Beside
) -> None:
    project.describe(document, title="Once")
    undo = document.replay_beside("undo")
    beside(undo).result()
    assert document.assessment.title == "Once", "nobody has taken it in yet"
    document.take_in()
    assert document.assessment.title != "Once"
    assert document.history.can_redo


def test_undo_that_another_step_came_before_takes_nothing_back(
    document: Document, beside: Beside
) -> None:
    project.describe(document, title="Once")
    undo = document.replay_beside("undo")
    vendors.add_vendor(document, "Meanwhile")
    beside(undo).result()
    document.take_in()
    assert document.assessment.title == "Once"
    assert document.assessment.vendors[-1].name == "Meanwhile"
    assert not document.history.can_redo


def test_a_step_is_long_by_a_large_file_or_by_many_rows(document: Document) -> None:
    def is_long() -> bool:
        step = document.history.next_to("undo")
        return step is not None and step.is_long

    assert not is_long()
    project.attach(document, "small.txt", "text/plain", b"x" * 1000)
    assert not is_long()
    project.attach(document, "large.txt", "text/plain", b"x" * 2_000_000)
    assert is_long()
    vendors.add_vendors(document, [f"Vendor {i}" for i in range(2500)])
    assert is_long()
