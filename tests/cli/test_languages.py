"""What the command line says is in one language, help and mistakes of usage included."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from vendorcompare.cli import COMMANDS
from vendorcompare.i18n import Language

_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]{3,}")
#: What has no Chinese name: our own, formats and encodings, what is typed as it stands.
_NAMES = {
    *("vendorcompare", "vcmp", "error", "hint", "json", "csv", "tsv", "pdf", "schema", "utf"),
    *("file", "source", "target", "name", "key", "path", "folder", "text", "vendor"),
    *("usd", "hkd", "cny", "gbk", "dir", "wsm", "tier", "quick", "standard", "full"),
    *(part for name in COMMANDS for part in name.split("-")),
    *("bogus", "bookkeeping", "communication", "finance", "software", "aftersales"),
}
_TYPED = re.compile(
    r"--?[a-z][\w-]*(?:[ =][a-z|]+)?|<[^>]*>|\{[^}]*\}|“[^”]*”|\S*[/\\.]\S*|\w+\d+\w*"
)
_DEFAULT = re.compile(r"默认：[^\]]*|^  [a-z-]+  ", re.MULTILINE)

MISTAKES = (
    ("rank",),
    ("rank", "--bogus", "x.vcmp"),
    ("rank", "x.vcmp", "--method", "foo"),
    ("rank", "x.vcmp", "--missing"),
    ("rank", "x.vcmp", "y.vcmp"),
    ("bogus",),
    ("rnak",),
    ("new", "x.vcmp", "--template", "bookkeeping-communication", "--horizon", "0"),
    ("new", "x.vcmp", "--template", "bookkeeping-communication", "--horizon", "9999"),
    ("new", "x.vcmp", "--template", "bookkeeping-communication", "--horizon", "long"),
    ("import", "x.vcmp", "nowhere.json"),
    ("import", "x.vcmp", "broken.json"),
    ("import", "x.vcmp", "folder.json"),
    ("import", "x.vcmp", "digits.json"),
    ("demo", "--no-window", "-o", "broken.json/below"),
    ("rank", "x.vcmp"),
    ("costs", "x.vcmp"),
    ("check", "x.vcmp"),
    ("report", "x.vcmp", "y.txt"),
    ("report", "x.vcmp", "y.pdf"),
    ("export", "x.vcmp", "y.doc"),
    ("import", "x.vcmp", "y.csv"),
    ("new", "x.vcmp", "--template", "nothing"),
)


@pytest.fixture
def speaking(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> tuple[Command, pytest.MonkeyPatch]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken.json").write_text('{"format": ')
    (tmp_path / "digits.json").write_text("9" * 5000)
    (tmp_path / "folder.json").mkdir()
    return command, monkeypatch


def said(
    speaking: tuple[Command, pytest.MonkeyPatch], language: Language, *words: str | Path
) -> str:
    command, monkeypatch = speaking
    monkeypatch.setenv("LANGUAGE", language)
    ran = command(*words)
    return f"{ran.out}\n{ran.err}"


def foreign(text: str) -> list[str]:
    """Return the English words of a Chinese text that are no names."""
    text = _TYPED.sub(" ", _DEFAULT.sub(" ", text))
    return [word for word in _WORD.findall(text) if word.lower() not in _NAMES]


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_in_one_language(speaking: tuple[Command, pytest.MonkeyPatch], name: str) -> None:
    words = [name, "--help"] if name else ["--help"]
    chinese = said(speaking, "zh", *words)
    assert "用法：" in chinese
    assert "选项" in chinese
    assert foreign(chinese) == []
    assert not _HAN.search(said(speaking, "en", *words))


@pytest.mark.parametrize("words", MISTAKES, ids=" ".join)
def test_mistakes_are_explained_in_one_language(
    speaking: tuple[Command, pytest.MonkeyPatch], words: tuple[str, ...]
) -> None:
    chinese = said(speaking, "zh", *words)
    assert _HAN.search(chinese)
    assert foreign(chinese) == []
    assert not _HAN.search(said(speaking, "en", *words))


@pytest.mark.parametrize("name", ["rank", "check"])
def test_answers_are_in_one_language(
    speaking: tuple[Command, pytest.MonkeyPatch], sample: Path, name: str
) -> None:
    chinese = said(speaking, "zh", name, sample)
    for vendor in ("Mingzhang", "Qincheng", "Shengxin Express", "Hengxin"):
        chinese = chinese.replace(vendor, "")
    assert foreign(chinese) == []
    assert "CNY" not in chinese
