"""Take data in from other programs, and hand it out to them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from vendorcompare.gui.files.choosers import FileChooser, safe_name
from vendorcompare.gui.jobs import Ends, Progress
from vendorcompare.gui.notices.notice_bar import NoticeBar
from vendorcompare.gui.notices.problems import Problems
from vendorcompare.gui.notices.written_files import offers
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _

if TYPE_CHECKING:
    from vendorcompare.document.document import Document


class Exchange(QObject):
    """Carry out Import and Export."""

    def __init__(
        self,
        workspace: Workspace,
        chooser: FileChooser,
        problems: Problems,
        notice: NoticeBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._chooser = chooser
        self._problems = problems
        self._notice = notice

    def ask_export(self) -> None:
        """Ask for a name and write the assessment for another program."""
        self._workspace.settle()
        document = self._workspace.document
        if document is None:
            return
        filters = ";;".join((_("Whole assessment (*.json)"), _("Table of the scores (*.csv)")))
        suggestion = Path(f"{safe_name(document.assessment.title)}.json")
        path = self._chooser.to_save(_("Export"), filters, suggestion, "json")
        if path is None or document is not self._workspace.document:
            return
        frozen = document.frozen()

        def work(progress: Progress) -> None:
            from vendorcompare.document.exchange import export_file

            with frozen:
                export_file(frozen, path)

        done = _('Exported as "{name}".').format(name=path.name)
        self._workspace.jobs.start(
            work,
            Ends(
                lambda _result: self._notice.show_notice(done, offers(path), "good"),
                self._problems.tell,
            ),
            words=_('Writing "{name}"...').format(name=path.name),
            subject=document,
        )

    def ask_import(self) -> None:
        """Ask for a file, show what it would change, and take it in."""
        from vendorcompare.document.exchange import DOCUMENTS, TABLES

        document = self._workspace.document
        endings = " ".join(f"*{ending}" for ending in (*DOCUMENTS, *TABLES))
        filters = _("Assessments and tables ({endings})").format(endings=endings)
        path = self._chooser.to_open(_("Import"), filters)
        if path is not None and document is self._workspace.document:
            self.take_in(path)

    def take_in(self, path: Path) -> None:
        """Show what a file would change, and take it in as one step if the user agrees.

        Either the whole file is imported or nothing, into the document that it was shown for.
        """
        self._workspace.settle()
        document = self._workspace.document
        if document is None:
            return

        def work(_progress: Progress) -> bytes:
            from vendorcompare.document.exchange import is_table, read_bytes

            is_table(path)  # or else a document, or nothing that can be read
            return read_bytes(path)

        self._workspace.jobs.start(
            work,
            Ends(partial(self._show, document, path), self._problems.tell),
            words=_('Reading "{name}"...').format(name=path.name),
        )

    def _show(self, document: Document, path: Path, data: bytes) -> None:
        """Show what importing would do to the document that it was asked for."""
        from vendorcompare.gui.files.import_dialog import ImportDialog

        if document is not self._workspace.document:
            return
        dialog = ImportDialog(document, path, data, self._workspace.jobs, self._window)
        self._workspace.leaving.connect(dialog.reject)  # it speaks of that document
        is_imported = dialog.exec() == QDialog.DialogCode.Accepted
        self._workspace.leaving.disconnect(dialog.reject)
        dialog.deleteLater()
        if is_imported and document is self._workspace.document:
            words = _('"{name}" was imported.').format(name=path.name)
            self._workspace.noticed.emit(words, True)
