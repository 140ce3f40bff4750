"""Text that exists in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """Hold the same words in two languages; one may be missing."""

    zh: str = ""
    en: str = ""

    @classmethod
    def same(cls, text: str) -> Text:
        """Make a text that reads the same in both languages, as a user types it."""
        return cls(text, text)

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    def get(self, language: Language) -> str:
        """Return the words in a language, or in the other one where they are missing."""
        first, second = (self.zh, self.en) if language == "zh" else (self.en, self.zh)
        return first or second

    def both(self, separator: str = " ") -> str:
        """Return the Chinese and the English words, once if they are the same."""
        words = [self.zh, self.en] if self.zh != self.en else [self.zh]
        return separator.join(word for word in words if word)

    def with_words(self, language: Language, words: str) -> Text:
        """Return the text with the words of one language replaced.

        A text that read the same in both languages keeps doing so.
        """
        if self.zh == self.en:
            return Text.same(words)
        return Text(words, self.en) if language == "zh" else Text(self.zh, words)
