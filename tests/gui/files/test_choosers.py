"""Dialogs that ask for a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QListView, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from vendorcompare.gui.files.choosers import FileChooser, safe_name


@pytest.fixture
def chooser(qtbot: QtBot, tmp_path: Path) -> FileChooser:
    window = QWidget()
    qtbot.addWidget(window)
    return FileChooser(window, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))


@pytest.mark.parametrize("saving", [False, True])
def test_nothing_can_be_deleted_while_a_name_is_asked_for(
    chooser: FileChooser, qtbot: QtBot, tmp_path: Path, saving: bool
) -> None:
    kept = tmp_path / "folder" / "kept.vcmp"
    kept.parent.mkdir()
    kept.write_bytes(b"kept")
    pressed: list[bool] = []

    def press_delete() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(kept.parent))
        names = dialog.findChild(QListView, "listView")
        assert names is not None
        qtbot.waitUntil(lambda: names.model().rowCount(names.rootIndex()) > 0)
        names.setCurrentIndex(names.model().index(0, 0, names.rootIndex()))
        names.setFocus()
        QTimer.singleShot(200, agree)
        QTest.keyClick(names, Qt.Key.Key_Delete)
        pressed.append(True)
        dialog.reject()

    def agree() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            box.button(QMessageBox.StandardButton.Yes).click()

    QTimer.singleShot(300, press_delete)
    if saving:
        chooser.to_save("Save", "All (*)", kept, "vcmp")
    else:
        chooser.to_open("Open", "All (*)")
    assert pressed
    qtbot.wait(300)
    assert kept.read_bytes() == b"kept"


def test_a_title_becomes_a_name_that_every_system_takes() -> None:
    assert safe_name('a/b:"c"\n<d>') == "a b c d"
    assert safe_name(" .. ")
