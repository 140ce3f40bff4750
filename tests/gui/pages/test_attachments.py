"""Files kept as evidence are let out safely."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from vendorcompare.core.errors import InputError, UserError
from vendorcompare.gui.pages import attachments


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("报价单 2026.pdf", "报价单 2026.pdf"),
        ("../../x.exe", "x.exe"),
        (r"C:\Windows\a.txt", "a.txt"),
        (r"\\host\share\b.png", "b.png"),
        ("CON.txt", "_CON.txt"),
        ("a:b", "a_b"),
        ("invoice\u202egnp.exe", "invoicegnp.exe"),
        ("x.pdf. . ", "x.pdf"),
        ("\x00", "attachment"),
        ("..", "attachment"),
        ("", "attachment"),
    ],
)
def test_a_name_becomes_a_plain_file_name(name: str, safe: str) -> None:
    assert attachments.safe_name(name) == safe


def test_a_long_name_keeps_its_ending() -> None:
    made = attachments.safe_name("n" * 500 + ".pdf")
    assert len(made) <= 120
    assert made.endswith(".pdf")


@pytest.mark.parametrize(
    ("name", "openable"),
    [("a.PDF", True), ("b.png", True), ("c.exe", False), ("d.pdf.exe", False), ("e.html", False),
     ("f", False), ("g\u202efdp.exe", False), ("h.xlsm", False), ("i.desktop", False)],
)  # fmt: skip
def test_only_harmless_kinds_are_opened(name: str, openable: bool) -> None:
    assert attachments.is_openable(name) is openable


def test_a_copy_is_private_read_only_and_goes_away() -> None:
    copies = attachments.OpenedCopies()
    path = copies.put("a-1", "../q.pdf", b"%PDF")
    assert path.name == "q.pdf"
    assert path.read_bytes() == b"%PDF"
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IRUSR
    assert stat.S_IMODE(path.parent.stat().st_mode) == stat.S_IRWXU
    assert copies.put("a-1", "../q.pdf", b"%PDF") == path
    copies.clear()
    assert not path.exists()


def test_a_program_is_never_put_where_it_could_run() -> None:
    with pytest.raises(ValueError, match="only saved"):
        attachments.OpenedCopies().put("a-1", "x.exe", b"MZ")


def test_a_file_is_taken_in_with_its_type(tmp_path: Path) -> None:
    file = tmp_path / "reply.png"
    file.write_bytes(b"png")
    assert attachments.taken_in(file) == ("reply.png", "image/png", b"png")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not a file"):
        attachments.taken_in(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        attachments.taken_in(tmp_path / "gone.pdf")


def test_a_file_too_large_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    with file.open("wb") as sparse:
        sparse.truncate(51 * 1024 * 1024)
    with pytest.raises(InputError, match="50 MB"):
        attachments.taken_in(file)


def test_saving_where_it_cannot_be_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"):
        attachments.save_as(tmp_path / "no" / "a.pdf", b"x")
    attachments.save_as(tmp_path / "a.pdf", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_sizes_are_written_for_people() -> None:
    assert attachments.size_words(10) == "1 KB"
    assert attachments.size_words(3 * 1024 * 1024) == "3.0 MB"
