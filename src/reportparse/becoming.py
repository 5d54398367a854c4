"""What is said of a part of the things counted before: 专职, 审结的, 移送法院的."""

from __future__ import annotations

import re
from typing import Final

from reportparse.lexicon import load_words
from reportparse.phrases import BODY, OUTCOMES, VERBS
from reportparse.spot import Counted, Spot, kin

#: The longest words that end in an outcome and are no noun of their own.
LONGEST: Final = 8
#: What money or goods are meant for or come from: 用于产业发展1.2亿元.
DESTINED: Final = ("用于", "主要用于", "来自", "结转")
#: What stands for every one of a group: 每个村不少于2名.
EVERY: Final = re.compile(r"(?:平均)?每(?:[个一])?(?:[一-龥]{1,3}[村镇区组所站点校]|[一-龥])")
#: Units in which no body is counted.
THINGS: Final = frozenset(("件", "条", "份", "次", "场", "场次", "人次", "篇", "批次"))
#: The longest words for what became of a part: 撤销、变更或确认违法.
LONGEST_OUTCOME: Final = 12
#: A share told of what is described: 能自理的占六成.
REMAINING: Final = re.compile(r"的(?:约|仅|只|就)?占了?$")
#: What names of classes, fields and channels end in: 工业类182个, 12315平台3417件.
CLASS: Final = re.compile(r"(?:类|领域|方面|渠道|平台|热线|信箱|来电来访)$")
#: What is told of by its kind alone where its name came before: 事故68起，其中「道路交通」45起.
KINDS: Final = re.compile(
    r"(?:案件|事故|纠纷|火灾|诉讼|申请|投诉|举报|事件|警情|隐患|支出|收入|投资|贷款|存款|余额|产值|增加值|总额|利润)$"
)
#: Names that are whole, although of a kind: 税金, 中央资金.
WHOLE_NAME: Final = re.compile(
    r"[额款金费税案率值量数资]$|收入|支出|投资|事项|信访|复议|来信|来访|顺差|逆差|出口|进口|补助|口$|人$|者$|员$"
)
#: The longest name for a kind.
LONGEST_KIND: Final = 6
#: To whom a part was handed on: 移送公安机关4件, 转交相关部门3条.
HANDED_ON: Final = re.compile(
    r"(?:移送|移交|转送|转交|报送|上报|提请|交由|交办)[一-龥、]{0,8}(?:机关|法院|检察院|公安|部门|纪委|单位|派出所|监委)"
)
#: Where things went that are no longer told of: 引导走诉讼程序9起, 转入执行程序12件.
MOVED: Final = re.compile(r"(?:引导|转为|转入|进入|列入|适用)[一-龥]{2,}")
#: What a part got or how far it came: 判处五年以上有期徒刑, 获得省级命名.
CAME_TO: Final = re.compile(
    r"(?:判处|处以|给予|受到|获得|荣获|获评|获|取得|达到|通过|入选|列入|适用|享受|转为|转入|进入|引导|纳入|评为|升级为|超过)"
    r"(?=..)"
)
#: How an outcome may be led to: 「考核」合格30人, 「风险已」消除20户.
LED_TO: Final = re.compile(
    r"(?:考核|考试|测试|测评|检测|验收|复查|复核|体检|审查|抽查|抽检|鉴定|评审"
    r"|风险|隐患|问题|阶段性|适用|依法|按期|按时|当庭|当场|现场|一次性|提前|全部|成功|年底|当年)?(?:已经?|未|尚未|均|全部)?"
)
#: What the receiver did of what was handed on: 移送案件13件，「公安机关」立案12件.
RECEIVER: Final = re.compile("[一-龥]{0,4}(?:机关|法院|检察院|公安|部门|法庭)(?:已|共)?")
#: Words that tell which of the things counted before.
MODIFIERS: Final = load_words("phrases.toml", "modifier")


def modifier(spot: Spot) -> str:
    """Return the words that tell which of the things counted before: 专职, 审结的, 用于修路的."""
    noun = spot.before.noun
    if spot.relative or not noun:
        return f"{noun}的" if _remains(spot) else ""
    if noun in MODIFIERS:
        return noun
    if outcome := _outcome(spot):
        return f"{outcome}的"
    return "" if spot.before.governed else _description(spot, noun)


def _description(spot: Spot, noun: str) -> str:
    if EVERY.fullmatch(noun) or _owns(spot, noun) or _is_kind(spot, noun):
        return noun
    return f"{noun}的" if _describes(spot, noun) else ""


def _remains(spot: Spot) -> bool:
    """Tell whether a share is one of the things counted before: 能自理的占六成."""
    named = spot.last is not None and spot.before.noun != ""
    return named and REMAINING.search(spot.setting.before) is not None


def _outcome(spot: Spot) -> str:
    """Return what became of a part if that takes more than one word: 撤销或者变更."""
    bare = spot.setting.before.removeprefix("其中").strip("，：、 ")
    if len(bare) > LONGEST_OUTCOME:
        return ""
    end = OUTCOMES.back(bare)
    if _is_part_of(spot.whole, spot) and _came_to(spot.whole, bare, end):
        return bare
    return bare if spot.unit in spot.heads and _ended_so(spot.last, bare, end) else ""


def _ended_so(last: Counted | None, words: str, end: str) -> bool:
    """Tell whether words say how things ended that were counted before: 考核合格, 移送法院."""
    if HANDED_ON.fullmatch(words) or MOVED.fullmatch(words):
        return True
    return end not in ("", words) and _is_led_to(last, words[: -len(end)])


def _came_to(whole: Counted | None, words: str, end: str) -> bool:
    """Tell whether words say what a part came to: 撤销或者变更, 判处缓刑 (not 获得示范村)."""
    if end == words:
        return False
    if end and (OUTCOMES.front(words) or VERBS.front(words)):
        return True
    named = whole is not None and words[-1:] == whole.head[-1:]
    return CAME_TO.match(words) is not None and not named


def _is_led_to(last: Counted | None, words: str) -> bool:
    """Tell whether words only lead to an outcome: 考核合格, 风险已消除."""
    received = last is not None and HANDED_ON.match(last.verb + "部门") is not None
    return bool(LED_TO.fullmatch(words) or (received and RECEIVER.fullmatch(words)))


def handed_on(spot: Spot) -> str:
    """立案30件，移送公安机关4件: what was handed on is named by that only."""
    bare = spot.setting.before.removeprefix("其中").strip("，：、 ")
    return bare if len(bare) <= LONGEST_OUTCOME and HANDED_ON.fullmatch(bare) else ""


def _is_part_of(known: Counted | None, spot: Spot) -> bool:
    """Tell whether a figure before counts in the same unit."""
    return known is not None and kin(known.unit) == spot.unit


def _is_kind(spot: Spot, noun: str) -> bool:
    """Tell whether a part is named by its kind alone: 其中工业类182个, 其中道路交通45起."""
    head = spot.whole.head if spot.whole is not None and _is_part_of(spot.whole, spot) else ""
    if not head or noun[-2:] in head or spot.before.verb or "）" in spot.setting.earlier:
        return False
    return CLASS.search(noun) is not None or _is_short_for(noun, head)


def _is_short_for(noun: str, head: str) -> bool:
    """Tell whether a part leaves the kind of its whole out: 道路交通, of 事故."""
    if KINDS.search(head) is None or len(noun) > LONGEST_KIND:
        return False
    return not (KINDS.search(noun) or WHOLE_NAME.search(noun))


def _owns(spot: Spot, noun: str) -> bool:
    """Tell a body whose things are counted from a body that is counted: 其中乡镇246条."""
    if spot.whole is None or kin(spot.whole.unit) != spot.unit or spot.unit not in THINGS:
        return False
    return BODY.fullmatch(noun) is not None


def _describes(spot: Spot, noun: str) -> bool:
    if noun.startswith(DESTINED):
        return True
    if spot.before.attributive:
        return spot.setting.quantity.kind == "count"
    return spot.whole is not None and len(noun) <= LONGEST and OUTCOMES.back(noun) != ""
