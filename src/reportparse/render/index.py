"""The page that leads to the audit pages of many reports, those with most against them first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from reportparse.errors import Language
from reportparse.render.markup import element, escape
from reportparse.render.tally import Summary, summary, titled
from reportparse.render.words import word
from reportparse.report import Report

#: Columns: the report, where it comes from, and what was found and recomputed.
HEAD: Final = ("report", "issuer", "year", "error", "warning", "note", "held", "untested_list")
STYLE: Final = """
body{margin:2em auto;max-width:72em;padding:0 1em;color:#1f2328;
font:16px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif}
h1{font-size:1.2em}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.3em .7em;border-bottom:1px solid #d0d7de;vertical-align:top}
th{white-space:nowrap}td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
a{color:#0550ae}a:focus-visible{outline:3px solid #0550ae}
"""


def to_index(pages: Iterable[tuple[str, Report]], lang: Language = "zh") -> str:
    """Return a page that links the audit pages, each given by its file name, and ranks them."""
    counted = [(summary(report), name, report) for name, report in pages]
    ranked = sorted(counted, key=lambda one: _rank(one[0], one[1]))
    heads = (element("th", escape(word(key, lang)), class_=_kind(key), scope="col")
             for key in HEAD)  # fmt: skip
    rows = "".join(_row(name, report, told, lang) for told, name, report in ranked)
    title = word("all_reports", lang).format(count=len(ranked))
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        + element("title", escape(title))
        + element("style", STYLE)
    )
    table = element("thead", element("tr", "".join(heads))) + element("tbody", rows)
    body = element("main", element("h1", escape(title)) + element("table", table))
    page = element("head", head) + element("body", body)
    return "<!DOCTYPE html>\n" + element("html", page, lang="zh-CN" if lang == "zh" else "en")


def _rank(told: Summary, name: str) -> tuple[int, int, int, str]:
    return -told.errors, -told.warnings, -told.notes, name


def _row(name: str, report: Report, told: Summary, lang: Language) -> str:
    link = element("a", escape(titled(report, lang)), href=quote(name))
    facts = (report.issuer or "", report.year or "", told.errors, told.warnings, told.notes,
             told.held, told.untestable)  # fmt: skip
    cells = (
        element("td", escape(fact), class_=_kind(key))
        for key, fact in zip(HEAD[1:], facts, strict=True)
    )
    return element("tr", element("td", link) + "".join(cells))


def _kind(key: str) -> str:
    return "number" if key in HEAD[3:] else ""
