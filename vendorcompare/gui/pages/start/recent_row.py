"""One file on the start page that was open before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from vendorcompare.gui.files.recent import RecentFiles, place
from vendorcompare.gui.look import plain
from vendorcompare.gui.look.card import Card
from vendorcompare.i18n import _


class RecentRow(Card):
    """Show a recent file and where it lies; its menu pins and forgets it.

    A file that is gone looks pale, but stays in reach of the keys that remove it.
    """

    def __init__(self, path: Path, recent: RecentFiles, parent: QWidget | None = None) -> None:
        self.path = path
        self._recent = recent
        there = path.exists()
        pinned = recent.is_pinned(path)
        folder = place(path) if there else _("{folder} (not there)").format(folder=place(path))
        super().__init__(
            path.stem, "", folder, icon="pin" if pinned else "recent", quiet=True, parent=parent
        )
        self.set_faint(not there)
        plain.set_tool_tip(self, str(path))
        if pinned:
            self.setAccessibleDescription(_("{folder}, pinned").format(folder=folder))
        self.setProperty("contextMenuPolicy", "ActionsContextMenu")

    def complete(self) -> None:
        """Bring in the menu with its keys, which the first picture does not show."""
        from vendorcompare.gui.commands import Scope, actions

        made = actions(Scope.RECENT, self, {"pin": self._pin, "forget": self._forget})
        if self._recent.is_pinned(self.path):
            made["pin"].setText(_("Unpin"))

    def _pin(self) -> None:
        self._recent.pin(self.path, not self._recent.is_pinned(self.path))

    def _forget(self) -> None:
        self._recent.remove(self.path)
