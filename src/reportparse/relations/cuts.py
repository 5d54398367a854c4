"""Wholes told before they are cut up: by kind, by share, by grade, by quarter.

"事故20起。分季度看，一季度6起…": the words say that the list is of the figure before it. Where
one figure only can be the whole, a list that exceeds it is wrong; where several can, a slip of the
pen must explain why none of them fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice, pairwise, takewhile
from typing import Final

from reportparse.relations.chains import OF_PART, Chain, Knit, chain_from
from reportparse.relations.inside import fits
from reportparse.relations.kernel import HUNDRED
from reportparse.relations.mentions import (
    Mention,
    alike,
    between,
    clauses_apart,
    is_average_of,
    same_unit,
    summable,
)
from reportparse.relations.spots import Listing, Rivals, Spot, listing_of, told_by

#: How many sentences back the whole of "按类型分，…" may stand, …
SENTENCES: Final = 2
#: … and how many if the parts add up to it: other cuts may stand between.
FAR: Final = 4
#: Parts that exceed a whole by more than this share are of another one, not told.
STRAY: Final = Decimal("0.2")
#: How many figures are tried as the whole of a list.
TRIED: Final = 6
#: What a whole is cut up by even without 分: "按用途，".
KINDS: Final = (
    "类型", "用途", "来源", "渠道", "性质", "级别", "类别", "行业", "地区", "区域", "领域", "产业",
    "等级", "规模", "学历", "年龄", "身份", "原因", "方式", "科目", "对象", "层级", "部门", "主体",
)  # fmt: skip
#: "按类型分，", "分季度看，", "按产业划分：", "就案由而言，", "分部门情况是：": of what was told.
CUT: Final = re.compile(
    r"(?:[；;，,]|^)\s*(?:\d{1,2}[.．、]|[一二三四五六]是)?(?:其中[，,]?)?"
    r"(?P<of>[^，。；按从分就以]{2,6})?(?P<by>(?:[按从]|分(?![析管工]))[^，。；]{1,10}[分看讲]"
    r"|[按以][^，。；]{1,10}(?:[划区]分|分类|统计|构成|分布)|[就从][^，。；]{1,8}(?:而言|来说)"
    rf"|按(?:{'|'.join(KINDS)})|(?:按|分(?![析管工]))[^，。；]{{1,8}}情况[是为]?)[，,：:]"
)
#: "，在答复的申请中，": some of what was told before is cut up.
AMONG: Final = re.compile(
    r"(?:[；;，,]|^)\s*(?:其中[，,]?)?[^，。；]{1,10}(?P<among>[中里])[，,：:]"
)
#: Shares of a whole in percent that are off a hundred by more for each of them are not of all.
SLACK: Final = Decimal("0.1")
#: Grades from the best, scale by scale: a thing has one grade of a scale.
SCALES: Final = (
    ("优秀", "优等", "优", "良好", "良", "中等", "中", "一般", "基本合格", "合格", "较差", "差",
     "不合格"),
    ("优良", "轻度污染", "中度污染", "重度污染", "严重污染"),
    ("优", "良", "轻度污染", "中度污染", "重度污染", "严重污染"),
    ("一等", "二等", "三等", "四等"),
    ("一级", "二级", "三级", "四级", "五级"),
    ("一类", "二类", "三类", "四类", "五类"),
    ("A级", "B级", "C级", "D级"),
    ("A类", "B类", "C类", "D类"),
    ("好", "较好", "一般", "较差", "差"),
)  # fmt: skip
#: These count what is better too: "优秀30份，合格100份" of one batch.
AT_LEAST: Final = re.compile("(?<!不)合格")
#: A whole that is a grade itself: "优良天数310天，其中优120天、良190天".
ALL_GOOD: Final = re.compile("优良|优秀|良好|达标|合格")
#: Signs of grades, of which one stands in any sentence that lists them.
GRADE_SIGNS: Final = (
    "优",
    "一等",
    "一级",
    "一类",
    "A级",
    "A类",
    "好",
    "Ⅱ类",
    "Ⅲ类",
    "II类",
    "III类",
)
#: "Ⅰ～Ⅱ类", "Ⅲ类", "劣Ⅴ类": classes of water, and where each ends.
ROMAN: Final = "劣?(?:[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)(?:[～~—–至-]{1,2}(?:[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V))?类"
ROMANS: Final = {
    "Ⅰ": 1,
    "I": 1,
    "Ⅱ": 2,
    "II": 2,
    "Ⅲ": 3,
    "III": 3,
    "Ⅳ": 4,
    "IV": 4,
    "Ⅴ": 5,
    "V": 5,
}
NUMERAL: Final = re.compile("[ⅠⅡⅢⅣⅤ]|IV|V|I{1,3}")
#: "，评为“优秀”等次的": a grade and nothing else of its own in the words before a figure.
GRADE: Final = re.compile(
    r"(?:[^，。；、]{0,16}[，：:；、])?[^，。；、“]{0,8}?[“\"「]?(?P<grade>"
    + "|".join(sorted({one for scale in SCALES for one in scale}, key=len, reverse=True))
    + rf"|{ROMAN})[”\"」]?(?:及以[下上])?(?:等次|等级|档次|档|天数|水质|断面)?(?:的|有|为|共)?"
)
#: How many clauses may lie between a whole and its grades.
REACH: Final = 3
#: "一季度", "第二季度".
QUARTER: Final = re.compile(r"第?(?P<number>[一二三四])季度[^，。；]{0,8}$")
#: What several quarters make up together.
SPANS: Final = {"上半年": "一二", "前三季度": "一二三", "下半年": "三四", "全年": "一二三四"}
SPAN: Final = re.compile(rf"(?P<span>{'|'.join(SPANS)})[^，。；]{{0,10}}$")
SPAN_SIGNS: Final = tuple(SPANS)


def cut_up(spot: Spot) -> Iterator[Rivals]:
    """Read "按类型分，…": the parts of a whole told up to two sentences before."""
    cue, among = CUT.search(spot.here.lead), AMONG.search(spot.here.lead)
    if not (cue or among) or not summable(spot.here):
        return
    parts = chain_from(spot.mentions, spot.at)
    near, far = _near_and_far(spot, cue)
    rivals = (
        *(_cut(parts, one, cue or among, alone=len(near) == 1) for one in near),
        *(listing_of(parts, one) for one in far),
    )
    if rivals:
        yield rivals


def _near_and_far(
    spot: Spot, cue: re.Match[str] | None
) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """Return what may be cut up, and what only if the parts add up to it."""
    if cue is None:
        return _told(spot, 0, SENTENCES), ()
    near, far = _uncut(spot, 0, SENTENCES), _uncut(spot, SENTENCES + 1, FAR)
    if not cue["of"]:
        return near, (
            *far,
            *(one for one in spot.before(SENTENCES) if is_average_of(one, spot.here)),
        )
    # "医院按等级分，三级9个": of the figures before, the one that is called so.
    return _called(cue["of"], near), _called(cue["of"], far)


def _called(name: str, wholes: Sequence[Mention]) -> list[Mention]:
    return [one for one in wholes if name in one.lead]


def _uncut(spot: Spot, first: int, last: int) -> list[Mention]:
    """Return figures like a first part, nearest first, without those of cuts before it.

    They stand in the sentences from `first` to `last`, counted back.
    """
    found: list[Mention] = []
    for mentions in _sentences_back(spot, first, last):
        whole = [*takewhile(lambda one: CUT.search(one.lead) is None, mentions)]
        found += (one for one in reversed(whole) if alike(one, spot.here))
    return found


def _told(spot: Spot, first: int, last: int) -> list[Mention]:
    """Return figures like a first part, nearest first."""
    told = _sentences_back(spot, first, last)
    return [one for mentions in told for one in reversed(mentions) if alike(one, spot.here)]


def _sentences_back(spot: Spot, first: int, last: int) -> Iterator[Sequence[Mention]]:
    """Yield the figures before a spot, sentence by sentence, the nearest first."""
    for back in range(first, min(last, spot.place) + 1):
        mentions = spot.text[spot.place - back].mentions
        yield mentions[: len(mentions) if back else spot.at]


def _cut(parts: Chain, whole: Mention, cue: re.Match[str] | None, *, alone: bool) -> Listing:
    """Make the listing of a cut; several figures that may be the whole leave it open which."""
    told = told_by(parts, whole)
    words = cue.groupdict() if cue else {}
    if parts.is_open:
        return told
    if "by" not in words:
        # "在册对象里，": of several parts only a slip is a fault.
        return replace(told, hint=words.get("among") or "") if told.told else told
    by = words["by"]
    knit = "comma" if told.knit == "tight" else told.knit
    named = replace(told, knit=knit, hint=by, joint=True)
    # 从时段看 may count one thing twice: at night, and on a holiday.
    if alone and not by.startswith(("从", "就")) and _is_close(parts, whole):
        return replace(named, cue=by, exhaustive=parts.is_complete)
    return named


def _is_close(parts: Chain, whole: Mention) -> bool:
    """Tell whether parts are not far above a whole: what is cut may be told in no figure."""
    total = sum((one.stated.value for one in parts.parts[: parts.tight]), Decimal(0))
    return total <= whole.stated.value * (1 + STRAY)


def shared_out(spot: Spot) -> Iterator[Rivals]:
    """Read "电气80起，占40%；其他120起，占60%": the shares say that these are all parts."""
    items = _items(spot.mentions, spot.at)
    if len(items) < 2 or (spot.at > 1 and len(_items(spot.mentions, spot.at - 2)) > len(items)):
        return
    if not _is_all([share for _, share in items]):
        return
    wholes = tuple(islice((one for one in spot.before(SENTENCES) if alike(one, spot.here)), TRIED))
    parts = tuple(part for part, _ in items)
    if wholes:
        yield tuple(_shared(one, parts, _is_borne_out(one, items)) for one in wholes)


def _shared(whole: Mention, parts: tuple[Mention, ...], borne_out: bool) -> Listing:
    """Make the listing of parts with shares; one share at least must be of the whole."""
    cue = "占" if borne_out else ""
    return Listing(
        whole, (parts,), len(parts), "tight", cue, exhaustive=borne_out, hint="占", even=len(parts)
    )


def _is_borne_out(whole: Mention, items: Sequence[tuple[Mention, Mention]]) -> bool:
    return any(fits(part, whole, share) != "fails" for part, share in items)


def _items(mentions: Sequence[Mention], at: int) -> list[tuple[Mention, Mention]]:
    """Return figures from a place on, each with the share that stands behind it."""
    found: list[tuple[Mention, Mention]] = []
    for place in range(at, len(mentions) - 1, 2):
        part, share = mentions[place : place + 2]
        if not _is_item(part, share) or not alike(part, mentions[at]):
            break
        found.append((part, share))
    return found


def _is_item(part: Mention, share: Mention) -> bool:
    percent = share.claim.quantity.kind == "percent" and not share.claim.change
    return summable(part) and percent and OF_PART.search(share.lead) is not None


def _is_all(shares: Sequence[Mention]) -> bool:
    """Tell whether shares make up a hundred per cent, rounding allowed for."""
    total = sum((one.stated.value for one in shares), Decimal(0))
    place = max(one.stated.place for one in shares)
    return abs(total - HUNDRED) <= max(place, SLACK) * len(shares)


def graded(spot: Spot) -> Iterator[Rivals]:
    """Read "评查案卷120份，优秀36份、良好60份、合格24份": a thing has one grade."""
    grade = GRADE.fullmatch(spot.here.lead)
    if grade is None or _goes_on(spot.nearest, grade["grade"]):
        return
    parts = chain_from(spot.mentions, spot.at)
    count = _graded(parts.parts)
    whole = _whole(spot)
    if whole and count > 1:
        name = "" if ALL_GOOD.search(whole.clause) else grade["grade"]
        knit: Knit = "tight" if count <= parts.tight else "comma"
        told = parts.parts[:count]
        cue = "" if any(AT_LEAST.search(one.lead) for one in told) else name
        yield (Listing(whole, (told,), count, knit, cue, hint=name, joint=True),)


def _goes_on(last: Mention | None, grade: str) -> bool:
    """Tell whether a grade is of a list that began before it."""
    found = GRADE.fullmatch(last.lead) if last else None
    return found is not None and _is_scale((found["grade"], grade))


def _whole(spot: Spot) -> Mention | None:
    """Return what is graded: the figure like the first grade's, a few clauses before it."""
    told = (one for one in spot.earlier if alike(one, spot.here))
    whole = next(told, None)
    if whole and clauses_apart(between(spot.sentence, whole, spot.here)) <= REACH:
        return whole
    return None


def _graded(parts: Sequence[Mention]) -> int:
    """Count the first parts that are grades of one scale, from better to worse."""
    grades: list[str] = []
    for part in parts:
        found = GRADE.fullmatch(part.lead)
        if found is None or not _is_scale([*grades, found["grade"]]):
            break
        grades.append(found["grade"])
    two = len(grades) == 2 and any(AT_LEAST.search(one) for one in grades)
    return 0 if two else len(grades)


def _is_scale(grades: Sequence[str]) -> bool:
    """Tell grades of one scale in their order."""
    if all(NUMERAL.search(grade) for grade in grades):
        return _rises([_classes(grade) for grade in grades])
    return any(
        set(grades) <= set(scale) and [*grades] == sorted(set(grades), key=scale.index)
        for scale in SCALES
    )


def _classes(grade: str) -> tuple[int, int]:
    """Return the first and the last class of a grade: Ⅰ～Ⅱ类 is 1 to 2; 劣Ⅴ类 is worse than 5."""
    told = [ROMANS[one] for one in NUMERAL.findall(grade)]
    worse = grade.startswith("劣")
    return told[0] + worse, told[-1] + worse


def _rises(classes: Sequence[tuple[int, int]]) -> bool:
    return all(one[1] < other[0] for one, other in pairwise(classes))


def over_quarters(spot: Spot) -> Iterator[Rivals]:
    """Read "上半年合计36起" behind the figures of its quarters."""
    span = SPAN.search(spot.here.lead)
    if span is None or not summable(spot.here):
        return
    told = dict(_quarters(spot))
    parts = tuple(told[one] for one in SPANS[span["span"]] if one in told)
    if len(parts) == len(SPANS[span["span"]]):
        name = span["span"]
        yield (Listing(spot.here, (parts,), len(parts), "tight", "", hint=name),)


def _quarters(spot: Spot) -> Iterator[tuple[str, Mention]]:
    """Yield the figures of quarters before a figure, the nearest last."""
    before: Sequence[Mention] = [*spot.before(SENTENCES)]
    for one in reversed(before):
        found = QUARTER.search(one.lead)
        if found and same_unit(one, spot.here):
            yield found["number"], one
