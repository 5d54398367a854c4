"""The tables of an archive: their columns, types, and the rows that one report gives.

Rows are plain tuples, so that any engine can carry them. `doc` ties the tables together; it is
made of the source's name and content, so that it lives on when rules change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from reportparse import rows
from reportparse.claims import Claim
from reportparse.findings import Severity
from reportparse.relations.kernel import AGREEING
from reportparse.report import Report
from reportparse.rows import Row

#: Version of the tables; a store of another version is read anew.
SCHEMA: Final = 1

#: Tables that repeat those of one report, with `doc` before them.
REPEATED: Final = ("relations", "findings", "sections", "tables")
#: What the table of claims has beyond that of one report.
CLAIMS_TOO: Final = ("low_closed", "high_closed", "precision", "period_start", "period_end",
                     "scope", "change", "basis", "indicator")  # fmt: skip

#: Columns of each table, in order.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "reports": (
        "doc", "report", "sha256", "size", "format", "quality", "pages", "title", "issuer",
        "doc_number", "year", "signed", "kind", "level", "place", "place_code", "chars",
        "figures", "relations", "held", "failed", "untestable", "errors", "warnings", "notes",
        "remarks",
    ),
    "claims": ("doc", *rows.COLUMNS["claims"], *CLAIMS_TOO),
    **{what: ("doc", *rows.COLUMNS[what]) for what in REPEATED},
    "failures": ("doc", "report", "sha256", "size", "reason", "message"),
}  # fmt: skip

#: Chinese headers of columns that one report's tables do not have.
HEADERS_ZH: Final[dict[str, str]] = rows.HEADERS_ZH | {
    "doc": "文档编号", "sha256": "校验值", "size": "字节数", "format": "格式",
    "quality": "文字来源", "pages": "页数", "issuer": "发文机关", "doc_number": "文号",
    "year": "年度", "signed": "成文日期", "place": "地区", "place_code": "区划代码",
    "chars": "字数", "figures": "数据项数", "relations": "勾稽关系数", "held": "相符",
    "failed": "不符", "untestable": "无法核算", "errors": "错误", "warnings": "警告",
    "notes": "提示", "remarks": "读取说明", "period_start": "时期起", "period_end": "时期止",
    "scope": "口径", "change": "增减", "basis": "比较基准", "indicator": "标准指标",
    "reason": "原因代码", "stated_values": "文中数值个数",
}  # fmt: skip

WHOLE: Final = rows.WHOLE | {
    "size", "pages", "year", "chars", "figures", "held", "failed", "untestable", "errors",
    "warnings", "notes",
}  # fmt: skip
REAL: Final = rows.REAL
TRUTH: Final = rows.TRUTH
DAYS: Final = frozenset({"signed", "period_start", "period_end"})
#: Columns whose name means one thing in one table and another elsewhere.
APART: Final = {("reports", "relations"): "whole", ("reports", "level"): "text"}


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of several sources, table by table; every source is a report or a failure."""

    tables: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in COLUMNS})

    def add(self, other: Batch) -> None:
        """Take in the rows of another batch."""
        for name, rows_there in other.tables.items():
            self.tables[name].extend(rows_there)


def doc_of(name: str, sha256: str) -> str:
    """Return the id of a source: the same for the same name and bytes.

    >>> doc_of("攀云镇.txt", "00" * 32)
    '5a87c1d02ec8e5a2'
    """
    return hashlib.sha256(f"{name}\0{sha256}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def rows_of_report(report: Report) -> Batch:
    """Return everything that one report says, as rows."""
    doc = doc_of(report.name, report.document.source.sha256)
    batch = Batch()
    batch.tables["reports"].append(_report(report, doc))
    for claim, row in zip(report.claims, rows.rows_of(report, "claims"), strict=True):
        batch.tables["claims"].append((doc, *row, *_more(claim)))
    for what in REPEATED:
        batch.tables[what].extend((doc, *row) for row in rows.rows_of(report, what))
    return batch


def row_of_failure(name: str, sha256: str, size: int, reason: str, message: str) -> Batch:
    """Return the row of a source that could not be read."""
    batch = Batch()
    row = (doc_of(name, sha256), name, sha256, size, reason, message)
    batch.tables["failures"].append(row)
    return batch


def type_of(table: str, column: str) -> str:
    """Return the type of a column: "text", "whole", "real", "truth" or "day"."""
    kinds = (("whole", WHOLE), ("real", REAL), ("truth", TRUTH), ("day", DAYS))
    usual = next((kind for kind, columns in kinds if column in columns), "text")
    return APART.get((table, column), usual)


def _report(report: Report, doc: str) -> Row:
    """Return the row of a report itself."""
    source, heading = report.document.source, report.heading
    return (
        doc,
        report.name,
        source.sha256,
        source.size,
        source.format,
        source.quality,
        source.pages,
        report.title,
        report.issuer,
        report.doc_number,
        report.year,
        report.signed,
        heading.kind,
        heading.level,
        "/".join(report.place.chain) if report.place else "",
        (report.place.now or report.place.code) if report.place else "",
        len(report.document.text),
        *_counts(report),
        ",".join(sorted({remark.code for remark in report.document.remarks})),
    )


def _counts(report: Report) -> Iterator[int]:
    """Yield figures, relations by verdict and findings by severity."""
    verdicts = [str(relation.verdict) for relation in report.relations]
    yield len(report.quantities)
    yield len(verdicts)
    yield sum(verdict in AGREEING for verdict in verdicts)
    yield verdicts.count("fails")
    yield verdicts.count("untestable")
    severities = [finding.severity for finding in report.findings]
    yield from (severities.count(severity) for severity in Severity)


def _more(claim: Claim) -> Row:
    """Return the cells of `CLAIMS_TOO`."""
    interval, period = claim.quantity.interval, claim.period
    return (
        interval.low_closed,
        interval.high_closed,
        float(claim.quantity.precision),
        period.start if period else None,
        period.end if period else None,
        claim.scope,
        claim.change,
        claim.basis,
        claim.indicator,
    )
