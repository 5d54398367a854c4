"""The words of a rate, and whether they leave no doubt what it is of, so that a misfit counts.

A rate is called after its part (矛盾纠纷化解率 after 化解), a share after its whole (占总人口的).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from reportparse.relations.cues import any_of
from reportparse.relations.kernel import HUNDRED, exceeds, judge, quotient, times
from reportparse.relations.listed import WHOLE, is_called, is_complement, is_slip_above
from reportparse.relations.mentions import Mention, Sentence, between, clauses_apart
from reportparse.relations.plans import COMPLETION, PLANNED, REACHES
from reportparse.relations.rated import Rated
from reportparse.relations.slips import EDITS, Edit, slips_of

#: "占总人口的51.4%", "占到30%", "占比54.5%", "占支出比重为30%", "所占份额升至26%", "，进度80%".
SHARE: Final = re.compile(
    rf"(?:占(?:[到了]|据了?)?(?P<of>[^占]{{0,24}}?)的?(?:比例?|比重|份额)?|^(?:比例|比重|比率|份额|进度)){REACHES}$"
)
#: "办结率为96%", "酸雨频率7%", "盈利面80%", "支出进度81%", "优良天数比例80%".
RATE: Final = re.compile(
    rf"(?P<name>[一-鿿]{{1,12}}?)(?:频?率|(?<=[利损长降成益升标])面|(?<=存贷)比|进度|比例){REACHES}$"
)
#: Nothing but the outcome in the clause, so that it can speak of the figure before only:
#: "，已全部整改" and "；现已调处成功", not "，整改隐患".
BARE_OUTCOME: Final = re.compile(
    rf"[，、,；;（( ]*(?:其中)?[已现并均共中全部当场依法及时按期]{{0,6}}{any_of('outcome')}"
    r"(?:了|的|完毕)?[共有为达]?"
)
#: "30家企业中，", "12个村里，", "11个项目中新开工的有": what follows is of these.
IN_WHICH: Final = re.compile(
    "[^，。；]{0,12}(?:中(?![小心学共央等型级专药医])|[里内])(?:[，,]|[^，。；、]{1,16}$)"
)
#: "；二是": the next item of a list of matters.
ITEM: Final = re.compile("[二三四五六七八九十]是")
#: "应到", "应收": what was due, beside 实到, 实收.
DUE: Final = re.compile("应(?P<verb>[一-鿿])")
#: Rates by definition: what the name says, the part and the whole that it is of.
DEFINED: Final = (
    # "常住人口50万人，城镇人口31万人，城镇化率62%"
    (
        re.compile("城[镇市]化$"),
        re.compile("城[镇市]"),
        re.compile("(?<!城镇)(?<!城市)(?:总|常住|户籍)人口"),
    ),
    # "资产总额20亿元，负债总额12亿元，资产负债率60%"
    (re.compile("资产负债$"), re.compile("负债"), re.compile("资产")),
    # "营业收入40亿元，利润总额2亿元，营业收入利润率5%"
    (re.compile("收入利润$"), re.compile("利润"), re.compile("收入")),
    # "存款余额268亿元，贷款余额163亿元，存贷比61%"
    (re.compile("存贷$"), re.compile("贷款"), re.compile("存款")),
    # "安排资金800万元，支出720万元，执行率90%"
    (
        re.compile("^(?:预算|资金)?执行$"),
        re.compile("支出|执行"),
        re.compile("预算|资金|安排|下达"),
    ),
)
#: Outcomes that a rate calls by another word: 结案率 of 审结 and 执结.
SYNONYMS: Final = {
    "结案": re.compile("[审执办]结|审执结"),
    "办结": re.compile("结案|审结"),
    "办复": re.compile("答复|回复"),
    "回复": re.compile("答复|办复"),
    "答复": re.compile("办复|回复"),
    "化解": re.compile("调解成功|调处成功|成功调[解处]"),
    "调解": re.compile("调处"),
    "拨付": re.compile("支付|支出"),
    "完工": re.compile("竣工|建成"),
    "竣工": re.compile("完工|建成"),
    "升学": re.compile("升入|考入|录取"),
    "入学": re.compile("招收|入读|就读"),
    "就业": re.compile("上岗|落实去向"),
    "不捕": re.compile("不予?批捕|不予?批准逮捕|不予?逮捕"),
    "不诉": re.compile("不予?起诉"),
}
#: A rate of fewer digits fits too much by chance.
DIGITS: Final = 3
#: No rounding of the other two moves a figure further than this.
CLOSE: Final = Decimal("0.1")
#: Whom a population counts.
POPULATIONS: Final = ("户籍", "常住")
#: Words of one clause.
CLAUSE: Final = re.compile("[^，。；,;]*")
#: "占总人口比重（常住人口城镇化率）为".
REMARK: Final = re.compile("（[^（）]{0,30}）")
#: A rate asked of people has its own base.
SURVEY: Final = re.compile(any_of("survey"))
#: A rate with a base of its own: "城镇登记失业率".
STATISTICAL: Final = re.compile(any_of("statistical"))
#: A rate of less than all that was done: "按期整改率", "一次合格率".
LIMITED: Final = re.compile(any_of("limited"))
#: What was given to be done, though its words name the outcome: "应办结", "需整改".
OUTCOME_GIVEN: Final = re.compile("[应需待]")
#: What makes an outcome its contrary: "未办结", "不合格".
DENIED: Final = frozenset("未不没")
#: Words before 占 that name nothing: "其中", "约", "已".
UNNAMED: Final = re.compile(r"其中|[，、,；（(）)约已仅共均 ]|分别|比重|比例")
#: Words of a whole that say no more than that it is one: "全部", "全县".
ALL: Final = re.compile(r"总|全部|全[市县区镇乡省街村]?")


def cue_of(rate: Mention) -> re.Match[str] | None:
    """Return the words that make a figure a rate of figures around it, a remark left out."""
    words = REMARK.sub("", rate.clause) if "）" in rate.clause else rate.clause
    found = (pattern.search(words) for pattern in (SHARE, RATE, COMPLETION))
    return next((cue for cue in found if cue is not None), None)


def goes_on(cue: re.Match[str], pair: tuple[Mention, Mention], before: Sequence[Rated]) -> bool:
    """Tell whether a share follows one of the same whole: "594人，占40.0%，女性416人，占35.0%"."""
    part, whole = pair
    last = before[-1] if before else None
    # In 专业课教师中占57.3% the share is of others.
    bare = cue.re is SHARE and not cue["of"] and not UNNAMED.sub("", cue.string[: cue.start()])
    told = bare and last is not None and last.verdict != "fails"
    goes = told and last and last.whole is whole and last.part is not part
    return bool(goes) and _may_be_one_more(part, whole)


def _may_be_one_more(part: Mention, whole: Mention) -> bool:
    """Tell one more part of a whole: no more than it, and not behind ；二是 of another matter."""
    return not exceeds(part.stated, whole.stated) and ITEM.search(part.lead) is None


def names(
    cue: re.Match[str], pair: tuple[Mention, Mention], rate: Mention, *, listed: bool = False
) -> bool:
    """Tell whether the words of a rate name both its figures.

    Behind a ； another matter may begin, but not where the parts of the whole were all `listed`.
    """
    part, whole = pair
    if any(one.stated.hedged for one in pair):
        return False
    if cue.re is RATE:
        return _is_called_rate(cue["name"], (*pair, rate), listed=listed)
    above = exceeds(part.stated, whole.stated) and "其中" not in part.lead
    above = above and not is_slip_above(rate, pair)
    return not above and not PLANNED.search(cue.group()) and _is_share_of(cue, (*pair, rate))


def _is_called_rate(name: str, figures: tuple[Mention, Mention, Mention], *, listed: bool) -> bool:
    """Tell whether a rate is called after its part, in a clause that goes on about its whole.

    Behind a ； a bare outcome (调解成功57件) may be of other cases, so there a slip must explain
    the misfit.
    """
    part, whole, _ = figures
    near = listed or "；" not in part.lead or is_defined(name, part, whole)
    told = near or (BARE_OUTCOME.fullmatch(part.lead) and is_slipped(figures))
    return bool(told) and _is_rate_of(name, part, whole)


def is_framed(cue: re.Match[str], pair: tuple[Mention, Mention], rate: Mention) -> bool:
    """Tell whether the words set a part in its whole: 30家企业中，盈利24家; 应到50名，实到48名."""
    part, whole = pair
    if any(one.stated.hedged for one in (*pair, rate)) or exceeds(part.stated, whole.stated):
        return False
    name = cue.groupdict().get("name") or ""
    if SURVEY.search(name) or LIMITED.search(name) or cue.groupdict().get("of"):
        return False
    return (bool(name) and _is_due(part, whole)) or _is_within(cue.group(), name, part, whole)


def _is_due(part: Mention, whole: Mention) -> bool:
    """Tell whether a whole is what was due and a part what came: 应收60万元，实收57万元."""
    due = DUE.search(whole.clause)
    return due is not None and re.search(f"实际?{due['verb']}", part.clause) is not None


def _is_within(cue: str, name: str, part: Mention, whole: Mention) -> bool:
    """Tell whether a part is told in a whole, and the rate called after it or not at all."""
    if IN_WHICH.match(whole.tail) is None:
        return False
    words = told_of(part)
    if not name or name[:2] in words or tells(words, name[-2:]):
        return True
    # 优良比例 of 达标 and the like: a part of a whole told in it has no other proportion.
    return "比例" in cue


def is_swapped(cue: re.Match[str], pair: tuple[Mention, Mention], rate: Mention) -> bool:
    """Tell whether two digits changed over in one figure leave a rate that fits to the digit."""
    if cue.re is not RATE or len(rate.stated.value.as_tuple().digits) < DIGITS:
        return False
    if any(kind.search(cue["name"]) for kind in (SURVEY, LIMITED, STATISTICAL)):
        return False
    figures = (*pair, rate)
    if any(one.stated.hedged for one in figures):
        return False
    return _is_slip(figures, ("swap",))


def is_far_below(pair: tuple[Mention, Mention], rate: Mention) -> bool:
    """Tell whether a rate is of another whole: of 放射源214枚 收贮9枚 are no 收贮率100%.

    Where a part is less than half of what the rate asks for, one slip must account for it.
    """
    part, whole = pair
    far = part.stated.value * 2 * HUNDRED < rate.stated.value * whole.stated.value
    return far and not is_slipped((*pair, rate))


def is_slipped(figures: tuple[Mention, Mention, Mention]) -> bool:
    """Tell whether one slip of any kind in part, whole or rate would account for a misfit."""
    return _is_slip(figures, EDITS)


def _is_slip(figures: tuple[Mention, ...], edits: tuple[Edit, ...]) -> bool:
    """Tell whether one slip in part, whole or rate would account for a misfit."""
    told = [one.stated.value for one in figures]
    if not all(told):
        return False
    part, whole, rate = told
    # What each would have to be; only values near it are judged.
    meant = (rate * whole / HUNDRED, part * HUNDRED / rate, part * HUNDRED / whole)
    return any(
        _fit(figures, place, value)
        for place, one in enumerate(figures)
        for _, value in slips_of(one.stated.value, one.claim.quantity.precision, edits)
        if abs(value - meant[place]) <= max(CLOSE * meant[place], one.claim.quantity.precision)
    )


def _fit(figures: Sequence[Mention], place: int, value: Decimal) -> bool:
    """Tell whether part, whole and rate agree with another value in the place of one."""
    told = [one.stated for one in figures]
    told[place] = replace(told[place], value=value)
    part, whole, rate = told
    return judge(rate, (part, whole), times(quotient, HUNDRED)) == "holds"


def is_next(sentence: Sentence, pair: tuple[Mention, Mention], rate: Mention) -> bool:
    """Tell whether whole, part and rate follow each other with no figure between."""
    part, whole = pair
    near = (whole, part, rate) in zip(
        sentence.mentions, sentence.mentions[1:], sentence.mentions[2:], strict=False
    )
    return near and clauses_apart(between(sentence, part, rate)) <= 1


def _is_share_of(cue: re.Match[str], figures: tuple[Mention, Mention, Mention]) -> bool:
    """Tell whether a share is called after its whole, or has no other than the one before."""
    if cue.re is COMPLETION:
        return False
    part, whole, _ = figures
    of = ALL.sub("", cue["of"] or "")
    if len(of) < 2:
        told = "其中" in part.lead or (_is_kind_of(part, whole) and is_slipped(figures))
        return not of and told
    return is_called(whole, of) and not UNNAMED.sub("", part.clause).startswith(of)


def _is_kind_of(part: Mention, whole: Mention) -> bool:
    """Tell whether a figure counts some of what another counts all of: 教师3万人，女教师2万人."""
    kind, named = whole.claim.measure, part.claim.measure
    total = WHOLE.search(whole.clause) is not None
    same = len(kind) > 1 and kind[-2:] == named[-2:] and len(named) > 2
    return "；" not in part.lead and (total or same)


def _is_rate_of(name: str, part: Mention, whole: Mention) -> bool:
    """Tell whether a rate is called after its part: 矛盾纠纷化解率 after 化解, and of 矛盾纠纷."""
    if is_defined(name, part, whole):
        return True
    own = LIMITED.search(name + part.clause) or SURVEY.search(name) or STATISTICAL.search(name)
    if own or is_complement(name, whole) or _is_outcome(whole, name[-2:]):
        return False
    words, ahead = told_of(part), name[:-2]
    told = words + whole.clause + whole.claim.measure + whole.tail
    # 人民调解成功率 of what was 调处: the same by another word.
    known = ahead in told or (len(ahead) > 2 and _is_told(told, ahead[-2:]))
    return _is_told(words, name[-2:]) and known


def _is_told(words: str, stem: str) -> bool:
    """Tell whether words tell an outcome, by its name or by one that means it."""
    other = SYNONYMS.get(stem)
    return tells(words, stem) or (other is not None and other.search(words) is not None)


def is_defined(name: str, part: Mention, whole: Mention) -> bool:
    """Tell whether a rate is of these two by definition: 城镇化率 of 城镇人口 and 常住人口."""
    # 户籍人口城镇化率 and 常住人口城镇化率 are two.
    told = (word for word in POPULATIONS if word in name + part.clause)
    return all(word in whole.clause for word in told) and any(
        called.search(name) and of.search(part.clause) and to.search(whole.clause)
        for called, of, to in DEFINED
    )


def is_certain(cue: re.Match[str], pair: tuple[Mention, Mention], rate: Mention) -> bool:
    """Tell whether a rate can be of no others: 常住人口城镇化率, a slip away from theirs."""
    if cue.re is not RATE or not any(word in cue["name"] for word in POPULATIONS):
        return False
    return is_defined(cue["name"], *pair) and is_slipped((*pair, rate))


def told_of(part: Mention) -> str:
    """Return the words of a figure's own clause, before and behind it: |17名|通过."""
    behind = CLAUSE.match(part.tail)
    ends = behind is not None and behind.end() < len(part.tail)
    return part.clause + (behind.group() if behind and ends else "")


def tells(words: str, outcome: str) -> bool:
    """Tell whether an outcome is told and not denied: 未办结 is no 办结."""
    at = words.rfind(outcome)
    return at >= 0 and words[at - 1 : at] not in DENIED


def _is_outcome(mention: Mention, word: str) -> bool:
    """Tell whether a figure is of the outcome itself: 整改118条 is no base of 整改率."""
    return word in mention.clause and not OUTCOME_GIVEN.search(mention.clause)
