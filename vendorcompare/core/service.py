"""Measured service: what was promised, and the contacts that were timed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Commitment:
    """Describe a promise: answer a channel within minutes, for a share of contacts."""

    key: str
    vendor: str
    channel: str
    within_minutes: float
    share: float


@dataclass(frozen=True, slots=True)
class Contact:
    """Describe one timed call, message or ticket."""

    key: str
    vendor: str
    channel: str
    raised: datetime
    first_reply: datetime | None = None
    started: datetime | None = None
    resolved: datetime | None = None
    reopened: datetime | None = None
    contacts: int = 1
    topic: str = ""
    urgent: bool = False
    satisfied: bool | None = None
