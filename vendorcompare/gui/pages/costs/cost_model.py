"""What every vendor costs as a table: a row for each vendor, from the cheapest on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment, Scenario
from vendorcompare.gui.grid.items import LEFT, NO_INDEX, RIGHT, Index, Role
from vendorcompare.gui.look import icons, plain, spoken, theme
from vendorcompare.gui.look.series_paint import sample
from vendorcompare.gui.pages.costs.cost_rows import CostRow
from vendorcompare.gui.pages.costs.cost_words import Fact, facts
from vendorcompare.i18n import N_, _

_MOST_YEARS: Final = 10
_SHORT: Final = 8  # letters that need no second line
_SHORT_IN_CHINESE: Final = 5
_SYMBOLS: Final = {"good": "good", "warning": "warning", "bad": "error"}


@dataclass(frozen=True)
class Figure:
    """Describe a column: what it is called and which figure of a row it shows.

    Attributes:
        strong: whether vendors are compared by it.
        is_total: whether all fees make it up, so that a missing one makes it incomplete.
    """

    head: str
    explained: str
    of: Callable[[CostRow], Decimal | None]
    strong: bool = False
    is_total: bool = False


class CostModel(QAbstractTableModel):
    """Hold the figures as text; what is not known is a dash, and never a zero."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CostRow, ...] = ()
        self._figures: tuple[Figure, ...] = ()
        self._facts: tuple[tuple[Fact, ...], ...] = ()
        self._currency = ""

    def show(self, rows: Sequence[CostRow], given: Assessment, scenario: Scenario) -> None:
        """Show other figures; a table of the same shape keeps selection and scroll position."""
        figures = _figures(len(rows[0].years) if rows else 0, scenario)
        same = (len(rows), len(figures)) == (len(self._rows), len(self._figures))
        if not same:
            self.beginResetModel()
        self._rows, self._figures, self._currency = tuple(rows), figures, given.currency
        self._facts = tuple(tuple(facts(row, given)) for row in rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1)
            )
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def vendor(self, row: int) -> str:
        """Return the key of the vendor in a row, or nothing."""
        return self._rows[row].key if 0 <= row < len(self._rows) else ""

    def row_of(self, vendor: str) -> int:
        """Return the row of a vendor, or -1."""
        return next((i for i, row in enumerate(self._rows) if row.key == vendor), -1)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._figures) + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = index.row(), index.column()
        if column == len(self._figures):
            return self._remark(row, role)
        text = _written(self._rows[row], self._figures[column])
        match role:
            case Role.DisplayRole:
                return self._signed(row, column, text) or "–"
            case Role.EditRole:
                return text.replace(",", "")
            case Role.TextAlignmentRole:
                return RIGHT
            case Role.ForegroundRole:
                return None if text else theme.colour("muted")
            case Role.FontRole:
                return theme.font(bold=True) if self._figures[column].strong else None
            case Role.AccessibleTextRole:
                said = self._signed(row, column, text) or _("not known")
                return spoken.cell(self._rows[row].name, self._head(column), said)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._vendor_head(section, role) if 0 <= section < len(self._rows) else None
        if not 0 <= section <= len(self._figures):
            return None
        if role == Role.DisplayRole:
            head = self._head(section)
            return head if section == len(self._figures) else _stacked(head)
        if role == Role.AccessibleTextRole:
            return self._head(section)
        if role == Role.TextAlignmentRole:
            return LEFT if section == len(self._figures) else RIGHT
        if role == Role.ToolTipRole and section < len(self._figures):
            return plain.tool_tip(_(self._figures[section].explained))
        return None

    def _signed(self, row: int, column: int, text: str) -> str:
        """Put "at least" or "about" before a total of which a price is missing."""
        is_total = bool(text) and self._figures[column].is_total
        return f"{self._rows[row].costs.sign}{text}" if is_total else text

    def _head(self, section: int) -> str:
        if section == len(self._figures):
            return _("To be settled")
        return _(self._figures[section].head).format(year=section)

    def _vendor_head(self, section: int, role: int) -> Any:
        row = self._rows[section]
        match role:
            case Role.DisplayRole | Role.AccessibleTextRole:
                return row.name
            case Role.ToolTipRole:
                return plain.tool_tip(row.name)
            case Role.DecorationRole:
                return sample(row.style)
            case Role.TextAlignmentRole:
                return LEFT
        return None

    def _remark(self, row: int, role: int) -> Any:
        found = [fact for fact in self._facts[row] if fact.short]
        worst = next((f for f in found if f.kind == "bad"), found[0] if found else None)
        kind = worst.kind if worst else "good" if self._facts[row] else ""
        match role:
            case Role.DisplayRole | Role.EditRole:
                short = _(", ").join(fact.short for fact in found)
                return short or (_("within budget") if kind == "good" else "–")
            case Role.DecorationRole:
                return icons.icon(_SYMBOLS[kind], kind) if kind else None
            case Role.TextAlignmentRole:
                return LEFT
            case Role.ForegroundRole:
                return theme.colour(kind or "muted")
            case Role.ToolTipRole | Role.AccessibleTextRole:
                words = "\n".join(fact.words for fact in self._facts[row])
                return plain.tool_tip(words) if role == Role.ToolTipRole else words
        return None


def _stacked(head: str) -> str:
    """Put a long head on two lines: a dozen columns are a page wide.

    In English the last word stands below, in Chinese what is in brackets, or the second half.
    """
    if head.isascii():
        return "\n".join(head.rsplit(" ", 1)) if len(head) > _SHORT else head
    if len(head) <= _SHORT_IN_CHINESE:
        return head
    cut = head.find("（")
    middle = cut if cut > 0 else (len(head) + 1) // 2
    return f"{head[:middle]}\n{head[middle:]}"


def _written(row: CostRow, figure: Figure) -> str:
    if row.total is None:
        return ""
    value = figure.of(row)
    return "" if value is None else formats.whole(value)


def _figures(years: int, scenario: Scenario) -> tuple[Figure, ...]:
    return (
        Figure(N_("One-off"), N_("Fees that fall due once"), lambda row: row.once),
        *(
            Figure(
                N_("Year {year}"),
                N_("All payments in this year, one-off fees included"),
                _of_year(year),
            )
            for year in range(min(years, _MOST_YEARS))
        ),
        _total(N_("Total low"), Scenario.LOW, scenario),
        _total(N_("Total likely"), Scenario.LIKELY, scenario),
        _total(N_("Total high"), Scenario.HIGH, scenario),
        Figure(
            N_("Present value"),
            N_("What all payments are worth on the first day"),
            lambda row: row.costs.npv[scenario],
            is_total=True,
        ),
        Figure(
            N_("Per month"),
            N_("The level monthly amount that is worth as much as all payments"),
            lambda row: row.costs.monthly_equivalent[scenario],
            is_total=True,
        ),
        Figure(
            N_("Net of VAT"),
            N_("Total less the VAT that the buyer can reclaim"),
            lambda row: row.costs.net_of_vat[scenario],
            is_total=True,
        ),
        Figure(
            N_("Not quoted"),
            N_("Part of the total that the vendor did not quote by itself"),
            lambda row: row.outside,
        ),
    )


def _of_year(year: int) -> Callable[[CostRow], Decimal | None]:
    return lambda row: row.years[year] if year < len(row.years) else None


def _total(head: str, scenario: Scenario, chosen: Scenario) -> Figure:
    return Figure(
        head,
        N_("All payments over the horizon, VAT included, with these volumes"),
        lambda row: row.costs.tco[scenario],
        strong=scenario is chosen,
        is_total=True,
    )
