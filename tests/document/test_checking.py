from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.documents import tampered
from vendorcompare.core.errors import DocumentError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.text import Text
from vendorcompare.document.checking import Examined, check_file
from vendorcompare.document.document import Document
from vendorcompare.document.edits import project, rubric, vendors
from vendorcompare.document.sample import open_sample
from vendorcompare.storage import schema


def saved(document: Document, folder: Path) -> Path:
    file = folder / "a.vcmp"
    document.save(file)
    return file


def test_the_sample_is_whole_and_checking_writes_nothing(tmp_path: Path) -> None:
    document = open_sample()
    file = saved(document, tmp_path)
    document.close()
    before = file.read_bytes()
    assert check_file(file).findings == ()
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_damaged_file(document: Document, tmp_path: Path) -> None:
    file = saved(document, tmp_path)
    content = bytearray(file.read_bytes())
    at = content.rindex("甲".encode())
    content[at : at + 3] = "乙".encode()
    file.write_bytes(content)
    examination = check_file(file)
    assert examination.is_damaged
    assert examination.is_complete
    assert examination.findings[0].area is Examined.STRUCTURE
    file.write_bytes(content[:5000])
    examination = check_file(file)
    assert examination.is_damaged
    assert not examination.is_complete
    with pytest.raises(DocumentError):
        check_file(tmp_path / "none.vcmp")


def test_a_log_that_was_cut_or_altered(document: Document, tmp_path: Path) -> None:
    vendors.add_vendor(document, "Acme")
    vendors.describe_vendor(document, "a", "name", "Other")
    file = saved(document, tmp_path)
    assert check_file(file).findings == ()
    whole = file.read_bytes()
    tampered(file, lambda c: c.execute("UPDATE change SET actor = 'somebody' WHERE number = 2"))
    (found,) = check_file(file).findings
    assert (found.area, found.is_damage) == (Examined.LOG, True)
    assert found.message == "The change log was cut or altered before entry 3."
    file.write_bytes(whole)
    tampered(file, lambda c: c.execute("DELETE FROM change WHERE number >= 2"))
    (found,) = check_file(file).findings
    assert (found.area, found.is_damage) == (Examined.LOG, True)
    assert found.message == "The change log does not lead to what the file holds: vendors."


def test_an_attachment_that_was_exchanged(document: Document, tmp_path: Path) -> None:
    key = project.attach(document, "quote.pdf", "application/pdf", b"100")
    with document.change("cheat") as recorder:
        recorder.put(schema.attachment, key, content=b"900")
    examination = check_file(saved(document, tmp_path))
    assert [f.message for f in examination.findings if f.is_damage] == [
        'The attachment "quote.pdf" is not what was attached.'
    ]


def test_oddities_are_no_damage(document: Document, tmp_path: Path) -> None:
    project.attach(document, "a.txt", "text/plain", b"", criterion="gone")
    with document.change("older versions let this happen") as recorder:
        recorder.put(schema.weight_set, "selection", "w", name="x")
        recorder.put(schema.weight, "selection", "w", "gone", weight=1)
    number = Criterion("", Text.same("n"), Measure.NUMBER)
    rubric.add_criterion(document, "d1", number)
    manner = document.assessment.rubric.criterion("c1")
    rubric.describe_criterion(document, replace(manner, scale=(1, 3)))
    examination = check_file(saved(document, tmp_path))
    assert not examination.is_damaged
    messages = " ".join(finding.message for finding in examination.findings)
    for part in ('weighs "gone"', 'belongs to "gone"', "甲, Manner: 4 is outside", "no anchors"):
        assert part in messages
