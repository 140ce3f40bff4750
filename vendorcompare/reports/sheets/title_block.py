"""What a sheet begins with, and what every further page repeats of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from vendorcompare.core import formats
from vendorcompare.reports.layout import breaking
from vendorcompare.reports.layout.breaking import shorten
from vendorcompare.reports.layout.flow import MARGIN, STEP, Flow, width_of
from vendorcompare.reports.layout.frame import Running
from vendorcompare.reports.layout.page import CAPTION, Style
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.options import PAPERS

_SHORT_HASH: Final = 12
_TITLE: Final = Style(size=12, bold=True)


def begin(content: Content, *, landscape: bool = False) -> Flow:
    """Begin a sheet: its first page with the title block."""
    paper = PAPERS[content.options.paper]
    flow = Flow(
        paper,
        leading=1.35 if content.options.language == "en" else 1.5,
        running=Running(_header(content, paper[0]), _status(content), tuple(_footer(content))),
    )
    flow.start_page(landscape=landscape)
    _draw(content, flow)
    flow.end_masthead()
    return flow


def _header(content: Content, width: float) -> tuple[str, ...]:
    """Return what repeats the title block on further pages: on one line if it fits."""
    title, count = content.title.joined(), content.count.joined(" · ")
    buyer = content.words.plain(content.assessment.buyer).texts[0]
    about = [buyer, count] if buyer else [count]
    whole = width - 2 * MARGIN
    room = whole - width_of(_status(content), CAPTION) - 2 * STEP
    line = " · ".join((title, *about))
    if width_of(line, CAPTION) <= room:
        return (line,)
    # The title block has both in full, however long they are.
    beside = whole - width_of(f"{count} · ", CAPTION)
    lines = [shorten(title, False, CAPTION.size, room, 1)[0], count]
    if buyer:
        lines[1] = " · ".join((count, shorten(buyer, False, CAPTION.size, beside, 1)[0]))
    return tuple(lines)


def _footer(content: Content) -> Iterator[tuple[str, str]]:
    words, options = content.words, content.options
    made = words("Generated {moment}", moment=formats.instant(options.generated))
    version = f"VendorCompare {options.app_version}".rstrip()
    seal = words("content {hash}", hash=options.content_hash[:_SHORT_HASH])
    page = words("Page {page} of {pages}", page="{page}", pages="{pages}").joined(" · ")
    stamp = f"{version} · {seal.joined(' · ')}" if options.content_hash else version
    if len(words.languages) == 1:
        yield f"{made.joined()} · {stamp}", page
        return
    yield made.joined(" · "), page
    yield stamp, ""


def _draw(content: Content, flow: Flow) -> None:
    words, options = content.words, content.options
    flow.y = MARGIN
    flow.strong_line()
    flow.y += 1.5 * STEP
    status = _status(content)
    height = flow.line_height(_TITLE)
    flow.page.write_right(flow.right, _TITLE.baseline(flow.y, height), status, _TITLE)
    room = flow.width - width_of(status, _TITLE) - 3 * STEP
    flow.lines(breaking.title(content.title.joined(), _TITLE.bold, _TITLE.size, room), _TITLE)
    day = words.each(lambda language: formats.day(options.generated, language))
    criteria = words.plural(
        "{number} criterion", "{number} criteria", len(content.assessment.rubric.criteria)
    )
    buyer = content.assessment.buyer
    sheet = [words(content.sheet_title)] if content.assessment.title else []
    about = [words("For {buyer}", buyer=buyer)] if buyer else []
    for line in _in_lines([*sheet, *about, content.count, criteria, day]):
        flow.text(line, CAPTION)
    flow.y += 3 * STEP


def _status(content: Content) -> str:
    """Return whether the sheet is a draft or final."""
    words = content.words
    return (words("FINAL") if content.options.final else words("DRAFT")).joined(" ")


def _in_lines(phrases: Sequence[Phrase]) -> tuple[str, ...]:
    """Return one line for each language."""
    lines = (" · ".join(each) for each in zip(*(p.texts for p in phrases), strict=True))
    return tuple(dict.fromkeys(lines))
