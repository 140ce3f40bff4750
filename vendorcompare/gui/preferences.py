"""What users choose once for all documents, and where it is kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final, Literal, get_args

from PySide6.QtCore import QObject, QSettings, Signal

from vendorcompare import i18n
from vendorcompare.gui.look.theme import Scheme

LanguageChoice = Literal["system", "zh", "en"]
Paper = Literal["a4", "letter"]

TEXT_SIZES: Final = (90, 100, 110, 125, 150)
"""The sizes of text that are offered, in per cent of the system's."""

_ALLOWED: Final[dict[str, tuple[object, ...]]] = {
    "language": get_args(LanguageChoice),
    "scheme": get_args(Scheme),
    "text_size": TEXT_SIZES,
    "paper": get_args(Paper),
}


@dataclass(frozen=True, slots=True)
class Preferences:
    """Hold the choices; what is written here is what nobody has chosen yet."""

    language: LanguageChoice = "system"
    scheme: Scheme = "system"
    text_size: int = 100
    paper: Paper = "a4"

    def interface_language(self) -> i18n.Language:
        """Return the language to show, the system's where none is chosen."""
        if self.language == "system":
            return i18n.language_of_environment()
        return self.language


class PreferencesStore(QObject):
    """Keep the preferences and the layout of the window in one settings file.

    Signals:
        changed(Preferences): a choice was made.
    """

    changed = Signal(object)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._current = self._read()

    @property
    def current(self) -> Preferences:
        """The choices as they stand."""
        return self._current

    def set(self, preferences: Preferences) -> None:
        """Make new choices and write them down."""
        if preferences == self._current:
            return
        self._current = preferences
        for name, value in asdict(preferences).items():
            self.settings.setValue(f"preferences/{name}", value)
        self.changed.emit(preferences)

    def _read(self) -> Preferences:
        """Read the choices; a file edited by hand cannot keep the application from starting."""
        chosen: dict[str, object] = {}
        for field in fields(Preferences):
            kept = self.settings.value(f"preferences/{field.name}")
            known = {str(value): value for value in _ALLOWED[field.name]}
            if str(kept) in known:
                chosen[field.name] = known[str(kept)]
        return Preferences(**chosen)  # type: ignore[arg-type]  # checked one by one above
