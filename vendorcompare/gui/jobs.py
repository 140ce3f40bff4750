"""Work that takes longer than a blink, done beside the window.

A job is a function of plain data: it touches neither widgets nor the session of a
document. What it returns, raises or reports is delivered on the thread of the window.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, Final, Protocol, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

Result = TypeVar("Result")

_REPORT_INTERVAL: Final = 0.05  # seconds; the eye needs no more, the event queue would drown


class Cancelled(Exception):
    """End a job that was told to stop."""


class Progress:
    """Connect a running job with the window; the job calls it, on the job's thread."""

    def __init__(self, report: Callable[[float, str], None]) -> None:
        self._report = report
        self._stop = threading.Event()
        self._last = 0.0

    def report(self, fraction: float, words: str = "") -> None:
        """Tell how much is done, from 0 to 1, and end the job if it was cancelled."""
        self.stop_if_cancelled()
        now = time.monotonic()
        if fraction >= 1 or now - self._last >= _REPORT_INTERVAL:
            self._last = now
            self._report(fraction, words)

    def stop_if_cancelled(self) -> None:
        """End the job if it was cancelled."""
        if self._stop.is_set():
            raise Cancelled

    @property
    def cancelled(self) -> bool:
        """Tell whether the job was cancelled."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the job to end at the next convenient point."""
        self._stop.set()


class Job:
    """Stand for work that was started; used on the thread of the window."""

    def __init__(
        self,
        words: str,
        on_done: Callable[[Any], object] | None,
        on_failed: Callable[[Exception], object] | None,
    ) -> None:
        self.words = words
        self.progress: Progress | None = None
        self.is_finished = False
        self._on_done = on_done
        self._on_failed = on_failed

    def cancel(self) -> None:
        """Ask the work to end; neither its result nor a failure will be delivered."""
        if self.progress is not None:
            self.progress.cancel()

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the work was asked to end."""
        return self.progress is not None and self.progress.cancelled

    def deliver(self, result: object, failure: Exception | None) -> None:
        """Hand over what came out, unless nobody waits for it any more."""
        self.is_finished = True
        if self.is_cancelled:
            return
        if failure is None:
            if self._on_done is not None:
                self._on_done(result)
        elif self._on_failed is not None:
            self._on_failed(failure)
        else:
            raise failure  # nobody swallows it: it ends in the crash report


class Pool(Protocol):
    """Run functions, sooner or later, here or elsewhere."""

    def start(self, work: Callable[[], None], /) -> object:
        """Run a function."""


class SameThreadPool:
    """Run functions at once; for tests and for scripts."""

    def start(self, work: Callable[[], None], /) -> None:
        """Run a function before returning."""
        work()


class JobRunner(QObject):
    """Run jobs in the background and deliver their results on its own thread.

    The runner owns the signals: a signal of an object that dies on a thread of the pool
    would take the application with it.

    Signals:
        started(Job): work began.
        progressed(Job, float, str): a share from 0 to 1 is done, and what is being done.
        finished(Job): work ended, whether done, failed or cancelled.
    """

    started = Signal(object)
    progressed = Signal(object, float, str)
    finished = Signal(object)
    _ended = Signal(object, object, object)
    _reported = Signal(object, float, str)

    def __init__(self, pool: Pool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = QThreadPool(self)
        self._pool: Pool = pool if pool is not None else _Threads(self._threads)
        self._running: list[Job] = []
        self._ended.connect(self._on_ended)
        self._reported.connect(self._on_reported)

    def start(
        self,
        work: Callable[[Progress], Result],
        on_done: Callable[[Result], object] | None = None,
        on_failed: Callable[[Exception], object] | None = None,
        *,
        words: str = "",
    ) -> Job:
        """Start work; `words` tell the user, in the current language, what is being done."""
        job = Job(words, on_done, on_failed)
        progress = Progress(lambda fraction, doing: self._reported.emit(job, fraction, doing))
        job.progress = progress
        self._running.append(job)
        self.started.emit(job)
        self._pool.start(lambda: self._work(job, work, progress))
        return job

    def is_busy(self) -> bool:
        """Tell whether anything is running."""
        return bool(self._running)

    def running(self) -> tuple[Job, ...]:
        """Return what is running, oldest first."""
        return tuple(self._running)

    def stop(self, milliseconds: int = 5000) -> bool:
        """Cancel everything and wait for it, as the application ends."""
        for job in self._running:
            job.cancel()
        return self._threads.waitForDone(milliseconds)

    def _work(self, job: Job, work: Callable[[Progress], object], progress: Progress) -> None:
        """Run on a thread of the pool; every way out reports the end."""
        result: object = None
        failure: Exception | None = None
        try:
            progress.stop_if_cancelled()
            result = work(progress)
        except Exception as error:  # noqa: BLE001  (delivered to whoever started the job)
            failure = error
        self._ended.emit(job, result, failure)

    @Slot(object, object, object)
    def _on_ended(self, job: Job, result: object, failure: Exception | None) -> None:
        self._running.remove(job)
        self.finished.emit(job)
        job.deliver(result, failure)

    @Slot(object, float, str)
    def _on_reported(self, job: Job, fraction: float, words: str) -> None:
        if not job.is_finished and not job.is_cancelled:
            self.progressed.emit(job, fraction, words or job.words)


class _Threads:
    """Adapt the pool of Qt, whose `start` has more than one meaning."""

    def __init__(self, pool: QThreadPool) -> None:
        self._pool = pool

    def start(self, work: Callable[[], None], /) -> None:
        self._pool.start(work)
