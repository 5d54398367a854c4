"""Reports as tidy tables of pandas, with English or Chinese headers.

pandas is imported only when a table is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from reportparse.errors import Language
from reportparse.report import FrameName, Report
from reportparse.rows import COLUMNS, REAL, TRUTH, WHOLE, rows_of

if TYPE_CHECKING:
    import pandas as pd

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
    "caption": "表题", "row": "行", "column": "列", "rows": "跨行", "columns": "跨列",
}  # fmt: skip


def to_frame(
    reports: Iterable[Report], what: FrameName = "claims", lang: Language = "en"
) -> pd.DataFrame:
    """Return one table over reports, with English or Chinese headers."""
    import pandas as pd

    rows = [row for report in reports for row in rows_of(report, what, lang)]
    frame = pd.DataFrame(rows, columns=list(COLUMNS[what]), dtype=object)
    frame = frame.astype({column: _dtype(column) for column in COLUMNS[what]})
    return frame.rename(columns=HEADERS_ZH) if lang == "zh" else frame


def header(column: str, lang: Language) -> str:
    """Return a column's header in a language."""
    return HEADERS_ZH[column] if lang == "zh" else column


def _dtype(column: str) -> str:
    if column in WHOLE:
        return "Int64"
    if column in REAL:
        return "float64"
    return "boolean" if column in TRUTH else "object"
