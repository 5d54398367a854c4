"""A report in counts: what was read, what was tried, what did not agree."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from reportparse.errors import Language
from reportparse.render.words import word
from reportparse.report import Report

#: Verdicts of a relation whose figures agree.
AGREEING: Final = frozenset({"holds", "rounded", "truncated"})


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over one report."""

    sections: int
    figures: int
    #: Relations that were found and put to the test.
    relations: int
    held: int
    failed: int
    untestable: int
    errors: int
    warnings: int
    notes: int

    def said(self, language: Language = "en") -> str:
        """Say the counts in one line.

        >>> Summary(4, 12, 3, 2, 1, 0, 1, 0, 2).said()
        'figures 12; relations 3: 2 held, 1 failed, 0 not testable; errors 1, warnings 0, notes 2'
        """
        if language == "zh":
            return (
                f"数据 {self.figures} 项；勾稽关系 {self.relations} 项：相符 {self.held}，"
                f"不符 {self.failed}，无法核算 {self.untestable}；"
                f"错误 {self.errors}，警告 {self.warnings}，提示 {self.notes}"
            )
        return (
            f"figures {self.figures}; relations {self.relations}: {self.held} held, "
            f"{self.failed} failed, {self.untestable} not testable; "
            f"errors {self.errors}, warnings {self.warnings}, notes {self.notes}"
        )

    def __str__(self) -> str:
        return self.said()


def summary(report: Report) -> Summary:
    """Count what was read and what the default checks found."""
    verdicts = Counter(str(relation.verdict) for relation in report.relations)
    severities = Counter(finding.severity.value for finding in report.findings)
    return Summary(
        sections=len(report.sections),
        figures=len(report.quantities),
        relations=len(report.relations),
        held=sum(verdicts[verdict] for verdict in AGREEING),
        failed=verdicts["fails"],
        untestable=verdicts["untestable"],
        errors=severities["error"],
        warnings=severities["warning"],
        notes=severities["note"],
    )


def verdicts(report: Report) -> dict[str, str]:
    """Return how each claim's figure came out: fails before agrees before not testable.

    Keys are claim ids; a figure that nothing in the text can be held against has no entry.
    """
    order = ("untestable", "holds", "fails")
    found: dict[str, str] = {}
    for relation in report.relations:
        verdict = "holds" if relation.verdict in AGREEING else relation.verdict
        for _, claim in relation.members:
            known = found.get(claim.id, order[0])
            found[claim.id] = max(known, verdict, key=order.index)
    return found


def titled(report: Report, language: Language) -> str:
    """Return the title, or say that there is none."""
    return report.title or word("untitled", language)
