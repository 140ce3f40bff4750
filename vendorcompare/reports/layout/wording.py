"""Words in the one or two languages of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vendorcompare.core.text import Text
from vendorcompare.i18n import Language, plural_translator, translator
from vendorcompare.reports.layout.fonts import clean


@dataclass(frozen=True, slots=True)
class Phrase:
    """Hold the same words in every language of the sheet, ready to be drawn."""

    texts: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The words of each language, once where they are the same."""
        return tuple(dict.fromkeys(text for text in self.texts if text))

    def __bool__(self) -> bool:
        return any(self.texts)

    def joined(self, separator: str = " ") -> str:
        """Return the words of all languages in one line."""
        return separator.join(self.lines)

    def __add__(self, other: Phrase) -> Phrase:
        return Phrase(tuple(a + b for a, b in zip(self.texts, other.texts, strict=True)))


Value = str | int | Text | Phrase


class Wording:
    """Translate into all languages of a sheet at once, whatever the interface speaks."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        self.languages = languages
        self._single = tuple(translator(language) for language in languages)
        self._plural = tuple(plural_translator(language) for language in languages)
        self._said: dict[str, Phrase] = {}

    def __call__(self, message: str, **values: Value) -> Phrase:
        """Return a message with its values filled in."""
        if not values:
            if message not in self._said:
                self._said[message] = self._filled((each(message) for each in self._single), {})
            return self._said[message]
        return self._filled((single(message) for single in self._single), values)

    def plural(self, singular: str, plural: str, number: int, **values: Value) -> Phrase:
        """Return a message that depends on a number, which it may name as {number}."""
        chosen = (translate(singular, plural, number) for translate in self._plural)
        return self._filled(chosen, {"number": number, **values})

    def text(self, text: Text) -> Phrase:
        """Return words that the assessment holds in both languages."""
        return Phrase(tuple(clean(text.get(language)) for language in self.languages))

    def plain(self, text: str) -> Phrase:
        """Return what a user typed, which reads the same in every language."""
        return Phrase((clean(text),) * len(self.languages))

    def each(self, make: Callable[[Language], str]) -> Phrase:
        """Return what a function says in each language."""
        return Phrase(tuple(clean(make(language)) for language in self.languages))

    def with_unit(self, phrase: Phrase, unit: str) -> Phrase:
        """Return the head of a column with the unit of its figures."""
        ends = (f"（{unit}）" if each == "zh" else f" ({unit})" for each in self.languages)
        return phrase + Phrase(tuple(ends))

    def listed(self, phrases: Iterable[Phrase], comma: str = "、") -> Phrase:
        """Return an enumeration, of words or with another Chinese comma of clauses."""
        columns = [phrase.texts for phrase in phrases]
        commas = (comma if language == "zh" else ", " for language in self.languages)
        return Phrase(
            tuple(comma.join(column[i] for column in columns) for i, comma in enumerate(commas))
        )

    @property
    def stop(self) -> Phrase:
        """What ends a sentence."""
        return Phrase(tuple("。" if language == "zh" else "." for language in self.languages))

    def sentences(self, phrases: Iterable[Phrase]) -> Phrase:
        """Return sentences one after the other; the Chinese full stop needs no space behind it."""
        columns = zip(*(phrase.texts for phrase in phrases), strict=True)
        spaces = ("" if language == "zh" else " " for language in self.languages)
        return Phrase(tuple(s.join(c) for s, c in zip(spaces, columns, strict=True)))

    def numbered(self, phrases: Iterable[Phrase]) -> Phrase:
        """Return a key to numbers, from 1 on."""
        columns = zip(*(phrase.texts for phrase in phrases), strict=True)
        return Phrase(
            tuple(" · ".join(f"{i} {t}" for i, t in enumerate(c, start=1)) for c in columns)
        )

    def run_on(self, phrases: Iterable[Phrase]) -> Phrase:
        """Return several remarks as one, which takes less room than a list."""
        columns = zip(*(phrase.texts for phrase in phrases), strict=True)
        return Phrase(tuple(" · ".join(t.rstrip(".。") for t in column) for column in columns))

    def in_turn(self, phrases: Iterable[Phrase]) -> Phrase:
        """Return what several people gave, in their order."""
        columns = zip(*(phrase.texts for phrase in phrases), strict=True)
        return Phrase(tuple(" / ".join(column) for column in columns))

    def _filled(self, templates: Iterable[str], values: dict[str, Value]) -> Phrase:
        return Phrase(
            tuple(
                clean(template.format(**{k: self._in(i, v) for k, v in values.items()}))
                for i, template in enumerate(templates)
            )
        )

    def _in(self, index: int, value: Value) -> str:
        if isinstance(value, Phrase):
            return value.texts[index]
        if isinstance(value, Text):
            return value.get(self.languages[index])
        return str(value)
