"""A process is killed while somebody types; what was acknowledged is still there."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.gui.application_fixtures import application, on_dialog, opened, press, write_assessment
from tests.typist import promised
from vendorcompare.document.viewing import viewing
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.files.recovery_dialog import RecoveryDialog
from vendorcompare.storage.file.leftovers import leftovers

__all__ = ["application"]  # a fixture


def type_and_die(file: Path, promises: int, seconds: float) -> dict[str, float]:
    """Kill the typist so long after so many promises; return the last one that was made."""
    command = [sys.executable, "-m", "tests.typist", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        lines = [typist.stdout.readline() for _number in range(promises)]
        time.sleep(seconds)
        typist.kill()
        lines += typist.stdout.readlines()
    whole = [line for line in lines if line.endswith("\n")]
    assert len(whole) >= promises
    kept: dict[str, float] = json.loads(whole[-1])
    return kept


def differences(one: dict[str, float], other: dict[str, float]) -> set[str]:
    return {cell for cell in one.keys() | other.keys() if one.get(cell) != other.get(cell)}


@pytest.mark.parametrize(("promises", "seconds"), [(1, 0.0), (9, 0.013), (40, 0.2)])
def test_scores_survive_a_kill_in_mid_typing(
    application: Assembly,
    tmp_path: Path,
    promises: int,
    seconds: float,
) -> None:
    file = write_assessment(tmp_path / "agency.vcmp", ("Acme", "Beta", "Gamma"))
    before = file.read_bytes()
    promise = type_and_die(file, promises, seconds)
    assert promise
    assert file.read_bytes() == before
    offered: list[str] = []

    def recover(dialog: QWidget) -> None:
        assert isinstance(dialog, RecoveryDialog)
        item = dialog._form.leftovers.item(0)
        offered.append(item.text())
        press("Recover the edits")(dialog)

    on_dialog(recover)
    application.versions.look_for_leftovers()
    assert len(offered) == 1
    assert "unsaved step" in offered[0]
    recovered = promised(opened(application).assessment)
    # A step can be on disk whose announcement the kill swallowed: that one, and no other.
    assert len(differences(promise, recovered)) <= 1
    assert promise.keys() <= recovered.keys()
    assert opened(application).is_modified
    opened(application).save()
    with viewing(file) as saved:
        assert promised(saved.assessment) == recovered


def test_what_is_discarded_after_a_kill_is_not_offered_again(
    application: Assembly,
    tmp_path: Path,
) -> None:
    file = write_assessment(tmp_path / "agency.vcmp", ("Acme", "Beta", "Gamma"))
    before = file.read_bytes()
    type_and_die(file, 3, 0.0)

    def discard(dialog: QWidget) -> None:
        on_dialog(press("Discard"))
        press("Discard the edits...")(dialog)

    on_dialog(discard)
    application.versions.look_for_leftovers()
    assert leftovers() == []
    assert file.read_bytes() == before
    application.documents.open(file)
    assert promised(opened(application).assessment) == {}
