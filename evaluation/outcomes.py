"""What came of reading one report, as a flat list: hit, miss or extra, each with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

Result = Literal["hit", "miss", "extra"]
#: What the gold means, and what was said.
Words = tuple[object, object]
#: A sentence ends here: 。 ； or the end of its line.
END = re.compile(r"[。；！？\n]|\\n")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing asked of one place of one report."""

    report: str
    #: What was asked: `mark`, `quantity`, `value`, `measure`, …
    layer: str
    at: int
    result: Result
    #: What the gold says, and what was read.
    meant: str
    said: str
    sentence: str

    @property
    def key(self) -> tuple[str, str, int]:
        """What a later run is compared by."""
        return (self.report, self.layer, self.at)


@dataclass(frozen=True, slots=True)
class Page:
    """A report on the bench: its name, its gold, and what the library said of it."""

    name: str
    gold: Mapping[str, Any]
    said: Mapping[str, Any]

    def outcome(self, layer: str, at: int, result: Result, words: Words) -> Outcome:
        """Note what came of one place; `words` are meant and said."""
        meant, said = (str(word) for word in words)
        return Outcome(self.name, layer, at, result, meant, said, sentence(self.said["text"], at))


def sentence(text: str, at: int) -> str:
    """Return the sentence around a place, on one line."""
    ends = [found.end() for found in END.finditer(text, 0, at)]
    following = END.search(text, at)
    start = ends[-1] if ends else 0
    return " ".join(text[start : following.end() if following else len(text)].split())


def plain(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome as JSON takes it."""
    return asdict(outcome)
