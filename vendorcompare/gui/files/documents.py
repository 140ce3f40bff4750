"""Open and close: one document makes room for the next.

One document is open at a time. Everything heavy is imported where it is first needed, so
that the window is there before the database engine is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vendorcompare import files
from vendorcompare.core.errors import DocumentInUse, UserError
from vendorcompare.gui import warm_up
from vendorcompare.gui.files import creation
from vendorcompare.gui.files.choosers import FileChooser, document_filter
from vendorcompare.gui.files.creation import Wishes
from vendorcompare.gui.files.recent import RecentFiles
from vendorcompare.gui.files.saver import Saver
from vendorcompare.gui.jobs import Ends, Job, Progress
from vendorcompare.gui.notices.problems import Choice, Problems, Role
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _

if TYPE_CHECKING:
    from vendorcompare.core.assessment import Assessment
    from vendorcompare.document.document import Document
    from vendorcompare.storage.file.leftovers import Leftover


def _nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """Hold what is to follow when the open document is given up, or is not."""

    then: Callable[[], object]
    stay: Callable[[], object]
    agreed: Assessment | None


class DocumentController(QObject):
    """Open, make and close documents.

    Signals:
        shown(): another document is on the screen.
        found_elsewhere(): a file is open in another window, which came to the front.
        stayed(): the open document was to be given up, but the user stays with it.
    """

    shown = Signal()
    found_elsewhere = Signal()
    stayed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        recent: RecentFiles,
        chooser: FileChooser,
        problems: Problems,
        saver: Saver,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._recent = recent
        self._chooser = chooser
        self._problems = problems
        self._saver = saver
        saver.given_up.connect(self._stay)  # whoever wanted to leave has to see to that first
        self._making: Job | None = None
        self._left: Assessment | None = None  # the state that the user agreed to leave
        self._wish: _Wish | None = None

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        path = self._chooser.to_open(_("Open assessment"), document_filter())
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a file in place of the document that is open."""
        document = self._workspace.document
        if (
            document is not None
            and document.path is not None
            and files.is_same(document.path, path)
        ):
            self._workspace.noticed.emit(
                _('"{name}" is already open.').format(name=path.name), False
            )
            return
        self._begin(
            lambda: _opened(path),
            _('Opening "{name}"...').format(name=path.name),
            _('"{name}" could not be opened.').format(name=path.name),
        )

    def create(self, wishes: Wishes) -> None:
        """Create a new assessment and show it."""
        self._begin(lambda: _created(wishes), _("Creating the assessment..."))

    def open_sample(self) -> None:
        """Open the sample as an untitled copy, so that nobody can spoil it."""
        self._begin(_sample, _("Opening the sample..."))

    def recover(self, leftover: Leftover) -> None:
        """Take up edits that a crash left behind."""
        self._begin(lambda: _recovered(leftover), _("Recovering..."))

    def show(self, document: Document) -> None:
        """Put a document on the screen and give up the one before."""
        before = self._workspace.document
        self._workspace.open(document)
        if before is not None:
            before.close()
        if document.path is not None:
            self._recent.add(document.path)
        self.shown.emit()

    def leave(
        self,
        then: Callable[[], object],
        stay: Callable[[], object] = _nothing,
        agreed: Assessment | None = None,
    ) -> None:
        """Go on once the open document may be given up, or `stay` if the user stays with it.

        What is being written is finished first. Then unsaved changes are asked about, unless it
        is agreed already that this state may be left. A later wish takes the place of this one.
        """
        self._stay()
        self._wish = _Wish(then, stay, agreed)
        self._workspace.settle()
        self._go_on_when_idle()

    def close(self, then: Callable[[], object] = _nothing) -> bool:
        """Close the document once it may be; True if it is closed already. `then` follows it."""
        self.leave(partial(self._close, then))
        return self._workspace.document is None

    def is_leaving(self) -> bool:
        """Tell whether the document is about to be given up, after what is being written."""
        return self._wish is not None

    def _go_on_when_idle(self) -> None:
        document = self._workspace.document
        if document is None:
            self._go()
        else:
            words = _("Then it goes on.")
            self._workspace.jobs.after(document, self._ask_to_leave, words)

    def _ask_to_leave(self) -> None:
        """Ask what to do with unsaved changes."""
        wish = self._wish
        if wish is None:
            return
        self._workspace.settle()
        document = self._workspace.document
        if document is None or not document.is_modified or document.assessment is wish.agreed:
            self._go()
            return
        answer = self._problems.ask(
            _('Save the changes to "{name}"?').format(name=name_of(document)),
            _("If you do not save, the file stays exactly as it was."),
            (
                Choice("save", _("&Save")),
                Choice("discard", _("&Don't save"), Role.DestructiveRole),
            ),
        )
        if self._wish is not wish:
            return  # another wish came meanwhile
        if answer == "save":
            self._saver.save(self._go_on_when_idle)  # what is done meanwhile is asked about
        elif answer == "discard":
            self._go()
        else:
            self._stay()

    def _go(self) -> None:
        wish, self._wish = self._wish, None
        if wish is not None:
            wish.then()

    def _stay(self) -> None:
        wish, self._wish = self._wish, None
        if wish is not None:
            wish.stay()
            self.stayed.emit()

    def _close(self, then: Callable[[], object]) -> None:
        document = self._workspace.document
        if document is not None:
            self._workspace.open(None)
            document.close()
        then()

    def _begin(self, make: Callable[[], Document], words: str, failed: str = "") -> None:
        """Make a document beside the window and show it; `failed` introduces why it was not."""
        if self._making is None or self._making.is_finished:
            self.leave(partial(self._make, make, words, failed))

    def _make(self, make: Callable[[], Document], words: str, failed: str) -> None:
        self._left = self._state()

        def work(_progress: Progress) -> Document:
            warm_up.finish()
            return make()

        ends = Ends(self._on_made, partial(self._on_failed, failed))
        self._making = self._workspace.jobs.start(work, ends, words=words)

    def _on_made(self, document: Document) -> None:
        """Show what was made, unless the user went on working and wants to stay with that."""
        self.leave(partial(self.show, document), document.close, self._left)

    def _state(self) -> Assessment | None:
        """Return the open document as it is; every step makes another object of it."""
        document = self._workspace.document
        return None if document is None else document.assessment

    def _on_failed(self, failed: str, error: UserError) -> None:
        if isinstance(error, DocumentInUse):
            self._call(failed, error)
        else:
            self._problems.tell(error, failed)

    def _call(self, failed: str, error: DocumentInUse) -> None:
        """Call the window that has the file."""
        from vendorcompare.gui.files.other_window import (
            Call,  # brings the network, which few ever need
        )

        ring = Call(error.session, self)
        ring.answered.connect(partial(self._on_called, failed, error))
        ring.call()

    def _on_called(self, failed: str, error: DocumentInUse, came: bool) -> None:
        """Say no more than needed where the other window has come to the front."""
        if not came:
            self._problems.tell(error, failed)
            return
        self._workspace.noticed.emit(error.message, False)
        self.found_elsewhere.emit()


def name_of(document: Document) -> str:
    """Return what a document is called: its file, else its title."""
    if document.path is not None:
        return document.path.name
    return document.assessment.title or _("Untitled")


def _created(wishes: Wishes) -> Document:
    warm_up.finish("vendorcompare.document.creation")
    return creation.create(wishes)


def _opened(path: Path) -> Document:
    from vendorcompare.document.document import Document

    return Document.open(path)


def _recovered(leftover: Leftover) -> Document:
    from vendorcompare.document.document import Document

    return Document.recover(leftover)


def _sample() -> Document:
    from vendorcompare.document import sample

    return sample.open_sample()
