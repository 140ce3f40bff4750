"""Help and wrong usage in the language of the user, whatever Typer says by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from vendorcompare.i18n import N_, _

#: What the help says besides our own words; each is translated where it is written.
_WORDS: Final = (N_("[OPTIONS]"), N_("COMMAND [ARGS]..."))
_NOTES: Final = {"Show this message and exit.": N_("Show this message and exit.")}
#: What Typer finds wrong with a word, and how we say it.
_REASONS: Final = {
    re.compile(r"'(?P<text>.*)' is not one of (?P<choices>.*)\."): N_(
        '"{text}" is not one of {choices}.'
    ),
    re.compile(r"Value '(?P<text>.*)' is not a valid .*"): N_('"{text}" is no such value.'),
    re.compile(r"Got unexpected extra arguments? ?(?:\(s\) )?\((?P<text>.*)\)"): N_(
        '"{text}" is one word too many.'
    ),
    re.compile(r"Option '?(?P<text>[^' ]*)'? requires an argument\.?"): N_(
        'Nothing stands behind "{text}".'
    ),
    re.compile(r"Option '?(?P<text>[^' ]*)'? does not take a value\.?"): N_(
        '"{text}" takes no value.'
    ),
    re.compile(r".*'(?P<text>[^']*)'.*Did you mean (?P<choices>.*)\?"): N_(
        'There is no command "{text}"; is {choices} meant?'
    ),
    re.compile(r"Input should be greater than or equal to (?P<limit>.*)"): N_(
        "must be at least {limit}"
    ),
    re.compile(r"Input should be less than or equal to (?P<limit>.*)"): N_(
        "must be at most {limit}"
    ),
    re.compile(r"Input should be a valid integer.*"): N_("must be a whole number"),
}


def speak(command: Any) -> None:
    """Have a command and those below it give their help in the language of the interface."""
    command.context_class = _context_of(command.context_class)
    for each in getattr(command, "commands", {}).values():
        speak(each)


def reason_of(message: str) -> str:
    """Return what is wrong with a word of the command line, in a sentence."""
    plain = message.removeprefix("Value error, ")
    for pattern, sentence in _REASONS.items():
        found = pattern.fullmatch(plain)
        if found is not None:
            words = {name: text.replace("'", "") for name, text in found.groupdict().items()}
            return _(sentence).format(**words)
    return plain


def _context_of(base: Any) -> Any:
    class Formatter(base.formatter_class):  # type: ignore[misc]  # what Typer writes help with
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            for words in _WORDS:
                args = args.replace(words, _(words))
            super().write_usage(prog, args, prefix or _("Usage: "))

        def write_dl(self, rows: Sequence[tuple[str, str]], *spacing: int, **more: int) -> None:
            said = [(name, _(_NOTES[text]) if text in _NOTES else text) for name, text in rows]
            super().write_dl(said, *spacing, **more)

    return type("Context", (base,), {"formatter_class": Formatter})
