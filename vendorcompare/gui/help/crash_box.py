"""What is shown when something goes wrong that nobody foresaw."""

from __future__ import annotations

import platform
import traceback

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

import vendorcompare
from vendorcompare.core.errors import UserError
from vendorcompare.gui.notices.message_box import message_box
from vendorcompare.i18n import _


def box_for(error: BaseException) -> QMessageBox:
    """Make the box that tells about an error."""
    if isinstance(error, UserError):
        return _user_error_box(error)
    return _box(details_of(error))


def details_of(error: BaseException) -> str:
    """Describe a problem and the machine it happened on, without any content of a document."""
    lines = (
        f"VendorCompare {vendorcompare.__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        "",
        "".join(traceback.format_exception(error)),
    )
    return "\n".join(lines)


def _user_error_box(error: UserError) -> QMessageBox:
    parent = QApplication.activeWindow()
    return message_box(parent, QMessageBox.Icon.Warning, error.message, hint=error.hint)


def _box(details: str) -> QMessageBox:
    box = message_box(
        QApplication.activeWindow(),
        QMessageBox.Icon.Critical,
        _("Something went wrong."),
        hint=_(
            "Your assessment is safe, and you can go on working. If it happens again, "
            "copy the details and send them to whoever looks after this program."
        ),
        details=details,
        buttons=QMessageBox.StandardButton.Close,
    )
    box.setWindowTitle(_("Unexpected problem"))
    box.setDefaultButton(QMessageBox.StandardButton.Close)
    copy = box.addButton(_("Copy details"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()  # else the box would close, and the copy could not be seen to work
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    return box
