"""Nouns that a clause leaves out: carried over from the figure, clause or sentence before."""

from __future__ import annotations

import re
from typing import Final

from reportparse.becoming import modifier
from reportparse.clauses import BREAK
from reportparse.lexicon import load_table
from reportparse.phrases import PREDICATE, VERBS, read_before
from reportparse.spot import VIEW, Counted, Spot, kin
from reportparse.trimming import tidy

#: Nouns for figures with a verb and a unit only: 惠及300人 counts 惠及人数.
UNIT_NOUNS: Final = {
    unit: example[example.index("«") + 1 : example.index("»")]
    for unit, example in load_table("phrases.toml", "numbered").items()
}
#: How the verb of the figure before went: 调解案件98件，成功97件.
SUCCESS: Final = "成功"
#: What sums figures up that different verbs governed: 废止4件，合计15件.
SUMS: Final = frozenset(("合计", "共计", "总计", "一共"))
#: What each of a group has of the thing counted before: 户均4.8万元, 每个村不少于2名.
SHARES: Final = frozenset(("人均", "户均", "年均", "平均", "件均", "亩均", "场均"))
#: Nouns for a change of the thing before, which is what is measured: 增幅24%.
CHANGES: Final = frozenset(("增幅", "降幅", "涨幅", "增速", "幅度", "总数", "合计", "两者"))
#: Nouns for how many there are of the thing before: 新增主体8万户，总量达106万户.
TOTALS: Final = frozenset(("总数", "总量", "总户数", "总规模", "起数", "件数", "户数", "家数"))
TOTAL: Final = re.compile("总(?:数|量|户数|规模)")
#: What was added lately is no total: 「新登记」企业3200户，总数达到1.2万户.
FRESH: Final = re.compile("^(?:新(?:登记|增|培育|认定|注册|设立?|入库|签约|开工))")
#: A level of government in a name: 省级, 全国.
LEVEL: Final = re.compile(r"(?:国家|全国|部|省|市|县|区|乡|镇|村)级|全国")
#: What the parts of a whole divide between them: 专兼职网格员, 专职网格员.
BOTH: Final = re.compile(r"^(?:专、?兼职|专职兼职|男女|城乡|新改扩?建)")
#: Verbs whose subject is what is counted: 粮食总产实现“连丰”，达到9万吨.
REACHING: Final = frozenset(("实现", "取得", "获得", "完成"))
#: A subject with what is said of it: 工业经济稳步回升.
SAID: Final = re.compile(
    r"稳步|持续|不断|明显|显著|进一步|大幅|全面|有效|扎实|更加|加快|基本|始终|逐步|流动性|异军突起|蓬勃|稳健|平稳|较快|迅猛|总体"
)
#: A word that a colon sets out and that is too short to be a clause: 「棉花：」达到300担.
TOPIC: Final = re.compile(r"(?:^|[，；。\n\s、])([一-龥]{2})[：:]$")
#: An item mark before a clause, and clauses that name no thing: 经逐件甄别, 按层级分.
MARK: Final = re.compile(r"[一二三四五六七八九十]{1,3}[是要]")
MANNER: Final = re.compile(
    "经(?![营济费])|按(?!揭)|从(?!业)|以(?!工)|通过|由|因|根据|对照|依托|围绕"
)


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


def is_of_the_one_before(spot: Spot) -> bool:
    """Tell whether a noun says only how much of what was told before: 增幅24%, 总量106万户."""
    noun = spot.before.noun
    if noun in TOTALS:
        return bool(spot.last or spot.heads or spot.setting.earlier)
    return noun in CHANGES and spot.last is not None


def of_the_figure_before(spot: Spot) -> str:
    """地区生产总值20亿元、增长5%; 调处纠纷198件，调处成功188件: the noun of the figure before."""
    if spot.last is None:
        return ""
    told = modifier(spot)
    if TOTAL.match(spot.setting.before):
        return FRESH.sub("", spot.last.measure if spot.relative else spot.last.head)
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
    if spot.relative and spot.before.noun in TOTALS:
        return next(reversed(spot.heads.values()), "")
    cut = VIEW.search(spot.setting.earlier) is not None
    said = cut or spot.before.verb or spot.before.noun in TOTALS or modifier(spot)
    return spot.heads.get(spot.unit, "") if said else ""


def clause_noun(clause: str) -> str:
    """Return what a clause without a figure is about.

    >>> clause_noun("工业经济稳步回升"), clause_noun("扎实办理行政复议案件")
    ('工业经济', '行政复议案件')
    """
    if MANNER.match(clause) or VIEW.search(clause + "，"):
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
        return Counted(joined(told, noun), noun, before.verb or _act(spot, told), unit)
    done = _done(spot)
    if not done:
        return _as_before(spot, noun)
    if noun in ("", done) or _of_other_things(spot, noun):
        return Counted(done + UNIT_NOUNS.get(unit, ""), "", done, unit)
    return Counted(joined(f"{done}的", noun), noun, done, unit)


def _act(spot: Spot, told: str) -> str:
    """Return what was done: the words of the part if they are a verb, else as for the whole."""
    words = told.removesuffix("的")
    if VERBS.back(words):
        return words
    return spot.last.verb if spot.last else ""


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
