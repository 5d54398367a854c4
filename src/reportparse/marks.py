"""Numbering marks: the kinds there are, and every place in a text that may hold one.

Proposing is generous: a mark that only looks like one (一、二年级, 12.4国家宪法日) is proposed as
doubtful, and `outline` decides by the sequence. GB/T 9704-2012 orders levels 一、 （一） 1. （1）.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from reportparse.ordinals import HAN, D, N, ordinal_of
from reportparse.view import View

Kind = Literal["h1", "h2", "h3", "h4", "chapter", "article", "item"]
#: At the start of a paragraph, behind 。；：！？, behind a comma or the like, or behind a word.
Footing = Literal["line", "strong", "weak", "bare"]

#: 第三, 第12
TH: Final = f"第 ?(?:{N}|[0-9]{{1,3}}) ?"
OPEN: Final = r"[（(〔［\[【]"
CLOSE: Final = r"[）)〕］\]】]"


@dataclass(frozen=True, slots=True)
class Style:
    """One way to number: a pattern, an example of it, and where it ranks."""

    name: str
    kind: Kind
    #: Outer styles have lower ranks; `outline` learns where a document departs from this.
    rank: int
    pattern: str
    example: str


#: In the order in which they are tried; a longer mark stands before one that it begins with.
STYLES: Final = (
    Style("annex", "chapter", 0, rf"附(?:件|表|录) ?(?:{N}|{D})?(?=[：:\n]|\Z)", "附件2"),
    Style("volume", "chapter", 1, rf"{TH}[编篇]", "第二编"),
    Style("part", "chapter", 2, rf"{TH}部分", "第一部分"),
    Style("chapter", "chapter", 3, rf"{TH}章", "第三章"),
    Style("section", "chapter", 4, rf"{TH}节(?![约日水能余假点目育])", "第一节"),
    Style("article", "article", 5, rf"{TH}条(?:之{N})?", "第十二条"),
    Style(
        "second", "item", 13, rf"第{N}(?:[，,：:]|、(?!{HAN})|(?=是(?!否|非[曲对黑])))", "第二，"
    ),
    Style("side", "item", 19, "(?:另|再)?一方面[，,]?", "另一方面，"),
    Style("first", "item", 14, "(?:首先|其次|再次)[，,]?|最后(?:[，,]|(?=[是要]))", "首先，"),
    Style("which", "item", 18, "其[一二三四五六][，,]?", "其二，"),
    Style("enum", "item", 15, rf"{N} ?是(?!否|非[曲对黑])", "三是"),
    Style("must", "item", 16, rf"{N}要", "二要"),
    Style("seize", "item", 17, rf"{N}[抓靠]", "一抓"),
    Style("h1", "h1", 6, rf"{N} ?[、丶．.](?![、，。])|{N}[,，]|[—–－-]、", "一、"),
    Style(
        "h2", "h2", 7, rf"{OPEN} ?{N} ?{CLOSE}[、.]?(?![项款条目期])|[㈠-㈩]|{N}[）)]", "（一）"
    ),
    Style(
        "decimal",
        "h4",
        9,
        rf"{D}(?:[.．]{D}){{1,3}}(?=[ \u3000]?(?![万亿元倍吨亩])[\u4e00-\u9fff“《])",
        "1.2",
    ),
    Style(
        "h3", "h3", 8, rf"{D} ?(?:、|[.．](?![0-9]|\Z)|[.．](?=(?:19|20)[0-9]{{2}}年))|[⒈-⒛]", "1."
    ),
    Style("h4", "h4", 10, rf"[（(] ?{D} ?[）)]|[⑴-⒇]", "（1）"),
    Style("paren", "h4", 11, rf"{D}[)）]", "1）"),
    Style("circle", "h4", 12, "[①-⑳㉑-㉟㊱-㊿❶-❿]", "①"),
)
#: Items inside a paragraph that begins with an item of the same style rank below it.
INNER: Final = {
    style.name: replace(style, name=f"inner {style.name}", rank=style.rank + 10)
    for style in STYLES
    if style.kind == "item"
}
#: A title without number ranks with 一、.
UNMARKED: Final = Style("title", "h1", 6, "", "2021年工作回顾")
#: One above lists 一、 ranks with 第一部分.
UNMARKED_PART: Final = replace(UNMARKED, name="untitled part", rank=2)
BY_NAME: Final = {
    style.name: style for style in (*STYLES, *INNER.values(), UNMARKED, UNMARKED_PART)
}
#: Rank of the styles up to （一）: a mark of these ends every list below it.
HEADINGS: Final = BY_NAME["h2"].rank

#: 「。 一是」: what may stand before a mark, then one of the marks, which the lookahead captures.
PLACE: Final = re.compile(
    r"[\n。；：！？…，、;:!?,”’）)】\]》 \u3000](?:[#＃>]{1,6})?[ \u3000]{0,4}"
    r"(?=[一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾0-9（(〔［\[【第首其再最另附①-⒛㈠-㈩㉑-㉟㊱-㊿❶-❿—–－-])"
    "(?=" + "|".join(f"({style.pattern})" for style in STYLES) + ")"
)
#: 情况（一）强化
BARE_H2: Final = re.compile(rf"[（(]{N}[）)](?![项款条目期、，。；级类])")
#: 加强普法一是 behind （一）, 提升能力，夯实基础一是 behind 1.: a line break was lost
BARE_ITEM: Final = re.compile(
    r"(?:[^\n。；：，,、（(]{2,40}[，,]){0,2}[^\n。；：，,、（(]{2,40}?(?<![统唯之第同单不逐万专归])(一是)(?!否|非)"
)
#: 线路（2）新建
BARE_H4: Final = re.compile(rf"[（(]{D}[）)](?![项款条目期、，。；级类])")
#: 一、二 of 一、二年级; 7、8 of 7、8月
RUN: Final = re.compile(rf"({N}|{D})(?![0-9])")
STRONG: Final = frozenset("。；：！？…;:!?")
CLOSERS: Final = frozenset("”’）)】》 \u3000")
CHINESE_DIGITS: Final = frozenset(HAN[1:-1])
#: Longest line of a heading 第三章, and how far （一） may stand behind 一、 on its line.
LONGEST_HEADING: Final = 36
RUN_ON: Final = 80
#: Styles that may stand inside a paragraph.
INSIDE: Final = frozenset(
    "h1 h2 h3 h4 paren circle second side first which enum must seize".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that may hold a numbering mark; offsets are those of the view."""

    style: Style
    at: int
    end: int
    text: str
    #: Number that the mark gives; `None` for 最后 and unnumbered titles.
    ordinal: int | None
    footing: Footing
    #: Start and end of the paragraph.
    line: int
    line_end: int
    #: Taken only where the sequence asks for it.
    doubtful: bool = False


def propose(view: View) -> list[Mark]:
    """Return every place that may hold a mark, in order; two readings of one place may follow."""
    text = f"\n{view.text}\n"
    line_of = _line_finder(text)
    marks: list[Mark] = []
    for found in PLACE.finditer(text):
        style = STYLES[(found.lastindex or 1) - 1]
        footing = _footing(text, found.start())
        if footing == "line" or style.name in INSIDE:
            marks += _read(text, found, footing, line_of)
    seen = {mark.at for mark in marks}
    extra = [mark for mark in _bare(text, marks) if mark.at not in seen]
    return sorted(marks + extra, key=lambda mark: mark.at) if extra else marks


def _line_finder(text: str) -> Callable[[int], tuple[int, int]]:
    """Return a function that gives the line of an offset, fast for offsets in rising order."""
    start, end = 0, -1

    def line_of(at: int) -> tuple[int, int]:
        nonlocal start, end
        if at > end:
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        return start, end

    return line_of


def _read(
    text: str, found: re.Match[str], footing: Footing, line_of: Callable[[int], tuple[int, int]]
) -> list[Mark]:
    """Read one place; `text` has a newline before the view's first character."""
    group = found.lastindex or 1
    style = STYLES[group - 1]
    start, end = found.span(group)
    mark = text[start:end]
    ordinal = ordinal_of(mark) if style.name != "annex" else None
    if ordinal is None and style.name not in ("first", "annex"):
        return []
    if style.name == "annex":  # no mark: the words belong to the title
        mark, end = "", start
    line, line_end = line_of(start)
    doubtful = DOUBTS[style.kind](text, (start, end, line_end), ordinal)
    if doubtful and footing != "line" and style.name in ("h1", "h3"):
        return []
    place = (start - 1, end - 1, mark)
    read = Mark(style, *place, ordinal, footing, line - 1, line_end - 1, doubtful)
    if style.name != "decimal":
        return [read]
    doubted = replace(read, doubtful=True)
    return [*_as_item(doubted), doubted]


def _as_item(mark: Mark) -> list[Mark]:
    """Read 3.10种 as 3. and 10种, which holds where 2. stands before it."""
    number, dot, rest = mark.text.replace("．", ".").partition(".")
    if "." in rest:
        return []
    text = mark.text[: len(number) + len(dot)]
    end = mark.at + len(text)
    return [replace(mark, style=BY_NAME["h3"], end=end, text=text, ordinal=int(number))]


def _bare(text: str, marks: list[Mark]) -> Iterator[Mark]:
    """Find numbers right behind a word: （一） and 一是 in a heading, （1） anywhere."""
    for head in marks:
        if head.style.kind in ("h1", "h2", "h3"):
            yield from _run_on(text, head)
    if "1）" in text or "1)" in text:
        line_of = _line_finder(text)
        for found in BARE_H4.finditer(text):
            yield from _bracketed(found, "h4", line_of(found.start()))


def _run_on(text: str, head: Mark) -> Iterator[Mark]:
    """Find the first marks of the lists into which a heading runs on."""
    start, stop = head.end + 1, min(head.line_end, head.end + RUN_ON) + 1
    line = (head.line + 1, head.line_end + 1)
    item = BARE_ITEM.match(text, start, stop)
    if item:
        yield _placed(item.span(1), "一是", "enum", line)
    for found in BARE_H2.finditer(text, start, stop) if head.style.kind == "h1" else ():
        for mark in _bracketed(found, "h2", line):
            yield mark
            yield from _run_on(text, mark)


def _bracketed(found: re.Match[str], name: str, line: tuple[int, int]) -> Iterator[Mark]:
    """Read a bracketed number behind a word."""
    if ordinal_of(found.group()) is not None:
        yield _placed(found.span(), found.group(), name, line)


def _placed(span: tuple[int, int], mark: str, name: str, line: tuple[int, int]) -> Mark:
    """Make a mark behind a word; offsets are those of the text with a newline before it."""
    start, end = span[0] - 1, span[1] - 1
    return Mark(
        BY_NAME[name], start, end, mark, ordinal_of(mark), "bare", line[0] - 1, line[1] - 1
    )


def _footing(text: str, at: int) -> Footing:
    """Tell on what a mark stands from the character before it (and before a closing one)."""
    before = text[at]
    if before in CLOSERS and at:
        before = text[at - 1]
    if before == "\n":
        return "line"
    return "strong" if before in STRONG else "weak"


def _certain(_text: str, _place: tuple[int, int, int], _ordinal: int | None) -> bool:
    """Doubt nothing: an item is taken by its sequence alone."""
    return False


def _counts_on(text: str, place: tuple[int, int, int], ordinal: int | None) -> bool:
    """Doubt 一、 in 一、二年级 and 7、 in 7、8月, and a comma for a mark."""
    end = place[1]
    if text[end - 1] in ",，":
        return True
    run = RUN.match(text, end) if text[end - 1] in "、丶" else None
    return run is not None and ordinal_of(run[1]) == (ordinal or 0) + 1


def _half(text: str, place: tuple[int, int, int], _ordinal: int | None) -> bool:
    """Doubt 一） without its opening bracket."""
    return text[place[0]] in CHINESE_DIGITS


def _cited(text: str, place: tuple[int, int, int], _ordinal: int | None) -> bool:
    """Doubt 第三条线路 and a sentence that begins with 第三章."""
    _, end, line_end = place
    if end == line_end or text[end] in " \u3000\t、：:":
        return False
    return line_end - end > LONGEST_HEADING or "。" in text[end:line_end]


def _cited_article(text: str, place: tuple[int, int, int], _ordinal: int | None) -> bool:
    """Doubt 第三条线路: behind an article's mark stands a space."""
    return place[1] != place[2] and text[place[1]] not in " \u3000\t、：:"


DOUBTS: Final[dict[Kind, Callable[[str, tuple[int, int, int], int | None], bool]]] = {
    "h1": _counts_on,
    "h2": _half,
    "h3": _counts_on,
    "h4": _certain,
    "chapter": _cited,
    "article": _cited_article,
    "item": _certain,
}
