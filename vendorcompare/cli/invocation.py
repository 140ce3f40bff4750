"""What every command is told, and the options that may stand before or after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from vendorcompare.i18n import LANGUAGES, Language, _


class WrongUsage(Exception):
    """Report words on the command line that make no sense."""


@dataclass(frozen=True)
class Common:
    """Hold what applies to every command.

    Attributes:
        quiet: whether only what was asked for is printed.
        open_window: shows files in a window until it is closed.
    """

    quiet: bool
    open_window: Callable[[list[Path]], int]


@dataclass
class Given:
    """Hold the words of the command line, the common options taken off.

    Attributes:
        words: the command with its own words.
    """

    words: list[str] = field(default_factory=list)
    language: Language | None = None
    quiet: bool = False
    version: bool = False


def split(words: list[str]) -> Given:
    """Take the common options off the command line, wherever they stand.

    The command `report` has a `--language` of its own, that of the paper.
    """
    given = Given()
    waiting = iter(words)
    for word in waiting:
        is_ours = given.words[:1] != ["report"]
        name, equals, value = word.partition("=")
        if word == "--":
            given.words += [word, *waiting]
        elif name == "--language" and is_ours:
            given.language = _language(value if equals else next(waiting, ""))
        elif word in {"--quiet", "-q"}:
            given.quiet = True
        elif word == "--version":
            given.version = True
        else:
            given.words.append(word)
    return given


def _language(word: str) -> Language:
    for language in LANGUAGES:
        if word == language:
            return language
    raise WrongUsage(_('The language is zh or en, not "{word}".').format(word=word))
