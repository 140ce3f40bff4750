"""Vendors that an import adds, and that may be there already under nearly the same name."""

from __future__ import annotations

from collections.abc import Iterable

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.names import near
from vendorcompare.i18n import _


def near_names(given: Assessment, added: Iterable[str]) -> list[str]:
    """Say of each added name which one it is near, among those there and those before it."""
    known, found = [vendor.name for vendor in given.vendors], list[str]()
    for name in added:
        words = _('"{name}" is added; it is near "{other}" and perhaps the same vendor.')
        found += [words.format(name=name, other=other) for other in near(name, known)[:1]]
        known.append(name)
    return found
