"""Tell whoever listens that something happened, without knowing who that is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Signal(Generic[T]):
    """Call every listener with what happened, in the order in which they came."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[T], None]] = []

    def connect(self, listener: Callable[[T], None]) -> None:
        """Call a listener from now on."""
        self._listeners.append(listener)

    def disconnect(self, listener: Callable[[T], None]) -> None:
        """Stop calling a listener."""
        self._listeners.remove(listener)

    def emit(self, happened: T) -> None:
        """Call the listeners; one may come or go while they are called."""
        for listener in tuple(self._listeners):
            listener(happened)
