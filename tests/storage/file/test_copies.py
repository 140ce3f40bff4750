"""Which file a document is: a copy is another one, and yet it is known where it came from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.contents import UID
from tests.storage.documents import edit, sample, vendors, vendors_in
from vendorcompare.storage import identity
from vendorcompare.storage.file import backups, leftovers
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.identity import Identity
from vendorcompare.storage.sqlite import database, gate, seal

OWN = Identity(UID, UID)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return sample(tmp_path / "a.vcmp")


@pytest.fixture
def copy(target: Path) -> Iterator[WorkingCopy]:
    opened = WorkingCopy.open(target)
    edit(opened, "Mine")
    yield opened
    opened.close()


def identity_in(path: Path) -> Identity:
    found = gate.identity_in(path)
    assert found is not None
    return found


def content_hash(copy: WorkingCopy) -> str:
    with copy.store.begin() as transaction:
        return seal.content_hash(database.driver_of(transaction), transaction.assessment_id)


def test_a_save_keeps_the_id(copy: WorkingCopy, target: Path) -> None:
    copy.publish(target)
    assert identity_in(target) == copy.identity == OWN


def test_another_name_is_another_file_of_the_same_origin(copy: WorkingCopy, target: Path) -> None:
    other = target.with_name("b.vcmp")
    before = content_hash(copy)
    copy.publish(other)
    assert identity_in(target) == OWN
    assert copy.identity == identity_in(other)
    assert copy.identity.uid != UID
    assert copy.identity.origin == UID
    assert content_hash(copy) == before
    named = copy.identity
    edit(copy, "Later")
    copy.publish(other)
    assert identity_in(other) == named
    assert [kept.uid for kept in backups.backups(other)] == [named.uid]
    assert backups.backups(target) == []


def test_a_copy_gets_an_id_and_the_document_keeps_its_own(copy: WorkingCopy, target: Path) -> None:
    first, second = target.with_name("b.vcmp"), target.with_name("c.vcmp")
    copy.publish_copy(first)
    copy.publish_copy(second)
    assert copy.identity == OWN
    ids = {identity_in(first), identity_in(second), OWN}
    assert len(ids) == 3
    assert {found.origin for found in ids} == {UID}
    assert vendors_in(first) == vendors(copy)


def test_a_copy_that_is_made_again_is_still_that_copy(copy: WorkingCopy, target: Path) -> None:
    other = target.with_name("b.vcmp")
    copy.publish_copy(other)
    named = identity_in(other)
    for n in range(12):
        edit(copy, str(n))
        copy.publish_copy(other)
    assert identity_in(other) == named
    assert {kept.uid for kept in backups.backups(other)} == {named.uid}
    assert backups.backups(target) == []
    copy.publish(other, overwrite_changed=True)
    assert copy.identity == named


@pytest.mark.parametrize("there", ["the same id", "another assessment", "no assessment"])
def test_what_a_copy_replaces_lends_it_no_id(copy: WorkingCopy, target: Path, there: str) -> None:
    other = target.with_name("b.vcmp")
    strange = ""
    if there == "the same id":
        sample(other)
        strange = UID
    elif there == "another assessment":
        stranger = WorkingCopy.create()
        stranger.publish(other)
        strange = stranger.identity.uid
        stranger.close()
    else:
        other.write_bytes(b"no assessment")
        strange = backups.FOREIGN
    copy.publish(other, overwrite_changed=True)
    assert identity_in(other).uid not in {UID, strange}
    assert identity_in(other).origin == UID
    assert [kept.uid for kept in backups.backups(other)] == [strange]


def test_a_new_document_and_one_from_a_model_come_from_nowhere(target: Path) -> None:
    new, like = WorkingCopy.create(), WorkingCopy.create(target)
    for made in (new, like):
        named = made.identity
        assert made.identity.uid == made.identity.origin != UID
        made.publish(target.with_name("new.vcmp"), overwrite_changed=True)
        assert identity_in(target.with_name("new.vcmp")) == made.identity == named
        made.close()
    assert new.identity != like.identity


def test_a_save_under_another_name_that_was_killed_is_that_file(
    copy: WorkingCopy, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dying = WorkingCopy.open(sample(target.with_name("c.vcmp")))
    edit(dying, "One")
    other = target.with_name("d.vcmp")
    with monkeypatch.context() as patch:
        patch.setattr(WorkingCopy, "_settle_as", lambda *_arguments: None)
        dying.publish(other)
    edit(dying, "Two")
    dying._disconnect()
    dying._session.abandon()
    (found,) = leftovers.leftovers()
    recovered = WorkingCopy.recover(found)
    assert (recovered.path, recovered.identity) == (other, identity_in(other))
    assert recovered.identity.uid != UID
    with closing(sqlite3.connect(recovered._session.document)) as connection:
        written = connection.execute("SELECT uid, origin FROM identity").fetchone()
    assert Identity(*written) == recovered.identity
    recovered.publish(other)
    recovered.close()
    assert "Two" in vendors_in(other)


def test_ids_are_random() -> None:
    assert len({identity.fresh().uid for _ in range(100)}) == 100
