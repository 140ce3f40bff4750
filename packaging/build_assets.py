"""Make what Python reads out of what people edit: forms from `ui/`, catalogues from `.po`.

Used by the build hook, by `make assets` and by the tests, so that there is one way to do it.
Only what is older than its source is made again.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
_QT_IMPORT: Final = re.compile(r"from (PySide6\.\w+) import \(([^)]*)\)\n")
_COMMENT: Final = re.compile(r"^#.*$", re.MULTILINE)
_CONNECT_BY_NAME: Final = re.compile(r" *QMetaObject\.connectSlotsByName\(\w+\)\n")
_RUN_UIC: Final = "from PySide6.scripts.pyside_tool import uic; uic()"  # same on every platform


def forms(root: Path = ROOT) -> dict[Path, Path]:
    """Map each form of Qt Designer to the module that is made from it."""
    folder = root / "vendorcompare" / "gui" / "forms"
    return {form: folder / f"ui_{form.stem}.py" for form in sorted((root / "ui").glob("*.ui"))}


def catalogues(root: Path = ROOT) -> dict[Path, Path]:
    """Map each file of translations to the catalogue that is made from it."""
    folder = root / "resources" / "locale"
    return {source: source.with_suffix(".mo") for source in sorted(folder.rglob("*.po"))}


def stale(pairs: dict[Path, Path]) -> dict[Path, Path]:
    """Keep the pairs whose product is missing or older than its source."""
    return {source: made for source, made in pairs.items() if _is_stale(source, made)}


def compile_forms(root: Path = ROOT) -> list[Path]:
    """Bring the form modules up to date and return those that were made."""
    wanted = forms(root)
    for module in (root / "vendorcompare" / "gui" / "forms").glob("ui_*.py"):
        if module not in wanted.values():
            module.unlink(missing_ok=True)
    outdated = stale(wanted)
    for form, module in outdated.items():
        write_atomically(module, _uic(form))
    return list(outdated.values())


def compile_catalogues(root: Path = ROOT) -> list[Path]:
    """Bring the message catalogues up to date and return those that were made."""
    outdated = stale(catalogues(root))
    for source, catalogue in outdated.items():
        write_atomically(catalogue, _binary_catalogue(source))
    return list(outdated.values())


def runtime_resources(root: Path = ROOT) -> Iterator[Path]:
    """Give the files below `resources/` that the installed application reads."""
    for path in sorted((root / "resources").rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        wanted = path.suffix not in {".po", ".pot"} and path.name != "README.md"
        if path.is_file() and wanted and not hidden:
            yield path


def write_atomically(target: Path, content: bytes) -> None:
    """Replace a file in one step, so that nobody who reads meanwhile sees half of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)  # mkstemp gives 0600, which would travel into the packages
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _is_stale(source: Path, made: Path) -> bool:
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


def _uic(form: Path) -> bytes:
    command = [sys.executable, "-c", _RUN_UIC, str(form)]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{form.name} was not compiled: {done.stderr.decode().strip()}")
    return _with_needed_imports(done.stdout.decode()).encode()


def _with_needed_imports(code: str) -> str:
    """Import only what a form uses: every class of Qt costs time when it is first named.

    The connecting of slots by their names goes too: we connect what we mean.
    """
    code = re.sub(_CONNECT_BY_NAME, "", code)
    body = re.sub(_COMMENT, "", re.sub(_QT_IMPORT, "", code))

    def trimmed(found: re.Match[str]) -> str:
        names = [name for name in re.findall(r"\w+", found[2]) if re.search(rf"\b{name}\b", body)]
        return f"from {found[1]} import {', '.join(names)}\n" if names else ""

    return re.sub(_QT_IMPORT, trimmed, code)


def _binary_catalogue(source: Path) -> bytes:
    import io

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name, abort_invalid=True)
    binary = io.BytesIO()
    write_mo(binary, catalogue)
    return binary.getvalue()


def main() -> None:
    """Bring everything up to date and name what was made."""
    for path in compile_forms() + compile_catalogues():
        print("made", path.relative_to(ROOT))


if __name__ == "__main__":
    main()
