"""How the window looks: palette, text sizes, rhythm; light, dark, or as the system is.

Widgets ask `tokens()` and `font()` when they paint, so a switch needs no bookkeeping: Qt
sends every widget a palette and a font change, and it paints again.
"""

from __future__ import annotations

from typing import Final, Literal

from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from vendorcompare import paths
from vendorcompare.gui.look import colours
from vendorcompare.gui.look.colours import DARK, LIGHT, Tokens
from vendorcompare.gui.look.stylesheet import stylesheet

Scheme = Literal["system", "light", "dark"]
Role = Literal["caption", "body", "title"]

SPACE: Final = 8
BAR: Final = 6  # height of a bar that shows progress
"""The rhythm: every distance is this, its half, or a multiple."""

_SIZES: Final[dict[Role, float]] = {"caption": 0.9, "body": 1.0, "title": 1.5}
_SMALLEST_BODY: Final = 10.0  # points; below it hanzi of many strokes close up
_LARGEST_BODY: Final = 13.0
_STYLE: Final = "Fusion"
_FONT_FILES: Final = ("VendorCompareSans-Regular.ttf", "VendorCompareSans-Bold.ttf")


class _State:
    """Remember what is applied, and what the system looked like before."""

    def __init__(self) -> None:
        self.tokens = LIGHT
        self.scheme: Scheme = "system"
        self.text_scale = 1.0
        self.body_size = _SMALLEST_BODY
        self.families: tuple[str, ...] = ()
        self.fonts: dict[tuple[Role, bool], QFont] = {}
        self.system_is_dark = False
        self.styled = False
        self.prepared = False


_state: Final = _State()


def tokens() -> Tokens:
    """Return the colours in use."""
    return _state.tokens


def colour(name: str, alpha: float = 1.0) -> QColor:
    """Return a colour in use by the name of its token."""
    found = QColor(getattr(_state.tokens, name))
    found.setAlphaF(alpha)
    return found


def visible(colour_of_series: str) -> QColor:
    """Return the colour of a vendor, made lighter where the dark surface would swallow it."""
    return QColor(colours.readable(colour_of_series, _state.tokens.surface))


def heat(share: float) -> QColor:
    """Return the shade for a value between 0 and 1; darker or lighter, never another hue."""
    return QColor(colours.mixed(_state.tokens.surface, _state.tokens.heat, round(share, 2)))


def font(role: Role = "body", *, bold: bool = False) -> QFont:
    """Return one of the three text sizes in one of the two weights."""
    made = _state.fonts.get((role, bold))
    if made is None:
        made = QFont(QApplication.font())
        made.setPointSizeF(_state.body_size * _state.text_scale * _SIZES[role])
        made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        _state.fonts[role, bold] = made
    return QFont(made)  # the caller's own; to copy one is ten times as quick as to make one


def set_look(widget: QWidget, look: str) -> None:
    """Give a widget a look that the style sheet knows, such as `title` or `primary`."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        show_state(widget)


def show_state(widget: QWidget) -> None:
    """Have the style sheet look again at the properties of a widget that it has dressed already."""
    from PySide6.QtCore import Qt  # not before the first picture

    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def style_arguments() -> list[str]:
    """Return the arguments with which an application begins in the right style.

    Setting the style later takes longer, as PySide hands the style out and wraps it for that.
    """
    _state.styled = True
    return ["-style", _STYLE]


def apply_theme(app: QApplication, scheme: Scheme = "system", text_scale: float = 1.0) -> None:
    """Set palette, font and style sheet of the whole application."""
    first = not _state.prepared
    if first:
        _prepare(app)
    _state.scheme, _state.text_scale = scheme, text_scale
    if scheme != "system":  # so that title bars and native dialogs follow, where the platform can
        app.styleHints().setProperty("colorScheme", scheme.capitalize())
    elif not first:
        app.styleHints().unsetColorScheme()
    _wear(app, _state.system_is_dark if first and scheme == "system" else _is_dark(app))


def _prepare(app: QApplication) -> None:
    """Do once what does not change with the scheme."""
    _state.prepared = True
    before = app.palette()
    window, text = before.color(QPalette.ColorRole.Window), before.color(QPalette.ColorRole.Text)
    _state.system_is_dark = window.lightness() < text.lightness()
    system_size = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    _state.body_size = min(max(system_size, _SMALLEST_BODY), _LARGEST_BODY)
    _state.families = _load_fonts()
    if not _state.styled:
        app.setStyle(_STYLE)
    app.styleHints().colorSchemeChanged.connect(_on_system_scheme_changed)


def _load_fonts() -> tuple[str, ...]:
    """Load both weights of the shipped font; together they cost about ten milliseconds."""
    families: list[str] = []
    for name in _FONT_FILES:
        number = QFontDatabase.addApplicationFont(str(paths.resource("fonts", name)))
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def _on_system_scheme_changed() -> None:
    app = QApplication.instance()
    if _state.scheme == "system" and isinstance(app, QApplication):
        _wear(app, _is_dark(app))


def _is_dark(app: QApplication) -> bool:
    """Tell whether to be dark; a desktop that says nothing is judged by its own palette."""
    if _state.scheme != "system":
        return _state.scheme == "dark"
    told = app.styleHints().colorScheme()
    if told == QtCore.Qt.ColorScheme.Unknown:
        return _state.system_is_dark
    return told == QtCore.Qt.ColorScheme.Dark


def _wear(app: QApplication, dark: bool) -> None:
    _state.tokens = DARK if dark else LIGHT
    app.setPalette(palette(_state.tokens))
    base = QFont(app.font())
    if _state.families:
        base.setFamilies([*_state.families, *app.font().families()])
    base.setPointSizeF(_state.body_size * _state.text_scale)
    _state.fonts.clear()  # before widgets hear of the change and ask
    app.setFont(base)
    sizes = {role: base.pointSizeF() * factor for role, factor in _SIZES.items()}
    app.setStyleSheet(stylesheet(_state.tokens, sizes["caption"], sizes["title"]))


def palette(look: Tokens) -> QPalette:
    """Make the Fusion palette of a set of colours."""
    made = QPalette()
    role = QPalette.ColorRole
    for target, value in {
        role.Window: look.window,
        role.WindowText: look.text,
        role.Base: look.surface,
        role.AlternateBase: look.sunken,
        role.Text: look.text,
        role.PlaceholderText: look.muted,
        role.Button: look.surface,
        role.ButtonText: look.text,
        role.BrightText: look.bad,
        role.ToolTipBase: look.surface,
        role.ToolTipText: look.text,
        role.Highlight: look.accent_soft,
        role.HighlightedText: look.text,
        role.Accent: look.accent,
        role.Link: look.accent,
        role.LinkVisited: look.accent,
        role.Light: look.surface,
        role.Midlight: look.hairline,
        role.Mid: look.line,
        role.Dark: look.line,
        role.Shadow: look.line,
    }.items():
        made.setColor(target, QColor(value))
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(look.faint))
    return made
