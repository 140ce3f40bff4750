"""The files that prove one score: add, open, save, remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from vendorcompare.core.assessment import Assessment, Attachment
from vendorcompare.document.edits import project as edits
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.files.choosers import FileChooser, any_filter
from vendorcompare.gui.jobs import Ends, Progress, Result
from vendorcompare.gui.look import icons, plain, theme
from vendorcompare.gui.look.elided_label import ElidedLabel
from vendorcompare.gui.notices.problems import Choice, Problems
from vendorcompare.gui.pages import attachments
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import N_, _

if TYPE_CHECKING:
    from vendorcompare.document.document import Document
    from vendorcompare.document.viewing import Frozen

_VERBS: Final = (
    ("open", "open", N_('Open "{name}"')),
    ("save", "save-as", N_('Save "{name}" as...')),
    ("remove", "remove", N_('Remove "{name}"')),
)


class AttachmentList(QWidget):
    """Show the attachments of one vendor and criterion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._bound: Binding | None = None
        self._place = ("", "")
        self._shown: Sequence[Attachment] = ()
        self._copies = attachments.OpenedCopies()
        self._title = plain.label(look="heading")
        self._add = plain.button(look="quiet")
        self._add.setIcon(icons.icon("attachment", "accent"))
        self._add.clicked.connect(self._on_add)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE // 2)
        column.addLayout(head)
        column.addLayout(self._rows)
        self.retranslate()

    def follow(self, workspace: Workspace) -> None:
        """Work on the document of a workspace from now on."""
        self._workspace = workspace
        self._bound = Binding(workspace)
        workspace.leaving.connect(self._copies.clear)

    def show_place(self, vendor: str, criterion: str, *, enabled: bool) -> None:
        """Show the files of a vendor and criterion."""
        if self._workspace is None or self._bound is None:
            return
        with self._bound.filling():
            self._fill_place(self._workspace.assessment, vendor, criterion, enabled=enabled)

    def _fill_place(self, given: Assessment, vendor: str, criterion: str, *, enabled: bool) -> None:
        self._place = (vendor, criterion)
        self._name_button()
        found = tuple(a for a in given.attachments if (a.vendor, a.criterion) == self._place)
        self._add.setEnabled(enabled)
        if found != self._shown:
            self._shown = found
            self._fill(enabled=enabled)

    def names(self) -> list[str]:
        """Return the names of the files that are shown."""
        return [attachments.safe_name(attachment.name) for attachment in self._shown]

    def forget(self) -> None:
        """Show no files of the document that is being left."""
        self._place, self._shown = ("", ""), ()
        self._fill(enabled=False)
        if self._bound is not None:
            self._bound.loosen()

    def attach(self, path: Path) -> None:
        """Keep a file in the document."""
        if self._bound is not None:
            self._attach(self._bound.document, self._place, path)

    def open(self, attachment: Attachment) -> None:
        """Show a file in another program, from a private copy, after asking."""
        if not attachments.is_openable(attachment.name):
            self.save(attachment)
            return
        choice = Choice("open", _("Open"))
        question = _('Open "{name}" in another program?').format(
            name=attachments.safe_name(attachment.name)
        )
        hint = _("It came with this document. Open it only if you trust where it is from.")
        document = self._document()
        answer = Problems(self.window()).ask(question, hint, [choice])
        if answer == "open" and document is not None and document is self._document():
            self._let_out(
                document,
                lambda frozen: self._copies.put(
                    attachment.key, attachment.name, frozen.attachment(attachment.key)
                ),
                lambda copy: QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))),
                _('Opening "{name}"...').format(name=attachments.safe_name(attachment.name)),
            )

    def save(self, attachment: Attachment) -> None:
        """Write a file where the user wants it."""
        suggestion = attachments.safe_name(attachment.name)
        document = self._document()
        path = FileChooser.of(self).to_save(
            _("Save attachment"), any_filter(), Path(suggestion), Path(suggestion).suffix[1:]
        )
        if path is not None and document is self._document():
            self.save_to(attachment, path)

    def save_to(self, attachment: Attachment, path: Path) -> None:
        """Write a file under a name."""
        document, workspace = self._document(), self._workspace
        if workspace is None or document is None:
            return
        done = _('Saved as "{name}".').format(name=path.name)
        self._let_out(
            document,
            lambda frozen: attachments.save_as(path, frozen.attachment(attachment.key)),
            lambda _result: workspace.noticed.emit(done, False),
            _('Writing "{name}"...').format(name=path.name),
        )

    def _let_out(
        self,
        document: Document,
        write: Callable[[Frozen], Result],
        done: Callable[[Result], object],
        words: str,
    ) -> None:
        """Write a file from what the document holds now, beside the window."""
        if self._workspace is None:
            return
        frozen = document.frozen()

        def work(_progress: Progress) -> Result:
            with frozen:
                return write(frozen)

        ends = Ends(done, self._workspace.refused.emit)
        self._workspace.jobs.start(work, ends, words=words, subject=document)

    def remove(self, attachment: Attachment) -> None:
        """Take a file out of the document, beside the window."""
        document = self._document()
        if self._workspace is None or document is None:
            return

        def work(_progress: Progress) -> None:
            with document.change_beside(N_("Remove attachment")):
                edits.detach(document, attachment.key)

        self._workspace.jobs.start(
            work,
            Ends(lambda _result: document.take_in(), self._workspace.refused.emit),
            words=_('Removing "{name}"...').format(name=attachments.safe_name(attachment.name)),
            subject=document,
        )

    def retranslate(self) -> None:
        """Give the list its words."""
        self._title.setText(_("Attachments"))
        self._add.setText(_("Attach..."))
        self._name_button()
        self._fill(enabled=self._add.isEnabled())

    def _name_button(self) -> None:
        of_a_score = bool(self._place[1])
        self._add.setAccessibleName(
            _("Attach a file to this score") if of_a_score else _("Attach a file to this vendor")
        )

    def _document(self) -> Document | None:
        """Return the document whose files are shown, None if it is not open any more."""
        return None if self._bound is None else self._bound.document

    def _fill(self, *, enabled: bool) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()  # it may hold the very button whose click is being handled
        for attachment in self._shown:
            self._rows.addWidget(self._row(attachment, enabled=enabled))

    def _row(self, attachment: Attachment, *, enabled: bool) -> QWidget:
        name = attachments.safe_name(attachment.name)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2)
        label = ElidedLabel("")
        label.set_whole(name)
        across.addWidget(label)
        across.addWidget(plain.label(attachments.size_words(attachment.size), "caption"))
        across.addStretch(1)
        for verb, icon, words in _VERBS:
            if verb == "open" and not attachments.is_openable(attachment.name):
                continue
            button = QToolButton()
            button.setIcon(icons.icon(icon))
            button.setIconSize(QSize(16, 16))
            button.setAccessibleName(_(words).format(name=name))
            plain.set_tool_tip(button, _(words).format(name=name))
            button.setEnabled(enabled or verb != "remove")
            button.setProperty("verb", verb)
            button.setProperty("attachment", attachment.key)
            button.clicked.connect(self._on_verb)
            across.addWidget(button)
        return row

    def _on_verb(self) -> None:
        button = self.sender()
        key, verb = button.property("attachment"), button.property("verb")
        attachment = next((a for a in self._shown if a.key == key), None)
        if attachment is not None:
            {"open": self.open, "save": self.save, "remove": self.remove}[str(verb)](attachment)

    def _on_add(self) -> None:
        document, place = self._document(), self._place  # another one may come meanwhile
        path = FileChooser.of(self).to_open(_("Attach a file"), any_filter())
        if path is not None and document is self._document():
            self._attach(document, place, path)

    def _attach(self, document: Document | None, place: tuple[str, str], path: Path) -> None:
        """Take a file in beside the window: large ones take a while to read and to keep."""
        if self._workspace is None or document is None:
            return
        vendor, criterion = place

        def work(progress: Progress) -> None:
            name, media_type, content = attachments.taken_in(path)
            progress.stop_if_cancelled()
            with document.change_beside(N_("Attach file")):
                edits.attach(
                    document, name, media_type, content, vendor=vendor, criterion=criterion
                )
                progress.stop_if_cancelled()

        self._workspace.jobs.start(
            work,
            Ends(lambda _result: document.take_in(), self._workspace.refused.emit),
            words=_('Attaching "{name}"...').format(name=attachments.safe_name(path.name)),
            subject=document,
            can_stop=True,
        )
