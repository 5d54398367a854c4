"""What was done of a whole and what is left of it: 其余, 结余, 缺额, 未开工, 正在整改.

What is left is the whole less what was done. How firmly, the words tell: 其余 and 当年结余 are the
rest by name; a third state may go untold beside 未整改; and 未结 of cases may hold older ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from reportparse.relations.chains import AGAINST, DELTA, chain_from
from reportparse.relations.cues import any_of
from reportparse.relations.kernel import exceeds
from reportparse.relations.mentions import BESIDE, Item, Mention, same_unit, summable
from reportparse.relations.slips import is_any_slip
from reportparse.relations.spots import Listing, Rivals, Spot, listing_of, may_divide

#: "exact": a rest by its name. "within": no more than the rest. "hinted": perhaps with older ones.
Firmness = Literal["exact", "within", "hinted"]

#: How many sentences back income and spending may be told.
SENTENCES: Final = 2
#: So many figures may say what was done: "已完成100项，正在推进13项，其余5项".
MOST_DONE: Final = 3
#: "，完工12个、在建5个": what has become of a whole, told case by case.
OUTCOME: Final = re.compile(any_of("outcome") + "|在建|正在|已|未")
#: What was done of a whole.
DONE: Final = re.compile(any_of("outcome", "done") + "|(?<!未)已|正在|在建")
#: What came in over a time is no stock: older cases may be among those that are left.
CAME_IN: Final = re.compile(any_of("received", "inflow", "before") + "|接报|登记")
#: "尚有|68亩|未征": what is left stands behind its figure.
BEHIND: Final = re.compile(r"[^，。；、]{0,6}?未(?P<verb>[^，。；、]{1,4})")
#: "（含旧存|4件|），新收|26件|".
OLD: Final = re.compile("含.*(?:旧存|结转|上年|积案|未结)")
NEW: Final = re.compile(any_of("inflow"))
#: "，加上上年结转36件": what is added to a figure of the sentence before.
PLUS: Final = re.compile(r"^[，、,；;（( ]*(?:加上|连同|加之|算上)[^，。；]{0,12}$")
#: What the figure of a stock says of more than this time.
STOCK: Final = re.compile("滚存|累计|历年|年末|期末")
#: "，|5处|正在整改": what is going on stands behind its figure.
GOING_ON: Final = re.compile("(?P<cue>正在|待)")
ANY: Final = re.compile("")
NOTHING: Final = re.compile("[，,；;、 ]*")
#: "，比上年的|5986件|": what a figure is compared with.
BASE: Final = re.compile("[）)，,（( ]*[比较]")
#: Words of denial, and what is denied: "尚未整改到位", "未结".
DENIED: Final = re.compile(
    r"[，,；;、（( ]*[尚还仍现均]?有?(?:未能?|没有?)(?P<verb>[^，。；、]{1,6})"
)
#: Verbs that say nothing of what was done.
PALE: Final = re.compile("[完成有到的了为]")


@dataclass(frozen=True, slots=True)
class Way:
    """One way of telling what is left."""

    left: re.Pattern[str]
    done: re.Pattern[str]
    #: `None` where any figure may be the whole.
    whole: re.Pattern[str] | None
    firmness: Firmness
    #: How many sentences back the whole may stand.
    reach: int = 0


SPENT: Final = re.compile("支出|使用|支付|拨付")
EARNED: Final = re.compile("收入|筹集|到位|拨入")
#: What was set aside to be spent.
GRANTED: Final = re.compile(EARNED.pattern + "|安排|下达|预算|核定")
STAFF: Final = re.compile("编制|核定|应配|定员|定编|职数|岗位")
POSTED: Final = re.compile("在岗|在编|在职|实有|实配|到岗|配备|配有|现有")
WAYS: Final = (
    # "其余5项转入下年", "尚余7座"
    Way(re.compile(rf"[，,；;、 ]*[现尚还仅约]?{any_of('remaining')}"), DONE, None, "exact"),
    # "编制60名，在岗52名，缺8名"
    Way(re.compile(any_of("lacking")), POSTED, STAFF, "within"),
    # "应配30名，已配25名，缺5名"
    Way(re.compile(any_of("lacking")), DONE, re.compile("应|计划|任务|目标|需"), "within"),
    # "收入68万元，支出61万元，当年结余7万元"
    Way(re.compile(rf"(?:[当本][年期]|收支)[^，。；]{{0,6}}{any_of('surplus')}"), SPENT, EARNED,
        "exact", SENTENCES),
    # "收入47.6亿元，支出51.2亿元，当期收不抵支3.6亿元"
    Way(re.compile(any_of("deficit")), EARNED, SPENT, "exact"),
    # "总收入52亿元、总支出50亿元，结转2亿元"
    Way(re.compile(any_of("surplus") + "|结转"), SPENT, GRANTED, "hinted", SENTENCES),
    # "应审结1120件，审结1041件，结转下年79件"
    Way(re.compile("结转"), DONE, None, "hinted"),
    # "另有2件正在办理"
    Way(re.compile(r"[，,；;、 ]*[现尚还仅约]?" + any_of("pending")), DONE, None, "hinted"),
)  # fmt: skip
#: Signs of which one stands in any sentence that tells what is left.
LEFT_SIGNS: Final = ("余", "剩", "有", "未", "缺", "差", "欠", "空", "结", "在", "抵", "字", "损")


def left_over(spot: Spot) -> Iterator[Rivals]:
    """Read "分解任务118项，已完成113项，其余5项转入下年", in each unit that is told."""
    if not summable(spot.here) or spot.here.is_each:
        return
    words = _words(spot.mentions, spot.at)
    behind = GOING_ON.match(spot.here.tail)
    if behind and NOTHING.fullmatch(words):
        yield from _rivals(spot, Way(NOTHING, DONE, None, "hinted"), behind["cue"], "")
    denied = _denied(spot.here, words)
    if denied:
        yield from _rivals(spot, Way(DENIED, ANY, None, "within"), "未", denied)
        return
    for way in WAYS:
        cue = way.left.match(words) or (way.whole and way.left.search(spot.here.clause))
        if cue:
            yield from _rivals(spot, way, cue.group().strip("，,；;、 "), "")


def _denied(here: Mention, words: str) -> str:
    """Return the verb that is denied of what is left; "" if none is."""
    found = DENIED.fullmatch(words)
    behind = BEHIND.match(here.tail) if found is None and words.endswith("有") else None
    verb = (found or behind or {"verb": ""})["verb"]
    return PALE.sub("", verb)


def _rivals(spot: Spot, way: Way, name: str, denied: str) -> Iterator[Rivals]:
    """Propose what is left of which whole, the nearest first."""
    earlier = _in_order(way, _earlier(spot, way.reach))
    if not earlier or not way.done.search(earlier[0][1]):
        return
    if not _is_denial(earlier[0][1], denied):
        name = ""
    found = [
        _listing(way, whole, (*done, spot.here), name, near=whole is earlier[1])
        for whole, done in _divided(way, earlier)
        if _is_whole(way, whole, (*done, spot.here))
    ]
    if found:
        yield tuple(found)


def _in_order(way: Way, earlier: list[Item]) -> list[Item]:
    """Put what was done nearest, where whole and done are told by name: 收入…，支出…，赤字…."""
    if way.whole is None or way.done not in {EARNED, SPENT} or len(earlier) < 2:
        return earlier
    first, second, *rest = earlier
    turned = way.whole.search(first[1]) and way.done.search(second[1])
    return [second, first, *rest] if turned and not way.done.search(first[1]) else earlier


def _divided(way: Way, earlier: Sequence[Item]) -> Iterator[tuple[Item, tuple[Mention, ...]]]:
    """Yield what may be the whole, and what was done of it: one figure, or all between."""
    for count in range(1, min(len(earlier), MOST_DONE + 1)):
        done = earlier[:count]
        if not all(way.done.search(words) for _, words in done):
            return
        yield earlier[count], (earlier[0][0],)
        if count > 1:
            yield earlier[count], tuple(one for one, _ in reversed(done))


def _listing(
    way: Way, whole: Item, parts: tuple[Mention, ...], name: str, *, near: bool
) -> Listing:
    """Make the listing of a whole, what was done and what is left."""
    figure, words = whole
    plain = (
        way.whole is not None or DONE.search(words) is None
    ) and figure.claim.status != "prior"
    hint = name if plain else ""
    # Of several states, or over a gap, only a slip tells which belong together.
    firm = way.firmness == "exact" or (way.firmness == "within" and CAME_IN.search(words) is None)
    cue = hint if firm and near else ""
    exact = bool(cue) and way.firmness == "exact"
    return Listing(
        figure, (parts,), len(parts), "tight", cue, exhaustive=exact, hint=hint, joint=True
    )


def with_old(spot: Spot) -> Iterator[Rivals]:
    """Read "受理30件（含旧存4件），新收26件": what is new, and what was left over with it."""
    told = spot.mentions[max(spot.at - 2, 0) : spot.at + 1]
    if len(told) < 3 or NEW.search(spot.here.clause) is None:
        return
    whole, old, new = told
    held = old.depth > whole.depth and OLD.search(old.clause) is not None
    if held and summable(whole) and same_unit(whole, old) and same_unit(whole, new):
        yield (Listing(whole, ((old, new),), 2, "tight", "", hint="新收", joint=True),)


def added_to(spot: Spot) -> Iterator[Rivals]:
    """Read "受理384件。加上上年结转36件，应审结420件": a figure, what is added, and their sum."""
    added = spot.nearest
    if added is None or PLUS.search(added.lead) is None or not same_unit(added, spot.here):
        return
    told = spot.mentions[: spot.at - 1] or (
        spot.text[spot.place - 1].mentions if spot.place else ()
    )
    parts = ((one, added) for one in reversed(told) if same_unit(one, added))
    yield tuple(Listing(spot.here, (pair,), 2, "comma", "") for pair in parts)


def _is_denial(done: str, denied: str) -> bool:
    """Tell whether what is denied of the rest was said of what was done: 已开工, 未开工."""
    return not denied or (DONE.search(done) is not None and any(one in done for one in denied))


def _is_whole(way: Way, whole: Item, parts: Sequence[Mention]) -> bool:
    """Tell whether a figure may be what something was done of."""
    figure, words = whole
    named = way.whole is None or way.whole.search(words) is not None
    stock = way.reach > 0 and any(STOCK.search(one.clause) for one in (figure, parts[-1]))
    above = any(exceeds(one.stated, figure.stated) for one in parts)
    return named and not stock and (not above or _is_slip(figure, parts))


def _is_slip(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Tell whether a slip of one figure is why a part is more than its whole."""
    gap = whole.stated.value - sum((one.stated.value for one in parts), Decimal(0))
    return is_any_slip([whole.claim], -gap) or is_any_slip([one.claim for one in parts], gap)


def _earlier(spot: Spot, reach: int) -> list[Item]:
    """Return the figures before, nearest first, that count in the same and are levels of now."""
    found: list[Item] = []
    for place in range(spot.place, max(spot.place - reach, 0) - 1, -1):
        mentions = spot.text[place].mentions
        last = spot.at if place == spot.place else len(mentions)
        found += (
            (mentions[at], _words(mentions, at))
            for at in range(last - 1, -1, -1)
            if _is_level(mentions[at], spot.here)
        )
    return found


def _is_level(one: Mention, here: Mention) -> bool:
    """Tell a figure of the same unit that is no change, no plan of another and no aside."""
    level = not (one.claim.change or one.is_each or one.depth > here.depth)
    return level and same_unit(one, here) and not _is_aside(one)


def _is_aside(one: Mention) -> bool:
    told = AGAINST.fullmatch(one.lead) if one.lead.startswith(("，为", "，占", "（")) else None
    base = one.claim.status == "prior" and BASE.match(one.lead)
    return bool(told or base or DELTA.fullmatch(one.lead))


def _words(mentions: Sequence[Mention], at: int) -> str:
    """Return the words before a figure, or before the one that it adds a second unit to."""
    lead = mentions[at].lead
    return mentions[at - 1].lead if at and lead.strip() in BESIDE else lead


def case_by_case(spot: Spot) -> Iterator[Rivals]:
    """Read "改造17个，…，完工12个、在建5个": what became of a whole told before."""
    if spot.here is spot.mentions[-1] or spot.here.lead.startswith("、"):
        return
    if OUTCOME.search(spot.here.clause) is None:
        return
    wholes = [one for one in spot.earlier if may_divide(one, spot.here)]
    parts = chain_from(spot.mentions, spot.at) if wholes else None
    if parts is not None and len(parts.parts) > 1:
        yield from ((listing_of(parts, one),) for one in wholes)
