from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vendorcompare.core.series import style_of
from vendorcompare.gui.charts.radar_item import RadarSeries
from vendorcompare.gui.charts.radar_layout import lay_out
from vendorcompare.gui.charts.radar_view import RadarView
from vendorcompare.gui.look import theme

NAN = math.nan
EN = (
    "Price transparency", "Response speed", "Professional qualification",
    "Data security & confidentiality", "Contract terms", "Service scope", "Team stability",
    "Reputation",
)  # fmt: skip
ZH = (
    "价格透明度", "响应速度", "专业资质与执业经验", "数据安全与保密", "合同条款", "服务范围",
    "团队稳定性", "口碑",
)  # fmt: skip


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    theme.apply_theme(qapp, "light")
    yield
    theme.apply_theme(qapp, "light")


def lines(count: int, axes: int = 5, value: float = 0.5) -> list[RadarSeries]:
    return [
        RadarSeries(f"v{i}", f"Vendor {i}", style_of(i), [value + 0.1 * (i % 4)] * axes)
        for i in range(count)
    ]


@pytest.fixture
def view(qtbot: QtBot) -> RadarView:
    made = RadarView()
    qtbot.addWidget(made)
    made.resize(600, 560)
    made.set_axes(EN[:5])
    made.set_series(lines(3))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_three_vendors_share_one_item(view: RadarView) -> None:
    items = [item for item in view.canvas().scene().items() if isinstance(item, pg.GraphicsObject)]
    assert items == list(view.charts())
    assert len(items) == 1


def test_more_vendors_get_a_chart_each(view: RadarView) -> None:
    view.set_series(lines(30))
    assert len(view.charts()) == 30
    assert all(len(chart.series()) == 1 for chart in view.charts())
    boxes = [chart.boundingRect() for chart in view.charts()]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize("names", [EN, ZH], ids=["en", "zh"])
@pytest.mark.parametrize("count", range(3, 9))
@pytest.mark.parametrize("size", [(600, 560), (360, 300), (1200, 400), (220, 220)])
def test_labels_are_neither_cut_nor_covered(
    qapp: QApplication, names: tuple[str, ...], count: int, size: tuple[int, int]
) -> None:
    area = QRectF(0, 0, *size)
    layout = lay_out(names[:count], area, theme.font("caption"), [3] * count)
    assert all(area.contains(box) for box in layout.boxes)
    assert not any(one.intersects(other) for one, other in combinations(layout.boxes, 2))
    ring = [layout.at((math.cos(a), math.sin(a))) for a in range(7)]
    assert all(area.contains(point) for point in ring[:1])
    shown = {"".join(lines).replace(" ", "") for lines in layout.labels}
    keyed = {name for _number, name in layout.key}
    for name in names[:count]:  # every name is written somewhere, in full
        assert name.replace(" ", "") in shown or name in keyed


def test_a_missing_score_breaks_the_line_and_is_not_at_zero(view: RadarView) -> None:
    series = lines(1)[0]
    view.set_series([RadarSeries("v0", "Vendor 0", series.style, [0.8, NAN, 0.8, 0.8, 0.8])])
    chart = view.charts()[0]
    shape = chart.shapes()[0]
    assert not shape.complete
    layout = chart.layout_now()
    gap = chart.point_of("v0", 1)
    assert gap is not None
    distance = math.hypot(gap.x() - layout.centre.x(), gap.y() - layout.centre.y())
    assert distance > layout.radius
    assert not any(layout.boxes[1].contains(gap) for _ in [0])


def test_a_chart_is_painted_with_what_it_shows(view: RadarView, qtbot: QtBot) -> None:
    view.set_series(lines(3), best=[0.9] * 5, target=[0.55] * 5)
    before = view.grab().toImage()
    view.set_series(lines(3, value=0.2), best=[0.9] * 5, target=[0.55] * 5)
    assert view.grab().toImage() != before


def test_pointing_at_a_score_tells_it(view: RadarView, qtbot: QtBot) -> None:
    place = view.charts()[0].point_of("v1", 2)
    assert place is not None
    with qtbot.waitSignal(view.vendor_highlighted) as told:
        QTest.mouseMove(view.canvas().viewport(), place.toPoint())
    assert told.args == ["v1"]
    assert view.canvas().tip_of("v1", 2) == "Vendor 1\nProfessional qualification 60"


def test_keys_walk_from_axis_to_axis_and_vendor_to_vendor(view: RadarView, qtbot: QtBot) -> None:
    told: list[str] = []
    view.vendor_highlighted.connect(told.append)
    canvas = view.canvas()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(canvas, key)
    assert told == ["v0", "v1"]
    with qtbot.waitSignal(view.axis_activated) as axis:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert axis.args == [1]
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert told[-1] == ""


LONG_NAMES = (
    "深圳市前海明账财税咨询服务有限责任公司南山科技园第一分公司",
    "Mingzhang Finance and Taxation Consulting Services (Shenzhen) Ltd",
)


@pytest.mark.parametrize("name", LONG_NAMES, ids=["zh", "en"])
@pytest.mark.parametrize("count", [3, 5])
def test_no_name_is_cut_in_the_legend_or_above_a_chart(
    view: RadarView, name: str, count: int
) -> None:
    named = [replace(line, name=f"{name} {line.key}") for line in lines(count)]
    view.set_series(named)
    QTest.qWait(50)
    for entry, line in zip(view.legend().entries(), named, strict=False):
        shown = entry._lines(entry.width())
        assert "".join(shown).replace(" ", "") == line.name.replace(" ", "")
        room = entry.width() - 32 - 3 * theme.SPACE
        metrics = QFontMetrics(theme.font(bold=True))
        assert all(metrics.horizontalAdvance(words) <= room for words in shown)
        assert entry.height() >= len(shown) * metrics.height()
    metrics = QFontMetrics(theme.font("caption", bold=True))
    for chart in view.charts() if count > 3 else ():
        width = chart.boundingRect().width()
        assert all(metrics.horizontalAdvance(each) <= width for each in chart._title_lines(metrics))
        top = min(box.top() for box in chart.layout_now().boxes)
        assert top >= chart._title_room(metrics) - theme.SPACE


def test_the_legend_brings_a_vendor_forward(view: RadarView, qtbot: QtBot) -> None:
    entry = view.legend().entries()[2]
    with qtbot.waitSignal(view.vendor_highlighted) as told:
        QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert told.args == ["v2"]
    assert entry.accessibleName() == "Vendor 2"


def test_a_click_on_a_label_opens_the_axis(view: RadarView, qtbot: QtBot) -> None:
    place = view.charts()[0].layout_now().boxes[3].center()
    with qtbot.waitSignal(view.axis_activated) as axis:
        QTest.mouseClick(view.canvas().viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert axis.args == [3]


def test_readers_get_every_figure(view: RadarView, qtbot: QtBot) -> None:
    view.set_series([RadarSeries("v0", "Acme", style_of(0), [0.8, NAN, 0.5, 0.5, 0.5])])
    canvas = view.canvas()
    qtbot.waitUntil(lambda: "Acme" in canvas.accessibleDescription())
    assert "Price transparency 80, Response speed not scored" in canvas.accessibleDescription()


def test_fifty_vendors_follow_a_slider_without_a_repaint_for_each(
    view: RadarView, qtbot: QtBot
) -> None:
    view.set_series(lines(50))
    QApplication.processEvents()
    painted: list[bool] = []

    class Counter(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(True)
            return False

    counter = Counter()
    view.canvas().viewport().installEventFilter(counter)
    for step in range(100):
        view.set_series(lines(50, value=0.2 + step / 300))
    qtbot.waitUntil(lambda: bool(painted))
    QApplication.processEvents()
    assert len(painted) <= 3


def test_the_background_is_kept_while_only_figures_change(view: RadarView) -> None:
    chart = view.charts()[0]
    view.grab()
    layout = chart.layout_now()
    view.set_series(lines(3, value=0.3))
    assert chart.layout_now() is layout
    theme.apply_theme(QApplication.instance(), "dark")  # type: ignore[arg-type]
    QApplication.processEvents()
    assert chart.layout_now() is not layout


def test_nothing_is_hit_far_from_every_score(view: RadarView) -> None:
    assert view.charts()[0].hit(QPointF(1, 1)) is None
