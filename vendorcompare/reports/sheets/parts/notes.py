"""What was written beside the figures: pros and cons, notes, answers in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from vendorcompare.core.assessment import Vendor
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.i18n import N_
from vendorcompare.reports.layout.flow import STEP, Flow
from vendorcompare.reports.layout.page import CAPTION, STRONG_TEXT, TEXT
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.part import SheetPart

Note = tuple[Phrase, str]


def exist(content: Content) -> bool:
    """Tell whether anything is written down."""
    return bool(content.assessment.note) or any(
        True for vendor in content.vendors for _note_of in _notes_of(content, vendor)
    )


def draw(content: Content, flow: Flow) -> None:
    """Draw all notes, vendor by vendor; nothing is cut however long it is."""
    words = content.words
    found = [(vendor, notes) for vendor in content.vendors if (notes := _all(content, vendor))]
    first = (
        3 * flow.line_height(TEXT) if content.assessment.note else _start(content, flow, found, 0)
    )
    flow.heading(words("Notes"), keep=first + STEP)
    if content.assessment.note:
        note = (words("On the assessment"), content.assessment.note)
        _note(content, flow, note, 0.0 if found else flow.tail)
    for place, (vendor, notes) in enumerate(found):
        last = place == len(found) - 1
        flow.skip(STEP)
        flow.need(_start(content, flow, found, place))
        flow.mark(content.name(vendor.key), 1)
        flow.text(content.name(vendor.key).texts[0], STRONG_TEXT)
        for note in notes:
            _note(content, flow, note, flow.tail if last and note is notes[-1] else 0.0)


def _start(
    content: Content, flow: Flow, found: Sequence[tuple[Vendor, list[Note]]], place: int
) -> float:
    """Return how much room the notes on a vendor need to begin on a page."""
    block = _height(content, flow, found[place][1]) + flow.tail
    # The last ones stay with what comes after the notes.
    whole = place == len(found) - 1 and block < flow.body / 3
    return block if whole else 5 * flow.line_height(TEXT)


def _height(content: Content, flow: Flow, notes: Sequence[Note]) -> float:
    """Return how tall the notes on a vendor are with its name."""
    each = STEP / 2 + flow.line_height(CAPTION)
    texts = (flow.height_of(_clean(content, text)) for _label, text in notes)
    return flow.line_height(STRONG_TEXT) + len(notes) * each + sum(texts)


def _clean(content: Content, text: str) -> Phrase:
    return content.words.plain(text.strip("\n"))


def _all(content: Content, vendor: Vendor) -> list[Note]:
    return list(_notes_of(content, vendor))


def _note(content: Content, flow: Flow, note: Note, after: float) -> None:
    """Set a note; its end stays with what comes after the notes."""
    label, words = note[0].joined(" · "), _clean(content, note[1])
    flow.skip(STEP / 2)
    text, caption = flow.line_height(TEXT), flow.line_height(CAPTION)
    short = flow.height_of(words) <= 3 * text
    flow.need(caption + (3 * text + after if short else 2 * text))
    flow.text(label, CAPTION)
    flow.text(words.texts[0], TEXT, after=after)


def _notes_of(content: Content, vendor: Vendor) -> Iterator[Note]:
    words = content.words
    for label, text in (
        (words("Pros"), vendor.pros),
        (words("Cons"), vendor.cons),
        (words("Note"), vendor.note),
    ):
        if text:
            yield label, text
    for criterion in content.assessment.rubric.criteria:
        if (vendor.key, criterion.key) in content.annotated:
            yield from _notes_on(content, vendor, criterion)


def _notes_on(content: Content, vendor: Vendor, criterion: Criterion) -> Iterator[Note]:
    words, scores = content.words, content.assessment.scores
    name = words.text(criterion.name)
    for evaluator in content.assessment.evaluators:
        score = content.score(evaluator.key, vendor.key, criterion.key)
        by = words("{criterion} ({evaluator})", criterion=name, evaluator=evaluator.name)
        label = by if evaluator.name else name
        if criterion.measure is Measure.TEXT and score.text:
            yield label, score.text
        if score.note:
            yield label, score.note
    agreed = scores.agreed_notes.get((vendor.key, criterion.key))
    if agreed:
        yield words("{criterion} (agreed)", criterion=name), agreed


PART: Final = SheetPart("notes", N_("Notes"), draw, exists=exist)
