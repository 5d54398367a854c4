"""The words in which results are shown, Chinese and English side by side."""

from __future__ import annotations

from typing import Final

from reportparse.errors import Language

Word = dict[Language, str]

#: Every word of the pages, tables and lists; keys are the words of the code and the schema.
WORDS: Final[dict[str, Word]] = {
    # kinds of quantity
    "count": {"zh": "计数", "en": "count"},
    "money": {"zh": "金额", "en": "money"},
    "percent": {"zh": "百分比", "en": "percent"},
    "point": {"zh": "百分点", "en": "points"},
    "permille": {"zh": "千分比", "en": "permille"},
    "multiple": {"zh": "倍数", "en": "multiple"},
    "fraction": {"zh": "分数", "en": "fraction"},
    "ratio": {"zh": "比率", "en": "ratio"},
    "rank": {"zh": "位次", "en": "rank"},
    "length": {"zh": "长度", "en": "length"},
    "area": {"zh": "面积", "en": "area"},
    "volume": {"zh": "体积", "en": "volume"},
    "mass": {"zh": "重量", "en": "mass"},
    "energy": {"zh": "能量", "en": "energy"},
    "power": {"zh": "功率", "en": "power"},
    "duration": {"zh": "时长", "en": "duration"},
    "temperature": {"zh": "温度", "en": "temperature"},
    "concentration": {"zh": "浓度", "en": "concentration"},
    "score": {"zh": "分值", "en": "score"},
    # status of a claim
    "actual": {"zh": "实绩", "en": "actual"},
    "target": {"zh": "目标", "en": "target"},
    "prior": {"zh": "以往", "en": "prior"},
    "cumulative": {"zh": "累计", "en": "cumulative"},
    "normative": {"zh": "规定", "en": "normative"},
    # hedges
    "exact": {"zh": "确数", "en": "exact"},
    "about": {"zh": "约数", "en": "about"},
    "more": {"zh": "余数", "en": "more"},
    "less": {"zh": "不足", "en": "less"},
    "at_least": {"zh": "下限", "en": "at least"},
    "at_most": {"zh": "上限", "en": "at most"},
    "range": {"zh": "区间", "en": "range"},
    # relations and their verdicts
    "sum": {"zh": "合计", "en": "sum"},
    "change": {"zh": "增减", "en": "change"},
    "restates": {"zh": "复述", "en": "restated"},
    "balance": {"zh": "平衡", "en": "balance"},
    "holds": {"zh": "相符", "en": "holds"},
    "rounded": {"zh": "四舍五入后相符", "en": "holds by rounding"},
    "truncated": {"zh": "截尾后相符", "en": "holds by truncation"},
    "fails": {"zh": "不符", "en": "fails"},
    "untestable": {"zh": "无法核算", "en": "cannot be tested"},
    # how a relation held, and why one could not be tested
    "exactly": {"zh": "准确相符", "en": "exactly"},
    "within": {"zh": "仅核大小", "en": "within bounds"},
    "no_base": {"zh": "未给出基数", "en": "no base printed"},
    "no_figures": {"zh": "未给出分子或分母", "en": "no figures printed"},
    "other_unit": {"zh": "单位不同", "en": "other unit"},
    "not_tied": {"zh": "文字未指明对应数据", "en": "words tie no figures"},
    "hedge": {"zh": "约数过宽", "en": "hedge too wide"},
    "comparable": {"zh": "口径或价格不同", "en": "comparable basis"},
    "zero": {"zh": "基数为零", "en": "base is zero"},
    "planned": {"zh": "计划或规定数", "en": "planned or required"},
    "untested": {"zh": "无法核对", "en": "not tested"},
    # why a finding is not shown, and how it compares with a baseline
    "suppressed": {"zh": "已按配置忽略", "en": "suppressed"},
    "gap": {"zh": "差额低于下限", "en": "gap too small"},
    "persona": {"zh": "换 --persona auditor 可见", "en": "seen with --persona auditor"},
    "new": {"zh": "新增", "en": "new"},
    "unchanged": {"zh": "未变", "en": "unchanged"},
    "updated": {"zh": "有改动", "en": "updated"},
    "gone": {"zh": "已消失", "en": "gone"},
    # how a report was read
    "ocr": {"zh": "由扫描件识别", "en": "read from pictures"},
    "mixed": {"zh": "部分由扫描件识别", "en": "read from pictures in part"},
    "doubts": {"zh": "{count} 个数据辨识把握低", "en": "{count} figures may be misread"},
    "doubtful": {"zh": "辨识把握低", "en": "may be misread"},
    # severity and confidence
    "error": {"zh": "错误", "en": "error"},
    "warning": {"zh": "警告", "en": "warning"},
    "note": {"zh": "提示", "en": "note"},
    "high": {"zh": "高", "en": "high"},
    "medium": {"zh": "中", "en": "medium"},
    "low": {"zh": "低", "en": "low"},
    # the parts of a report
    "report": {"zh": "报告", "en": "report"},
    "untitled": {"zh": "（无标题）", "en": "(no title)"},
    "issuer": {"zh": "发文单位", "en": "issuer"},
    "addressee": {"zh": "主送单位", "en": "addressee"},
    "doc_number": {"zh": "文号", "en": "document number"},
    "year": {"zh": "年度", "en": "year"},
    "signed": {"zh": "落款日期", "en": "signed"},
    "source": {"zh": "来源", "en": "source"},
    "summary": {"zh": "概况", "en": "summary"},
    "outline": {"zh": "结构", "en": "outline"},
    "text": {"zh": "原文", "en": "text"},
    "figures": {"zh": "数据", "en": "figures"},
    "sections": {"zh": "章节", "en": "sections"},
    "claims": {"zh": "数据", "en": "claims"},
    "relations": {"zh": "勾稽关系", "en": "relations"},
    "findings": {"zh": "问题", "en": "findings"},
    "held": {"zh": "核对通过", "en": "checked and right"},
    # the part that a figure plays in a relation
    "whole": {"zh": "总数", "en": "whole"},
    "part": {"zh": "分项", "en": "part"},
    "rate": {"zh": "比率", "en": "rate"},
    "now": {"zh": "本期", "en": "now"},
    "before": {"zh": "上期", "en": "before"},
    "first": {"zh": "前文", "en": "first"},
    "again": {"zh": "后文", "en": "again"},
    "delta": {"zh": "增减量", "en": "amount of change"},
    "after": {"zh": "期末", "en": "after"},
    "inflow": {"zh": "增加", "en": "added"},
    "outflow": {"zh": "减少", "en": "taken away"},
    # other places that a finding rests on
    "figure": {"zh": "数字", "en": "figure"},
    "date": {"zh": "日期", "en": "date"},
    "event": {"zh": "事件", "en": "event"},
    "period": {"zh": "时期", "en": "period"},
    "mark": {"zh": "编号", "en": "mark"},
    "sign": {"zh": "标点", "en": "punctuation"},
    "residue": {"zh": "残留符号", "en": "residue"},
    "blank": {"zh": "空位", "en": "blank"},
    # what a finding says
    "working": {"zh": "算式", "en": "working"},
    "stated": {"zh": "文中", "en": "stated"},
    "computed": {"zh": "推算", "en": "computed"},
    "evidence": {"zh": "依据", "en": "evidence"},
    "alternatives": {"zh": "或可解释为", "en": "would fit"},
    "confidence": {"zh": "把握", "en": "confidence"},
    # columns of the workbook alone
    "relations_sheet": {"zh": "关系", "en": "relations"},
    "stated_value": {"zh": "文中数", "en": "stated value"},
    "recomputed": {"zh": "重算", "en": "recomputed"},
    "difference": {"zh": "差额", "en": "difference"},
    "conclusion": {"zh": "核查结论", "en": "conclusion"},
    "remark": {"zh": "备注", "en": "remark"},
    "unused": {
        "zh": "没有用到（问题已不存在，可以删去）",
        "en": "not used (the finding is gone; it can be deleted)",
    },
    "no_report": {"zh": "文件夹中没有报告", "en": "no report in this folder"},
    "no_check": {
        "zh": "select 与 ignore 之后没有剩下任何检查项",
        "en": "select and ignore leave no check to run",
    },
    "no_baseline": {"zh": "不是 reportparse 的基线文件", "en": "is no baseline of reportparse"},
    "unread": {
        "zh": "{count} 个文件中有 {unread} 个无法读取",
        "en": "{unread} of {count} files could not be read",
    },
    "all_reports": {"zh": "共 {count} 份报告", "en": "{count} reports"},
    "no_findings": {"zh": "未发现问题", "en": "no findings"},
    "more_rows": {"zh": "另有 {count} 行", "en": "{count} more rows"},
}


def word(key: str, language: Language) -> str:
    """Return a word in a language; what has no entry (a unit, a code) stands as it is."""
    entry = WORDS.get(key)
    return entry[language] if entry else key
