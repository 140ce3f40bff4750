"""Let hatchling build forms and catalogues, and put the resources into the wheel."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))  # hatchling loads this file by its path

import build_assets

_GENERATED = ["/vendorcompare/gui/forms/ui_*.py", "/resources/locale/**/*.mo"]


class AssetsHook(BuildHookInterface[Any]):
    """Make the generated files and choose where they go."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Qt only where a form is to be compiled: a source distribution brings its own."""
        if not build_assets.stale(build_assets.forms(Path(self.root))):
            return []
        needed: list[str] = self.metadata.core.dependencies
        return [name for name in needed if name.lower().startswith("pyside6")]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is stale; a wheel takes the resources in, an editable one leaves them."""
        root = Path(self.root)
        build_assets.compile_forms(root)
        build_assets.compile_catalogues(root)
        build_data["artifacts"].extend(_GENERATED)
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"].update(_resources(root))


def _resources(root: Path) -> dict[str, str]:
    return {
        str(path): f"vendorcompare/{path.relative_to(root).as_posix()}"
        for path in build_assets.runtime_resources(root)
    }
