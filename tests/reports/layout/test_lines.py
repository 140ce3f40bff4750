"""Lines and charts: what stays together, and how far a chart reaches."""

from __future__ import annotations

import numpy as np
import pytest

from vendorcompare.core.series import style_of
from vendorcompare.reports.layout.breaking import even, title, wrap
from vendorcompare.reports.layout.flow import Flow
from vendorcompare.reports.layout.fonts import face
from vendorcompare.reports.layout.page import Page
from vendorcompare.reports.layout.radar_chart import Radar, Series
from vendorcompare.reports.layout.wording import Phrase


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


@pytest.mark.parametrize("width", range(120, 420, 7))
@pytest.mark.parametrize(
    "text",
    [
        "Choosing a bookkeeping agency for the years to come",
        "代理记账机构比选 Choosing a bookkeeping agency",
        "二〇二六年度集团及各子公司代理记账与财税咨询服务供应商选型评估",
    ],
)
def test_a_title_never_leaves_one_word_on_its_last_line(text: str, width: int) -> None:
    lines = title(text, True, 14, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(face(True).width(line, 14) <= width for line in lines)
    last = lines[-1]
    assert len(lines) == 1 or len(last.split()) > 1 or len(last) > 2


def test_no_word_is_cut_to_make_lines_alike() -> None:
    width = face(True).width("Weight", 9) + 1
    assert even("Weight (%)", True, 9, width) == ("Weight", "(%)")


def test_what_stands_in_brackets_at_the_end_is_not_torn() -> None:
    size = 9
    width = face(True).width("第1年（含一次", size)
    assert even("第1年（含一次性费用）", True, size, width * 1.5) == ("第1年", "（含一次性费用）")
    # where neither line would hold it, it is broken as all else
    assert "".join(even("第1年（含一次性费用）", True, size, width)) == "第1年（含一次性费用）"


def test_air_between_han_and_figures_is_the_same_with_and_without_a_space() -> None:
    for size in (9, 20):
        assert face(False).width("共3家", size) == pytest.approx(face(False).width("共 3 家", size))


def test_the_points_of_a_list_do_not_stand_alone() -> None:
    for filled in range(600, 760, 6):
        flow = Flow((595.0, 842.0))
        flow.start_page()
        flow.y = float(filled)
        flow.points([Phrase((f"point {i}",)) for i in range(5)])
        counts = [
            sum(each.text.startswith("point") for each in page.letters) for page in flow.pages
        ]
        assert 1 not in counts
