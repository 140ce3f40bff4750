"""Keys for new things."""

from __future__ import annotations

import secrets


def new_key(kind: str) -> str:
    """Return a key that no copy of the assessment carried elsewhere will make as well."""
    return f"{kind}-{secrets.token_hex(4)}"
