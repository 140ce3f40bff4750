"""How words are set: air between Han and Latin, and sentences that follow one another.

Texts are kept without that air, be they from the catalogue or typed by a user; it is set
where a text is shown. The window takes a thin space, a terminal, which has no thin one, an
ordinary one, and the paper draws a gap of the same width.
"""

from __future__ import annotations

from typing import Final

from vendorcompare.patterns import Pattern

THIN_SPACE: Final = "\u2009"

_HAN: Final = (
    "\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_LATIN: Final = "0-9A-Za-z\u00a2-\u00a5\u00c0-\u024f\u0370-\u04ff"

_SEAM: Final = f"(?<=[{_HAN}])(?=[{_LATIN}]|[−<][0-9])|(?<=[{_LATIN}%])(?=[{_HAN}])"
_SPACED: Final = f"(?<=[{_HAN}] )(?=[{_LATIN}])|(?<=[{_LATIN}%] )(?=[{_HAN}])"

#: Where Han meets Latin letters or figures: without a space between, with one, and both.
SEAM: Final = Pattern(_SEAM)
SPACED: Final = Pattern(_SPACED)
CUT: Final = Pattern(f"{_SEAM}|{_SPACED}")
_MEETING: Final = Pattern(f"(?<=[{_HAN}]) ?(?=[{_LATIN}]|[−<][0-9])|(?<=[{_LATIN}%]) ?(?=[{_HAN}])")
_TWO_STOPS: Final = Pattern(r"(?<=[^\s./\\])\.\.(?=\s|$)")


def spaced(text: str, gap: str = THIN_SPACE) -> str:
    """Return a text with the same air wherever Han meets Latin, be there a space or not."""
    return text if text.isascii() else _MEETING.sub(gap, text)


def stopped(text: str) -> str:
    """Return a sentence with one full stop where an abbreviation such as Ltd. ends it."""
    return _TWO_STOPS.sub(".", text) if ".." in text else text


def joined(*sentences: str) -> str:
    """Return sentences one after the other; nothing stands between Chinese ones."""
    text = ""
    for sentence in filter(None, (sentence.strip() for sentence in sentences)):
        close = not text or text[-1] in "。！？；：，…”）" or text[-1] == "\n"
        text += sentence if close else f" {sentence}"
    return stopped(text)
