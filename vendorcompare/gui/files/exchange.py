"""Take data in from other programs, and hand it out to them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from vendorcompare.core.errors import UserError
from vendorcompare.gui.files.choosers import FileChooser, safe_name
from vendorcompare.gui.notices.notice_bar import NoticeBar
from vendorcompare.gui.notices.problems import Problems
from vendorcompare.gui.notices.written_files import offers
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _

if TYPE_CHECKING:
    from vendorcompare.document.document import Document
    from vendorcompare.document.exchange import Answers


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
        from vendorcompare.document.exchange import export_file

        try:
            export_file(document, path)
        except UserError as error:
            self._problems.tell(error)
            return
        self._notice.show_notice(
            _('Exported as "{name}".').format(name=path.name),
            offers(path),
            "good",
        )

    def ask_import(self) -> None:
        """Ask for a file, show what it would change, and take it in."""
        document = self._workspace.document
        filters = _("Assessments and tables of scores (*.json *.csv *.tsv *.txt)")
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
        from vendorcompare.document.exchange import import_data, is_table, read_bytes

        try:
            is_table(path)
            data = read_bytes(path)
            answers = self._answers(document, path, data)
            if answers is None:
                return
            import_data(document, path, data, answers)
        except UserError as error:
            self._problems.tell(error)
            return
        words = _('"{name}" was imported.').format(name=path.name)
        self._workspace.noticed.emit(words, True)

    def _answers(self, document: Document, path: Path, data: bytes) -> Answers | None:
        """Show what importing would do, and return how to read the file; None to leave it."""
        from vendorcompare.gui.files.import_dialog import ImportDialog

        dialog = ImportDialog(document, path, data, self._window)
        self._workspace.opened.connect(dialog.reject)  # it speaks of the document before
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        answers = dialog.answers()
        dialog.deleteLater()
        return answers if agreed and document is self._workspace.document else None
