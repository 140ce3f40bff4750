"""Make the very PDF that will be printed, beside the window, whenever the document changes."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from vendorcompare.core.errors import UserError
from vendorcompare.core.parts import Part
from vendorcompare.gui.jobs import Ends, Job, Progress
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _
from vendorcompare.reports.sheets import comparison

if TYPE_CHECKING:
    from vendorcompare.core.assessment import Assessment
    from vendorcompare.document.document import Changes
    from vendorcompare.document.viewing import Frozen

_PAUSE: Final = 250  # milliseconds after the last change

Take = Callable[[bytes], object]


class _Made(NamedTuple):
    """Hold a sheet, and the number of the content that it prints."""

    sheet: bytes
    content_hash: str


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
        self._key = comparison.SHEET.key
        self._sheet = b""
        self._source: Assessment | None = None  # what the sheet was made of
        self._hash = ""
        self._working = False
        self._job: Job | None = None
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

    def choose_sheet(self, key: str) -> None:
        """Make another sheet from now on."""
        self._key, self._source = key, None

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
        frozen = document.frozen()  # its number belongs to what is laid out, whatever comes
        assessment = frozen.assessment
        self._set_working(True)
        self._job = self._workspace.jobs.start(
            partial(_made, frozen, self._key, self._hash),
            Ends(
                partial(self._on_done, assessment, self._key),
                partial(self._on_failed, assessment, self._key),
            ),
            words=_("Laying out the sheet..."),
        )

    def _on_done(self, assessment: Assessment, key: str, made: _Made) -> None:
        self._set_working(False)
        if self._is_late(assessment, key):
            return
        self._sheet, self._hash, self._source = made.sheet, made.content_hash, assessment
        takers, self._takers = self._takers, []
        self.made.emit(made.sheet)
        for take in takers:
            take(made.sheet)

    def _on_failed(self, assessment: Assessment, key: str, error: UserError) -> None:
        self._set_working(False)
        if not self._is_late(assessment, key):
            self._fail(error)

    def _is_late(self, assessment: Assessment, key: str) -> bool:
        """Drop what was overtaken by a change, and make the latest unless the user goes on."""
        document = self._workspace.document
        if document is not None and document.assessment is assessment and key == self._key:
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
        if self._job is not None:
            self._job.forget()
        self._set_working(False)
        self._sheet, self._source, self._hash = b"", None, ""
        self._takers = []


def _made(frozen: Frozen, key: str, content_hash: str, progress: Progress) -> _Made:
    """Lay out a sheet; on a thread of the pool, so that what is heavy is imported there."""
    import pypdfium2  # noqa: F401  (the view asks for it next)

    from vendorcompare.reports.sheets.choosing import options_of
    from vendorcompare.reports.sheets.writing import write_sheet

    with frozen:
        content_hash = content_hash or frozen.content_hash()
    options = options_of(frozen.assessment, content_hash=content_hash, sheet=key)
    progress.stop_if_cancelled()
    stream = io.BytesIO()
    write_sheet(frozen.assessment, stream, options)
    return _Made(stream.getvalue(), content_hash)
