"""What the tests kill: `python -m tests.storage.crashing MODE TARGET [--lying]`.

It tells on standard output what it promises, one line each: "edited N" after a commit,
"saved N" after a save. With `--lying` it promises before it acts, or writes in place, as
the controls of the tests need.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from vendorcompare.storage import change_log, schema
from vendorcompare.storage.change_log import Label
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.store import Transaction

#: Every step writes the same number here, so that half a step shows.
KEYS = ("a", "b", "c")
LARGE = bytes(400_000)


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def step(transaction: Transaction) -> int:
    """Write one step that touches several rows."""
    recorder = Recorder(transaction)
    head = change_log.head(transaction)
    number = head.number + 1
    for key in KEYS:
        recorder.put(schema.vendor, key, note=str(number))
    change_log.append(transaction, head, "do", Label("Count", {}), recorder.changes)
    return number


def edit(copy: WorkingCopy, *, lying: bool) -> None:
    """Make steps for ever, and promise each."""
    while True:
        if lying:
            with copy.store.begin() as transaction:
                say(f"edited {change_log.last_number(transaction) + 1}")
            time.sleep(0.005)
        with copy.store.begin() as transaction:
            number = step(transaction)
        say(f"edited {number}")


def save(copy: WorkingCopy, target: Path, *, lying: bool) -> None:
    """Make steps and save them for ever, and promise each."""
    with copy.store.begin() as transaction:
        Recorder(transaction).put(schema.attachment, "big", name="big", content=LARGE)
    while True:
        with copy.store.begin() as transaction:
            number = step(transaction)
        say(f"edited {number}")
        if lying:
            content = target.read_bytes()
            with target.open("wb") as file:
                for start in range(0, len(content), 65536):
                    file.write(content[start : start + 65536])
                    file.flush()
        else:
            copy.publish(target)
            say(f"saved {number}")


if __name__ == "__main__":
    mode, path = sys.argv[1], Path(sys.argv[2])
    opened = WorkingCopy.open(path)
    say("ready")
    if mode == "edit":
        edit(opened, lying="--lying" in sys.argv)
    elif mode == "save":
        save(opened, path, lying="--lying" in sys.argv)
    else:
        time.sleep(60)
