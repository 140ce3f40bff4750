"""How a cell of a grid looks: its text, how it is set, and its marks."""

from __future__ import annotations

from enum import IntEnum, IntFlag, auto
from typing import NamedTuple


class Tone(IntEnum):
    """How the text of a cell is set; a number, because pictures are found by it."""

    FIGURE = auto()
    WORDS = auto()
    EXCUSED = auto()
    BLANK = auto()
    HEADING = auto()


class Marks(IntFlag):
    """What else a cell shows; the two lowest bits hold the grade of evidence."""

    NONE = 0
    GRADE = 3
    NOTE = 4
    FILE = 8
    FAILED = 16
    DIVIDED = 32


class Look(NamedTuple):
    """Describe all that can be seen in a cell; equal looks share a picture.

    Attributes:
        aside: what stands small at the left, such as everybody's score beside the mean,
            one a line.
        marks: `Marks` as a plain number, which is quicker to compare.
    """

    text: str
    tone: Tone
    aside: str = ""
    marks: int = 0
