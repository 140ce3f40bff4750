"""What the forms beside a table have in common."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any, Final, Generic

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

from vendorcompare.core.errors import UserError
from vendorcompare.core.keyed import KeyedRecord
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.fields.bilingual_edit import BilingualEdit
from vendorcompare.gui.look import icons, wheel
from vendorcompare.gui.workspace import Workspace

PAUSE: Final = 400  # milliseconds until what is typed is kept


class DetailPanel(QScrollArea, Generic[KeyedRecord]):
    """Keep what is typed into a form after a pause, when the focus leaves, or when asked.

    Signals:
        two_changed(bool): both languages are to be shown, or one.
    """

    two_changed = Signal(bool)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.bound = Binding(workspace)
        self._shown: KeyedRecord | None = None
        self.inner = QWidget()
        self.setWidget(self.inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.pause.timeout.connect(self.commit)

    def commit(self) -> None:
        """Write what was typed into the document, as far as it fits."""
        raise NotImplementedError

    def begin(self) -> None:
        """Have the name typed over."""
        field = self.inner.findChild(BilingualEdit, "name")
        if isinstance(field, BilingualEdit):
            field.first().setFocus()
            field.first().selectAll()

    def turn_to(self, thing: KeyedRecord) -> KeyedRecord | None:
        """Note what is shown from now on; return its state until now if it was shown already."""
        before = self._shown if self.is_current() else None
        if before is not None and before.key != thing.key:
            self.commit()
            before = None
        self._shown = thing
        return before

    def writable(self) -> KeyedRecord | None:
        """Return what is shown if the document it is of is open and can take changes."""
        return None if self.bound.writable is None else self._shown

    def forget(self) -> None:
        """Keep what was typed, and show nothing any more."""
        self.commit()
        self._shown = None
        self.bound.loosen()

    def is_current(self) -> bool:
        """Tell whether what is shown is of the document that is open."""
        return self.bound.document is not None

    def locked(self) -> bool:
        """Tell whether the document cannot be changed."""
        document = self.workspace.document
        return bool(document is None or document.read_only)

    def prepare_form(self, two_languages: QToolButton | None = None) -> None:
        """Do to every form what Qt Designer cannot say."""
        for label in self.inner.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
            if label.alignment() & Qt.AlignmentFlag.AlignTop:  # beside a tall field
                label.setContentsMargins(0, 6, 0, 0)
        for combo in self.inner.findChildren(QComboBox):
            wheel.leave_to_page(combo)
        if two_languages is not None:
            two_languages.setIcon(icons.icon("language"))
            two_languages.toggled.connect(self.two_changed)


def chain(*parts: QWidget) -> None:
    """Have Tab go through widgets in this order, through both languages of a text."""
    stops: list[QWidget] = []
    for part in parts:
        stops += part.stops() if isinstance(part, BilingualEdit) else [part]
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def read_field(line: QLineEdit, problem: QLabel, read: Callable[[str], Any], otherwise: Any) -> Any:
    """Return what was typed into a field, or `otherwise`; what does not fit is told under it."""
    if not line.isModified():  # what is shown is rounded
        return otherwise
    try:
        value = read(line.text())
    except UserError as error:
        tell(problem, error.sentences, line)
        return otherwise
    tell(problem, "", line)
    return value


def tell(label: QLabel, words: str, field: QWidget | None = None) -> None:
    """Say something under a field, or nothing."""
    label.setText(words)
    label.setVisible(bool(words))
    if field is not None:
        field.setAccessibleDescription(words)
