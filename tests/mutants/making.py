"""What is changed: mutmut's operators, used on whole modules.

Mutmut itself leaves out every decorated function, half of our arithmetic, and all tables; and it
writes all mutants into one module that no longer takes the time the tests allow. So its
operators change the text of a module, one place at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import ndiff
from functools import cached_property
from pathlib import Path
from typing import Final

import libcst
from libcst import helpers
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import Mutation, MutationVisitor, deep_replace
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode

#: Whose arguments are texts that the tests of the catalogue compare, names for a debugger, or
#: sayings for the type checker and for whoever reads a log.
_WORDS: Final = {
    "_", "N_", "ngettext", "words", "plural", "TypeVar", "cast", "getLogger", "info", "warning",
    "error", "exception",
}  # fmt: skip


class _Places(MutationVisitor):
    """Find the places, in decorated functions too, and none in what is only said."""

    def _skip_node_and_children(self, node: libcst.CSTNode) -> bool:
        if isinstance(node, libcst.Call):
            name = helpers.get_full_name_for_node(node.func) or ""
            if name.rpartition(".")[2] in _WORDS:
                return True
        if isinstance(node, libcst.FunctionDef):
            return False
        if isinstance(node, libcst.Assign) and _is_offered(node):
            return True
        if isinstance(node, (libcst.Import, libcst.ImportFrom, libcst.Decorator)):
            return True
        if isinstance(node, libcst.Arg) and node.keyword and node.keyword.value == "strict":
            return True
        return bool(super()._skip_node_and_children(node))


def _is_offered(node: libcst.Assign) -> bool:
    """Tell whether it says what a module offers, which the linter compares with what is there."""
    return bool(helpers.get_full_name_for_node(node.targets[0].target) == "__all__")


@dataclass(frozen=True)
class Mutant:
    """One change at one place of a file."""

    path: Path
    module: libcst.Module
    mutation: Mutation
    line: int
    function: str

    @cached_property
    def text(self) -> str:
        """Return the changed module."""
        changed = deep_replace(self.module, self.mutation.original_node, self.mutation.mutated_node)
        assert isinstance(changed, libcst.Module)
        return str(changed.code)

    @cached_property
    def difference(self) -> tuple[str, str]:
        """Return the lines that are replaced, and those that replace them, without indentation."""
        found = ndiff(self.module.code.splitlines(), self.text.splitlines())
        lines = [line for line in found if line[:2] in ("- ", "+ ")]
        before, after = (
            "\n".join(line[2:].strip() for line in lines if line[0] == sign) for sign in "-+"
        )
        return before, after


def mutants_of(root: Path, path: Path) -> Iterator[Mutant]:
    """Yield every change to one file; the path is relative to the root."""
    wrapper = MetadataWrapper(libcst.parse_module((root / path).read_text("utf-8")))
    places = _Places(mutation_operators, IgnoredCode(set(), set(), set()))
    module = wrapper.visit(places)
    positions = wrapper.resolve(PositionProvider)
    functions = _Functions()
    wrapper.module.visit(functions)
    for mutation in places.mutations:
        if _says_something(mutation):
            node = mutation.original_node
            position = positions.get(node)
            line = position.start.line if position else 1
            yield Mutant(path, module, mutation, line, functions.of.get(node, ""))


def _says_something(mutation: Mutation) -> bool:
    """Leave out what says nothing of the tests.

    A text in other letters is another text, which one mutant says already; and that two lists
    are as long as each other is made sure of where they are made, not where they are walked.
    """
    before, after = mutation.original_node, mutation.mutated_node
    if isinstance(before, libcst.Call) and isinstance(after, libcst.Call):
        return _others(before) != _others(after)
    if not isinstance(before, libcst.SimpleString) or not isinstance(after, libcst.SimpleString):
        return True
    return bool(before.value.lower() != after.value.lower())


def _others(call: libcst.Call) -> list[int]:
    """Identify the function and the arguments but for `strict`."""
    strict = [a for a in call.args if a.keyword is not None and a.keyword.value == "strict"]
    return [id(call.func), *(id(each) for each in call.args if each not in strict)]


class _Functions(libcst.CSTVisitor):
    """Say for each node in which class and function it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.of: dict[libcst.CSTNode, str] = {}
        self._names: list[str] = []

    def on_visit(self, node: libcst.CSTNode) -> bool:
        if isinstance(node, (libcst.FunctionDef, libcst.ClassDef)):
            self._names.append(node.name.value)
        self.of[node] = ".".join(self._names)
        return True

    def on_leave(self, original_node: libcst.CSTNode) -> None:
        if isinstance(original_node, (libcst.FunctionDef, libcst.ClassDef)):
            self._names.pop()
