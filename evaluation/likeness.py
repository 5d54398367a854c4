"""When two wordings name the same thing counted.

A measure that is longer or shorter by a modifier is right (`民间纠纷`, `群众各类民间纠纷`): the
head of a Chinese noun phrase stands last, so the shorter one must close the longer one, or
have all its characters in it and the same last one (`化解成功率`, `矛盾纠纷成功化解率`). A wording
that is only the other's modifier (`新开工`, of `新开工的亿元以上项目`) touches it: its reader
knows which figure is meant, but not what is counted.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from reportparse.cardinal import read_cardinal

Likeness = Literal["exact", "contains", "touches", "mismatch"]

#: What stands in brackets is a modifier: 村（社区）.
BRACKETED = re.compile(r"[（(][^（()）]*[)）]")
#: Signs and particles that carry no meaning here: 新培养的“法律明白人”.
LIGHT = re.compile(r"[的了等各类共“”\"《》（）()、，,·\s]|[全我本][县镇乡市区局]")
#: A numeral that may be written in digits as well: 四十五人以下的班级.
NUMERAL = re.compile("[一二三四五六七八九]?[十百][一二三四五六七八九十百]*")
#: A share is a share of something, and a change one of something: 民间投资占全部投资比重.
SHARE = re.compile(r"占[^占]*(?:比重|比例)$|(?:占比|比重|比例|增加额?|减少数?|幅度)$")
#: Last words that say only that it is counted: 网格员人数, 罚款金额, 普法宣传活动.
TAIL = re.compile(r"(?:总数|人数|户数|件数|数量|金额|面积|总量|工作|活动|情况|事项|数|量|额)$")
#: How much longer a wording may be that does not close with the other: 低保, 低保户.
SLACK = 2
#: Characters that a wording needs to name something.
NAMING = 2


def likeness(said: str, meant: str) -> Likeness:
    """Compare the measure that was read with the one that a careful reader gives.

    >>> likeness("民间纠纷", "群众各类民间纠纷"), likeness("合格", "考试合格的执法人员")
    ('contains', 'touches')
    """
    first, second = _plain(said), _plain(meant)
    if first == second and first:
        return "exact"
    bare = [TAIL.sub("", SHARE.sub("", word)) or word for word in (first, second)]
    if _near(first, second) or _near(*bare):
        return "contains"
    return "touches" if _touch(first, second) else "mismatch"


def _plain(words: str) -> str:
    return NUMERAL.sub(_in_digits, LIGHT.sub("", BRACKETED.sub("", words) or words))


def _in_digits(numeral: re.Match[str]) -> str:
    value = read_cardinal(numeral.group())
    return numeral.group() if value is None else f"{value:f}"


def _near(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    if len(short) < NAMING:
        return False
    if long.endswith(short) or (short in long and len(long) - len(short) <= SLACK):
        return True
    return short[-1] == long[-1] and not Counter(short) - Counter(long)


def _touch(first: str, second: str) -> bool:
    """Whether one stands in the other."""
    short, long = sorted((first, second), key=len)
    return len(short) >= NAMING and short in long
