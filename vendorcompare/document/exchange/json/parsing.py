"""JSON text in, a document whose shape is right out; nothing is guessed or let through."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError

from vendorcompare.core.errors import InputError
from vendorcompare.document.exchange.merging.refusals import WrongEntries
from vendorcompare.document.exchange.records.interchange import (
    FORMAT,
    VERSION,
    InterchangeDocument,
    document_of,
)
from vendorcompare.document.reader.results import Habits
from vendorcompare.i18n import _
from vendorcompare.storage.validation import at, place, problems_of

_DEEPEST: Final = 12
_IN_RUBRIC: Final = re.compile(r"(rounds\[\d+\]\.)?dimensions")
_LARGEST_INTEGER: Final = 10**18
_SURROGATES: Final = range(0xD800, 0xE000)

Path = tuple[str | int, ...]


class _Repeating(dict[str, Any]):
    """Remember the names that an object uses twice, because JSON keeps only the last."""

    repeated: tuple[str, ...] = ()


@dataclass(frozen=True)
class Parsed:
    """Hold what could be read of an interchange document.

    Attributes:
        document: the document without the entries that do not fit.
        problems: what does not fit, each with its place.
    """

    document: InterchangeDocument
    problems: tuple[str, ...] = ()

    @property
    def has_whole_rubric(self) -> bool:
        """Whether nothing is wrong in the rubric, so that scores can be held against it."""
        return not any(map(_IN_RUBRIC.match, self.problems))


def parse(text: str, currency: str = "") -> Parsed:
    """Read an interchange document.

    Entries that do not fit are left out where the rest can be read without them, so that one
    go finds all mistakes; else WrongEntries lists those found so far.

    `currency` is what its amounts are in if it does not say so itself.
    """
    content = _content(text)
    problems = _unusable(content)
    if problems:
        raise WrongEntries(problems)
    _check_format(content)
    habits = Habits(currency=_currency(content) or currency)
    try:
        return Parsed(document_of(content, habits))
    except ValidationError as error:
        problems = problems_of(error)
        for found in error.errors(include_url=False, include_input=False):
            _leave_out(content, found["loc"])
    try:
        document = document_of(content, habits)
        return Parsed(document, tuple(problems))
    except ValidationError:
        raise WrongEntries(problems) from None


def _leave_out(content: Any, path: Path) -> None:
    """Remove the innermost named entry that leads to a mistake; lists keep their length."""
    group, name = None, ""
    found = content
    for part in path:
        if isinstance(found, dict) and part in found:
            group, name = found, str(part)
        elif not (isinstance(found, list) and isinstance(part, int) and part < len(found)):
            break
        found = found[part]
    if group is not None:
        group.pop(name, None)


def _currency(content: Any) -> str:
    assessment = content.get("assessment")
    named = assessment.get("currency") if isinstance(assessment, dict) else None
    return named if isinstance(named, str) else ""


def _content(text: str) -> Any:
    if not text.strip("\ufeff \t\r\n"):
        raise InputError(
            _("The file is empty."),
            hint=_("Export an assessment as JSON to see what the file must look like."),
        )
    try:
        return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_object)
    except RecursionError:
        raise WrongEntries([_("the entries are nested too deeply")]) from None
    except json.JSONDecodeError as error:
        raise InputError(
            _("This is not JSON from line {line}, column {column} on.").format(
                line=error.lineno, column=error.colno
            ),
            hint=_("Export an assessment as JSON to see what the file must look like."),
        ) from None
    except ValueError:  # of an integer with thousands of digits
        raise WrongEntries([_("is too large a number")]) from None


def _object(pairs: list[tuple[str, Any]]) -> _Repeating:
    found = _Repeating(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        found.repeated = tuple(dict.fromkeys(n for n in names if names.count(n) > 1))
    return found


def _check_format(content: Any) -> None:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise InputError(
            _("This JSON file is not an assessment."),
            hint=_("Its first entry must be {entry}.").format(entry=f'"format": "{FORMAT}"'),
        )
    version = content.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise InputError(
            _("The file has version {version} of the format, but only {known} is known.").format(
                version=version, known=VERSION
            ),
            hint=_("Install a later version of VendorCompare."),
        )


def _unusable(content: Any) -> list[str]:
    """Return what no entry may hold, wherever it stands; without recursion."""
    problems: list[str] = []
    waiting: list[tuple[Path, Any]] = [((), content)]
    while waiting:
        path, found = waiting.pop()
        if len(path) > _DEEPEST:
            return [at(place(path), _("the entries are nested too deeply"))]
        problem = _problem_with(found)
        if problem:
            problems.append(at(place(path), problem))
        if isinstance(found, _Repeating):
            problems += [
                at(place((*path, name)), _("stands there twice")) for name in found.repeated
            ]
            waiting += [((*path, name), value) for name, value in reversed(found.items())]
        elif isinstance(found, list):
            waiting += [((*path, i), found[i]) for i in range(len(found) - 1, -1, -1)]
    return problems


def _problem_with(found: Any) -> str:
    if isinstance(found, float) and not math.isfinite(found):
        return _("must be a finite number")
    if isinstance(found, int) and abs(found) > _LARGEST_INTEGER:
        return _("is too large a number")
    words = found if isinstance(found, str) else "".join(found) if isinstance(found, dict) else ""
    if not words.isascii() and any(ord(letter) in _SURROGATES for letter in words):
        return _("holds half a character")
    if "\0" in words:
        return _("holds a character that no text has")
    return ""
