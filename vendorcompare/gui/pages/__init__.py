"""The pages of the window, in the order in which the work goes.

The table is data: the rail, the Go menu and the shortcuts are made from it, and a page is
imported when it is first shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from vendorcompare.gui import warm_up
from vendorcompare.i18n import N_

if TYPE_CHECKING:
    from vendorcompare.gui.pages.page import Page
    from vendorcompare.gui.workspace import Workspace


class PageSpec(NamedTuple):
    """Name a page, its icon, and the class in the `page` module of its room."""

    key: str
    title: str
    icon: str
    class_name: str

    @property
    def module(self) -> str:
        """The name of the module that holds the page."""
        return f"vendorcompare.gui.pages.{self.key}.page"

    def make(self, workspace: Workspace) -> Page:
        """Import the page and build it."""
        page: Page = getattr(warm_up.bring(self.module), self.class_name)(workspace)
        return page


PAGES: Final[tuple[PageSpec, ...]] = (
    PageSpec("overview", N_("Overview"), "overview", "OverviewPage"),
    PageSpec("rubric", N_("Rubric"), "rubric", "RubricPage"),
    PageSpec("vendors", N_("Vendors"), "vendors", "VendorsPage"),
    PageSpec("scores", N_("Scores"), "scores", "ScoresPage"),
    PageSpec("costs", N_("Costs"), "costs", "CostsPage"),
    PageSpec("compare", N_("Compare"), "compare", "ComparePage"),
    PageSpec("report", N_("Report"), "report", "ReportPage"),
)
