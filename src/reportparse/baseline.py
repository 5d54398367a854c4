"""Baselines: the findings of an earlier run, so that a later one shows what is new.

A finding is known by its fingerprint. Where only the figures of its sentence changed, it is
told as updated; what an earlier run found and this one does not is gone.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import PurePosixPath
from typing import Final

from reportparse.findings import Confidence, Finding, Severity, State
from reportparse.report import Report
from reportparse.sifting import Audit
from reportparse.span import Span

SCHEMA: Final = "reportparse-baseline/1"
#: What may change in a sentence that still says the same: figures, spaces, emphasis marks.
FIGURES: Final = re.compile(r"[0-9.,%‰〇零一二两三四五六七八九十百千万亿\s*]+")


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of an earlier run."""

    #: The report, as seen from the folder of the baseline and without its ending.
    file: str
    code: str
    name: str
    severity: str
    fingerprint: str
    #: The sentence without its figures, digested.
    words: str
    message: str
    message_en: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings of an earlier run over many reports."""

    known: tuple[Known, ...] = ()

    @classmethod
    def of(cls, reports: Iterable[tuple[str, Report]]) -> Baseline:
        """Remember what was found in reports, each with its name seen from the baseline.

        What was suppressed was judged already; what another reader would see is remembered.
        """
        return cls(tuple(one for name, report in reports for one in _known(name, report)))

    @classmethod
    def from_json(cls, text: str) -> Baseline:
        """Read a baseline; `ValueError` for what is none."""
        try:
            data = json.loads(text)
            known = tuple(Known(**one) for one in data["findings"])
        except (ValueError, LookupError, TypeError) as error:
            raise ValueError(SCHEMA) from error
        if data.get("schema") != SCHEMA:
            raise ValueError(SCHEMA)
        return cls(known)

    def to_json(self) -> str:
        """Write the baseline, one finding a line, so that versions of it can be compared."""
        lines = ",\n".join(json.dumps(asdict(one), ensure_ascii=False) for one in self.known)
        return f'{{"schema": "{SCHEMA}", "findings": [\n{lines}\n]}}\n'

    def compare(self, name: str, report: Report, audit: Audit) -> Audit:
        """Tell of each finding whether it is new, and which are gone."""
        mine = [one for one in self.known if one.file == identity(name)]
        by_print = {one.fingerprint: one for one in mine}
        seen = {finding.fingerprint for finding in _all(audit)}
        left = [one for one in mine if one.fingerprint not in seen]
        findings = []
        for finding in audit.findings:
            state: State = "unchanged" if finding.fingerprint in by_print else "new"
            match = _same_words(report, finding, left) if state == "new" else None
            if match is not None:
                left.remove(match)
                state = "updated"
            findings.append(replace(finding, state=state))
        return replace(audit, findings=tuple(findings), gone=tuple(map(_gone, left)))


def identity(name: str) -> str:
    """Name a report whatever its format: "2023/a.pdf" and "2023/a.docx" are one.

    >>> identity("2023/a.pdf")
    '2023/a'
    """
    return str(PurePosixPath(name).with_suffix("")) if PurePosixPath(name).name else name


def _known(name: str, report: Report) -> Iterator[Known]:
    suppressed = {
        one.finding.fingerprint for one in report.audited.withheld if one.why == "suppressed"
    }
    for finding in _all(report.audited):
        if finding.fingerprint not in suppressed:
            yield Known(
                identity(name),
                finding.code,
                finding.name,
                finding.severity.value,
                finding.fingerprint,
                _words(report, finding),
                finding.message,
                finding.message_en,
            )


def _all(audit: Audit) -> Iterator[Finding]:
    """Yield all findings, shown or not."""
    yield from audit.findings
    yield from (one.finding for one in audit.withheld)


def _same_words(report: Report, finding: Finding, left: list[Known]) -> Known | None:
    """Return the finding of the baseline that differs in figures only."""
    words = _words(report, finding)
    alike = (one for one in left if (one.code, one.words) == (finding.code, words))
    return next(alike, None)


def _words(report: Report, finding: Finding) -> str:
    """Digest the sentence of a finding without its figures."""
    sentence = unicodedata.normalize("NFKC", report.sentence(finding.span))
    plain = FIGURES.sub("", sentence)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _gone(known: Known) -> Finding:
    """Return a finding of an earlier run; it has no place in this report."""
    return Finding(
        known.code,
        known.name,
        Severity(known.severity),
        Confidence.HIGH,
        known.message,
        known.message_en,
        Span(0, 0),
        working="",
        stated="",
        computed="",
        evidence=(),
        alternatives=(),
        fingerprint=known.fingerprint,
        state="gone",
    )
