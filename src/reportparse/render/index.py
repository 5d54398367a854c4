"""The page that leads to the audit pages of many reports, those with most against them first.

It holds both languages, of which it shows one; a column's head puts the reports in its order.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from reportparse.errors import Language
from reportparse.render.markup import element, escape, said, spoken
from reportparse.render.standalone import standalone, switch
from reportparse.render.tally import Summary, summary, titled, total
from reportparse.render.words import word
from reportparse.report import Report

#: Columns: rank and report, where it comes from, and what was found and recomputed.
HEAD: Final = (
    "order", "report", "issuer", "year", "error", "warning", "note", "held", "untested_list",
)  # fmt: skip
#: Columns of numbers, which stand to the right.
NUMBERS: Final = frozenset({"order", *HEAD[4:]})
#: Columns in whose order a reader may want the reports, the greatest number first.
DOWNWARD: Final = frozenset(HEAD[4:])


def to_index(pages: Iterable[tuple[str, Report]], lang: Language = "zh") -> str:
    """Return a page that links the audit pages, each given by its file name, and ranks them."""
    counted = [(summary(report), name, report) for name, report in pages]
    ranked = sorted(counted, key=lambda one: _rank(one[0], one[1]))
    rows = "".join(
        _row((at, name), report, told) for at, (told, name, report) in enumerate(ranked, 1)
    )
    whole = total([report for _, _, report in ranked])
    title = _counted(len(ranked))
    table = (
        element("caption", said("ranking"))
        + element("thead", element("tr", "".join(map(_head, HEAD))))
        + element("tbody", rows)
    )
    body = element(
        "main",
        element("h1", spoken(*title))
        + element("p", spoken(whole.said("zh"), whole.said("en")))
        + element("p", switch(), class_="tools")
        + element("div", element("table", table), class_="table", tabindex="0", role="group"),
    )
    return standalone("index", title[lang == "en"], body, lang)


def _counted(count: int) -> tuple[str, str]:
    """Say how many reports there are, in both languages."""
    languages: tuple[Language, Language] = ("zh", "en")
    zh, en = (word("all_reports", lang).format(count=count) for lang in languages)
    return zh, en


def _rank(told: Summary, name: str) -> tuple[int, int, int, str]:
    return -told.errors, -told.warnings, -told.notes, name


def _head(key: str) -> str:
    """Return the head of a column: a button that orders by it."""
    way = "descending" if key in DOWNWARD else "ascending"
    button = element("button", said(key), type="button", data_way=way)
    return element("th", button, class_=_kind(key), scope="col")


def _row(page: tuple[int, str], report: Report, told: Summary) -> str:
    """Return the row of a report, given its rank and the name of its page."""
    rank, name = page
    source = report.name.replace("\\", "/").rpartition("/")[2]
    link = element("a", _title(report), href=quote(name)) + element("small", escape(source))
    facts = (report.issuer or "", report.year or "", told.errors, told.warnings, told.notes,
             told.held, told.untestable)  # fmt: skip
    cells = (
        element("td", escape(fact), class_=_kind(key))
        for key, fact in zip(HEAD[2:], facts, strict=True)
    )
    first = element("td", str(rank), class_="number")
    return element("tr", first + element("th", link, scope="row", lang="zh-CN") + "".join(cells))


def _title(report: Report) -> str:
    return spoken(titled(report, "zh"), titled(report, "en"))


def _kind(key: str) -> str:
    return "number" if key in NUMBERS else ""
