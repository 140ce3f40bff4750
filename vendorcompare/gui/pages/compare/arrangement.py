"""How the parts of the comparison page share the room there is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolButton, QWidget

from vendorcompare.gui.forms.ui_compare_page import Ui_ComparePage
from vendorcompare.gui.look import theme

_SHARES: Final = (40, 60)  # of the ranking and of the charts
_ROOM_FOR_WEIGHTS: Final = 1300
_WEIGHTS_WIDTH: Final = 330
_MOST_FOR_RANKING: Final = 60  # per cent of the height
_TITLE_LINES: Final = 1.9


class Arrangement(QObject):
    """Give the ranking its rows and the charts their width, until the user decides otherwise."""

    def __init__(self, page: QWidget, form: Ui_ComparePage, weights: QToolButton) -> None:
        super().__init__(page)
        self._page, self._form, self._weights = page, form, weights
        self._shown = False
        self._moved_by_hand = False
        for column, stretch in enumerate((*_SHARES, 0)):
            form.across.setStretchFactor(column, stretch)
        form.weights.hide()
        page.installEventFilter(self)
        form.left.installEventFilter(self)
        form.left.splitterMoved.connect(self._on_left_moved)
        weights.toggled.connect(self._on_weights_toggled)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._form.left and event.type() == QEvent.Type.Resize:
            self.share_height()
        elif watched is self._page and event.type() == QEvent.Type.Show and not self._shown:
            self._shown = True
            self._weights.setChecked(self._page.width() >= _ROOM_FOR_WEIGHTS)
            self._share_width()
        elif watched is self._page and event.type() == QEvent.Type.Resize:
            self.fit_headline()
        return False

    def share_height(self) -> None:
        """Give the ranking the height of its rows, as long as the answer below keeps its own."""
        left, ranking = self._form.left, self._form.ranking
        if self._moved_by_hand:
            return
        rows = ranking.ranking()
        wanted = rows.rowCount() * rows.row_height() + theme.SPACE
        most = left.height() * _MOST_FOR_RANKING // 100
        taken = max(min(wanted, most), ranking.minimumHeight())
        left.setSizes([taken, max(left.height() - taken, 0)])

    def fit_headline(self) -> None:
        """Set a sentence that would fill the page in the size of text."""
        label = self._form.headline
        width = max(self._page.width() - 6 * theme.SPACE, 1)
        metrics = QFontMetrics(theme.font("title", bold=True))
        lines = metrics.horizontalAdvance(label.text()) / width
        label.set_look("title" if lines <= _TITLE_LINES else "heading")

    def _share_width(self) -> None:
        """Give the ranking two fifths of what the weights leave."""
        width = self._page.width()
        aside = min(_WEIGHTS_WIDTH, width // 3) if self._weights.isChecked() else 0
        rest = width - aside
        self._form.across.setSizes([rest * share // 100 for share in _SHARES] + [aside])

    def _on_left_moved(self) -> None:
        self._moved_by_hand = True

    def _on_weights_toggled(self, checked: bool) -> None:
        self._form.weights.setVisible(checked)
        self._share_width()
