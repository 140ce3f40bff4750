"""Regular expressions that cost nothing until they are used.

To compile long lists of words and large sets of characters takes longer than to open a document,
and most of them are needed by few.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """Hold a regular expression, which is compiled when it is first used."""

    def __init__(self, text: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._text = text
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._text, self._flags)

    def fullmatch(self, words: str) -> re.Match[str] | None:
        """Return the match that is the whole of some words, or None."""
        return self._compiled.fullmatch(words)

    def match(self, words: str, place: int = 0) -> re.Match[str] | None:
        """Return the match that begins at a place, or None."""
        return self._compiled.match(words, place)

    def search(self, words: str) -> re.Match[str] | None:
        """Return the first match anywhere, or None."""
        return self._compiled.search(words)

    def findall(self, words: str) -> list[str]:
        """Return what all matches hold, of which there may be nothing but their number."""
        return self._compiled.findall(words)

    def finditer(self, words: str) -> Iterator[re.Match[str]]:
        """Return all matches from left to right."""
        return self._compiled.finditer(words)

    def split(self, words: str) -> list[str]:
        """Return what stands between the matches."""
        return self._compiled.split(words)

    def sub(self, by: str | Callable[[re.Match[str]], str], words: str) -> str:
        """Return the words with something else in the place of every match."""
        return self._compiled.sub(by, words)
