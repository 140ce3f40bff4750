"""What an assessment is made of, in the large: what a step touches, and what a page shows."""

from __future__ import annotations

from enum import StrEnum, auto


class Part(StrEnum):
    """Name a part of an assessment that is read, shown and computed as a whole."""

    PROJECT = auto()
    NEEDS = auto()
    RUBRIC = auto()
    WEIGHT_SETS = auto()
    VENDORS = auto()
    REFERENCES = auto()
    EVALUATORS = auto()
    ROUNDS = auto()
    SCORES = auto()
    EVIDENCE = auto()
    COSTS = auto()
    BILLS = auto()
    SERVICE = auto()
    CONTRACT = auto()
    #: The choices for the printed sheet.
    SHEET = auto()
    #: Which file it is, its history and its seal.
    FILE = auto()
