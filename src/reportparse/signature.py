"""The signature of a report: the offices that sign it, and the date below them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from reportparse.ordinals import SPELLED

#: A day in any spelling: 2023年12月1日, 2023-12-01, 二〇二三年十二月一日, 一九九七年元月廿三日
DATE: Final = (
    r"(?P<date>(?P<year>[12][0-9]{3}|[一二][〇○零OoＯ0一二三四五六七八九]{3}) ?[年.．/—-] ?"
    r"(?P<month>[01]?[0-9]|十[一二]?|[元正一二三四五六七八九]) ?[月.．/—-] ?"
    r"(?P<day>[0-3]?[0-9]|三十一?|廿[一二三四五六七八九]?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
    r" ?日?)"
)
#: 青枫镇人民政府, 中共岚口市委, 国家统计局岚口调查队
OFFICE: Final = (
    r"(?:国务院|[\u4e00-\u9fff（）()·]{1,40}"
    r"(?:政府|委员会|党委|党组|党工委|工委|市委|县委|区委|省委|镇委|乡委|州委|纪委|政法委|办公室|办事处|街道办|街道|领导小组|"
    r"指挥部|管委会|管理处|居委会|村委会|法院|检察院|研究院|学院|学校|医院|人大|政协|常委会|主席团|协会|联合会|总工会|"
    r"联社|公司|集团|中心|大队|支队|调查队|总队|所|局|厅|部|委|办|站|院|处|会))"
)
#: A date at the end of its line, maybe with offices before it: 芦湾乡人民政府 2024年1月6日
DATED: Final = re.compile(rf"{DATE}[）)】]?\Z")
#: Any day, at the start of what stands below the title: （2024年1月15日）, 1997年3月6日在…会议上
HEAD_DATE: Final = re.compile(rf"[—–―－(（\- \u3000]{{0,8}}{DATE}")
#: Offices on a line of their own, or several side by side.
OFFICES_LINE: Final = re.compile(
    rf"{OFFICE}(?:[ \u3000、]{{1,20}}{OFFICE}){{0,5}}(?:（?(?:盖章|公章|章)）?)?"
)
#: Lines above the date that may name offices, and longest of them.
MOST_OFFICES: Final = 6
LONGEST_LINE: Final = 80
#: How far from the end of the text a date may stand, if no annex follows it.
TAIL: Final = 1500
#: An annex below the signature.
ANNEX: Final = re.compile(r"\n附(?:件|表|录|：|:)")
MOST_ANNEXES: Final = 8
SEPARATORS: Final = re.compile(r"[ \u3000、]+|（?(?:盖章|公章)）?\Z|（章）\Z")
BLANKS: Final = " \u3000（("
DIGITS: Final = str.maketrans("〇○零OoＯ一二三四五六七八九", "000000123456789")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs and when; offsets are those of the view."""

    signed: date
    #: Start and end of the date.
    at: int
    end: int
    offices: tuple[str, ...]
    #: Start and end of the lines that name the offices, equal if there are none.
    offices_at: int
    offices_end: int

    @property
    def start(self) -> int:
        """Where the signature begins."""
        return min(self.at, self.offices_at)


def read_date(found: re.Match[str]) -> date | None:
    """Read a match of `DATE`; `None` if there is no such day.

    >>> read_date(re.match(DATE, "二〇二三年十二月廿一日"))
    datetime.date(2023, 12, 21)
    """
    year = found["year"].translate(DIGITS)
    try:
        return date(int(year), _number(found["month"]), _number(found["day"]))
    except ValueError:
        return None


def _number(written: str) -> int:
    """Read a month or a day."""
    if written.isdecimal():
        return int(written)
    if written in ("元", "正"):
        return 1
    return SPELLED["二十" + written[1:] if written[0] == "廿" else written]


def find_signature(text: str) -> Signature | None:
    """Find the signature at the end of a report, or before its annexes."""
    for place, line in _places(text):
        found = DATED.search(line) if 6 < len(line) <= LONGEST_LINE and place else None
        signed = read_date(found) if found else None
        if found and signed:
            offices = line[: found.start()].strip(BLANKS)
            if not offices or OFFICES_LINE.fullmatch(offices):
                return _signature(text, place, found, signed)
    return None


def _places(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines in which a signature may end: the last ones, and those above an annex."""
    for place, line in _upwards(text, len(text)):
        if len(text) - place > TAIL:
            break
        yield place, line
    for annex in islice(ANNEX.finditer(text), MOST_ANNEXES):
        yield from islice(_upwards(text, annex.start()), 2)


def _upwards(text: str, end: int) -> Iterator[tuple[int, str]]:
    """Yield start and text of the lines that end at or before `end`, from the last one up."""
    while end >= 0:
        start = text.rfind("\n", 0, end) + 1
        yield start, text[start:end].rstrip(" \u3000")
        end = start - 1


def _signature(text: str, place: int, found: re.Match[str], signed: date) -> Signature:
    """Read the offices on the line of the date and on those above it."""
    named = [(place, found.string[: found.start()].rstrip(BLANKS))]
    for above, line in islice(_upwards(text, place - 1), MOST_OFFICES):
        if not line or len(line) > LONGEST_LINE or not OFFICES_LINE.fullmatch(line.strip(BLANKS)):
            break
        named.insert(0, (above, line))
    named = [(start, line) for start, line in named if line]
    at, end = place + found.start("date"), place + found.end("date")
    if not named:
        return Signature(signed, at, end, (), at, at)
    offices = tuple(office for _, line in named for office in offices_of(line))
    return Signature(signed, at, end, offices, named[0][0], named[-1][0] + len(named[-1][1]))


def offices_of(line: str) -> tuple[str, ...]:
    """Split offices that stand side by side.

    >>> offices_of("中共岚口市委　岚口市人民政府（盖章）")
    ('中共岚口市委', '岚口市人民政府')
    """
    return tuple(part for part in SEPARATORS.split(line) if part)
