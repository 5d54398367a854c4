"""Automatic numbering: the label that Word prints in front of a paragraph, counted as Word does.

A paragraph names a list directly or by its style; the list names a pattern of nine levels that
several lists may share, with levels of its own put over it. Counters belong to the pattern.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from reportparse.reading.labels import label_of
from reportparse.reading.opening import Element, attribute, child, children, switched, whole

LEVELS: Final = 9
#: How many styles may rest on each other.
MAX_CHAIN: Final = 50
#: %1 in "第%1条"
HOLE: Final = re.compile("%([1-9])")
#: 1.1 · 1. · 第三条: labels that run into the text without a blank; 一、 （一） 一是 ② do not
OPEN: Final = re.compile(r"[0-9A-Za-z.]$|^第")
#: Characters of symbol fonts, which say nothing outside of them.
SYMBOLS: Final = re.compile("[\ue000-\uf8ff]")
#: What a typed number is made of: 3 · 十二 · ③
TYPED: Final = "[0-9０-９〇零一二三四五六七八九十百①-⑳]{1,5}"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    style: str = "decimal"
    text: str = ""
    start: int = 1
    #: Levels up to this one (from 1) start it anew; `None`: every higher level, 0: none.
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"
    #: Paragraph style whose paragraphs stand on this level.
    paragraphs: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """A list: the pattern it counts by, and its levels."""

    pattern: str
    levels: tuple[Level, ...]
    #: Where a level starts in this list, whatever was counted before.
    starts: tuple[int | None, ...]


class Styles:
    """Paragraph styles, as far as numbering and hiding go."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {attribute(style, "styleId"): style for style in children(root, "style")}
        self.default = next(
            (
                key or ""
                for key, style in self._styles.items()
                if attribute(style, "type") == "paragraph"
                and attribute(style, "default") in ("1", "true", "on")
            ),
            "",
        )

    def chain(self, key: str) -> list[Element]:
        """Return a style and those that it rests on."""
        found: list[Element] = []
        style = self._styles.get(key)
        while style is not None and len(found) < MAX_CHAIN:
            found.append(style)
            style = self._styles.get(attribute(child(style, "basedOn"), "val"))
        return found

    def name(self, key: str) -> str:
        """Return the name of a style: "heading 1", "toc 2"."""
        return (attribute(child(self._styles.get(key), "name"), "val") or "").lower()

    def hides(self, key: str) -> bool:
        """Tell whether a style hides its text."""
        for style in self.chain(key):
            if child(style, "rPr", "vanish") is not None:
                return switched(child(style, "rPr"), "vanish")
        return False

    def numbering(self, key: str) -> tuple[str | None, str | None]:
        """Return list and level that a style gives, each from the nearest style that has it."""
        number = level = None
        for style in self.chain(key):
            given = child(style, "pPr", "numPr")
            number = number or attribute(child(given, "numId"), "val")
            level = level or attribute(child(given, "ilvl"), "val")
        return number, level


class Numbering:
    """The lists of a document and how far each was counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._patterns = {
            attribute(pattern, "abstractNumId"): pattern
            for pattern in children(root, "abstractNum")
        }
        self._nums = {attribute(num, "numId"): num for num in children(root, "num")}
        self._lists: dict[str, List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, properties: Element | None, style: str) -> tuple[str, str]:
        """Count a paragraph; return its label, and a pattern for one that was typed as well."""
        number, ilvl = self._styles.numbering(style)
        direct = child(properties, "numPr")
        own = attribute(child(direct, "numId"), "val")
        number = own or number
        if number is None or number == "0":
            return "", ""
        found = self._list(number)
        if found is None:
            return "", ""
        given = attribute(child(direct, "ilvl"), "val")
        at = _at(found, given or ilvl, "" if own or given else style)
        self._count(number, found, at)
        return self._written(found, at), _typed(found.levels[at])

    def _list(self, number: str) -> List | None:
        """Return a list by its number, read once."""
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def _read(self, number: str) -> List | None:
        """Read a list and the pattern behind it."""
        num = self._nums.get(number)
        key = self._behind(attribute(child(num, "abstractNumId"), "val"))
        pattern = self._patterns.get(key)
        if pattern is None:
            return None
        levels = [Level()] * LEVELS
        starts: list[int | None] = [None] * LEVELS
        for element in children(pattern, "lvl"):
            at = min(whole(attribute(element, "ilvl"), 0), LEVELS - 1)
            levels[at] = _level(element)
        for over in children(num, "lvlOverride"):
            at = min(whole(attribute(over, "ilvl"), 0), LEVELS - 1)
            own = child(over, "lvl")
            levels[at] = levels[at] if own is None else _level(own)
            first = attribute(child(over, "startOverride"), "val")
            if first is not None:
                starts[at] = whole(first, 1)
                levels[at] = replace(levels[at], start=whole(first, 1))
        return List(key or "", tuple(levels), tuple(starts))

    def _behind(self, key: str | None) -> str | None:
        """Follow a pattern that names a list style to the pattern of that style."""
        for _ in range(MAX_CHAIN):
            link = attribute(child(self._patterns.get(key), "numStyleLink"), "val")
            if link is None:
                return key
            number, _level = self._styles.numbering(link)
            key = attribute(child(self._nums.get(number), "abstractNumId"), "val")
        return None

    def _count(self, number: str, found: List, at: int) -> None:
        """Count one paragraph on a level; lower levels begin again."""
        counts = self._counts.setdefault(found.pattern, [None] * LEVELS)
        first = found.starts[at] if (number, at) not in self._begun else None
        self._begun.add((number, at))
        before = counts[at]
        if first is not None:
            counts[at] = first
        else:
            counts[at] = found.levels[at].start if before is None else before + 1
        for below in range(at + 1, LEVELS):
            restart = found.levels[below].restart
            if restart is None or at < restart:
                counts[below] = None

    def _written(self, found: List, at: int) -> str:
        """Write the label of the level that was just counted."""
        level = found.levels[at]
        if level.style == "bullet":
            return ""
        counts = self._counts[found.pattern]

        def fill(hole: re.Match[str]) -> str:
            which = int(hole[1]) - 1
            other = found.levels[which]
            count = counts[which]
            style = "decimal" if level.legal and other.style != "none" else other.style
            return label_of(other.start if count is None else count, style)

        label = SYMBOLS.sub("", HOLE.sub(fill, level.text)).strip()
        blank = level.suffix != "nothing" and OPEN.search(label)
        return label + " " if blank else label


def is_typed(label: str, text: str) -> bool:
    """Tell whether a text begins with its own label, whatever the width of the signs.

    >>> is_typed("（一）", "(一)组织领导"), is_typed("1. ", "1.5万元用于普法")
    (True, False)
    """
    bare, label = unicodedata.normalize("NFKC", text), unicodedata.normalize("NFKC", label).strip()
    behind = bare[len(label) : len(label) + 1]
    number = behind.isdecimal() and not label[-1:].isalpha()
    return bare.startswith(label) and not number


def _at(found: List, given: str | None, style: str) -> int:
    """Return the level of a paragraph; one numbered by its style stands where the list says."""
    for at, level in enumerate(found.levels):
        if style and level.paragraphs == style:
            return at
    return min(whole(given, 0), LEVELS - 1)


def _level(element: Element) -> Level:
    """Read the definition of a level."""
    restart = attribute(child(element, "lvlRestart"), "val")
    return Level(
        style=_format(element),
        text=attribute(child(element, "lvlText"), "val") or "",
        start=whole(attribute(child(element, "start"), "val"), 0),
        restart=None if restart is None else whole(restart, 0),
        legal=switched(element, "isLgl"),
        suffix=attribute(child(element, "suff"), "val") or "tab",
        paragraphs=attribute(child(element, "pStyle"), "val") or "",
    )


def _format(element: Element) -> str:
    """Return the number format, of the newer of two spellings the one that is standard."""
    found = child(element, "numFmt")
    if found is None:
        found = child(element, "AlternateContent", "Fallback", "numFmt")
    return attribute(found, "val") or "decimal"


def _typed(level: Level) -> str:
    """Return a pattern for a number of this level typed by hand: 1. but not 1.5."""
    if not HOLE.search(level.text):
        return ""
    pieces = HOLE.split(level.text)[::2]
    return TYPED.join(re.escape(piece) for piece in pieces) + "(?![0-9])"
