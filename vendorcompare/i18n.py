"""One gettext catalogue for the window, the command line and the paper.

Text shown in the current language goes through `_()`; tables of text are marked with
`N_()` and translated where they are shown. A sheet may be printed in another language than
the window's: `translator()` gives the words of one language without switching.

What is shown in the current language is set as `typography` says, with the gap between Han
and Latin that was chosen along with the language; what a sheet or a document holds is not.
"""

from __future__ import annotations

import gettext as _gettext
import locale
import os
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, Literal

from vendorcompare import paths
from vendorcompare.typography import spaced, stopped

Language = Literal["zh", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
LANGUAGE_NAMES: Final[dict[Language, str]] = {"zh": "简体中文", "en": "English"}
_LOCALES: Final[dict[Language, str]] = {"zh": "zh_CN", "en": "en"}
_DOMAIN: Final = "vendorcompare"
_NAME: Final = re.compile(r"\{(\w+)\}")

_current: Language = "en"
_gap: str = ""


class _Words(str):
    """Be a message that keeps its typography when its values are filled in."""

    __slots__ = ()

    def format(self, *args: object, **values: object) -> str:
        """Fill in the values."""
        return shown(super().format(*args, **values))


@cache
def _catalogue(language: Language) -> _gettext.NullTranslations:
    """Load the catalogue of a language; English is written in the code itself."""
    return _gettext.translation(
        _DOMAIN,
        localedir=paths.resource("locale"),
        languages=[_LOCALES[language]],
        fallback=language == "en",
    )


def language() -> Language:
    """Return the language of the interface."""
    return _current


def set_language(language: Language, *, gap: str = "") -> None:
    """Switch the language that `_()` translates to, and what it sets between Han and Latin."""
    global _current, _gap
    _current, _gap = language, gap


def language_of_environment() -> Language:
    """Guess the user's language from the environment, as gettext programs do."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    system = locale.getlocale()[0] or ""
    return "zh" if system.lower().startswith(("zh", "chinese")) else "en"


def translator(language: Language) -> Callable[[str], str]:
    """Return the `gettext` of one language, whatever the interface speaks."""
    return _catalogue(language).gettext


def plural_translator(language: Language) -> Callable[[str, str, int], str]:
    """Return the `ngettext` of one language, whatever the interface speaks."""
    return _catalogue(language).ngettext


def _(message: str) -> str:
    """Translate a message into the language of the interface."""
    return _Words(shown(_catalogue(_current).gettext(message)))


def said(message: str, arguments: Mapping[str, object]) -> str:
    """Translate a message that was kept together with what is to be filled in for its names.

    Nothing but names in braces is filled in, because both can come from somebody else's file.
    """
    words = _catalogue(_current).gettext(message) if message else ""
    return shown(_NAME.sub(lambda name: str(arguments.get(name[1], name[0])), words))


def N_(message: str) -> str:
    """Mark a message for translation at the place where it is shown."""
    return message


def NP_(context: str, message: str) -> str:
    """Mark a message that needs a context for translation at the place where it is shown."""
    return message


def ngettext(singular: str, plural: str, number: int) -> str:
    """Translate a message that depends on a number."""
    return _Words(shown(_catalogue(_current).ngettext(singular, plural, number)))


def pgettext(context: str, message: str) -> str:
    """Translate a message that needs a context to be understood."""
    return _Words(shown(_catalogue(_current).pgettext(context, message)))


def shown(text: str) -> str:
    """Set a text that comes from elsewhere as those of the interface are."""
    return stopped(spaced(text, _gap) if _gap else text)
