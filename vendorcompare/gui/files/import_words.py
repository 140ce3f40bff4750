"""What the dialog of an import calls encodings, separators, and columns without a field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vendorcompare.i18n import N_

#: The encodings that can be chosen, and what people call them.
ENCODINGS: Final[Mapping[str, str]] = {
    "utf-8": "UTF-8",
    "gb18030": N_("Simplified Chinese (GB18030)"),
    "big5": N_("Traditional Chinese (Big5)"),
    "cp1252": N_("Western European (Windows-1252)"),
    "utf-16": "UTF-16",
}
SEPARATORS: Final[Mapping[str, str]] = {
    ",": N_("Comma"),
    ";": N_("Semicolon"),
    "\t": N_("Tab"),
}
#: What becomes of columns that hold no field.
NO_FIELDS: Final[Mapping[str | None, str]] = {
    "remark": N_("Not imported"),
    "": N_("Not read"),
    None: N_("Not known"),
}
