"""Work that takes longer than a blink, done beside the window.

A job is a function of plain data: it touches no widgets, and of a document only what may be
done on any thread. What it returns, raises or reports is delivered on the thread of the window.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from vendorcompare.core.errors import UserError
from vendorcompare.i18n import _

Result = TypeVar("Result")

_REPORT_INTERVAL: Final = 0.05  # seconds; the eye needs no more, the event queue would drown


class Cancelled(Exception):
    """End a job that was told to stop."""


class Progress:
    """Connect a running job with the window; the job calls it, on the job's thread."""

    def __init__(self, report: Callable[[float], None]) -> None:
        self._report = report
        self._stop = threading.Event()
        self._last = 0.0

    def report(self, fraction: float) -> None:
        """Tell how much is done, from 0 to 1, and end the job if it was cancelled."""
        self.stop_if_cancelled()
        now = time.monotonic()
        if fraction >= 1 or now - self._last >= _REPORT_INTERVAL:
            self._last = now
            self._report(fraction)

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


@dataclass(frozen=True, slots=True)
class Ends(Generic[Result]):
    """Hold what follows when work ends; one of the three is done, on the thread of the window.

    Attributes:
        done: takes the result.
        failed: takes a problem that was to be expected; all else ends in the crash report.
        stopped: the user cancelled the work, and it left nothing behind.
    """

    done: Callable[[Result], object] = lambda _result: None
    failed: Callable[[UserError], object] | None = None
    stopped: Callable[[], object] = lambda: None


class Job:
    """Stand for work that was started; used on the thread of the window.

    Attributes:
        words: what is being done, in the user's language; "" for what nobody need know of.
        subject: what it reads or writes, such as a document; None if nothing.
        can_stop: whether the user may cancel it.
        begun: when it was started, in seconds of `time.monotonic`.
    """

    def __init__(
        self, words: str, subject: object, ends: Ends[Any], progress: Progress, *, can_stop: bool
    ) -> None:
        self.words = words
        self.subject = subject
        self.can_stop = can_stop
        self.begun = time.monotonic()
        self.is_finished = False
        self._ends = ends
        self._progress = progress
        self._is_forgotten = False

    def cancel(self) -> None:
        """Ask the work to end, as the user wishes; it may be too late."""
        self._progress.cancel()

    def forget(self) -> None:
        """Ask the work to end, and deliver nothing of it in any case."""
        self._is_forgotten = True
        self._progress.cancel()

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the work was asked to end."""
        return self._progress.cancelled

    def deliver(self, result: object, failure: Exception | None) -> None:
        """Hand over what came out, unless nobody waits for it any more."""
        self.is_finished = True
        if self._is_forgotten:
            return
        if failure is None:
            self._ends.done(result)
        elif isinstance(failure, Cancelled):
            self._ends.stopped()
        elif isinstance(failure, UserError) and self._ends.failed is not None:
            self._ends.failed(failure)
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


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    """Hold what is to be done when nothing is going on with a subject any more."""

    subject: object
    do: Callable[[], object]
    words: str


class JobRunner(QObject):
    """Run jobs in the background and deliver their results on its own thread.

    The runner owns the signals: a signal of an object that dies on a thread of the pool
    would take the application with it.

    Signals:
        started(Job): work began.
        progressed(Job, float): a share from 0 to 1 is done.
        finished(Job): work ended, whether done, failed or cancelled.
        waited(): something waits for what is going on.
    """

    started = Signal(object)
    progressed = Signal(object, float)
    finished = Signal(object)
    waited = Signal()
    _ended = Signal(object, object, object)
    _reported = Signal(object, float)

    def __init__(self, pool: Pool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = QThreadPool(self)
        self._pool: Pool = pool if pool is not None else _Threads(self._threads)
        self._running: list[Job] = []
        self._undelivered: list[Job] = []
        self._waiting: list[_Waiting] = []
        self._ended.connect(self._on_ended)
        self._reported.connect(self._on_reported)

    def start(
        self,
        work: Callable[[Progress], Result],
        ends: Ends[Result] | None = None,
        *,
        words: str = "",
        subject: object = None,
        can_stop: bool = False,
    ) -> Job:
        """Start work; the attributes of `Job` say what the names mean."""
        progress = Progress(lambda fraction: self._reported.emit(job, fraction))
        job = Job(words, subject, ends or Ends(), progress, can_stop=can_stop)
        self._running.append(job)
        self._undelivered.append(job)
        self.started.emit(job)
        self._pool.start(lambda: self._work(job, work, progress))
        return job

    def is_busy(self) -> bool:
        """Tell whether anything is running."""
        return bool(self._running)

    def running(self) -> tuple[Job, ...]:
        """Return what is running, oldest first."""
        return tuple(self._running)

    def after(self, subject: object, do: Callable[[], object], words: str = "") -> None:
        """Do something once nothing is going on with a subject, which may be at once.

        What came out of the work for it has been delivered then, and its questions answered.
        `words` say what follows, beside those of the work that it waits for.
        """
        self._waiting.append(_Waiting(subject, do, words))
        self._release()
        self.waited.emit()

    def words_of(self, job: Job) -> str:
        """Return what is being done, and what waits for it."""
        follows = [each.words for each in self._waiting if each.subject is job.subject]
        if not follows or not follows[-1]:
            return job.words
        return _("{first} {second}").format(first=job.words, second=follows[-1])

    def stop(self, milliseconds: int = 5000) -> bool:
        """Cancel everything and wait for it, as the application ends."""
        for job in self._running:
            job.forget()
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
        try:
            job.deliver(result, failure)
        finally:
            self._undelivered.remove(job)
            self._release()

    def _release(self) -> None:
        """Let those go on who wait for what is over; one of them may begin the next work."""
        for each in tuple(self._waiting):
            busy = any(job.subject is each.subject for job in self._undelivered)
            if not busy and each in self._waiting:
                self._waiting.remove(each)
                each.do()

    @Slot(object, float)
    def _on_reported(self, job: Job, fraction: float) -> None:
        if not job.is_finished and not job.is_cancelled:
            self.progressed.emit(job, fraction)


class _Threads:
    """Adapt the pool of Qt, whose `start` has more than one meaning."""

    def __init__(self, pool: QThreadPool) -> None:
        self._pool = pool

    def start(self, work: Callable[[], None], /) -> None:
        self._pool.start(work)
