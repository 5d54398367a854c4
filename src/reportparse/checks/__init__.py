"""The checks, one module a family, and the audit that runs them over a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportparse.findings import Check, Choice, Finding, Persona, run
from reportparse.report import Report

__all__ = ["CHECKS", "audit"]

#: Every check, in running order. A check counts only once it stands here.
CHECKS: Final[tuple[Check, ...]] = ()


def audit(
    report: Report,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    persona: Persona = "auditor",
) -> tuple[Finding, ...]:
    """Run checks over a report; codes may be whole ("TOT101") or families ("TOT").

    `persona` narrows what is returned: "default" to errors and well-founded warnings,
    "pedantic" to these and notes; "auditor" returns all.
    """
    return run(report, CHECKS, Choice(tuple(select), tuple(ignore), persona))
