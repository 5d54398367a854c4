"""Reports as rows: one a claim, finding, relation, section, quantity or cell of a table.

Column order is part of the interface. Plain tuples, so that frames, workbooks and archives take
the same cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final

from reportparse.document import Table
from reportparse.errors import Language
from reportparse.interval import Interval
from reportparse.relations import Relation
from reportparse.report import FrameName, Report
from reportparse.span import Span

Row = tuple[Any, ...]

#: Columns of each table, in order.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "claims": (
        "report", "path", "section", "period", "actor", "action", "measure", "value", "low",
        "high", "unit", "kind", "status", "hedge", "text", "sentence", "page", "start", "end",
        "claim_id",
    ),
    "findings": (
        "report", "code", "name", "severity", "confidence", "message", "working", "stated",
        "computed", "evidence", "alternatives", "text", "sentence", "page", "start", "end",
        "fingerprint", "state",
    ),
    "relations": (
        "report", "relation_id", "kind", "formula", "verdict", "cue", "members", "sentence",
        "page", "start", "end",
    ),
    "sections": (
        "report", "section_id", "parent", "level", "kind", "mark", "ordinal", "title", "path",
        "page", "start", "end",
    ),
    "quantities": (
        "report", "quantity_id", "value", "low", "high", "low_closed", "high_closed", "unit",
        "unit_text", "kind", "hedge", "precision", "text", "num_text", "page", "start", "end",
        "num_start", "num_end", "indicator",
    ),
    "tables": (
        "report", "table", "caption", "unit", "row", "column", "rows", "columns", "text",
        "page", "start", "end",
    ),
}  # fmt: skip

#: Chinese headers, the same in every table.
HEADERS_ZH: Final[dict[str, str]] = {
    "report": "报告", "path": "章节路径", "section": "章节", "period": "时期",
    "actor": "主体", "action": "行为", "measure": "指标", "value": "数值", "low": "下限",
    "high": "上限", "low_closed": "含下限", "high_closed": "含上限", "unit": "单位",
    "unit_text": "单位原文", "kind": "类型", "status": "状态", "hedge": "概数",
    "precision": "精度", "text": "原文", "num_text": "数字原文", "sentence": "句子",
    "page": "页码", "start": "起点", "end": "终点", "num_start": "数字起点",
    "num_end": "数字终点", "claim_id": "数据编号", "quantity_id": "数量编号",
    "relation_id": "关系编号", "section_id": "章节编号", "parent": "上级章节",
    "level": "层级", "mark": "编号", "ordinal": "序号", "title": "标题", "code": "代码",
    "name": "名称", "severity": "严重程度", "confidence": "把握", "message": "说明",
    "working": "算式", "stated": "文中", "computed": "推算", "evidence": "依据",
    "alternatives": "其他解释", "fingerprint": "指纹", "state": "与基线相比", "formula": "关系式",
    "verdict": "核算结果", "cue": "依据词", "members": "成员", "table": "表号",
    "indicator": "共同指标",
    "caption": "表题", "row": "行", "column": "列", "rows": "跨行", "columns": "跨列",
}  # fmt: skip

#: Whole numbers that may be missing; everything else that is not text is given below.
WHOLE: Final = frozenset(
    {"page", "start", "end", "num_start", "num_end", "level", "ordinal", "table", "row",
     "column", "rows", "columns", "year", "stated_values"}
)  # fmt: skip
REAL: Final = frozenset({"value", "low", "high", "precision"})
TRUTH: Final = frozenset({"low_closed", "high_closed"})


def rows_of(report: Report, what: FrameName, lang: Language = "en") -> Iterator[Row]:
    """Yield the rows of one report's table, cells in the order of `COLUMNS`."""
    if what == "findings":
        yield from _findings(report, lang)
        return
    columns_of(what)
    yield from MAKERS[what](report)


def columns_of(what: str) -> tuple[str, ...]:
    """Return the columns of a table; raise `ValueError` for one that there is not."""
    if what not in COLUMNS:
        raise ValueError(f"no such table: {what!r}; there are {', '.join(COLUMNS)}")
    return COLUMNS[what]


def _claims(report: Report) -> Iterator[Row]:
    for claim in report.claims:
        quantity, section, period = claim.quantity, claim.section, claim.period
        yield (
            report.name,
            section.path if section else "",
            section.id if section else None,
            period.text if period else None,
            claim.actor,
            claim.action,
            claim.measure,
            *_amount(quantity.value, quantity.interval),
            quantity.unit,
            quantity.kind,
            claim.status,
            quantity.hedge,
            quantity.text,
            report.sentence(quantity.span),
            *_where(report, quantity.span),
            claim.id,
        )


def _findings(report: Report, lang: Language) -> Iterator[Row]:
    for finding in report.findings:
        evidence = "；".join(f"{one.role}={one.text}" for one in finding.evidence)
        yield (
            report.name,
            finding.code,
            finding.name,
            finding.severity.value,
            finding.confidence.value,
            finding.said(lang),
            finding.working,
            finding.stated,
            finding.computed,
            evidence,
            "；".join(finding.alternatives),
            finding.span.of(report.document.text),
            report.sentence(finding.span),
            *_where(report, finding.span),
            finding.fingerprint,
            finding.state or None,
        )


def _relations(report: Report) -> Iterator[Row]:
    for at, relation in enumerate(report.relations, 1):
        first = relation.members[0][1].quantity.span
        yield (
            report.name,
            f"r{at}",
            relation.kind,
            relation.formula,
            relation.verdict,
            relation.cue,
            _members(relation),
            report.sentence(first),
            *_where(report, first),
        )


def _sections(report: Report) -> Iterator[Row]:
    for section in report.sections:
        yield (
            report.name,
            section.id,
            section.parent,
            section.level,
            section.kind,
            section.mark,
            section.ordinal,
            section.title,
            section.path,
            *_where(report, section.span),
        )


def _quantities(report: Report) -> Iterator[Row]:
    for at, claim in enumerate(report.claims, 1):
        quantity = claim.quantity
        yield (
            report.name,
            f"q{at}",
            *_amount(quantity.value, quantity.interval),
            quantity.interval.low_closed,
            quantity.interval.high_closed,
            quantity.unit,
            quantity.unit_text,
            quantity.kind,
            quantity.hedge,
            _real(quantity.precision),
            quantity.text,
            quantity.num_text,
            *_where(report, quantity.span),
            quantity.numeral.start,
            quantity.numeral.end,
            claim.indicator,
        )


def _tables(report: Report) -> Iterator[Row]:
    for at, table in enumerate(report.document.tables, 1):
        yield from _cells(report.name, at, table)


def _cells(report: str, number: int, table: Table) -> Iterator[Row]:
    for cell in table.cells:
        yield (
            report,
            number,
            table.caption,
            table.unit,
            cell.row,
            cell.column,
            cell.rows,
            cell.columns,
            cell.text,
            table.page,
            cell.span.start if cell.span else None,
            cell.span.end if cell.span else None,
        )


def _members(relation: Relation) -> str:
    """Name the figures of a relation by role: "whole=c1; part=c2; part=c3"."""
    return "; ".join(f"{role}={claim.id}" for role, claim in relation.members)


def _amount(value: Decimal | None, interval: Interval) -> tuple[float | None, ...]:
    return _real(value), _real(interval.low), _real(interval.high)


def _real(value: Decimal | None) -> float | None:
    """Return a number for a table; findings are decided long before, on decimals."""
    return None if value is None else float(value)


def _where(report: Report, span: Span) -> tuple[int | None, int, int]:
    """Return page, start and end."""
    return page_of(report, span), span.start, span.end


def page_of(report: Report, span: Span) -> int | None:
    """Return the page that a span begins on, `None` in formats without pages."""
    if report.document.source.pages is None:
        return None
    return next((place.page for place in report.locate(Span(span.start, span.start + 1))), None)


#: What yields the rows of each table, save for findings, which speak a language.
MAKERS: Final[dict[str, Callable[[Report], Iterator[Row]]]] = {
    "claims": _claims,
    "relations": _relations,
    "sections": _sections,
    "quantities": _quantities,
    "tables": _tables,
}
