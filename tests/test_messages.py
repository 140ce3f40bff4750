"""The collector of texts: what it finds, and that it never loses a translation."""

from __future__ import annotations

from pathlib import Path

import pytest

import build_assets
import messages

CODE = """
def show(words, n):
    _("Save")
    N_("Later")
    ngettext("{n} vendor", "{n} vendors", n)
    pgettext("verb", "Score")
    NP_("Qt", "Folder")
    words("On paper")
    plural("{n} page", "{n} pages", n)
    other("Not a text")
"""

FORM = """<ui version="4.0"><class>Form</class><widget class="QWidget" name="Form">
<property name="windowTitle"><string>Vendors</string></property>
<property name="toolTip"><string comment="noun" extracomment="a mark">Score</string></property>
<property name="styleSheet"><string notr="true">color: red</string></property>
<property name="text"><string/></property>
<property name="lines"><stringlist><string>One</string></stringlist></property>
<property name="more"><stringlist notr="true"><string>Two</string></stringlist></property>
<item><property name="text"><string>First choice</string></property></item>
</widget></ui>"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for path, content in {"vendorcompare/a.py": CODE, "ui/form.ui": FORM}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, "utf-8")
    return tmp_path


def collect(project: Path, *, prune: bool = False, more: Path | None = None) -> Path:
    found = messages.template(project)
    messages.write_template(found, project)
    messages.update(found, "zh_CN", project, prune=prune, more=more)
    return project / "resources/locale/zh_CN/LC_MESSAGES/vendorcompare.po"


def translate(file: Path, text: str, translation: str) -> None:
    before = file.read_text("utf-8")
    after = before.replace(f'msgid "{text}"\nmsgstr ""', f'msgid "{text}"\nmsgstr "{translation}"')
    assert after != before
    file.write_text(after, "utf-8")


def test_every_kind_of_text_is_found(project: Path) -> None:
    found = {(message.id, message.context) for message in messages.template(project) if message.id}
    assert found == {
        ("Save", None),
        ("Later", None),
        (("{n} vendor", "{n} vendors"), None),
        ("Score", "verb"),
        ("Folder", "Qt"),
        ("On paper", None),
        (("{n} page", "{n} pages"), None),
        ("Vendors", None),
        ("Score", "noun"),
        ("One", None),
        ("First choice", None),
    }


def test_collecting_again_changes_nothing(project: Path) -> None:
    file = collect(project)
    translate(file, "Save", "保存")
    collect(project)
    first = file.read_bytes()
    collect(project)
    assert file.read_bytes() == first
    assert str(project) not in first.decode()


def test_a_translation_survives_its_text_and_comes_back_with_it(project: Path) -> None:
    file = collect(project)
    translate(file, "Save", "保存")
    (project / "vendorcompare/a.py").write_text("", "utf-8")
    assert '#~ msgstr "保存"' in collect(project).read_text("utf-8")
    (project / "vendorcompare/a.py").write_text(CODE, "utf-8")
    assert 'msgid "Save"\nmsgstr "保存"' in collect(project).read_text("utf-8")


def test_only_prune_forgets(project: Path) -> None:
    file = collect(project)
    translate(file, "Save", "保存")
    (project / "vendorcompare/a.py").write_text("", "utf-8")
    assert "保存" not in collect(project, prune=True).read_text("utf-8")


def test_a_text_written_twice_keeps_its_translation(project: Path) -> None:
    file = collect(project)
    with file.open("a", encoding="utf-8") as end:
        end.write('\nmsgid "Save"\nmsgstr "保存"\n')
    assert collect(project).read_text("utf-8").count('msgid "Save"\nmsgstr "保存"') == 1


def test_further_translations_are_taken_over(project: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.po"
    more.write_text(
        'msgid "Save"\nmsgstr "保存"\n\n'
        'msgid "{n} page"\nmsgid_plural "{n} pages"\nmsgstr[0] "{n} 页"\n\n'
        'msgctxt "verb"\nmsgid "Score"\nmsgstr "打分"\n',
        "utf-8",
    )
    collect(project, more=more)
    text = collect(project).read_text("utf-8")
    assert 'msgid "Save"\nmsgstr "保存"' in text
    assert 'msgstr[0] "{n} 页"' in text
    assert 'msgctxt "verb"\nmsgid "Score"\nmsgstr "打分"' in text
    assert 'msgctxt "noun"\nmsgid "Score"\nmsgstr ""' in text


def test_missing_names_what_is_untranslated_and_what_is_gone(project: Path) -> None:
    file = collect(project)
    with file.open("a", encoding="utf-8") as end:
        end.write('\nmsgid "Old"\nmsgstr "旧"\n')
    problems = messages.missing(project)
    assert "zh_CN: not translated: 'Save'" in problems
    assert "zh_CN: gone from the code: 'Old'" in problems


def test_what_is_up_to_date_is_not_made_again(project: Path) -> None:
    collect(project)
    assert len(build_assets.compile_catalogues(project)) == 1
    assert build_assets.compile_catalogues(project) == []


def test_a_form_becomes_a_module_and_leaves_with_its_source(project: Path) -> None:
    (made,) = build_assets.compile_forms(project)
    assert "class Ui_Form" in made.read_text("utf-8")
    assert build_assets.compile_forms(project) == []
    (project / "ui/form.ui").unlink()
    build_assets.compile_forms(project)
    assert not made.exists()
