"""The audit page: one file that shows the report as published with what was found beside it."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise
from typing import Final

from reportparse.errors import Language
from reportparse.findings import Finding
from reportparse.render.card import facts, figure_marks, finding_marks
from reportparse.render.markup import element, escape, painted
from reportparse.render.tally import AGREEING, summary, titled
from reportparse.render.tree import caption, children
from reportparse.render.words import word
from reportparse.report import Report
from reportparse.span import Span

#: How figures are coloured, in the order of the legend.
LEGEND: Final = ("holds", "fails", "untestable")


def to_html(report: Report, lang: Language = "zh") -> str:
    """Return the audit page of a report."""
    body = (
        _header(report, lang)
        + element("div", _columns(report, lang), class_="columns")
        + element("script", _resource("page.js"))
    )
    head = (
        '<meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        + element("title", escape(titled(report, lang)))
        + element("style", _resource("page.css"))
    )
    page = element("head", head) + element("body", body)
    return "<!DOCTYPE html>\n" + element("html", page, lang="zh-CN" if lang == "zh" else "en")


def _header(report: Report, lang: Language) -> str:
    legend = "".join(element("mark", escape(word(key, lang)), class_=key) for key in LEGEND)
    lines = (
        element("h1", escape(titled(report, lang))),
        element("p", escape(" · ".join([*facts(report, lang), report.name]))),
        element("p", legend + escape(summary(report).said(lang)), class_="legend"),
    )
    return element("header", "".join(lines))


def _columns(report: Report, lang: Language) -> str:
    cards = "".join(
        _card(report, finding, at, lang) for at, finding in enumerate(report.findings, 1)
    )
    aside = _titled("findings", cards or escape(word("no_findings", lang)), lang)
    return (
        element("nav", _titled("outline", _branch(report, None), lang))
        + element("main", _text(report, lang))
        + element("aside", aside + _held(report, lang))
    )


def _text(report: Report, lang: Language) -> str:
    """Return the whole text, cut at the sections so that the outline can point to them."""
    text = report.document.text
    marks = [*figure_marks(report, lang), *finding_marks(report, lang)]
    starts = {section.span.start: section.id for section in reversed(report.sections)}
    cuts = sorted({0, *starts, len(text)})
    pieces = []
    for start, end in pairwise(cuts):
        anchor = element("a", "", id=starts[start]) if start in starts else ""
        pieces.append(anchor + painted(text, marks, Span(start, end)))
    return element("pre", "".join(pieces))


def _card(report: Report, finding: Finding, at: int, lang: Language) -> str:
    """Return a finding's card: what, where, how worked out, on what it rests."""
    name = f"f{at}"
    severity = finding.severity.value
    claims = [one.claim for one in finding.evidence if one.claim]
    lines = [
        element("h3", escape(f"{finding.code} {word(severity, lang)}")),
        element("p", escape(finding.said(lang))),
        element("p", escape(report.sentence(finding.span)), class_="quote"),
    ]
    if finding.working:
        lines.append(element("p", escape(finding.working), class_="working"))
    return element(
        "div",
        "".join(lines) + _details(finding, lang),
        class_=f"finding {severity}",
        id=name,
        tabindex="0",
        data_names=" ".join(dict.fromkeys([name, *claims])),
        data_severity=severity,
        data_code=finding.code,
    )


def _details(finding: Finding, lang: Language) -> str:
    """Return the rest of a finding as a list of terms."""
    evidence = "，".join(f"{word(one.role, lang)} {one.text}" for one in finding.evidence)
    told = (
        ("stated", finding.stated),
        ("computed", finding.computed),
        ("evidence", evidence),
        ("alternatives", "；".join(finding.alternatives)),
        ("confidence", word(finding.confidence.value, lang)),
    )
    rows = (
        element("dt", escape(word(key, lang))) + element("dd", escape(value))
        for key, value in told
        if value
    )
    return element("dl", "".join(rows))


def _held(report: Report, lang: Language) -> str:
    """List what was recomputed and agrees."""
    held = [relation for relation in report.relations if relation.verdict in AGREEING]
    rows = "".join(element("li", escape(relation.formula)) for relation in held)
    head = element("summary", escape(f"{word('held', lang)} ({len(held)})"))
    return element("details", head + element("ul", rows))


def _branch(report: Report, parent: str | None) -> str:
    """Return the sections under `parent` as a list in lists."""
    leaves = [
        element(
            "li",
            element("a", escape(caption(report, section)), href=f"#{section.id}")
            + _branch(report, section.id),
        )
        for section in children(report, parent)
    ]
    return element("ul", "".join(leaves)) if leaves else ""


def _titled(key: str, content: str, lang: Language) -> str:
    return element("h2", escape(word(key, lang))) + content


def _resource(name: str) -> str:
    """Read a style sheet or script that ships with the package."""
    return (files("reportparse.render") / name).read_text(encoding="utf-8")
