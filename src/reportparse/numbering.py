"""Which of the proposed marks number the report: a tracker follows every sequence.

A mark at the start of a paragraph is taken. One that is doubtful, or stands inside a paragraph,
is taken only if it is the next in its list, or opens a list that goes on. Lists that are no part
of the outline (tables of contents, notes, glossaries, lists of annexes) are left out before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from reportparse.marks import BY_NAME, INNER, UNMARKED, Mark, propose
from reportparse.view import View

#: Styles up to （一）: a mark of these ends every list below it.
HEADINGS: Final = BY_NAME["h2"].rank
#: Styles that count notes and entries of a glossary.
NOTES: Final = frozenset({"h3", "h4", "paren", "circle", "decimal"})

#: 目录
CONTENTS: Final = re.compile(r"\n[^\n]{0,8}目[ \u3000]*录[^\n]{0,4}\n")
#: No report has more, or longer ones; the caps keep hostile texts linear.
MOST_CONTENTS: Final = 8
LONGEST_CONTENTS: Final = 20_000
#: ……3, or a tab and a page number
ENTRY_END: Final = re.compile(r"\t.*|[ .…·0-9-]{1,80}\Z")
#: 一、工作情况……3
LEADER: Final = re.compile(r"(?:[.…·]{2,}|[ \t\u3000-])[ \t]*[0-9]{1,3}\Z")
#: 七、医疗保健100.5
NUMBERED_END: Final = re.compile(r"[^0-9.][0-9]{1,3}(?:\.[0-9]+)?\Z")
#: 附件一：名词解释, ※名词解释※, 《报告》有关用语说明
GLOSSARY: Final = re.compile(
    r"\n[^\n，。；]{0,24}(?:名词|词语|术语|用语|缩略语|专业词汇|概念)[^\n，。；]{0,6}(?:解释|注释|说明|释义)[^\n，。；]{0,8}(?=\n)"
    r"|\n[^\n\u4e00-\u9fff]{0,4}(?:注释|注解|附注|备注)[^\n\u4e00-\u9fff]{0,4}(?=\n)"
)
#: 注：1.本表为初步数
NOTE: Final = re.compile(r"\n[（(]?(?:注|注释|备注|说明|附注)[：:](?!\n[^0-9①])")
#: 附件：1.统计表
ENCLOSED: Final = re.compile(r"\n附[ \u3000]*(?:件|表)?[ \u3000]*[：:][ \u3000]*(?=[0-9])")
#: “两重”：…, “河长制”。是指…
TERM: Final = re.compile(
    r"[^，。；\n]{0,12}[”\"][^，。；：\n]{0,14}[：:。](?:是)?|[^，。；\n]{2,30}是指|[^，。；\n]{2,24}[：:]是?指"
)
#: 2021年工作回顾, 存在的困难和问题, 下一步工作打算
TITLE: Final = re.compile(
    r"[^，。；：！？,;:!?\n]{0,20}"
    r"(?:[0-9]年|年度|时期|存在|不足|下一?步|今后|主要|工作|过去|全年|[今明来]年|[上下]半年|[一五]年来)"
    r"[^，。；：！？,;:!?\n]{0,12}"
    r"(?:回顾|总结|情况|安排|打算|计划|思路|重点|任务|目标|要求|成绩|成效|做法|问题|不足|原因|措施|建议|展望|经验)"
)
#: A paragraph of text, behind which a title may stand.
PROSE: Final = re.compile(r"\n[^\n]{25,}[。：！](?=\n)")


def choose(view: View) -> list[Mark]:
    """Return the marks that number the report, in order."""
    text = f"\n{view.text}\n"
    marks = _outside(propose(view), text)
    taken = _without_glossaries(_follow(marks), text)
    if all(mark.style.name != "h1" for mark in taken):
        taken = sorted([*taken, *_titles(text)], key=_place)
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
        if other.style.rank > rank and (heading or other.style.kind != "item"):
            del lists[name]


def _fits(mark: Mark, before: Mark | None, follower: Mark | None, taken: Sequence[Mark]) -> bool:
    """Decide on one mark."""
    if mark.style.kind == "item":
        return _item_fits(mark, before, follower)
    if mark.footing == "line" and not mark.doubtful:
        return True
    if before is not None and _next(before, mark):
        return mark.footing in ("line", "strong") or before.line == mark.line
    if mark.ordinal != 1 or follower is None or not _next(mark, follower):
        return False
    if mark.style.name == "h1":
        return mark.footing in ("line", "strong")
    if mark.footing == "bare" and mark.style.name == "h2":
        return _within_heading(mark, taken)
    return mark.style.name == "h2" or mark.footing == "line" or follower.line == mark.line


def _item_fits(mark: Mark, before: Mark | None, follower: Mark | None) -> bool:
    """Decide on an item: it goes on with a list or opens one that goes on.

    Behind a full stop a gap (一是, 三是) or a repeat stays as written.
    """
    firm = mark.footing in ("line", "strong")
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


def _outside(marks: list[Mark], text: str) -> list[Mark]:
    """Leave out marks in tables of contents, notes, glossaries and lists of annexes."""
    marks = _without_numbered_ends(marks, text)
    contents = sorted(_contents(text, marks))
    if contents:
        marks = [mark for mark in marks if not _within(contents, mark.at)]
    notes = sorted([*_glossaries(text, marks), *_notes(text, marks)])
    if notes:
        marks = [
            mark for mark in marks if mark.style.name not in NOTES or not _within(notes, mark.at)
        ]
    return marks


def _within(zones: Sequence[tuple[int, int]], at: int) -> bool:
    """Tell whether an offset lies in one of the zones, which are sorted by their starts."""
    index = bisect_right(zones, at, key=_first)
    return any(at < end for _, end in zones[max(0, index - 2) : index])


def _without_numbered_ends(marks: list[Mark], text: str) -> list[Mark]:
    """Leave out lines with a page number behind a leader, or three and more ending in figures."""
    heads = [mark for mark in marks if mark.footing == "line" and mark.line_end - mark.end < 60]
    lines = {mark.line: text[mark.end + 1 : mark.line_end + 1] for mark in heads}
    led = {line for line, rest in lines.items() if LEADER.search(rest)}
    numbered = {line for line, rest in lines.items() if NUMBERED_END.search(rest)}
    bad = led | numbered if len(numbered) > 2 else led
    return [mark for mark in marks if mark.line not in bad] if bad else marks


def _contents(text: str, marks: Sequence[Mark]) -> Iterable[tuple[int, int]]:
    """Find tables of contents: each ends where its first entry stands again."""
    if "录" not in text:
        return
    for head in islice(CONTENTS.finditer(text), MOST_CONTENTS):
        first = next((mark for mark in marks if mark.at >= head.end() - 1), None)
        if first is None:
            return
        entry = ENTRY_END.sub("", text[first.at + 1 : first.line_end + 1])
        again = text.find(f"\n{entry}", first.line_end, first.line_end + LONGEST_CONTENTS)
        if again > 0:
            yield first.at, again


def _glossaries(text: str, marks: Sequence[Mark]) -> Iterable[tuple[int, int]]:
    """Find glossaries: from their title to the next annex or numbered heading."""
    if "释" not in text and "说明" not in text and "注" not in text:
        return
    for head in islice(GLOSSARY.finditer(text), MOST_CONTENTS):
        ends = (
            mark.at
            for mark in marks
            if mark.at >= head.end() and mark.style.rank <= HEADINGS and mark.footing == "line"
        )
        yield head.start(), next(ends, len(text))


def _notes(text: str, marks: Sequence[Mark]) -> Iterable[tuple[int, int]]:
    """Find notes and lists of annexes: their paragraph, and those that go on counting."""
    starts = [found.start() for pattern in (NOTE, ENCLOSED) for found in pattern.finditer(text)]
    if not starts:
        return
    counting = {
        mark.line: mark.line_end
        for mark in marks
        if mark.footing == "line" and mark.style.name in NOTES
    }
    for start in starts:
        end = text.find("\n", start + 1) - 1
        while end + 1 in counting:
            end = counting[end + 1]
        yield start, end + 1


def _without_glossaries(taken: list[Mark], text: str) -> list[Mark]:
    """Leave out lists of 1. whose entries explain terms."""
    runs: list[list[Mark]] = []
    for mark in taken:
        if mark.style.name != "h3" or mark.footing != "line":
            continue
        if runs and mark.ordinal == (runs[-1][-1].ordinal or 0) + 1:
            runs[-1].append(mark)
        else:
            runs.append([mark])
    bad = {mark.at for run in runs if _explains(run, text) for mark in run}
    return [mark for mark in taken if mark.at not in bad] if bad else taken


def _explains(run: Sequence[Mark], text: str) -> bool:
    """Tell whether most entries of a list begin with a term and its explanation."""
    terms = sum(TERM.match(text, mark.end + 1) is not None for mark in run)
    return len(run) > 2 and terms * 2 > len(run)


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


def _short_lines(text: str, start: int) -> Iterable[tuple[int, str]]:
    """Yield view offset and text of the lines under 36 characters behind `start`."""
    while 0 <= start < len(text) - 1:
        end = text.find("\n", start + 1)
        if 3 < end - start - 1 < 36:
            yield start, text[start + 1 : end]
        start = end


def _first(zone: tuple[int, int]) -> int:
    return zone[0]


def _place(mark: Mark) -> int:
    return mark.at
