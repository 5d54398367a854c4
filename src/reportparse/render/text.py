"""Findings as plain text: the sentence, marks under the figures, and the working."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportparse.errors import Language
from reportparse.findings import Finding
from reportparse.ledger import Entry, ledger
from reportparse.render.context import Excerpt, excerpt
from reportparse.render.grid import width, wrapped
from reportparse.render.tally import Summary, summary, total
from reportparse.render.words import word
from reportparse.report import Report
from reportparse.span import Span

#: Columns of a quoted line, so that it fits a terminal of 80.
ROOM: Final = 74
INDENT: Final = "    "
#: The finding's own place, and what it rests on.
HERE, SEE = "^", "~"
#: What stands between two words.
COMMA: Final[dict[Language, str]] = {"zh": "，", "en": ", "}


def findings_text(report: Report, language: Language) -> str:
    """Show findings one below the other, and last what was read and recomputed."""
    shown = [_finding(report, finding, language) for finding in report.findings]
    last = [*(_gone(one, language) for one in report.audited.gone), ledger_line(report, language)]
    return "\n\n".join([*shown, "\n".join(last)])


def ledger_line(report: Report, language: Language) -> str:
    """Say what a report came to: that nothing was found is said only beside what was tried."""
    return f"{report.name}  {_told(summary(report), language)}"


def ledger_text(report: Report, language: Language) -> str:
    """List what was recomputed and agrees, and what could not be recomputed and why."""
    entries = ledger(report)
    held = [one for one in entries if one.held]
    untested = [one for one in entries if one.outcome == "untested"]
    return "\n".join(
        (
            *_entries("held", [(one, one.outcome) for one in held], language),
            *_entries("untested", [(one, one.reason) for one in untested], language),
        )
    )


def total_line(reports: Sequence[Report], language: Language) -> str:
    """Say what several reports came to together."""
    head = word("all_reports", language).format(count=len(reports))
    return f"{head}  {_told(total(reports), language)}"


def _told(counted: Summary, language: Language) -> str:
    """Say the counts, and to whoever types commands how to see what is meant for auditors."""
    said = counted.said(language)
    if "persona" not in dict(counted.withheld):
        return said
    return word("end", language).join((said, word("see_all", language)))


def _entries(key: str, entries: Sequence[tuple[Entry, str]], language: Language) -> Iterator[str]:
    """Yield a part of the ledger under its heading."""
    yield f"{word(key, language)} ({len(entries)})"
    for entry, how in entries:
        kind, said = word(entry.kind, language), word(how, language)
        yield f"{INDENT}{entry.formula}  [{kind}{COMMA[language]}{said}]"


def place_of(report: Report, span: Span) -> str:
    """Name the place of a span: "report.pdf:p3", "report.txt:14:6"."""
    places = report.locate(span)
    if not places:
        return report.name
    place = places[0]
    if place.page is not None:
        return f"{report.name}:p{place.page}"
    if place.line is not None:
        return f"{report.name}:{place.line}:{place.column or 1}"
    return f"{report.name}:{place.path}" if place.path else report.name


def _finding(report: Report, finding: Finding, language: Language) -> str:
    """Show one finding."""
    head = (
        f"{place_of(report, finding.span)}  {finding.code} "
        f"[{word(finding.severity, language)}{_state(finding, language)}] "
        f"{finding.said(language)}"
    )
    return "\n".join([head, *_quotes(report, finding), *_details(finding, language)])


def _state(finding: Finding, language: Language) -> str:
    """Say how a finding compares with the baseline, if there is one."""
    return COMMA[language] + word(finding.state, language) if finding.state else ""


def _gone(finding: Finding, language: Language) -> str:
    """Show a finding that is there no longer, as the baseline told it."""
    return (
        f"{INDENT}{finding.code} [{word(finding.severity, language)}{_state(finding, language)}] "
        f"{finding.said(language)}"
    )


def _quotes(report: Report, finding: Finding) -> Iterator[str]:
    """Yield the sentences that a finding speaks of, its own first."""
    seen = [one.span for one in finding.evidence if one.span != finding.span]
    own = excerpt(report, [finding.span, *seen])
    yield from _marked(own, (HERE, *SEE * len(seen)))
    far = [span for span in seen if not own.span.meets(span)]
    while far:
        there = excerpt(report, far)
        yield from _marked(there, SEE * len(far))
        far = [span for span in far[1:] if not there.span.meets(span)]


def _marked(quoted: Excerpt, signs: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a sentence that hold marks, each with its marks below."""
    below = [" "] * len(quoted.text)
    # The longest first, so that a mark within another shows; of two alike the own place.
    marks = sorted(
        zip(quoted.marks, signs, strict=False),
        key=lambda one: (one[0][0] - one[0][1], one[1] == HERE),
    )
    for (start, end), sign in marks:
        below[start:end] = sign * (end - start)
    for start, end in wrapped(quoted.text, ROOM):
        line = "".join(below[at] * width(quoted.text[at]) for at in range(start, end)).rstrip()
        if line:
            yield INDENT + quoted.text[start:end]
            yield INDENT + line


def _details(finding: Finding, language: Language) -> Iterator[str]:
    """Yield the working and what else would fit."""
    if finding.working:
        yield f"{INDENT}{word('working', language)}: {finding.working}"
    for alternative in finding.alternatives:
        yield f"{INDENT}{word('alternatives', language)}: {alternative}"
