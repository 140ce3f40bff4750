"""What an assessment is made of, in the large: what a step touches, and what a page shows."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """Name a part of an assessment that is read, shown and computed as a whole."""

    PROJECT = "project"
    NEEDS = "needs"
    RUBRIC = "rubric"
    WEIGHT_SETS = "weight_sets"
    VENDORS = "vendors"
    REFERENCES = "references"
    EVALUATORS = "evaluators"
    ROUNDS = "rounds"
    SCORES = "scores"
    EVIDENCE = "evidence"
    COSTS = "costs"
    BILLS = "bills"
    SERVICE = "service"
    CONTRACT = "contract"
    #: The choices for the printed sheet.
    SHEET = "sheet"
    #: Which file it is, its history and its seal.
    FILE = "file"
