"""Digits that are no quantities: dates, document numbers, marks, labels, hotlines, models.

They are read first, as stretches of their own, so that nothing inside them is taken for a
figure. Each kind is a named pattern that begins at the first digit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reportparse.units import unit_at

#: 1998, 2023
YEAR: Final = r"(?:19|20)[0-9]{2}"
MONTH: Final = r"(?:1[0-2]|0?[1-9])"
DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])"
#: — – - ~ ～ 至 到
DASH: Final = r"(?:[-—–−~～―]{1,2}|至|到)"

#: 2023年, 2023年度, 2023年1—9月, 2023年3月5日至8日, 2023年底
DATE: Final = (
    rf"{YEAR}年(?:度|{MONTH}月?{DASH}{MONTH}月份?"
    rf"|{MONTH}月(?:{DAY}日?{DASH}(?:{MONTH}月)?{DAY}日|{DAY}日)?(?:份|底|末|初|[上中下]旬)?"
    r"|底|末|初|以来|前后)?"
)

#: Kinds in the order in which they are tried: (name, pattern, example).
BLOCKS: Final[tuple[tuple[str, str, str], ...]] = (
    ("docno", rf"{YEAR}[〕\]】］)）]第?[0-9]{{0,5}}号?", "〔2023〕7号"),
    ("years", rf"{YEAR}年?{DASH}{YEAR}年?(?:度|底)?", "2021—2025年"),
    ("short_years", rf"{YEAR}{DASH}[0-9]{{2}}年", "2021-25年"),
    ("iso_date", rf"{YEAR}(?P<s>[-/.．]){MONTH}(?P=s){DAY}(?![0-9])", "2023-12-01"),
    ("iso_month", rf"{YEAR}[-/.]{MONTH}(?=[-—–~～至到，。）) 　\n]|$)", "2023.12"),
    ("date", DATE, "2023年1—9月"),
    ("decade", r"[0-9]0年代|[0-9]{1,2}世纪(?:[0-9]0年代)?", "21世纪"),
    ("short_year", rf"[0-9]{{2}}年(?={MONTH}月)", "23年6月"),
    ("years_list", rf"{YEAR}(?:[、和及与]{YEAR}){{1,9}}年?", "2021、2022年"),
    ("months", rf"{MONTH}月?{DASH}{MONTH}月份?", "1—9月"),
    ("months_list", rf"{MONTH}(?:、{MONTH}){{1,11}}月份?", "7、8月份"),
    (
        "month",
        rf"{MONTH}月(?!龄|均|嫂|球|饼)(?:{DAY}日?{DASH}(?:{MONTH}月)?{DAY}日|{DAY}日)?(?:份|底|末|初|[上中下]旬)?",
        "12月4日",
    ),
    ("days", rf"{DAY}日?{DASH}{DAY}日(?!内|以内|之内)", "5日至9日"),
    ("clock_range", r"[0-2]?[0-9][:：][0-5][0-9]-[0-2]?[0-9][:：][0-5][0-9]", "8:30-17:30"),
    (
        "clock",
        r"[0-2]?[0-9]时(?:[0-5]?[0-9]分?)?(?!间)|[0-2]?[0-9]点(?:半|整|[0-5]?[0-9]分)",
        "8时30分",
    ),
    (
        "phone",
        r"0[0-9]{2,3}-[0-9]{7,8}|1[3-9][0-9]{9}(?![0-9])|[48]00-[0-9]{3,4}-[0-9]{3,4}",
        "0832-5551234",
    ),
    (
        "hotline",
        (
            r"(?:1234[58]|123[0-9]{2}|955[0-9]{2}|11[0-9]|12[0-2])"
            r"(?=热线|服务|平台|投诉|举报|报警|联动|政务|便民|市民|市长|为民|[联\"”・·]|、1[12])"
        ),
        "12345热线",
    ),
    ("code", r"[0-9]+(?:[+＋][0-9A-ZＮnxX]+)+", "1+6+N"),
    ("times", r"[0-9]+[×xX*╳✕][0-9]+(?:小时|天)?", "7×24小时"),
    (
        "day_name",
        r"[0-9]{1,2}[·•・‧][0-9]{1,2}(?![0-9]*(?:[%‰万亿倍元个人公吨亩]|百分点))",
        "4·15",
    ),
    ("number", r"[0-9]+[A-Z]?号(?!召|角)(?:线|楼|院|文件?|令|公告|提案|建议)?", "15号线"),
    ("road", r"[0-9]+(?:国道|省道|县道|乡道|高速)", "107国道"),
    ("version", r"[0-9]+(?:\.[0-9]+)?(?:版|时代)|[0-9]\.0(?=[方升级系])", "3.0版"),
    ("model", r"[0-9]+[A-OQ-Z](?![A-Za-z0-9])(?:级)?|[0-9]+[DGA]/[0-9]+[DGA]", "5G, 4A级"),
    ("dotted", r"[0-9]+(?:\.[0-9]+){2,}", "1.2.3"),
    ("slash", r"[0-9]+/[0-9]+(?:/[0-9]+){0,3}(?![0-9/]|\s*[）)])", "4/5"),
    ("mark", rf"[0-9]{{1,2}}[.．](?={YEAR}年|[^0-9\s%])", "1.加强领导"),
)

BLOCK: Final = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in BLOCKS))

#: A list number at the start of a line or sentence: 1、 3) 12、
LIST_MARK: Final = re.compile(r"[0-9]{1,2}[、)）](?=[^0-9])")
#: Characters behind which a list number may stand.
LIST_STARTS: Final = "\n。；;：:！？"
#: Words that number what follows: 附件1, 表2, 专栏3.
LABELS: Final = (
    "附件",
    "附表",
    "附图",
    "专栏",
    "附录",
    "图",
    "表",
    "案例",
    "编号",
    "邮编",
    "工业",
    "电话",
)
#: （1） [7] 〔2〕 【3】 (2023)
BRACKETED: Final = re.compile(r"[0-9]{1,4}[）)\]］〕】]")
BRACKETS: Final = "（([［〔【"
#: Characters before a digit that make it part of a name: G60, PM2.5, 歼-35, 1+6.
GLUE: Final = re.compile(r"[A-Za-z_＋+×]$|[A-Za-z][-.·]$|[一-龥A-Za-z][-‐]$")
#: An abbreviation, with what it tells of behind it: GDP439亿元, 手机APP702件.
ABBREVIATION: Final = re.compile("[A-Z]{3}$")
#: 环比-2.1% and 气温-5℃ carry a sign all the same.
SIGNED: Final = re.compile(r"[0-9.]+[%‰℃]")
#: 2.1亿, 300余
SCALED: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?[余多]?[十百千]?[万亿]*[余多]?")
#: What is glued to a name: 2.5, 35, 1-2
GLUED: Final = re.compile(r"[0-9]+(?:[.\-][0-9]+)*")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch that holds digits and is no quantity; offsets are the view's."""

    kind: str
    at: int
    end: int


def block_at(text: str, at: int) -> Block | None:
    """Return the block whose first digit stands at `at`, if any.

    >>> block_at("川府发〔2023〕7号", 4)
    Block(kind='docno', at=4, end=11)
    """
    before = text[max(0, at - 2) : at]
    for find in FINDERS:
        block = find(text, at, before)
        if block is not None:
            return block
    return None


def _glued(text: str, at: int, before: str) -> Block | None:
    """Find digits that belong to a name: G60, PM2.5, 歼-35."""
    if not before or not GLUE.search(before) or SIGNED.match(text, at):
        return None
    counted = SCALED.match(text, at) if ABBREVIATION.search(text, max(0, at - 3), at) else None
    if counted is not None and unit_at(text, counted.end()):
        return None
    glued = GLUED.match(text, at)
    return Block("model", at, glued.end() if glued else at + 1)


def _patterned(text: str, at: int, _: str) -> Block | None:
    """Find what `BLOCKS` describes."""
    match = BLOCK.match(text, at)
    if match is None or match.lastgroup is None:
        return None
    return Block("iso_date" if match.lastgroup == "s" else match.lastgroup, at, match.end())


def _bracketed(text: str, at: int, before: str) -> Block | None:
    """Find a number alone in brackets: （1）, [7]."""
    closed = BRACKETED.match(text, at) if before[-1:] in BRACKETS else None
    return Block("bracketed", at, closed.end()) if before and closed else None


def _labelled(text: str, at: int, before: str) -> Block | None:
    """Find the number of an annex, table or column: 附件1."""
    if not before.endswith(LABELS) or not _is_label(text, at):
        return None
    glued, whole = GLUED.match(text, at), SCALED.match(text, at)
    # 附件3份, 电话94条 and 工业2.1亿元 count; 附件3 and 工业4.0 do not.
    if glued is None or (whole is not None and unit_at(text, whole.end())):
        return None
    return Block("label", at, glued.end())


def _listed(text: str, at: int, before: str) -> Block | None:
    """Find a list number at the start of a line or sentence: 3、."""
    mark = LIST_MARK.match(text, at) if before[-1:] in LIST_STARTS else None
    return None if mark is None else Block("mark", at, mark.end())


def _is_label(text: str, at: int) -> bool:
    """Tell 表1 from 代表36名: a one-letter label begins a clause or stands behind 见."""
    for label in LABELS:
        if text.endswith(label, 0, at):
            lead = text[max(0, at - len(label) - 1) : at - len(label)]
            return len(label) > 1 or lead in ("", "\n", "（", "(", "见", "。", "，", "和", "、")
    return False


#: Finders in the order in which they are asked.
FINDERS: Final = (_glued, _patterned, _bracketed, _labelled, _listed)
