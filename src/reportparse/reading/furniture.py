"""Page furniture told by words alone: page numbers, and headers that run over every page.

What looks like a page number may be a figure, so the doubtful forms count only where they
count on: 3 lines of "1/9", "2/9", "3/9" are pages, one "1/3" is not. A line with a numbering
mark or a full stop is never furniture.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from reportparse import segment
from reportparse.reading.wrapping import MARK, stopped

#: - 1 - · — 12 — · －1－ · ·3·
DASHED: Final = re.compile(r"[-‐–—―－─~～·•.]{1,3}\s*(\d{1,4})\s*[-‐–—―－─~～·•.]{1,3}$")
#: 第1页 · 第 1 页 共 9 页 · 第一页 · 第3页/共9页
PAGE: Final = re.compile(
    r"第\s*(\d{1,4}|[一二三四五六七八九十百]{1,5})\s*页"
    r"\s*[,，/／|（(]?\s*(?:共\s*[\d一二三四五六七八九十百]{1,5}\s*页)?\s*[)）]?$"
)
#: Page 3 · P3 · Page 3 of 9
LATIN: Final = re.compile(r"(?:Page|P\.?)\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE)
#: 1/9 · 1 ／ 9
OF_TOTAL: Final = re.compile(r"(\d{1,3})\s*[/／]\s*(\d{1,3})$")
#: 7
BARE: Final = re.compile(r"(\d{1,3})$")
#: *** · ----- · ═════ · <!-- · -->
RULE: Final = re.compile(r"(?:[-=_*~—─═＿\s]{3,}|<!--|-->)$")
#: Numbers of pages end where years begin.
FIRST_YEAR: Final = 1900

#: A header is shorter than this and stands at least so often.
HEADER_LENGTH: Final = 30
HEADER_TIMES: Final = 3
#: Characters between one page number or header and the next: a page is no shorter.
PAGE_LENGTH: Final = 100
#: Lines at the beginning among which the title stands.
TITLE_LINES: Final = 3
#: …工作报告 · …年度总结
TITLE: Final = re.compile("(?:报告|总结|公报|年报|要点|情况|汇报|通报|计划|方案)$")
#: A list or a label rather than a header: 合计， · 各位代表： · 存在问题、
NO_HEADER: Final = re.compile("[。；！？：，、,;:!?]$")


def page_label(line: str) -> str | None:
    """Return the number that a line prints as a page number, `None` for any other line.

    >>> page_label("— 12 —"), page_label("第3页 共9页"), page_label("— 2023 —")
    ('12', '3', None)
    """
    for form in (DASHED, PAGE, LATIN):
        match = form.match(line)
        if match:
            label = match[1]
            return None if label.isdecimal() and int(label) >= FIRST_YEAR else label
    return None


def page_numbers(lines: Sequence[str]) -> frozenset[int]:
    """Return the indices of the lines that number pages."""
    sure = {index for index, line in enumerate(lines) if len(line) < 24 and page_label(line)}
    return frozenset(sure | _counting(lines, OF_TOTAL) | _counting(lines, BARE))


def running_headers(lines: Sequence[str], breaks: frozenset[int]) -> frozenset[int]:
    """Return the indices of headers; `breaks` are the lines that stand next to a page's end.

    The title of the report often runs as its header; where it stands first, it stays.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if 0 < len(line) < HEADER_LENGTH:
            places[line].append(index)
    found: set[int] = set()
    for line, indices in places.items():
        if len(indices) < 2 or not _may_run(line) or not _runs(lines, indices, breaks):
            continue
        found.update(indices[1:] if _is_title(lines, indices) else indices)
    return frozenset(found)


def _runs(lines: Sequence[str], indices: Sequence[int], breaks: frozenset[int]) -> bool:
    """Tell a header from a heading that comes back: it breaks pages, or breaks into sentences."""
    if not _apart(lines, indices):
        return False
    if sum(_is_torn_off(lines, index) for index in indices) * 2 >= len(indices):
        return False
    if all(index in breaks for index in indices[1:]):
        return True
    above = [lines[index - 1] for index in indices[1:]]
    torn = any(len(line) >= HEADER_LENGTH and not stopped(line) for line in above)
    return len(indices) >= HEADER_TIMES and torn


def _is_torn_off(lines: Sequence[str], index: int) -> bool:
    """Tell whether a line is the end of a word that the page before begins: 进一 | 步提升."""
    above = next((line for line in reversed(lines[:index]) if line and not page_label(line)), "")
    return segment.straddles(above, lines[index])


def _is_title(lines: Sequence[str], indices: Sequence[int]) -> bool:
    """Tell whether the first of the headers is the title itself."""
    first, second = indices[:2]
    others = [lines[index] for index in range(first + 1, min(first + 3, len(lines)))]
    titled = any(TITLE.search(line) and len(line) < 2 * HEADER_LENGTH for line in others)
    return first < TITLE_LINES <= second and not titled


def rules_drawn(lines: Sequence[str]) -> frozenset[int]:
    """Return the indices of lines drawn of dashes and the like."""
    return frozenset(index for index, line in enumerate(lines) if RULE.match(line))


def _counting(lines: Sequence[str], form: re.Pattern[str]) -> set[int]:
    """Find lines of a doubtful form that count pages: n, and n+1 about a page later."""
    found: set[int] = set()
    matches = {index: form.match(line) for index, line in enumerate(lines) if len(line) < 12}
    numbered = [(index, int(match[1])) for index, match in matches.items() if match]
    open_pages: dict[int, int] = {}
    for index, number in numbered:
        before = open_pages.get(number - 1)
        # The last page may be short.
        last = index == len(lines) - 1 and before in found
        if before is not None and (last or _apart(lines, [before, index])):
            found |= {before, index}
        open_pages[number] = index
    return found


def _apart(lines: Sequence[str], indices: Sequence[int]) -> bool:
    """Tell whether about a page of text stands between each two of the lines."""
    for above, below in pairwise(indices):
        length = 0
        for line in lines[above + 1 : min(below, above + 1 + PAGE_LENGTH)]:
            length += len(line)
            if length >= PAGE_LENGTH:
                break
        else:
            return False
    return True


def _may_run(line: str) -> bool:
    """Tell whether a line may be a header at all."""
    return len(line) > 1 and not (NO_HEADER.search(line) or MARK.match(line))
