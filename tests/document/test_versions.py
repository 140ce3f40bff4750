"""The list of earlier versions: whose they are, and what was changed since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.document.samples import example
from vendorcompare import i18n
from vendorcompare.core.scores import State
from vendorcompare.document.document import Document
from vendorcompare.document.edits import vendors
from vendorcompare.document.edits.project import describe
from vendorcompare.document.versions import (
    EarlierVersion,
    Present,
    earlier_versions,
    present,
    restore,
    said,
)
from vendorcompare.storage import schema


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.vcmp"
    made = example()
    made.save(path)
    made.close()
    return path


@pytest.fixture
def document(file: Path) -> Iterator[Document]:
    opened = Document.open(file)
    yield opened
    opened.close()


def listed(document: Document) -> list[EarlierVersion]:
    return earlier_versions(now(document))


def now(document: Document) -> Present:
    with document.frozen() as view:
        return present(document.path, view)


def test_a_version_says_whose_it_is_and_what_was_changed_since(document: Document) -> None:
    describe(document, title="Later title")
    first = document.assessment.vendors[0].key
    with document.change("a step") as recorder:
        recorder.put(schema.vendor, first, note="called")
        recorder.put(schema.vendor, "new", name="One more")
        recorder.put(schema.vendor, "newer", name="And another")
    document.save()
    (version,) = listed(document)
    assert (version.title, version.buyer, version.is_other) == ("选代账", "云帆", False)
    assert version.size == version.path.stat().st_size
    assert said(version) == (
        "Changed since then: title and settings of the assessment, vendors (2 added, 1 changed)."
    )
    vendors.delete_vendors(document, ["new", "newer"])
    document.save()
    newest, oldest = listed(document)
    assert said(newest) == "Changed since then: vendors (2 removed)."
    assert said(oldest) == (
        "Changed since then: title and settings of the assessment, vendors (1 changed)."
    )
    assert (newest.title, oldest.title) == ("Later title", "选代账")


def test_scores_and_fees_are_counted(document: Document) -> None:
    with document.frozen() as view, view.reading() as transaction:
        before = transaction.execute(schema.score.select()).all()
        fee = transaction.execute(schema.cost_line.select()).first()
    assert fee is not None
    gone, changed = before[0], before[1]
    with document.change("a step") as recorder:
        recorder.delete(schema.score, gone.round, gone.evaluator, gone.vendor, gone.criterion)
        key = (changed.round, changed.evaluator, changed.vendor, changed.criterion)
        recorder.put(schema.score, *key, state=int(State.NOT_APPLICABLE), value=None)
        recorder.put(schema.cost_line, fee.key, amount="123.45")
    document.save()
    (version,) = listed(document)
    assert said(version) == ("Changed since then: fees (1 changed), scores (1 removed, 1 changed).")


def test_what_was_undone_is_the_same_content(document: Document) -> None:
    describe(document, title="Other")
    document.undo()
    document.save()
    (version,) = listed(document)
    assert said(version) == "The same content as now."


def test_another_assessment_in_the_same_place_is_not_offered_as_this_one(
    document: Document, file: Path
) -> None:
    other = Document.create()
    describe(other, title="Client B", buyer="B Ltd")
    document.save_copy(file.with_name("b.vcmp"))
    other.save(file.with_name("b.vcmp"), overwrite_changed=True)
    (version,) = listed(other)
    assert (version.is_other, version.title, version.buyer) == (True, "选代账", "云帆")
    assert version.since == ()
    assert said(version) == "Another assessment, which was in this file before."
    assert listed(document) == []
    other.close()


def test_what_cannot_be_read_is_said(document: Document) -> None:
    for title in ("One", "Two"):
        describe(document, title=title)
        document.save()
    _newest, oldest = listed(document)
    oldest.path.write_bytes(b"spoilt")
    assert [version.problem for version in listed(document)] == [
        "", "The file is not a VendorCompare assessment.",
    ]  # fmt: skip
    assert said(listed(document)[1]) == "The file is not a VendorCompare assessment."


def test_what_does_not_match_its_seal_is_described_all_the_same(document: Document) -> None:
    describe(document, title="Later")
    document.save()
    (version,) = listed(document)
    spoilt = version.path.read_bytes().replace("选代账".encode(), "选代帐".encode())
    version.path.write_bytes(spoilt)
    (version,) = listed(document)
    assert (version.title, version.problem) == ("选代帐", "")


def test_it_is_said_in_chinese(document: Document) -> None:
    with document.change("a step") as recorder:
        recorder.put(schema.vendor, "new", name="One more")
    document.save()
    i18n.set_language("zh")
    (version,) = listed(document)
    assert said(version) == "此后改动：供应商（新增1项）。"


def test_progress_is_told(document: Document, file: Path) -> None:
    for title in ("One", "Two"):
        describe(document, title=title)
        document.save()
    told: list[float] = []
    earlier_versions(now(document), told.append)
    assert told == [0.0, 0.5]


def test_a_version_comes_back_and_opens(document: Document, file: Path) -> None:
    describe(document, title="Later")
    document.save()
    (version,) = listed(document)
    document.close()
    restore(version.path, file)
    again = Document.open(file)
    assert again.assessment.title == "选代账"
    (newer,) = [each for each in listed(again) if each.title == "Later"]
    again.close()
    restore(newer.path, file)
    last = Document.open(file)
    assert last.assessment.title == "Later"
    last.close()
