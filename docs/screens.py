"""Take a picture of every page and dialog: python docs/screens.py DIR [--quick].

Both languages, light and dark, a laptop and a desktop, documents that are empty, usual and
full; the pages are those of `PAGES`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SIZES: Final = ((1366, 768), (1920, 1080))
LANGUAGES: Final = ("zh", "en")
SCHEMES: Final = ("light", "dark")
#: Vendors that are added to those of the sample: short and long names, and near twins.
NAMES: Final = """深圳市企赢财税咨询有限公司
深圳企赢财税有限公司
北京慧算云帆企业管理咨询集团有限公司深圳第二分公司
上海浦东新区立信恒达会计师事务所（特殊普通合伙）
广州正和代理记账有限公司
广州正禾代理记账有限公司
Brightbook Accounting (Shenzhen) Co., Ltd.
杭州西溪薪税通科技有限公司
苏州工业园区瑞华财务顾问有限公司
成都蓉易账企业服务有限公司
武汉光谷诚达代理记账有限公司
南京金陵税友财税咨询有限公司
西安长安算盘财务咨询有限公司
重庆渝中鼎诚会计服务有限公司
天津滨海新区泰达财税服务外包有限公司
青岛海纳账房先生企业服务有限公司
厦门鹭岛财管家代理记账有限公司
东莞松山湖智税财务咨询有限公司
佛山顺德众信会计服务有限公司
宁波甬江财税服务有限公司
Delta Payroll & Bookkeeping
长沙麓谷财佳企业管理有限公司
合肥科大讯账信息科技有限公司
郑州中原汇算财税咨询有限公司
大连北方同信会计师事务所有限公司
昆明春城代理记账有限公司""".splitlines()
#: Scores as somebody writes them, one of which cannot be understood.
TABLE: Final = """评分汇总表
供应商,指标,评分,备注
明账财税 Mingzhang,电话接通,5分钟,
明账财税 Mingzhang,问题解答,90％,电话里问的
明账财税 Mingzhang,沟通记录,√,
明账财税 Mingzhang,自付沟通成本,很贵,
"""
PREVIEW: Final = 600  # milliseconds until the sheet is drawn


def documents(folder: Path) -> dict[str, Path]:
    """Write the documents that are photographed, by the name of their state."""
    from vendorcompare.core.scores import Cell
    from vendorcompare.document import creation, sample
    from vendorcompare.document.document import Document
    from vendorcompare.document.edits import scores, vendors

    def saved(document: Document, name: str) -> Path:
        path = folder / f"{name}.vcmp"
        document.save(path)
        document.close()
        return path

    empty = creation.create_from_template("bookkeeping-communication")
    few = sample.open_sample()
    many = sample.open_sample()
    known = [vendor.key for vendor in many.assessment.vendors]
    for number, name in enumerate(NAMES):
        model = known[number % len(known)]
        key = vendors.add_vendor(many, name)
        given = {
            Cell(evaluator.key, key, criterion.key): score
            for evaluator in many.assessment.evaluators
            for criterion in many.assessment.rubric.criteria
            if (score := many.assessment.score(Cell(evaluator.key, model, criterion.key))).state
        }
        scores.set_scores(many, given)
    return {
        "empty": saved(empty, "empty"),
        "few": saved(few, "few"),
        "thirty": saved(many, "thirty"),
    }


def dialogs(window: QWidget, application: object) -> Iterator[tuple[str, QDialog]]:
    """Make every dialog."""
    from vendorcompare.document import sample
    from vendorcompare.document.versions import Difference, EarlierVersion
    from vendorcompare.gui.assembly import Assembly
    from vendorcompare.gui.files.backups_dialog import BackupsDialog
    from vendorcompare.gui.files.import_dialog import ImportDialog
    from vendorcompare.gui.files.new_assessment_dialog import NewAssessmentDialog
    from vendorcompare.gui.files.recovery_dialog import RecoveryDialog
    from vendorcompare.gui.help.about_dialog import AboutDialog
    from vendorcompare.gui.window.preferences_dialog import PreferencesDialog
    from vendorcompare.gui.window.shortcuts_dialog import ShortcutsDialog
    from vendorcompare.i18n import N_
    from vendorcompare.storage.change_log import Label
    from vendorcompare.storage.file.leftovers import Leftover

    assert isinstance(application, Assembly)
    now = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)
    left = Leftover(Path(), Path.home() / "agency.vcmp", "Agency 2027", 12, now, now, False)
    since = (Difference("cost_line", 2, 0, 1), Difference("score", 12, 0, 3))
    step = Label(N_("Set score"), {})
    earlier = [
        EarlierVersion(Path(), now, 200_000, "代理记账选型 2027", "云帆贸易", step, since),
        EarlierVersion(Path(), now, 200_000, "代理记账选型", "云帆贸易"),
        EarlierVersion(Path(), now, 200_000, "Payroll", "Delta Ltd", is_other=True),
    ]
    yield "new", NewAssessmentDialog("", application.preferences.current, window)
    yield "preferences", PreferencesDialog(application.preferences, window)
    yield "shortcuts", ShortcutsDialog(window)
    yield "about", AboutDialog(None, window)
    yield "recovery", RecoveryDialog([left], application.problems, window)
    yield "earlier-versions", BackupsDialog(earlier, window)
    document, jobs = sample.open_sample(), application.workspace.jobs
    path = Path("评分.csv")
    yield "import", ImportDialog(document, path, TABLE.encode("gb18030"), jobs, window)
    document.close()


def steps_of(dialog: QDialog) -> Iterator[str]:
    """Go through the steps of a dialog, and name each but the first."""
    yield ""
    steps, onward = dialog.findChild(QStackedWidget), dialog.findChild(QPushButton, "next")
    if steps is not None and onward is not None:
        for number in range(2, steps.count() + 1):
            onward.click()
            yield str(number)


def tabs_of(window: QMainWindow) -> Iterator[str]:
    """Go through the tabs of the page that is shown, and name each but the first."""
    tabs = next((tabs for tabs in window.findChildren(QTabWidget) if tabs.isVisible()), None)
    yield ""
    if tabs is not None:
        for number in range(1, tabs.count()):
            tabs.setCurrentIndex(number)
            yield str(number + 1)
        tabs.setCurrentIndex(0)


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true", help="one size and one document")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["VENDORCOMPARE_HOME"] = home
        count = photograph(options.folder, Path(home), quick=options.quick)
    print(f"{count} pictures in {options.folder}")
    sys.stdout.flush()
    os._exit(0)  # the pictures are taken; nobody waits for windows to be taken apart


def photograph(folder: Path, home: Path, *, quick: bool) -> int:
    """Take pictures of the start page, the dialogs, and the pages of every document."""
    from vendorcompare.gui.assembly import build
    from vendorcompare.gui.jobs import SameThreadPool
    from vendorcompare.gui.pages import PAGES
    from vendorcompare.storage.library.templates import templates

    application = build(QApplication([]), home / "settings.ini", SameThreadPool())
    files = documents(home)
    sizes = SIZES[:1] if quick else SIZES
    states = {"few": files["few"]} if quick else files
    application.start.show_counts(templates())
    count = 0

    def take(widget: QWidget, *name: str) -> None:
        nonlocal count
        wait(60)
        widget.grab().save(str(folder / ("-".join(name) + ".png")))
        count += 1

    application.window.show()
    for language, scheme in product(LANGUAGES, SCHEMES):
        chosen = replace(application.preferences.current, language=language, scheme=scheme)  # type: ignore[arg-type]
        application.preferences.set(chosen)
        for name, dialog in dialogs(application.window, application):
            dialog.show()
            for step in steps_of(dialog):
                take(dialog, "dialog", name + step, language, scheme)
            dialog.hide()
            dialog.deleteLater()
        for width, height in sizes:
            application.window.resize(width, height)
            take(application.window, "start", language, scheme, str(width))
            for state, path in states.items():
                application.documents.open(path)
                for page in PAGES:
                    application.window.show_page(page.key)
                    wait(PREVIEW if page.key == "report" else 0)
                    for tab in tabs_of(application.window):
                        take(
                            application.window, page.key + tab, state, language, scheme, str(width)
                        )
                application.documents.close()
    return count


if __name__ == "__main__":
    main()
