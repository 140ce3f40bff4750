"""What is said of a file before it is imported, in the words of the interface."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vendorcompare.core.errors import UserError
from vendorcompare.gui.files.import_words import NO_FIELDS
from vendorcompare.gui.look.said import said
from vendorcompare.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from vendorcompare.core.assessment import Assessment
    from vendorcompare.document.document import Document
    from vendorcompare.document.exchange import (
        Answers,
        ImportPreview,
        ImportReport,
        Problem,
        Question,
    )

_OUTCOMES: Final = {
    "added": ("add", N_("New")),
    "changed": ("edit", N_("Changes what is there")),
    "skipped": ("", N_("There already")),
}
_WEIGHT: Final = ("skipped", "added", "changed")
_ANSWER: Final = N_("Answer what is asked below; then it is shown what changes.")
REFUSED: Final = "error"
OPEN: Final = "warning"


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a line of the table: its number, a mark and what it means, the cells."""

    number: str
    mark: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportView:
    """Hold what is shown of a file.

    Attributes:
        sentence, tone: what importing it would do, "bad" where nothing can be imported.
        asks_evaluator: whether it has to be said who gave the scores.
        is_ready: whether there is something to import and nothing is in the way.
        remarks: what to know before importing, though nothing is in its way.
        preview: how a table was read; None for JSON and for what is no table.
    """

    sentence: str
    tone: str = ""
    heads: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    refusals: tuple[str, ...] = ()
    is_ready: bool = False
    preview: ImportPreview | None = None
    asks_evaluator: bool = False
    remarks: tuple[str, ...] = ()


def view_of(document: Document, path: Path, data: bytes, answers: Answers) -> ImportView:
    """Read a file and say what importing it would do; nothing is written."""
    from vendorcompare.document import exchange

    try:
        if exchange.is_table(path):
            return _of_table(exchange.preview_table(document.assessment, data, answers))
        return _of_report(document.assessment, exchange.rehearsed(document, path, data, answers))
    except exchange.UnnamedScores:
        return ImportView(_(_ANSWER), "warning", asks_evaluator=True)
    except exchange.WrongEntries as error:
        return ImportView(_mistakes(len(error.problems)), "bad", refusals=error.problems)
    except UserError as error:
        words = _("The file cannot be imported as it is read now.")
        return ImportView(words, "bad", refusals=(error.sentences,))


def asked(given: Assessment, row: int, question: Question) -> str:
    """Say in one line what is asked about figures."""
    criterion = said(given.rubric.criterion(question.criterion).name)
    return _('"{text}" for {criterion} in row {row} means').format(
        text=question.text, criterion=criterion, row=row
    )


def meanings(question: Question) -> list[tuple[object, str]]:
    """Return the answers to a question about figures, with what each makes of its cell."""
    sign = "%" if question.is_about_shares else ""
    return [(answer, figure.removesuffix("%") + sign) for answer, figure in question.meanings]


def _of_table(preview: ImportPreview) -> ImportView:
    from vendorcompare.document.exchange import kinds_of_tables

    counts = {outcome.value: count for outcome, count in preview.counts.items()}
    changes = counts.get("added", 0) + counts.get("changed", 0)
    kind, tone = begun(_(kinds_of_tables()[preview.kind])), ""
    sentence = _("{kind}: {what}").format(kind=kind, what=_counted(counts))
    if preview.refusals:
        sentence, tone = _mistakes(len(preview.refusals)), "bad"
    elif preview.problems:
        sentence, tone = _(_ANSWER), "warning"
    elif not changes:
        sentence = _("Everything in it is there already.")
    heads = [
        "\n→ ".join((cell.strip() or "–", _taken_for(field)))
        for cell, field in zip(preview.headings, preview.columns, strict=True)
    ]
    return ImportView(
        sentence, tone, (_("What happens"), *heads) if heads else (), tuple(_lines(preview)),
        tuple(map(_refused, preview.refusals)), bool(changes and not preview.problems), preview,
        preview.asks_evaluator, preview.remarks,
    )  # fmt: skip


def _taken_for(field: str | None) -> str:
    """Say what a column was taken for."""
    from vendorcompare.document.exchange import called

    return _(NO_FIELDS[field]) if field in NO_FIELDS else called(str(field))


def _lines(preview: ImportPreview) -> Iterable[Line]:
    # A row may hold several scores; what weighs most is said of it.
    ordered = sorted(preview.rows, key=lambda row: _WEIGHT.index(row.outcome.value))
    outcomes = {row.row: _OUTCOMES[row.outcome.value] for row in ordered}
    said = {row: (mark, _(words) if words else "") for row, (mark, words) in outcomes.items()}
    for problem in sorted(preview.problems, key=lambda each: not each.is_open):
        words = _("Asked above") if problem.is_open else begun(problem.message)
        said[problem.row] = (OPEN if problem.is_open else REFUSED, words)
    width = len(preview.headings)
    for number, row in preview.first_rows.items():
        mark, words = said.get(number, ("", ""))
        cells = (*row, *[""] * (width - len(row)))[:width]
        yield Line(str(number), mark, (words, *cells))


def _refused(problem: Problem) -> str:
    """Say on a line of its own what is wrong with a row."""
    return _("Row {row}: {reason}").format(row=problem.row, reason=problem.message)


def begun(words: str) -> str:
    """Write what stands alone as a sentence begins."""
    return words[:1].upper() + words[1:]


def _of_report(given: Assessment, report: ImportReport) -> ImportView:
    from vendorcompare.document.exchange import kinds, near_names

    totals = {
        "added": sum(report.added.values()),
        "changed": sum(report.changed.values()),
        "skipped": sum(report.skipped.values()),
    }
    changes = totals["added"] + totals["changed"]
    sentence = _("Assessment: {what}").format(what=_counted(totals))
    return ImportView(
        sentence if changes else _("Everything in it is there already."),
        heads=(_("What"), _("New"), _("Changed"), _("There already")),
        lines=tuple(
            Line(
                str(number), "",
                (_(kinds()[kind]), *(str(counter[kind] or "") for counter in
                                   (report.added, report.changed, report.skipped))),
            )
            for number, kind in enumerate(report.kinds, 1)
        ),
        is_ready=bool(changes),
        remarks=tuple(near_names(given, (r.label for r in report.rows if r.is_new_vendor))),
    )  # fmt: skip


def _counted(counts: Mapping[str, int]) -> str:
    """Say how much is added, changed and skipped; what there is none of is left out."""
    parts = (
        ("added", _("{count} added")),
        ("changed", _("{count} changed")),
        ("skipped", _("{count} skipped, being there already")),
    )
    said = [words.format(count=counts[name]) for name, words in parts if counts.get(name)]
    return _(", ").join(said)


def _mistakes(count: int) -> str:
    return ngettext(
        "Nothing is imported until {count} mistake in the file is mended.",
        "Nothing is imported until {count} mistakes in the file are mended.",
        count,
    ).format(count=count)
