"""Imports are shown before they are done: how a file is read and what it changes."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import (
    child,
    on_dialog,
    opened,
    press,
    press_key,
    trigger,
    write_assessment,
)
from tests.gui.files.importing import (
    CLARITY,
    PHONE,
    Take,
    cells,
    choose,
    heads,
    importing,
    said,
    score,
)
from vendorcompare.gui.assembly import Assembly


def test_a_chinese_note_is_shown_before_it_is_taken_in(application: Assembly, take: Take) -> None:
    def do(dialog: QWidget) -> None:
        assert child(dialog, QComboBox, "encoding").currentText() == "Simplified Chinese (GB18030)"
        assert cells(dialog) == [["New", "Acme", PHONE, "5", "电话"]]
        assert heads(dialog)[1:] == [
            "vendor\n→ Vendor", "criterion\n→ Criterion", "value\n→ Score", "note\n→ Note"
        ]  # fmt: skip
        assert said(dialog) == "Scores: 1 added"
        press("Import")(dialog)

    take(f"vendor,criterion,value,note\nAcme,{PHONE},5,电话\n".encode("gb18030"), do)
    assert score(application, PHONE).note == "电话"
    trigger(application, "edit.undo")
    assert score(application, PHONE).note == ""
    assert score(application, PHONE).value is None


def test_a_wrong_encoding_is_corrected(application: Assembly, take: Take) -> None:
    def do(dialog: QWidget) -> None:
        choose(dialog, "encoding", "Western European (Windows-1252)")
        assert cells(dialog)[0][-1] == "µç»°"
        choose(dialog, "encoding", "UTF-8")
        assert not importing(dialog).isEnabled()
        assert "utf-8" in child(dialog, QPlainTextEdit, "refusals").toPlainText()
        choose(dialog, "encoding", "Simplified Chinese (GB18030)")
        assert cells(dialog)[0][-1] == "电话"
        press("Import")(dialog)

    take(f"vendor,criterion,value,note\nAcme,{PHONE},5,电话\n".encode("gb18030"), do)
    assert score(application, PHONE).note == "电话"


def test_another_separator_reads_the_table_again(application: Assembly, take: Take) -> None:
    def do(dialog: QWidget) -> None:
        assert child(dialog, QComboBox, "separator").currentText() == "Semicolon"
        choose(dialog, "separator", "Comma")
        assert not importing(dialog).isEnabled()
        choose(dialog, "separator", "Semicolon")
        press("Import")(dialog)

    take(f"vendor;criterion;value\nAcme;{CLARITY};4\n".encode(), do)
    assert score(application, CLARITY).value == 4


def test_columns_without_entries_are_passed_over(application: Assembly, take: Take) -> None:
    def do(dialog: QWidget) -> None:
        assert heads(dialog)[-1] == "–\n→ Not read"
        press("Import")(dialog)

    take("供应商,指标,评分,,\nAcme,电话接通,5,,\n".encode(), do)
    assert score(application, PHONE).value == 5


def test_refused_rows_are_marked_and_all_listed(
    application: Assembly, take: Take, qtbot: QtBot
) -> None:
    wrong = "".join(f"Acme,{CLARITY},{number}x\n" for number in range(40))

    def do(dialog: QWidget) -> None:
        assert said(dialog) == "Nothing is imported until 40 mistakes in the file are mended."
        refusals = child(dialog, QPlainTextEdit, "refusals")
        lines = refusals.toPlainText().splitlines()
        assert [line.split(":")[0] for line in lines] == [f"Row {row}" for row in range(3, 43)]
        assert all(line.endswith(".") for line in lines)
        refusals.selectAll()
        refusals.copy()
        assert "Row 42" in QApplication.clipboard().text()
        shown = cells(dialog)
        assert shown[0][0] == "New"
        assert '"0x"' in shown[1][0]
        model = child(dialog, QTableView, "rows").model()
        marks = [
            model.index(row, 0).data(Qt.ItemDataRole.DecorationRole).pixmap(16).toImage()
            for row in range(3)
        ]
        assert marks[0] != marks[1] == marks[2]
        assert not importing(dialog).isEnabled()
        press_key(qtbot, refusals, Qt.Key.Key_Return)
        assert dialog.isVisible()

    before = opened(application).assessment
    take(f"vendor,criterion,value\nAcme,{PHONE},5\n{wrong}".encode(), do)
    assert opened(application).assessment is before


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_keys_alone_do(application: Assembly, take: Take, qtbot: QtBot, key: Qt.Key) -> None:
    before, label = opened(application).assessment, opened(application).history.undo_label

    def do(dialog: QWidget) -> None:
        focused = dialog.focusWidget()
        assert focused is not None
        press_key(qtbot, focused, key)

    take(f"vendor,criterion,value\nAcme,{CLARITY},4\n".encode(), do)
    if key == Qt.Key.Key_Escape:
        assert opened(application).assessment is before
        assert opened(application).history.undo_label == label
    else:
        assert score(application, CLARITY).value == 4


def test_what_is_there_already_offers_nothing_to_import(application: Assembly, take: Take) -> None:
    data = f"vendor,criterion,value\nAcme,{CLARITY},4\n".encode()
    take(data, press("Import"))

    def do(dialog: QWidget) -> None:
        assert said(dialog) == "Everything in it is there already."
        assert cells(dialog)[0][0] == "There already"
        assert not importing(dialog).isEnabled()

    take(data, do)


def test_nothing_is_written_to_a_document_that_came_meanwhile(
    application: Assembly, take: Take, tmp_path: Path
) -> None:
    other = write_assessment(tmp_path / "other.vcmp")

    def do(dialog: QWidget) -> None:
        application.documents.open(other)
        assert not dialog.isVisible()

    take(f"vendor,criterion,value\nAcme,{CLARITY},4\n".encode(), do)
    assert opened(application).path == other
    assert score(application, CLARITY).value is None
    assert not opened(application).is_modified


def test_a_file_dropped_on_the_window_is_shown_first(
    application: Assembly, file: Path, tmp_path: Path
) -> None:
    application.documents.open(file)
    source = tmp_path / "scores.csv"
    source.write_text(f"vendor,criterion,value\nBeta,{CLARITY},2\n", "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(source))])
    on_dialog(press("Import"))
    drop = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with warnings.catch_warnings():  # Qt 6.12 has another constructor, which 6.11 lacks
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(
            QPoint(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
    QApplication.sendEvent(application.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(application.window, drop)
    QApplication.processEvents()
    assert score(application, CLARITY, at=1).value == 2


def test_a_wrong_document_in_json_lists_every_mistake(
    application: Assembly, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    application.documents.open(file)
    source = tmp_path / "wrong.json"
    entries = ", ".join('{"name": 5}' for _number in range(12))
    source.write_text(
        f'{{"format": "vendorcompare.assessment", "version": 1, "vendors": [{entries}]}}', "utf-8"
    )
    monkeypatch.setattr(application.chooser, "to_open", lambda *_: source)
    before = opened(application).assessment
    found: list[str] = []

    def do(dialog: QWidget) -> None:
        found.extend(child(dialog, QPlainTextEdit, "refusals").toPlainText().splitlines())
        assert child(dialog, QWidget, "reading").isHidden()
        press("Cancel")(dialog)

    on_dialog(do)
    trigger(application, "file.import")
    assert len([line for line in found if "vendors" in line and "name" in line]) == 12
    assert opened(application).assessment is before


def test_a_table_with_a_column_for_each_vendor_is_shown_as_it_is_written(
    application: Assembly, take: Take
) -> None:
    def do(dialog: QWidget) -> None:
        assert heads(dialog)[1:] == [
            "criterion\n→ Criterion", "Acme\n→ Score", "Beta\n→ Score"
        ]  # fmt: skip
        assert cells(dialog) == [["New", CLARITY, "4", "2"], ["New", PHONE, "", "5"]]
        assert said(dialog) == "Scores: 3 added"
        press("Import")(dialog)

    take(f"criterion,Acme,Beta\n{CLARITY},4,2\n{PHONE},,5\n".encode(), do)
    assert [score(application, CLARITY, at=at).value for at in (0, 1)] == [4, 2]
