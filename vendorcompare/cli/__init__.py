"""What a script sees: one module for each command. Importing this costs nothing."""

from __future__ import annotations

from typing import Final

#: The module of each command, in the order in which the help lists them.
COMMANDS: Final = {
    "demo": "demo",
    "new": "new",
    "templates": "templates",
    "import": "import_",
    "export": "export",
    "rank": "rank",
    "costs": "costs",
    "report": "report",
    "check": "check",
    "schema": "schema",
    "self-test": "self_test",
}
