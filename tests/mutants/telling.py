"""How many mutants were noticed, how sure that is, and which were not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from math import sqrt
from typing import TYPE_CHECKING, Final

from tests.mutants.accepted import Accepted
from tests.mutants.running import Outcome

if TYPE_CHECKING:  # it needs what only `make mutants` installs
    from tests.mutants.making import Mutant

#: What part of all mutants the tests have to notice.
ENOUGH: Final = 0.9

_NOTICED: Final = (Outcome.KILLED, Outcome.HANGS, Outcome.REFUSED)

_Z: Final = 1.959964  # 95 % of a normal distribution lie within


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Return the interval in which a share lies with a confidence of 95 %; both ends in 0..1."""
    if not whole:
        return 0.0, 1.0
    share, square = part / whole, _Z * _Z
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    spread = sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    half = _Z * spread / (1 + square / whole)
    return max(0.0, middle - half), min(1.0, middle + half)


class Tally:
    """What came of the mutants so far."""

    def __init__(self, accepted: list[Accepted]) -> None:
        self._accepted = accepted
        self._counts: dict[str, Counter[Outcome]] = defaultdict(Counter)
        self._used: set[Accepted] = set()
        self._unlisted = 0

    def is_new(self, mutant: Mutant, outcome: Outcome) -> bool:
        """Count a mutant, and tell whether it survived and is not on the list of what may."""
        self._counts[mutant.path.parts[1]][outcome] += 1
        if outcome in _NOTICED:
            return False
        listed = [each for each in self._accepted if each.is_this(mutant)]
        self._used.update(listed)
        self._unlisted += not listed
        return not listed

    def share(self) -> float:
        """Return the part of all mutants that was noticed, by a test or by the type checker."""
        counts = sum(self._counts.values(), Counter[Outcome]())
        return _noticed(counts) / max(1, counts.total())

    def lines(self) -> Iterator[str]:
        """Yield the table of the packages."""
        yield f"{'package':10} {'mutants':>7}  " + "  ".join(f"{each:>8}" for each in Outcome)
        for package, counts in sorted(self._counts.items()):
            noticed, whole = _noticed(counts), counts.total()
            low, high = wilson(noticed, whole)
            yield (
                f"{package:10} {whole:7}  "
                + "  ".join(f"{counts[each]:8}" for each in Outcome)
                + f"  {noticed / whole:.1%} noticed ({low:.1%} to {high:.1%})"
            )

    def left_over(self) -> list[Accepted]:
        """Return what is on the list and was noticed, or is no longer there."""
        return [each for each in self._accepted if each not in self._used]

    def is_enough(self) -> bool:
        """Tell whether the tests notice enough, and all that is not accepted."""
        return self.share() >= ENOUGH and not self._unlisted


def said(mutant: Mutant) -> str:
    """Say where a mutant is and what it changes."""
    before, after = mutant.difference
    lines = [f"{mutant.path}:{mutant.line} {mutant.function}"]
    lines += [f"    - {line}" for line in before.splitlines()]
    lines += [f"    + {line}" for line in after.splitlines()]
    return "\n".join(lines)


def _noticed(counts: Counter[Outcome]) -> int:
    return sum(counts[outcome] for outcome in _NOTICED)
