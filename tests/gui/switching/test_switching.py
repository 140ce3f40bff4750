"""Two clients' documents, one after the other: nothing of the one reaches the other.

Both hold the same keys, as copies do, so that whatever is left over would find its place. In the
first, something is being typed or chosen on a page; then the second comes, in every way in which
a document can come. What was typed is asked about and goes into the first, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.application_fixtures import opened
from tests.gui.switching.pending import PENDING
from tests.gui.switching.ways import WAYS, Stage, content, in_file, written
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.files.choosers import FileChooser
from vendorcompare.gui.pages import detail_panel
from vendorcompare.gui.pages.scores import score_panel
from vendorcompare.gui.pages.scores.page import ScoresPage
from vendorcompare.gui.pages.vendors.page import VendorsPage

PAUSE: Final = 20  # milliseconds of a typing pause here, so that each can be waited for


@pytest.fixture
def stage(application: Assembly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setattr(detail_panel, "PAUSE", PAUSE)
    monkeypatch.setattr(score_panel, "_TYPING_PAUSE", PAUSE)
    first = written(tmp_path / "Q.vcmp", buyer="Q Ltd", horizon_months=36, note="Q's secret",
                    buyer_recovers_vat=True, title="Payroll")  # fmt: skip
    second = written(tmp_path / "P.vcmp", buyer="P Ltd", horizon_months=12, note="")
    stage = Stage(application, first, second, in_file(second))
    monkeypatch.setattr(application.problems, "ask", lambda *_args, **_more: stage.answer)
    return stage


@pytest.mark.parametrize(
    ("page", "begin", "is_kept"), PENDING, ids=[p[1].__name__ for p in PENDING]
)
def test_nothing_crosses_when_another_document_comes(
    stage: Stage, page: str, begin: Callable[[Stage], None], is_kept: bool
) -> None:
    application, whole = stage.application, stage.first.read_bytes()
    mine = in_file(stage.first)
    for way in WAYS:
        stage.answer = "discard"
        application.documents.close()
        stage.answer = "save"
        stage.first.write_bytes(whole)
        stage.expected = in_file(stage.second)
        application.documents.open(stage.first)
        application.window.show_page(page)
        begin(stage)
        way(stage)
        second = opened(application)
        assert second.path != stage.first, way.__name__
        QTest.qWait(PAUSE * 2)
        application.workspace.settle()
        assert content(second) == stage.expected, way.__name__
        assert not second.history.can_undo, way.__name__
        assert (in_file(stage.first) != mine) == is_kept, way.__name__


def test_a_file_chosen_for_one_document_is_not_attached_to_the_next(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evidence = tmp_path / "secret.txt"
    evidence.write_text("of client Q")
    stage.application.documents.open(stage.first)
    stage.application.window.show_page("vendors")

    def answered_late(*_arguments: object) -> Path:
        stage.application.commands.take_file(stage.second)
        return evidence

    monkeypatch.setattr(FileChooser, "to_open", answered_late)
    stage.page(VendorsPage).panel.form.files._add.click()
    assert content(opened(stage.application)) == stage.expected


@pytest.mark.parametrize(
    ("page", "begin"), [p[:2] for p in PENDING], ids=[p[1].__name__ for p in PENDING]
)
def test_what_is_begun_and_closed_in_one_turn(
    stage: Stage, page: str, begin: Callable[[Stage], None]
) -> None:
    stage.answer = "discard"
    stage.application.documents.open(stage.first)
    stage.application.window.show_page(page)
    begin(stage)
    stage.application.documents.close()
    QTest.qWait(PAUSE * 2)  # nothing that was put off finds that no document is open
    assert stage.application.workspace.document is None


def test_a_step_and_closing_in_one_turn(stage: Stage) -> None:
    stage.application.documents.open(stage.first)
    stage.application.window.show_page("scores")
    QTest.keyClick(stage.page(ScoresPage).grid, Qt.Key.Key_Down)
    stage.application.documents.close()
    QTest.qWait(PAUSE)
    assert stage.application.window.page() == ""
