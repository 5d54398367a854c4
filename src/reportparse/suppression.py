"""Suppressions: findings that somebody looked at and does not want to see again, and why."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

from reportparse.findings import Finding
from reportparse.outline import section_at
from reportparse.report import Report

#: Between the titles of a section's path.
STEP: Final = " / "


@dataclass(frozen=True, slots=True)
class Suppression:
    """One finding by its fingerprint, or all of one code in one section, and the reason.

    >>> Suppression("两口径", code="TOT101", section="一、工作情况").is_whole
    True
    """

    #: Why the finding is not to be shown.
    reason: str
    fingerprint: str = ""
    #: A code ("TOT101") or the beginning of one ("TOT").
    code: str = ""
    #: Title of a section with its mark, or its whole path; what stands below it is covered.
    section: str = ""
    #: Pattern that the name of the source must match: `2023/*.txt`; "" for any.
    file: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it says why, and what."""
        return bool(self.reason.strip() and (self.fingerprint or (self.code and self.section)))

    def covers(self, report: Report, finding: Finding, name: str) -> bool:
        """Tell whether a finding in the source of this name is not to be shown."""
        if not self.is_about(name):
            return False
        if self.fingerprint:
            return finding.fingerprint == self.fingerprint
        return finding.code.startswith(self.code) and self._holds(report, finding)

    def is_about(self, name: str) -> bool:
        """Tell whether the pattern for files fits the name of a source."""
        return not self.file or fnmatchcase(name, self.file)

    def _holds(self, report: Report, finding: Finding) -> bool:
        """Tell whether a finding stands in the section."""
        home = section_at(report.sections, report.view.at(finding.span.start))
        path = home.path if home else ""
        wanted = self.section.strip()
        return path == wanted or path.startswith(wanted + STEP) or wanted in path.split(STEP)
