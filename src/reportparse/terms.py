"""Which year each part of a report tells of: the one reviewed, then the one planned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reportparse.outline import Section
from reportparse.period import Term
from reportparse.standing import PLAN_TITLE, REVIEW_TITLE
from reportparse.timeframe import Timeframe

YEAR: Final = re.compile("((?:19|20)[0-9]{2})年")
HEADINGS: Final = frozenset({"h1", "chapter"})


def terms_of(sections: Sequence[Section], time: Timeframe) -> tuple[Term, ...]:
    """Return from which view offset on 全年, 上半年 and 6月 belong to which year."""
    if time.covered is None:
        return ()
    told = time.covered[1]
    return ((0, told.year), *_turns(sections, told.year, told.year + (told.month == 12)))


def _turns(sections: Sequence[Section], told: int, planned: int) -> Iterator[Term]:
    """Yield the headings at which the year changes; others go on in the year before."""
    for section in sections:
        if section.level > 1 or section.kind not in HEADINGS:
            continue
        years = {int(year) for year in YEAR.findall(section.title)}
        if len(years) == 1:
            yield section.at, years.pop()
        elif REVIEW_TITLE.search(section.title):
            yield section.at, told
        elif PLAN_TITLE.search(section.title):
            yield section.at, planned
