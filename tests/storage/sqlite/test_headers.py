"""Files that are no assessment: each gets the sentence that fits it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.storage.documents import FIXTURE
from vendorcompare.core.errors import DocumentDamaged, DocumentError, NotADocument
from vendorcompare.i18n import set_language
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.sqlite import gate

WHOLE = FIXTURE.read_bytes()


@pytest.mark.parametrize(
    ("content", "kind", "says"),
    [
        (b"", NotADocument, "empty"),
        (b"SQLite", NotADocument, "not even its beginning"),
        (WHOLE[:80], NotADocument, "not even its beginning"),
        (bytes(5000), NotADocument, "only zeros"),
        (b"PK\x03\x04" + bytes(500), NotADocument, "workbook"),
        (b"%PDF-1.4 and more", NotADocument, "not a VendorCompare assessment"),
        ("供应商,评分\n".encode("gb18030"), NotADocument, "not a VendorCompare assessment"),
        (WHOLE[:-40960], DocumentDamaged, "incomplete: 0.1 MB of 0.2 MB"),
        (WHOLE[:100], DocumentDamaged, "incomplete"),
        (WHOLE[:200] + bytes(len(WHOLE) - 200), DocumentDamaged, "damaged"),
    ],
    ids=range(10),
)
def test_each_wrong_file_gets_its_sentence(
    tmp_path: Path, content: bytes, kind: type[DocumentError], says: str
) -> None:
    path = tmp_path / "a.vcmp"
    path.write_bytes(content)
    with pytest.raises(kind, match=says) as raised:
        WorkingCopy.open(path)
    assert raised.value.hint
    assert path.read_bytes() == content
    set_language("zh")
    with pytest.raises(kind) as raised:
        WorkingCopy.open(path)
    assert any("\u4e00" <= c <= "\u9fff" for c in raised.value.message)


def test_the_database_of_another_application_is_none_of_ours(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "a.vcmp")
    connection.execute("CREATE TABLE moz_places (a)")
    connection.close()
    with pytest.raises(NotADocument, match="another application"):
        WorkingCopy.open(tmp_path / "a.vcmp")


def test_a_file_larger_than_any_assessment_is_not_even_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "LARGEST", 100_000)
    (tmp_path / "a.vcmp").write_bytes(WHOLE)
    with pytest.raises(DocumentError, match="at most"):
        WorkingCopy.open(tmp_path / "a.vcmp")
    with pytest.raises(DocumentError, match="at most"):
        gate.admit(tmp_path / "a.vcmp")
