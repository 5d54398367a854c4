"""Tellings: figures as they tell a measure, each with its bare name, whose it is and of what.

Two figures of one name may well differ: they are of two villages, of what came in and what was
closed, of a kind and of all. So everything that sets one apart is read before they are compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reportparse.claims import Claim
from reportparse.phrases import VERBS
from reportparse.relations.cues import any_of
from reportparse.relations.mentions import Mention, Sentence
from reportparse.trimming import TIME

#: "共", "累计", "全年", "总": the figure is all there is of the measure.
ALL_OF_IT: Final = re.compile(
    r"(?<![公中])共(?![同享建治青产和性识创])|累计|合计|总计|全年|总数|总量|总额"
)
#: "上述132件", "这264个": the figure is one that the reader knows.
KNOWN: Final = re.compile(r"(?:上述|前述|这|该|此)$")
#: "受理的2461件群众诉求中": so is one that others are counted in.
AMONG: Final = re.compile(r"(?!其)[一-龥]{2,14}?[中里]，")
#: "二、存在的问题", "回顾一年": what is told there was told before.
PROBLEMS: Final = re.compile("问题|不足|困难|短板|差距")
RECALLED: Final = re.compile(
    "问题|不足|困难|短板|差距|清醒|也要?看到|回顾|回首|综上|总[体的]来?看|总体而言|表明|从[^，。；]{1,8}看，"
)
#: "6.8万标箱，腹地辐射不强", "质量不高，162万亩": a figure beside what is found wanting.
LACK: Final = (
    "不[强高够足优大多全齐深广]|偏[低小弱少高长]|仍然?[^，。；]|有待|薄弱|单一|滞后|有限|压力|差距|落差"
    "|突出|没有|仅有|不到|瑕疵|困难|反弹|缺口"
)
WANTING: Final = re.compile(f"[^。；]{{0,24}}(?:{LACK})")
LACKING: Final = re.compile(f"(?:{LACK})[^。；]{{0,12}}$")
#: "虽调解…", "仅…": the writer judges a figure that was told before; "全县" says of all.
JUDGED: Final = re.compile(any_of("judged"))
OF_ALL: Final = re.compile(r"[全我本]([省市县区州镇乡旗村院局校]|街道|社区)")
#: What may lead a name without being any of it: 虽, 全年, 各类, 全县.
LEADING: Final = re.compile(
    r"(?:[0-9][.、．]|(?:虽然?|尽管)有?|已|也|仅|只|共计?|累计|合计|总计|全年|当年|年末|本?年度|上述|前述|这些?|该|此"
    r"|[全我本](?:[省市县区州镇乡旗院局国校]|街道|社会)|各[类项级种])+的?(?=..)"
)
#: An adverb behind which a verb stands: 虽调解矛盾纠纷.
ADVERB: Final = re.compile("虽|尽管|已|也|仅|只|共")
#: A step of the work before a long name: 新建村级养老驿站.
STEP: Final = re.compile(any_of("step", "received") + "(?=....)")
#: What may trail it: 粮食总产虽, 矛盾纠纷总数, 粮食总产量.
TRAILING: Final = re.compile(
    r"(?:(?<=...)总额|(?<=..)(?:总数|总量|数量|件数|户数|人次|量|数))?[虽也已仅只还共刚]{0,2}$"
)
#: Words of a clause that set a figure apart from no other.
NEUTRAL: Final = re.compile(
    r"(?:[全我本各](?:省|市|县|区|州|镇|乡|旗|街道|办|局|村|院|校|社会|系统|社区|国|辖区))+|街道|[镇乡县区市](?=虽|共|仅)"
    r"|回顾|我们|清醒|地看到?|看到|认识到?|新(?=建|增|改|$)|其中|总数中|工作|一年来?|以来|期间|总共|一共|共计?|累计|合计|总计|各[类项级种]|虽然?|尽管|尽|但|也|已|还|仅|只|有"
    r"|达到?|完成|实现|为|是|的|了|约|近|超过?|突破|不[足到满]|先后|积极|依法|及时|认真|深入|持续|扎实|有效|成功|高效"
    r"|(?:增加|增长|提高|提升|上升)[到至]?|[到至]|基本|大力|全面|广泛|上述|前述|这些?|该|此|[，、,。\s“”\"：:]|第?[一二三四五六七八九十]{1,2}[是、]"
    r"|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．]"
)
#: What heads an entry of a list, whose measure then is another: "东河镇：调解…".
HEADED: Final = re.compile(
    r"^(?![^：:]{0,8}(?:问题|不足|困难|差距|如下|情况|方面|注|说明))[^，。：:；]{1,8}[：:]"
)
#: A title that names whose figures stand below it: 东河镇, 派出所.
OWNER: Final = re.compile(r"^[一-龥]{1,8}(?:[镇乡村县区市局所院站]|街道|社区|中心|公司|大队)$")
#: A figure of so many digits is not met by chance.
LONG: Final = 3
#: What a slip of the place leaves out of a numeral: 38.64亿 and 3864万 are 3864.
NAUGHTS: Final = re.compile("[.0万亿]")
#: "人均收入", "低保标准": how much of each is the measure itself.
OF_EACH: Final = re.compile("均|标准")
#: "上半年", "三季度", "1—9月".
PART_OF_YEAR: Final = re.compile("半年|季度|月")
#: A verb of fewer characters: 查出的3217条隐患.
SHORT: Final = 4
#: So many characters behind a figure may name what is counted: 316座食用菌大棚.
BEHIND: Final = 12
UNDATED: Final = ("", "")
#: Kinds whose figures are levels of a measure; days and rates among them.
TOLD: Final = frozenset({
    "count", "money", "length", "area", "volume", "mass", "energy", "power", "duration", "percent",
    "permille", "concentration",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure with all in which another telling of it would be the same."""

    mention: Mention
    #: What is measured, freed of 全年, 各类 and 总数.
    name: str
    #: What was done with it: 调解.
    deed: str
    #: What else its clause says: 青石村, 第一轮, 网络; "" where nothing sets it apart.
    whose: str
    #: Of which whole it is: 县 for 全县; "" where the text does not say.
    level: str
    #: Whether it is said to be all there is.
    whole: bool
    #: Whether it is one that the reader knows: 上述132件.
    known: bool
    #: Whether the words around it say that it was told before, or is a heading's: 虽, 仅, 全县.
    judged: bool
    #: Whether it stands among problems, where the year is looked back on, or is found wanting.
    recalled: bool

    @property
    def claim(self) -> Claim:
        """The claim that is told."""
        return self.mention.claim

    @property
    def said(self) -> str:
        """What its clause says but that all of it is counted: 立案."""
        return _neutral(self.mention.clause)

    @property
    def around(self) -> str:
        """The words of its clause and those right behind it."""
        return f"{self.mention.clause} {self.mention.tail[:BEHIND]}"

    @property
    def words(self) -> str:
        """The figure as printed."""
        return self.claim.quantity.text

    @property
    def cued(self) -> bool:
        """Whether anything says that this is no figure among others."""
        return self.whole or self.known or self.judged

    @property
    def dates(self) -> tuple[str, str]:
        """First and last day, or the words of a part of a year that nobody dates."""
        return days_of(self.claim)


def tellings(text: Iterable[Sentence]) -> Iterator[Telling]:
    """Yield the figures that are told twice or nearly so, in the order of the text."""
    levels = [
        (sentence, mention, keys_of(mention))
        for sentence in text
        for mention in sentence.mentions
        if _is_level(mention.claim)
    ]
    met = Counter(key for _, _, keys in levels for key in keys)
    for sentence, mention, keys in levels:
        if any(met[key] > 1 for key in keys):
            head = HEADED.match(sentence.text)
            yield _telling(sentence, mention, head.group() if head else "")


def keys_of(mention: Mention) -> tuple[tuple[str, ...], ...]:
    """Return by what tellings of one figure may be met: its name, or its digits in any order."""
    claim = mention.claim
    name = (named(claim.measure, claim.action)[0], claim.quantity.unit)
    if len(claim.quantity.num_text) < LONG:
        return (name,)
    digits = NAUGHTS.sub("", claim.quantity.num_text)
    return (name, ("".join(sorted(digits)), claim.quantity.unit)) if len(digits) > 1 else (name,)


def days_of(claim: Claim) -> tuple[str, str]:
    """Return first and last day of a figure, or the words of a part of a year nobody dates."""
    period = claim.period
    if period is None:
        return UNDATED
    if period.start is None and period.end is None:
        return (period.text if PART_OF_YEAR.search(period.text) else "", "")
    return (str(period.start), str(period.end))


def bare(measure: str) -> str:
    """Return a name without what says that all of it is counted.

    >>> bare("全年各类矛盾纠纷总数"), bare("粮食总产虽")
    ('矛盾纠纷', '粮食总产')
    """
    lead = LEADING.match(measure)
    return TRAILING.sub("", measure[lead.end() :] if lead else measure)


@lru_cache(maxsize=4096)
def named(measure: str, deed: str) -> tuple[str, str]:
    """Return name and deed; 虽调解矛盾纠纷 hides a verb, 职业技能培训 is a name with one.

    >>> named("虽调解矛盾纠纷", ""), named("职业技能培训", "培训")
    (('矛盾纠纷', '调解'), ('职业技能培训', ''))
    """
    name = bare(measure)
    if deed and deed in name:
        return name.removeprefix(f"{deed}的"), deed if name.startswith(f"{deed}的") else ""
    if deed:
        return name, deed
    verb = VERBS.front(name) if ADVERB.match(measure) else ""
    step = STEP.match(name)
    verb = verb or (step.group() if step else "")
    return name[len(verb) :], verb


def _is_level(claim: Claim) -> bool:
    """Tell a figure that says how much there is, and not how much of each."""
    of_all = claim.scope != "each" or OF_EACH.search(claim.measure) is not None
    return of_all and not claim.change and claim.quantity.kind in TOLD and claim.action != "占"


def _telling(sentence: Sentence, mention: Mention, head: str) -> Telling:
    """Read what sets a figure apart from the words of its clause."""
    claim, clause = mention.claim, mention.clause
    name, deed, whose = _owned(claim, clause, head)
    level = OF_ALL.search(clause) or OF_ALL.match(claim.actor)
    recalled = _is_recalled(sentence, mention)
    return Telling(
        mention,
        name,
        deed,
        whose,
        level[1] if level else "",
        ALL_OF_IT.search(clause) is not None,
        KNOWN.search(clause) is not None or AMONG.match(mention.tail) is not None,
        recalled or level is not None or _is_judged(mention),
        recalled or _is_wanting(mention),
    )


def _owned(claim: Claim, clause: str, head: str) -> tuple[str, str, str]:
    """Return name, deed and owner; in 收到的132件申请 the deed stands where an owner might."""
    name, deed = named(claim.measure, claim.action)
    whose = owner_in(claim, head + clause, (name, deed))
    if not deed and (whose in VERBS or (clause.endswith("的") and len(whose) < SHORT)):
        return name, whose, ""
    return name, deed, whose


def _is_recalled(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether problems are told, or the year is looked back on."""
    claim = mention.claim
    title = claim.section.title if claim.section else ""
    before = sentence.text[: claim.quantity.at - sentence.start]
    return (PROBLEMS.search(title) or RECALLED.search(before)) is not None


def _is_wanting(mention: Mention) -> bool:
    """Tell whether something beside a figure is found wanting."""
    return (WANTING.match(mention.tail) or LACKING.search(mention.lead)) is not None


def _is_judged(mention: Mention) -> bool:
    """Tell whether a figure stands in a heading, or behind 虽, 仅 and the like."""
    section, quantity = mention.claim.section, mention.claim.quantity
    if section is not None and section.title_span.end > quantity.span.start:
        return True
    return JUDGED.search(mention.clause + quantity.text) is not None


def owner_in(claim: Claim, words: str, named: tuple[str, str]) -> str:
    """Return what the words before a figure say besides what is measured."""
    owner = claim.actor if OF_ALL.match(claim.actor) else ""
    for known in (claim.measure, *named, claim.action, owner):
        words = words.replace(known, "", 1) if known else words
    rest = _neutral(words)
    title = claim.section.title if claim.section else ""
    return rest if len(rest) > 1 else title if OWNER.match(title) else ""


def _neutral(words: str) -> str:
    """Leave out of a clause what sets no figure apart."""
    return NEUTRAL.sub("", TIME.sub("", words))
