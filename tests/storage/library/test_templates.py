from __future__ import annotations

from pathlib import Path

import pytest

from vendorcompare import i18n, paths
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Measure, MustHave, Tier
from vendorcompare.core.values import value_points
from vendorcompare.storage.library.catalogues import evidence_kinds
from vendorcompare.storage.library.templates import (
    TemplateError,
    read_template,
    starting_volumes,
    template,
    templates,
)

FILES = sorted(paths.resource("templates").glob("*.toml"))
SOURCE = paths.resource("templates", "finance-software-aftersales.toml").read_text("utf-8")


def planted(folder: Path, old: str, new: str) -> Path:
    assert old in SOURCE
    file = folder / "planted.toml"
    file.write_text(SOURCE.replace(old, new, 1), "utf-8")
    return file


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_built_in_template_is_right(file: Path) -> None:
    found = read_template(file).template()
    assert found.id == file.stem
    assert all(value_points(c) for c in found.rubric.criteria if c.measure is not Measure.TEXT)
    quick = found.at(Tier.QUICK)
    assert 15 <= len(quick.criteria) <= 25
    assert all(d.weight > 0 and any(c.weight for c in d.criteria) for d in quick.dimensions)


def test_the_built_in_templates_are_sorted_and_found() -> None:
    assert [t.source for t in templates()] == sorted(t.source for t in templates())
    assert template(templates()[0].id) is templates()[0]
    with pytest.raises(InputError, match="nothing") as caught:
        template("nothing")
    assert templates()[0].id in caught.value.hint


def test_a_criterion_comes_with_everything_the_file_says() -> None:
    rubric = template("bookkeeping-communication").rubric
    urgent = rubric.criterion("d3.2")
    assert urgent.must_have == MustHave(at_most=60)
    assert urgent.unit.en == "min"
    assert rubric.criterion("d2.4").must_have == MustHave()
    desk = rubric.criterion("d1.4")
    assert [level for level, _words in desk.levels] == [1, 2, 3, 4, 5]
    assert rubric.dimension_of("d1.4").group.en == "Reach and response"
    assert set(desk.evidence) <= evidence_kinds().keys()


def test_volumes_to_start_from() -> None:
    assert [v.key for v in starting_volumes("bookkeeping-communication")] == ["vouchers"]
    assert starting_volumes("none") == ()


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("weight = 6", "weight = -1", "dimension[0].weight: must be at least 0"),
        ('tier = "quick"', 'tier = "fast"', "dimension[0].criterion[0].tier: must be one of"),
        ('key = "d1.2"', 'kee = "d1.2"', "dimension[0].criterion[1].kee: is not a known entry"),
        ('key = "d1.2"', 'kee = "d1.2"', "dimension[0].criterion[1].key: is missing"),
        ('key = "d1.2"', 'key = "d1.1"', "criterion[1].key: the key \"d1.1\" is used twice"),
        ('key = "d2"', 'key = "d1"', "dimension[1].key: the key \"d1\" is used twice"),
        ('key = "fixing"', 'key = "speed"', "group[1].key: the key \"speed\" is used twice"),
        ('group = "speed"', 'group = "haste"', "dimension[0].group: there is no group \"haste\""),
        ('same_as = ["f1.1"]', 'same_as = ["zz"]', "criterion[0].same_as[0]: there is no other"),
        ('evidence = ["log", "test"]', 'evidence = ["oath"]', "evidence[0]: there is no kind"),
        ("must_have = true", "must_have = 3", "must_have: must be a group of named entries"),
        ("[[10, 1.0], [30", "[[40, 1.0], [30", "criterion[0].anchors: must be at least two"),
        ("[[10, 1.0], [30", "[[10, 1.5], [30", "criterion[0].anchors: must give values"),
        ("anchors = [[10, 1.0]", "#[[10, 1.0]", "criterion[0].anchors: is missing"),
        (', en = "Response time"', "", "dimension[0].name.en: is missing"),
        ('en = "Response time"', 'en = " "', "dimension[0].name.en: does not have the right form"),
        ("low = 3", "low = -3", "driver[0].low: must be at least 0"),
        ("low = 3", "low = 3.5", "driver[0].low: must be a whole number"),
        ("low = 3", "low =", "this is not TOML"),
        ('must_have = true', 'levels = [{zh="a", en="b"}]', "only a rating has levels"),
    ],
)  # fmt: skip
def test_a_planted_mistake_is_located(tmp_path: Path, old: str, new: str, part: str) -> None:
    with pytest.raises(TemplateError) as caught:
        read_template(planted(tmp_path, old, new))
    assert part in caught.value.message
    assert "planted.toml" in caught.value.message


def test_a_level_that_lacks_words_is_missed(tmp_path: Path) -> None:
    line = next(each for each in SOURCE.splitlines() if each.startswith("  { zh = "))
    with pytest.raises(TemplateError, match="5 levels, but says it of 4"):
        read_template(planted(tmp_path, line, ""))


def test_mistakes_are_told_in_chinese(tmp_path: Path) -> None:
    i18n.set_language("zh")
    with pytest.raises(TemplateError, match="不能小于0"):
        read_template(planted(tmp_path, "weight = 6", "weight = -1"))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"none\.toml"):
        read_template(tmp_path / "none.toml")
