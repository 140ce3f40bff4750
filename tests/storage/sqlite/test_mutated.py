"""Documents that were damaged on their way: none opens silently with other contents."""

from __future__ import annotations

import random
import re
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.contents import UID
from tests.storage.documents import FIXTURE, edit, sample
from vendorcompare.core.errors import DocumentDamaged, UserError
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.sqlite import content, gate, seal
from vendorcompare.storage.sqlite.hardening import guarded

EACH = 22
ORIGINAL = FIXTURE.read_bytes()
PAGE = 4096
Mutation = Callable[[bytearray, random.Random, bytes], bytes]


def flip_bit(data: bytearray, chance: random.Random, _other: bytes) -> bytes:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def flip_bit_in_rows(data: bytearray, chance: random.Random, _other: bytes) -> bytes:
    """Flip a bit where there is something to damage."""
    places = [n for n, byte in enumerate(data) if byte]
    data[chance.choice(places)] ^= 1 << chance.randrange(8)
    return bytes(data)


def flip_bit_in_header(data: bytearray, chance: random.Random, _other: bytes) -> bytes:
    data[chance.randrange(100)] ^= 1 << chance.randrange(8)
    return bytes(data)


def change_score(data: bytearray, chance: random.Random, _other: bytes) -> bytes:
    """Turn one 4.5 into another number, where the rows keep it."""
    at = data.index(struct.pack(">d", 4.5))
    data[at : at + 8] = struct.pack(">d", chance.uniform(0, 5))
    return bytes(data)


def change_text(data: bytearray, chance: random.Random, _other: bytes) -> bytes:
    for word in (b"Platform", "接口".encode(), "诚信代理".encode(), b"1200.00"):
        if chance.random() < 0.5 and word in data:
            data[data.index(word)] ^= chance.randrange(1, 8)
    return bytes(data)


def zero_bytes(data: bytearray, chance: random.Random, _other: bytes) -> bytes:
    at, length = chance.randrange(len(data)), chance.randrange(1, 64)
    return bytes(data[:at] + bytes(length) + data[at + length :])


def zero_page(data: bytearray, chance: random.Random, _other: bytes) -> bytes:
    at = chance.randrange(len(data) // PAGE) * PAGE
    data[at : at + PAGE] = bytes(PAGE)
    return bytes(data)


def random_page(data: bytearray, chance: random.Random, _other: bytes) -> bytes:
    at = chance.randrange(len(data) // PAGE) * PAGE
    data[at : at + PAGE] = chance.randbytes(PAGE)
    return bytes(data)


def swap_pages(data: bytearray, chance: random.Random, _other: bytes) -> bytes:
    one, two = (n * PAGE for n in chance.sample(range(len(data) // PAGE), 2))
    first, second = data[one : one + PAGE], data[two : two + PAGE]
    data[one : one + PAGE], data[two : two + PAGE] = second, first
    return bytes(data)


def truncate(data: bytearray, chance: random.Random, _other: bytes) -> bytes:
    return bytes(data[: chance.randrange(len(data))])


def zero_tail(data: bytearray, chance: random.Random, _other: bytes) -> bytes:
    at = chance.randrange(len(data))
    return bytes(data[:at]) + bytes(len(data) - at)


def insert_bytes(data: bytearray, chance: random.Random, _other: bytes) -> bytes:
    at = chance.randrange(len(data))
    return bytes(data[:at]) + chance.randbytes(chance.randrange(1, 9)) + bytes(data[at:])


def delete_bytes(data: bytearray, chance: random.Random, _other: bytes) -> bytes:
    at = chance.randrange(len(data))
    return bytes(data[:at] + data[at + chance.randrange(1, 9) :])


def append(data: bytearray, chance: random.Random, _other: bytes) -> bytes:
    return bytes(data) + chance.randbytes(chance.randrange(1, 9000))


def half_synchronised(data: bytearray, chance: random.Random, other: bytes) -> bytes:
    """Take each sector from one of two versions, as an interrupted download does."""
    sectors = range(0, min(len(data), len(other)), 512)
    return b"".join((data, other)[chance.random() < 0.2][at : at + 512] for at in sectors)


MUTATIONS: tuple[Mutation, ...] = (
    flip_bit, flip_bit_in_rows, flip_bit_in_header, change_score, change_text, zero_bytes,
    zero_page, random_page, swap_pages, truncate, zero_tail, insert_bytes, delete_bytes, append,
    half_synchronised,
)  # fmt: skip


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a later version of the document."""
    folder = tmp_path_factory.mktemp("later")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VENDORCOMPARE_HOME", str(folder))
        copy = WorkingCopy.open(sample(folder / "a.vcmp"))
        for n in range(5):
            edit(copy, f"新供应商 {n}")
        copy.publish(folder / "b.vcmp")
        copy.close()
    return (folder / "b.vcmp").read_bytes()


def contents(path: Path) -> tuple[object, ...]:
    """Return everything a reader could see in a file."""
    with guarded(path) as connection:
        return seal.digests(connection, 1), content.held_in(connection)


def outcome(path: Path, *, sealed: bool = True) -> str:
    """Open a damaged file: "refused", "read-only", "same", or "silent" if it is none of these."""
    try:
        admission = gate.admit(path, sealed=sealed)
    except UserError as error:
        return "refused" if error.hint else "refused without advice"
    if admission.read_only:
        return "read-only"
    return "same" if contents(path) == contents(FIXTURE) else "silent"


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_no_damage_is_silent(tmp_path: Path, later: bytes, mutation: Mutation) -> None:
    chance = random.Random(mutation.__name__)
    path = tmp_path / "a.vcmp"
    found = set()
    for _time in range(EACH):
        path.write_bytes(mutation(bytearray(ORIGINAL), chance, later))
        found.add(outcome(path))
    assert found <= {"refused", "read-only", "same"}


def test_control_without_the_seal_damage_would_be_silent(tmp_path: Path, later: bytes) -> None:
    chance = random.Random(1)
    path = tmp_path / "a.vcmp"
    path.write_bytes(change_score(bytearray(ORIGINAL), chance, later))
    assert outcome(path, sealed=False) == "silent"
    assert outcome(path) == "read-only"


def test_a_damaged_score_opens_read_only_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.vcmp"
    spoilt = change_score(bytearray(ORIGINAL), random.Random(1), b"")
    path.write_bytes(spoilt)
    copy = WorkingCopy.open(path)
    assert "does not match its seal: scores." in copy.read_only
    with pytest.raises(UserError, match="seal"):
        copy.publish(path)
    with pytest.raises(UserError, match="seal"):
        copy.publish_copy(tmp_path / "b.vcmp")
    copy.close()
    assert path.read_bytes() == spoilt
    assert [found.name for found in tmp_path.iterdir()] == ["a.vcmp"]


def test_an_index_that_lost_its_row_is_damage(tmp_path: Path) -> None:
    path = sample(tmp_path / "a.vcmp")
    content, id_ = path.read_bytes(), UID.encode()
    places = [found.start() for found in re.finditer(re.escape(id_), content)]
    for place in places:
        path.write_bytes(content[:place] + b"0" + content[place + 1 :])
        if only_the_index_is_wrong(path):
            with pytest.raises(DocumentDamaged, match="missing from index"):
                WorkingCopy.open(path)
            return
    pytest.fail("the id is in no index")


def only_the_index_is_wrong(path: Path) -> bool:
    """Say whether the rows are whole and sealed, so that nothing but the index can tell."""
    with closing(sqlite3.connect(path)) as connection:
        quick = connection.execute("PRAGMA quick_check").fetchall()
        return quick == [("ok",)] and not seal.verify(connection, 1)


def test_a_damaged_attachment_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.vcmp"
    path.write_bytes(ORIGINAL)
    with closing(sqlite3.connect(path)) as connection, connection:
        names = [name for (name,) in connection.execute("SELECT name FROM attachment ORDER BY key")]
        spoilt = names[0]
        connection.execute("UPDATE attachment SET content = x'00' WHERE name = ?", (spoilt,))
    copy = WorkingCopy.open(path)
    assert f"does not match its seal: attachments ({spoilt})." in copy.read_only
    copy.close()
