"""Let Qt's own texts and the compiled forms speak the language of the gettext catalogue."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from vendorcompare import i18n
from vendorcompare.i18n import NP_
from vendorcompare.typography import THIN_SPACE

_QT_LOCALES: Final[dict[i18n.Language, str]] = {"zh": "zh_CN", "en": "en"}

#: What Qt's own dialogs say, and its own Chinese translation leaves out.
_LEFT_OUT_BY_QT: Final = (
    NP_("Qt", "&Look in:"),
    NP_("Qt", "Files of &type:"),
    NP_("Qt", "Folder"),
    NP_("Qt", "File Folder"),
    NP_("Qt", "File"),
    NP_("Qt", "Drive"),
    NP_("Qt", "Shortcut"),
    NP_("Qt", "Alias"),
    NP_("Qt", "Unknown"),
    NP_("Qt", "Automatic"),
    NP_("Qt", "Page &Set:"),
    NP_("Qt", "Duplex Printing"),
    NP_("Qt", "None"),
    NP_("Qt", "Long side"),
    NP_("Qt", "Short side"),
)


class GettextTranslator(QTranslator):
    """Let forms read the same catalogue as the code."""

    def isEmpty(self) -> bool:
        """Deny being empty; Qt sends no language change for an empty translator."""
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return the translation, or nothing, so that Qt asks the next translator."""
        if not text:
            return None  # gettext answers the empty message with the head of the catalogue
        if text in _LEFT_OUT_BY_QT and context.startswith("Q"):
            found = i18n.pgettext("Qt", text)
        else:
            found = i18n.pgettext(disambiguation, text) if disambiguation else i18n._(text)
        # An empty text would be shown as such, and blank the standard buttons.
        return found if found != text else None


class _Installed:
    """Keep the translators alive; Qt holds them without owning them."""

    def __init__(self) -> None:
        self.ours: GettextTranslator | None = None
        self.qt: QTranslator | None = None


_installed: Final = _Installed()


def switch_language(app: QApplication, language: i18n.Language) -> None:
    """Show everything in a language; every widget receives a `LanguageChange`."""
    i18n.set_language(language, gap=THIN_SPACE)
    for translator in (_installed.ours, _installed.qt):
        if translator is not None:
            app.removeTranslator(translator)
    qt = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qt.load(f"qtbase_{_QT_LOCALES[language]}", folder):
        app.installTranslator(qt)
    ours = GettextTranslator()
    app.installTranslator(ours)
    _installed.ours, _installed.qt = ours, qt
