"""Words of a clause after jieba's dictionary, of which only what a text needs is read.

jieba builds a table of all 349,000 words and all their beginnings before it cuts the first clause:
half a second and 60 MB in each process. Here the file is parted by first characters once, and the
words under a character are read when it first occurs. The words cut are those of
`jieba.Tokenizer().cut(text, HMM=False)`: the likeliest path, by the same arithmetic.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import inf, log
from pathlib import Path
from typing import Final
from zlib import crc32

#: Stretches that are looked up, 行政复议12件; what stands between them (，) is cut sign by sign.
STRETCH: Final = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]+)")
#: A line break of two signs is one word.
BLANK: Final = re.compile(r"(\r\n|\s)")
#: Letters and digits that belong to no word are put together: 2023.
LATIN: Final = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
#: Lines of the dictionary that begin with one character: "\n行政 4520 n\n行政区 …".
UNDER_ONE: Final = re.compile(
    rb"\n([\x00-\x7f]|[\xc0-\xdf].|[\xe0-\xef]..|[\xf0-\xff]...)[^\n]+(?:\n\1[^\n]+)*"
)
#: How often a word was met: "行政 4520 n".
COUNT: Final = re.compile(rb" ([0-9]+)")

#: How often all words of a file were met, by its checksum: that of jieba 0.42.1. Adding them up
#: takes longer than all else that is done with the file.
KNOWN: Final = {0x1394096D: 60_101_967}
#: A word, unless it was never met, and how often it was.
ENTRY: Final = re.compile(r"^([^ \n]+) ([1-9][0-9]*)", re.MULTILINE)

#: A word and how likely it is.
Weighed = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Words:
    """The words that begin with one character."""

    #: How likely the character is as a word; `None` if it is none.
    alone: float | None = None
    #: Longer words by their first two characters, the shortest first.
    longer: Mapping[str, Sequence[Weighed]] = field(default_factory=dict)


class Dictionary:
    """The words of a dictionary file, read as far as they were asked for."""

    __slots__ = ("_data", "_places", "_read", "_total")

    def __init__(self, data: bytes) -> None:
        self._data = b"\n" + data.replace(b"\r", b"")
        self._total = log(KNOWN.get(crc32(data)) or total_of(data))
        self._places: dict[str, list[slice]] = {}
        for found in UNDER_ONE.finditer(self._data):
            places = self._places.setdefault(found[1].decode(), [])
            places.append(slice(*found.span()))
        self._read: dict[str, Words] = {}

    def cut(self, text: str) -> list[str]:
        """Cut a text into words.

        >>> dictionary().cut("排查安全隐患")
        ['排查', '安全隐患']
        """
        words: list[str] = []
        for place, part in enumerate(STRETCH.split(text)):
            words += self._path(part) if place % 2 else _signs(part)
        return words

    def _path(self, text: str) -> list[str]:
        """Follow the likeliest path through a stretch of characters."""
        ends = self._ends(text)
        words: list[str] = []
        at, latin = 0, False
        while at < len(text):
            word = text[at : ends[at]]
            if word in LATIN and latin:
                words[-1] += word
            else:
                words.append(word)
            latin = word in LATIN
            at = ends[at]
        return words

    def _ends(self, text: str) -> list[int]:
        """Return where the word from each place ends, on the likeliest path from there on."""
        ends = [0] * len(text)
        best = [0.0] * (len(text) + 1)
        for at in range(len(text) - 1, -1, -1):
            words = self._read.get(text[at]) or self._under(text[at])
            top, end = -inf, at + 1
            if words.alone is not None:
                top = words.alone + best[end]
            for word, weight in words.longer.get(text[at : at + 2], ()):
                behind = at + len(word)
                if text.startswith(word, at) and weight + best[behind] >= top:
                    top, end = weight + best[behind], behind
            ends[at], best[at] = end, top if top > -inf else best[end] - self._total
        return ends

    def _under(self, first: str) -> Words:
        """Read the words that begin with a character, and keep them."""
        alone: float | None = None
        longer: dict[str, list[Weighed]] = {}
        for place in self._places.get(first, ()):
            for word, count in ENTRY.findall(self._data[place].decode()):
                weight = log(int(count)) - self._total
                if word == first:
                    alone = weight
                else:
                    longer.setdefault(word[:2], []).append((word, weight))
        for words in longer.values():
            words.sort(key=_length)
        self._read[first] = Words(alone, longer)
        return self._read[first]


@cache
def dictionary() -> Dictionary:
    """Return jieba's dictionary; jieba itself is not loaded."""
    return Dictionary(file_of_words().read_bytes())


def file_of_words() -> Path:
    """Return where jieba keeps its words."""
    spec = importlib.util.find_spec("jieba")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise ModuleNotFoundError("jieba")
    return Path(folders[0], "dict.txt")


def total_of(data: bytes) -> int:
    """Return how often all words together were met."""
    return sum(map(int, COUNT.findall(data))) or 1


def _length(weighed: Weighed) -> int:
    return len(weighed[0])


def _signs(text: str) -> list[str]:
    """Cut what stands between words into single signs."""
    words: list[str] = []
    for place, part in enumerate(BLANK.split(text)):
        words += [part] if place % 2 else part
    return words
