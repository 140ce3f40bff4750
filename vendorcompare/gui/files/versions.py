"""What can be brought back: earlier versions of a file, and edits that a crash left."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from vendorcompare import files
from vendorcompare.core.errors import UserError
from vendorcompare.gui import warm_up
from vendorcompare.gui.files.choosers import FileChooser, document_filter, safe_name
from vendorcompare.gui.files.documents import DocumentController
from vendorcompare.gui.jobs import Ends, Job, Progress
from vendorcompare.gui.notices.problems import Problems
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _

if TYPE_CHECKING:
    from vendorcompare.document.document import Document
    from vendorcompare.document.versions import EarlierVersion
    from vendorcompare.storage.file.leftovers import Leftover


class Versions(QObject):
    """Offer what was kept, and throw nothing away unless told to."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        documents: DocumentController,
        chooser: FileChooser,
        problems: Problems,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._documents = documents
        self._chooser = chooser
        self._problems = problems
        self._listing: Job | None = None
        workspace.leaving.connect(self._on_leaving)

    def show_backups(self) -> None:
        """List the earlier versions of the open document and open one under a name."""
        from vendorcompare.document.versions import earlier_versions, present

        self._workspace.settle()
        document = self._workspace.document
        if document is None:
            return
        path, frozen = document.path, document.frozen()

        def work(progress: Progress) -> list[EarlierVersion]:
            with frozen:
                now = present(path, frozen)
            return earlier_versions(now, progress.report)

        self._listing = self._workspace.jobs.start(
            work,
            Ends(partial(self._offer_versions, document)),
            words=_("Looking through the earlier versions..."),
            can_stop=True,
        )

    def _on_leaving(self) -> None:
        """Look no further where the document goes whose versions were looked for."""
        if self._listing is not None:
            self._listing.forget()

    def _offer_versions(self, document: Document, found: list[EarlierVersion]) -> None:
        from vendorcompare.gui.files.backups_dialog import BackupsDialog

        if self._workspace.document is not document:
            return
        dialog = BackupsDialog(found, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        version = dialog.chosen()
        dialog.deleteLater()
        if not accepted or version is None:
            return
        name = safe_name(version.title or document.assessment.title)
        when = f"{version.made_at.astimezone():%Y-%m-%d %H%M}"
        target = self._chooser.to_save(
            _("Save the earlier version as"), document_filter(), Path(f"{name} {when}.vcmp"), "vcmp"
        )
        if target is not None:
            self._bring_back(version.path, target)

    def look_for_leftovers(self, wanted: Path | None = None) -> None:
        """Offer the edits of sessions that crashed, and open the file that is wanted.

        Edits of that very file are offered first: once it is open, they could not be taken up.
        """
        self._workspace.jobs.start(_leftovers, Ends(partial(self._begin, wanted)))

    def _begin(self, wanted: Path | None, found: list[Leftover]) -> None:
        first = wanted is not None and any(
            leftover.target is not None and files.is_same(leftover.target, wanted)
            for leftover in found
        )
        if wanted is not None and not first:
            self._documents.open(wanted)
        taken_up = bool(found) and self._offer(found)
        if wanted is not None and first and not taken_up:
            self._documents.open(wanted)

    def _offer(self, found: list[Leftover]) -> bool:
        """Ask what is to become of unsaved work; True if a document is being opened."""
        from vendorcompare.gui.files.recovery_dialog import RecoveryDialog

        chosen: list[object] = []
        dialog = RecoveryDialog(found, self._problems, self._window)
        for wish, do in (
            (dialog.recover_wanted, self._documents.recover),
            (dialog.open_wanted, self._documents.open),
        ):
            wish.connect(chosen.append)
            wish.connect(do)
        dialog.exec()
        dialog.deleteLater()
        return bool(chosen)

    def _bring_back(self, source: Path, target: Path) -> None:
        """Write an earlier version to a file and open it, the open document making room first.

        The file can be the one that is open: then the version in it is saved or given up as the
        user wishes, kept as a backup, and replaced.
        """
        document = self._workspace.document
        path = None if document is None else document.path
        if path is not None and files.is_same(path, target):
            self._documents.close(partial(self._restore, source, target, was_open=True))
        else:
            self._restore(source, target, was_open=False)

    def _restore(self, source: Path, target: Path, *, was_open: bool) -> None:
        def failed(error: UserError) -> None:
            self._problems.tell(error)
            if was_open:
                self._documents.open(target)

        def work(_progress: Progress) -> None:
            from vendorcompare.document.versions import restore

            restore(source, target)

        replaced = target.exists()
        self._workspace.jobs.start(
            work,
            Ends(lambda _result: self._open_restored(target, replaced=replaced), failed),
            words=_('Writing "{name}"...').format(name=target.name),
        )

    def _open_restored(self, target: Path, *, replaced: bool) -> None:
        """Open what came back, and say where it is and what became of what it replaced."""
        words = _('The earlier version was saved as "{name}".')
        if replaced:
            words = _('"{name}" is the earlier version now; what it was is kept among them.')

        def tell() -> None:
            document = self._workspace.document
            path = None if document is None else document.path
            if path is not None and files.is_same(path, target):
                self._workspace.noticed.emit(words.format(name=target.name), False)

        self._workspace.opened.connect(tell, Qt.ConnectionType.SingleShotConnection)
        self._documents.open(target)


def _leftovers(_progress: Progress) -> list[Leftover]:
    warm_up.finish()
    from vendorcompare.storage.file.leftovers import leftovers

    return leftovers()
