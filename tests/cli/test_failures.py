from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Window
from tests.conftest import LogWatch
from vendorcompare import __main__, i18n
from vendorcompare.gui import app as gui

PROBLEM = "vendorcompare: error: "


@pytest.mark.parametrize(
    ("words", "status", "part"),
    [
        (["frobnicate"], 2, "No such command"),
        (["rank"], 2, '"FILE" is missing'),
        (["rank", "SAMPLE", "--bogus"], 2, 'no option "--bogus"'),
        (["rank", "SAMPLE", "--method", "topsis"], 2, '"--method" is not right'),
        (["report", "SAMPLE", "a.pdf", "--sheet", "memo"], 2, 'no sheet "memo"'),
        (["import", "SAMPLE", "a.csv", "--as", "memo"], 2, "--as"),
        (["new", "a.vcmp"], 2, '"--template" is missing'),
        (["new", "a.vcmp", "--template", "x", "--horizon", "0"], 2, "--horizon"),
        (["rank", "--language", "fr"], 2, 'not "fr"'),
        (["rank", "none.vcmp"], 1, "There is no file"),
        (["rank", "SAMPLE", "--weights", "x"], 1, 'no weight set "x"'),
        (["new", "a.vcmp", "--template", "x"], 1, 'no template "x"'),
        (["new", "a.vcmp", "--template", "bookkeeping-communication:big"], 1, 'no part "big"'),
        (["new", "a.vcmp", "--template", "x", "--currency", "元"], 1, "not the code of a currency"),
        (["export", "SAMPLE", "a.docx"], 1, '".docx"'),
        (["import", "a.vcmp", "none.json"], 1, "cannot be read"),
        (["import", "a.vcmp", "none.csv"], 1, "to which a table could be added"),
        (["import", "SAMPLE", "a.json", "--as", "scores"], 1, "says itself"),
        (["report", "SAMPLE", "a.txt"], 1, "does not end in .pdf"),
        (["report", "SAMPLE", "a.pdf", "--vendor", "x"], 1, 'no vendor "x"'),
        (["report", "SAMPLE", "none/a.pdf"], 1, "could not be written"),
        (["check", "none.vcmp"], 1, "There is no file"),
        (["demo", "-o", "SAMPLE"], 1, "cannot be made"),
    ],
)
def test_a_failure_is_two_lines_and_changes_nothing(
    command: Command,
    sample: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    status: int,
    part: str,
) -> None:
    monkeypatch.chdir(sample.parent)
    before = sample.read_bytes()
    ran = command(*(str(sample) if word == "SAMPLE" else word for word in words))
    assert (ran.status, ran.out) == (status, "")
    error, hint = ran.err.splitlines()
    assert error.startswith(PROBLEM)
    assert part in error
    assert hint.startswith("hint: ")
    assert [path.name for path in sample.parent.iterdir()] == [sample.name]
    assert sample.read_bytes() == before


def test_a_wrong_import_leaves_the_file_as_it_was(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    before = sample.read_bytes()
    table = tmp_path / "s.csv"
    table.write_text(
        "vendor,criterion,evaluator,value\nhengxin,d3.2,owner,30\nx,d3.2,owner,30\n", "utf-8"
    )
    ran = command("import", sample, table)
    assert ran.status == 1
    assert 'row 3: there is no vendor "x"' in ran.err
    assert sample.read_bytes() == before


def test_check_finds_damage(command: Command, sample: Path) -> None:
    content = sample.read_bytes()
    sample.write_bytes(content[: len(content) // 2])
    ran = command("check", sample)
    assert ran.status == 3
    assert "structure: damage: " in ran.out
    assert "arithmetic: not examined" in ran.out
    assert command("check", sample, "--json").json["damaged"] is True
    sample.write_bytes(b"")
    assert command("check", sample).status == 3


def test_messages_are_in_the_language_asked_for(command: Command, sample: Path) -> None:
    assert "没有" in command("rank", sample, "--weights", "x", "--language", "zh").err
    assert "没有" in command("--language=zh", "rank", sample, "--weights", "x").err


def test_a_bug_is_logged_and_told_in_one_line(
    command: Command, home: Path, monkeypatch: pytest.MonkeyPatch, expect_log: LogWatch
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("vendorcompare.document.exchange.json_schema", broken)
    monkeypatch.setattr("vendorcompare.cli.schema.json_schema", broken)
    expect_log.expect("a command failed")
    ran = command("schema")
    assert ran.status == 1
    assert "ZeroDivisionError" in ran.err.splitlines()[0]
    assert "Traceback" not in ran.err
    assert "Traceback" in (home / "logs" / "command-line.log").read_text("utf-8")


def test_an_interrupted_command_says_nothing(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vendorcompare.cli.schema.json_schema", interrupted)
    ran = command("schema")
    assert (ran.status, ran.err) == (130, "")


def test_files_and_nothing_at_all_open_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = Window()
    monkeypatch.setattr(gui, "run", window)
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    assert __main__.main([]) == 0
    assert __main__.main(["none.vcmp"]) == 0
    (tmp_path / "rank").touch()
    assert __main__.main([str(tmp_path / "rank")]) == 0
    assert window.shown == [[], [Path("none.vcmp")], [tmp_path / "rank"]]
    assert i18n.language() == "zh"
    assert __main__.main(["--version"]) == 0
    assert __main__.main(["rank"]) == 2
    assert len(window.shown) == 3


def _run(*words: str | Path, home: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    variables = {**os.environ, "VENDORCOMPARE_HOME": str(home), **environment}
    command = [sys.executable, "-m", "vendorcompare", *map(str, words)]
    return subprocess.run(command, capture_output=True, env=variables, check=False, timeout=60)


def test_a_process_of_its_own(sample: Path, home: Path) -> None:
    ran = _run("rank", sample, "--json", home=home, LC_ALL="C", PYTHONUTF8="0", LANGUAGE="")
    assert ran.returncode == 0
    assert "明账财税".encode() in ran.stdout
    assert _run("rank", home=home).returncode == 2
    assert _run("check", sample.parent, home=home).returncode == 1


def test_no_command_needs_qt(sample: Path, home: Path) -> None:
    code = (
        "import sys; from vendorcompare.__main__ import main; "
        f"status = main(['rank', {str(sample)!r}]); "
        "sys.exit(status or any('PySide6' in name for name in sys.modules))"
    )
    variables = {**os.environ, "VENDORCOMPARE_HOME": str(home)}
    ran = subprocess.run(
        [sys.executable, "-c", code], env=variables, capture_output=True, check=False, timeout=60
    )
    assert ran.returncode == 0, ran.stderr


def test_a_reader_that_leaves_early_is_no_problem(sample: Path, home: Path) -> None:
    variables = {**os.environ, "VENDORCOMPARE_HOME": str(home)}
    command = f"{sys.executable} -m vendorcompare schema | head -c 10"
    ran = subprocess.run(
        command, shell=True, env=variables, capture_output=True, check=False, timeout=60
    )
    assert ran.stderr == b""


def test_all_mistakes_of_an_import_are_listed(command: Command, tmp_path: Path) -> None:
    content = {
        "format": "vendorcompare.assessment",
        "version": 1,
        "assessment": {"currency": "RMB"},
        "costs": [{"vendor": f"v{i}", "label": "x", "amount": "1"} for i in range(9)],
    }
    source = tmp_path / "wrong.json"
    source.write_text(json.dumps(content), "utf-8")
    ran = command("import", tmp_path / "new.vcmp", source)
    assert ran.status == 1
    assert ran.err.count("\n") == 2
    assert [line.partition(":")[0] for line in ran.out.splitlines()] == [
        "assessment.currency",
        *(f"costs[{i}].vendor" for i in range(9)),
    ]
    assert not (tmp_path / "new.vcmp").exists()


def test_a_dry_run_lists_what_would_be_changed(command: Command, sample: Path) -> None:
    exported = sample.with_suffix(".json")
    command("export", sample, exported)
    content = json.loads(exported.read_text("utf-8"))
    content["costs"][0]["label"] = "renamed"
    exported.write_text(json.dumps(content), "utf-8")
    before = sample.read_bytes()
    ran = command("import", sample, exported, "--dry-run")
    assert ran.status == 0
    (line,) = [line for line in ran.out.splitlines() if "so far" in line]
    assert line.startswith("fees,")
    assert "renamed" in line
    assert line.endswith("changed")
    assert sample.read_bytes() == before
