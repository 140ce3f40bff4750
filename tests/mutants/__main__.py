"""Change the code in a copy, one place at a time, and see whether a test notices."""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from build_assets import ROOT
from tests.mutants import PACKAGES, checking, choosing, running, sealing
from tests.mutants.accepted import accepted
from tests.mutants.making import Mutant, mutants_of
from tests.mutants.running import Outcome
from tests.mutants.telling import Tally, said


def main() -> int:
    """Return 0 if the tests notice enough, and every survivor is accepted."""
    given = _arguments()
    if sealing.is_sealed():
        return _notice(sealing.seal(), given)
    if given.folder is not None:
        return _copied(given.folder.resolve())
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        return _copied(Path(folder))


def _copied(folder: Path) -> int:
    root = folder / "copy"
    _copy(root)
    return sealing.run_sealed(folder, root, sys.argv[1:])


def _notice(folder: Path, given: argparse.Namespace) -> int:
    mutants = _sample(_all(ROOT, given.files), given.sample, random.Random(given.seed))
    tests = choosing.recorded(ROOT, folder)
    print(f"{len(mutants)} mutants", flush=True)
    running.load()
    with checking.checker():
        return _try_all(mutants, tests, is_whole=given.sample is None and given.files == "*")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--sample", type=int, help="so many mutants, in equal parts")
    parser.add_argument("--files", default="*", help="of files whose path ends so; * and ? count")
    parser.add_argument("--seed", type=int, default=1, help="another number is another sample")
    parser.add_argument(
        "--folder", type=Path, help="keep which test runs which line there, to go on sooner"
    )
    return parser.parse_args()


def _copy(target: Path) -> None:
    """Copy what git knows or would take in."""
    shutil.rmtree(target, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def _all(root: Path, pattern: str) -> dict[str, list[Mutant]]:
    found: dict[str, list[Mutant]] = defaultdict(list)
    for package in PACKAGES:
        for file in sorted((root / "vendorcompare" / package).rglob("*.py")):
            path = file.relative_to(root)
            if path.match(pattern):
                found[package] += mutants_of(root, path)
    return found


def _sample(
    found: dict[str, list[Mutant]], size: int | None, chance: random.Random
) -> list[Mutant]:
    """Return so many mutants of each package alike, in no order; all in order without a size."""
    everything = [mutant for mutants in found.values() for mutant in mutants]
    if size is None:
        return everything
    each = -(-size // max(1, len(found)))
    chosen = [
        mutant
        for mutants in found.values()
        for mutant in chance.sample(mutants, min(each, len(mutants)))
    ]
    chance.shuffle(chosen)
    return chosen


def _try_all(mutants: list[Mutant], tests: choosing.Tests, *, is_whole: bool) -> int:
    tally = Tally(accepted())
    try:
        _try_each(mutants, tests, tally)
    except KeyboardInterrupt:
        is_whole = False
    print("", *tally.lines(), sep="\n")
    if is_whole:
        for entry in tally.left_over():
            print(f"accepted, but noticed or gone: {entry.file} {entry.function}: {entry.after}")
    return 0 if tally.is_enough() else 1


def _try_each(mutants: list[Mutant], tests: choosing.Tests, tally: Tally) -> None:
    controlled = set[str]()
    for number, mutant in enumerate(mutants, start=1):
        if (package := mutant.path.parts[1]) not in controlled:
            controlled.add(package)
            _control(mutant, tests)
        found = _outcome(mutant, mutant.text, tests)
        if tally.is_new(mutant, found):
            print(f"\n{number}/{len(mutants)} {found}: {said(mutant)}", flush=True)
        else:
            print(".", end="", flush=True)


def _control(mutant: Mutant, tests: choosing.Tests) -> None:
    """End where tests fail by themselves, as all mutants would seem to be noticed."""
    found = _outcome(mutant, mutant.module.code, tests)
    if found in (Outcome.KILLED, Outcome.HANGS):
        print(running.SAID.read_text("utf-8", errors="replace"))
        sys.exit(f"mutants: the tests of {mutant.path} fail without any change.")


def _outcome(mutant: Mutant, text: str, tests: choosing.Tests) -> Outcome:
    chosen = tests.for_line(mutant.path, mutant.line)
    seconds = sum(tests.seconds[test] for test in chosen)
    return running.outcome(ROOT / mutant.path, text, chosen, seconds)


if __name__ == "__main__":
    sys.exit(main())
