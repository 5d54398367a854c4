"""A report in counts: what was read, what was tried, what did not agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportparse.document import DOUBTFUL
from reportparse.errors import Language
from reportparse.findings import Finding, Severity
from reportparse.ledger import HELD, REASONS, Entry, ledger
from reportparse.quantity import Quantity
from reportparse.render.words import word
from reportparse.report import Report
from reportparse.sifting import WHYS

#: How findings compare with a baseline, in the order in which they are told.
STATES: Final = ("new", "unchanged", "updated", "gone")


Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over a report, or over several."""

    sections: int
    figures: int
    #: Relations that were recomputed; they held or failed.
    relations: int
    held: int
    failed: int
    #: What could not be recomputed.
    untestable: int
    errors: int
    warnings: int
    notes: int
    #: Checks that were left out by choice.
    left_out: int = 0
    #: How relations held: exactly, by rounding, by truncation, within bounds.
    modes: Counts = ()
    #: Why what could not be recomputed could not.
    reasons: Counts = ()
    #: Findings kept back: suppressed, below the smallest gap, meant for a closer reader.
    withheld: Counts = ()
    #: Findings by how they compare with a baseline.
    states: Counts = ()

    def said(self, language: Language = "en") -> str:
        """Say the counts in one line.

        >>> Summary(4, 12, 3, 2, 1, 0, 1, 0, 2).said()
        'figures 12; relations tried 3: held 2, failed 1; errors 1, warnings 0, notes 2'
        """
        parts = (
            self.checked(language),
            self._found(language),
            _with_total("withheld", self.withheld, language),
            _SAID["left_out"][language].format(self.left_out) if self.left_out else "",
            _listed(self.states, language),
        )
        return _SAID["end"][language].join(part for part in parts if part)

    def checked(self, language: Language = "en") -> str:
        """Say what was read and recomputed, without the findings."""
        if not self.figures and not self.relations:
            return _SAID["nothing"][language]
        said = _SAID["tried"][language].format(self.figures, self.relations)
        if self.relations:
            held = f"{self.held}{_in_brackets(self.modes, language)}"
            said += _SAID["outcome"][language].format(held, self.failed)
        untested = _with_total("untested", self.reasons, language)
        return f"{said}{_SAID['end'][language]}{untested}" if untested else said

    def _found(self, language: Language) -> str:
        """Say how many findings of each severity there are."""
        return _by_severity((self.errors, self.warnings, self.notes), language)

    def __str__(self) -> str:
        return self.said()


#: Sentences of the summary.
_SAID: Final[dict[str, dict[Language, str]]] = {
    "tried": {
        "zh": "数据 {} 项；核对勾稽关系 {} 项",
        "en": "figures {}; relations tried {}",
    },
    "outcome": {
        "zh": "：相符 {}，不符 {}",
        "en": ": held {}, failed {}",
    },
    "untested": {"zh": "无法核对 {} 项", "en": "could not be tested {}"},
    "nothing": {"zh": "没有读到数据，无从核对", "en": "no figures read, so nothing was checked"},
    "severities": {
        "zh": "错误 {}，警告 {}，提示 {}",
        "en": "errors {}, warnings {}, notes {}",
    },
    "withheld": {"zh": "另有 {} 项未显示", "en": "not shown {}"},
    "left_out": {"zh": "{} 项检查未运行", "en": "checks left out {}"},
    "end": {"zh": "；", "en": "; "},
    "and": {"zh": "，", "en": ", "},
    "brackets": {"zh": "（{}）", "en": " ({})"},
}


def doubts(report: Report) -> Iterator[tuple[Quantity, float]]:
    """Yield the figures that may have been misread, and how sure they are."""
    for quantity in report.quantities:
        sure = report.confidence(quantity)
        if sure < DOUBTFUL:
            yield quantity, sure


def summary(report: Report) -> Summary:
    """Count what was read, what was recomputed, and what the audit of a report came to."""
    return total([report])


def total(reports: Iterable[Report]) -> Summary:
    """Count over several reports."""
    counted = Counter[str]()
    left_out = 0
    for report in reports:
        counted.update(_counted(report))
        left_out = max(left_out, report.audited.left_out)
    modes = _chosen(counted, HELD)
    reasons = _chosen(counted, REASONS)
    held = sum(count for _, count in modes)
    return Summary(
        sections=counted["sections"],
        figures=counted["figures"],
        relations=held + counted["fails"],
        held=held,
        failed=counted["fails"],
        untestable=counted["untested"],
        errors=counted["error"],
        warnings=counted["warning"],
        notes=counted["note"],
        left_out=left_out,
        modes=modes,
        reasons=reasons,
        withheld=_chosen(counted, WHYS),
        states=_chosen(counted, STATES),
    )


def found(findings: Iterable[Finding], language: Language) -> str:
    """Say how many findings of each severity there are among some."""
    counts = Counter(finding.severity for finding in findings)
    return _by_severity(tuple(counts[severity] for severity in Severity), language)


def _by_severity(counts: tuple[int, ...], language: Language) -> str:
    said = _SAID["severities"][language].format(*counts)
    return said if any(counts) else word("no_findings", language)


def _counted(report: Report) -> Counter[str]:
    """Count all that a summary tells of one report; no two counts share a word."""
    entries = ledger(report)
    audit = report.audited
    words: list[str] = [
        *(entry.outcome for entry in entries),
        *(entry.reason for entry in entries if entry.reason),
        *(finding.severity.value for finding in audit.findings),
        *(one.why for one in audit.withheld),
        *(finding.state for finding in (*audit.findings, *audit.gone)),
    ]
    counted = Counter(words)
    counted.update(sections=len(report.sections), figures=len(report.quantities))
    return counted


def _chosen(counted: Counter[str], words: Sequence[str]) -> Counts:
    return tuple((word, counted[word]) for word in words if counted[word])


def _with_total(key: str, counts: Counts, language: Language) -> str:
    """Say how many there are and how they part, or nothing where there are none."""
    found = sum(count for _, count in counts)
    said = _SAID[key][language].format(found)
    return said + _in_brackets(counts, language) if found else ""


def _in_brackets(counts: Counts, language: Language) -> str:
    """Tell how a number parts; where all is of one kind, the number need not be told again."""
    if not counts:
        return ""
    alone = word(counts[0][0], language)
    return _SAID["brackets"][language].format(
        _listed(counts, language) if len(counts) > 1 else alone
    )


def _listed(counts: Counts, language: Language) -> str:
    said = (f"{word(key, language)} {count}" for key, count in counts)
    return _SAID["and"][language].join(said)


def verdicts(report: Report) -> dict[str, str]:
    """Return how each claim's figure came out: fails before agrees before not testable.

    Keys are claim ids; a figure that nothing asks to be recomputed has no entry. What fails is
    told only where a finding that is shown says so.
    """
    order = ("untestable", "holds", "fails")
    seen = {one.span for finding in report.findings for one in finding.evidence}
    blamed = {claim.id for claim in report.claims if claim.quantity.span in seen}
    found: dict[str, str] = {}
    for entry in ledger(report):
        for claim in entry.claims:
            verdict = _verdict(entry, claim in blamed)
            found[claim] = max(found.get(claim, order[0]), verdict, key=order.index)
    return found


def _verdict(entry: Entry, blamed: bool) -> str:
    if entry.held:
        return "holds"
    return "fails" if blamed and entry.outcome == "fails" else "untestable"


def titled(report: Report, language: Language) -> str:
    """Return the title, or say that there is none."""
    return report.title or word("untitled", language)
