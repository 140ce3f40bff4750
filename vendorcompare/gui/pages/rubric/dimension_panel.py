"""The details of one dimension beside the tree."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vendorcompare.core.rubric import Dimension
from vendorcompare.document.edits import rubric as edits
from vendorcompare.gui.forms.ui_dimension_panel import Ui_DimensionPanel
from vendorcompare.gui.pages.detail_panel import chain
from vendorcompare.gui.pages.rubric.rubric_panel import RubricPanel, changed_fields
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _, ngettext


class DimensionPanel(RubricPanel[Dimension]):
    """Edit what a dimension says of itself."""

    form: Ui_DimensionPanel

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, Ui_DimensionPanel(), ("name", "hint", "group"), parent)
        self.retranslate()

    def show_dimension(self, dimension: Dimension, share: float) -> None:
        """Show a dimension; of the one shown already, only what the document changed."""
        before = self.turn_to(dimension)
        count = len(dimension.criteria)
        words = ngettext(
            "Dimension with {count} criterion", "Dimension with {count} criteria", count
        )
        with self.bound.filling():
            changed = changed_fields(before, dimension)
            self.show_part(dimension, changed, words.format(count=count), share)

    def known(self, shown: Dimension) -> bool:
        return any(d.key == shown.key for d in self.workspace.assessment.rubric.dimensions)

    def completed(self, shown: Dimension, wanted: Dimension) -> Dimension:
        return wanted

    def write(self, wanted: Dimension) -> None:
        self.bound.attempt(edits.describe_dimension, wanted)

    def retranslate(self) -> None:
        """Give the panel its words."""
        self.form.retranslateUi(self.inner)
        self.name_texts()

    def name_texts(self) -> None:
        form = self.form
        chain(form.two_languages, form.name, form.hint, form.group, form.weight)
        self.name_text("name", _("Name"))
        self.name_text("hint", _("What it covers"))
        self.name_text("group", _("Group"))
