"""Reports and findings for tests: state only what matters, the rest is filled in."""

from __future__ import annotations

from dataclasses import replace

from reportparse.findings import Confidence, Evidence, Finding, Severity
from reportparse.report import Report, parse
from reportparse.span import Span

#: A report with every kind of thing that is shown: marks, a sum that does not add up, a rate.
TEXT = """\
柳河县石桥镇人民政府2022年法治政府建设工作报告

一、工作情况

（一）加强普法宣传。全年共举办讲座31场次，其中进校园12场次、进企业10场次、进农村8场次。

（二）化解矛盾纠纷。一是坚持源头排查。共排查隐患46处。二是及时调处。受理纠纷250件，化解245件，化解率98%。

二、下一步打算

2023年计划新建调解室3个。
"""


def span_in(report: Report, words: str) -> Span:
    """Return where some words first stand in a report."""
    start = report.document.text.index(words)
    return Span(start, start + len(words))


def finding(report: Report, words: str, *seen: str, **changes: object) -> Finding:
    """Return a finding at some words, resting on others."""
    evidence = tuple(Evidence("part", span_in(report, one), one, "c1") for one in seen)
    made = Finding(
        code="TOT101",
        name="parts_exceed_total",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        message="分项之和大于总数",
        message_en="the parts exceed the total",
        span=span_in(report, words),
        working="12 + 10 + 8 = 30 ≠ 31",
        stated="31",
        computed="30",
        evidence=evidence,
        alternatives=(),
        fingerprint="0123456789abcdef",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def audited(text: str = TEXT, words: str = "31场次", *seen: str) -> Report:
    """Return a report with one finding."""
    report = parse(text)
    return report.with_findings([finding(report, words, *(seen or ("12场次", "8场次")))])
