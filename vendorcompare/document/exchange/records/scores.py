"""Scores and what was agreed on, which are rows of no list that the core holds."""

from __future__ import annotations

from typing import Literal

from vendorcompare.core.scores import SELECTION, UNNAMED
from vendorcompare.document.exchange.fields import EvaluatorKey, Key, RawScore, Words
from vendorcompare.document.exchange.records.record import Record


class ScoreRecord(Record):
    """Hold what one evaluator gave one vendor for one criterion."""

    vendor: Key
    criterion: Key
    evaluator: EvaluatorKey | None = None
    value: RawScore = None
    state: Literal["scored", "not_applicable", "unknown"] | None = None
    evidence: Literal["claimed", "documented", "tested"] | None = None
    note: Words = ""
    round: Key = SELECTION

    @property
    def place(self) -> tuple[str, str, str, str]:
        """The round, evaluator, vendor and criterion of the score."""
        return self.round, self.evaluator or UNNAMED, self.vendor, self.criterion


class ConsensusRecord(Record):
    """Hold the score that the evaluators agreed on."""

    vendor: Key
    criterion: Key
    value: RawScore = None
    state: Literal["scored", "not_applicable", "unknown"] | None = None
    note: Words = ""
    round: Key = SELECTION

    @property
    def place(self) -> tuple[str, str, str]:
        """The round, vendor and criterion of the agreed score."""
        return self.round, self.vendor, self.criterion
