"""The overview: what the document says so far, what is left to do, what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from vendorcompare.core.costs import CostReport
from vendorcompare.core.errors import UserError
from vendorcompare.core.findings import score_findings, standing_findings
from vendorcompare.core.parts import Part
from vendorcompare.core.ranking import Evaluation
from vendorcompare.core.series import style_of
from vendorcompare.core.standing import Standing
from vendorcompare.gui.charts.ranking_bars import RankingBars
from vendorcompare.gui.charts.ranking_model import RankingRow
from vendorcompare.gui.forms.ui_overview_page import Ui_OverviewPage
from vendorcompare.gui.look import theme
from vendorcompare.gui.look.fact_list import FactList, facts
from vendorcompare.gui.look.said import said
from vendorcompare.gui.pages.overview.fields import OverviewFields
from vendorcompare.gui.pages.overview.task_row import TaskRow
from vendorcompare.gui.pages.overview.tasks import tasks
from vendorcompare.gui.pages.page import Page
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _, language, shown

if TYPE_CHECKING:
    from vendorcompare.document.document import Changes

_ROWS_AT_LEAST = 5


class OverviewPage(Page):
    """Answer where things stand."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._form = Ui_OverviewPage()
        self._form.setupUi(self)
        self._fields = OverviewFields(self._form, workspace, self)
        self._rows: list[TaskRow] = []
        self._bars = RankingBars()
        self._bars.vendor_opened.connect(self._on_vendor_opened)
        self._reservations = FactList()
        self._form.ranking.addWidget(self._reservations)
        self._form.ranking.addWidget(self._bars)
        self._bars.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._form.print_button.clicked.connect(self._on_print)
        theme.set_look(self._form.verdict, "heading")

    def show_document(self) -> None:
        self._fields.fill()

    def show_changes(self, changes: Changes) -> None:
        if Part.PROJECT in changes.parts:
            self._fields.fill()
        if Part.COSTS in changes.parts:
            self.show_figures()

    def show_figures(self) -> None:
        evaluation, problem = self._evaluated()
        self._show_ranking(evaluation, problem)
        self._show_tasks(evaluation)

    def retranslate(self) -> None:
        self._form.retranslateUi(self)

    def finish_editing(self) -> None:
        self._fields.commit()

    def _evaluated(self) -> tuple[Evaluation | None, str]:
        try:
            return self.workspace.evaluation(), ""
        except UserError as error:
            return None, error.sentences

    def _costs(self) -> CostReport | None:
        try:
            return self.workspace.costs()
        except UserError:  # Costs says what is wrong with the horizon or the rate
            return None

    def _show_ranking(self, evaluation: Evaluation | None, problem: str) -> None:
        rows = () if evaluation is None else evaluation.rows
        ranked = any(row.rank is not None for row in rows)
        self._reservations.set_facts(
            [] if evaluation is None else facts(score_findings(evaluation))
        )
        words = problem if evaluation is None else shown(evaluation.verdict.sentence(language()))
        self._form.verdict.setText(words)
        self._bars.setVisible(ranked)
        if evaluation is None or not ranked:
            return
        assessment = self.workspace.assessment
        self._bars.set_dimensions([(d.key, said(d.name)) for d in assessment.rubric.dimensions])
        self._bars.set_rows([_ranking_row(evaluation, row) for row in rows])
        row = self._bars.sizeHintForRow(0)
        self._bars.setMinimumHeight(row * min(len(rows), _ROWS_AT_LEAST) + 2)
        self._bars.setMaximumHeight(row * len(rows) + 2)

    def _show_tasks(self, evaluation: Evaluation | None) -> None:
        found = tasks(self.workspace.assessment, evaluation, self._costs())
        while len(self._rows) < len(found):
            row = TaskRow()
            row.go.connect(self.workspace.page_wanted)
            self._form.todo.addWidget(row)
            self._rows.append(row)
        for row in self._rows[len(found) :]:
            row.hide()
        following = next((task for task in found if not task.done), None)
        for row, task in zip(self._rows, found, strict=False):
            row.show_task(
                task.title,
                task.detail,
                task.action,
                task.page,
                done=task.done,
                is_next=task is following,
            )
            row.show()
        self._form.print_button.setVisible(all(task.done for task in found))

    def _on_vendor_opened(self, _key: str) -> None:
        self.workspace.page_wanted.emit("compare")

    def _on_print(self) -> None:
        self.workspace.page_wanted.emit("report")


def _ranking_row(evaluation: Evaluation, standing: Standing) -> RankingRow:
    words = [each.short(language()) for each in standing_findings(evaluation, standing)]
    return RankingRow(
        key=standing.vendor,
        name=standing.name,
        style=style_of(evaluation.prepared.assessment.vendor_position[standing.vendor]),
        rank=standing.rank,
        score=standing.score,
        low=standing.low,
        high=standing.high,
        contributions=standing.contributions,
        remark=shown(_(", ").join(filter(None, words))),
    )
