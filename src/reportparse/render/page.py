"""The audit page: one file that shows the report as published with what was found beside it.

It holds both languages, of which it shows one.
"""

from __future__ import annotations

import json
from typing import Any, Final

from reportparse.errors import Language
from reportparse.render.blocks import body
from reportparse.render.card import facts
from reportparse.render.findingcard import cards, checked, filters
from reportparse.render.markup import element, escape, said, spoken
from reportparse.render.shading import LEGEND, shading
from reportparse.render.sheets import sheets
from reportparse.render.standalone import standalone, switch
from reportparse.render.tally import summary, titled, verdicts
from reportparse.render.tree import caption, children
from reportparse.render.words import WORDS, word
from reportparse.report import Report
from reportparse.verdicts import SCHEMA

#: What the script says.
SAID: Final = ("shown", "loaded", "unplaced", "not_verdicts")


def to_html(report: Report, lang: Language = "zh", *, pages: bool = True) -> str:
    """Return the audit page of a report; of a PDF with pictures of its `pages`."""
    drawn = sheets(report) if pages else ""
    body_ = (
        _header(report, lang, with_pages=bool(drawn))
        + element("div", _columns(report, drawn), class_="columns")
        + element("script", _island(report), type="application/json", id="data")
    )
    return standalone("page", titled(report, lang), body_, lang)


def _header(report: Report, lang: Language, *, with_pages: bool) -> str:
    counted = summary(report)
    name = report.name.replace("\\", "/").rpartition("/")[2]
    told = (spoken(" · ".join(facts(report, "zh")), " · ".join(facts(report, "en"))), escape(name))
    legend = said("legend") + "".join(
        " " + element("mark", said(key), class_=f"figure {key}") for key in LEGEND
    )
    return element(
        "header",
        element("h1", escape(titled(report, lang)), lang="zh-CN")
        + element("p", " · ".join(part for part in told if part))
        + element("p", spoken(counted.said("zh"), counted.said("en")))
        + element("p", legend, class_="legend")
        + _tools(with_pages=with_pages),
    )


def _tools(*, with_pages: bool) -> str:
    view = element("button", said("as_pages"), type="button", id="pages", aria_pressed="false")
    buttons = (
        element("button", said("outline"), type="button", id="unfold", aria_expanded="false"),
        view if with_pages else "",
        element("button", said("save"), type="button", id="save"),
        element("label", '<input type="file" id="load" accept=".json">' + said("load")),
        element("button", said("print"), type="button", id="print"),
        switch(),
    )
    return element("div", "".join(buttons), class_="tools")


def _columns(report: Report, drawn: str) -> str:
    texts = element("div", body(report, shading(report)), id="text", lang="zh-CN")
    pictures = element("div", drawn, id="sheets", hidden="hidden") if drawn else ""
    findings = (
        _titled("findings", "th")
        + filters(report.findings)
        + element("p", "", id="told", role="status")
        + element("p", said("keys"), class_="keys")
        + cards(report)
        + checked(report)
    )
    return (
        element("nav", _titled("outline", "oh") + _branch(report, None), aria_labelledby="oh")
        + element(
            "main",
            element("h2", said("text"), id="xh", class_="unseen") + texts + pictures,
            tabindex="0",
            aria_labelledby="xh",
        )
        + element("aside", findings, aria_labelledby="th", tabindex="0")
    )


def _branch(report: Report, parent: str | None) -> str:
    """Return the sections under `parent` as a list in lists."""
    leaves = [
        element(
            "li",
            element("a", escape(caption(report, section)), href=f"#{section.id}", lang="zh-CN")
            + _branch(report, section.id),
        )
        for section in children(report, parent)
    ]
    return element("ul", "".join(leaves)) if leaves else ""


def _titled(key: str, name: str) -> str:
    return element("h2", said(key), id=name)


def _island(report: Report) -> str:
    """Return what the script works with; no text of a report can close the element."""
    source = report.document.source
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "source": {"name": source.name, "sha256": source.sha256},
        "said": {key: WORDS[key] for key in SAID},
        "hints": _hints(report),
        "findings": {
            f"f{at}": {"code": one.code, "said": [one.message, one.message_en]}
            for at, one in enumerate(report.findings, 1)
        },
    }
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = written.encode("utf-8", "replace").decode()
    return safe.replace("<", "\\u003c").replace("&", "\\u0026")


def _hints(report: Report) -> dict[str, list[str]]:
    """Return what is told of a figure while the pointer rests on it, in both languages."""
    outcome = verdicts(report)
    languages: tuple[Language, Language] = ("zh", "en")
    hints = {}
    for claim in report.claims:
        keys = (claim.status, outcome.get(claim.id, "plain"))
        hints[claim.id] = [
            " · ".join(filter(None, (claim.measure, *(word(key, one) for key in keys))))
            for one in languages
        ]
    return hints
