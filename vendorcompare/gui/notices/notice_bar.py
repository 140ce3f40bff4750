"""The bar at the foot of the window that says what happened, and offers to undo or to open it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from vendorcompare.gui.look import icons, plain, theme
from vendorcompare.i18n import _

Kind = Literal["info", "good", "warning", "bad"]

_SYMBOLS: Final[dict[Kind, tuple[str, str]]] = {
    "info": ("info", "accent"),
    "good": ("good", "good"),
    "warning": ("warning", "warning"),
    "bad": ("error", "bad"),
}
_MOST_ACTIONS: Final = 2
_EDGE: Final = 1
_GAP: Final = theme.SPACE * 2


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class NoticeAction:
    """Offer something to do about a notice; the words are already translated.

    Attributes:
        holds: tells whether it can still be done, such as undoing what the notice tells of.
    """

    words: str
    do: Callable[[], object]
    holds: Callable[[], bool] = _always


class NoticeBar(QFrame):
    """Show one message at a time; a later one takes the place of an earlier one.

    It floats over the foot of the window, so that it never moves what is under the mouse, and
    covers no line of the page that it may speak of.

    Signals:
        dismissed: the message went away, by its button, an action or by itself.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")  # no name: a form gives it one of its own
        self._area: QWidget | None = None
        self._page: QWidget | None = None
        self._kind: Kind = "info"
        self._symbol = plain.label()
        self._text = plain.label(wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._actions: list[QWidget] = []
        self._offered: tuple[NoticeAction, ...] = ()
        self._close = QToolButton()
        self._close.setIcon(icons.icon("close"))
        self._close.clicked.connect(self.dismiss)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time_over)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.SPACE * 2, 4, theme.SPACE, 4)
        self._row.setSpacing(theme.SPACE)
        for part in (self._symbol, self._text, self._close):
            self._row.addWidget(part)
        self._row.setStretchFactor(self._text, 1)
        self._retranslate()
        self.hide()

    def float_over(self, area: QWidget, page: QWidget | None = None) -> None:
        """Lie over the foot of an area from now on, or as wide as a page in it; in no layout."""
        self._area, self._page = area, page
        self.setParent(area)
        area.installEventFilter(self)

    def show_notice(
        self,
        text: str,
        actions: Sequence[NoticeAction] = (),
        kind: Kind = "info",
        seconds: float = 0,
    ) -> None:
        """Say something, for some seconds or until it is dismissed."""
        if len(actions) > _MOST_ACTIONS:
            raise ValueError("a notice offers at most two actions")
        self._kind = kind
        self._text.setText(text)
        self.setAccessibleName(text)
        self._set_actions(actions)
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            theme.show_state(self)
        self._draw_symbol()
        self._lie_down()
        self.show()
        self._timer.stop()
        if seconds > 0:
            self._timer.start(round(seconds * 1000))
        self._announce(text)

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.dismissed.emit()

    def recheck(self, _happened: object = None) -> None:
        """Offer no more what cannot be done any more; news of something past goes altogether."""
        held = [action for action in self._offered if action.holds()]
        if len(held) == len(self._offered):
            return
        if self._kind == "info":
            self.dismiss()
        self._set_actions(held)

    def text(self) -> str:
        """Return the message that is shown, or nothing."""
        return "" if self.isHidden() else self._text.text()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange and not self.isHidden():
            self._draw_symbol()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._lie_down()
        return super().eventFilter(watched, event)

    def _lie_down(self) -> None:
        """Take the foot of the area, as wide as it is and as high as the words need.

        Where the mouse is there, what it points at is left alone: the bar goes to the head.
        """
        if self._area is None:
            return
        page = self._area.rect() if self._page is None else self._page.geometry()
        room = QRect(page.left(), page.top(), page.width(), self._area.height() - page.top())
        width = max(room.width() - 2 * _GAP, 0)
        self._row.activate()
        height = max(self._row.heightForWidth(width), self._row.minimumSize().height())
        left = room.left() + (room.width() - width) // 2
        place = QRect(left, room.bottom() + 1 - height - _EDGE, width, height)
        if place.contains(self._area.mapFromGlobal(QCursor.pos())) and not self.underMouse():
            place.moveTop(room.top() + _GAP)
        self.setGeometry(place)
        self.raise_()

    def _set_actions(self, actions: Sequence[NoticeAction]) -> None:
        for old in self._actions:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()  # it may be the very button whose click is being handled
        self._actions, self._offered = [], tuple(actions)
        for action in actions:
            button = plain.button(plain.no_mnemonic(action.words), "quiet")
            button.setAccessibleName(action.words)
            button.clicked.connect(self._doing(action))
            self._row.insertWidget(self._row.count() - 1, button)
            self._actions.append(button)

    def _doing(self, action: NoticeAction) -> Callable[[], None]:
        def do() -> None:
            self.dismiss()  # first: what is done may have a notice of its own
            action.do()

        return do

    def _on_time_over(self) -> None:
        """Go, unless somebody is just about to use it."""
        focused = QApplication.focusWidget()
        in_use = focused is not None and self.isAncestorOf(focused)
        if in_use or self.underMouse():
            self._timer.start(1000)
        else:
            self.dismiss()

    def _announce(self, text: str) -> None:
        # Not before there is something to say: they bring two hundred constants.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _draw_symbol(self) -> None:
        name, colour = _SYMBOLS[self._kind]
        picture = icons.pixmap(name, colour, icons.SIZE, self.devicePixelRatioF())
        self._symbol.setPixmap(picture)

    def _retranslate(self) -> None:
        self._close.setAccessibleName(_("Dismiss"))
        plain.set_tool_tip(self._close, _("Dismiss"))
