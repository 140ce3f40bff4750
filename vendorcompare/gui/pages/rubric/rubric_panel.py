"""What the panels of a dimension and of a criterion have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from vendorcompare.core import formats
from vendorcompare.core.names import tidied_text
from vendorcompare.core.rubric import Criterion, Dimension
from vendorcompare.gui.fields.bilingual_edit import BilingualEdit
from vendorcompare.gui.fields.typed import hear_text, show_text
from vendorcompare.gui.forms.ui_criterion_panel import Ui_CriterionPanel
from vendorcompare.gui.forms.ui_dimension_panel import Ui_DimensionPanel
from vendorcompare.gui.pages.detail_panel import DetailPanel, read_field, tell
from vendorcompare.gui.pages.rubric.rubric_words import typed_number, weight_of
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _

Part = TypeVar("Part", Dimension, Criterion)


class RubricPanel(DetailPanel[Part]):
    """Edit the texts and the weight of a part of the rubric."""

    def __init__(
        self,
        workspace: Workspace,
        form: Ui_CriterionPanel | Ui_DimensionPanel,
        texts: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, parent)
        self.form = form
        form.setupUi(self.inner)  # type: ignore[no-untyped-call]  # generated
        form.hint.set_lines(3)
        self.prepare_form(form.two_languages)
        self._texts: dict[str, BilingualEdit] = {name: getattr(form, name) for name in texts}
        for field in self._texts.values():
            field.edited.connect(self.pause.start)
            field.finished.connect(self.commit)
        form.weight.textEdited.connect(self.pause.start)
        form.weight.editingFinished.connect(self.commit)
        hear_text(form.weight, self.pause.start)

    # what differs

    def known(self, shown: Part) -> bool:
        """Tell whether the rubric still has what is shown."""
        raise NotImplementedError

    def completed(self, shown: Part, wanted: Part) -> Part:
        """Add what the other fields say to what is wanted."""
        raise NotImplementedError

    def write(self, wanted: Part) -> None:
        """Write what is wanted into the document."""
        raise NotImplementedError

    def name_texts(self) -> None:
        """Name the fields that have two languages."""
        raise NotImplementedError

    # what is alike

    def name_text(self, name: str, words: str) -> None:
        """Name a field that has two languages; the key of its label leads to the first."""
        field = self._texts[name]
        field.retranslate(words)
        getattr(self.form, f"{name}_label").setBuddy(field.first())

    def show_part(self, part: Part, changed: set[str], place: str, share: float) -> None:
        """Show what the document changed of the fields that every part has."""
        form, locked = self.form, self.locked()
        form.place.setText(place)
        form.share.setText(_("= {share}% of the whole").format(share=formats.percent(share)))
        for name, field in self._texts.items():
            if name in changed:
                field.show_text(getattr(part, name))
            field.set_read_only(locked)
        if "name" in changed:
            tell(form.name_problem, "")
        if "weight" in changed:
            show_text(form.weight, typed_number(part.weight))
            tell(form.weight_problem, "", form.weight)
        form.weight.setReadOnly(locked)
        tell(form.source, _("From the library of criteria"))
        form.source.setVisible(bool(part.source))

    def commit(self) -> None:
        self.pause.stop()
        shown = self.writable()
        if shown is None or not self.known(shown):
            return
        form = self.form
        texts: dict[str, Any] = {name: field.text() for name, field in self._texts.items()}
        texts["name"] = tidied_text(texts["name"]) or shown.name
        tell(form.name_problem, "" if form.name.text() else _("Type a name."), form.name.first())
        weight = read_field(form.weight, form.weight_problem, weight_of, shown.weight)
        wanted = self.completed(shown, replace(shown, weight=weight, **texts))
        if wanted != shown:
            self._shown = wanted
            self.write(wanted)

    def set_two(self, two: bool) -> None:
        """Show both languages, or that of the interface."""
        self.form.two_languages.setChecked(two)
        for field in self._texts.values():
            field.set_two(two)
        self.name_texts()


def changed_fields(before: Part | None, part: Part) -> set[str]:
    """Return the fields that the document changed; all of what was not shown before."""
    return {
        name
        for name in type(part).__slots__
        if before is None or getattr(before, name) != getattr(part, name)
    }
