"""The card that a notebook shows for a report: outline, figures, findings at their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportparse.errors import Language
from reportparse.findings import Finding
from reportparse.render.context import excerpt
from reportparse.render.markup import Mark, element, escape, painted
from reportparse.render.tally import doubts, summary, titled, verdicts
from reportparse.render.tree import caption, children
from reportparse.render.words import word
from reportparse.report import Report
from reportparse.rows import HEADERS_ZH
from reportparse.span import Span

#: Rows of figures in the card; the rest is counted, `to_frame()` has it.
ROWS: Final = 30
#: Columns of the table of figures.
HEAD: Final = ("claim_id", "measure", "text", "status", "path")

#: A card stands among other outputs, so its rules reach no further than the card.
STYLE: Final = """
.reportparse{max-width:60em;
font:14px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif}
.reportparse h3{margin:.2em 0}.reportparse p{margin:.2em 0}
.reportparse table{border-collapse:collapse;font:inherit}
.reportparse td,.reportparse th{text-align:left;padding:.1em .6em;border-bottom:1px solid #ccc}
.reportparse ul{margin:0;padding-left:1.2em;list-style:none}
.reportparse pre{white-space:pre-wrap;font:inherit;max-height:40em;overflow:auto}
.reportparse mark{background:#e8eef8;color:#1f2328;border-radius:2px}
.reportparse mark.holds{background:#d9f0dc;border-bottom:2px solid #1a7f37}
.reportparse mark.untestable{border-bottom:2px dotted #57606a}
.reportparse mark.fails,.reportparse mark.error{background:#f9d5d3}
.reportparse mark.fails{border-bottom:3px double #b3261e}
.reportparse mark.warning{background:#fdebc8}.reportparse mark.note{background:#eee7f6}
.reportparse mark.doubtful{outline:1px dashed #9a6700}
.reportparse .finding{border-left:4px solid #999;padding:.2em .8em;margin:.5em 0}
.reportparse .error{border-color:#b3261e}.reportparse .warning{border-color:#9a6700}
.reportparse .note{border-color:#6b4fa0}
"""


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of HTML that a notebook shows."""

    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __str__(self) -> str:
        return self.html


def card(report: Report, language: Language = "zh") -> str:
    """Return the card of a report."""
    parts = (
        element("h3", escape(titled(report, language))),
        element("p", escape(" · ".join(facts(report, language)))),
        element("p", escape(summary(report).said(language))),
        *(quoted(report, finding, language) for finding in report.findings),
        _folded("figures", _figures(report, language), language),
        _folded("outline", _branch(report, None), language),
    )
    return _boxed("".join(parts))


def highlight(report: Report) -> Markup:
    """Return the text as published with its figures and findings marked."""
    marks = [*figure_marks(report, "zh"), *finding_marks(report, "zh")]
    return Markup(_boxed(element("pre", painted(report.document.text, marks))))


def facts(report: Report, language: Language) -> list[str]:
    """Return issuer, document number, year and date of a report, and how it was read."""
    known = (report.issuer, report.doc_number, report.year, report.signed)
    quality = report.document.source.quality
    read = "" if quality == "digital" else word(quality, language)
    doubtful = sum(1 for _ in doubts(report))
    told = word("doubts", language).format(count=doubtful) if doubtful else ""
    return [str(fact) for fact in (*known, read, told) if fact]


def figure_marks(report: Report, language: Language) -> Iterator[Mark]:
    """Yield a mark for every figure, coloured by how it came out."""
    outcome = verdicts(report)
    doubtful = {quantity.span for quantity, _ in doubts(report)}
    for claim in report.claims:
        verdict = outcome.get(claim.id, "")
        doubt = "doubtful" if claim.quantity.span in doubtful else ""
        words = (word(key, language) for key in (claim.status, verdict, doubt))
        hint = " · ".join(filter(None, (claim.measure, *words)))
        yield Mark(claim.quantity.span, f"figure {verdict} {doubt}", claim.id, hint)


def finding_marks(report: Report, language: Language) -> Iterator[Mark]:
    """Yield a mark for the place of every finding; an empty place shows its next character."""
    for at, finding in enumerate(report.findings, 1):
        end = max(finding.span.end, finding.span.start + 1)
        hint = f"{finding.code} {finding.said(language)}"
        yield Mark(Span(finding.span.start, end), finding.severity.value, f"f{at}", hint)


def quoted(report: Report, finding: Finding, language: Language) -> str:
    """Return a finding with its sentence, the figures in it marked, and the working."""
    head = f"{finding.code} {word(finding.severity, language)}：{finding.said(language)}"
    shown = excerpt(report, [finding.span, *(one.span for one in finding.evidence)])
    marks = [Mark(Span(*place), finding.severity.value) for place in shown.marks]
    lines = [element("b", escape(head)), element("div", painted(shown.text, marks))]
    if finding.working:
        lines.append(escape(f"{word('working', language)}：{finding.working}"))
    return element("div", "".join(lines), class_=f"finding {finding.severity.value}")


def _figures(report: Report, language: Language) -> str:
    rows = [element("tr", "".join(element("th", escape(_header(key, language))) for key in HEAD))]
    for claim in report.claims[:ROWS]:
        path = claim.section.path if claim.section else ""
        status = word(claim.status, language)
        cells = (claim.id, claim.measure, claim.quantity.text, status, path)
        rows.append(element("tr", "".join(element("td", escape(cell)) for cell in cells)))
    left = len(report.claims) - ROWS
    more = word("more_rows", language).format(count=left) if left > 0 else ""
    return element("table", "".join(rows)) + escape(more)


def _header(column: str, language: Language) -> str:
    return HEADERS_ZH[column] if language == "zh" else column


def _branch(report: Report, parent: str | None) -> str:
    """Return the sections under `parent` as a list in lists."""
    leaves = [
        element("li", escape(caption(report, section)) + _branch(report, section.id))
        for section in children(report, parent)
    ]
    return element("ul", "".join(leaves)) if leaves else ""


def _folded(key: str, content: str, language: Language) -> str:
    return element("details", element("summary", escape(word(key, language))) + content)


def _boxed(content: str) -> str:
    return element("style", STYLE) + element("div", content, class_="reportparse")
