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

#: Columns whose cells are codes, which have a Chinese word each.
SPOKEN: Final = frozenset(
    {"kind", "status", "hedge", "verdict", "severity", "confidence", "state"}
)
#: What the codes are called in Chinese, and the parts that figures play in relations.
WORDS_ZH: Final[dict[str, str]] = {
    "count": "计数", "money": "金额", "percent": "百分比", "point": "百分点",
    "permille": "千分比", "multiple": "倍数", "fraction": "分数", "ratio": "比率",
    "rank": "位次", "length": "长度", "area": "面积", "volume": "体积", "mass": "重量",
    "energy": "能量", "power": "功率", "duration": "时长", "temperature": "温度",
    "concentration": "浓度", "score": "分值", "actual": "实绩", "target": "目标",
    "prior": "以往", "cumulative": "累计", "normative": "规定", "exact": "确数",
    "about": "约数", "more": "余数", "less": "不足", "at_least": "下限", "at_most": "上限",
    "range": "区间", "sum": "合计", "change": "增减", "restates": "复述", "balance": "平衡",
    "holds": "相符", "rounded": "四舍五入后相符", "truncated": "截尾后相符", "fails": "不符",
    "untestable": "无法核算", "error": "错误", "warning": "警告", "note": "提示", "high": "高",
    "medium": "中", "low": "低", "whole": "总数", "part": "分项", "rate": "比率",
    "average": "平均数", "now": "本期", "before": "上期", "first": "前文", "again": "后文",
    "delta": "增减量", "after": "期末", "inflow": "增加", "outflow": "减少", "figure": "数字",
    "date": "日期", "event": "事件", "period": "时期", "mark": "编号", "sign": "标点",
    "residue": "残留符号", "blank": "空位", "new": "新增", "unchanged": "未变",
    "updated": "有改动", "gone": "已消失", "h1": "一级标题", "h2": "二级标题", "h3": "三级标题",
    "h4": "四级标题", "chapter": "章", "article": "条", "item": "条目",
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
    columns = columns_of(what)
    made = SPEAKERS[what](report, lang) if what in SPEAKERS else MAKERS[what](report)
    yield from made if lang == "en" else (_in_chinese(columns, row) for row in made)


def _in_chinese(columns: tuple[str, ...], row: Row) -> Row:
    """Say the codes in the cells of a row in Chinese."""
    return tuple(
        WORDS_ZH.get(cell, cell) if column in SPOKEN else cell
        for column, cell in zip(columns, row, strict=True)
    )


def _role(role: str, lang: Language) -> str:
    return WORDS_ZH.get(role, role) if lang == "zh" else role


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
        evidence = "；".join(f"{_role(one.role, lang)}={one.text}" for one in finding.evidence)
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


def _relations(report: Report, lang: Language) -> Iterator[Row]:
    for at, relation in enumerate(report.relations, 1):
        first = relation.members[0][1].quantity.span
        yield (
            report.name,
            f"r{at}",
            relation.kind,
            relation.formula,
            relation.verdict,
            relation.cue,
            _members(relation, lang),
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


def _members(relation: Relation, lang: Language) -> str:
    """Name the figures of a relation by role: "whole=c1; part=c2; part=c3"."""
    return "; ".join(f"{_role(role, lang)}={claim.id}" for role, claim in relation.members)


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


#: What yields the rows of the tables whose texts name roles, or say what was found.
SPEAKERS: Final[dict[str, Callable[[Report, Language], Iterator[Row]]]] = {
    "findings": _findings,
    "relations": _relations,
}

#: What yields the rows of the other tables.
MAKERS: Final[dict[str, Callable[[Report], Iterator[Row]]]] = {
    "claims": _claims,
    "sections": _sections,
    "quantities": _quantities,
    "tables": _tables,
}
