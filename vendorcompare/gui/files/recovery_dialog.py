"""What a crash left behind, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from vendorcompare.core.errors import UserError
from vendorcompare.gui.files.recent import place
from vendorcompare.gui.forms.ui_recovery import Ui_RecoveryDialog
from vendorcompare.gui.notices.problems import Choice, Problems, Role
from vendorcompare.i18n import _, ngettext
from vendorcompare.storage.file.leftovers import Leftover, discard


class RecoveryDialog(QDialog):
    """List unsaved work; only the user can throw it away.

    Signals:
        recover_wanted(Leftover): the edits are to be taken up.
        open_wanted(Path): the file is to be opened as it was saved.
    """

    recover_wanted = Signal(object)
    open_wanted = Signal(object)

    def __init__(
        self, leftovers: Sequence[Leftover], problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._leftovers = list(leftovers)
        self._problems = problems
        self._form = Ui_RecoveryDialog()
        self._form.setupUi(self)
        for leftover in leftovers:
            self._form.leftovers.addItem(_words(leftover))
        self._form.leftovers.currentRowChanged.connect(self._on_row)
        self._form.leftovers.setCurrentRow(0)
        self._form.recover.clicked.connect(self._on_recover)
        self._form.open_saved.clicked.connect(self._on_open)
        self._form.discard.clicked.connect(self._on_discard)

    def _current(self) -> Leftover:
        return self._leftovers[self._form.leftovers.currentRow()]

    def _on_row(self, row: int) -> None:
        target = self._leftovers[row].target if 0 <= row < len(self._leftovers) else None
        self._form.open_saved.setEnabled(target is not None and target.exists())

    def _on_recover(self) -> None:
        leftover = self._current()
        self.accept()
        self.recover_wanted.emit(leftover)

    def _on_open(self) -> None:
        target = self._current().target
        self.accept()
        self.open_wanted.emit(target)

    def _on_discard(self) -> None:
        """Ask once more, because this cannot be undone."""
        row = self._form.leftovers.currentRow()
        answer = self._problems.ask(
            _("Discard these edits for good?"),
            _words(self._leftovers[row]),
            (Choice("discard", _("&Discard"), Role.DestructiveRole),),
        )
        if answer != "discard":
            return
        try:
            discard(self._leftovers[row])
        except UserError as error:
            self._problems.tell(error)
            return
        self._leftovers.pop(row)
        self._form.leftovers.takeItem(row)
        if not self._leftovers:
            self.accept()


def _words(leftover: Leftover) -> str:
    """Describe unsaved work: what, how much, since when, and where the file is."""
    name = leftover.title or (leftover.target.name if leftover.target else _("Untitled"))
    when = f"{leftover.edited_at.astimezone():%Y-%m-%d %H:%M}"
    edits = ngettext("{count} unsaved step", "{count} unsaved steps", leftover.edits)
    lines = [f"{name}  ·  {edits.format(count=leftover.edits)}  ·  {when}"]
    if leftover.target is None:
        lines.append(_("never saved to a file"))
    else:
        lines.append(f"{leftover.target.name}  ({place(leftover.target)})")
    if leftover.target_changed:
        lines.append(_("The file was changed or moved since then."))
    return "\n".join(lines)
