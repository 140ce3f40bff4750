"""Make the very PDF that will be printed, beside the window, whenever the document changes."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from vendorcompare.core.errors import UserError
from vendorcompare.core.parts import Part
from vendorcompare.gui.jobs import Progress
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _

if TYPE_CHECKING:
    from vendorcompare.core.assessment import Assessment
    from vendorcompare.document.document import Changes
    from vendorcompare.reports.sheets.options import SheetOptions

_PAUSE: Final = 250  # milliseconds after the last change

Take = Callable[[bytes], object]


class Preview(QObject):
    """Keep the sheet up to date; one is made at a time, and only the latest is shown.

    Signals:
        made(bytes): the sheet of the document as it is now.
        failed(UserError): why there can be no sheet.
        busy_changed(bool): a sheet is being made, or no more.
    """

    made = Signal(bytes)
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sheet = b""
        self._source: Assessment | None = None  # what the sheet was made of
        self._hash = ""
        self._working = False
        self._takers: list[Take] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._begin)
        workspace.changed.connect(self._on_changed)

    def want(self, *, at_once: bool = False) -> None:
        """Have a sheet made, at once or when the user pauses."""
        if at_once:
            self._timer.stop()
            self._begin()
        else:
            self._timer.start()

    def hand_over(self, take: Take) -> None:
        """Hand over the sheet of the document as it is now, as soon as there is one."""
        if self.is_fresh():
            take(self._sheet)
            return
        self._takers.append(take)
        self.want(at_once=True)

    def is_fresh(self) -> bool:
        """Tell whether the sheet says what the document says."""
        document = self._workspace.document
        return document is not None and self._source is document.assessment

    def _begin(self) -> None:
        document = self._workspace.document
        if document is None or self._working:
            return  # what is being made will be found out of date, and made anew
        from vendorcompare.reports.sheets.options import options_of

        assessment = document.assessment
        if not self._hash:
            with document.frozen() as frozen:
                self._hash = frozen.content_hash()
        try:
            options = options_of(assessment, content_hash=self._hash)
        except UserError as error:
            self._fail(error)
            return
        self._set_working(True)
        self._workspace.jobs.start(
            lambda _progress: _made(assessment, options, _progress),
            partial(self._on_done, assessment),
            partial(self._on_failed, assessment),
            words=_("Laying out the sheet..."),
        )

    def _on_done(self, assessment: Assessment, sheet: bytes) -> None:
        self._set_working(False)
        if self._is_late(assessment):
            return
        self._sheet, self._source = sheet, assessment
        takers, self._takers = self._takers, []
        self.made.emit(sheet)
        for take in takers:
            take(sheet)

    def _on_failed(self, assessment: Assessment, failure: Exception) -> None:
        self._set_working(False)
        if not isinstance(failure, UserError):
            raise failure  # a bug: it ends in the crash report
        if not self._is_late(assessment):
            self._fail(failure)

    def _is_late(self, assessment: Assessment) -> bool:
        """Drop what was overtaken by a change, and make the latest unless the user goes on."""
        document = self._workspace.document
        if document is not None and document.assessment is assessment:
            return False
        if document is not None and not self._timer.isActive():
            self._begin()
        return True

    def _fail(self, error: UserError) -> None:
        self._source = None
        self._takers = []
        self.failed.emit(error)

    def _set_working(self, working: bool) -> None:
        self._working = working
        self.busy_changed.emit(working)

    def _on_changed(self, changes: Changes) -> None:
        if changes.parts != {Part.SHEET}:  # which the number of the content leaves out
            self._hash = ""

    def forget(self) -> None:
        """Begin anew with another document."""
        self._timer.stop()
        self._sheet, self._source, self._hash = b"", None, ""
        self._takers = []


def _made(assessment: Assessment, options: SheetOptions, progress: Progress) -> bytes:
    """Lay out a sheet; on a thread of the pool, so that what is heavy is imported there."""
    import pypdfium2  # noqa: F401  (the view asks for it next)

    from vendorcompare.reports.sheets.writing import write_sheet

    progress.stop_if_cancelled()
    stream = io.BytesIO()
    write_sheet(assessment, stream, options)
    return stream.getvalue()
