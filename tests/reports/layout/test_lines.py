"""Lines and charts: what stays together, and how far a chart reaches."""

from __future__ import annotations

import numpy as np
import pytest

from vendorcompare.core.series import style_of
from vendorcompare.reports.layout.breaking import wrap
from vendorcompare.reports.layout.fonts import face
from vendorcompare.reports.layout.page import Page
from vendorcompare.reports.layout.radar_chart import Radar, Series


def test_no_chinese_character_is_left_alone_on_the_last_line() -> None:
    text = "杭州明账财税服务有限公司。"
    width = face(False).width(text[:-2], 10)
    first, last = wrap(text, False, 10, width)
    assert (first, last) == ("杭州明账财税服务有限", "公司。")
    assert "".join(wrap("ab cd 账", False, 10, face(False).width("ab cd", 10) + 1)) == "ab cd账"


def test_a_chart_tells_how_far_its_labels_reach() -> None:
    labels = [["Reach"], ["Content and", "manner of it"], ["Contact", "frequency"], ["Risk"]]
    holes = np.array([0.5, np.nan, 1.0, 0.2])
    radar = Radar(80.0, labels, [Series(holes, style_of(0)), Series(holes, style_of(1))])
    page = Page(600, 600)
    radar.draw(page, (300.0, 300.0))
    ends = [x + face(style.bold).width(text, style.size) for x, _y, text, style in page.letters]
    assert max(ends) == pytest.approx(300.0 + radar.right)
