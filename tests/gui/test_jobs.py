from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from vendorcompare.core.errors import UserError
from vendorcompare.gui.jobs import Ends, Job, JobRunner, Progress, SameThreadPool


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    assert made.stop()
    qtbot.waitUntil(lambda: not made.is_busy())


def test_the_result_arrives_on_the_thread_of_the_window(runner: JobRunner, qtbot: QtBot) -> None:
    seen: list[object] = []
    here = QThread.currentThread()

    def work(progress: Progress) -> bool:
        return QThread.currentThread() is not here

    def done(elsewhere: bool) -> None:
        seen.extend((elsewhere, QThread.currentThread() is here))

    with qtbot.waitSignal(runner.finished):
        runner.start(work, Ends(done))
    assert seen == [True, True]
    assert not runner.is_busy()


def test_a_problem_is_delivered(runner: JobRunner, qtbot: QtBot) -> None:
    seen: list[UserError] = []

    def work(progress: Progress) -> None:
        raise UserError("no paper")

    with qtbot.waitSignal(runner.finished):
        runner.start(work, Ends(failed=seen.append))
    assert [error.message for error in seen] == ["no paper"]


def test_a_bug_is_not_swallowed(runner: JobRunner, qtbot: QtBot) -> None:
    seen: list[UserError] = []

    def work(progress: Progress) -> None:
        raise ValueError("no paper")

    with qtbot.captureExceptions() as caught, qtbot.waitSignal(runner.finished):
        runner.start(work, Ends(failed=seen.append))
    assert [str(error) for _kind, error, _trace in caught] == ["no paper"]
    assert seen == []


class Endless:
    """Work until it is told to stop, and note what came of it."""

    def __init__(self, *, obeys: bool) -> None:
        self.begun = threading.Event()
        self.seen: list[str] = []
        self.ends: Ends[str] = Ends(
            self.seen.append,
            lambda error: self.seen.append(error.message),
            lambda: self.seen.append("stopped"),
        )
        self._obeys = obeys

    def work(self, progress: Progress) -> str:
        self.begun.set()
        while not progress.cancelled:
            pass
        if self._obeys:
            progress.stop_if_cancelled()
        return "done"


@pytest.mark.parametrize(
    ("obeys", "forgotten", "seen"),
    [
        (True, False, ["stopped"]),
        (False, False, ["done"]),  # it was too late
        (True, True, []),
        (False, True, []),
    ],
)
def test_what_comes_of_a_job_that_is_to_end(
    runner: JobRunner, qtbot: QtBot, obeys: bool, forgotten: bool, seen: list[str]
) -> None:
    endless = Endless(obeys=obeys)
    job = runner.start(endless.work, endless.ends)
    assert endless.begun.wait(5)
    with qtbot.waitSignal(runner.finished):
        job.forget() if forgotten else job.cancel()
    qtbot.waitUntil(lambda: job.is_finished)
    assert endless.seen == seen


def test_what_waits_for_a_subject_comes_after_all_that_is_done_with_it(
    runner: JobRunner, qtbot: QtBot
) -> None:
    order: list[str] = []
    subject, other = object(), object()
    go_on, endless = threading.Event(), Endless(obeys=True)

    def work(progress: Progress) -> str:
        assert go_on.wait(60)
        return "done"

    runner.after(subject, lambda: order.append("at once"))
    running = runner.start(endless.work, subject=other)
    runner.start(work, Ends(order.append), subject=subject)
    runner.start(work, Ends(order.append), subject=subject)

    def begin_more() -> None:
        order.append("more")
        runner.start(work, Ends(order.append), subject=subject)

    runner.after(subject, begin_more)
    runner.after(subject, lambda: order.append("last"))
    assert order == ["at once"]
    go_on.set()
    qtbot.waitUntil(lambda: len(order) == 6)
    assert order == ["at once", "done", "done", "more", "done", "last"]
    running.forget()


def test_progress_is_told_before_the_result(qtbot: QtBot) -> None:
    runner = JobRunner(SameThreadPool())
    told: list[float] = []
    results: list[int] = []
    runner.progressed.connect(lambda _job, share: told.append(share))

    def work(progress: Progress) -> int:
        progress.report(0.25)
        progress.report(1.0)
        return 7

    runner.start(work, Ends(results.append), words="Reading")
    assert told == [0.25, 1.0]
    assert results == [7]


def test_thousands_of_reports_do_not_drown_the_window(runner: JobRunner, qtbot: QtBot) -> None:
    told: list[float] = []
    runner.progressed.connect(lambda _job, share: told.append(share))

    def work(progress: Progress) -> None:
        for i in range(10_000):
            progress.report(i / 10_000)

    with qtbot.waitSignal(runner.finished, timeout=10_000):
        runner.start(work)
    assert len(told) < 200


def test_stop_waits_for_everything(qtbot: QtBot) -> None:
    runner = JobRunner()
    ended = threading.Event()

    def work(progress: Progress) -> None:
        while not progress.cancelled:
            pass
        ended.set()

    runner.start(work)
    assert runner.stop()
    qtbot.waitUntil(lambda: not runner.is_busy())


def test_a_job_tells_whether_it_runs(qtbot: QtBot) -> None:
    runner = JobRunner(SameThreadPool())
    started: list[Job] = []
    runner.started.connect(started.append)
    job = runner.start(lambda progress: None, words="Reading")
    assert started == [job]
    assert runner.running() == ()
    assert job.words == "Reading"
