"""The words in which results are shown, Chinese and English side by side."""

from __future__ import annotations

from typing import Final

from reportparse.errors import Language
from reportparse.rows import WORDS_ZH

Word = dict[Language, str]

#: What the codes in the cells of tables are called in English; `rows` has them in Chinese.
CODES: Final[dict[str, str]] = {
    "count": "count", "money": "money", "percent": "percent", "point": "points",
    "permille": "permille", "multiple": "multiple", "fraction": "fraction", "ratio": "ratio",
    "rank": "rank", "length": "length", "area": "area", "volume": "volume", "mass": "mass",
    "energy": "energy", "power": "power", "duration": "duration", "temperature": "temperature",
    "concentration": "concentration", "score": "score", "actual": "actual", "target": "target",
    "prior": "prior", "cumulative": "cumulative", "normative": "normative", "exact": "exact",
    "about": "about", "more": "more", "less": "less", "at_least": "at least",
    "at_most": "at most", "range": "range", "sum": "sum", "change": "change",
    "restates": "restated", "balance": "balance", "holds": "holds",
    "rounded": "holds by rounding", "truncated": "holds by truncation", "fails": "fails",
    "untestable": "cannot be tested", "error": "error", "warning": "warning", "note": "note",
    "high": "high", "medium": "medium", "low": "low", "whole": "whole", "part": "part",
    "rate": "rate", "average": "average", "now": "now", "before": "before", "first": "first",
    "again": "again", "delta": "amount of change", "after": "after", "inflow": "added",
    "outflow": "taken away", "figure": "figure", "date": "date", "event": "event",
    "period": "period", "mark": "mark", "sign": "punctuation", "residue": "residue",
    "blank": "blank", "new": "new", "unchanged": "unchanged", "updated": "updated",
    "gone": "gone",
}  # fmt: skip

#: Every word of the pages, tables and lists; keys are the words of the code and the schema.
WORDS: Final[dict[str, Word]] = {
    **{code: {"zh": WORDS_ZH[code], "en": en} for code, en in CODES.items()},
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
    # why a finding is not shown
    "suppressed": {"zh": "已按配置忽略", "en": "suppressed"},
    "gap": {"zh": "差额低于下限", "en": "gap too small"},
    "persona": {"zh": "提示和把握低的警告", "en": "notes and unsure warnings"},
    "see_all": {
        "zh": "加 --persona auditor 全部显示",
        "en": "--persona auditor shows all",
    },
    # how a report was read
    "ocr": {"zh": "由扫描件识别", "en": "read from pictures"},
    "mixed": {"zh": "部分由扫描件识别", "en": "read from pictures in part"},
    "doubts": {"zh": "{count} 个数据辨识把握低", "en": "{count} figures may be misread"},
    "doubtful": {"zh": "辨识把握低", "en": "may be misread"},
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
    # what a finding says
    "working": {"zh": "算式", "en": "working"},
    "stated": {"zh": "文中", "en": "stated"},
    "computed": {"zh": "推算", "en": "computed"},
    "evidence": {"zh": "依据", "en": "evidence"},
    "alternatives": {"zh": "或可解释为", "en": "would fit"},
    "confidence": {"zh": "把握", "en": "confidence"},
    # the audit page
    "legend": {"zh": "图例", "en": "legend"},
    "plain": {"zh": "未涉及核算", "en": "nothing to test"},
    "untested_list": {"zh": "无法核对", "en": "could not be tested"},
    "shown": {"zh": "显示", "en": "shown"},
    "severity": {"zh": "程度", "en": "severity"},
    "family": {"zh": "类别", "en": "family"},
    "undecided_only": {"zh": "只看未下结论的", "en": "undecided only"},
    "verdict": {"zh": "核查结论", "en": "verdict"},
    "verdicts": {"zh": "核查结论", "en": "verdicts"},
    "confirmed": {"zh": "属实", "en": "true"},
    "dismissed": {"zh": "不属实", "en": "false"},
    "open": {"zh": "待核实", "en": "to be verified"},
    "save": {"zh": "保存结论", "en": "save verdicts"},
    "load": {"zh": "载入结论", "en": "load verdicts"},
    "print": {"zh": "打印", "en": "print"},
    "as_text": {"zh": "文字", "en": "text"},
    "as_pages": {"zh": "原件页面", "en": "pages"},
    "page": {"zh": "第 {number} 页", "en": "page {number}"},
    "unmarked": {
        "zh": "有 {count} 项问题在页面上没有确定的位置，没有标出",
        "en": "{count} findings have no certain place on a page and are not marked",
    },
    "no_picture": {"zh": "（为控制大小，此页未附图）", "en": "(left out to keep the file small)"},
    "loaded": {"zh": "已载入 {placed} 条结论", "en": "{placed} verdicts loaded"},
    "unplaced": {
        "zh": "，另有 {left} 条在本页没有对应的问题，保存时仍会保留",
        "en": "; {left} more fit no finding of this page and are kept when you save",
    },
    "not_verdicts": {"zh": "不是核查结论文件", "en": "is no file of verdicts"},
    "no_verdicts": {
        "zh": "不是审核页保存的核查结论，也不是带“问题”表的工作簿",
        "en": "is no file of verdicts that a page saved, nor a workbook with a sheet of findings",
    },
    "suppressions": {
        "zh": "新增 {fresh} 条忽略，原已有 {known} 条",
        "en": "{fresh} suppressions added, {known} were there already",
    },
    "disputed": {
        "zh": "有人判为属实，有人判为不属实，未忽略",
        "en": "held to be true by one and false by another: not suppressed",
    },
    "no_remark": {
        "zh": "判为不属实而没有写备注，缺少理由，未忽略",
        "en": "held to be none without a remark: no reason, not suppressed",
    },
    "keys": {
        "zh": "按键：j 下一条，k 上一条，回车看原文，1 2 3 下结论，r 写备注",
        "en": "keys: j next, k previous, enter to the text, 1 2 3 verdict, r remark",
    },
    # families of checks
    "TOT": {"zh": "合计与分项", "en": "totals and parts"},
    "RAT": {"zh": "比率", "en": "rates"},
    "CHG": {"zh": "增减", "en": "growth and change"},
    "RES": {"zh": "前后不一", "en": "one measure, two figures"},
    "TIM": {"zh": "时间", "en": "periods and dates"},
    "NUM": {"zh": "编号", "en": "numbering"},
    "EXP": {"zh": "表述", "en": "expression"},
    "TAB": {"zh": "表格", "en": "tables"},
    "ARC": {"zh": "报告之间", "en": "across reports"},
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
    "order": {"zh": "序号", "en": "no."},
    "ranking": {
        "zh": "按错误、警告、提示的多少排列；点表头可按该列重新排列",
        "en": "those with most errors, warnings and notes first; a column's head reorders them",
    },
    "counts": {
        "zh": "数据 {claims} 项，勾稽关系 {relations} 项，问题 {findings} 项",
        "en": "figures {claims}, relations {relations}, findings {findings}",
    },
    "not_read": {"zh": "未能读取", "en": "not readable"},
    "all_reports": {"zh": "共 {count} 份报告", "en": "{count} reports"},
    "no_findings": {"zh": "未发现问题", "en": "no findings"},
    "end": {"zh": "；", "en": "; "},
    "more_findings": {"zh": "另有问题 {count} 项", "en": "{count} more findings"},
    "more_rows": {"zh": "另有 {count} 行", "en": "{count} more rows"},
}


def word(key: str, language: Language) -> str:
    """Return a word in a language; what has no entry (a unit, a code) stands as it is."""
    entry = WORDS.get(key)
    return entry[language] if entry else key
