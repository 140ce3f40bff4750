"""The library as a tree: templates, their dimensions, and criteria that can be checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from vendorcompare.core.rubric import Criterion, Dimension, Rubric, Template
from vendorcompare.core.text import Text
from vendorcompare.document.edits.library import Pick, is_same
from vendorcompare.gui.grid.items import NO_INDEX, Index, Role
from vendorcompare.gui.look import icons, spoken, theme
from vendorcompare.gui.look.said import said
from vendorcompare.gui.pages.rubric.rubric_words import MEASURES, TIERS
from vendorcompare.i18n import _


@dataclass(eq=False, slots=True)
class Branch:
    """Hold one row: a template, one of its dimensions, or one of its criteria."""

    thing: Template | Dimension | Criterion
    template: Template
    parent: Branch | None = None
    row: int = 0
    children: list[Branch] = field(default_factory=list)

    def add(self, thing: Dimension | Criterion) -> Branch:
        """Add a row under this one."""
        made = Branch(thing, self.template, self, len(self.children))
        self.children.append(made)
        return made

    def leaves(self) -> Iterator[Branch]:
        """Give the criteria under this row."""
        if isinstance(self.thing, Criterion):
            yield self
        for child in self.children:
            yield from child.leaves()


class LibraryModel(QAbstractItemModel):
    """Show the library; what the rubric has already cannot be checked.

    Signals:
        chosen_changed: other criteria are checked now.
    """

    chosen_changed = Signal()

    def __init__(self, templates: Sequence[Template], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roots: list[Branch] = []
        self._branches: list[Branch] = []  # indices carry positions in this list
        self._number: dict[Branch, int] = {}
        self._chosen: set[Branch] = set()
        self._present: set[Branch] = set()
        self._alike: dict[Branch, Text] = {}
        for row, template in enumerate(templates):
            root = Branch(template, template, row=row)
            for dimension in template.rubric.dimensions:
                branch = root.add(dimension)
                for criterion in dimension.criteria:
                    branch.add(criterion)
            self._roots.append(root)
            self._register(root)

    def set_rubric(self, rubric: Rubric) -> None:
        """Mark what a rubric has already, and what is like something that it has."""
        sources = {c.source for c in rubric.criteria if c.source}
        names = {n.strip().casefold() for c in rubric.criteria for n in (c.name.zh, c.name.en) if n}
        for branch in self._leaves():
            thing = branch.thing
            assert isinstance(thing, Criterion)
            known = {thing.name.zh.strip().casefold(), thing.name.en.strip().casefold()}
            is_present = thing.source in sources or bool(known & names)
            (self._present.add if is_present else self._present.discard)(branch)
        self._alike = {b: n for b in self._leaves() if (n := self._like(b, rubric)) is not None}
        self._chosen -= self._present
        self._repaint(self._roots)
        self.chosen_changed.emit()

    def picks(self) -> list[Pick]:
        """Return what is checked, in the order of the library."""
        return [
            (branch.template, branch.thing)
            for branch in self._leaves()
            if branch in self._chosen and isinstance(branch.thing, Criterion)
        ]

    def uncheck(self) -> None:
        """Check nothing."""
        self._chosen.clear()
        self._repaint(self._roots)
        self.chosen_changed.emit()

    def branch(self, index: Index) -> Branch | None:
        """Return what a row stands for."""
        return self._branches[index.internalId()] if index.isValid() else None

    def is_present(self, branch: Branch) -> bool:
        """Tell whether the rubric has a criterion already."""
        return branch in self._present

    def alike(self, branch: Branch) -> str:
        """Return what the rubric has that asks for the same, or nothing."""
        name = self._alike.get(branch)
        return said(name) if name else ""

    # what Qt asks

    def index(self, row: int, column: int, parent: Index = NO_INDEX) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        above = self.branch(parent)
        siblings = self._roots if above is None else above.children
        return self.createIndex(row, column, self._number[siblings[row]])

    def parent(self, index: Index = NO_INDEX) -> QModelIndex:  # type: ignore[override]
        branch = self.branch(index)
        if branch is None or branch.parent is None:
            return QModelIndex()
        return self.createIndex(branch.parent.row, 0, self._number[branch.parent])

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        branch = self.branch(parent)
        return len(self._roots) if branch is None else len(branch.children)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        branch = self.branch(index)
        if branch is not None and not self._is_settled(branch):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        branch = self.branch(index)
        if branch is None:
            return None
        match role:
            case Role.DisplayRole:
                return self._shown(branch)
            case Role.AccessibleTextRole:
                return self._spoken(branch)
            case Role.CheckStateRole:
                return None if self._is_settled(branch) else self._state(branch)
            case Role.DecorationRole:
                return self._mark(branch)
            case Role.FontRole:
                return theme.font("body", bold=isinstance(branch.thing, Template))
            case Role.ForegroundRole:
                return theme.colour("muted") if branch in self._present else None
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        branch = self.branch(index)
        if branch is None or role != Role.CheckStateRole:
            return False
        leaves = set(branch.leaves()) - self._present
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._chosen |= leaves
        else:
            self._chosen -= leaves
        self._repaint([root for root in self._roots if root.template is branch.template])
        self.chosen_changed.emit()
        return True

    # inside

    def _register(self, branch: Branch) -> None:
        self._number[branch] = len(self._branches)
        self._branches.append(branch)
        for child in branch.children:
            self._register(child)

    def _leaves(self) -> Iterator[Branch]:
        for root in self._roots:
            yield from root.leaves()

    def _like(self, branch: Branch, rubric: Rubric) -> Text | None:
        thing = branch.thing
        if not isinstance(thing, Criterion) or branch in self._present:
            return None
        for key in thing.same_as:
            twin = branch.template.rubric.criterion(key)
            found = next((c for c in rubric.criteria if is_same(c, twin)), None)
            if found is not None:
                return found.name
        return None

    def _state(self, branch: Branch) -> Qt.CheckState:
        leaves = list(branch.leaves())
        checked = sum(leaf in self._chosen or leaf in self._present for leaf in leaves)
        if not checked:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if checked == len(leaves) else Qt.CheckState.PartiallyChecked

    def _is_settled(self, branch: Branch) -> bool:
        """Tell whether there is nothing to check: a template, or all is in the rubric."""
        if isinstance(branch.thing, Template):
            return True
        return all(leaf in self._present for leaf in branch.leaves())

    def _mark(self, branch: Branch) -> Any:
        if isinstance(branch.thing, Template):
            return None
        if self._is_settled(branch):
            return icons.icon("check", "good")
        return icons.icon("tie", "warning") if branch in self._alike else None

    def _shown(self, branch: Branch) -> str:
        thing = branch.thing
        name = thing.title if isinstance(thing, Template) else thing.name
        return said(name)

    def _spoken(self, branch: Branch) -> str:
        parts = [self._shown(branch)]
        if isinstance(branch.thing, Criterion):
            parts += [_(MEASURES[branch.thing.measure]), _(TIERS[self.tier(branch)])]
        if branch in self._present:
            parts.append(_("in the rubric"))
        elif self.alike(branch):
            parts.append(_('like "{name}"').format(name=self.alike(branch)))
        return spoken.joined(parts)

    def tier(self, branch: Branch) -> Any:
        """Return with which part of its template a criterion comes."""
        assert isinstance(branch.thing, Criterion)
        return branch.template.tiers[branch.thing.key]

    def _repaint(self, branches: Sequence[Branch]) -> None:
        for branch in branches:
            if branch.children:
                first, last = branch.children[0], branch.children[-1]
                self.dataChanged.emit(self._place(first), self._place(last))
                self._repaint(branch.children)

    def _place(self, branch: Branch) -> QModelIndex:
        return self.createIndex(branch.row, 0, self._number[branch])


class LibraryFilter(QSortFilterProxyModel):
    """Leave what contains all words that were typed, in either language."""

    def __init__(self, model: LibraryModel) -> None:
        super().__init__(model)
        self._words: tuple[str, ...] = ()
        self._library = model
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(model)

    def search(self, text: str) -> None:
        """Look for words; no words leave everything."""
        words = tuple(text.casefold().split())
        if words != self._words:
            self.beginFilterChange()
            self._words = words
            self.endFilterChange()

    def branch(self, index: Index) -> Branch | None:
        """Return what a row stands for."""
        return self._library.branch(self.mapToSource(index))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Name the column for readers; nobody sees it."""
        is_named = orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole
        return _("Dimension and criterion") if is_named else None

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        if not self._words:
            return True
        branch = self._library.branch(self._library.index(row, 0, parent))
        if branch is None or not isinstance(branch.thing, Criterion):
            return False
        above = branch.parent.thing if branch.parent else branch.thing
        texts = [branch.thing.name, branch.thing.hint]
        if isinstance(above, Dimension):
            texts.append(above.name)
        heap = " ".join(part for text in texts for part in (text.zh, text.en)).casefold()
        return all(word in heap for word in self._words)
