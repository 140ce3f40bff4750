from __future__ import annotations

from PySide6.QtGui import QFontMetrics, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from vendorcompare.gui.grid.name_header import NameHeader
from vendorcompare.gui.look import theme


def test_the_longest_latin_word_is_what_a_column_needs(qtbot: QtBot) -> None:
    table, model = QTableView(), QStandardItemModel()
    qtbot.addWidget(table)
    names = ["Delta Payroll & Bookkeeping", "深圳市企赢财税咨询有限公司"]
    model.setHorizontalHeaderLabels(names)
    table.setModel(model)
    header = NameHeader(table)
    table.setHorizontalHeader(header)
    advance = QFontMetrics(theme.font(bold=True)).horizontalAdvance
    assert advance("Bookkeeping") <= header.longest_word() < advance(names[0])
