"""What stands above the text of a report: title, number, addressee, who speaks and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportparse.signature import DATE, HEAD_DATE, OFFICES_LINE

#: Lines that may stand above the text, and characters within which a congress is addressed.
MOST_LINES: Final = 40
REACH: Final = 3000
#: Lines below the title among which the office stands.
NEAR: Final = 4
#: Last words of titles.
TITLE_WORDS: Final = (
    "(?:报告|总结|公报|要点|计划|方案|汇报|年报|通报|情况|意见|通知|思路|打算|安排|规划|纲要|公告|"
    "指引|材料|说明|工作)"
)
#: 2023年法治政府建设工作报告, maybe with （审议稿）, [1] or a subtitle behind it
TITLE: Final = re.compile(
    rf"[^\n。；！？]{{0,70}}{TITLE_WORDS}(?=(?:[（(〔\[【][^\n]{{1,12}}[）)〕\]】]){{0,2}}(?:\Z|[—-]{{1,4}}))"
)
#: A part of a title that stands on a line above its last: an office, a year, 关于…
TITLE_PART: Final = re.compile(
    "[^\n，。；：！？:]{0,40}(?:政府|委员会|党委|局|办公室|办事处|街道|[镇乡县市区省州旗厅院]|[0-9]年度?)"
    "|关于[^\n。；：]{2,50}|[^\n，。；：]{2,40}关于(?:印发|转发|报送|呈报)?"
)
#: A title that goes on with another line: 和2024年工作打算
TITLE_MORE: Final = re.compile(rf"(?:[和及与暨、][^\n。；：]{{2,50}}|的?(?:工作)?){TITLE_WORDS}")
#: What makes a title more than 工作报告: a year, a place, an office.
TELLING: Final = re.compile(
    "[0-9]{4}年|[一二][〇○零一二三四五六七八九]{3}年|[县市区镇乡局委省州旗]|关于"
)
#: 县人民政府：, 临澄县委全面依法治县委员会办公室：, 各科室、各村：
ADDRESSEE: Final = re.compile(
    rf"(?:{OFFICES_LINE.pattern}|各[^\n。；：:0-9]{{2,60}}|[^\n。；：:0-9]{{0,60}}(?:代表|同志们?|领导|委员))(?=[：:]\Z)"
)
#: 各位代表：, 同志们！
CONGRESS: Final = re.compile(
    r"\n[ \u3000]{0,4}(各位代表(?:[、，][^\n：:！。]{2,20})?|同志们)[：:！!，]"
)
#: 2024年1月6日在芦湾乡第十九届人民代表大会第四次会议上
READ_ON: Final = re.compile(
    rf"[—–―－(（\- \u3000\n]{DATE}(?=[^\n。]{{0,16}}在[^\n。]{{4,40}}(?:会议|大会))"
)
#: 梧政〔2025〕7号
NUMBER: Final = re.compile(
    r"(?:[^\n：:]{0,8}[：:] ?)?"
    r"([\u4e00-\u9fff]{1,14} ?[〔\[［(（【](?:19|20)[0-9]{2}[〕\]］)）】] ?第?[0-9]{1,4} ?号)"
    r"(?:[ \u3000]+签发人[^\n]{0,20})?"
)
#: 发文机关：沅坪县人民政府
LABELLED: Final = re.compile(
    r"([\u4e00-\u9fff][\u4e00-\u9fff \u3000]{1,7})[：:][ \u3000]*([^\n]{1,90})"
)
#: A numbered heading, or a sentence: here the text begins.
BODY: Final = re.compile(
    r"#{0,6} ?(?:[一1][、.．]|第[一1](?:部分|章)|[（(]一[）)])"
    r"|[^\n]{24,}[。；]|[^\n]{0,60}[，。][^\n]{16}"
)
AFTER_PART: Final = "：:！!，, \u3000\n"
#: Spaces and emphasis inside a title.
NOISE: Final = re.compile("[ \u3000\t\xa0]+(?![A-Za-z])|[*#※]+|(?<=[\u4e00-\u9fff])[ \u3000]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the heading, with its place in the view."""

    text: str
    at: int
    end: int


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The lines above the text, taken apart."""

    title: Part | None
    addressee: Part | None
    number: Part | None
    #: A day given below the title, as written.
    dated: re.Match[str] | None
    #: Offices on lines of their own below the title.
    offices: tuple[Part, ...]
    #: What lines of the form 发文机关：… say.
    labelled: tuple[tuple[str, Part], ...]
    #: View offset at which the text begins.
    body: int


def read_letterhead(text: str) -> Letterhead:
    """Read the lines above the text of a report."""
    lines, body = _lines(text)
    labelled = tuple(pair for line in lines for pair in _labelled(line))
    found = _title(lines)
    title, below = (found[0], lines[found[1] :]) if found else (None, lines)
    congress = CONGRESS.search(text, 0, REACH)
    addressee = _addressee(below) or _spoken_to(congress)
    ends = [body, *(_behind(text, part.end) for part in (title, addressee) if part)]
    return Letterhead(
        title=title,
        addressee=addressee,
        number=next((part for line in lines if (part := _number(line))), None),
        dated=_dated(text, below, spoken=congress is not None),
        offices=tuple(line for line in below[:NEAR] if OFFICES_LINE.fullmatch(line.text)),
        labelled=labelled,
        body=min(max(ends), len(text)),
    )


def _behind(text: str, end: int) -> int:
    """Return the offset behind a part, its colon, and the end of its line if nothing follows."""
    while end < len(text) and text[end] in AFTER_PART:
        end += 1
    return end


def plain(text: str) -> str:
    """Return a line without the spaces and marks that layout put in.

    >>> plain("政 府 工 作 报 告")
    '政府工作报告'
    """
    return NOISE.sub("", text.strip())


def title_of(line: str) -> str:
    """Return a title without what stands behind it.

    >>> title_of("鹿泽县政府工作报告——在县第十八届人民代表大会上")
    '鹿泽县政府工作报告'
    """
    cleaned = plain(line)
    found = TITLE.match(cleaned)
    return found.group() if found else cleaned


def _lines(text: str) -> tuple[list[Part], int]:
    """Return the lines above the text, and where the text begins."""
    lines: list[Part] = []
    at = 0
    while len(lines) < MOST_LINES and at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end].strip(" \u3000")
        if BODY.match(line) and not LABELLED.match(line):
            return lines, at
        lines.append(Part(line, at, end))
        at = end + 1
    return lines, 0


def _title(lines: Sequence[Part]) -> tuple[Part, int] | None:
    """Return the most telling title, and the number of the line below it."""
    best: tuple[int, int, int] | None = None
    index = 0
    while index < len(lines):
        if not _may_be_title(lines[index].text):
            index += 1
            continue
        first, index = _broken(lines, index)
        text = "".join(plain(line.text) for line in lines[first:index])
        telling = 2 * min(len({found.group()[-1] for found in TELLING.finditer(text)}), 2)
        telling += "政府" in text
        if best is None or telling > best[0]:
            best = (telling, first, index)
    if best is None:
        return None
    _, first, after = best
    joined = "".join(plain(line.text) for line in lines[first:after])
    return Part(title_of(joined), lines[first].at, lines[after - 1].end), after


def _may_be_title(line: str) -> bool:
    """Tell whether a line ends as titles do, and is no labelled pair or subtitle."""
    cleaned = plain(line)
    return bool(
        TITLE.match(cleaned) and not LABELLED.match(cleaned) and not HEAD_DATE.match(cleaned)
    )


def _broken(lines: Sequence[Part], index: int) -> tuple[int, int]:
    """Find the lines over which a title is broken: the first one, and the one below the last."""
    first, after = index, index + 1
    while first and index - first < 3 and TITLE_PART.fullmatch(plain(lines[first - 1].text)):
        first -= 1
    while after < len(lines) and TITLE_MORE.fullmatch(plain(lines[after].text)):
        after += 1
    return first, after


def _labelled(line: Part) -> Iterator[tuple[str, Part]]:
    """Read 发文机关：沅坪县人民政府."""
    found = LABELLED.fullmatch(line.text)
    if found:
        start = line.at + found.start(2)
        yield plain(found[1]), Part(found[2], start, start + len(found[2]))


def _addressee(lines: Sequence[Part]) -> Part | None:
    """Find the office that a line ending in a colon speaks to."""
    for line in lines:
        found = ADDRESSEE.match(line.text)
        if found:
            return Part(plain(found.group()), line.at, line.at + found.end())
    return None


def _spoken_to(congress: re.Match[str] | None) -> Part | None:
    """Return the congress that a report is read to."""
    return Part(plain(congress[1]), *congress.span(1)) if congress else None


def _number(line: Part) -> Part | None:
    """Read a document number that has a line of its own."""
    found = NUMBER.fullmatch(line.text)
    if found is None:
        return None
    return Part(found[1].replace(" ", ""), line.at + found.start(1), line.at + found.end(1))


def _dated(text: str, below: Sequence[Part], *, spoken: bool) -> re.Match[str] | None:
    """Find the day below the title; one on which a report was read may stand further down."""
    for line in below:
        found = HEAD_DATE.match(text, line.at)
        if found:
            return found
    return next(READ_ON.finditer(text, 0, REACH), None) if spoken else None
