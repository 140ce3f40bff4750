from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.document.samples import assert_same
from vendorcompare import i18n, paths
from vendorcompare.core.assessment import Scenario
from vendorcompare.core.costs import cost_report
from vendorcompare.core.errors import InputError
from vendorcompare.core.ranking import evaluate
from vendorcompare.core.rubric import Tier
from vendorcompare.document.creation import create_from_template
from vendorcompare.document.document import Document
from vendorcompare.document.edits.project import choose_sheet, describe
from vendorcompare.document.exchange import export_json, import_json
from vendorcompare.document.sample import open_sample
from vendorcompare.storage.library.templates import template, templates
from vendorcompare.storage.sqlite import file_header


@pytest.mark.parametrize("tier", Tier)
@pytest.mark.parametrize("template_id", [t.id for t in templates()])
def test_a_new_assessment_has_the_rubric_of_its_template(template_id: str, tier: Tier) -> None:
    document = create_from_template(template_id, tier, currency="USD", horizon_months=12)
    try:
        a = document.assessment
        assert a.rubric == template(template_id).at(tier)
        assert (a.template, a.currency, a.horizon_months) == (template_id, "USD", 12)
        assert a.title == template(template_id).title.en
        assert a.sheet_settings.language == "en"
        assert a.drivers
        assert not document.is_modified
        assert not document.history.can_undo
        text = export_json(document)
        other = Document.create()
        import_json(other, text)
        assert_same(other.assessment, replace(a, origin=other.assessment.origin))
        other.close()
    finally:
        document.close()


def test_wrong_wishes_are_refused() -> None:
    with pytest.raises(InputError, match="none"):
        create_from_template("none")
    with pytest.raises(InputError, match="horizon"):
        create_from_template(templates()[0].id, horizon_months=0)


def test_the_title_is_in_the_language_of_the_interface() -> None:
    i18n.set_language("zh")
    document = create_from_template(templates()[0].id, title="", buyer="云帆")
    assert document.assessment.title == templates()[0].title.zh
    assert document.assessment.buyer == "云帆"
    document.close()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_sample_is_what_its_interchange_file_says(language: i18n.Language) -> None:
    i18n.set_language(language)
    sample, imported = open_sample(), Document.create()
    try:
        import_json(imported, paths.resource("samples", "bookkeeping.json").read_text("utf-8"))
        choose_sheet(imported, language=language)
        is_same = export_json(sample) == export_json(imported)
        assert is_same, "run packaging/build_sample.py"
    finally:
        sample.close()
        imported.close()


def test_the_sample_has_the_present_format() -> None:
    header = file_header.header_of(paths.resource("samples", "bookkeeping.vcmp"))
    assert header is not None
    assert header.version == file_header.FORMAT, "run packaging/build_sample.py"


def test_every_sample_is_an_assessment_of_its_own(tmp_path: Path) -> None:
    shipped = paths.resource("samples", "bookkeeping.vcmp")
    before = shipped.read_bytes()
    one, other = open_sample(), open_sample()
    try:
        assert one.assessment.origin != other.assessment.origin
        describe(one, title="Mine")
        one.save(tmp_path / "mine.vcmp")
        origin = one.assessment.origin
    finally:
        one.close()
        other.close()
    again = Document.open(tmp_path / "mine.vcmp")
    assert (again.assessment.origin, again.assessment.title) == (origin, "Mine")
    again.close()
    assert shipped.read_bytes() == before


def test_the_sample_tells_a_story() -> None:
    document = open_sample()
    try:
        assert document.path is None
        assert not document.is_modified
        a = document.assessment
        evaluation = evaluate(a)
        leader, second, third, last = evaluation.rows
        assert (leader.vendor, second.vendor) == ("mingzhang", "qincheng")
        assert evaluation.verdict.kind == "close"
        assert third.undecided == ("d2.4",)
        assert last.excluded_by == ("d3.2",)
        costs = cost_report(a).vendors
        monthly = {v: next(x.amount for x in a.lines_of(v) if x.amount) for v in costs}
        assert min(monthly, key=lambda v: monthly[v] or 0) == "shengxin"
        ratio = costs["shengxin"].hidden_ratio[Scenario.LIKELY]
        assert ratio is not None
        assert ratio > 1
        # one of its fees was refused a price: nobody knows whether it fits the budget
        assert [each.label for each in costs["shengxin"].missing] == ["税务异常处理 Tax anomalies"]
        assert costs["shengxin"].within_budget[Scenario.LIKELY] is None
        assert [v for v, found in costs.items() if not found.complete] == ["shengxin"]
    finally:
        document.close()
