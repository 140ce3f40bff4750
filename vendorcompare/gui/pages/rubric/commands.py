"""What can be done to the current row of the rubric."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from vendorcompare.core.rubric import Criterion, Dimension, Rubric
from vendorcompare.core.text import Text
from vendorcompare.document.edits import library, measuring, weighing
from vendorcompare.document.edits import rubric as edits
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.commands import Scope, actions, name_all
from vendorcompare.gui.look.said import said
from vendorcompare.gui.pages.rubric.rubric_model import Node, RubricModel
from vendorcompare.gui.pages.rubric.rubric_tree import RubricTree
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import N_, _, ngettext


class RubricCommands(QObject):
    """Carry out commands on the current row.

    Signals:
        made(str): a dimension or criterion with this key was added and wants a name.
        moved(str): the row with this key is to stay the current one.
    """

    made = Signal(str)
    moved = Signal(str)

    def __init__(
        self, workspace: Workspace, bound: Binding, model: RubricModel, tree: RubricTree
    ) -> None:
        super().__init__(tree)
        self._workspace = workspace
        self._bound = bound
        self._model = model
        self._tree = tree
        does: dict[str, Callable[[], None]] = {
            "criterion": self.add_criterion,
            "dimension": self.add_dimension,
            "duplicate": self.duplicate,
            "up": self.move_up,
            "down": self.move_down,
            "hide": self.hide,
            "delete": self.delete,
        }
        self.actions = actions(Scope.RUBRIC, tree, does)

    def retranslate(self) -> None:
        """Give the commands their words."""
        name_all(self.actions.values())

    def enable(self) -> None:
        """Enable what makes sense for the current row."""
        node, writable = self.node(), not self._model.locked
        for name, action in self.actions.items():
            needs_row = name not in ("criterion", "dimension")
            action.setEnabled(writable and (node is not None or not needs_row))
        if node is not None:
            hidden = not node.weight > 0
            words = N_("Count again") if hidden else N_("Hide: no weight")
            self.actions["hide"].setText(_(words))

    def node(self) -> Node | None:
        """Return the dimension or criterion of the current row."""
        return self._model.node(self._tree.currentIndex())

    def add_dimension(self) -> None:
        """Add a dimension after the last one."""
        self._workspace.settle()
        key = self._bound.attempt(edits.add_dimension, _("New dimension"))
        if key:
            self.made.emit(key)

    def add_criterion(self) -> None:
        """Add a criterion to the dimension of the current row, or to the last one."""
        self._workspace.settle()
        dimensions = self._model.rubric.dimensions
        if not dimensions:
            self.add_dimension()
            return
        node = self.node()
        home = dimensions[-1] if node is None else self._home(node)
        criterion = Criterion("", Text.same(_("New criterion")))
        key = self._bound.attempt(edits.add_criterion, home.key, criterion)
        if key:
            self.made.emit(key)

    def duplicate(self) -> None:
        """Add a copy of the current row."""
        self._workspace.settle()
        node = self.node()
        if isinstance(node, Dimension):
            key = self._bound.attempt(library.duplicate_dimension, node.key)
        elif node is not None:
            key = self._bound.attempt(library.duplicate_criterion, node.key)
        else:
            return
        if key:
            self.moved.emit(key)

    def move_up(self) -> None:
        """Move the current row up; the first criterion goes to the dimension before."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the current row down; the last criterion goes to the next dimension."""
        self._move(1)

    def hide(self) -> None:
        """Take the weight of the current row away, or give it one again."""
        self._workspace.settle()
        node = self.node()
        if node is not None:
            weight = 0.0 if node.weight > 0 else 1.0
            self._bound.attempt(edits.set_weights, {node.key: weight})

    def delete(self) -> None:
        """Delete the current row with everything that is said of it, and offer to undo."""
        self._workspace.settle()
        node = self.node()
        if node is None:
            return
        keys = [c.key for c in node.criteria] if isinstance(node, Dimension) else [node.key]
        scores = measuring.scores_of(self._workspace.assessment, keys)
        below = self._neighbour(node)
        if isinstance(node, Dimension):
            self._bound.attempt(edits.delete_dimension, node.key)
        else:
            self._bound.attempt(edits.delete_criteria, keys)
        self._workspace.noticed.emit(_deleted_words(node, scores), True)
        if below:
            self.moved.emit(below)

    def make_equal(self) -> None:
        """Give all rows of the current level the same weight."""
        self._workspace.settle()
        self._bound.attempt(weighing.make_equal, self.level())

    def spread(self) -> None:
        """Have the weights of the current level add up to 100."""
        self._workspace.settle()
        self._bound.attempt(weighing.spread, self.level())

    def level(self) -> list[str]:
        """Return the keys of the rows whose weights are weighed against the current one."""
        node = self.node()
        if isinstance(node, Criterion):
            return [criterion.key for criterion in self._home(node).criteria]
        return [dimension.key for dimension in self._model.rubric.dimensions]

    def _move(self, step: int) -> None:
        self._workspace.settle()
        node, rubric = self.node(), self._model.rubric
        if node is None:
            return
        if isinstance(node, Dimension):
            place = rubric.dimensions.index(node) + step
            if 0 <= place < len(rubric.dimensions):
                self._bound.attempt(edits.move_dimension, node.key, place)
        else:
            target = _target(rubric, node, self._home(node), step)
            if target is not None:
                self._bound.attempt(edits.move_criterion, node.key, *target)
        self.moved.emit(node.key)

    def _home(self, node: Node) -> Dimension:
        if isinstance(node, Dimension):
            return node
        return self._model.rubric.dimension_of(node.key)

    def _neighbour(self, node: Node) -> str:
        """Return the key of the row that is to be current when a row is gone."""
        rows: tuple[Node, ...] = self._model.rubric.dimensions
        home = self._home(node)
        if isinstance(node, Criterion):
            rows = home.criteria
        place = [row.key for row in rows].index(node.key)
        others = [row.key for row in rows if row.key != node.key]
        if others:
            return others[min(place, len(others) - 1)]
        return "" if home is node else home.key


def _target(
    rubric: Rubric, criterion: Criterion, home: Dimension, step: int
) -> tuple[int, str] | None:
    """Return where a criterion goes that is moved by one row."""
    place = home.criteria.index(criterion) + step
    if 0 <= place < len(home.criteria):
        return place, home.key
    number = rubric.dimensions.index(home) + step
    if not 0 <= number < len(rubric.dimensions):
        return None
    other = rubric.dimensions[number]
    return (len(other.criteria) if step < 0 else 0), other.key


def _deleted_words(node: Node, scores: int) -> str:
    name = said(node.name) or node.key
    if not scores:
        return _('Deleted "{name}".').format(name=name)
    words = ngettext(
        'Deleted "{name}" with {count} score.', 'Deleted "{name}" with {count} scores.', scores
    )
    return words.format(name=name, count=scores)
