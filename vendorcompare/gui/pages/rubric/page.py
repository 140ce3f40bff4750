"""The rubric: what is scored, how much it counts, and what earns how many points."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton, QWidget

from vendorcompare.core import formats
from vendorcompare.core.errors import InputError, UserError
from vendorcompare.core.parts import Part
from vendorcompare.core.rubric import Criterion, Dimension, Tier
from vendorcompare.document.edits import library
from vendorcompare.document.edits import rubric as edits
from vendorcompare.gui.fields.checks import show_checked
from vendorcompare.gui.forms.ui_rubric_page import Ui_RubricPage
from vendorcompare.gui.grid.items import KEY
from vendorcompare.gui.grid.line_delegate import finish_typing
from vendorcompare.gui.look import icons, plain
from vendorcompare.gui.look.said import said
from vendorcompare.gui.pages.page import Page
from vendorcompare.gui.pages.rubric.commands import RubricCommands
from vendorcompare.gui.pages.rubric.criterion_panel import CriterionPanel
from vendorcompare.gui.pages.rubric.dimension_panel import DimensionPanel
from vendorcompare.gui.pages.rubric.library_panel import LibraryPanel
from vendorcompare.gui.pages.rubric.rubric_model import Node, RubricColumn, RubricModel
from vendorcompare.gui.pages.rubric.rubric_words import cleared_words, weight_of
from vendorcompare.gui.pages.rubric.template_choice import TemplateChoice
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _, language, ngettext
from vendorcompare.storage.library import templates

if TYPE_CHECKING:
    from vendorcompare.document.document import Changes, Document


class RubricPage(Page):
    """Answer what is scored and how much it counts."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._form = Ui_RubricPage()
        self._form.setupUi(self)
        self.tree = self._form.tree
        self.model = RubricModel(self)
        self.model.write = self._write
        self.tree.set_rubric(self.model)
        self.commands = RubricCommands(workspace, self.bound, self.model, self.tree)
        self.nothing = QWidget()
        self.dimension_panel = DimensionPanel(workspace)
        self.criterion_panel = CriterionPanel(workspace)
        self._library: LibraryPanel | None = None
        self._beginning = self.later(self._begin)
        for part in (self.nothing, self.dimension_panel, self.criterion_panel):
            self._form.side.addWidget(part)
        self._choice = TemplateChoice()
        self._form.stack.addWidget(self._choice)
        self._form.splitter.setStretchFactor(0, 1)
        self._form.splitter.setStretchFactor(1, 0)
        self._form.splitter.setSizes([680, 400])
        self._connect()
        self.retranslate()

    # what a page does

    def forget_document(self) -> None:
        self.dimension_panel.forget()
        self.criterion_panel.forget()
        if self._library is not None:
            self._library.forget()

    def show_document(self) -> None:
        document = self.workspace.document
        self.model.locked = bool(document is not None and document.read_only)
        self._show_rubric()

    def show_changes(self, changes: Changes) -> None:
        if Part.RUBRIC in changes.parts:
            self._show_rubric()

    def finish_editing(self) -> None:
        finish_typing(self.tree)
        finish_typing(self.criterion_panel.form.anchors.view)
        self.dimension_panel.commit()
        self.criterion_panel.commit()

    def retranslate(self) -> None:
        self._form.retranslateUi(self)
        self.commands.retranslate()
        self.model.retranslate()
        self.tree.fit_columns()
        self.dimension_panel.retranslate()
        self.criterion_panel.retranslate()
        self._choice.retranslate()
        if self._library is not None:
            self._library.retranslate()
        for name, button in self._buttons().items():
            keys = self.commands.actions[name].shortcut().toString()
            plain.set_tool_tip(button, f"{self.commands.actions[name].text()}  {keys}".strip())

    # the library

    def library(self) -> LibraryPanel:
        """Return the library, which is read when it is first wanted."""
        if self._library is None:
            self._library = LibraryPanel(self.workspace)
            self._library.closed.connect(self.close_library)
            self._library.added.connect(self._on_added)
            self._form.side.addWidget(self._library)
        return self._library

    def open_library(self) -> None:
        """Show the library beside the tree."""
        panel = self.library()
        panel.show_rubric(self.workspace.assessment.rubric)
        show_checked(self._form.library, True)
        self._form.side.setCurrentWidget(panel)
        panel.form.search.setFocus()

    def close_library(self) -> None:
        """Show the details of the current row again."""
        show_checked(self._form.library, False)
        self._show_node()
        self.tree.setFocus()

    # setting up

    def _buttons(self) -> dict[str, QToolButton]:
        form = self._form
        return {
            "up": form.up,
            "down": form.down_button,
            "duplicate": form.duplicate,
            "hide": form.hide_button,
            "delete": form.delete_button,
        }

    def _connect(self) -> None:
        form, commands = self._form, self.commands
        for name, button in self._buttons().items():
            button.setIcon(commands.actions[name].icon())
            button.clicked.connect(commands.actions[name].trigger)
        for wide, icon in ((form.add_criterion, "add"), (form.library, "search")):
            wide.setIcon(icons.icon(icon))
        form.add_criterion.clicked.connect(commands.add_criterion)
        form.add_dimension.clicked.connect(commands.add_dimension)
        form.library.toggled.connect(self._on_library)
        form.equal.clicked.connect(commands.make_equal)
        form.spread.clicked.connect(commands.spread)
        commands.made.connect(self._on_made)
        commands.moved.connect(self.select)
        self.tree.current_changed.connect(self._on_current)
        for panel in (self.dimension_panel, self.criterion_panel):
            panel.two_changed.connect(self._on_two_languages)
        self.criterion_panel.cleared.connect(self._on_cleared)
        self._choice.template_chosen.connect(self._on_template)
        self._choice.dimension_wanted.connect(commands.add_dimension)

    # showing

    def _show_rubric(self) -> None:
        rubric = self.workspace.assessment.rubric
        key = self.tree.currentIndex().data(KEY)
        folded = self.tree.keys_collapsed()
        scrolled = self.tree.verticalScrollBar().value()
        if self.model.show(rubric):
            self.tree.expandAll()
            for dimension in folded:
                self.tree.collapse(self.model.index_of(dimension))
            self.tree.verticalScrollBar().setValue(scrolled)
        place = self.model.index_of(key) if key else self.model.index(0, 0)
        if self.tree.currentIndex().data(KEY) != key or not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(place)
        is_empty = not rubric.dimensions
        self._form.stack.setCurrentWidget(self._choice if is_empty else self._form.work)
        self._choice.set_locked(self.model.locked)
        for part in (self._form.add_criterion, self._form.add_dimension, self._form.library):
            part.setEnabled(not self.model.locked)
        if self._library is not None and self._form.library.isChecked():
            self._library.show_rubric(rubric)
        self._on_current()

    def _show_node(self) -> None:
        """Show the details of the current row, unless the library is open."""
        node, side = self.commands.node(), self._form.side
        if isinstance(node, Dimension):
            self.criterion_panel.forget()
            self.dimension_panel.show_dimension(node, self.model.share(node.key))
        elif node is not None:
            self.dimension_panel.forget()
            home = said(self.model.rubric.dimension_of(node.key).name)
            self.criterion_panel.show_criterion(node, home, self.model.share(node.key))
        if self._form.library.isChecked():
            return
        panel = self.criterion_panel if isinstance(node, Criterion) else self.dimension_panel
        side.setCurrentWidget(self.nothing if node is None else panel)

    def _show_weights(self) -> None:
        """Say what the weights of the current level add up to."""
        node, rubric = self.commands.node(), self.model.rubric
        level: tuple[Node, ...] = rubric.dimensions
        title = _("Dimensions")
        if isinstance(node, Criterion):
            home = rubric.dimension_of(node.key)
            level, title = home.criteria, said(home.name)
        self._form.level.setText(title)
        weights = [each.weight for each in level]
        total = formats.number(math.fsum(weights))
        words = [_("weights add up to {total}").format(total=total)]
        zeros = sum(not weight > 0 for weight in weights)
        if zeros:
            told = ngettext("{count} does not count", "{count} do not count", zeros)
            words.append(told.format(count=zeros))
        self._form.total.setText(_(", ").join(words))
        writable = bool(level) and not self.model.locked
        self._form.equal.setEnabled(writable and len(set(weights) - {0.0}) != 1)
        self._form.spread.setEnabled(
            writable and any(weights) and not math.isclose(math.fsum(weights), 100)
        )

    # acting

    def select(self, key: str) -> None:
        """Make a row the current one."""
        place = self.model.index_of(key)
        if place.isValid():
            self.tree.setCurrentIndex(place)
            self.tree.scrollTo(place)

    def _write(self, node: Node, column: RubricColumn, text: str) -> bool:
        """Take over what was typed into a cell; what does not fit is told by the cell."""
        document = self.bound.writable
        if document is None:
            return False
        try:
            if column is RubricColumn.WEIGHT:
                edits.set_weights(document, {node.key: weight_of(text)})
            else:
                _rename(document, node, text.strip())
        except UserError as error:
            place = self.tree.visualRect(self.model.index_of(node.key, column))
            words = error.sentences
            self.tree.hint.show_at(place, words)
            return False
        self.tree.hint.dismiss()
        return True

    def _on_current(self) -> None:
        self.commands.enable()
        for name, button in self._buttons().items():
            button.setEnabled(self.commands.actions[name].isEnabled())
        self._show_node()
        self._show_weights()

    def _on_library(self) -> None:
        if self._form.library.isChecked():
            self.open_library()
        else:
            self.close_library()

    def _on_made(self, key: str) -> None:
        """Go to a new row, with its name ready to be typed over."""
        if self._form.library.isChecked():
            show_checked(self._form.library, False)
        self.select(key)
        self._panel().verticalScrollBar().setValue(0)
        self._beginning.start()  # after the row was shown

    def _begin(self) -> None:
        self._panel().begin()

    def _panel(self) -> CriterionPanel | DimensionPanel:
        is_criterion = isinstance(self.commands.node(), Criterion)
        return self.criterion_panel if is_criterion else self.dimension_panel

    def _on_added(self, keys: list[str]) -> None:
        self.select(keys[0])

    def _on_two_languages(self, two: bool) -> None:
        self.dimension_panel.set_two(two)
        self.criterion_panel.set_two(two)

    def _on_cleared(self, count: int) -> None:
        self.workspace.noticed.emit(cleared_words(count), True)

    def _on_template(self, template: str) -> None:
        chosen = templates.template(template)
        self.bound.attempt(library.start_from_template, chosen, Tier.QUICK)
        self.tree.setFocus()


def _rename(document: Document, node: Node, words: str) -> None:
    """Give a dimension or criterion another name in the language of the interface."""
    if not words:
        raise InputError(_("A name is missing."), hint=_("Type a name, or press Escape."))
    name = node.name.with_words(language(), words)
    if isinstance(node, Dimension):
        edits.describe_dimension(document, replace(node, name=name))
    else:
        edits.describe_criterion(document, replace(node, name=name))
