"""Findings in SARIF 2.1.0, the form that code hosts and editors show.

Offsets count code points of the report's text (`columnKind`). For formats that are not text,
the page or the element in the source stands in the properties of the location.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from reportparse.checks import CHECKS
from reportparse.errors import Language
from reportparse.findings import Check, Finding
from reportparse.report import Report
from reportparse.span import Span

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
#: Name of our fingerprint among those of other tools.
FINGERPRINT: Final = "reportparse/1"

#: What SARIF calls the states of findings against a baseline.
STATES: Final = {"new": "new", "unchanged": "unchanged", "updated": "updated", "gone": "absent"}

Record = dict[str, Any]


def to_sarif(reports: Sequence[Report], language: Language, version: str) -> Record:
    """Return one SARIF log over the findings of several reports."""
    used = {finding.code for report in reports for finding in _told(report)}
    checks = [one for one in CHECKS if one.code in used]
    driver = {
        "name": "reportparse",
        "version": version,
        "rules": [_rule(one, language) for one in checks],
    }
    run = {
        "tool": {"driver": driver},
        "language": "zh-CN" if language == "zh" else "en",
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(report) for report in reports],
        "results": list(_results(reports, [one.code for one in checks], language)),
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _results(
    reports: Sequence[Report], codes: Sequence[str], language: Language
) -> Iterator[Record]:
    """Yield a result for each finding: shown, suppressed (and said to be), or gone."""
    for report in reports:
        for finding in report.findings:
            yield _result(report, finding, codes.index(finding.code), language)
        for one in report.audited.withheld:
            if one.by is not None:
                known = _result(report, one.finding, codes.index(one.finding.code), language)
                yield known | {
                    "suppressions": [{"kind": "external", "justification": one.by.reason}]
                }
        for finding in report.audited.gone:
            yield _gone(report, finding, language)


def _told(report: Report) -> Iterator[Finding]:
    """Yield the findings whose checks are described in the log."""
    yield from report.findings
    yield from (one.finding for one in report.audited.withheld if one.by is not None)


def _rule(one: Check, language: Language) -> Record:
    return {
        "id": one.code,
        "name": one.name,
        "shortDescription": {"text": one.title_zh if language == "zh" else one.title},
        "defaultConfiguration": {"level": one.severity.value},
    }


def _artifact(report: Report) -> Record:
    source = report.document.source
    return {
        "location": {"uri": _uri(source.name)},
        "length": source.size,
        "hashes": {"sha-256": source.sha256},
    }


def _result(report: Report, finding: Finding, rule: int, language: Language) -> Record:
    result: Record = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": finding.said(language)},
        "locations": [_location(report, finding.span)],
        "relatedLocations": [
            {"id": at, "message": {"text": one.role}, **_location(report, one.span)}
            for at, one in enumerate(finding.evidence, 1)
        ],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {
            "confidence": finding.confidence.value,
            "working": finding.working,
            "stated": finding.stated,
            "computed": finding.computed,
            "alternatives": list(finding.alternatives),
        },
    }
    state = STATES.get(finding.state)
    return result | ({"baselineState": state} if state else {})


def _gone(report: Report, finding: Finding, language: Language) -> Record:
    """Return a result that a baseline holds and the report no longer does."""
    return {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": finding.said(language)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(report.name)}}}],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "baselineState": STATES[finding.state],
    }


def _location(report: Report, span: Span) -> Record:
    """Return a physical location: the region in the text, and where the source has it."""
    region: Record = {
        "charOffset": span.start,
        "charLength": len(span),
        "snippet": {"text": span.of(report.document.text)},
    }
    place = next(iter(report.locate(span)), None)
    if place is not None and place.line is not None:
        region |= {"startLine": place.line, "startColumn": place.column or 1}
    told = {} if place is None else {"page": place.page, "path": place.path}
    known = {key: value for key, value in told.items() if value is not None}
    location: Record = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(report.name)},
            "region": region,
        }
    }
    return location | ({"properties": known} if known else {})


def _uri(name: str) -> str:
    """Return a relative or file URI for a source's name."""
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
