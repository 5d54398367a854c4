"""Numbered lists outside the outline: contents, notes, glossaries, lists of annexes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from reportparse.marks import HEADINGS, Mark

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
#: The sign of a note, behind a word and at the end of its clause.
REFERENCE: Final = re.compile("[^\n]([①-⑳])(?=[\n，。；、）”])")
#: 附件：1.统计表
ENCLOSED: Final = re.compile(r"\n附[ \u3000]*(?:件|表)?[ \u3000]*[：:][ \u3000]*(?=[0-9])")
#: “两重”：…, “河长制”。是指…
TERM: Final = re.compile(
    r"[^，。；\n]{0,12}[”\"][^，。；：\n]{0,14}[：:。](?:是)?|[^，。；\n]{2,30}是指|[^，。；\n]{2,24}[：:]是?指"
)


def outside(marks: list[Mark], text: str) -> list[Mark]:
    """Leave out marks in tables of contents, notes, glossaries and lists of annexes."""
    marks = _without_numbered_ends(marks, text)
    if "①" in text:
        marks = _without_referred(marks, text)
    contents = sorted(_contents(text, marks))
    if contents:
        marks = [mark for mark in marks if not _within(contents, mark.at)]
    notes = sorted([*_glossaries(text, marks), *_notes(text, marks)])
    if notes:
        marks = [
            mark for mark in marks if mark.style.name not in NOTES or not _within(notes, mark.at)
        ]
    return marks


def _without_referred(marks: list[Mark], text: str) -> list[Mark]:
    """Leave out notes ①, ② to which the text refers (…的做法①。)."""
    referred = {found[1]: found.start() for found in reversed(list(REFERENCE.finditer(text)))}
    if not referred:
        return marks
    return [
        mark
        for mark in marks
        if mark.footing != "line" or referred.get(mark.text, mark.at + 1) > mark.at
    ]


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


def without_glossaries(taken: list[Mark], text: str) -> list[Mark]:
    """Leave out lists of 1. whose entries explain terms."""
    numbers = [mark for mark in taken if mark.style.name == "h3" and mark.footing == "line"]
    bad = {mark.at for run in _runs(numbers) if _explains(run, text) for mark in run}
    return [mark for mark in taken if mark.at not in bad] if bad else taken


def _runs(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Split marks into lists that count on."""
    runs: list[list[Mark]] = []
    for mark in marks:
        if runs and mark.ordinal == (runs[-1][-1].ordinal or 0) + 1:
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return runs


def _explains(run: Sequence[Mark], text: str) -> bool:
    """Tell whether most entries of a list begin with a term and its explanation."""
    terms = sum(TERM.match(text, mark.end + 1) is not None for mark in run)
    return len(run) > 2 and terms * 2 > len(run)


def _first(zone: tuple[int, int]) -> int:
    return zone[0]
