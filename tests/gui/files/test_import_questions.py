"""What a file leaves open is asked before it is imported."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QWidget,
)

from tests.gui.application_fixtures import (
    child,
    on_dialog,
    opened,
    press,
    trigger,
)
from tests.gui.files.importing import (
    ANSWERS,
    CLARITY,
    Take,
    choose,
    importing,
    score,
)
from vendorcompare.document.edits import vendors
from vendorcompare.gui.assembly import Assembly


@pytest.mark.parametrize(("answer", "value"), [("90%", 90), ("0.9%", 0.9)])
def test_a_share_or_a_percentage_is_asked(
    application: Assembly, take: Take, answer: str, value: float
) -> None:
    def do(dialog: QWidget) -> None:
        assert dialog.focusWidget() is child(dialog, QComboBox, "shares")
        asked = child(dialog, QLabel, "shares_label").text()
        assert asked == '"0.9" for Answer accuracy in row 2 means'
        assert not importing(dialog).isEnabled()
        assert child(dialog, QPlainTextEdit, "refusals").isHidden()
        choose(dialog, "shares", answer)
        press("Import")(dialog)

    take(f"供应商,指标,评分\nAcme,{ANSWERS},0.9\n".encode(), do)
    assert score(application, ANSWERS).value == pytest.approx(value)


def test_an_answer_can_be_changed_before_importing(application: Assembly, take: Take) -> None:
    def do(dialog: QWidget) -> None:
        choose(dialog, "shares", "0.9%")
        choose(dialog, "shares", "Please choose")
        assert not importing(dialog).isEnabled()
        choose(dialog, "shares", "90%")
        press("Import")(dialog)

    take(f"供应商,指标,评分\nAcme,{ANSWERS},0.9\n".encode(), do)
    assert score(application, ANSWERS).value == 90


@pytest.mark.parametrize(("answer", "value"), [("1200", 1200), ("1.2", 1.2)])
def test_a_thousand_or_one_is_asked(
    application: Assembly, take: Take, answer: str, value: float
) -> None:
    def do(dialog: QWidget) -> None:
        choose(dialog, "points", answer)
        press("Import")(dialog)

    take(b"vendor;criterion;value\nAcme;d6.1;1.200\n", do)
    assert score(application, "d6.1").value == pytest.approx(value)


def test_it_is_asked_whose_scores_they_are(application: Assembly, take: Take) -> None:
    def do(dialog: QWidget) -> None:
        assert dialog.focusWidget() is child(dialog, QComboBox, "evaluator")
        assert not importing(dialog).isEnabled()
        choose(dialog, "evaluator", "Lin")
        press("Import")(dialog)

    key = vendors.add_evaluator(opened(application), "Lin")
    take(f"vendor,criterion,value\nAcme,{CLARITY},4\n".encode(), do)
    assert score(application, CLARITY, key).value == 4
    assert score(application, CLARITY).value is None


def test_scores_of_nobody_in_json_are_asked_for_too(
    application: Assembly, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    application.documents.open(file)
    key = vendors.add_evaluator(opened(application), "Lin")
    source = tmp_path / "scores.json"
    vendor = opened(application).assessment.vendors[0].key
    score_ = f'{{"vendor": "{vendor}", "criterion": "{CLARITY}", "value": 4}}'
    source.write_text(
        f'{{"format": "vendorcompare.assessment", "version": 1, "scores": [{score_}]}}', "utf-8"
    )
    monkeypatch.setattr(application.chooser, "to_open", lambda *_: source)

    def do(dialog: QWidget) -> None:
        choose(dialog, "evaluator", "Lin")
        press("Import")(dialog)

    on_dialog(do)
    trigger(application, "file.import")
    assert score(application, CLARITY, key).value == 4
