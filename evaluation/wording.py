"""Changes to the wording of a report: what comes out still looks like one.

Bytes changed at random seldom make a sentence; rules are reached by sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Final

#: A figure, a clause with the point behind it, the mark of a section.
FIGURE: Final = re.compile(r"[\d.,]*\d|[零〇一二两三四五六七八九十百千万亿]+")
CLAUSE: Final = re.compile(r"[^，。；：、\n]*[，。；：、\n]?")
#: What figures become.
FIGURES: Final = (
    "0", "1", "100", "99.9", "1,000", "0.01", "1.2万", "3亿", "十", "一百零五", "两", "5—8",
    "3至5", "1:2", "2023", "12.", ".5", "1/3", "百分之三", "三分之二", "千分之五", "-1", "９８",
    "几十", "9" * 30, "0." + "3" * 40, "1e9", "十百千万亿", "", "零",
)  # fmt: skip
#: What is put between clauses.
PIECES: Final = (
    "其中", "分别为", "占", "占比", "同比增长5%，", "比上年下降2个百分点，", "较去年同期",
    "增速", "人均", "总", "合计", "共", "包括", "余", "左右", "以上", "不足", "近", "超过",
    "至", "。", "，", "、", "；", "：", "\n", "\n\n", "一、", "（一）", "1.", "（1）", "一是",
    "第一，", "首先，", "《", "》", "“", "”", "（", "）", "件", "个", "万元", "%", "‰",
    "个百分点", "倍", "平方米", "人次", "名", "户", "℃", "年", "月", "日", "2023年", "1—9月",
    "截至12月底，", "上半年", "“十四五”期间", "全县", "各乡镇", "每村", "计划", "力争达到",
    "表1", "\t", "|", "**", "注：", "附件1", "县人民政府", "2024年1月5日", "第3名", "翻一番",
    "减半", "增加到", "增加了", "由3件增至5件", "排名第2位", "以来", "累计", "日均", "的3倍",
)  # fmt: skip
MOST: Final = 5


def reworded(data: bytes, draw: Random) -> bytes:
    """Return a text with some changes to its wording."""
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(draw.randint(1, MOST)):
        text = draw.choice(CHANGES)(text, draw)
    return text.encode("utf-8", "surrogateescape")


def _figure(text: str, draw: Random) -> str:
    """Say another figure, or one of the text's own once more."""
    found = list(FIGURE.finditer(text))
    if not found:
        return text
    one, other = draw.choice(found), draw.choice(found)
    said = other[0] if draw.random() < 0.4 else draw.choice(FIGURES)
    return text[: one.start()] + said + text[one.end() :]


def _clauses(text: str, draw: Random) -> str:
    """Lose a clause, say it twice, or elsewhere."""
    clauses = [one[0] for one in CLAUSE.finditer(text)]
    at, to = draw.randrange(len(clauses)), draw.randrange(len(clauses))
    said = clauses.pop(at) if draw.random() < 0.6 else clauses[at]
    if draw.random() < 0.7:
        clauses.insert(to, said * draw.choice((1, 1, 1, 4)))
    return "".join(clauses)


def _piece(text: str, draw: Random) -> str:
    """Put a word or a mark between two clauses, or anywhere."""
    ends = [one.end() for one in CLAUSE.finditer(text)]
    at = draw.choice(ends) if draw.random() < 0.5 else draw.randint(0, len(text))
    return text[:at] + draw.choice(PIECES) + text[at:]


def _letter(text: str, draw: Random) -> str:
    """Lose a character."""
    at = draw.randint(0, len(text))
    return text[:at] + text[at + 1 :]


CHANGES: Final[tuple[Callable[[str, Random], str], ...]] = (
    _figure, _figure, _clauses, _piece, _piece, _letter,
)  # fmt: skip
