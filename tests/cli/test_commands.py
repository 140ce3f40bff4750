from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Window
from vendorcompare.cli import COMMANDS


def test_demo_writes_everything_and_opens_the_window(
    command: Command, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    folder = tmp_path / "demo"
    ran = command("demo", "-o", folder)
    file = folder / "bookkeeping.vcmp"
    assert ran.status == 0
    assert "明账财税 Mingzhang leads" in ran.out
    assert (folder / "bookkeeping-comparison.pdf").read_bytes().startswith(b"%PDF-")
    assert window.shown == [[file]]
    assert command("demo", "-o", folder, "--no-window", "--quiet").status == 0
    assert command("check", file).status == 0
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    command("demo", "-o", folder)
    assert len(window.shown) == 1


def test_new_fills_a_template_and_never_overwrites(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "a.vcmp"
    words = ["--template", "finance-software-aftersales:full", "--title", "选软件", "--currency",
             "usd", "--horizon", "12", "--buyer", "云帆"]  # fmt: skip
    ran = command("new", file, *words)
    assert (ran.status, ran.out) == (0, f"Created {file} with 25 criteria.\n")
    before = file.read_bytes()
    ran = command("new", file, *words)
    assert ran.status == 1
    assert "exists already" in ran.err
    assert file.read_bytes() == before
    command("export", file, tmp_path / "a.json", "--quiet")
    text = (tmp_path / "a.json").read_text("utf-8")
    assert '"title": "选软件"' in text
    assert '"currency": "USD"' in text


def test_templates_are_listed(command: Command) -> None:
    assert "bookkeeping-communication" in command("templates").out
    assert "代理记账" in command("templates", "--language", "zh").out
    first = command("templates", "--json").json[0]
    assert (first["id"], first["source"]) == ("bookkeeping-communication", "001")
    assert (first["dimensions"], first["criteria"]) == (20, 80)
    assert first["title"]["zh"]


def test_a_ranking_for_people(command: Command, sample: Path) -> None:
    lines = command("rank", sample).out.splitlines()
    assert lines[0].split() == [
        "Rank", "Vendor", "Score", "Low", "High", "Applies", "Coverage", "Tested", "Remarks"
    ]  # fmt: skip
    assert lines[1].startswith("   1  明账财税 Mingzhang")
    assert lines[4].endswith("  Excluded: fails Urgent contact")
    assert lines[-1].endswith("does not decide.")


def test_a_ranking_for_scripts(command: Command, sample: Path) -> None:
    answer = command("rank", sample, "--json", "--missing", "worst").json
    assert list(answer) == [
        "method", "weights", "missing", "ranking", "criterion_weights", "verdict"
    ]  # fmt: skip
    assert (answer["method"], answer["weights"], answer["missing"]) == ("wsm", "default", "worst")
    first = answer["ranking"][0]
    assert list(first) == [
        "vendor", "name", "rank", "score", "low", "high", "coverage", "applicable",
        "tested_share",
        "excluded_by", "undecided_must_haves", "dimensions",
    ]  # fmt: skip
    assert first["score"] == pytest.approx(first["low"])
    assert [row["rank"] for row in answer["ranking"]] == [1, 2, 3, None]
    assert answer["ranking"][2]["undecided_must_haves"] == ["d2.4"]
    assert sum(answer["criterion_weights"].values()) == pytest.approx(1)
    assert answer["verdict"]["kind"] in {"clear", "close", "none"}
    assert answer["verdict"]["zh"] != answer["verdict"]["en"]
    other = command("rank", sample, "--json", "--weights", "出纳 Cashier").json
    assert other["criterion_weights"] != answer["criterion_weights"]


def test_costs(command: Command, sample: Path) -> None:
    lines = command("costs", sample, "--scenario", "high").out.splitlines()
    assert lines[0] == "CNY, 36 months, high volumes"
    assert "30,120.00" in lines[2]
    answer = command("costs", sample, "--json").json
    vendor = answer["vendors"]["mingzhang"]
    assert answer["discount_rate"] == "0.05"
    assert vendor["tco"] == {"low": "21480.00", "likely": "21480.00", "high": "30120.00"}
    assert set(vendor["by_nature"]) == {"fixed", "variable", "possible"}
    assert len(vendor["by_year"]) == 3
    assert answer["vendors"]["shengxin"]["hidden_ratio"] == "2.6405"
    assert {"driver": "vouchers", "between": ["mingzhang", "qincheng"], "at": ["120"]} in (
        answer["break_even"]
    )


def test_report(command: Command, sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "r.pdf"
    words = ["--language", "both", "--paper", "letter", "--vendor", "mingzhang", "--vendor",
             "qincheng"]  # fmt: skip
    assert command("report", sample, target, *words).status == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_an_export_is_imported_as_it_was(command: Command, sample: Path, tmp_path: Path) -> None:
    one, two, copy = tmp_path / "one.json", tmp_path / "two.json", tmp_path / "copy.vcmp"
    command("export", sample, one)
    assert command("import", copy, one, "--dry-run").status == 0
    assert not copy.exists()
    assert "criteria" in command("import", copy, one).out
    command("export", copy, two)
    assert one.read_bytes() == two.read_bytes()
    assert command("rank", sample, "--json").out == command("rank", copy, "--json").out


def test_scores_are_exported_as_a_crosstab(command: Command, sample: Path, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    assert command("export", sample, tmp_path / "t.json", "--crosstab").status == 1
    assert command("export", sample, table, "--crosstab").status == 0
    before = sample.read_bytes()
    ran = command("import", sample, table)
    assert (ran.status, sample.read_bytes()) == (0, before)


def test_near_names_and_columns_left_out_are_told(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    table, more = tmp_path / "v.csv", tmp_path / "v.json"
    table.write_text("供应商\n明账财税 Mingzhang 有限公司\n", "utf-8")
    near = '"明账财税 Mingzhang 有限公司" is added; it is near "明账财税 Mingzhang"'
    for dry in (("--dry-run",), ()):
        assert near in command("import", sample, table, "--as", "vendors", *dry).out
    vendor = {"key": "m2", "name": "勤诚代账 Qinchen"}
    head = {"format": "vendorcompare.assessment", "version": 1}
    more.write_text(json.dumps({**head, "vendors": [vendor]}), "utf-8")
    assert 'it is near "勤诚代账 Qincheng"' in command("import", sample, more).out
    table.write_text("供应商,费用名称,金额,备注\n勤诚代账 Qincheng,外勤,5元/月,超出后\n", "utf-8")
    ran = command("import", sample, table, "--as", "costs")
    assert (ran.status, 'The column "备注" is not imported.' in ran.out) == (0, True)


def test_tables_of_vendors_and_fees_are_added(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    vendors, fees = tmp_path / "v.csv", tmp_path / "f.txt"
    vendors.write_bytes("供应商,电话\n新诚财税,0755\n".encode("gb18030"))
    assert (
        "row 2: 新诚财税" in command("import", sample, vendors, "--as", "vendors", "--dry-run").out
    )
    assert command("import", sample, vendors, "--as", "vendors").status == 0
    good = "vendor;label;amount\n新诚财税;上门, 单次;100元/年\n"
    fees.write_text(good + "新诚财税;外勤;$5\n", "utf-8")
    options = ("--as", "costs", "--separator", "semicolon")
    before = sample.read_bytes()
    ran = command("import", sample, fees, *options)
    assert (ran.status, "row 3: " in ran.err) == (1, True)
    assert sample.read_bytes() == before
    fees.write_text(good, "utf-8")
    assert command("import", sample, fees, *options).status == 0
    costs = command("costs", sample, "--json").json["vendors"]
    assert any(Decimal(each["tco"]["likely"]) == 300 for each in costs.values())


def test_a_table_of_scores_is_added(command: Command, sample: Path, tmp_path: Path) -> None:
    table = tmp_path / "s.csv"
    table.write_text("vendor,criterion,value\nhengxin,d3.2,30\n", "utf-8")
    before = sample.read_bytes()
    mine = ("--evaluator", "owner")
    ran = command("import", sample, table, "--as", "scores", "--dry-run", *mine)
    assert "Nothing was changed" in ran.out
    assert "row 2: " in ran.out
    assert sample.read_bytes() == before
    assert command("import", sample, table, *mine).status == 0
    assert sample.read_bytes() != before
    written = sample.read_bytes()
    assert command("import", sample, table, "--quiet", *mine).out == ""
    assert sample.read_bytes() == written  # nothing new, nothing written


@pytest.mark.parametrize("more", [(), ("--evaluator", "nobody")])
def test_scores_that_nobody_gave_are_refused(
    command: Command, sample: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    table = tmp_path / "s.csv"
    table.write_text("vendor,criterion,value\nhengxin,d3.2,30\n", "utf-8")
    before = sample.read_bytes()
    ran = command("import", sample, table, *more)
    assert ran.status == 1
    assert "owner" in ran.err
    assert sample.read_bytes() == before


def test_every_mistake_of_a_table_is_named(command: Command, sample: Path, tmp_path: Path) -> None:
    rows = [f"vendor{n},d3.2,30" for n in range(9)]
    table = tmp_path / "s.csv"
    table.write_text("\n".join(["vendor,criterion,value", *rows]), "utf-8")
    ran = command("import", sample, table, "--evaluator", "owner")
    assert ran.status == 1
    assert all(f"row {n}: " in ran.out for n in range(2, 11))


@pytest.mark.parametrize("kind", ["scores", "costs", "contacts", "vendors", "rubric"])
def test_every_kind_of_table_can_be_named(
    command: Command, sample: Path, tmp_path: Path, kind: str
) -> None:
    table = tmp_path / "t.csv"
    table.write_text("\n", "utf-8")
    ran = command("import", sample, table, "--as", kind)
    assert (ran.status, "row 1: the table is empty" in ran.out) == (1, True)


def test_the_encoding_of_a_table_is_said_and_can_be_named(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    table = tmp_path / "s.csv"
    table.write_bytes("vendor,criterion,value,note\nhengxin,d3.2,30,绰\n".encode("gb18030"))
    mine = ("--evaluator", "owner", "--dry-run")
    assert "Read as gb18030." in command("import", sample, table, *mine).out
    assert command("import", sample, table, *mine, "--encoding", "big5").status == 0
    assert command("import", sample, table, *mine, "--encoding", "utf-8").status == 1


def test_schema_and_self_test(command: Command, home: Path) -> None:
    assert command("schema").json["title"] == "InterchangeDocument"
    ran = command("self-test")
    assert ran.out.splitlines() == [
        f"{step}: good" for step in ("new", "score", "undo", "save", "reopen", "rank", "print")
    ]
    assert not list(home.glob("sessions/*/*"))


def test_help_and_version(command: Command) -> None:
    out = command("--help").out
    assert all(f"  {name} " in out for name in COMMANDS)
    assert command().out == out
    assert command("rank", "--help").out.startswith("Usage: vendorcompare rank")
    assert command("--version").out == "vendorcompare 1.0.0\n"
    assert "输出一个 JSON" in command("rank", "--help", "--language=zh").out
