"""What is noted of every step, and how it is called in either language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from vendorcompare import i18n
from vendorcompare.core.scores import Cell, Score, State
from vendorcompare.document.document import Changes, Document
from vendorcompare.document.edits import project, scores, vendors
from vendorcompare.document.versions import earlier_versions, last_step, present
from vendorcompare.i18n import Language
from vendorcompare.storage import change_log, replay
from vendorcompare.storage.change_log import LogEntry

CELL = Cell("e1", "a", "c1")


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    i18n.set_language(language)
    yield
    i18n.set_language("en")


def log_of(document: Document) -> tuple[LogEntry, ...]:
    with document.frozen() as view, view.reading() as transaction:
        return change_log.entries(transaction)


def test_a_step_keeps_its_message_in_no_language_and_its_arguments(document: Document) -> None:
    with speaking("zh"):
        scores.set_scores(document, dict.fromkeys([CELL, Cell("e1", "b", "c1")], scores.BLANK))
    entry = log_of(document)[-1]
    assert (entry.kind, entry.message, entry.arguments) == (
        "do", "Set {count} scores", '{"count": 2}',
    )  # fmt: skip


def test_the_menu_and_whoever_hears_of_it_call_it_in_the_present_language(
    document: Document,
) -> None:
    told: list[Changes] = []
    document.changed.connect(told.append)
    with speaking("zh"):
        vendors.add_vendor(document, "丙")
        assert (document.history.undo_label, told[0].label) == ("添加供应商", "添加供应商")
    assert (document.history.undo_label, told[0].label) == ("Add vendor", "Add vendor")
    document.undo()
    with speaking("zh"):
        assert (document.history.redo_label, told[1].label) == ("添加供应商", "添加供应商")


def test_a_file_made_in_one_language_is_told_of_in_the_other(
    document: Document, tmp_path: Path
) -> None:
    file = tmp_path / "a.vcmp"
    with speaking("zh"):
        vendors.add_vendor(document, "丙")
        document.save_copy(file)
    with closing(Document.open(file)) as opened:
        project.describe(opened, title="新的")
        opened.save()
        with opened.frozen() as view:
            (version,) = earlier_versions(present(opened.path, view))
        assert last_step(version) == "The last step in it: Add vendor."
        with speaking("zh"):
            assert last_step(version) == "该版本的最后一步：添加供应商。"


def test_a_last_step_that_was_undone_is_said_to_be(document: Document, tmp_path: Path) -> None:
    vendors.add_vendor(document, "丙")
    document.undo()
    document.save(tmp_path / "a.vcmp")
    project.describe(document, title="Later")
    document.save()
    with document.frozen() as view:
        (version,) = earlier_versions(present(document.path, view))
    assert last_step(version) == "The last step in it: Add vendor, which was undone."


def test_undoing_names_every_entry_that_is_undone(document: Document) -> None:
    before = len(log_of(document))
    for note in ("c", "called", "called twice"):
        scores.set_note(document, CELL, note)
    scores.set_score(document, CELL, Score(1, State.SCORED))
    document.undo()
    document.undo()
    document.redo()
    *notes, score, undone, undone_notes, redone = log_of(document)[before:]
    assert [entry.kind for entry in (undone, undone_notes, redone)] == ["undo", "undo", "redo"]
    assert undone.concerns == score.id
    assert undone_notes.concerns.split() == [entry.id for entry in notes]
    assert redone.concerns == undone_notes.concerns
    assert score.concerns == ""


def test_the_log_goes_on_where_the_file_was_left(document: Document, tmp_path: Path) -> None:
    file = tmp_path / "a.vcmp"
    document.save_copy(file)
    before = log_of(document)
    with closing(Document.open(file)) as opened:
        vendors.add_vendor(opened, "丙")
        vendors.add_vendor(opened, "丁")
        log = log_of(opened)
    assert log[: len(before)] == before
    assert [entry.number for entry in log] == list(range(1, len(before) + 3))
    assert change_log.breaks(log) == []


def test_all_that_a_document_holds_is_in_its_log(document: Document, tmp_path: Path) -> None:
    project.attach(document, "quote.pdf", "application/pdf", b"100")
    vendors.delete_vendors(document, ["a"])
    document.undo()
    document.redo()
    document.undo()
    with document.frozen() as view, view.reading() as transaction:
        log = change_log.entries(transaction)
        assert change_log.breaks(log) == []
        assert replay.unexplained(transaction, log) == []
