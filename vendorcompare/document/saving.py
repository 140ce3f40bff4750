"""One save of a document, which goes on being edited meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vendorcompare.document.history import Step
from vendorcompare.storage.file.publish import Report, unreported
from vendorcompare.storage.file.working_copy import WorkingCopy

if TYPE_CHECKING:
    from vendorcompare.document.document import Document


class Saving:
    """Write a document to a file on any thread, and be finished on the document's own.

    Attributes:
        target: the file.
        places: where the document stood at each number of its log since the save was begun.
    """

    def __init__(
        self, document: Document, copy: WorkingCopy, target: Path, *, overwrite_changed: bool
    ) -> None:
        self._document = document
        self._copy = copy
        self._overwrite_changed = overwrite_changed
        self._number = -1  # of what was written
        self.target = target
        self.places: dict[int, Step] = {}

    def write(self, report: Report = unreported) -> None:
        """Write the file; `report` is told the share that is done, and may raise to give it up.

        Raises SaveFailed, or TargetChanged where somebody else wrote the file since.
        """
        published = self._copy.publish(
            self.target, overwrite_changed=self._overwrite_changed, report=report
        )
        self._number = published.number

    def finish(self) -> None:
        """Let the document know; what was done or undone meanwhile is not in the file."""
        self._document.take_in()
        self._document.history.mark_clean(self.places[self._number])
        self._document.saved.emit(self.target)
