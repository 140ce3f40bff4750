"""The dialog for what users choose once for all documents."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from vendorcompare.gui.forms.ui_preferences import Ui_PreferencesDialog
from vendorcompare.gui.preferences import TEXT_SIZES, PreferencesStore
from vendorcompare.i18n import LANGUAGE_NAMES, N_, _

_LANGUAGES: Final = {
    "system": N_("As the system"),
    "zh": LANGUAGE_NAMES["zh"],
    "en": LANGUAGE_NAMES["en"],
}
_SCHEMES: Final = {"system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark")}
_PAPERS: Final = {"a4": N_("A4"), "letter": N_("Letter")}
_SIZES: Final = {size: N_("{size}%") for size in TEXT_SIZES}


class PreferencesDialog(QDialog):
    """Show the choices; each takes effect at once."""

    def __init__(self, store: PreferencesStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._form = Ui_PreferencesDialog()
        self._form.setupUi(self)
        self._boxes: dict[str, tuple[QComboBox, dict[Any, str]]] = {
            "language": (self._form.language, dict(_LANGUAGES)),
            "scheme": (self._form.scheme, dict(_SCHEMES)),
            "text_size": (self._form.text_size, dict(_SIZES)),
            "paper": (self._form.paper, dict(_PAPERS)),
        }
        self._fill()
        for box, _words in self._boxes.values():
            box.activated.connect(self._on_chosen)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._form.retranslateUi(self)
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        for name, (box, choices) in self._boxes.items():
            box.clear()
            for value, words in choices.items():
                box.addItem(_(words).format(size=value), value)
            box.setCurrentIndex(box.findData(getattr(self._store.current, name)))

    def _on_chosen(self) -> None:
        chosen = {name: box.currentData() for name, (box, _words) in self._boxes.items()}
        self._store.set(replace(self._store.current, **chosen))
