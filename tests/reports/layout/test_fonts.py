"""What a font file lends to the paper."""

from __future__ import annotations

from pathlib import Path

from vendorcompare.reports.layout import fonts
from vendorcompare.reports.layout.breaking import even
from vendorcompare.reports.layout.fonts import Window


def test_a_window_reads_like_the_bytes_of_the_file(tmp_path: Path) -> None:
    content = bytes(range(256)) * 16_384  # four megabytes
    file = tmp_path / "font"
    file.write_bytes(content)
    window = Window.on(file)
    assert len(window) == len(content)
    assert window[300] == content[300]
    assert window[-1] == content[-1]
    assert window[10:20] == content[10:20]
    assert window[-20:] == content[-20:]
    assert window[30:20] == b""


def test_a_long_part_of_a_window_is_a_window_again(tmp_path: Path) -> None:
    content = bytes(range(251)) * 16_384
    file = tmp_path / "font"
    file.write_bytes(content)
    part = Window.on(file)[1000:3_000_000]
    assert isinstance(part, Window)
    assert part[5:9] == content[1005:1009]
    assert bytes(part) == content[1000:3_000_000]


def test_a_name_is_broken_between_the_languages_rather_than_within_a_word() -> None:
    name = "恒信会计服务 Hengxin"
    width = fonts.face(True).width("恒信会计服务", 9) + 2
    assert even(name, True, 9, width) == ("恒信会计服务", "Hengxin")
