"""HTML in safe hands: everything that comes from a report is escaped here."""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reportparse.render.words import word
from reportparse.span import Span

#: Control characters and halves of pairs, which no HTML page may hold.
UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text to be marked, and the attributes that it gets."""

    span: Span
    #: Style classes, such as "figure holds".
    classes: str
    #: Names for the script of the page: claim or finding ids.
    names: str = ""
    #: Shown while the pointer rests on it.
    hint: str = ""
    #: Number of the finding that stands here, shown where the mark begins.
    pin: str = ""


def escape(text: object) -> str:
    """Return a text that is safe in HTML content and in quoted attributes."""
    return html.escape(UNPRINTABLE.sub("\ufffd", str(text)))


def element(tag: str, content: str, **attributes: str) -> str:
    """Build an element; the content is HTML already, the attributes are plain text.

    >>> element("b", escape("<198件>"), class_="figure")
    '<b class="figure">&lt;198件&gt;</b>'
    """
    told = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value
    )
    return f"<{tag}{told}>{content}</{tag}>"


def said(key: str) -> str:
    """Return a word in both languages, of which the page shows one.

    >>> said("outline")
    '<span lang="zh">结构</span><span lang="en">outline</span>'
    """
    return spoken(word(key, "zh"), word(key, "en"))


def spoken(zh: str, en: str) -> str:
    """Return a sentence in both languages, of which the page shows one."""
    if zh == en:
        return escape(zh)
    return element("span", escape(zh), lang="zh") + element("span", escape(en), lang="en")


def painted(text: str, marks: Iterable[Mark], within: Span | None = None) -> str:
    """Return a text as HTML with marks, which may lie in each other or overlap.

    The text is cut at every end of a mark; each piece carries what all marks over it say.
    """
    whole = within or Span(0, len(text))
    inside = [mark for mark in marks if mark.span.meets(whole)]
    return "".join(
        _piece(Span(start, end), text, over) for start, end, over in _cut(inside, whole)
    )


def _piece(span: Span, text: str, marks: list[Mark]) -> str:
    if not marks:
        return escape(span.of(text))
    return element(
        "mark",
        escape(span.of(text)),
        class_=_union(mark.classes for mark in marks),
        data_names=_union(mark.names for mark in marks),
        data_pin=_union(mark.pin for mark in marks if mark.span.start == span.start),
        title="\n".join(dict.fromkeys(mark.hint for mark in marks if mark.hint)),
    )


def _cut(marks: list[Mark], whole: Span) -> Iterator[tuple[int, int, list[Mark]]]:
    """Yield pieces of the text from left to right, with the marks over each."""
    opening = deque(sorted(marks, key=lambda mark: mark.span))
    ends = {whole.start, whole.end}
    for mark in marks:
        ends |= {max(mark.span.start, whole.start), min(mark.span.end, whole.end)}
    places = sorted(ends)
    over: list[Mark] = []
    for start, end in pairwise(places):
        while opening and opening[0].span.start <= start:
            over.append(opening.popleft())
        over = [mark for mark in over if mark.span.end > start]
        yield start, end, over


def _union(words: Iterable[str]) -> str:
    """Join lists of words, each word once."""
    return " ".join(dict.fromkeys(word for some in words for word in some.split()))
