"""The colours of the application: two sets of tokens, and the arithmetic of contrast."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

Rgb = tuple[int, int, int]


class Tokens(NamedTuple):
    """Name the colours by what they are for.

    A `..._soft` colour is a background on which its strong colour and `text` can be read.
    """

    dark: bool
    window: str
    surface: str
    sunken: str
    text: str
    muted: str
    faint: str  # disabled text only, which may be pale
    hairline: str
    line: str  # the edge of what can be typed into or pressed
    accent: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    warning: str
    warning_soft: str
    bad: str
    bad_soft: str
    heat: str  # the deepest shade of a heat map, dark enough to tell, light enough to write on


LIGHT: Final = Tokens(
    dark=False,
    window="#faf9f6",
    surface="#ffffff",
    sunken="#f2f0eb",
    text="#20242a",
    muted="#5c6168",
    faint="#9a9c9e",
    hairline="#e4e1da",
    line="#bcb8af",
    accent="#1d5c9e",
    on_accent="#ffffff",
    accent_soft="#e1ebf6",
    good="#1d6a3d",
    good_soft="#e4f1e8",
    warning="#855400",
    warning_soft="#fbf0d9",
    bad="#ac2a20",
    bad_soft="#fae8e5",
    heat="#86b3dc",
)

DARK: Final = Tokens(
    dark=True,
    window="#1b1c1f",
    surface="#242629",
    sunken="#161719",
    text="#e7e5e1",
    muted="#acaeb1",
    faint="#75787c",
    hairline="#35383c",
    line="#595d63",
    accent="#86b8f0",
    on_accent="#0f2032",
    accent_soft="#2a3d53",
    good="#75cb95",
    good_soft="#22392b",
    warning="#e3b55c",
    warning_soft="#3d321c",
    bad="#f2938a",
    bad_soft="#472724",
    heat="#33618f",
)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours by the formula of WCAG 2."""
    first, second = sorted((luminance(one), luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour by the formula of WCAG 2."""
    red, green, blue = (_linear(channel / 255) for channel in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def rgb(colour: str) -> Rgb:
    """Split a colour written as `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=1024)
def mixed(one: str, other: str, share: float) -> str:
    """Return a colour that lies a share of the way from one to the other."""
    pairs = zip(rgb(one), rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@lru_cache(maxsize=256)
def readable(colour: str, background: str, ratio: float = 3.0) -> str:
    """Return the colour moved towards black or white until it stands out from a background."""
    target = "#ffffff" if luminance(background) < 0.4 else "#000000"
    for step in range(21):
        candidate = mixed(colour, target, step / 20)
        if contrast(candidate, background) >= ratio:
            return candidate
    return target


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
