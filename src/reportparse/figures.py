"""Figures in running text: where a numeral, its magnitude, hedge and unit begin and end.

One pass over the view finds every place where a figure can begin; there the readers are asked
in order, blocks first, so that no digit of a date or a name is read as a figure. All offsets
are the view's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Final

from reportparse.blocking import block_at
from reportparse.counting import (
    counts,
    is_class,
    is_quoted,
    is_threshold,
    states_duration,
    states_length,
)
from reportparse.hedges import committed, hedge_after, hedge_before, several, step_of_excess
from reportparse.interval import Interval
from reportparse.numerals import ONE, parse_number, read_numeral
from reportparse.units import Unit, first_characters, load_units, noun_at, unit_at

#: Every character of a Chinese numeral.
CHINESE: Final = "零〇一二三四五六七八九十百千万亿两几数半廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億兩点俩"
#: Financial digits are surnames and place names when they stand alone: 陆家嘴, 伍家岗.
FINANCIAL: Final = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
#: 12,345.67, 33 5.5 (a figure that a stray blank splits)
ARABIC: Final = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3} [0-9]{1,3}(?:\.[0-9]+)?(?=[万亿]?[元个件人吨亩公平户%])"
    r"|[0-9]+(?:[.·][0-9]+)?"
)
#: 1万2千, 3万4000, 25万6千
MIXED: Final = re.compile(
    r"[0-9]+[万亿千](?:零?[0-9一二三四五六七八九]+[千百万十])+[0-9]*|[0-9]+[万亿][0-9]{4}(?![0-9.])"
)
#: 余万, 多亿, 万余, 千 (not of 千瓦)
TAIL: Final = re.compile(
    r"(?P<before>[余多来几]?)(?P<magnitude>[十百千]?万亿|[十百千]?[万亿]|(?:[百千](?![瓦米克伏赫卡帕焦升分方])|(?<=[余多几])[百千])|)"
    r"(?P<behind>[余多来]?)"
)
#: — – - ~ ～ 至 到 between two figures
RANGE: Final = re.compile(r" ?(?:[-—–−~～―－]{1,2}|至|到|或(?=[0-9])) ?")
#: 3.9:39.0:57.1, 2.1∶1
RATIO: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:[:：∶][0-9]+(?:\.[0-9]+)?)+")
#: （190/200）
QUOTIENT: Final = re.compile(r"(?<=[（(])([0-9]+)/([0-9]+)(?=[)）])")
#: 百分之八十, 三分之二, 千分之2.4
PARTS: Final = re.compile(
    rf"(?P<below>[{CHINESE}0-9]{{1,8}})分之(?P<above>[0-9]+(?:\.[0-9]+)?|[{CHINESE}]{{1,9}})"
)
#: 三五名, 七八万, 四五十, 十五六
ADJACENT: Final = re.compile(
    r"(?P<ten>十?)(?P<one>[一二两三四五六七八九])(?P<two>[两二三四五六七八九])(?P<rest>[十百千万亿]*)$"
)
#: 十几, 几十万, 数百, 二十几万
SEVERAL: Final = re.compile(r"(?P<lead>[一二三四五六七八九]?十)?[几数](?P<rest>[十百千万亿]*)$")
#: 一半, 过半
HALF: Final = re.compile(r"一半(?![导路])|(?<=[过近])半(?![百天年个径路小])")
#: /亩, /立方米
PER: Final = re.compile(r"/([一-龥]{1,4}|[a-z]{1,3})")
#: Words behind a bare magnitude or excess that make it no quantity: 400亿级.
LABEL_AFTER: Final = "级强号版届线型系年月日时后点分秒代"
#: Verbs before a figure from which a change starts: 从28件提高到70件 is no range.
FROM: Final = re.compile(r"[从由自]$")
#: 负 and hyphens are signs only behind these.
SIGN: Final = re.compile(r"(?:^|[\n，。；：:、,(（为至是])[-−－负]$")
#: 第3位, behind a verb of standing; 前10名.
RANK: Final = re.compile(r"([0-9]{1,4})(位|名)")
STANDING: Final = re.compile(r"[居列排名次占升第跃][一-龥]{0,6}第$")
#: 翻一番 doubles, 翻两番 quadruples.
DOUBLING: Final = re.compile(r"翻了?(?:近|约|超|超过)?$")
#: 没发生一起, 未出现1例, 无一例
ABSENT: Final = re.compile(r"(?:[没未无][一-龥]{0,4}|零)$")
TWO: Final = Decimal(2)
KINDS: Final = {"百": ("%", "percent", 100), "千": ("‰", "permille", 1000)}
VOLTAGES: Final = ("千伏", "伏", "kV")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as found, in view offsets."""

    at: int
    end: int
    num_at: int
    num_end: int
    value: Decimal | None
    interval: Interval
    hedge: str
    place: Decimal
    unit: str = ""
    unit_text: str = ""
    kind: str = "count"
    per: str = ""
    article: bool = False


@dataclass(frozen=True, slots=True)
class _Number:
    """A numeral with its magnitude and excess, before the unit."""

    at: int
    end: int
    #: Where the numeral ends without 余 or 多.
    num_end: int
    value: Decimal | None
    place: Decimal
    interval: Interval | None = None
    #: "more" behind 余 or 多, "about" behind 来 and for 几.
    hedge: str = ""
    step: Decimal | None = None
    magnitude: Decimal = ONE
    #: Whether it begins with a bare magnitude (百余, 上千).
    bare: bool = False


def find_figures(text: str) -> Iterator[Figure]:
    """Yield every figure of the text from left to right, articles among them."""
    resume = 0
    for match in _starts().finditer(text):
        at = match.start()
        if at < resume:
            continue
        if text[at].isascii():
            block = block_at(text, at)
            if block is not None:
                resume = block.end
                continue
            figure = _arabic_figure(text, at)
        else:
            figure = _chinese_figure(text, at)
        if figure is None:
            resume = match.end()
            continue
        resume = figure.end
        yield figure if text[figure.at - 1 : figure.at] != "前" else _as_rank(figure)


def _as_rank(figure: Figure) -> Figure:
    """Read 前10名 and 前五位 as ranks."""
    return replace(figure, kind="rank") if figure.unit in ("位", "名", "强") else figure


@cache
def _starts() -> re.Pattern[str]:
    """Return the pattern of places where a figure can begin."""
    countable = {unit.text[0] for unit in load_units() if unit.chinese}
    followers = "".join(sorted(countable & set(first_characters())))
    chinese = f"[{CHINESE}]{{1,24}}(?=[余多来分{followers}])"
    return re.compile(f"[0-9]+|{HALF.pattern}|{chinese}")


def _arabic_figure(text: str, at: int) -> Figure | None:
    """Read the figure whose numeral starts with the digit at `at`."""
    if text[at - 1 : at] == "第" and at:
        return _rank_figure(text, at)
    ratio = RATIO.match(text, at)
    if ratio:
        return _ratio_figure(text, ratio)
    quotient = QUOTIENT.match(text, at)
    if quotient:
        below = Decimal(quotient[2])
        value = Decimal(quotient[1]) / below if below else None
        interval = Interval(None, None) if value is None else Interval.point(value)
        return Figure(
            at, quotient.end(), at, quotient.end(), value, interval, "exact", ONE, kind="fraction"
        )
    parts = PARTS.match(text, at)
    if parts:
        return _parts_figure(text, parts)
    number = _arabic_number(text, at)
    if number is None or text[number.end : number.end + 1] == ".":
        return None
    return _figure(text, number)


def _arabic_number(text: str, at: int) -> _Number | None:
    """Read an Arabic numeral with magnitude and excess."""
    mixed = MIXED.match(text, at)
    if mixed:
        numeral = read_numeral(mixed[0])
        if numeral is not None:
            return _Number(at, mixed.end(), mixed.end(), numeral.value, numeral.place)
    match = ARABIC.match(text, at)
    if match is None:
        return None
    digits = match[0].replace(" ", "").replace("·", ".")
    if "·" in match[0] and text[match.end() : match.end() + 1] not in "%‰万亿倍元个":
        return None
    value = Decimal(digits.replace(",", ""))
    exponent = value.as_tuple().exponent
    place = ONE.scaleb(exponent) if isinstance(exponent, int) else ONE
    return _with_tail(text, at, match.end(), value, place)


def _with_tail(text: str, at: int, end: int, value: Decimal, place: Decimal) -> _Number:
    """Add magnitude and excess to a numeral that ends at `end`."""
    tail = TAIL.match(text, end)
    assert tail is not None  # every part of the pattern may be empty
    magnitude = parse_number(tail["magnitude"]) if tail["magnitude"] else ONE
    magnitude = ONE if magnitude is None else magnitude
    before, behind = tail["before"], tail["behind"]
    if before and not tail["magnitude"]:
        before, behind = "", before
        stop = tail.end("before")
    else:
        stop = tail.end()
    num_end = tail.end("magnitude") if tail["magnitude"] else end
    excess = before or behind
    if not excess:
        return _Number(
            at, stop, num_end, value * magnitude, place * magnitude, magnitude=magnitude
        )
    value, place = value * magnitude, place * magnitude
    step = step_of_excess(value, magnitude, behind=bool(behind))
    if before == "几":
        interval = Interval(value + magnitude, value + 9 * magnitude)
        return _Number(at, stop, stop, value, place, interval, "about", magnitude=magnitude)
    hedge = "about" if excess == "来" else "more"
    return _Number(at, stop, num_end, value, place, None, hedge, step, magnitude)


def _figure(text: str, number: _Number) -> Figure | None:
    """Add range, unit and hedges to a number."""
    ranged = _range(text, number)
    if ranged is not None:
        return ranged
    unit = _unit_behind(text, number.end)
    if unit is None:
        return _without_unit(text, number)
    start = number.end + (text[number.end] == " ")
    return _with_unit(text, number, unit, start)


def _unit_behind(text: str, at: int) -> Unit | None:
    """Return the unit at `at`; a Latin one may stand behind a blank."""
    unit = unit_at(text, at)
    if unit is None and text[at : at + 1] == " ":
        unit = unit_at(text, at + 1)
        return unit if unit is not None and unit.text[0].isascii() else None
    return unit


def _with_unit(text: str, number: _Number, unit: Unit, unit_start: int) -> Figure | None:
    """Build the figure of a number and its unit, with the hedges around them."""
    unit_end = unit_start + len(unit.text)
    end, per = unit_end, ""
    match = PER.match(text, end)
    if match and "/" not in unit.text:
        end, per = match.end(), match[1]
    number, end = _excess_behind_unit(text, number, end, unit)
    if unit.kind == "duration" and not states_duration(text, number.at, end, unit):
        return None
    if unit.kind == "score" and not _is_score(text, number, end):
        return None
    figure = Figure(
        number.at, end, number.at, number.num_end, number.value, Interval(None, None), "exact",
        number.place, unit.canonical, text[unit_start:unit_end], unit.kind, per,
    )  # fmt: skip
    if unit.text == "番":
        return _doubled(text, figure)
    figure = _signed(text, _in_tenths(figure))
    figure = _hedged(text, figure, number, duration=unit.kind == "duration")
    return replace(figure, article=_is_article(text, figure, unit))


def _without_unit(text: str, number: _Number) -> Figure | None:
    """Build a figure that has no unit: 惠及群众3.5万, 300多万各族群众; a bare number is none."""
    follower = text[number.end : number.end + 1]
    if follower in LABEL_AFTER and follower:
        return None
    if number.magnitude < 10**4 and not number.hedge and not noun_at(text, number.end):
        return None
    figure = Figure(
        number.at, number.end, number.at, number.num_end, number.value, Interval(None, None),
        "exact", number.place,
    )  # fmt: skip
    figure = _hedged(text, figure, number, duration=False)
    return replace(figure, article=is_quoted(text, figure.at, figure.end))


def _range(text: str, first: _Number) -> Figure | None:
    """Read a range of two figures whose unit, and magnitude, stand behind the second."""
    unit = unit_at(text, first.end)
    joint_at = first.end + (len(unit.text) if unit else 0)
    joint = RANGE.match(text, joint_at)
    if joint is None or first.value is None or first.hedge:
        return None
    if FROM.search(text[max(0, first.at - 1) : first.at]) and joint[0].strip() in "至到":
        return None
    second = _number_at(text, joint.end())
    if second is None or second.value is None:
        return None
    closing = _unit_behind(text, second.end)
    if closing is None or (unit is not None and unit.canonical != closing.canonical):
        return None
    low = first.value
    if unit is None and first.magnitude == 1 and second.magnitude > 1:
        low *= second.magnitude
    if low >= second.value:
        return None
    start = second.end + (text[second.end] == " ")
    figure = _with_unit(text, replace(second, at=first.at), closing, start)
    if figure is None:
        return None
    tenth = 10 if closing.text == "成" else 1
    interval = Interval(low * tenth, second.value * tenth)
    return replace(figure, value=None, interval=interval, hedge="range", num_end=second.num_end)


def _number_at(text: str, at: int) -> _Number | None:
    """Read the number that begins at `at`, in either script."""
    if text[at : at + 1].isascii():
        return _arabic_number(text, at)
    match = re.compile(f"[{CHINESE}]{{1,12}}").match(text, at)
    return _chinese_number(text, at, match.end()) if match else None


def _chinese_figure(text: str, at: int) -> Figure | None:
    """Read the figure whose Chinese numeral begins at `at`."""
    half = HALF.match(text, at)
    if half:
        number = _Number(at, half.end(), half.end(), Decimal("0.5"), Decimal("0.5"))
        hedge = "more" if text[at - 1 : at] == "过" and at else ""
        number = replace(number, hedge=hedge)
        figure = Figure(
            at,
            half.end(),
            at,
            half.end(),
            number.value,
            Interval(None, None),
            "exact",
            number.place,
            kind="fraction",
        )
        return _hedged(text, figure, number, duration=False)
    parts = PARTS.match(text, at)
    if parts:
        return _parts_figure(text, parts)
    match = re.compile(f"[{CHINESE}]{{1,24}}").match(text, at)
    if match is None:
        return None
    number = _chinese_number(text, at, match.end())
    if number is None:
        return None
    figure = _figure(text, number)
    if figure is None or not figure.unit_text:
        return (
            figure
            if figure is not None and number.bare is False and number.magnitude >= 10**4
            else None
        )
    return _counting(text, figure, number)


def _counting(text: str, figure: Figure, number: _Number) -> Figure | None:
    """Keep a Chinese figure that counts; mark articles; drop the rest."""
    if figure.kind == "multiple" and figure.at < figure.num_at:
        return figure
    unit = unit_at(text, number.end)
    if unit is None or not unit.chinese:
        return None
    zero = ABSENT.search(text[max(0, figure.num_at - 6) : figure.num_at])
    if number.value == 1 and zero:
        return None
    if number.bare and figure.hedge == "exact":
        return None
    if unit.kind == "duration" and not states_length(text, figure.at, figure.hedge):
        return None
    verdict = counts(text, number.at, figure.end, number.value == 1, unit)
    if verdict is False:
        return None
    if number.hedge or number.interval is not None:
        return figure
    return replace(figure, article=figure.article or verdict is None)


def _chinese_number(text: str, at: int, end: int) -> _Number | None:
    """Read a Chinese numeral: plain, adjacent digits (三五), several (几十), bare (百余)."""
    written = text[at:end]
    adjacent = ADJACENT.fullmatch(written)
    if adjacent and _follow(adjacent["one"], adjacent["two"]):
        return _adjacent_number(text, at, end, adjacent)
    match = SEVERAL.fullmatch(written)
    if match:
        return _several_number(at, end, match)
    if "几" in written or "数" in written:
        return None
    numeral = read_numeral(written)
    if numeral is None or not numeral.value or written in FINANCIAL:
        return None
    number = _with_tail(text, at, end, numeral.value, numeral.place)
    last = written[-1]
    if number.hedge and last in "万亿千百":
        step = step_of_excess(numeral.value, parse_number(last) or ONE, behind=True)
        number = replace(number, step=step)
    magnitude = Decimal(10**4) if set(written) & set("万亿萬億") else number.magnitude
    return replace(number, magnitude=magnitude, bare=written[0] in "百千万亿佰仟萬億")


def _follow(one: str, two: str) -> bool:
    """Tell whether two digits stand for a range: neighbours, or 三五."""
    low, high = parse_number(one), parse_number(two)
    return low is not None and high is not None and (high - low == 1 or one + two == "三五")


def _adjacent_number(text: str, at: int, end: int, match: re.Match[str]) -> _Number:
    """Read 三五, 七八万, 四五十, 十五六."""
    scale = parse_number(match["rest"]) if match["rest"] else ONE
    lead = Decimal(10) if match["ten"] else Decimal(0)
    low = (lead + (parse_number(match["one"]) or 0)) * (scale or ONE)
    high = (lead + (parse_number(match["two"]) or 0)) * (scale or ONE)
    return _Number(at, end, end, None, scale or ONE, Interval(low, high), "about")


def _several_number(at: int, end: int, match: re.Match[str]) -> _Number | None:
    """Read 十几, 几十万, 数百, 二十几万; 几 and 数 alone are vague."""
    rest = parse_number(match["rest"]) if match["rest"] else ONE
    if rest is None or (match["lead"] is None and rest == 1):
        return None
    if match["lead"] is None:
        return _Number(at, end, end, None, rest, several(rest), "about", magnitude=rest)
    lead = parse_number(match["lead"]) or ONE
    interval = Interval((lead + 1) * rest, (lead + 9) * rest)
    return _Number(at, end, end, None, rest, interval, "about", magnitude=rest)


def _hedged(text: str, figure: Figure, number: _Number, *, duration: bool) -> Figure:
    """Widen a figure by the hedges before and behind it."""
    before, start = hedge_before(text, figure.at)
    behind, end = hedge_after(text, figure.end, duration=duration)
    hedge = before or behind or number.hedge
    step = number.step if hedge == "more" and number.hedge == "more" and not before else None
    if number.interval is not None and not (before or behind):
        interval = (
            number.interval.scaled(Decimal(10)) if figure.unit_text == "成" else number.interval
        )
    elif number.value is None:
        interval = number.interval or Interval(None, None)
    else:
        assert figure.value is not None
        interval = committed(figure.value, hedge, step)
    return replace(figure, at=start, end=end, hedge=hedge or "exact", interval=interval)


def _is_article(text: str, figure: Figure, unit: Unit) -> bool:
    """Tell names and classes (“15分钟生活圈”, 3000吨级, 亿元以上项目) from stated figures."""
    unit_end = figure.num_at + text[figure.num_at : figure.end].rfind(unit.text) + len(unit.text)
    if unit.text in VOLTAGES or is_class(text, figure.end, unit) or is_class(text, unit_end, unit):
        return True
    bounds = figure.end > unit_end and figure.hedge in ("at_least", "at_most")
    bare = text[figure.num_at] in "百千万亿"
    if (
        unit.kind != "percent"
        and (bounds or (bare and unit.kind == "money"))
        and is_threshold(text, figure.end)
    ):
        return True
    return is_quoted(text, figure.at, figure.end)


def _in_tenths(figure: Figure) -> Figure:
    """Turn 成 into per cent: 七成 is 70 %."""
    if figure.unit != "成" or figure.value is None:
        return replace(figure, unit="%") if figure.unit == "成" else figure
    return replace(figure, value=figure.value * 10, place=figure.place * 10, unit="%")


def _doubled(text: str, figure: Figure) -> Figure | None:
    """Read 翻一番 as twice, 翻两番 as four times (国家统计局)."""
    verb = DOUBLING.search(text[max(0, figure.num_at - 4) : figure.num_at])
    if verb is None or figure.value is None or not 0 < figure.value <= 10:
        return None
    value = TWO**figure.value
    start = figure.num_at - len(verb[0])
    return replace(figure, at=start, value=value, interval=Interval.point(value), unit="倍")


def _signed(text: str, figure: Figure) -> Figure:
    """Take a minus sign that stands at a boundary; 减负237亿元 has none."""
    before = text[max(0, figure.num_at - 2) : figure.num_at]
    bound = SIGN.search(before) or (
        figure.unit in ("%", "‰", "℃") and before[-1:] in ("-", "−", "－")
    )
    if figure.value is None or not bound:
        return figure
    return replace(figure, at=figure.at - 1, num_at=figure.num_at - 1, value=-figure.value)


def _excess_behind_unit(text: str, number: _Number, end: int, unit: Unit) -> tuple[_Number, int]:
    """Read 3年多, 5元多: more by less than one unit."""
    if (
        text[end : end + 1] in ("多", "余")
        and unit.kind in ("duration", "money")
        and not number.hedge
    ):
        return replace(number, hedge="more", step=ONE), end + 1
    return number, end


def _is_score(text: str, number: _Number, end: int) -> bool:
    """Tell a score (得分96.5分) from other words with 分: punctuation follows, or it has decimals."""
    return number.place < 1 or text[end : end + 1] in (
        "",
        "，",
        "。",
        "、",
        "；",
        "）",
        "\n",
        "以",
        "的",
    )


def _rank_figure(text: str, at: int) -> Figure | None:
    """Read 居全省第3位; any other ordinal is no quantity."""
    match = RANK.match(text, at)
    if match is None or not STANDING.search(text[max(0, at - 9) : at]):
        return None
    value = Decimal(match[1])
    return Figure(
        at - 1, match.end(), at, match.end(1), value, Interval.point(value), "exact", ONE,
        match[2], match[2], "rank",
    )  # fmt: skip


def _ratio_figure(text: str, match: re.Match[str]) -> Figure | None:
    """Read 3.9:39.0:57.1 and 2.1∶1; a clock is none."""
    members = re.split("[:：∶]", match[0])
    is_clock = (
        len(members) <= 3 and "." not in match[0] and "∶" not in match[0] and len(members[1]) == 2
    )
    if is_clock and sum(map(int, members)) != 100:
        return None
    value = None
    if len(members) == 2 and Decimal(members[1]):
        value = Decimal(members[0]) / Decimal(members[1])
    interval = Interval(None, None) if value is None else Interval.point(value)
    return Figure(
        match.start(),
        match.end(),
        match.start(),
        match.end(),
        value,
        interval,
        "exact",
        ONE,
        kind="ratio",
    )


def _parts_figure(text: str, match: re.Match[str]) -> Figure | None:
    """Read 百分之八十, 千分之二, 三分之二."""
    above = parse_number(match["above"])
    unit, kind, below = KINDS.get(match["below"], ("", "fraction", None))
    if below is None:
        below = parse_number(match["below"])
    if above is None or not below:
        return None
    value = above if unit else above / Decimal(below)
    figure = Figure(
        match.start(), match.end(), match.start(), match.end(), value, Interval(None, None),
        "exact", ONE, unit, match["below"] + "分之" if unit else "", kind,
    )  # fmt: skip
    if unit and (numeral := read_numeral(match["above"])):
        figure = replace(figure, place=numeral.place)
    number = _Number(match.start(), match.end(), match.end(), value, figure.place)
    figure = _hedged(text, figure, number, duration=False)
    return replace(figure, article=is_quoted(text, figure.at, figure.end))
