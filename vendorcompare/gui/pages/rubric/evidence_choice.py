"""Which kinds of evidence count for a criterion."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from vendorcompare.gui.fields.checks import show_checked
from vendorcompare.gui.look import plain, theme
from vendorcompare.gui.look.said import said
from vendorcompare.i18n import _
from vendorcompare.storage.library.catalogues import evidence_kinds


class EvidenceChoice(QWidget):
    """Name the kinds that count, and unfold all of them to choose from.

    Signals:
        edited: the user checked or unchecked a kind.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: tuple[str, ...] = ()
        self._title = plain.label("", "heading")
        self.unfold = plain.button("", "quiet")
        self.unfold.setCheckable(True)
        self.unfold.toggled.connect(self._on_unfolded)
        self._named = plain.label("", "muted", wrap=True)
        self._list = QWidget()
        self._boxes: dict[str, QCheckBox] = {}
        self._lay_out()
        self.retranslate()

    def show_codes(self, codes: tuple[str, ...], *, enabled: bool) -> None:
        """Show which kinds count."""
        self._codes = codes
        for code, box in self._boxes.items():
            show_checked(box, code in codes)
            box.setEnabled(enabled)
        self._show_names()

    def codes(self) -> tuple[str, ...]:
        """Return the codes of the kinds that count; codes nobody knows are kept."""
        known = self._boxes
        kept = [c for c in self._codes if c not in known or known[c].isChecked()]
        more = [c for c, box in known.items() if box.isChecked() and c not in kept]
        return (*kept, *more)

    def box(self, code: str) -> QCheckBox:
        """Return the box of a kind."""
        return self._boxes[code]

    def stops(self) -> list[QWidget]:
        """Return where Tab stops."""
        return [self.unfold, *self._boxes.values()]

    def retranslate(self) -> None:
        """Give the list its words."""
        self._title.setText(_("Evidence that counts"))
        self.unfold.setText(_("Choose..."))
        self.unfold.setAccessibleName(_("Choose kinds of evidence"))
        for code, box in self._boxes.items():
            box.setText(plain.no_mnemonic(said(evidence_kinds()[code])))
        self._show_names()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.unfold)
        inner = QVBoxLayout(self._list)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for code in evidence_kinds():
            box = self._boxes[code] = QCheckBox()
            box.toggled.connect(self._on_toggled)
            inner.addWidget(box)
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE // 2)
        column.addLayout(head)
        column.addWidget(self._named)
        column.addWidget(self._list)

    def _show_names(self) -> None:
        kinds = evidence_kinds()
        named = [said(kinds[code]) if code in kinds else code for code in self._codes]
        self._named.setText(_(", ").join(named) if named else _("None named."))

    def _on_unfolded(self, unfolded: bool) -> None:
        self._list.setVisible(unfolded)
        self._named.setVisible(not unfolded)

    def _on_toggled(self) -> None:
        self._codes = self.codes()
        self._show_names()
        self.edited.emit()
