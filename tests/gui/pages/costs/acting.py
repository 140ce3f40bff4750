"""What users of the Costs page do, and what the document says then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from vendorcompare.core.assessment import CostLine
from vendorcompare.document.document import Document
from vendorcompare.gui.grid.record_grid import RecordGrid
from vendorcompare.gui.pages.costs.page import CostsPage

Key = Qt.Key


def opened(page: CostsPage, name: str) -> RecordGrid:
    page._form.tabs.setCurrentWidget(getattr(page._form, f"{name}_tab"))
    view: RecordGrid = getattr(page._form, name)
    view.setFocus()
    return view


def type_in(view: RecordGrid, row: int, column: int, text: str, end: Key = Key.Key_Return) -> None:
    view.go(row, column)
    QTest.keyClicks(view, "x")  # an input method commits text that no key has
    editor = view.editor()
    assert editor is not None
    editor.setText(text)
    QTest.keyClick(editor, end)


def fee(document: Document, key: str) -> CostLine:
    return next(line for line in document.assessment.cost_lines if line.key == key)


def line_named(document: Document, label: str) -> CostLine:
    return next(line for line in document.assessment.cost_lines if line.label == label)
