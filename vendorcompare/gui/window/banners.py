"""What the user has to know about the file that was opened."""

from __future__ import annotations

from PySide6.QtCore import QObject

from vendorcompare.gui.files.documents import DocumentController
from vendorcompare.gui.files.exchange import Exchange
from vendorcompare.gui.files.saver import Saver
from vendorcompare.gui.notices.notice_bar import NoticeAction, NoticeBar
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _


class Banners(QObject):
    """Say above the page that a file is read-only, or was written by an older version."""

    def __init__(
        self,
        workspace: Workspace,
        documents: DocumentController,
        saver: Saver,
        exchange: Exchange,
        notice: NoticeBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._saver = saver
        self._exchange = exchange
        self._notice = notice
        documents.shown.connect(self.show)

    def show(self) -> None:
        """Say what there is to say about the open document."""
        document = self._workspace.document
        if document is None:
            return
        if document.read_only:
            self._notice.show_notice(
                _("Read-only: {reason}").format(reason=document.read_only),
                (NoticeAction(_("Export..."), self._exchange.ask_export),),
                "warning",
            )
        elif document.notice:
            self._notice.show_notice(document.notice, (), "warning")
        elif document.upgraded_from is not None:
            old = ".".join(str(part) for part in document.upgraded_from)
            self._notice.show_notice(
                _(
                    "This file has the older format {old}. Saving it brings it to the present "
                    "one, after a backup; older versions of VendorCompare cannot open it then."
                ).format(old=old),
                (NoticeAction(_("Save a copy..."), self._saver.save_copy),),
            )
