"""Figures in cells of tables: what they state, and what is blank or words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportparse.document import Cell
from reportparse.interval import ZERO
from reportparse.relations.kernel import Stated
from reportparse.span import Span

#: 1,204 · -3.5 · 36.5% · 12件: a figure and nothing else
FIGURE: Final = re.compile(
    r"([-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?)(%|[件人个次户条份家项场起名宗元])?\Z"
)
#: What an empty cell is marked with: — · / · ...
BLANK: Final = re.compile(r"[-—―–－_/\\*…．.·×\s无]*\Z")
#: Units in which figures are rounded, even whole ones: 万元, 公顷, 吨
ROUNDED: Final = re.compile(r"[万亿千百元吨亩顷米升克瓦时里焦斤担]")
#: Words that say that single things are counted: 案件数, 参训人次
COUNTED: Final = re.compile(r"[件人个次户条份家项场起名宗所处辆台册艘]|数量|[总站厂座村]数")
YEARS: Final = range(1949, 2100)


@dataclass(frozen=True, slots=True)
class CellFigure:
    """A figure that fills a cell."""

    cell: Cell
    #: Where it stands in the document.
    span: Span
    stated: Stated
    is_percent: bool = False

    @property
    def value(self) -> Decimal:
        """The value as printed."""
        return self.stated.value

    @property
    def place(self) -> tuple[int, int]:
        """Row and column."""
        return self.cell.row, self.cell.column


def read_cell(cell: Cell | None, *, exact: bool = False) -> CellFigure | None:
    """Read the figure of a cell; `exact` says that whole numbers count single things."""
    if cell is None or cell.span is None:
        return None
    match = FIGURE.match(plain(cell.text))
    if match is None:
        return None
    number, decimals, unit = match.groups()
    value = Decimal(number.replace(",", "").replace("−", "-"))
    place = ZERO if exact and not decimals else Decimal(1).scaleb(-len(decimals or ""))
    return CellFigure(cell, cell.span, Stated(value, place), unit == "%")


def is_blank(cell: Cell | None) -> bool:
    """Tell a cell that holds nothing, or a sign for nothing."""
    return cell is None or BLANK.match(cell.text) is not None


def is_year(figure: CellFigure) -> bool:
    """Tell a year from a count."""
    return figure.value == figure.value.to_integral() and int(figure.value) in YEARS


def counts_things(words: str) -> bool:
    """Tell whether whole numbers under these words are counts, printed in full.

    >>> counts_things("案件数（件）"), counts_things("投资额（万元）")
    (True, False)
    """
    return COUNTED.search(words) is not None and ROUNDED.search(words) is None


def plain(text: str) -> str:
    """Fold widths and take off the blanks around a text.

    >>> plain(" １，２０４ ")
    '1,204'
    """
    return unicodedata.normalize("NFKC", text).strip()


def label(text: str) -> str:
    """Fold widths and drop every blank: 合　计 is 合计.

    >>> label("合　计")
    '合计'
    """
    return "".join(unicodedata.normalize("NFKC", text).split())
