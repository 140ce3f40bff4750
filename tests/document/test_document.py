from __future__ import annotations

import weakref
from pathlib import Path

import pytest

from tests.document.samples import assert_same
from vendorcompare.core.errors import DocumentError
from vendorcompare.core.parts import Part
from vendorcompare.core.scores import UNNAMED, Cell, Score, State
from vendorcompare.document.document import Changes, Document
from vendorcompare.document.edits import project, scores, vendors
from vendorcompare.storage import schema, snapshot

CELL = Cell(UNNAMED, "a", "c1")


def fresh_load(document: Document) -> None:
    with document._copy.store.begin() as transaction:
        assert_same(document.assessment, snapshot.load(transaction))


def test_undo_and_redo_take_a_step_back_and_forth(document: Document) -> None:
    before = document.assessment
    scores.set_score(document, CELL, Score(5, State.SCORED))
    assert document.assessment.score(CELL).value == 5
    assert document.history.undo_label == "Set score"
    document.undo()
    assert_same(document.assessment, before)
    document.redo()
    assert document.assessment.score(CELL).value == 5
    fresh_load(document)


def test_undo_and_redo_without_a_step_do_nothing(document: Document) -> None:
    before = document.assessment
    document.undo()
    document.redo()
    assert document.assessment is before


def test_deleting_a_vendor_takes_everything_with_it_and_undo_brings_it_back(
    document: Document,
) -> None:
    before = document.assessment
    key = project.attach(document, "quote.pdf", "application/pdf", b"%PDF", vendor="a")
    vendors.delete_vendors(document, ["a"])
    assert [v.key for v in document.assessment.vendors] == ["b"]
    assert not document.assessment.cost_lines
    assert not document.assessment.attachments
    document.undo()
    assert document.attachment(key) == b"%PDF"
    document.undo()
    assert_same(document.assessment, before)
    fresh_load(document)


def test_steps_with_the_same_mark_are_undone_together(document: Document) -> None:
    for note in ("a", "ab", "abc"):
        scores.set_note(document, CELL, note)
    document.undo()
    assert document.assessment.score(CELL).note == ""
    assert not document.history.can_undo


def test_saving_ends_the_merging_of_steps(document: Document, tmp_path: Path) -> None:
    scores.set_note(document, CELL, "a")
    document.save(tmp_path / "a.vcmp")
    modified = [document.is_modified]
    scores.set_note(document, CELL, "ab")
    modified.append(document.is_modified)
    document.undo()
    modified.append(document.is_modified)
    assert document.assessment.score(CELL).note == "a"
    assert modified == [False, True, False]


def test_a_step_that_fails_leaves_nothing_behind(document: Document) -> None:
    before = document.assessment
    with pytest.raises(ZeroDivisionError):
        _half_a_step(document)
    assert document.assessment is before
    assert not document.history.can_undo
    fresh_load(document)
    vendors.describe_vendor(document, "a", "name", "next")  # the next step is not disturbed
    assert document.assessment.vendor("a").name == "next"


def _half_a_step(document: Document) -> None:
    with document.change("half") as recorder:
        recorder.put(schema.vendor, "a", name="changed")
        recorder.put(schema.vendor, "b", position=1 // 0)


def test_a_step_inside_another_is_part_of_it(document: Document) -> None:
    before = document.assessment
    with document.change("outer"):
        scores.set_score(document, CELL, Score(2, State.SCORED))
        vendors.describe_vendor(document, "a", "name", "new")
    assert document.history.undo_label == "outer"
    document.undo()
    assert_same(document.assessment, before)


def test_a_step_that_changes_nothing_is_no_step(document: Document) -> None:
    told: list[Changes] = []
    document.changed.connect(told.append)
    vendors.describe_vendor(document, "a", "name", "甲")
    assert not told
    assert not document.history.can_undo


def test_everyone_hears_of_doing_undoing_and_redoing(document: Document) -> None:
    told: list[Changes] = []
    document.changed.connect(told.append)
    scores.set_score(document, CELL, Score(1, State.SCORED))
    document.undo()
    document.redo()
    document.changed.disconnect(told.append)
    document.undo()
    assert [(each.kind, each.parts) for each in told] == [
        (kind, frozenset({Part.SCORES})) for kind in ("do", "undo", "redo")
    ]


def test_a_new_step_forgets_what_was_undone(document: Document) -> None:
    scores.set_score(document, CELL, Score(1, State.SCORED))
    document.undo()
    scores.set_score(document, CELL, Score(2, State.SCORED))
    assert not document.history.can_redo


def test_a_document_that_may_not_be_changed_says_so(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Document, "read_only", "It is locked.")
    with pytest.raises(DocumentError, match="locked"):
        scores.set_score(document, CELL, Score(1, State.SCORED))


def test_what_was_saved_is_what_is_opened(document: Document, tmp_path: Path) -> None:
    file = tmp_path / "a.vcmp"
    told: list[Path] = []
    document.saved.connect(told.append)
    document.save(file)
    assert told == [file]
    before = document.assessment
    copy = tmp_path / "copy.vcmp"
    document.save_copy(copy)
    opened = Document.open(copy)
    try:
        assert_same(opened.assessment, before)
        assert not opened.is_modified
        with opened.frozen() as frozen:
            assert len(frozen.content_hash()) == 64
    finally:
        opened.close()


def test_a_document_without_a_file_is_saved_under_a_name(document: Document) -> None:
    with pytest.raises(ValueError, match="name"):
        document.save()


def test_an_attachment_that_is_not_there(document: Document) -> None:
    with pytest.raises(KeyError):
        document.attachment("none")


def test_a_save_that_was_given_up_keeps_nothing(document: Document, tmp_path: Path) -> None:
    saving = weakref.ref(document.begin_save(tmp_path / "a.vcmp"))
    document.undo()
    assert saving() is None
