"""One save of a document, which goes on being edited meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vendorcompare.document.history import Step
from vendorcompare.storage.file.publish import Report, unreported
from vendorcompare.storage.file.working_copy import WorkingCopy


class Saving:
    """Write a document to a file on any thread, and be finished on the document's own.

    Attributes:
        target: the file.
        number: that of the last step that was written, -1 before.
        places: where the document stood at each number of its log since the save was begun.
    """

    def __init__(
        self,
        copy: WorkingCopy,
        target: Path,
        finished: Callable[[Saving], None],
        *,
        overwrite_changed: bool,
    ) -> None:
        """Prepare; `finished` lets the document know."""
        self._copy = copy
        self._finished = finished
        self._overwrite_changed = overwrite_changed
        self.target = target
        self.number = -1
        self.places: dict[int, Step] = {}

    def write(self, report: Report = unreported) -> None:
        """Write the file; `report` is told the share that is done, and may raise to give it up.

        Raises SaveFailed, or TargetChanged where somebody else wrote the file since.
        """
        published = self._copy.publish(
            self.target, overwrite_changed=self._overwrite_changed, report=report
        )
        self.number = published.number

    def finish(self) -> None:
        """Let the document know; what was done or undone meanwhile is not in the file."""
        self._finished(self)
