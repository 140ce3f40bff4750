"""The foot of the window: whether everything is safe, what was done last, what is running."""

from __future__ import annotations

import math
import time
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from vendorcompare.gui.jobs import Job
from vendorcompare.gui.look import icons, plain, theme
from vendorcompare.gui.look.elided_label import ElidedLabel
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import N_, _

if TYPE_CHECKING:
    from vendorcompare.document.document import Changes

_SHOW_AFTER: Final = 300  # milliseconds; a bar that flashes up tells nobody anything
_DONE: Final = {"do": N_("{label}"), "undo": N_("Undone: {label}"), "redo": N_("Redone: {label}")}


class StatusLine(QFrame):
    """Show the state of the file, the last action with Undo, and a bar for long work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._saved_at: datetime | None = None
        self._last: Changes | None = None
        self._symbol = plain.label()
        self._state = ElidedLabel("caption")
        self._action = ElidedLabel("caption")
        self._undo = plain.button(look="quiet")
        self._undo.clicked.connect(self._on_undo)
        self._doing = ElidedLabel("caption")
        self._bar = QProgressBar()
        self._bar.setFixedSize(theme.SPACE * 18, theme.BAR)
        self._bar.setTextVisible(False)
        self._stop = plain.button(look="quiet")
        self._stop.clicked.connect(self._on_stop)
        self._shown: Job | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._show_work)
        self._lay_out()
        self._retranslate()

    def follow(self, workspace: Workspace) -> None:
        """Show the document of a workspace and its jobs from now on."""
        self._workspace = workspace
        workspace.opened.connect(self._on_opened)
        workspace.changed.connect(self._on_changed)
        workspace.filed.connect(self._on_filed)
        jobs = workspace.jobs
        jobs.started.connect(self._on_started)
        jobs.progressed.connect(self._on_progressed)
        jobs.finished.connect(self._on_finished)
        jobs.waited.connect(self._say)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._refresh()
        elif event.type() == QEvent.Type.PaletteChange:
            self._refresh()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE * 3, 2, theme.SPACE * 3, 2)
        row.setSpacing(theme.SPACE)
        for part in (self._symbol, self._state):
            row.addWidget(part)
        row.addStretch(1)
        passing: tuple[QWidget, ...] = (
            *(self._doing, self._bar, self._stop),
            *(self._action, self._undo),
        )
        for each in passing:
            row.addWidget(each)
            each.hide()
        # What comes and goes in it is not to move the page above.
        self.setMinimumHeight(self._undo.sizeHint().height() + 4)

    def _refresh(self) -> None:
        """Show the state of the file and the last action."""
        document = None if self._workspace is None else self._workspace.document
        self._symbol.setVisible(document is not None)
        self._state.setVisible(document is not None)
        self._show_last(can_undo=self._can_take_back())
        if document is None:
            return
        icon, words = self._state_of(document.is_modified, bool(document.read_only))
        if document.path is None and not document.is_modified:
            words = _("Not yet saved to a file")
        self._state.set_whole(words)
        picture = icons.pixmap(icon, "muted", 16, self.devicePixelRatioF())
        self._symbol.setPixmap(picture)

    def _can_take_back(self) -> bool:
        document = None if self._workspace is None else self._workspace.document
        if document is None:
            return False
        return document.history.can_redo if self._undone() else document.history.can_undo

    def _state_of(self, modified: bool, read_only: bool) -> tuple[str, str]:
        if read_only:
            return "lock", _("Read-only")
        if modified:
            return "check", _("All changes safe · not yet saved to the file")
        if self._saved_at is not None:
            return "save", _("Saved at {time}").format(time=f"{self._saved_at:%H:%M}")
        return "save", _("No changes since it was opened")

    def _show_last(self, *, can_undo: bool) -> None:
        self._action.setVisible(self._last is not None)
        self._undo.setVisible(self._last is not None and can_undo)
        if self._last is not None:
            words = _(_DONE[self._last.kind]).format(label=self._last.label)
            self._action.set_whole(words)
        self._name_button()

    def _name_button(self) -> None:
        """Offer to take back what is named beside the button: an undo is done again."""
        undone = self._undone()
        self._undo.setText(_("Redo") if undone else _("Undo"))
        tip = _("Do again what was undone") if undone else _("Undo the last action")
        self._undo.setAccessibleName(tip)

    def _undone(self) -> bool:
        return self._last is not None and self._last.kind == "undo"

    def _retranslate(self) -> None:
        self._name_button()
        self._bar.setAccessibleName(_("Progress"))
        self._stop.setText(_("Cancel"))

    def _on_opened(self) -> None:
        self._saved_at = self._last = None
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        self._last = changes
        self._refresh()

    def _on_filed(self) -> None:
        self._saved_at = datetime.now().astimezone()
        self._refresh()

    def _on_undo(self) -> None:
        if self._workspace is not None:
            if self._undone():
                self._workspace.redo()
            else:
                self._workspace.undo()

    def _on_started(self, job: Job) -> None:
        if job.words and self._shown is None and not self._timer.isActive():
            self._timer.start(_SHOW_AFTER)

    def _on_progressed(self, job: Job, share: float) -> None:
        if job is self._shown:
            self._bar.setRange(0, 100)
            self._bar.setValue(round(share * 100))

    def _on_finished(self, job: Job) -> None:
        if job is self._shown:
            self._show_work()

    def _on_stop(self) -> None:
        if self._shown is not None:
            self._shown.cancel()
            self._stop.setEnabled(False)  # it ends where nothing is left half done

    def _say(self) -> None:
        """Say what is being done, and what waits for it."""
        if self._workspace is not None and self._shown is not None:
            self._doing.set_whole(self._workspace.jobs.words_of(self._shown))

    def _show_work(self) -> None:
        """Show what has been going on for longest, if that is long enough to be shown."""
        running = () if self._workspace is None else self._workspace.jobs.running()
        job = next((job for job in running if job.words), None)
        if job is not None and (left := job.begun + _SHOW_AFTER / 1000 - time.monotonic()) > 0:
            self._timer.start(math.ceil(left * 1000))
            job = None
        self._shown = job
        self._doing.setVisible(job is not None)
        self._bar.setVisible(job is not None)
        self._stop.setVisible(job is not None and job.can_stop)
        self._bar.setRange(0, 0)
        if job is not None:
            self._say()
            self._stop.setEnabled(not job.is_cancelled)
