"""The changes that no test has to notice, each with the reason."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # it needs what only `make mutants` installs
    from tests.mutants.making import Mutant

FILE: Final = Path(__file__).with_name("accepted.toml")


@dataclass(frozen=True)
class Accepted:
    """A change by its lines, wherever in the function they stand."""

    file: str
    function: str
    before: str
    after: str
    reason: str

    def is_this(self, mutant: Mutant) -> bool:
        """Tell whether a mutant is the one that is accepted."""
        place = (mutant.path.as_posix(), mutant.function)
        return place == (self.file, self.function) and mutant.difference == (
            self.before,
            self.after,
        )


def accepted() -> list[Accepted]:
    """Read the list; each entry is an array of tables with the fields of `Accepted`."""
    entries = tomllib.loads(FILE.read_text("utf-8")).get("survivor", [])
    return [Accepted(**entry) for entry in entries]
