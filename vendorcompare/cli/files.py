"""Opening and saving as commands do it: nothing is left half done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vendorcompare.core.errors import InputError
from vendorcompare.document.document import Document
from vendorcompare.i18n import _


def refuse_existing(file: Path) -> None:
    """Raise InputError if there is something under the name of a file to be created."""
    if is_there(file):
        raise InputError(
            _('"{name}" exists already and is not overwritten.').format(name=file.name),
            hint=_("Give another name, or move the file away."),
        )


def is_there(file: Path, *, unseen: bool = False) -> bool:
    """Say whether there is a file; `unseen` is the answer where this account may not look."""
    try:
        return file.exists() or file.is_symlink()
    except OSError:  # writing or reading it will say why
        return unseen


@contextmanager
def closing(document: Document) -> Iterator[Document]:
    """Close a document whatever happens."""
    try:
        yield document
    finally:
        document.close()


def saved(document: Document, file: Path, *, replace: bool = False) -> None:
    """Save a new document and close it."""
    with closing(document):
        document.save(file, overwrite_changed=replace)
