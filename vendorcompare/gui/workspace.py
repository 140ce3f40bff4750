"""What all pages share: the open document, what follows from it, and what was just done.

Nothing heavy is imported here, because the start page is shown before any document is
opened; the figures are computed when a page first asks for them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from vendorcompare.core.errors import UserError
from vendorcompare.core.parts import Part
from vendorcompare.gui.jobs import Ends, Job, JobRunner
from vendorcompare.i18n import _

if TYPE_CHECKING:
    from vendorcompare.core.assessment import Assessment
    from vendorcompare.core.costs import CostReport
    from vendorcompare.core.ranking import Evaluation, Prepared
    from vendorcompare.document.document import Changes, Document, Replay
    from vendorcompare.document.history import Step

#: What enters the weighted sum.
_SCORING = frozenset({Part.RUBRIC, Part.VENDORS, Part.EVALUATORS, Part.ROUNDS, Part.SCORES})
#: What enters the costs.
_COSTING = frozenset({Part.PROJECT, Part.VENDORS, Part.COSTS})


class LastStep:
    """Stand for the step that was done last, to take back that one and no other."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._step = workspace.last_step()

    def is_last(self) -> bool:
        """Tell whether nothing else was done since, in this document or another."""
        return self._step is not None and self._step is self._workspace.last_step()

    def undo(self) -> None:
        """Take the step back, unless something else was done since."""
        self._workspace.settle()  # what is being typed is something else
        if self.is_last():
            self._workspace.undo()


class Workspace(QObject):
    """Hold the open document and keep what is computed from it up to date.

    Signals:
        leaving: the document is about to make room for another one, or for none; what was filled
            from it is to be dropped. Until then it is the open one.
        opened: another document was opened, or none is open any more.
        changed: rows changed, with the `Changes`; sent once for every step.
        computed: the ranking or the costs may be different; sent once for many steps.
        filed: the document was saved or its path changed.
        noticed: something worth a line was done, with the words and whether undo is offered.
        refused: an edit was refused, with the `UserError`.
        settling: what is being typed is to be committed, because the document is about to be
            saved, printed or closed.
        page_wanted: another page is to be shown, by its key in `PAGES`.
        print_wanted: what the visible page shows is to be printed.
    """

    leaving = Signal()
    opened = Signal()
    changed = Signal(object)
    computed = Signal()
    filed = Signal()
    noticed = Signal(str, bool)
    refused = Signal(object)
    settling = Signal()
    page_wanted = Signal(str)
    print_wanted = Signal()

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self._document: Document | None = None
        self._replaying: Job | None = None  # a long step that is undone or redone
        self._prepared: Prepared | None = None
        self._is_prepared = False  # if not, what was prepared before is renewed in less time
        self._evaluation: Evaluation | None = None
        self._costs: CostReport | None = None
        self._timer = QTimer(self)  # many steps in one turn of the event loop cost one answer
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.computed)

    @property
    def document(self) -> Document | None:
        """The open document, or None."""
        return self._document

    @property
    def assessment(self) -> Assessment:
        """The assessment of the open document, which there must be."""
        if self._document is None:
            raise RuntimeError("no document is open")
        return self._document.assessment

    def open(self, document: Document | None) -> None:
        """Show another document, or none; the one before is left to its owner to close.

        Nothing of the one before is left on the screen before the other one is there.
        """
        if self._document is not None:
            self.leaving.emit()
            self._timer.stop()
            self._document.changed.disconnect(self._on_changed)
            self._document.saved.disconnect(self._on_saved)
        self._document, self._prepared = document, None
        self._forget(_SCORING | _COSTING)
        if document is not None:
            document.changed.connect(self._on_changed)
            document.saved.connect(self._on_saved)
        self.opened.emit()

    def prepared(self) -> Prepared:
        """Return the value table, from which a new set of weights is a short step.

        Raises UserError if a criterion cannot be turned into a value.
        """
        from vendorcompare.core import ranking  # brings numpy, which the start page spares

        if self._prepared is None:
            self._prepared = ranking.prepare(self.assessment)
        elif not self._is_prepared:
            self._prepared = self._prepared.renewed(self.assessment)
        self._is_prepared = True
        return self._prepared

    def evaluation(self) -> Evaluation:
        """Return the ranking with the weights of the rubric; raises UserError like `prepared`."""
        if self._evaluation is None:
            self._evaluation = self.prepared().evaluate()
        return self._evaluation

    def costs(self) -> CostReport:
        """Return what every vendor costs; raises UserError if a fee lacks its volume."""
        from vendorcompare.core import costs  # late for the same reason

        if self._costs is None:
            self._costs = costs.cost_report(self.assessment)
        return self._costs

    def attempt(
        self, document: Document | None, verb: Callable[..., Any], *arguments: Any, **named: Any
    ) -> Any:
        """Do what a user asked of a document, which is named because the open one may change.

        Returns what the verb returns; None after telling `refused` why it did not work, or if the
        document is not the open one any more.
        """
        if document is None or document is not self._document:
            return None
        try:
            return verb(document, *arguments, **named)
        except UserError as error:
            self.refused.emit(error)
            return None

    def settle(self) -> None:
        """Have the pages commit what is being typed."""
        self.settling.emit()

    def last_step(self) -> Step | None:
        """Return the step that undo would take back, or None."""
        return None if self._document is None else self._document.history.next_to("undo")

    def undo(self) -> None:
        """Take back the last step, if there is one."""
        self.settle()
        self._replay("undo", self._document)

    def redo(self) -> None:
        """Repeat the step that was undone last, if there is one."""
        self.settle()
        self._replay("redo", self._document)

    def _replay(self, kind: Replay, document: Document | None) -> None:
        """Undo or redo a step, a long one beside the window and those after it in their turn."""
        step = None if document is None else document.history.next_to(kind)
        if document is None or document is not self._document:
            return
        if self._replaying is not None and not self._replaying.is_finished:
            self.jobs.after(document, lambda: self._replay(kind, document))
        elif step is not None and step.is_long:
            work = document.replay_beside(kind)
            undone = _('Undoing "{step}"...') if kind == "undo" else _('Redoing "{step}"...')
            self._replaying = self.jobs.start(
                lambda _progress: work(),
                Ends(lambda _result: document.take_in(), self.refused.emit),
                words=undone.format(step=step.label.words),
                subject=document,
            )
        elif kind == "undo":
            document.undo()
        else:
            document.redo()

    def _on_changed(self, changes: Changes) -> None:
        self._forget(changes.parts)
        self.changed.emit(changes)
        self._timer.start()

    def _on_saved(self, _path: object) -> None:
        self.filed.emit()

    def _forget(self, parts: frozenset[Part]) -> None:
        if parts & _SCORING:
            self._is_prepared, self._evaluation = False, None
        if parts & _COSTING:
            self._costs = None
