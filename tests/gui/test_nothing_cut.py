"""On a laptop's screen no name, head or figure of the sample ends in dots."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QTabWidget
from pytestqt.qtbot import QtBot

from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.look.elided_label import ElidedLabel
from vendorcompare.gui.look.word_cache import WordCache
from vendorcompare.gui.pages import PAGES
from vendorcompare.i18n import Language

_LAPTOP: Final = (1366, 768)
_DOTS: Final = ("…", "...")


@pytest.fixture
def painted_cut(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Collect what is shortened where it is painted."""
    cut, shaped = set[str](), WordCache.shaped

    def noted(self: WordCache, words: str, font: object, kind: str, width: int) -> object:
        found = shaped(self, words, font, kind, width)  # type: ignore[arg-type]
        if found[0].text() != words:
            cut.add(words)
        return found

    monkeypatch.setattr(WordCache, "shaped", noted)
    return cut


def heads_cut(table: QTableView) -> list[str]:
    """Return the heads of a table that need more room than they have."""
    across, down = table.horizontalHeader(), table.verticalHeader()
    found = []
    if type(across) is QHeaderView and not across.isHidden():
        for column in range(across.count()):
            if across.sectionSizeHint(column) > across.sectionSize(column) > 0:
                found.append(str(table.model().headerData(column, Qt.Orientation.Horizontal)))
    if type(down) is QHeaderView and not down.isHidden() and down.sizeHint().width() > down.width():
        found.append(f"names beside {table.objectName()}")
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_of_the_sample_is_cut(
    application: Assembly, qtbot: QtBot, painted_cut: set[str], language: Language
) -> None:
    current = application.preferences.current
    application.preferences.set(replace(current, language=language))
    application.documents.open_sample()
    window = application.window
    window.resize(*_LAPTOP)
    window.show()
    cut: dict[str, list[str]] = {}
    for page in PAGES:
        window.show_page(page.key)
        tabs = [each for each in window.findChildren(QTabWidget) if each.isVisible()]
        for tab in range(tabs[0].count() if tabs else 1):
            if tabs:
                tabs[0].setCurrentIndex(tab)
            window.grab()
            seen = [each for each in window.findChildren(QTableView) if each.isVisible()]
            found = [words for table in seen for words in heads_cut(table)]
            labels = (each for each in window.findChildren(ElidedLabel) if each.isVisible())
            found += [each.text() for each in labels if each.text().endswith(_DOTS)]
            found += sorted(painted_cut)
            painted_cut.clear()
            if found:
                cut[f"{page.key} {tab + 1}"] = found
    assert cut == {}
