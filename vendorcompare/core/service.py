"""Measured service: what was promised, and the contacts that were timed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

#: What the contact log tells of a channel, or of all: metric.statistic.channel.
_FIGURE: Final = re.compile(
    r"(?:(?:first_reply|start|resolve)\.(?:median|mean|p90|p95|max)"
    r"|(?:within_limit|first_contact_resolution|recurrence)\.share)\.[^\s.]+"
)


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


def is_figure_of_the_log(name: str) -> bool:
    """Tell whether a figure, such as first_reply.median.phone, can come from the contact log."""
    return _FIGURE.fullmatch(name) is not None
