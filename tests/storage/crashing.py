"""What the tests kill: processes that edit or save a document for ever.

They tell what they promise, one line each: "edited N" after a commit, "saved N" after a save.
A process that lies promises before it acts, or writes in place, as the controls of the tests
need. All are forked from one that has imported what they use, as most of their short life would
be spent on that.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import IO, Any, Final, Literal

from vendorcompare.storage import change_log, schema
from vendorcompare.storage.change_log import Label
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.store import Transaction

#: Every step writes the same number here, so that half a step shows.
KEYS = ("a", "b", "c")
LARGE = bytes(400_000)


Mode = Literal["edit", "save", "wait"]

_METHODS: Final = multiprocessing.get_all_start_methods()
_CONTEXT: Final[Any] = multiprocessing.get_context(
    "forkserver" if "forkserver" in _METHODS else "spawn"
)
_CONTEXT.set_forkserver_preload([__name__, "pytest"])


@dataclass
class Another:
    """Hold a process in which a document is open, and what it says."""

    process: BaseProcess
    said: IO[bytes] = field(repr=False)

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        self.process.kill()
        self.process.join()


@contextmanager
def another(mode: Mode, target: Path, *, lying: bool = False) -> Iterator[Another]:
    """Give a process that has opened a document, and kill it if it still lives at the end."""
    listening, saying = _CONTEXT.Pipe(duplex=False)
    home = os.environ["VENDORCOMPARE_HOME"]
    process = _CONTEXT.Process(target=_live, args=(saying, home, mode, target, lying))
    process.start()
    saying.close()
    with os.fdopen(os.dup(listening.fileno()), "rb") as said:
        listening.close()
        made = Another(process, said)
        try:
            assert said.readline() == b"ready\n"
            yield made
        finally:
            made.kill()


class _Voice:
    """Say something to whoever listens."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def say(self, line: str) -> None:
        os.write(self._connection.fileno(), f"{line}\n".encode())


def step(transaction: Transaction) -> int:
    """Write one step that touches several rows."""
    recorder = Recorder(transaction)
    head = change_log.head(transaction)
    number = head.number + 1
    for key in KEYS:
        recorder.put(schema.vendor, key, note=str(number))
    change_log.append(transaction, head, "do", Label("Count", {}), recorder.changes)
    return number


def edit(voice: _Voice, copy: WorkingCopy, *, lying: bool) -> None:
    """Make steps for ever, and promise each."""
    while True:
        if lying:
            with copy.store.begin() as transaction:
                voice.say(f"edited {change_log.last_number(transaction) + 1}")
            time.sleep(0.005)
        with copy.store.begin() as transaction:
            number = step(transaction)
        voice.say(f"edited {number}")


def save(voice: _Voice, copy: WorkingCopy, target: Path, *, lying: bool) -> None:
    """Make steps and save them for ever, and promise each."""
    with copy.store.begin() as transaction:
        Recorder(transaction).put(schema.attachment, "big", name="big", content=LARGE)
    while True:
        with copy.store.begin() as transaction:
            number = step(transaction)
        voice.say(f"edited {number}")
        if lying:
            content = target.read_bytes()
            with target.open("wb") as file:
                for start in range(0, len(content), 65536):
                    file.write(content[start : start + 65536])
                    file.flush()
        else:
            copy.publish(target)
            voice.say(f"saved {number}")


def _live(connection: Connection, home: str, mode: Mode, target: Path, lying: bool) -> None:
    os.environ["VENDORCOMPARE_HOME"] = home
    voice = _Voice(connection)
    opened = WorkingCopy.open(target)
    voice.say("ready")
    if mode == "edit":
        edit(voice, opened, lying=lying)
    elif mode == "save":
        save(voice, opened, target, lying=lying)
    else:
        time.sleep(60)
