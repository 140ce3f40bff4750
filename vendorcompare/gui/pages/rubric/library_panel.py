"""The library beside the tree: look for criteria in all templates and take several at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QWidget

from vendorcompare.core.rubric import Criterion, Dimension, Rubric, Template
from vendorcompare.document.edits import library
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.fields.anchor_list import worth_lines
from vendorcompare.gui.forms.ui_library_panel import Ui_LibraryPanel
from vendorcompare.gui.look import icons
from vendorcompare.gui.look.said import said
from vendorcompare.gui.pages.detail_panel import tell
from vendorcompare.gui.pages.rubric.library_model import Branch, LibraryFilter, LibraryModel
from vendorcompare.gui.pages.rubric.rubric_words import MEASURES, TIERS
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _, ngettext
from vendorcompare.storage.library.templates import templates

_SEARCH_PAUSE = 150


class LibraryPanel(QWidget):
    """Offer all criteria of the built-in templates.

    Signals:
        closed: the panel is not wanted any more.
        added(list): criteria were added, with their keys.
    """

    closed = Signal()
    added = Signal(list)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._bound = Binding(workspace)
        self.form = Ui_LibraryPanel()
        self.form.setupUi(self)
        self.model = LibraryModel(templates(), self)
        self.filter = LibraryFilter(self.model)
        self._shown: Rubric | None = None
        form = self.form
        form.tree.setModel(self.filter)
        form.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        form.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        form.close.setIcon(icons.icon("close"))
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._searching = QTimer(self, singleShot=True, interval=_SEARCH_PAUSE)
        self._searching.timeout.connect(self.search)
        form.search.textChanged.connect(self._searching.start)
        form.search.returnPressed.connect(self._on_search_done)
        form.tree.selectionModel().currentChanged.connect(self._on_current)
        form.tree.activated.connect(self._on_activated)
        form.add.clicked.connect(self.add)
        form.close.clicked.connect(self.closed)
        self.model.chosen_changed.connect(self._show_count)
        self._expand_templates()
        self._show_about(None)
        self._show_count()
        self.search()

    def show_rubric(self, rubric: Rubric) -> None:
        """Mark what the rubric has."""
        if rubric is self._shown and self._bound.document is not None:
            return
        with self._bound.filling():
            self._shown = rubric
            self.model.set_rubric(rubric)
            self._on_current(self.form.tree.currentIndex())

    def forget(self) -> None:
        """Choose nothing any more; what was checked was meant for the document being left."""
        self._bound.loosen()
        self._shown = None
        self.model.uncheck()
        self.form.search.clear()

    def search(self) -> None:
        """Leave what contains the words that were typed."""
        self._searching.stop()
        words = self.form.search.text()
        self.filter.search(words)
        found = self.filter.rowCount() > 0
        self.form.nothing.setVisible(not found)
        self.form.tree.setVisible(found)
        if words.strip():
            self.form.tree.expandAll()
        else:
            self.form.tree.collapseAll()
            self._expand_templates()

    def add(self) -> None:
        """Add what is checked to the rubric."""
        picks = self.model.picks()
        keys = self._bound.attempt(library.add_from_library, picks) if picks else None
        if keys:
            words = ngettext("Added {count} criterion.", "Added {count} criteria.", len(keys))
            self._workspace.noticed.emit(words.format(count=len(keys)), True)
            self.added.emit(keys)

    def retranslate(self) -> None:
        """Give the panel its words."""
        self.form.retranslateUi(self)
        self._show_count()
        self._on_current(self.form.tree.currentIndex())
        self.form.tree.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "form"):
            self.form.tree.viewport().update()

    def _expand_templates(self) -> None:
        for row in range(self.filter.rowCount()):
            self.form.tree.expand(self.filter.index(row, 0))

    def _show_count(self) -> None:
        count = len(self.model.picks())
        self.form.add.setEnabled(count > 0)
        words = ngettext("{count} criterion chosen", "{count} criteria chosen", count)
        shown = words.format(count=count) if count else _("Check what you want to score.")
        self.form.chosen.setText(shown)

    def _show_about(self, branch: Branch | None) -> None:
        """Say what the current row is about."""
        form = self.form
        thing = None if branch is None else branch.thing
        title = facts = like = hint = worth = ""
        if isinstance(thing, Template):
            title, hint = said(thing.title), said(thing.summary)
        elif isinstance(thing, Dimension):
            title, hint = said(thing.name), said(thing.hint)
            facts = said(thing.group)
        elif isinstance(thing, Criterion) and branch is not None:
            title, hint = said(thing.name), said(thing.hint)
            facts = " · ".join(self._facts(thing, branch))
            worth = "\n".join(_worth(thing))
            if self.model.alike(branch):
                like = _('The rubric asks for this already: "{name}".').format(
                    name=self.model.alike(branch)
                )
        for label, words in (
            (form.about_title, title),
            (form.about_facts, facts),
            (form.about_like, like),
            (form.about_hint, hint),
            (form.about_worth, worth),
        ):
            tell(label, words)
        form.about_scroll.setVisible(thing is not None)
        form.about_scroll.verticalScrollBar().setValue(0)

    def _facts(self, criterion: Criterion, branch: Branch) -> list[str]:
        tier = _(TIERS[branch.template.tiers[criterion.key]])
        facts = [_(MEASURES[criterion.measure]), _("Part: {tier}").format(tier=tier)]
        if criterion.must_have is not None:
            facts.append(_("Must-have"))
        if self.model.is_present(branch):
            facts.append(_("in the rubric"))
        return facts

    def _on_current(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        self._show_about(self.filter.branch(index))

    def _on_activated(self, index: QModelIndex) -> None:
        """Check with Enter too."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None and index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            is_checked = Qt.CheckState(state) == Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked
            self.filter.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def _on_search_done(self) -> None:
        self.search()
        self.form.tree.setFocus()


def _worth(criterion: Criterion) -> list[str]:
    if criterion.levels:
        levels = reversed(criterion.levels)
        return [f"{level:g}  {said(words)}" for level, words in levels]
    return worth_lines(criterion)
