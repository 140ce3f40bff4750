"""What is said of a file that was an assessment once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from vendorcompare.core.errors import DocumentDamaged
from vendorcompare.i18n import N_, _

ASK_AGAIN: Final = N_(
    "Ask for the file again, or open a backup; if it came through a synchronised folder, "
    "wait until it has arrived completely."
)


def damaged(why: str) -> DocumentDamaged:
    """Return the error of a file that cannot be read."""
    return DocumentDamaged(
        _("The file is damaged and cannot be read: {reason}.").format(reason=why),
        hint=_(ASK_AGAIN),
    )


@contextmanager
def explained(rows: str) -> Iterator[None]:
    """Turn what reading rows raises, whose values no record has, into a sentence.

    `rows` is what they are called, marked with `N_()`.
    """
    try:
        yield
    except (ValueError, TypeError, LookupError, ArithmeticError) as error:
        why = _("values of a wrong kind in {tables}").format(tables=_(rows))
        raise damaged(why) from error
