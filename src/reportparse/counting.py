"""Whether a numeral counts something, or belongs to a name, a phrase or a stretch of time.

Chinese numerals are the precision problem: 进一步, 第三方, 四个意识 and 三年行动 hold numerals and
no quantity. The word lists are data (`data/counting.toml`).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from reportparse.units import Unit

#: Characters before a Chinese numeral that make it an ordinal or part of a word: 第三, 每一, 统一.
NOT_BEHIND: Final = frozenset("第每同统进唯首任某各初专单独其之逐划归如若另又再更这那哪该本此")
#: 我国三, 一是三 and other letters and digits never begin a count either.
PUNCTUATION: Final = frozenset("，。；：、！？,;:!?)）】」』”’\n—…")
#: 三中全会, 六届三次会议, 三次全体会议, 三次、四次全会
MEETING: Final = re.compile(
    r"[届中]|次(?:[、和及][一二三四五六七八九十]{1,3}次)?(?:全|会议|党代|代表|人代|常委|常务|主席|理事|委员|扩大)"
)
#: Characters that make an ordinal or a phrase of 一: 上一篇, 聚在一起, 只跑一次.
NOT_BEHIND_ONE: Final = "上下前后"
NOT_BEFORE_ONE: Final = {"起": "上下前后在到们和同一", "次": "上下前后跑某"}
TEN: Final = Decimal(10)
#: Units with which 一 is vague: 一批, 一类.
VAGUE: Final = ("批", "类", "种", "套", "轮")
#: A quotation mark that opens shortly before a numeral.
QUOTE_OPEN: Final = re.compile(r"[“\"‘《「『][^”\"’》」』，。；\n]{0,8}$")
#: ... and closes shortly behind it.
QUOTE_CLOSE: Final = re.compile(r"[^“\"‘《「『，。；\n]{0,14}[”\"’》」』]")
#: 三年来, 五年间, 十年行动
SPAN_OF_YEARS: Final = re.compile(
    r"多?(?:来|间|内|前|后|行动|计划|规划|攻坚|期|中|以来|任期|目标|方案|倍增)"
)
#: Behind 以上 or 以下, a class that is counted itself: 45人以下「的班级5090」个.
CLASS_COUNTED: Final = re.compile("的[一-龥]{2,8}?(?:共有|已达|达到|[共有达为])?[0-9]")
#: 平均年龄不超过45岁, 人均寿命近80岁
AGE: Final = re.compile("(?:年龄|寿命)[^，。；]{0,4}$")

#: 举办两期, 编印简报三期: what comes out in instalments; other 三期 is a stage of a project.
ISSUED: Final = re.compile('(?:办|印|发|刊|播|版|训|班|课|堂|报|训练营|讲坛|沙龙)[”"]?了?$')
#: 一主两副, 两区三园: numerals that take turns with single words coin a name.
COINED: Final = re.compile(
    "(?<![一-龥])[一二两三四五六七八九]([轴带核心主翼廊极环圈湾港基园区门])$"
)
#: "nothing" is no quantity at all, "article" a numeral that is set aside (一支队伍, 三项制度).
Verdict = Literal["counts", "article", "nothing"]


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled word lists of the data file."""

    #: Ends at the numeral.
    verb: re.Pattern[str]
    duration: re.Pattern[str]
    #: Begins behind the unit.
    name: re.Pattern[str]
    class_: re.Pattern[str]
    threshold: re.Pattern[str]
    base: re.Pattern[str]


@cache
def words() -> Words:
    """Compile the word lists."""
    tables = tomllib.loads(
        files("reportparse").joinpath("data", "counting.toml").read_text("utf-8")
    )

    def either(table: str) -> str:
        return "|".join(sorted(tables[table], key=len, reverse=True))

    return Words(
        re.compile(f"(?:{either('verbs')})了?$"),
        re.compile(f"(?:{either('durations')})了?$"),
        re.compile(f"[一-龥]{{0,4}}?(?:{either('names')})"),
        re.compile(f"(?:{either('classes')})"),
        re.compile(f"的?(?:{either('thresholds')})"),
        re.compile(f"[（(][^（）()。；]{{0,12}}(?:{either('threshold_bases')})(?:在|为)?$"),
    )


def is_quoted(text: str, at: int, end: int) -> bool:
    """Tell whether the stretch is part of a short quotation, which is a name: “五个中心”."""
    opened = QUOTE_OPEN.search(text[max(0, at - 9) : at])
    if opened is None or not QUOTE_CLOSE.match(text, end):
        return False
    # A straight mark opens when an odd number of them stands before the figure in its line.
    line = text.rfind("\n", 0, at) + 1
    return opened[0][0] != '"' or text.count('"', line, at) % 2 == 1


def is_class(text: str, end: int, unit: Unit) -> bool:
    """Tell whether what follows the unit makes a class of it: 3000吨级, 15分钟生活圈."""
    if unit.kind in ("duration", "length"):
        return bool(words().class_.match(text, end))
    return text.startswith("级", end)


def is_threshold(text: str, end: int) -> bool:
    """Tell whether what follows 以上 makes the figure the bound of a class: 亿元以上项目."""
    return bool(words().threshold.match(text, end) or CLASS_COUNTED.match(text, end))


def opens_threshold(text: str, at: int) -> bool:
    """Tell what a bracket says of a class: 工业（年主营业务收入2000万元及以上，下同）."""
    return bool(words().base.search(text[max(0, at - 24) : at]))


def is_age_group(text: str, at: int) -> bool:
    """Tell 65岁及以上占12.6% and 不满16岁的 from an age that is told: 平均年龄不超过45岁."""
    return not AGE.search(text[max(0, at - 8) : at])


def states_duration(text: str, at: int, end: int, unit: Unit) -> bool:
    """Tell a stated length of time (历时3年) from a date or a period (3年来, 5日)."""
    if unit.text in ("年", "日", "年半", "岁", "季度", "个季度", "代"):
        if SPAN_OF_YEARS.match(text, end) and unit.text != "日":
            return False
        if unit.text in ("岁", "季度", "个季度", "代"):
            return True
        if unit.text == "日" and text.startswith(("内", "以内", "之内"), end):
            return True
        return bool(words().duration.search(text[max(0, at - 4) : at]))
    return not text.startswith(("来", "多来", "行动", "计划"), end)


def states_length(text: str, at: int, hedge: str) -> bool:
    """Tell whether a Chinese numeral before a unit of time states a length: 历时三个月."""
    return hedge in ("at_least", "at_most", "less", "more") or bool(
        words().duration.search(text[max(0, at - 4) : at])
    )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A Chinese numeral with its unit, and what stands around it."""

    text: str
    at: int
    end: int
    unit: Unit
    value: Decimal
    #: The character before, and the one behind; a line end at the edges.
    before: str
    behind: str
    #: Whether a verb before it shows that things are counted.
    verb: bool

    @property
    def is_one(self) -> bool:
        """Whether the numeral is 一, which may be an article."""
        return self.value == 1


def verdict_on(text: str, span: tuple[int, int], unit: Unit, value: Decimal) -> Verdict:
    """Tell whether a Chinese numeral counts; `span` is that of numeral and unit.

    The answer is that of the first rule which has one; without any it is an article.
    """
    at, end = span
    verb = bool(words().verb.search(text[max(0, at - 4) : at]))
    before, behind = text[at - 1 : at] or "\n", text[end : end + 1] or "\n"
    candidate = Candidate(text, at, end, unit, value, before, behind, verb)
    for rule in RULES:
        verdict = rule(candidate)
        if verdict is not None:
            return verdict
    return "article"


def _ordinal(candidate: Candidate) -> Verdict | None:
    """第三批, 每一名 and 三次会议 count nothing."""
    meeting = MEETING.match(candidate.text, candidate.end - len(candidate.unit.text))
    is_ordinal = candidate.before in NOT_BEHIND or meeting
    return "nothing" if is_ordinal and not candidate.verb else None


def _instalment(candidate: Candidate) -> Verdict | None:
    """唐河三期工程 and 二期 count nothing; 举办三期 and 两期 do."""
    if candidate.unit.text != "期" or candidate.value > TEN:
        return None
    if not candidate.is_one and ISSUED.search(
        candidate.text[max(0, candidate.at - 5) : candidate.at]
    ):
        return "counts"
    return None if candidate.text[candidate.at] == "两" else "nothing"


def _coined(candidate: Candidate) -> Verdict | None:
    """一主三次 is a name."""
    before = candidate.text[max(0, candidate.at - 3) : candidate.at]
    return "article" if COINED.search(before) else None


def _phrase(candidate: Candidate) -> Verdict | None:
    """上一篇, 聚在一起, 只跑一次 and 发现一起、查处一起 count nothing."""
    if candidate.is_one and _is_parallel(candidate):
        return "nothing"
    befores = NOT_BEFORE_ONE.get(candidate.unit.text, NOT_BEHIND_ONE)
    return "nothing" if candidate.is_one and candidate.before in befores else None


def _is_parallel(candidate: Candidate) -> bool:
    """Tell a phrase that repeats its 一 and unit: 发现一起、查处一起."""
    again = candidate.text[candidate.at : candidate.end]
    around = candidate.text[max(0, candidate.at - 7) : candidate.end + 7]
    return around.count(again) > 1


def _quotation(candidate: Candidate) -> Verdict | None:
    """“五个振兴” is a name."""
    return "article" if is_quoted(candidate.text, candidate.at, candidate.end) else None


def _vague(candidate: Candidate) -> Verdict | None:
    """一批 and 一类 say no number."""
    return "article" if candidate.is_one and candidate.unit.text in VAGUE else None


def _clause_end(candidate: Candidate) -> Verdict | None:
    """新建广场三个。 counts: nothing follows that the numeral could belong to."""
    weak = candidate.before in PUNCTUATION and (candidate.is_one or candidate.unit.naming)
    return "counts" if candidate.behind in PUNCTUATION and not weak else None


def _article(candidate: Candidate) -> Verdict | None:
    """一支队伍 is an article."""
    return "article" if candidate.is_one else None


def _measured(candidate: Candidate) -> Verdict | None:
    """三百户群众 counts: 户 never makes a name."""
    return None if candidate.unit.naming else "counts"


def _large(candidate: Candidate) -> Verdict | None:
    """十五个乡镇 counts: names hold small numerals, but for 二十条 and the like."""
    return "counts" if candidate.value > TEN and candidate.unit.text != "条" else None


def _name(candidate: Candidate) -> Verdict | None:
    """四个意识 is a name."""
    return "article" if words().name.match(candidate.text, candidate.end) else None


def _verb(candidate: Candidate) -> Verdict | None:
    """建成两个广场 counts."""
    return "counts" if candidate.verb else None


#: Rules in the order in which they are asked.
RULES: Final = (
    _ordinal, _instalment, _coined, _phrase, _quotation, _vague, _clause_end, _article,
    _measured, _large, _name, _verb,
)  # fmt: skip
