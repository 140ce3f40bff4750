"""Write documents to files beside the window, and ask where that cannot be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vendorcompare import files
from vendorcompare.core.errors import SaveFailed, TargetChanged, UserError
from vendorcompare.gui.files.choosers import FileChooser, document_filter, safe_name
from vendorcompare.gui.files.recent import RecentFiles
from vendorcompare.gui.jobs import Ends, Progress
from vendorcompare.gui.notices.problems import CANCEL, Choice, Problems, Role
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _

if TYPE_CHECKING:
    from vendorcompare.document.document import Document

Then = Callable[[], object]


def _nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True)
class _Order:
    """Hold what is to be saved where.

    Attributes:
        then: is done when it is in the file.
        path: None for the file that the document has by then.
        overwrites: whether what somebody else wrote there may be replaced, after a backup.
    """

    document: Document
    then: Then
    path: Path | None = None
    overwrites: bool = False


class Saver(QObject):
    """Carry out one save after the other; edits go on meanwhile and belong to the next.

    Signals:
        given_up(): what was to be saved is not; what was to follow does not.
    """

    given_up = Signal()

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
        self._orders: list[_Order] = []  # the first is being carried out

    def save(self, then: Then = _nothing) -> None:
        """Save the open document to its file."""
        self._workspace.settle()
        document = self._workspace.document
        if document is None:
            return
        has_file = document.path is not None or bool(self._orders)  # it is about to get one
        if has_file and not document.read_only:
            self._take(_Order(document, then))
        else:
            self.save_as(then)

    def save_as(self, then: Then = _nothing) -> None:
        """Ask for a name, save under it and go on with that file."""
        self._workspace.settle()
        document = self._workspace.document
        path = None if document is None else self._ask_name(document, _("Save as"))
        if document is None or path is None:
            self.given_up.emit()
            return
        is_own = document.path is not None and files.is_same(document.path, path)
        self._take(_Order(document, then, path, overwrites=not is_own))

    def save_copy(self) -> None:
        """Ask for a name, save under it and go on with the present file."""
        self._workspace.settle()
        document = self._workspace.document
        path = None if document is None else self._ask_name(document, _("Save a copy"))
        if document is None or path is None:
            return
        done = _('A copy was saved as "{name}".').format(name=path.name)
        self._workspace.jobs.start(
            lambda progress: document.save_copy(path, progress.report),
            Ends(lambda _result: self._workspace.noticed.emit(done, False), self._problems.tell),
            words=_saving(path),
            subject=document,
            can_stop=True,
        )

    def _ask_name(self, document: Document, title: str) -> Path | None:
        """Ask for a name; None also if another document is open by then."""
        suggestion = document.path or Path(f"{safe_name(document.assessment.title)}.vcmp")
        path = self._chooser.to_save(title, document_filter(), suggestion, "vcmp")
        return path if document is self._workspace.document else None

    def _take(self, order: _Order) -> None:
        """Carry out an order, after those that were given before."""
        self._orders.append(order)
        if len(self._orders) == 1:
            self._begin()

    def _begin(self) -> None:
        order = self._orders[0]
        saving = order.document.begin_save(order.path, overwrite_changed=order.overwrites)

        def work(progress: Progress) -> None:
            saving.write(progress.report)

        def done(_result: None) -> None:
            saving.finish()
            self._recent.add(saving.target)
            self._on_saved()

        self._workspace.jobs.start(
            work,
            Ends(done, self._on_failed, self._give_up),
            words=_saving(saving.target),
            subject=order.document,
            can_stop=True,
        )

    def _on_saved(self) -> None:
        """Go on with the next order that did not come true with this one."""
        done = [self._orders.pop(0)]
        while self._orders and self._orders[0].path is None:
            if self._orders[0].document.is_modified:
                break
            done.append(self._orders.pop(0))
        if self._orders:
            self._begin()
        for order in done:
            order.then()

    def _give_up(self) -> None:
        """Drop all orders: what could not be written once will not be a moment later."""
        self._orders = []
        self.given_up.emit()

    def _on_failed(self, error: UserError) -> None:
        """Leave the document open, and offer ways out."""
        match self._asked(error):
            case "elsewhere":
                order, self._orders = self._orders[0], []
                self.save_as(order.then)
            case "replace":
                self._orders[0] = replace(self._orders[0], overwrites=True)
                self._begin()
            case "retry":
                self._begin()
            case _cancel:
                self._give_up()

    def _asked(self, error: UserError) -> str:
        if isinstance(error, TargetChanged):
            return self._ask_about_theirs(error)
        if isinstance(error, SaveFailed):
            return self._ask_about_failure(error)
        self._problems.tell(error)
        return CANCEL

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


def _saving(path: Path) -> str:
    return _('Saving "{name}"...').format(name=path.name)
