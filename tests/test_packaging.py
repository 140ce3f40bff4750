"""What is shipped: everything the installed application reads, and nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from build_assets import ROOT, catalogues, forms, runtime_resources


def build(kind: str, target: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (made,) = target.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    with zipfile.ZipFile(build("wheel", tmp_path_factory.mktemp("wheel"))) as archive:
        return set(archive.namelist())


def test_the_wheel_carries_the_resources(wheel: set[str]) -> None:
    wanted = {f"vendorcompare/{path.relative_to(ROOT).as_posix()}" for path in runtime_resources()}
    assert "vendorcompare/resources/fonts/VendorCompareSans-Regular.ttf" in wanted
    assert "vendorcompare/resources/locale/zh_CN/LC_MESSAGES/vendorcompare.mo" in wanted
    assert wanted <= wheel


def test_the_wheel_carries_the_forms(wheel: set[str]) -> None:
    assert {module.relative_to(ROOT).as_posix() for module in forms().values()} <= wheel


def test_the_wheel_carries_nothing_else(wheel: set[str]) -> None:
    roots = {name.split("/")[0] for name in wheel}
    assert {root for root in roots if not root.endswith(".dist-info")} == {"vendorcompare"}
    assert not [name for name in wheel if name.endswith((".po", ".pot", ".ui", ".pyc"))]


def test_a_source_distribution_needs_no_qt_to_build(tmp_path: Path) -> None:
    with tarfile.open(build("sdist", tmp_path)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    made = [*forms().values(), *catalogues().values()]
    assert {path.relative_to(ROOT).as_posix() for path in made} <= names
    assert not [name for name in names if name.startswith((".venv", "build/"))]


def test_constraints_name_versions_and_no_addresses() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    pin = re.compile(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*( ; python_version [<>=]+ '3\.\d+')?")
    assert not [line for line in pins if not pin.fullmatch(line)]


def test_every_dependency_is_constrained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = project["dependencies"] + project["optional-dependencies"]["dev"]
    constraints = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {_plain(line.partition("==")[0]) for line in constraints}
    assert {_plain(re.split(r"[<>=; ]", name)[0]) for name in named} <= pinned


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
