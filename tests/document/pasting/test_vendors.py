from __future__ import annotations

import pytest

from vendorcompare.document.pasting.vendors import without_head


@pytest.mark.parametrize("head", ["供应商名称", "供应商", " 公司名称", "Vendor", "机构名称"])
def test_the_head_of_a_copied_list_is_no_vendor(head: str) -> None:
    assert without_head([head, "明账财税", "云算盘"]) == ["明账财税", "云算盘"]


def test_a_name_alone_and_a_list_without_a_head_stay() -> None:
    assert without_head(["公司"]) == ["公司"]
    assert without_head(["明账财税", "供应商"]) == ["明账财税", "供应商"]
    assert without_head([]) == []
