"""What can be done with a file that was just written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from vendorcompare.gui.notices.notice_bar import NoticeAction
from vendorcompare.i18n import _


def offers(path: Path) -> tuple[NoticeAction, NoticeAction]:
    """Offer to open a file, and to show where it is."""
    return (
        NoticeAction(_("Open"), partial(_open, path)),
        NoticeAction(_("Show in folder"), partial(_open, path.parent)),
    )


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
