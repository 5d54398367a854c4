"""The words of a report, from its content."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final

from corpora.archive.topics import DIRECTED, FORMULAS, PROBLEMS
from corpora.archive.years import BY_NAME, Line, Year

#: Kinds of reports with their titles; a place has one kind.
TITLES: Final = (
    ("{county}{town}{year}年法治政府建设年度报告", "{office}关于{year}年法治政府建设情况的报告"),
    ("{county}{town}{year}年法治政府建设年度报告", "{town}{year}年度法治政府建设工作报告"),
    ("{county}{town}{year}年工作总结", "{town}{year}年度工作总结"),
)
HEADS: Final = ("强化组织领导，压实法治建设责任", "聚焦重点任务，提升依法行政水平",
                "坚持为民服务，夯实基层治理根基")  # fmt: skip
RISES: Final = ("同比增长{}%", "比上年增长{}%", "较上年增长{}%", "较去年增长{}%")
FALLS: Final = ("同比下降{}%", "比上年下降{}%", "较上年减少{}%", "较去年下降{}%")
NUMERALS: Final = "一二三四五六七八九十"


def paragraphs_of(year: Year, seed: int) -> list[str]:
    """Return the paragraphs of a report, its title first."""
    style = Random(f"{seed}:{year.writer}:style")
    mood = Random(f"{seed}:{year.place.number}:{year.year}:mood")
    place = year.place
    titles = style.choice(TITLES)
    title = titles[0] if style.random() < 0.7 or mood.random() < 0.1 else titles[1]
    named = {"county": place.county, "town": place.town, "office": place.office}
    led = f"{year.year}年，{place.town}在县委、县政府的坚强领导下，扎实推进各项工作。"
    return [
        title.format(year=year.year, **named),
        f"{led}现将有关情况报告如下：",
        "一、主要工作",
        *_work(year, style, seed),
        "二、存在的问题",
        "。".join(style.sample(PROBLEMS, 2)) + "。",
        "三、下一步工作打算",
        *_plans(year),
        place.office,
        f"{year.year + 1}年1月{mood.randrange(4, 29)}日",
    ]


def _work(year: Year, style: Random, seed: int) -> Iterator[str]:
    """Yield the part that tells what was done."""
    lines = list(year.lines.values())
    rate = style.randrange(len(RISES)), style.random() < 0.5, style.random() < 0.3
    parted = style.random() < 0.5
    formulas = style.sample(FORMULAS, 3)
    size = -(-len(lines) // len(HEADS))
    for at, head in enumerate(HEADS):
        yield f"（{NUMERALS[at]}）{head}"
        said = [_sentence(line, year, rate) for line in lines[at * size : (at + 1) * size]]
        if at == 1:
            said.append(_directed(year, seed))
        if parted:
            yield f"{formulas[at]}。"
            yield from (f"{NUMERALS[n]}是{text}。" for n, text in enumerate(said))
        else:
            yield "。".join((formulas[at], *said)) + "。"


def _directed(year: Year, seed: int) -> str:
    """Return what the county made all its places write that year."""
    random = Random(f"{seed}:{year.place.county}:{year.year}")
    words = random.choice(DIRECTED)
    return words.format(county=year.place.county, a=random.randrange(15, 120))


def _plans(year: Year) -> Iterator[str]:
    """Yield the goals for next year."""
    yield f"{year.year + 1}年，将继续加强学习，补齐短板，重点做好以下工作。"
    for at, (name, goal) in enumerate(year.goals.items()):
        topic = BY_NAME[name]
        yield f"{NUMERALS[at]}是{topic.goal.format(n=f'{goal}{topic.unit}')}。"


def _sentence(line: Line, year: Year, rate: tuple[int, bool, bool]) -> str:
    """Return one line in words."""
    topic = line.topic
    return topic.ways[line.way].format(
        n=_figure(line) + topic.unit,
        m=f"{round(line.value * line.share)}{topic.unit}",
        g=_change(line, rate),
        town=line.town or year.place.town,
    )


def _figure(line: Line) -> str:
    """Return the figure; 126 told of by its tens is 120余."""
    if not line.hedged or line.value % 10 == 0:
        return str(line.value)
    step = 10 ** (len(str(line.value)) - 2)
    return f"{line.value // step * step}余"


def _change(line: Line, rate: tuple[int, bool, bool]) -> str:
    """Return the change over last year, rounded or cut off as the writer does."""
    if line.base is None or line.value == line.base:
        return ""
    way, finer, cut = rate
    places = 1 if finer else 0
    change = abs(line.value - line.base) * 100 / line.base
    shown = int(change * 10**places + 1e-9) / 10**places if cut else round(change, places)
    if not shown:
        return ""
    words = RISES if line.value > line.base else FALLS
    return "，" + words[way].format(f"{shown:.{places}f}".removesuffix(".0"))
