"""Words around a figure: its clause, its sentence, and what tells of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportparse.claims import Claim
from reportparse.report import Report

#: What ends a clause, and a sentence.
CLAUSE_END: Final = re.compile(r"[，。；：、,;:\n]")
SENTENCE_END: Final = re.compile(r"[。；\n]")
#: Everything up to the last of these: 「全年受理，」 of 「全年受理，办结」.
TO_CLAUSE: Final = re.compile(f"(?s).*{CLAUSE_END.pattern}")
TO_SENTENCE: Final = re.compile(f"(?s).*{SENTENCE_END.pattern}")
#: Titles of sections on what is to come.
PLAN: Final = re.compile("计划|打算|下一步|下步|安排|思路|目标任务|展望")
#: How far a clause and a sentence are followed.
NEAR: Final = 40
FAR: Final = 80


def lead(report: Report, claim: Claim) -> str:
    """Return the words of its clause before a figure."""
    return _before(TO_CLAUSE, report.view.text, claim.quantity.at, NEAR)


def tail(report: Report, claim: Claim) -> str:
    """Return the words of its clause behind a figure."""
    text, at = report.view.text, claim.quantity.end
    found = CLAUSE_END.search(text, at, at + NEAR)
    return text[at : at + NEAR if found is None else found.start()]


def sentence_before(text: str, at: int, reach: int = FAR) -> str:
    """Return the words of its sentence before a place."""
    return _before(TO_SENTENCE, text, at, reach)


def sentence_behind(text: str, at: int) -> str:
    """Return the words of its sentence from a place on."""
    found = SENTENCE_END.search(text, at, at + FAR)
    return text[at : at + FAR if found is None else found.start()]


def ending_in(
    word: str, pattern: re.Pattern[str], text: str, reach: int
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that ends in a word: its few places tell where to look.

    `reach` is the length of the longest match.
    """
    read, at = 0, text.find(word)
    while at >= 0:
        behind = at + len(word)
        for found in pattern.finditer(text, max(behind - reach, read), behind):
            read = found.end()
            yield found
        at = text.find(word, behind)


def _before(to_end: re.Pattern[str], text: str, at: int, reach: int) -> str:
    """Return the words from the last end to a place; one right at the end of a line is in it."""
    words = text[max(at - reach, 0) : at].removesuffix("\n")
    found = to_end.match(words)
    return words[found.end() :] if found else words
