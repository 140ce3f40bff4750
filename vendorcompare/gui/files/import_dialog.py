"""What is to be seen and answered before a file is imported."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QWidget

from vendorcompare.collecting import undisturbed
from vendorcompare.core.errors import UserError
from vendorcompare.core.scores import UNNAMED
from vendorcompare.gui.files.import_rows import ImportRows
from vendorcompare.gui.files.import_view import ImportView, asked, begun, meanings, view_of
from vendorcompare.gui.files.import_words import ENCODINGS, SEPARATORS
from vendorcompare.gui.forms.ui_import import Ui_ImportDialog
from vendorcompare.gui.jobs import Ends, Job, JobRunner, Progress
from vendorcompare.gui.look import theme
from vendorcompare.gui.look.padded_cell import PaddedCells
from vendorcompare.i18n import _

if TYPE_CHECKING:
    from vendorcompare.document.document import Document
    from vendorcompare.document.exchange import ImportPreview

_PATIENCE: Final = 300  # milliseconds before work is shown
_NARROWEST: Final = 80
_WIDEST: Final = 260
_AIR: Final = 2 * theme.SPACE
_ROW_HEIGHT: Final = 30
_MOST_REFUSALS: Final = 5  # lines that are seen at once beside the rows
_MOST_REMARKS: Final = 5
_UNLIMITED: Final = 16_777_215


class ImportDialog(QDialog):
    """Show how a file is read and what importing it into a document would do.

    It can be imported once everything that is asked is answered and nothing is refused. The
    window waits until it is imported or given up; accepted means that it is in the document.
    """

    def __init__(
        self,
        document: Document,
        path: Path,
        data: bytes,
        jobs: JobRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        from vendorcompare.document.exchange import Answers, is_table

        self._document = document
        self._path = path
        self._data = data
        self._jobs = jobs
        self._job: Job | None = None
        self._is_importing = False
        self._answers = Answers()
        self._form = Ui_ImportDialog()
        self._form.setupUi(self)
        self._rows = ImportRows(self)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._form.busy.show)
        self._import = self._form.buttons.addButton(
            _("&Import"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        theme.set_look(self._import, "primary")
        self._import.setDefault(True)
        self._form.file.setText(_('Import "{name}"').format(name=path.name))
        self._set_up_table()
        self._is_table = is_table(path)
        self._set_up_answers()
        self._is_first = True  # of all readings
        self._form.busy.setFixedHeight(theme.BAR)
        policy = self._form.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what is below is not to move
        self._form.busy.setSizePolicy(policy)
        self._form.busy.hide()
        self._read()

    def accept(self) -> None:
        """Import, which is one step of the document, and close when that is done."""
        document, path, data, answers = self._document, self._path, self._data, self._answers

        def work(progress: Progress) -> None:
            from vendorcompare.document.exchange import import_beside

            with undisturbed():
                import_beside(document, path, data, answers, progress.stop_if_cancelled)

        self._is_importing = True
        self._begin(
            work,
            Ends(self._on_imported, self._on_not_imported, self._on_stopped),
            _('Importing "{name}"...').format(name=path.name),
        )

    def reject(self) -> None:
        """Close, or stop importing: then nothing is imported, and the file is shown again."""
        if self._job is not None and self._is_importing:
            self._job.cancel()
            return
        if self._job is not None:
            self._job.forget()
        super().reject()

    def _set_up_table(self) -> None:
        table = self._form.rows
        theme.set_look(table, "bare")
        table.setModel(self._rows)
        table.setItemDelegate(PaddedCells(table))
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        table.horizontalHeader().setMaximumSectionSize(_WIDEST)

    def _set_up_answers(self) -> None:
        from vendorcompare.document.exchange import kinds_of_tables

        form = self._form
        for widget in (form.reading, form.rows_label, form.refusals, form.refusals_label):
            widget.hide()  # until the file is read
        form.questions_box.hide()
        for kind, words in kinds_of_tables().items():
            form.kind.addItem(begun(_(words)), kind)
        for combo, choices in (
            (form.encoding, ENCODINGS),
            (form.separator, SEPARATORS),
        ):
            for value, name in choices.items():
                combo.addItem(_(name), value)
        people = [each for each in self._document.assessment.evaluators if each.key != UNNAMED]
        _offer(form.evaluator, ((each.key, each.name) for each in people))
        for combo, answer in (
            (form.kind, "kind"),
            (form.encoding, "encoding"),
            (form.separator, "separator"),
            (form.evaluator, "evaluator"),
            (form.shares, "shares"),
            (form.points, "points"),
        ):
            combo.currentIndexChanged.connect(
                lambda _index, combo=combo, answer=answer: self._on_answer(combo, answer)
            )
        for row in range(form.questions.rowCount()):
            form.questions.setRowVisible(row, False)

    def _on_answer(self, combo: QComboBox, answer: str) -> None:
        """Read the file again as the user says."""
        from vendorcompare.document.exchange import Answers

        value: Any = combo.currentData()
        self._answers = replace(
            self._answers, **{answer: getattr(Answers(), answer) if value is None else value}
        )
        self._read()

    def _read(self) -> None:
        """Read the file once more; what is still being read otherwise is dropped."""
        if self._job is not None:
            self._job.forget()
        document, path, data, answers = self._document, self._path, self._data, self._answers

        def work(_progress: Progress) -> ImportView:
            with undisturbed():
                return view_of(document, path, data, answers)

        self._begin(
            work,
            Ends(self._show_view),
            _('Reading "{name}"...').format(name=path.name),
        )

    def _begin(self, work: Callable[[Progress], Any], ends: Ends[Any], words: str) -> None:
        self._form.sentence.setText(words)
        theme.set_look(self._form.sentence, "")
        self._import.setEnabled(False)
        self._patience.start()
        self._job = self._jobs.start(work, ends, words=words, subject=self._document)

    def _on_imported(self, _result: object) -> None:
        self._patience.stop()
        self._document.take_in()
        super().accept()

    def _on_not_imported(self, error: UserError) -> None:
        self._is_importing = False
        words = _("The file cannot be imported as it is read now.")
        self._show_view(ImportView(words, "bad", refusals=(error.sentences,)))

    def _on_stopped(self) -> None:
        self._is_importing = False
        self._read()

    def _show_view(self, view: ImportView) -> None:
        self._patience.stop()
        form = self._form
        form.busy.hide()
        form.sentence.setText(view.sentence)
        theme.set_look(form.sentence, view.tone)
        form.remarks.setText("\n".join(view.remarks[:_MOST_REMARKS]))
        form.remarks.setVisible(bool(view.remarks))
        self._show_table(view)
        form.refusals.setPlainText("\n".join(view.refusals))
        for widget in (form.refusals, form.refusals_label):
            widget.setVisible(bool(view.refusals))
        if view.preview is not None:
            self._show_reading(view.preview)
        form.reading.setVisible(self._is_table)
        self._show_questions(view)
        self._import.setEnabled(view.is_ready)
        if self._is_first:
            self._is_first = False
            self._first_question().setFocus()

    def _show_table(self, view: ImportView) -> None:
        table = self._form.rows
        self._rows.show(view)
        table.resizeColumnsToContents()
        for column in range(self._rows.columnCount()):  # Qt does not count the air in the cells
            table.setColumnWidth(column, min(table.columnWidth(column) + _AIR, _WIDEST))
        table.setVisible(bool(view.lines))
        room = self._room_for(view)
        self._form.refusals.setMinimumHeight(room if view.lines else 0)
        self._form.refusals.setMaximumHeight(room)
        self._form.rows_label.setVisible(view.preview is not None and bool(view.lines))
        table.verticalHeader().setVisible(view.preview is not None)

    def _room_for(self, view: ImportView) -> int:
        """Return how high the refusals may be: as they need beside rows, and all without any."""
        if not view.lines:
            return _UNLIMITED
        field = self._form.refusals
        line = field.fontMetrics().lineSpacing()
        across = max(field.viewport().width() - _AIR, 1)
        long = field.fontMetrics().horizontalAdvance
        needed = sum(1 + long(words) // across for words in view.refusals)
        return (min(needed, _MOST_REFUSALS) + 1) * line + _AIR

    def _show_reading(self, preview: ImportPreview) -> None:
        """Choose in the lists what was found from the text."""
        form = self._form
        encoding = preview.encoding.removesuffix("-sig")
        known = "utf-16" if encoding.startswith("utf-16") else encoding
        with QSignalBlocker(form.encoding):
            place = form.encoding.findData(known)
            if place < 0:  # an earlier reading gave it the exact name already
                place = form.encoding.findText(_(ENCODINGS[known]))
            form.encoding.setItemData(place, encoding)
            form.encoding.setCurrentIndex(place)
        with QSignalBlocker(form.kind):
            form.kind.setCurrentIndex(form.kind.findData(preview.kind))
        with QSignalBlocker(form.separator):
            form.separator.setCurrentIndex(form.separator.findData(preview.separator))

    def _show_questions(self, view: ImportView) -> None:
        """Show what is asked; what was answered stays, so that it can be answered otherwise."""
        form = self._form
        if view.asks_evaluator:
            form.questions.setRowVisible(form.evaluator, True)
        for problem in view.preview.open if view.preview is not None else ():
            assert problem.question is not None
            about_shares = problem.question.is_about_shares
            label, combo = (
                (form.shares_label, form.shares) if about_shares
                else (form.points_label, form.points)
            )  # fmt: skip
            label.setText(asked(self._document.assessment, problem.row, problem.question))
            with QSignalBlocker(combo):
                combo.clear()
                _offer(combo, meanings(problem.question))
            combo.setAccessibleName(label.text())
            form.questions.setRowVisible(combo, True)
        rows = range(form.questions.rowCount())
        form.questions_box.setVisible(any(map(form.questions.isRowVisible, rows)))

    def _first_question(self) -> QWidget:
        """Return what the keys are to go to first."""
        form = self._form
        for combo in (form.evaluator, form.shares, form.points):
            if not combo.isHidden():
                return combo
        return self._import if self._import.isEnabled() else form.encoding


def _offer(combo: QComboBox, choices: Iterable[tuple[object, str]]) -> None:
    """Fill a list in which nothing is chosen at first."""
    combo.addItem(_("Please choose"), None)
    for value, words in choices:
        combo.addItem(words, value)
