"""Pairs that leave no third case: 男 and 女, 合格 and 不合格, 税收 and 非税."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reportparse.relations.mentions import Mention

Pair = tuple[re.Pattern[str], re.Pattern[str]]

#: "非税收入" beside 税收收入, "非住宅" beside 住宅.
DENIED: Final = re.compile(r"非(?P<what>[^\W\d]{2})")
#: Pairs that leave no third case.
PAIRS: Final = (
    # "男70人、女50人"
    (re.compile("男"), re.compile("女")),
    # "合格78批次、不合格2批次"
    (re.compile("(?<!不)合格"), re.compile("不合格")),
    # "有效40件、无效3件"
    (re.compile("有效"), re.compile("无效")),
    # "城镇人口16万人，乡村人口17万人", "城市低保612户、农村低保3604户"
    (re.compile("城镇|城市"), re.compile("乡村|农村")),
    # "物业小区57个、无物业小区37个"
    (re.compile("(?<!无)物业"), re.compile("无物业")),
    # "一般程序1140件、简易程序2140件"
    (re.compile("一般程序|普通程序"), re.compile("简易程序")),
    # "专职13名、兼职52名"
    (re.compile("专职"), re.compile("兼职")),
    # "集中供养402人、分散供养926人"
    (re.compile("集中供养"), re.compile("分散供养")),
    # "线上30场、线下20场"
    (re.compile("线上"), re.compile("线下")),
    # "公办幼儿园12所、民办幼儿园30所"
    (re.compile("公办"), re.compile("民办")),
    # "规模以上企业12家、规模以下企业30家"
    (re.compile("规模以上|规上"), re.compile("规模以下|规下")),
    # "内资企业12家、外资企业30家"
    (re.compile("内资"), re.compile("外资")),
    # "国内游客12万人次、入境游客3万人次"
    (re.compile("国内"), re.compile("入境|境外|海外")),
    # "批准逮捕241人、不批准逮捕71人"
    (re.compile("(?<![不予])(?:批准|批捕)"), re.compile("不(?:予?批捕|予?批准)")),
    # "提起公诉401人、不起诉119人"
    (re.compile("(?<!不)(?:起诉|公诉)"), re.compile("不起诉")),
    # "调解成功60件、未成功4件"
    (re.compile("(?<![未不])成功"), re.compile("未成功|不成功|失败")),
)
#: Pairs that are published indicators, whose definition (`structures`) ties them without 其中.
DEFINED: Final = (
    # "出口178亿元、进口36亿元"
    (re.compile("出口"), re.compile("(?<!出)进口")),
)
#: Signs of which one stands in any sentence with a pair.
PAIR_SIGNS: Final = (
    "女", "合格", "效", "成功", "农村", "乡村", "物业", "简易", "兼职", "分散", "线下", "民办",
    "规下", "规模以下", "外资", "境", "海外", "不",
)  # fmt: skip


def is_pair(parts: Sequence[Mention]) -> bool:
    """Tell whether two parts leave no third case."""
    if len(parts) != 2:
        return False
    one, other = parts
    return bool(pair_cue(one, other) or _cue(DEFINED, one, other)) or _is_denied(one, other)


def pair_cue(one: Mention, other: Mention) -> str:
    """Return the word that names the first case of a pair; "" where two figures are none."""
    return _cue(PAIRS, one, other)


def _cue(pairs: Sequence[Pair], one: Mention, other: Mention) -> str:
    for first, second in pairs:
        for lead, rest in ((one.lead, other.lead), (other.lead, one.lead)):
            found = first.search(lead)
            if found and second.search(rest):
                return found.group()
    return ""


def _is_denied(one: Mention, other: Mention) -> bool:
    """Tell a class and what is none of it: 税收 and 非税."""
    denied = DENIED.search(other.lead)
    return denied is not None and denied["what"] in one.lead and not DENIED.search(one.lead)
