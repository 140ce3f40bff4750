"""What a part of a sheet is: each is described once, beside what draws it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vendorcompare.reports.layout.flow import Flow
    from vendorcompare.reports.sheets.content import Content


def _always(_content: Content) -> bool:
    return True


def _never(_content: Content) -> bool:
    return False


def _nothing(_content: Content, _flow: Flow) -> float:
    return 0.0


@dataclass(frozen=True, slots=True)
class SheetPart:
    """Describe a part of a sheet.

    Attributes:
        key: by which it is chosen and left out, the same on every sheet.
        title: what it is called, to be translated.
        draw: puts it on the pages, from where the flow stands.
        exists: tells whether it has anything to say.
        is_wide: tells whether it needs landscape pages.
        is_apart: tells whether only what fits whole may follow on the page that it ends on.
        room: the share of a page that must be left where it begins; 1 for a page of its own.
        tail: how much of a page it takes where it must not stand alone, else 0; the end of the
            part before goes with it.
    """

    key: str
    title: str
    draw: Callable[[Content, Flow], None]
    exists: Callable[[Content], bool] = _always
    is_wide: Callable[[Content], bool] = _never
    is_apart: Callable[[Content], bool] = _never
    room: float = 0.0
    tail: Callable[[Content, Flow], float] = _nothing
