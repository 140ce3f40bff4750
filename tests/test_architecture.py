"""Budgets that keep the code readable, and a map that is true.

Who may import whom is checked by import-linter.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from build_assets import ROOT

LINES_OF_A_FILE = 350
LINES_OF_A_FUNCTION = 50
METHODS_OF_A_CLASS = 25

PACKAGE = ROOT / "vendorcompare"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources() -> Iterator[Path]:
    for top in ("vendorcompare", "packaging", "tests", "benchmarks", "docs"):
        for path in sorted((ROOT / top).rglob("*.py")):
            if not path.name.startswith("ui_") and ROOT / "tests" / "data" not in path.parents:
                yield path


@cache
def definitions() -> list[tuple[Path, Function | ast.ClassDef]]:
    return [
        (path.relative_to(ROOT), node)
        for path in sources()
        for node in _statements(ast.parse(path.read_text("utf-8")))
        if isinstance(node, (Function, ast.ClassDef))
    ]


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """Walk through all but expressions, in which nothing is defined."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.expr):
            yield child
            yield from _statements(child)


def test_files_are_short() -> None:
    lengths = {path: path.read_text("utf-8").count("\n") for path in sources()}
    assert not {
        str(path.relative_to(ROOT)): lines
        for path, lines in lengths.items()
        if lines > LINES_OF_A_FILE
    }


def test_functions_are_short() -> None:
    assert not [
        f"{path}: {node.name} has {_lines(node)} lines"
        for path, node in definitions()
        if isinstance(node, Function) and _lines(node) > LINES_OF_A_FUNCTION
    ]


def test_classes_are_small() -> None:
    assert not [
        f"{path}: {node.name} has {_methods(node)} methods"
        for path, node in definitions()
        if isinstance(node, ast.ClassDef) and _methods(node) > METHODS_OF_A_CLASS
    ]


def test_the_map_names_every_folder_and_nothing_that_is_not_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    present, _example = text.split("## An example")
    named = set(re.findall(r"`([\w./]+(?:/|\.py|\.toml|\.md))`", present))
    folders = {path.parent.relative_to(PACKAGE) for path in PACKAGE.rglob("__init__.py")}
    inner = {f"{folder.as_posix()}/" for folder in folders if len(folder.parts) > 1}
    outer = {f"vendorcompare/{folder.name}/" for folder in folders if len(folder.parts) == 1}
    assert not (inner | outer) - named
    files = {path.name for path in PACKAGE.rglob("*.py")}
    assert not {
        name
        for name in named
        if name not in files and not (ROOT / name).exists() and not (PACKAGE / name).exists()
    }


def _lines(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _methods(node: ast.ClassDef) -> int:
    return sum(isinstance(child, Function) for child in node.body)
