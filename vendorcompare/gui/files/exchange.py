"""Take data in from other programs, and hand it out to them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vendorcompare.core.errors import UserError
from vendorcompare.gui.files.choosers import FileChooser, safe_name
from vendorcompare.gui.notices.notice_bar import NoticeBar
from vendorcompare.gui.notices.problems import Choice, Problems
from vendorcompare.gui.notices.written_files import offers
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _

if TYPE_CHECKING:
    from vendorcompare.document.document import Document
    from vendorcompare.document.exchange import ImportReport


class Exchange(QObject):
    """Carry out Import and Export."""

    def __init__(
        self,
        workspace: Workspace,
        chooser: FileChooser,
        problems: Problems,
        notice: NoticeBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
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
        filters = _("Assessments and tables of scores (*.json *.csv *.tsv)")
        path = self._chooser.to_open(_("Import"), filters)
        if path is not None and document is self._workspace.document:
            self.take_in(path)

    def take_in(self, path: Path) -> None:
        """Show what a file would change, and take it in as one step if the user agrees."""
        self._workspace.settle()
        document = self._workspace.document
        if document is None:
            return
        from vendorcompare.document.exchange import import_file

        try:
            report = _rehearsed(document, path)
        except UserError as error:
            self._problems.tell(error)
            return
        if not sum((report.added + report.changed).values()):
            words = _('"{name}" holds nothing that is not there already.')
            self._workspace.noticed.emit(words.format(name=path.name), False)
            return
        answer = self._problems.ask(
            _('Import "{name}"?').format(name=path.name),
            summary(report),
            (Choice("import", _("&Import")),),
        )
        if answer != "import":
            return
        if self._workspace.attempt(document, import_file, path) is not None:
            words = _('"{name}" was imported.').format(name=path.name)
            self._workspace.noticed.emit(words, True)


class _Rehearsal(Exception):
    """End a step that was only tried, so that everything is rolled back."""


def _rehearsed(document: Document, path: Path) -> ImportReport:
    """Try an import and take it back, to know what it would do."""
    from vendorcompare.document.exchange import import_file

    try:
        with document.change(_("Import")):
            report = import_file(document, path)
            raise _Rehearsal
    except _Rehearsal:
        return report


def summary(report: ImportReport) -> str:
    """Say what an import adds and changes, a line for each kind of thing."""
    from vendorcompare.document.exchange import KINDS

    line = _("{kind}: {added} new, {changed} changed, {skipped} as they are")
    return "\n".join(
        line.format(
            kind=_(KINDS[kind]),
            added=report.added[kind],
            changed=report.changed[kind],
            skipped=report.skipped[kind],
        )
        for kind in report.kinds
    )
