"""Open, save and close: what the user does with files.

One document is open at a time. Everything heavy is imported where it is first needed, so
that the window is there before the database engine is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vendorcompare.core.errors import DocumentInUse, SaveFailed, TargetChanged, UserError
from vendorcompare.gui import warm_up
from vendorcompare.gui.files import creation
from vendorcompare.gui.files.choosers import FileChooser, document_filter, safe_name
from vendorcompare.gui.files.creation import Wishes
from vendorcompare.gui.files.recent import RecentFiles
from vendorcompare.gui.jobs import Progress
from vendorcompare.gui.notices.problems import CANCEL, Choice, Problems, Role
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _

if TYPE_CHECKING:
    from vendorcompare.core.assessment import Assessment
    from vendorcompare.document.document import Document
    from vendorcompare.storage.file.leftovers import Leftover


class DocumentController(QObject):
    """Carry out the commands of the File menu.

    Signals:
        shown(): another document is on the screen.
        found_elsewhere(): a file is open in another window, which came to the front.
    """

    shown = Signal()
    found_elsewhere = Signal()

    def __init__(
        self,
        workspace: Workspace,
        recent: RecentFiles,
        chooser: FileChooser,
        problems: Problems,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._recent = recent
        self._chooser = chooser
        self._problems = problems
        self._opening = False
        self._left: Assessment | None = None  # the state that the user agreed to leave

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        path = self._chooser.to_open(_("Open assessment"), document_filter())
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a file in place of the document that is open."""
        document = self._workspace.document
        if document is not None and document.path is not None and is_same(document.path, path):
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

    def may_leave(self) -> bool:
        """Ask what to do with unsaved changes; False if the user stays with the document."""
        self._workspace.settle()
        document = self._workspace.document
        if document is None or not document.is_modified:
            return True
        name = name_of(document)
        answer = self._problems.ask(
            _('Save the changes to "{name}"?').format(name=name),
            _("If you do not save, the file stays exactly as it was."),
            (
                Choice("save", _("&Save")),
                Choice("discard", _("&Don't save"), Role.DestructiveRole),
            ),
        )
        if answer == "save":
            return self.save()
        return answer == "discard"

    def close(self) -> bool:
        """Close the document after asking; False if it stays open."""
        document = self._workspace.document
        if document is None:
            return True
        if not self.may_leave():
            return False
        self._workspace.open(None)
        document.close()
        return True

    def save(self) -> bool:
        """Save the document; False if it was not saved."""
        self._workspace.settle()
        document = self._workspace.document
        if document is None:
            return False
        if document.path is None or document.read_only:
            return self.save_as()
        return self._write(document, document.path)

    def save_as(self) -> bool:
        """Ask for a name, save under it and go on with that file."""
        self._workspace.settle()
        document = self._workspace.document
        if document is None:
            return False
        path = self._ask_name(document, _("Save as"))
        if path is None or document is not self._workspace.document:
            return False
        return self._write(document, path)

    def save_copy(self) -> None:
        """Ask for a name, save under it and go on with the present file."""
        self._workspace.settle()
        document = self._workspace.document
        if document is None:
            return
        path = self._ask_name(document, _("Save a copy"))
        if path is None or document is not self._workspace.document:
            return
        try:
            document.save_copy(path)
        except UserError as error:
            self._problems.tell(error)
            return
        self._workspace.noticed.emit(
            _('A copy was saved as "{name}".').format(name=path.name), False
        )

    def _begin(self, make: Callable[[], Document], words: str, failed: str = "") -> None:
        """Make a document beside the window and show it; `failed` introduces why it was not."""
        if self._opening or not self.may_leave():
            return
        self._opening = True
        self._left = self._state()

        def work(_progress: Progress) -> Document:
            warm_up.finish()
            return make()

        self._workspace.jobs.start(
            work, self._on_made, partial(self._on_failed, failed), words=words
        )

    def _on_made(self, document: Document) -> None:
        """Show what was made, unless the user went on working and wants to stay with that."""
        self._opening = False
        self._workspace.settle()
        if self._state() is self._left or self.may_leave():
            self.show(document)
        else:
            document.close()

    def _state(self) -> Assessment | None:
        """Return the open document as it is; every step makes another object of it."""
        document = self._workspace.document
        return None if document is None else document.assessment

    def _on_failed(self, failed: str, error: Exception) -> None:
        self._opening = False
        if not isinstance(error, UserError):
            raise error
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

    def _write(self, document: Document, path: Path) -> bool:
        """Write a file; what goes wrong leaves the document open and offers ways out."""
        overwrite = document.path is None or not is_same(document.path, path)
        while True:
            try:
                document.save(path, overwrite_changed=overwrite)
            except TargetChanged as error:
                answer = self._ask_about_theirs(error)
                overwrite = answer == "replace"
            except SaveFailed as error:
                answer = self._ask_about_failure(error)
            except UserError as error:
                self._problems.tell(error)
                return False
            else:
                self._recent.add(path)
                return True
            if answer == "elsewhere":
                return self.save_as()
            if answer == CANCEL:
                return False

    def _ask_about_theirs(self, error: UserError) -> str:
        return self._problems.ask(
            error.message,
            error.hint,
            (
                Choice("elsewhere", _("Save under another &name...")),
                Choice("replace", _("&Replace it, after a backup"), Role.DestructiveRole),
            ),
            error=error,
        )

    def _ask_about_failure(self, error: UserError) -> str:
        safe = _("Your changes are safe on this computer.")  # in the working copy
        return self._problems.ask(
            _("{first} {second}").format(first=safe, second=error.message),
            error.hint,
            (
                Choice("elsewhere", _("Save &elsewhere...")),
                Choice("retry", _("&Try again")),
            ),
            error=error,
        )

    def _ask_name(self, document: Document, title: str) -> Path | None:
        suggestion = document.path or Path(f"{safe_name(document.assessment.title)}.vcmp")
        return self._chooser.to_save(title, document_filter(), suggestion, "vcmp")


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


def is_same(one: Path, other: Path) -> bool:
    """Tell whether two paths name one file."""
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
