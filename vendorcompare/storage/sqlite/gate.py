"""The gate: every file is taken for a stranger's until its private copy has passed here.

Files arrive by mail and over half-finished downloads. Nothing of what is in them is
executed, nothing is written, and whatever is wrong becomes a sentence.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vendorcompare.core.errors import (
    DocumentDamaged,
    DocumentError,
    DocumentHostile,
    DocumentTooNew,
    NotADocument,
)
from vendorcompare.failures import megabytes
from vendorcompare.i18n import N_, _
from vendorcompare.storage import words
from vendorcompare.storage.damage import ASK_AGAIN, damaged
from vendorcompare.storage.identity import Identity
from vendorcompare.storage.sqlite import content, file_header, seal, structure
from vendorcompare.storage.sqlite.content import Held
from vendorcompare.storage.sqlite.database import logs_beside
from vendorcompare.storage.sqlite.file_header import as_text
from vendorcompare.storage.sqlite.hardening import guarded

LARGEST: Final = 2_000_000_000
_LISTED: Final = 5
_ASK_SENDER: Final = N_("Do not use it. Ask whoever sent it how it was made.")


@dataclass(frozen=True, slots=True)
class Admission:
    """Hold what the gate learned about a file.

    Attributes:
        version: the format of the file.
        identity: which file it is.
        read_only: why the file may be looked at but not edited, "" if it may be edited.
        unsealed: the tables that do not match their seal.
    """

    version: tuple[int, int]
    identity: Identity
    read_only: str
    unsealed: tuple[str, ...]


def admit(copy: Path, *, sealed: bool = True) -> Admission:
    """Examine the private copy of a file; `sealed` is false for our own unsaved work.

    Raises:
        NotADocument: if it is no assessment.
        DocumentDamaged: if it was one.
        DocumentTooNew: if it needs a later version of the application.
        DocumentHostile: if it carries what no assessment has.
    """
    version = check_header(copy)
    with _explained(), guarded(copy) as connection:
        _check_pages(connection)
        version = _check_identity(connection, version)
        of, identity = _check_rows(connection, _check_structure(connection, version))
        unsealed = seal.verify(connection, of) if sealed else ()
        spoiled = content.changed_attachments(connection, of) if "attachment" in unsealed else []
    return Admission(version, identity, _reason(version, unsealed, spoiled), unsealed)


def identity_in(copy: Path) -> Identity | None:
    """Return which file a private copy is of, None if it is of no assessment."""
    try:
        with guarded(copy) as connection:
            held = content.held_in(connection)
    except (sqlite3.Error, UnicodeError, ValueError):
        return None
    return None if held is None else held.identity


def check_header(copy: Path) -> tuple[int, int]:
    """Examine size and first bytes, and return the version of the format."""
    size = copy.stat().st_size
    if size == 0:
        raise NotADocument(
            _("The file is empty; it may not have been copied or downloaded completely."),
            hint=_(ASK_AGAIN),
        )
    if size > LARGEST:
        raise too_large(size)
    header = file_header.header_of(copy)
    if header is None:
        raise _not_a_database(copy)
    _check_numbers(header.application_id, header.version)
    if header.size is not None and size < header.size and not logs_beside(copy):
        raise DocumentDamaged(
            _("The file is incomplete: {size} of {expected} are there.").format(
                size=megabytes(size), expected=megabytes(header.size)
            ),
            hint=_(ASK_AGAIN),
        )
    return header.version


def too_large(size: int) -> DocumentError:
    """Say that a file is larger than any assessment."""
    return DocumentError(
        _("The file has {size}; an assessment has at most {most}.").format(
            size=megabytes(size), most=megabytes(LARGEST)
        ),
        hint=_("Keep large attachments outside the assessment."),
    )


@contextmanager
def _explained() -> Iterator[None]:
    """Turn whatever reading a damaged file raises into a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise _from_database(error) from error
    except (UnicodeError, ValueError, ArithmeticError, MemoryError, RecursionError) as error:
        raise damaged(type(error).__name__) from error


def _from_database(error: sqlite3.Error) -> DocumentError:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name == "SQLITE_INTERRUPT":
        return DocumentHostile(
            _("The file takes longer to examine than any assessment."), hint=_(_ASK_SENDER)
        )
    if name in {"SQLITE_TOOBIG", "SQLITE_AUTH"} or "prohibited" in str(error):
        return DocumentHostile(
            _("The file contains parts that no assessment has: {parts}.").format(
                parts=structure.shown(str(error))
            ),
            hint=_(_ASK_SENDER),
        )
    return damaged(structure.shown(str(error)))


def _not_a_database(copy: Path) -> NotADocument:
    with copy.open("rb") as file:
        start = file.read(64)
    if file_header.MAGIC.startswith(start[:16]) or start.startswith(file_header.MAGIC):
        message = _("The file is incomplete: not even its beginning is all there.")
    elif not any(start):
        message = _("The file contains only zeros where its beginning should be.")
    elif start.startswith(b"PK"):
        return NotADocument(
            _("The file is a workbook, text document or ZIP archive, not an assessment."),
            hint=_("To bring in a workbook, open or make an assessment and import it there."),
        )
    else:
        return NotADocument(
            _("The file is not a VendorCompare assessment."),
            hint=_("Choose a file that was saved by VendorCompare; its name ends in .vcmp."),
        )
    return NotADocument(message, hint=_(ASK_AGAIN))


def _check_numbers(application_id: int, version: tuple[int, int]) -> None:
    """Refuse databases of other applications, and versions that we cannot read."""
    if application_id != file_header.APPLICATION_ID:
        raise NotADocument(
            _("The file is a database of another application, not an assessment."),
            hint=_("Choose a file that was saved by VendorCompare; its name ends in .vcmp."),
        )
    if version[0] > file_header.FORMAT[0]:
        raise DocumentTooNew(
            _(
                "The file has format {found} of a later VendorCompare; this one reads up to "
                "format {major}.x."
            ).format(found=as_text(version), major=file_header.FORMAT[0]),
            hint=_(
                "Install the present VendorCompare, or ask for the file in format {known}."
            ).format(known=as_text(file_header.FORMAT)),
        )
    if version < (1, 0):
        raise _never_existed(version)


def _never_existed(version: tuple[int, int]) -> DocumentDamaged:
    return damaged(_("format {found} never existed").format(found=as_text(version)))


def _check_pages(connection: sqlite3.Connection) -> None:
    """Let SQLite examine its own structure, before any other statement."""
    for check in ("quick_check(3)", "integrity_check(3)"):
        found = connection.execute(f"PRAGMA {check}").fetchone()
        if found is None or found[0] != "ok":
            raise damaged(structure.shown(str(found and found[0])))


def _check_identity(connection: sqlite3.Connection, version: tuple[int, int]) -> tuple[int, int]:
    """Read the numbers again: a log beside the file can hold a newer beginning."""
    application_id = connection.execute("PRAGMA application_id").fetchone()[0]
    user_version = connection.execute("PRAGMA user_version").fetchone()[0]
    if (found := file_header.version_of(user_version & 0xFFFFFFFF)) != version:
        _check_numbers(application_id, found)
    return found


def _check_structure(
    connection: sqlite3.Connection, version: tuple[int, int]
) -> dict[str, structure.Shape]:
    """Refuse code, and whatever the version does not have; return what it has."""
    if strangers := structure.strangers(connection):
        raise _hostile(strangers)
    known = structure.expected(version)
    if known is None:
        raise _never_existed(version)
    later = version > file_header.FORMAT
    found = structure.shapes(connection)
    extra, missing = structure.differences(found, known, later=later)
    if extra:
        raise _hostile(extra)
    if missing:
        raise damaged(_("parts are missing: {parts}").format(parts=_some(missing)))
    return known


def _hostile(parts: list[str]) -> DocumentHostile:
    return DocumentHostile(
        _("The file contains parts that no assessment has: {parts}.").format(parts=_some(parts)),
        hint=_(_ASK_SENDER),
    )


def _check_rows(connection: sqlite3.Connection, tables: dict[str, structure.Shape]) -> Held:
    """Refuse rows that the code could not read, and return what the file is of."""
    if wrong := content.wrong_kinds(connection, tables):
        raise damaged(_("values of a wrong kind in {tables}").format(tables=words.listed(wrong)))
    if orphans := content.orphans(connection):
        raise damaged(
            _("entries that belong to nothing in {tables}").format(tables=words.listed(orphans))
        )
    found = content.held_in(connection)
    if found is None:
        raise damaged(_("it does not hold exactly one assessment with an identity of its own"))
    return found


def _some(parts: list[str]) -> str:
    """List the first few parts, and how many more there are."""
    rest = len(parts) - _LISTED
    text = _(", ").join(parts[:_LISTED])
    return text if rest <= 0 else _("{parts} and {rest} more").format(parts=text, rest=rest)


def _reason(version: tuple[int, int], unsealed: tuple[str, ...], attachments: list[str]) -> str:
    """Say why a file that passed may not be edited, "" if it may."""
    if unsealed:
        return _(
            "The content does not match its seal: {tables}. The file was damaged, or changed by "
            "something else than VendorCompare, and is opened read-only."
        ).format(tables=words.listed(unsealed, [structure.shown(name) for name in attachments]))
    if version > file_header.FORMAT:
        return _(
            "The file has format {found} of a later VendorCompare and is opened read-only; "
            "editing needs that version."
        ).format(found=as_text(version))
    return ""
