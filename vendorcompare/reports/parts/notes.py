"""What was written beside the figures: pros and cons, notes, answers in words."""

from __future__ import annotations

from collections.abc import Iterator

from vendorcompare.core.assessment import Vendor
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.reports.content import Content
from vendorcompare.reports.flow import STEP, Flow
from vendorcompare.reports.page import CAPTION, STRONG_TEXT, TEXT
from vendorcompare.reports.wording import Phrase

Note = tuple[Phrase, str]


def draw(content: Content, flow: Flow) -> None:
    """Draw all notes, vendor by vendor; nothing is cut however long it is."""
    words = content.words
    found = [(vendor, tuple(_notes_of(content, vendor))) for vendor in content.vendors]
    if not content.assessment.note and not any(notes for _vendor, notes in found):
        return
    flow.heading(words("Notes"))
    if content.assessment.note:
        _note(content, flow, (words("On the assessment"), content.assessment.note))
    for vendor, notes in found:
        if notes:
            flow.skip(STEP)
            flow.need(5 * flow.line_height(TEXT))
            flow.text(words.plain(vendor.name).texts[0], STRONG_TEXT)
        for note in notes:
            _note(content, flow, note)


def _note(content: Content, flow: Flow, note: Note) -> None:
    label, text = note
    flow.skip(STEP / 2)
    flow.need(flow.line_height(TEXT) * 2 + flow.line_height(CAPTION))
    flow.text(label.joined(" · "), CAPTION)
    flow.text(content.words.plain(text.strip("\n")).texts[0], TEXT)


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
