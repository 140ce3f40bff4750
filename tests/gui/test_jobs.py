from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from vendorcompare.gui.jobs import Job, JobRunner, Progress, SameThreadPool


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
        runner.start(work, done)
    assert seen == [True, True]
    assert not runner.is_busy()


def test_a_failure_is_delivered(runner: JobRunner, qtbot: QtBot) -> None:
    seen: list[Exception] = []

    def work(progress: Progress) -> None:
        raise ValueError("no paper")

    with qtbot.waitSignal(runner.finished):
        runner.start(work, on_failed=seen.append)
    assert [str(error) for error in seen] == ["no paper"]


def test_a_failure_nobody_expects_is_not_swallowed(runner: JobRunner, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        raise ValueError("no paper")

    with qtbot.captureExceptions() as caught, qtbot.waitSignal(runner.finished):
        runner.start(work)
    assert [str(error) for _kind, error, _trace in caught] == ["no paper"]


def test_a_cancelled_job_ends_and_delivers_nothing(runner: JobRunner, qtbot: QtBot) -> None:
    begun = threading.Event()
    seen: list[object] = []

    def work(progress: Progress) -> str:
        begun.set()
        while True:
            progress.report(0.5)

    job = runner.start(work, seen.append, seen.append)
    assert begun.wait(5)
    with qtbot.waitSignal(runner.finished):
        job.cancel()
    assert job.is_finished
    assert seen == []


def test_progress_is_told_with_the_words_of_the_job(qtbot: QtBot) -> None:
    runner = JobRunner(SameThreadPool())
    told: list[tuple[float, str]] = []
    results: list[int] = []
    runner.progressed.connect(lambda job, share, words: told.append((share, words)))

    def work(progress: Progress) -> int:
        progress.report(0.25)
        progress.report(1.0, "Writing")
        return 7

    runner.start(work, results.append, words="Reading")
    assert told == [(0.25, "Reading"), (1.0, "Writing")]
    assert results == [7]


def test_thousands_of_reports_do_not_drown_the_window(runner: JobRunner, qtbot: QtBot) -> None:
    told: list[float] = []
    runner.progressed.connect(lambda job, share, words: told.append(share))

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
