"""The start of the application: what is loaded for the first picture, and what comes when."""

from __future__ import annotations

import os
import subprocess
import sys

from vendorcompare import paths
from vendorcompare.gui.commands import MENUS

_START = """
import builtins
import sys

original = builtins.__import__

from vendorcompare import paths
from vendorcompare.gui import app
from vendorcompare.gui.startup import Startup

def report(opening):
    heavy = {"numpy", "sqlalchemy", "pyqtgraph", "reportlab", "pydantic", "typer"}
    print(",".join(sorted(heavy & set(sys.modules))))
    print("Qt" in vars(sys.modules["PySide6.QtCore"]))
    print("vendorcompare.gui.commands" in sys.modules)
    begin(opening)
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QApplication, QMenuBar
    print(builtins.__import__ is original, QPrinter.__name__)
    for window in QApplication.topLevelWidgets():
        for bar in window.findChildren(QMenuBar):
            for action in bar.actions():
                print(action.text(), len(action.menu().actions()))
    QApplication.quit()

begin = app.Opening.begin
app.Opening.begin = report
app.run([])
"""


def test_the_first_picture_needs_little_and_the_menus_follow_at_once() -> None:
    environment = {**os.environ, "LANGUAGE": "en"}
    done = subprocess.run(
        [sys.executable, "-c", _START], capture_output=True, text=True, check=True, env=environment
    )
    heavy, constants, commands, imports, *menus = done.stdout.splitlines()
    assert heavy == ""
    assert constants == "False"  # the constants of `Qt` take a tenth of the start
    assert commands == "False"  # nobody sees them yet
    assert imports == "True QPrinter"
    full = [len(entries) for entries in MENUS.values()]
    assert menus == [
        f"&{name} {number}"
        for name, number in zip(("File", "Edit", "View", "Help"), full, strict=True)
    ]


_OPENED = """
import sys

from PySide6.QtWidgets import QApplication

from vendorcompare.gui import app
from vendorcompare.gui.pages.start.page import StartPage
from vendorcompare.gui.workspace import Workspace

def click(opening):
    begin(opening)
    for window in QApplication.topLevelWidgets():
        for start in window.findChildren(StartPage):
            start.sample_wanted.emit()
    workspace = QApplication.instance().findChild(Workspace)
    workspace.opened.connect(report)

def report():
    heavy = {"numpy", "sqlalchemy", "pyqtgraph", "reportlab", "pydantic", "typer"}
    print(",".join(sorted(heavy & set(sys.modules))))
    QApplication.quit()

begin = app.Opening.begin
app.Opening.begin = click
app.run([])
"""


def test_a_document_opens_without_what_only_checks_foreign_files() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _OPENED], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[0] == "numpy,sqlalchemy"


_WAITED = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from vendorcompare.gui import app
from vendorcompare.gui.pages.start.page import StartPage

def look():
    cards = [
        card.accessibleDescription()
        for window in QApplication.topLevelWidgets()
        for start in window.findChildren(StartPage)
        for card in start.findChildren(object)
        if card.objectName().startswith("template_")
    ]
    if all("criteria to begin with" in words for words in cards):
        print(len(cards))
        QApplication.quit()

def wait(opening):
    begin(opening)
    timer.start(50)

timer = QTimer()
timer.timeout.connect(look)
begin = app.Opening.begin
app.Opening.begin = wait
app.run([])
"""


def test_cards_say_how_much_there_is_to_score_after_a_while() -> None:
    environment = {**os.environ, "LANGUAGE": "en"}
    done = subprocess.run(
        [sys.executable, "-c", _WAITED],
        capture_output=True, text=True, check=True, env=environment, timeout=60,
    )  # fmt: skip
    assert int(done.stdout) == len(list(paths.resource("templates").glob("*.toml")))
