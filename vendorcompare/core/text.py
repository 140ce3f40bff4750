"""Text that exists in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from vendorcompare.patterns import Pattern

Language = Literal["zh", "en"]

_HAN: Final = "\u3400-\u9fff"
#: English words follow the last Han character: several, or one that is too long for a brand.
_BILINGUAL: Final = Pattern(
    f"(?P<zh>.*[{_HAN}][）】》%0-9]*)(?:[ \u3000]+|(?<=）))"
    f"(?P<en>(?=[A-Z][A-Za-z]*[ -][a-z]|[A-Z][a-z]{{5,}})[^{_HAN}]+)"
)


@dataclass(frozen=True, slots=True)
class Text:
    """Hold the same words in two languages; one may be missing."""

    zh: str = ""
    en: str = ""

    @classmethod
    def same(cls, text: str) -> Text:
        """Make a text that reads the same in both languages, as a user types it."""
        return cls(text, text)

    @classmethod
    def parted(cls, text: str) -> Text:
        """Part words that were typed in Chinese and, after a space, in English.

        What may be one name, such as 金蝶 ERP, stays whole and reads the same in both languages.
        """
        found = _BILINGUAL.fullmatch(text.strip())
        return cls(found["zh"], found["en"]) if found else cls.same(text)

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
