"""Nouns that a clause leaves out: carried over from the figure, clause or sentence before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reportparse.clauses import BREAK, RELATIVE, Setting
from reportparse.lexicon import load_table, load_words
from reportparse.phrases import BODY, OUTCOMES, PREDICATE, VERBS, After, Before, read_before
from reportparse.trimming import tidy

#: Nouns for figures with a verb and a unit only: 惠及300人 counts 惠及人数.
UNIT_NOUNS: Final = {
    unit: example[example.index("«") + 1 : example.index("»")]
    for unit, example in load_table("phrases.toml", "numbered").items()
}
#: Units that count the same things as another: 12起 of 40件.
KIN: Final = {"起": "件", "宗": "件", "例": "件", "桩": "件", "名": "人", "位": "人"}
#: Words that tell which of the things counted before.
MODIFIERS: Final = load_words("phrases.toml", "modifier")
#: The longest words that end in an outcome and are no noun of their own.
LONGEST: Final = 8
#: What money or goods are meant for or come from: 用于产业发展1.2亿元.
DESTINED: Final = ("用于", "主要用于", "来自", "结转")
#: How the verb of the figure before went: 调解案件98件，成功97件.
SUCCESS: Final = "成功"
#: What sums figures up that different verbs governed: 废止4件，合计15件.
SUMS: Final = frozenset(("合计", "共计", "总计", "一共"))
#: What each of a group has of the thing counted before: 户均4.8万元, 每个村不少于2名.
SHARES: Final = frozenset(("人均", "户均", "年均", "平均", "件均", "亩均", "场均"))
EVERY: Final = re.compile(r"(?:平均)?每(?:[个一])?(?:[一-龥]{1,3}[村镇区组所站点校]|[一-龥])")
#: Nouns for a change of the thing before, which is what is measured: 增幅24%.
CHANGES: Final = frozenset(("增幅", "降幅", "涨幅", "增速", "幅度", "总数", "合计", "两者"))
#: A level of government in a name: 省级, 全国.
LEVEL: Final = re.compile(r"(?:国家|全国|部|省|市|县|区|乡|镇|村)级|全国")
#: What the parts of a whole divide between them: 专兼职网格员, 专职网格员.
BOTH: Final = re.compile(r"^(?:专、?兼职|专职兼职|男女|城乡|新改扩?建)")
#: Verbs whose subject is what is counted: 粮食总产实现“连丰”，达到9万吨.
REACHING: Final = frozenset(("实现", "取得", "获得", "完成"))
#: A subject with what is said of it: 工业经济稳步回升.
SAID: Final = re.compile(
    r"稳步|持续|不断|明显|显著|进一步|大幅|全面|有效|扎实|更加|加快|基本|始终|逐步|流动性"
)
#: A word that a colon sets out and that is too short to be a clause: 「棉花：」达到300担.
TOPIC: Final = re.compile(r"(?:^|[，；。\n\s、])([一-龥]{2})[：:]$")
#: Units in which no body is counted.
THINGS: Final = frozenset(("件", "条", "份", "次", "场", "场次", "人次", "篇", "批次"))
#: The longest words for what became of a part: 撤销、变更或确认违法.
LONGEST_OUTCOME: Final = 12
#: A share told of what is described: 能自理的占六成.
REMAINING: Final = re.compile(r"的(?:约|仅|只|就)?占了?$")
#: An item mark before a clause, and clauses that name no thing: 经逐件甄别, 按层级分.
MARK: Final = re.compile(r"[一二三四五六七八九十]{1,3}[是要]")
MANNER: Final = ("经", "按", "从", "以", "通过", "由", "因", "根据", "对照", "依托", "围绕")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts."""

    #: "调处成功的民间纠纷"
    measure: str
    #: The noun that a later clause without one takes over: "民间纠纷"; "" if it gives none.
    head: str
    #: The verb that governs the count: "调处成功".
    verb: str
    unit: str
    #: Whether the noun stands behind the figure, and so is the noun of no other.
    behind: bool = False
    #: Whether a 、 joins it to the figure before, so that a rate behind is told of both.
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure with all that the rules look at."""

    setting: Setting
    before: Before
    after: After
    #: The figure before it in the sentence.
    last: Counted | None
    #: The figure whose parts are being told: behind 其中.
    whole: Counted | None
    #: What was last counted in the paragraph, by unit.
    heads: Mapping[str, str]
    #: The noun that a 分别 gives the figure, else "".
    given: str
    #: The noun behind the next figure where that one only describes: 5家年产值「亿元以上」企业.
    ahead: str = ""

    @property
    def unit(self) -> str:
        """The figure's unit, or the one that it is kin to."""
        return kin(self.setting.quantity.unit)

    @property
    def relative(self) -> bool:
        """Whether the figure is a rate or a change."""
        return self.setting.quantity.kind in RELATIVE


def kin(unit: str) -> str:
    """Return one unit for all that count the same things.

    >>> kin("起"), kin("亩")
    ('件', '亩')
    """
    return KIN.get(unit, unit)


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
    if EVERY.fullmatch(noun) or _owns(spot, noun):
        return noun
    return f"{noun}的" if _describes(spot, noun) else ""


def _remains(spot: Spot) -> bool:
    """Tell whether a share is one of the things counted before: 能自理的占六成."""
    named = spot.last is not None and spot.before.noun != ""
    return named and REMAINING.search(spot.setting.before) is not None


def _outcome(spot: Spot) -> str:
    """Return what became of a part if that takes more than one word: 撤销或者变更."""
    if spot.whole is None:
        return ""
    bare = spot.setting.before.removeprefix("其中").strip("，：、 ")
    long = len(OUTCOMES.back(bare)) < len(bare) <= LONGEST_OUTCOME
    begins = OUTCOMES.front(bare) or VERBS.front(bare)
    return bare if long and begins and OUTCOMES.back(bare) else ""


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


def base(spot: Spot) -> str:
    """Return the noun that a modifier or a bare verb belongs to, "" if none fits the unit."""
    for known in (spot.whole, spot.last):
        if known and known.head and kin(known.unit) == spot.unit:
            return known.head
    if spot.last is not None:
        return spot.heads.get(spot.unit, "")
    return _object_before(spot) or spot.heads.get(spot.unit) or of_the_clause_before(spot)


def _object_before(spot: Spot) -> str:
    """Return the object of the nearest clause before that has one."""
    reads = (read_before(piece) for piece in reversed(_clauses(spot)))
    return next((read.noun for read in reads if read.governed), "")


def of_the_figure_before(spot: Spot) -> str:
    """地区生产总值20亿元、增长5%; 调处纠纷198件，调处成功188件: the noun of the figure before."""
    if spot.last is None:
        return ""
    told = modifier(spot)
    if spot.relative:
        # What 占40% is told of is the figure before, not only its noun.
        return _whole_of(spot, spot.last) if told else spot.last.measure
    if spot.before.verb or told:
        return base(spot)
    if spot.setting.listed:
        return spot.last.measure
    return spot.last.head or base(spot)


def _whole_of(spot: Spot, last: Counted) -> str:
    """Return the noun of which a share is told: 能自理的占六成."""
    return (spot.whole.head if spot.whole else "") or last.head


def of_the_clause_before(spot: Spot) -> str:
    """工业经济稳步回升，增长9%: the subject or object of the clause before."""
    for piece in reversed(_clauses(spot)):
        if noun := clause_noun(piece):
            return noun
    return ""


def of_the_sentence_before(spot: Spot) -> str:
    """调处纠纷198件。成功188件: what the paragraph last counted with the unit."""
    said = spot.before.verb or modifier(spot)
    return spot.heads.get(spot.unit, "") if said else ""


def clause_noun(clause: str) -> str:
    """Return what a clause without a figure is about.

    >>> clause_noun("工业经济稳步回升"), clause_noun("扎实办理行政复议案件")
    ('工业经济', '行政复议案件')
    """
    if clause.startswith(MANNER):
        return ""
    read = read_before(clause.removesuffix("方面"))
    if read.governed:
        return read.subject if read.verb in REACHING and read.subject else read.noun
    found = (SAID.search(clause, 1), PREDICATE.search(clause, 1))
    cuts = [match.start() for match in found if match]
    return tidy(clause[: min(cuts)]) if cuts else read.noun


def inherited(spot: Spot, noun: str) -> Counted:
    """Join a noun taken over with what the clause says of it: 调处成功的民间纠纷."""
    before, unit = spot.before, spot.setting.quantity.unit
    if not spot.relative and before.tail in SHARES:
        return Counted(before.tail + noun, noun, before.verb, unit)
    if told := modifier(spot):
        return Counted(joined(told, noun), noun, before.verb or told.removesuffix("的"), unit)
    done = _done(spot)
    if not done:
        return _as_before(spot, noun)
    if noun in ("", done) or _of_other_things(spot, noun):
        return Counted(done + UNIT_NOUNS.get(unit, ""), "", done, unit)
    return Counted(joined(f"{done}的", noun), noun, done, unit)


def _done(spot: Spot) -> str:
    """Return the verb that says which of the things are counted: 审结, 新增; "" of a rate."""
    if spot.relative or TOPIC.search(spot.setting.earlier):
        return ""
    if SUCCESS in (spot.before.noun, spot.before.tail, spot.setting.before):
        return (spot.last.verb.removesuffix(SUCCESS) if spot.last else "") + SUCCESS
    return spot.before.verb or (spot.before.tail if spot.before.tail in VERBS else "")


def _as_before(spot: Spot, noun: str) -> Counted:
    """Take noun and verb over as they are: 生产总值20亿元、增长5%."""
    last, unit = spot.last, spot.setting.quantity.unit
    head = last.head if last and last.head else noun
    verb = spot.before.verb or (last.verb if last and spot.before.tail not in SUMS else "")
    return Counted(noun or UNIT_NOUNS.get(unit, ""), head, verb, unit)


def _of_other_things(spot: Spot, noun: str) -> bool:
    """Tell whether the figure before counts other things: 纠纷12件，惠及300人."""
    if spot.last is None or kin(spot.last.unit) == spot.unit:
        return False
    whole = spot.whole.head if spot.whole else ""
    return noun not in (spot.heads.get(spot.unit), whole)


def joined(told: str, noun: str) -> str:
    """Put a modifier before a noun; one level takes the place of another.

    >>> joined("审结的", "复议案件"), joined("市级", "省级示范村")
    ('审结的复议案件', '市级示范村')
    >>> joined("专职", "专兼职网格员")
    '专职网格员'
    """
    if LEVEL.fullmatch(told):
        return told + LEVEL.sub("", noun, count=1)
    return told + BOTH.sub("", noun)


def _clauses(spot: Spot) -> list[str]:
    earlier = spot.setting.earlier
    pieces = [MARK.sub("", piece, count=1) for piece in BREAK.split(earlier) if len(piece) > 2]
    topic = TOPIC.search(earlier)
    return [*pieces, topic[1]] if topic else pieces
