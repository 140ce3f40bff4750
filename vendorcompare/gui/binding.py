"""What a form may write: only into the document that it was filled from.

A form outlives the document that it shows: a field may say that editing is finished, a pause may
end, or a dialog may be answered when another document is open already. No form therefore writes
into "the open document". It writes through its binding, which knows where it was filled from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from vendorcompare.core.errors import UserError
from vendorcompare.gui.workspace import Workspace

if TYPE_CHECKING:
    from vendorcompare.document.document import Document


class Binding:
    """Bind a form to the one document that it was filled from."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._source: Document | None = None
        self._filling = False

    @contextmanager
    def filling(self) -> Iterator[bool]:
        """Have a form filled from the open document, and bind it to that.

        Gives whether all of it is to be filled, because it was of another document so far. What
        the form says while it is filled is nobody's wish, and is not written.
        """
        is_other = self.document is None
        self._source = self._workspace.document
        self._filling = True
        try:
            yield is_other
        except BaseException:
            self.loosen()  # half of it may be of another document
            raise
        finally:
            self._filling = False

    def held(self) -> Binding:
        """Return a binding that stays with the present document, for what is answered later."""
        held = Binding(self._workspace)
        held._source = self.document
        return held

    def loosen(self) -> None:
        """Belong to no document any more."""
        self._source = None

    @property
    def document(self) -> Document | None:
        """The document that the form was filled from, None if it is not open any more."""
        return self._source if self._source is self._workspace.document else None

    @property
    def writable(self) -> Document | None:
        """The same document, None also if it cannot be written into."""
        document = self.document
        return None if self._filling or document is None or document.read_only else document

    def refuse(self, error: UserError) -> None:
        """Tell why something was not done."""
        self._workspace.refused.emit(error)

    def attempt(self, verb: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Do what the user asked of the document that the form was filled from.

        Returns what the verb returns; None after telling why it did not work, or if the document
        is not open any more.
        """
        document = None if self._filling else self.document
        return self._workspace.attempt(document, verb, *arguments, **named)
