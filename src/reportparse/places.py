"""The place that a report is about, and the level of government that it comes from."""

from __future__ import annotations

import re
from typing import Final, Literal

Level = Literal["national", "province", "prefecture", "county", "township", ""]

#: 内蒙古自治区, 岚口市, 青枫镇; not 城市, 社区, 县域, and not 郑州 in 郑州市
UNIT: Final = re.compile(
    r"[\u4e00-\u9fff]{1,11}?(?:自治区|自治州|自治县|自治旗|特别行政区|地区|街道|"
    r"(?<![社园小校灾辖])区(?!域)|(?<!城)市(?![场域级])|州(?![市区])|镇(?![域江])|乡(?![域村镇])|"
    r"[省县](?![域级])|[盟旗])"
)
NATIONAL: Final = re.compile("国务院|全国|中华人民共和国|国家(?!税务|统计局.)")
MUNICIPALITIES: Final = frozenset({"北京市", "上海市", "天津市", "重庆市"})
#: Last characters of a unit and its level, longer ones first.
LEVELS: Final[tuple[tuple[str, Level], ...]] = (
    ("自治区", "province"), ("特别行政区", "province"), ("省", "province"),
    ("自治州", "prefecture"), ("地区", "prefecture"), ("盟", "prefecture"), ("州", "prefecture"),
    ("市", "prefecture"), ("镇", "township"), ("乡", "township"), ("街道", "township"),
    ("县", "county"), ("旗", "county"), ("区", "county"),
)  # fmt: skip
#: Words before a place that are no part of its name.
BEFORE: Final = re.compile("(?:中共|关于|(?:19|20)[0-9]{2}年?度?){1,3}(?![0-9])")


def chain_of(text: str) -> tuple[str, ...]:
    """Return the units that a title or an office names, outermost first.

    >>> chain_of("岚口市鹿泽县青枫镇人民政府")
    ('岚口市', '鹿泽县', '青枫镇')
    """
    units: list[str] = []
    before = BEFORE.match(text)
    at = before.end() if before else 0
    while found := UNIT.match(text, at):
        units.append(found.group())
        at = found.end()
    return tuple(units)


def level_of(text: str) -> Level:
    """Return the level of an office or a title.

    A county-level city cannot be told from a prefecture by its name alone: it counts as one.

    >>> level_of("鹿泽县青枫镇人民政府"), level_of("岚口市司法局")
    ('township', 'prefecture')
    """
    chain = chain_of(text)
    if not chain:
        nameless: Level = next((level for word, level in LEVELS if text.startswith(word)), "")
        return "national" if NATIONAL.search(text) else nameless
    unit = chain[-1]
    if unit in MUNICIPALITIES:
        return "province"
    return next((level for ending, level in LEVELS if unit.endswith(ending)), "")
