"""The cards that a notebook shows: of a report, of its findings, of its outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportparse.errors import Language
from reportparse.findings import Finding
from reportparse.render.context import excerpt
from reportparse.render.markup import Mark, element, escape, painted
from reportparse.render.tally import doubts, found, summary, titled, verdicts
from reportparse.render.tree import caption, children
from reportparse.render.words import word
from reportparse.report import Report
from reportparse.rows import HEADERS_ZH
from reportparse.span import Span

#: Rows of figures in the card; the rest is counted, `to_frame()` has it.
ROWS: Final = 30
#: Findings in a card; the rest is folded away.
OPEN: Final = 12
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
        _listed(report.findings, report, language),
        _folded("figures", _figures(report, language), language),
        _folded("outline", branches(report), language),
    )
    return boxed("".join(parts))


def findings_card(
    findings: Sequence[Finding], report: Report | None, language: Language = "zh"
) -> str:
    """Return findings as cards, with their sentences where the report is at hand.

    What was recomputed is told first: none found says nothing where nothing was tried.
    """
    tried = [summary(report).checked(language)] if report else []
    told = word("end", language).join([found(findings, language), *tried])
    return boxed(element("p", escape(told)) + _listed(findings, report, language))


def outline_card(report: Report) -> str:
    """Return the outline as a list in lists, under the title."""
    title = element("b", escape(report.title or report.name))
    return boxed(element("div", title + branches(report)))


def highlight(report: Report) -> Markup:
    """Return the text as published with its figures and findings marked."""
    marks = [*figure_marks(report, "zh"), *finding_marks(report, "zh")]
    return Markup(boxed(element("pre", painted(report.document.text, marks))))


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


def quoted(report: Report | None, finding: Finding, language: Language) -> str:
    """Return a finding with its sentence, the figures in it marked, and the working."""
    head = f"{finding.code} {word(finding.severity, language)}：{finding.said(language)}"
    lines = [element("b", escape(head))]
    if report is not None:
        shown = excerpt(report, [finding.span, *(one.span for one in finding.evidence)])
        marks = [Mark(Span(*place), finding.severity.value) for place in shown.marks]
        lines.append(element("div", painted(shown.text, marks)))
    if finding.working:
        worked = f"{word('working', language)}：{finding.working}"
        lines.append(element("div", escape(worked)))
    return element("div", "".join(lines), class_=f"finding {finding.severity.value}")


def branches(report: Report, parent: str | None = None) -> str:
    """Return the sections under `parent`, or all, as a list in lists."""
    leaves = [
        element("li", escape(caption(report, section)) + branches(report, section.id))
        for section in children(report, parent)
    ]
    return element("ul", "".join(leaves)) if leaves else ""


def boxed(content: str) -> str:
    """Return a card around content, with the style that it needs."""
    return element("style", STYLE) + element("div", content, class_="reportparse")


def _listed(findings: Sequence[Finding], report: Report | None, language: Language) -> str:
    """Return the cards of findings; many are folded, so that the next cell stays in reach."""
    return folded([quoted(report, finding, language) for finding in findings], language)


def folded(cards: Sequence[str], language: Language) -> str:
    """Return the first cards, the others folded away."""
    shown, left = "".join(cards[:OPEN]), cards[OPEN:]
    if not left:
        return shown
    more = word("more_findings", language).format(count=len(left))
    return shown + element("details", element("summary", escape(more)) + "".join(left))


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


def _folded(key: str, content: str, language: Language) -> str:
    return element("details", element("summary", escape(word(key, language))) + content)
