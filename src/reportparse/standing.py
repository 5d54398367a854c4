"""Where a figure stands: done or meant, whole or part, and which way a change goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from reportparse.clauses import RELATIVE, Setting
from reportparse.lexicon import load_words
from reportparse.outline import Section
from reportparse.period import Period
from reportparse.phrases import Before
from reportparse.timeframe import Covered
from reportparse.trimming import COMPARED, strip_tail

Status = Literal["actual", "target", "prior", "cumulative", "normative"]
Scope = Literal["total", "part", "each", ""]
Direction = Literal["rise", "fall", ""]


def _cue(name: str) -> re.Pattern[str]:
    return re.compile(load_words("cues.toml", name).pattern())


PLAN_TITLE: Final = _cue("plan_title")
REVIEW_TITLE: Final = _cue("review_title")
TARGET_SENTENCE: Final = _cue("target_sentence")
TARGET_CLAUSE: Final = _cue("target_clause")
NO_TARGET: Final = _cue("no_target")
#: Money asked for and got; the verb is the same as for what is aimed at.
GRANTED: Final = re.compile(r"争取[^，]{0,16}(?:资金|项目|债|补助|支持|贷款|政策)")
CUMULATIVE: Final = _cue("cumulative")
RULE: Final = _cue("rule")
RISE: Final = load_words("cues.toml", "rise")
FALL: Final = load_words("cues.toml", "fall")
#: A year in a title: 二、2024年重点工作.
TITLE_YEAR: Final = re.compile(r"(20\d\d)年")
#: A way to work, of any time: 聚焦重点任务, 围绕总体目标, 落实主要任务.
DEALING: Final = re.compile(
    r"(?:聚焦|聚力|围绕|紧扣|紧盯|突出|落实|完成|推进|对照|对标|锚定|瞄准|落细|细化|分解|实现|"
    r"抓[好实牢紧住])(?!下|今后|明年|来年|未来)[^，。\d]{0,6}?(?:任务|目标|要求)"
)
#: What a title of plans below a review says: （三）下一步打算.
AHEAD: Final = re.compile("下一?步|今后|明年|来年|打算|未来|下阶段|下半年")
#: What a rule's bound begins with: 不少于, 至少, 最多.
LEAST: Final = frozenset("不至最")
#: A bound that stands apart: 至少开展1次.
BOUND: Final = re.compile("(?:至少|最多|至多|不少于|不低于|不超过)[^，。；]{0,8}$")
#: What ends a list.
BREAK: Final = re.compile("[，；：,;:]")
#: Where a change starts from: 「从」3800万吨「提升至」.
FROM: Final = re.compile(r"[从由][^，。；\d]{0,12}$")
TO: Final = re.compile(r"[^，。；\d]{0,8}[到至为]")
#: A figure of the year before, not one that is only compared with: 去年同期为, 上年.
YEAR_BEFORE: Final = re.compile(
    r"(?<![比较与和同是为到])(?:上年|去年|前年|上年度|上一年)(?:同期)?(?!以来|[底末]比|基础)[^\d]*$"
    r"|[比较与同和](?:上年|去年|前年)(?:同期)?的$|[比较](?:上年|去年)(?:同期)?$"
)
#: What looks back even among plans: 回顾全年, 虽然登记企业486户.
RECALLED: Final = re.compile("回顾|虽然?(?!说)|尽管")
#: A period that names its year; 全年 and 上半年 belong to whichever year is told of.
DATED: Final = re.compile(r"\d{4}|[今明来去]年|五[”\"]?")
#: Several years taken together: 五年来, “十四五”以来.
YEARS: Final = re.compile(r"[三四五六七八九十]年(?:来|间)|五[”\"]?以来")
#: 中心成立以来: counted from a day on that lies before the report's time.
SINCE: Final = re.compile("(?:成立|建成|启动|实施|施行|开展|运行|组建|开通|开业|挂牌|投用)以来")
PART: Final = "其中"
#: Every one of a group: 每村, 各2次, 人均.
EACH: Final = re.compile(
    r"每(?!年)|[村组镇县区家户站]各|各(?=\d|$)|[人户案件村亩校班企场次]均|平均"
)
#: All of a group: 共, 合计.
TOTAL: Final = re.compile(
    r"共计|合计|总计|累计|一共|总共|(?<![公中])共(?![同享产青建和识性])|^总|[、，]总"
)


@dataclass(frozen=True, slots=True)
class Change:
    """Which way a figure goes, and from what."""

    direction: Direction
    #: "同比", "比上年末", "较“十三五”末", "".
    basis: str


STEADY: Final = Change("", "")


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules on status look at."""

    setting: Setting
    #: The sentence up to the figure.
    lead: str
    section: Section | None
    period: Period | None
    #: First and last day of the time that the report covers.
    covered: Covered


def status_of(scene: Scene, last: Status | None = None) -> Status:
    """Tell whether a figure was reached, is meant, or belongs to another time.

    A part (其中…) and the next of a list (、…) stand where the figure before them stands, whose
    status is `last`.
    """
    if last == "target" and _is_part(scene):
        return "target"
    if last and last != "actual" and _is_next(scene, last):
        return last
    if _is_rule(scene):
        return "normative"
    if _is_prior(scene):
        return "prior"
    if _is_target(scene):
        return "target"
    if _is_cumulative(scene):
        return "cumulative"
    return "actual"


def scope_of(setting: Setting, lead: str, measure: str) -> Scope:
    """Tell whether a figure is a whole, a part of one, or goes for each of a group."""
    clause = lead[lead.rfind("；") + 1 :]
    if PART in clause:
        return "part"
    if EACH.search(setting.before):
        return "each"
    if measure.startswith("总") or TOTAL.search(setting.before):
        return "total"
    return ""


def change_of(setting: Setting, before: Before, last: Change) -> Change:
    """Read direction and basis of a change; members of one list share them."""
    if setting.listed:
        return last
    if before.tail not in RISE and before.tail not in FALL:
        return STEADY
    basis = _basis(setting.before)
    # 较上年的58起减少6起: nothing but the change between two figures of one clause.
    against = setting.shares and setting.before == before.tail
    if not (basis or against or before.noun or setting.quantity.kind in RELATIVE):
        # 提升12个: the verb of the count, no change of it.
        return STEADY
    return Change("rise" if before.tail in RISE else "fall", basis)


@lru_cache(maxsize=1024)
def is_plan(path: str, year: int | None) -> bool:
    """Tell from the titles above a figure whether its section tells of what is to come.

    The innermost title that says anything decides; but below a review 任务 and 目标 are those
    of which it tells.

    >>> is_plan("二、2024年工作计划 / （一）抓产业", 2023), is_plan("一、2023年工作回顾", 2023)
    (True, False)
    """
    titles = path.split(" / ")
    told = [verdict for title in titles if (verdict := _tells(title, year)) is not None]
    if len(told) > 1 and not told[0]:
        return any(AHEAD.search(title) for title in titles[1:])
    return bool(told and told[-1])


def _tells(title: str, year: int | None) -> bool | None:
    """Tell whether a title is of what is to come, `None` if it does not say."""
    if REVIEW_TITLE.search(title):
        return False
    if PLAN_TITLE.search(DEALING.sub("", title)):
        return True
    found = TITLE_YEAR.search(title)
    return int(found[1]) > year if found and year else None


def _is_part(scene: Scene) -> bool:
    """Tell whether 其中 leads to a figure from one before it in its sentence."""
    return PART in scene.setting.before and PART in scene.lead[1:]


def _is_next(scene: Scene, last: Status) -> bool:
    """Tell whether a figure is the next in a list: 计划新建站点10个、车库6个; 累计达30家和9家."""
    setting = scene.setting
    gap = setting.earlier + setting.before
    if not setting.listed and ("、" not in gap or BREAK.search(gap)):
        return False
    return last == "target" or setting.quantity.kind not in RELATIVE


def _is_rule(scene: Scene) -> bool:
    quantity = scene.setting.quantity
    words = scene.setting.before
    bounded = quantity.hedge in ("at_least", "at_most")
    said = quantity.text[0] in LEAST or BOUND.search(words) is not None
    return bounded and said and RULE.search(words + quantity.text) is not None


def _is_prior(scene: Scene) -> bool:
    setting = scene.setting
    if FROM.search(setting.before) and TO.match(setting.after):
        return True
    if YEAR_BEFORE.search(setting.before) and not _is_told_of(scene):
        return True
    return _years_off(scene) < 0 and scene.period is not None and _is_near(scene)


def _is_told_of(scene: Scene) -> bool:
    """Tell whether 去年 is the year that the report is on: it speaks early in the next."""
    period = scene.period
    named = period is not None and period.text.startswith("去年") and _is_near(scene)
    return named and _years_off(scene) == 0


def _is_recalled(scene: Scene) -> bool:
    """Tell whether a sentence looks back, wherever it stands."""
    return RECALLED.search(scene.lead) is not None or _is_told_of(scene)


def _is_target(scene: Scene) -> bool:
    if _is_recalled(scene):
        return False
    words = scene.setting.before
    cued = TARGET_SENTENCE.search(scene.lead) or TARGET_CLAUSE.search(words)
    if cued and not (NO_TARGET.search(words) or GRANTED.search(words)):
        return True
    if _years_off(scene) > 0 and _is_near(scene):
        return True
    return scene.section is not None and is_plan(
        scene.section.path, scene.covered[1].year if scene.covered else None
    )


def _is_cumulative(scene: Scene) -> bool:
    if CUMULATIVE.search(scene.setting.before):
        return True
    if scene.setting.quantity.kind in RELATIVE:
        return False
    return bool(YEARS.search(scene.lead) or SINCE.search(scene.lead) or _reaches_back(scene))


def _reaches_back(scene: Scene) -> bool:
    """Tell whether the sentence counts from a year before what the report covers: 2021年以来."""
    period, covered = scene.period, scene.covered
    if period is None or period.start is None or covered is None:
        return False
    return period.text.endswith("以来") and period.start < covered[0] and _is_near(scene)


def _years_off(scene: Scene) -> int:
    """Return by how many years the figure's period lies behind or before what is covered."""
    period, covered = scene.period, scene.covered
    if period is None or period.end is None or covered is None:
        return 0
    if not DATED.search(period.text):
        return 0
    if (period.start or period.end) <= covered[1] and period.end >= covered[0]:
        return 0
    return period.end.year - covered[1].year or (1 if period.end > covered[1] else -1)


def _is_near(scene: Scene) -> bool:
    """Tell whether the sentence itself names the period."""
    period = scene.period
    return period is not None and scene.setting.start <= period.at < scene.setting.end


def _basis(words: str) -> str:
    bare = strip_tail(words)[0]
    if "同比" in words or "环比" in words:
        return "环比" if "环比" in words else "同比"
    found = COMPARED.search(bare)
    return found.group() if found and found.group()[0] in "比较" else ""
