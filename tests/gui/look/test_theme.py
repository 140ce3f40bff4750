from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QFontInfo, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from vendorcompare.gui.look import colours, icons, theme
from vendorcompare.gui.look.colours import DARK, LIGHT, Tokens
from vendorcompare.paths import resource

TEXTS = ("text", "muted", "accent", "good", "warning", "bad")
PAPERS = ("window", "surface", "sunken")


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    theme.apply_theme(qapp, "light")
    yield qapp
    theme.apply_theme(qapp, "light")


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("paper", PAPERS)
def test_text_can_be_read(look: Tokens, text: str, paper: str) -> None:
    assert colours.contrast(getattr(look, text), getattr(look, paper)) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_what_is_coloured(look: Tokens) -> None:
    assert colours.contrast(look.on_accent, look.accent) >= 4.5
    assert colours.contrast(look.text, look.heat) >= 4.5
    for name in ("accent", "good", "warning", "bad"):
        soft = getattr(look, f"{name}_soft")
        assert colours.contrast(look.text, soft) >= 4.5
        assert colours.contrast(look.muted, soft) >= 4.5
        assert colours.contrast(getattr(look, name), soft) >= 4.5
        assert colours.contrast(look.accent, soft) >= 4.5  # the action in a notice


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_what_can_be_focused_has_an_edge_that_is_seen(look: Tokens) -> None:
    for paper in PAPERS:
        assert colours.contrast(look.accent, getattr(look, paper)) >= 3


def test_contrast_is_the_one_of_wcag() -> None:
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_shades_of_heat_stay_in_order_in_grey(app: QApplication) -> None:
    for scheme in ("light", "dark"):
        theme.apply_theme(app, scheme)
        shades = [colours.luminance(theme.heat(i / 10).name()) for i in range(11)]
        assert shades == sorted(shades, reverse=scheme == "light")


def test_a_scheme_changes_palette_and_tokens(app: QApplication) -> None:
    theme.apply_theme(app, "dark")
    assert theme.tokens() is DARK
    assert app.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    theme.apply_theme(app, "light")
    assert app.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.window)


def test_text_grows_with_the_scale(app: QApplication) -> None:
    theme.apply_theme(app, "light", 1.0)
    before = app.font().pointSizeF()
    theme.apply_theme(app, "light", 1.5)
    assert app.font().pointSizeF() == pytest.approx(1.5 * before)
    assert theme.font("caption").pointSizeF() == pytest.approx(1.35 * before)


def test_a_widget_that_hears_of_another_size_finds_the_new_fonts(
    app: QApplication, qtbot: QtBot
) -> None:
    heard: list[float] = []

    class Listener(QWidget):
        def event(self, event: QEvent) -> bool:
            if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.FontChange):
                heard.append(theme.font("title").pointSizeF())
            return super().event(event)

    theme.apply_theme(app, "light", 1.0)
    listener = Listener()
    qtbot.addWidget(listener)
    listener.show()
    before = theme.font("title").pointSizeF()
    theme.apply_theme(app, "light", 1.5)
    assert heard == pytest.approx([1.5 * before] * len(heard))
    assert heard


def test_what_is_done_to_a_font_stays_with_whoever_asked_for_it(app: QApplication) -> None:
    before = theme.font().pointSizeF()
    theme.font().setPointSizeF(99)
    assert theme.font().pointSizeF() == before


def test_the_shipped_font_is_used(app: QApplication) -> None:
    assert QFontInfo(theme.font()).family() == app.font().families()[0]
    assert QFontInfo(theme.font(bold=True)).bold()


def test_a_vendor_is_seen_on_the_dark_surface(app: QApplication) -> None:
    theme.apply_theme(app, "dark")
    assert colours.contrast(theme.visible("#0072B2").name(), DARK.surface) >= 3


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda p: p.stem)
def test_every_icon_draws_something(app: QApplication, path: object) -> None:
    name = path.stem  # type: ignore[attr-defined]
    icon = icons.app_icon() if name == "app" else icons.icon(name)
    assert ink(icon.pixmap(QSize(20, 20)).toImage())


def test_an_icon_follows_the_theme_and_the_state(app: QApplication) -> None:
    icon = icons.icon("save")
    theme.apply_theme(app, "light")
    light = strongest(icon.pixmap(QSize(64, 64)).toImage())
    theme.apply_theme(app, "dark")
    assert strongest(icon.pixmap(QSize(64, 64)).toImage()) == QColor(DARK.text)
    assert light == QColor(LIGHT.text)
    disabled = icon.pixmap(QSize(64, 64), QIcon.Mode.Disabled)
    assert strongest(disabled.toImage()) == QColor(DARK.faint)
    accent = icons.icon("save", "accent").pixmap(QSize(64, 64))
    assert strongest(accent.toImage()) == QColor(DARK.accent)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_sharp_at_any_pixel_ratio(app: QApplication, ratio: float) -> None:
    picture = icons.icon("save").pixmap(QSize(20, 20), ratio)
    assert picture.width() == 20 * ratio
    assert picture.devicePixelRatio() == ratio
    assert picture.deviceIndependentSize().width() == 20


def test_a_copy_of_an_icon_draws_the_same(app: QApplication) -> None:
    icon = icons.icon("undo")
    copy = QIcon(icon)
    copy.addPixmap(icons.pixmap("redo", "text", 8))  # makes Qt clone the engine
    assert strongest(copy.pixmap(QSize(64, 64)).toImage()) == QColor(LIGHT.text)


def test_a_wrong_name_fails_at_once(app: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no such icon")


def ink(image: QImage) -> bool:
    return any(
        image.pixelColor(x, y).alpha() > 100
        for x in range(image.width())
        for y in range(image.height())
    )


def strongest(image: QImage) -> QColor:
    """Return the colour of the most opaque pixel, as text is drawn on nothing."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    found = max(pixels, key=QColor.alpha)
    return QColor(found.red(), found.green(), found.blue())
