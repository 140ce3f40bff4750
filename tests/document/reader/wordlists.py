"""Lists of words as people write them."""

from __future__ import annotations


def words(text: str) -> list[str]:
    """Return the words between spaces; a low line stands for a space in a word."""
    return [word.replace("_", " ") for word in text.split()]
