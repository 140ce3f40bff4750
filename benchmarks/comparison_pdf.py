"""The comparison sheet as a whole process, against a canvas that draws the same cells."""

from __future__ import annotations

import io
import statistics
import sys

from benchmarks.measure import Process, Row, at_most, process, ratio

_ROUNDS = 7
_CRITERIA = 120


def rows() -> list[Row]:
    """Measure sheets for 10 and 50 vendors with 120 criteria."""
    _run("ours", 10), _run("canvas", 10)
    runs = [(_run("ours", 10), _run("canvas", 10), _run("ours", 50)) for _ in range(_ROUNDS)]
    ours, canvas, fifty = zip(*runs, strict=True)
    return [
        at_most("PDF of 10 vendors / bare canvas, CPU", ratio(_cpu(ours), _cpu(canvas)), 2),
        at_most("PDF of 50 vendors / of 10, CPU", ratio(_cpu(fifty), _cpu(ours)), 6),
        at_most(
            "memory for 50 vendors", statistics.median(run.peak_mib for run in fifty), 100, "MiB"
        ),
    ]


def _run(what: str, vendors: int) -> Process:
    return process(["-m", "benchmarks.comparison_pdf", what, str(vendors)])


def _cpu(runs: tuple[Process, ...]) -> list[float]:
    return [run.cpu for run in runs]


def _ours(vendors: int) -> None:
    """Write the sheet as the application does."""
    from benchmarks.example import assessment
    from vendorcompare.reports.sheets.options import SheetOptions
    from vendorcompare.reports.sheets.writing import write_sheet

    write_sheet(assessment(vendors, _CRITERIA), io.BytesIO(), SheetOptions("comparison"))


def _canvas(vendors: int) -> None:
    """Draw the figures of the same assessment with a canvas, the same font and no care.

    Every vendor's score, the matrix, the costs, the fees line by line and the weights: one string
    a cell, in as many columns as fit on the paper.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from benchmarks.example import assessment
    from vendorcompare import paths
    from vendorcompare.core.assessment import Scenario
    from vendorcompare.core.costs import cost_report
    from vendorcompare.core.ranking import evaluate

    made = assessment(vendors, _CRITERIA)
    for weight in ("Regular", "Bold"):
        pdfmetrics.registerFont(
            TTFont(weight, paths.resource("fonts", f"VendorCompareSans-{weight}.ttf"))
        )
    cells = [row.name for row in evaluate(made).rows]
    for costs in cost_report(made).vendors.values():
        cells += [str(amount) for amount in costs.by_year]
        for flow in costs.flows[Scenario.LIKELY].lines:
            line = flow.line
            cells += [line.label, line.billing, str(line.amount), str(line.vat_rate)]
            cells += [line.invoice, line.disclosure, str(flow.total)]
    for column, criterion in enumerate(made.rubric.criteria):
        cells.append(criterion.name.zh)
        cells += [f"{value:g}" for value in made.scores.values[0, :, column]]
    pdf = Canvas(io.BytesIO(), initialFontName="Regular")  # type: ignore[arg-type]  # it is a name
    across, down = 7, 60
    for start in range(0, len(cells), across * down):
        pdf.setFont("Regular", 9)
        for place, cell in enumerate(cells[start : start + across * down]):
            pdf.drawString(40 + 75 * (place % across), 800 - 12.5 * (place // across), cell)
        pdf.showPage()
    pdf.save()


if __name__ == "__main__":
    {"ours": _ours, "canvas": _canvas}[sys.argv[1]](int(sys.argv[2]))
