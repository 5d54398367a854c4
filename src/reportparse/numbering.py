"""Which of the proposed marks number the report: a tracker follows every sequence.

A mark at the start of a paragraph is taken. One that is doubtful, or stands inside a paragraph,
is taken only if it is the next in its list, or opens a list that goes on. Lists that are no part
of the outline (tables of contents, notes, glossaries, lists of annexes) are left out before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from reportparse.asides import outside, without_glossaries
from reportparse.marks import BY_NAME, HEADINGS, INNER, UNMARKED, UNMARKED_PART, Mark, propose
from reportparse.view import View

#: At the start of a paragraph, or behind a full stop.
FIRM: Final = frozenset({"line", "strong"})
ARTICLES: Final = "article"
ANNEX: Final = BY_NAME["annex"].rank
#: 2021年工作回顾, 存在的困难和问题, 下一步工作打算
TITLE: Final = re.compile(
    r"[^，。；：！？,;:!?\n]{0,20}"
    r"(?:[0-9]年|年度|时期|存在|不足|下一?步|今后|主要|工作|过去|全年|[今明来]年|[上下]半年|[一五]年来)"
    r"[^，。；：！？,;:!?\n]{0,12}"
    r"(?:回顾|总结|情况|安排|打算|计划|思路|重点|任务|目标|要求|成绩|成效|成就|做法|问题|不足|原因|措施|建议|展望|经验"
    r"|(?:重点|主要|年)工作)"
)
#: What a title above lists 一、 names: a year, a time.
TIMED: Final = re.compile("[0-9]年|时期|[今明去来]年|[五三]年")
#: A paragraph of text, behind which a title may stand.
PROSE: Final = re.compile(r"\n[^\n]{25,}[。：！](?=\n)")


def choose(view: View) -> list[Mark]:
    """Return the marks that number the report, in order."""
    text = f"\n{view.text}\n"
    marks = outside(propose(view), text)
    taken = without_glossaries(_follow(marks), text)
    heads = [mark for mark in taken if mark.style.name == "h1"]
    taken = sorted([*taken, *(_parts(text, taken, heads) if heads else _titles(text))], key=_place)
    following = [*taken[1:], None]
    return [mark for mark, after in zip(taken, following, strict=False) if _heads(mark, after)]


def _follow(marks: Sequence[Mark]) -> list[Mark]:
    """Take the marks that their sequences ask for."""
    last: dict[str, Mark] = {}
    taken: list[Mark] = []
    end = -1
    for proposed, follower in zip(marks, _followers(marks), strict=True):
        mark = _nested(proposed, last)
        before = last.get(mark.style.name)
        if mark.at < end or not _fits(mark, before, follower, taken):
            continue
        if mark.style.rank <= HEADINGS or mark.ordinal != 1:
            _close(last, mark)
        if mark.ordinal is None and before is not None:  # 最后
            mark = replace(mark, ordinal=(before.ordinal or 0) + 1)
        last[mark.style.name] = mark
        taken.append(mark)
        end = mark.end
    return taken


def _nested(mark: Mark, last: dict[str, Mark]) -> Mark:
    """Move a list 一是 inside a paragraph that itself begins with 二是 to a style of its own."""
    if mark.footing == "line" or mark.style.kind != "item":
        return mark
    outer, inner = last.get(mark.style.name), INNER[mark.style.name]
    if outer is None or outer.footing != "line" or outer.line != mark.line:
        return mark
    opened = last.get(inner.name)
    if mark.ordinal == 1 or (opened is not None and opened.line == mark.line):
        return replace(mark, style=inner)
    return mark


def _followers(marks: Sequence[Mark]) -> list[Mark | None]:
    """Find for each mark the next of its list: of its style, or at least of its footing too."""
    found: list[Mark | None] = []
    following: dict[str, Mark] = {}
    at_lines: dict[str, Mark] = {}
    for mark in reversed(marks):
        name, at_line = mark.style.name, mark.footing == "line"
        follower = following.get(name)
        if at_line and not (follower and _next(mark, follower)):
            follower = at_lines.get(name)
        found.append(follower)
        if at_line and mark.style.rank <= HEADINGS and not mark.doubtful:
            _close(following, mark)
            _close(at_lines, mark)
        following[name] = mark
        if at_line:
            at_lines[name] = mark
    return found[::-1]


def _close(lists: dict[str, Mark], mark: Mark) -> None:
    """Forget the lists that a mark ends: all below a heading, numbered ones below a number."""
    rank = mark.style.rank
    heading = rank <= HEADINGS
    for name, other in list(lists.items()):
        # Articles go on across chapters; only an annex begins them anew.
        goes_on = name == ARTICLES and rank > ANNEX
        if other.style.rank > rank and (heading or other.style.kind != "item") and not goes_on:
            del lists[name]


def _fits(mark: Mark, before: Mark | None, follower: Mark | None, taken: Sequence[Mark]) -> bool:
    """Decide on one mark."""
    if mark.style.kind == "item":
        return _item_fits(mark, before, follower)
    if mark.footing == "line" and not mark.doubtful:
        return True
    if before is not None and _next(before, mark):
        return _counts_on(mark, before)
    return mark.ordinal == 1 and follower is not None and _opens(mark, follower, taken)


def _counts_on(mark: Mark, before: Mark) -> bool:
    """Decide on a doubtful mark that is the next in its list."""
    if mark.style.name == ARTICLES and not before.doubtful:
        return False  # 第三条线路, where 第二条 stands apart from its text
    return mark.footing in FIRM or before.line == mark.line


def _opens(mark: Mark, follower: Mark, taken: Sequence[Mark]) -> bool:
    """Decide on a doubtful first mark: its list has to go on."""
    if not _next(mark, follower):
        return False
    if mark.style.name == "h1":
        return mark.footing in FIRM
    if mark.style.name == "h2":
        return mark.footing != "bare" or _within_heading(mark, taken)
    return mark.footing == "line" or follower.line == mark.line


def _item_fits(mark: Mark, before: Mark | None, follower: Mark | None) -> bool:
    """Decide on an item: it goes on with a list or opens one that goes on.

    Behind a full stop a gap (一是, 三是) or a repeat stays as written.
    """
    firm = mark.footing in FIRM
    if before is not None and mark.ordinal != 1 and (firm or _next(before, mark)):
        return True
    opens = mark.ordinal == 1 or (mark.ordinal == 2 and firm)  # 一是 lost, 二是 and 三是 there
    return opens and follower is not None and _next(mark, follower)


def _next(mark: Mark, after: Mark) -> bool:
    """Tell whether `after` counts on from `mark`; 最后 counts on from anything."""
    return after.ordinal is None or after.ordinal == (mark.ordinal or 0) + 1


def _within_heading(mark: Mark, taken: Sequence[Mark]) -> bool:
    """Tell whether （一） stands in the line of a heading 一、 that runs on into it."""
    head = taken[-1] if taken else None
    return head is not None and head.style.name == "h1" and head.line == mark.line


def _heads(mark: Mark, after: Mark | None) -> bool:
    """Tell whether an annex has sections of its own; a bare list of annexes has none."""
    annexes = (mark.style.name, after.style.name if after else "annex")
    return annexes != ("annex", "annex")


def _titles(text: str) -> list[Mark]:
    """Find titles without number: short lines in the words of titles, two at the least."""
    prose = PROSE.search(text)
    if prose is None:
        return []
    titles = [
        Mark(UNMARKED, start, start, "", None, "line", start, start + len(line))
        for start, line in _short_lines(text, prose.end())
        if TITLE.fullmatch(line)
    ]
    return titles if len(titles) > 1 else []


def _parts(text: str, taken: Sequence[Mark], heads: Sequence[Mark]) -> list[Mark]:
    """Find titles without number above lists 一、: 2004年工作回顾, 2005年主要任务.

    Each names a time, the first stands before any 一、, and no list goes on across one.
    """
    if heads[0].ordinal != 1 or PROSE.search(text, 0, heads[0].at + 1) is None:
        return []
    numbered = {mark.line for mark in taken}
    titles = [
        replace(title, style=UNMARKED_PART)
        for title in _titles(text)
        if title.line not in numbered and TIMED.search(text, title.at + 1, title.line_end + 1)
    ]
    if len(titles) < 2 or titles[0].at > heads[0].at:
        return []
    return [] if any(_across(title, heads) for title in titles) else titles


def _across(title: Mark, heads: Sequence[Mark]) -> bool:
    """Tell whether a list 一、, 二、 goes on from before a title to behind it."""
    return any(
        before.at < title.at < after.at and _next(before, after)
        for before, after in pairwise(heads)
    )


def _short_lines(text: str, start: int) -> Iterable[tuple[int, str]]:
    """Yield view offset and text of the lines under 36 characters behind `start`."""
    while 0 <= start < len(text) - 1:
        end = text.find("\n", start + 1)
        if 3 < end - start - 1 < 36:
            yield start, text[start + 1 : end]
        start = end


def _place(mark: Mark) -> int:
    return mark.at
