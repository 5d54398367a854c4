"""Tells figures of reports a second time in the same words, and slips in what is told.

Honest reports tell few figures twice. Here the clause of a figure is set once more into a
sentence, as the part on problems or a look back would have it; both then are of one thing,
whatever a check makes of them. What an audit ought to see is decided by words and digits alone,
in `ties`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import reportparse as rp
from evaluation.alter import EQUAL, Altered, alarms, named_repairs, points_at
from evaluation.gold import Sample
from evaluation.operators import PLAIN, Slip, altered
from evaluation.ties import BEGINNING, LETTERS, clause, tied

#: How a clause is told again.
SENTENCES: dict[str, str] = {
    "虽": "存在的问题：全年虽{words}，但与群众期盼仍有差距。",
    "回顾": "回顾一年，{words}，成绩来之不易。",
    "共": "全年共{words}，为下一步工作打下了基础。",
    "全年": "经统计，全年{words}。",
}
#: Clauses that are no statement of their own: parts, bounds, comparisons, other times.
BOUND = re.compile(
    "[其各每均比较占另余达与和及“”《》]|增长|下降|上年|去年|计划|目标|分别|同期|半年|年底|年末|月|日|季度"
)
#: Titles of reports that are not on a whole year.
PART_OF_YEAR = re.compile("半年|季度|月")
KINDS = frozenset({"count", "money", "area", "length", "weight", "volume", "energy"})
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Retold:
    """A figure with the words around it, told again."""

    report: str
    role: str
    text: str
    num: str
    #: Where the numeral of the second telling stands.
    start: int
    #: The words of both clauses before the numeral.
    leads: tuple[str, str]

    def slip(self, operator: str, numeral: str) -> Slip:
        """Return the text with another numeral in the second telling."""
        new = self.text[: self.start] + numeral + self.text[self.start + len(self.num) :]
        return Slip(operator, self.role, new, self.start, self.start + len(numeral))


def retellings(samples: Sequence[Sample]) -> Iterator[Altered]:
    """Yield what came of every slip in every figure that is told again."""
    for sample in samples:
        for retold in again(sample):
            # As with relations, the unchanged twin must be silent.
            for operator, numeral in () if alarms(rp.parse(retold.text)) else altered(retold.num):
                yield _judged(retold, operator, numeral)


def again(sample: Sample) -> Iterator[Retold]:
    """Yield every figure of a report told again, each in one of the sentences."""
    text = rp.read(sample.path).document.text
    if PART_OF_YEAR.search(sample.gold["meta"]["title"]):
        return  # 全年 would be another time
    roles = list(SENTENCES)
    found = 0
    for row in sample.gold["quantities"]:
        words = _clause(text, row)
        if words and _is_level(row) and _is_said_once(text, words):
            yield _retold(sample, text, (row, words), roles[found % len(roles)])
            found += 1


def _judged(retold: Retold, operator: str, numeral: str) -> Altered:
    """Audit a text with a slip in what is told again."""
    slip = retold.slip(operator, numeral)
    found = [one for one in alarms(rp.parse(slip.text)) if points_at(one, slip)]
    meant = (_digits(numeral), _digits(retold.num))
    named = named_repairs(found)
    return Altered(
        retold.report,
        "retold",
        operator,
        retold.role,
        f"{retold.num} = {numeral}",
        Decimal(retold.num) != Decimal(numeral),
        tied(retold.leads, operator, retold.num),
        bool(found),
        meant in named,
        bool(named) and named[0] == meant,
        slip.text,
        bool(found) and EQUAL in found[0].message,
    )


def _digits(numeral: str) -> str:
    return numeral.replace(".", "").strip("0")


def _retold(sample: Sample, text: str, told: tuple[Row, tuple[str, str]], role: str) -> Retold:
    """Set a figure's line below the title, and the second telling below both."""
    row, (before, behind) = told
    num, at = str(row["num"]), int(row["at"])
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    lead, _, tail = SENTENCES[role].partition("{words}")
    first = (
        f"{sample.gold['meta']['title']}\n{line.rstrip('。')}。\n{lead}{BEGINNING.sub('', before)}"
    )
    leads = (clause(line, at - start, at - start)[0], lead)
    return Retold(sample.name, role, f"{first}{num}{behind}{tail}", num, len(first), leads)


def _clause(text: str, row: Row) -> tuple[str, str] | None:
    """Return the words of a figure's clause before and behind its numeral, if all is its own."""
    at, num = int(row["at"]), str(row["num"])
    before, behind = clause(text, at, at + len(num))
    words = BEGINNING.sub("", before) + behind
    plain = not re.search(r"\d", words) and before == before.strip()
    own = plain and len(words) > LETTERS + 1 and not BOUND.search(before + behind)
    return (before, behind) if own else None


def _is_level(row: Row) -> bool:
    """Tell an exact figure of the report's own time."""
    exact = "low" in row and row["low"] == row["high"] and PLAIN.fullmatch(str(row["num"]))
    return bool(exact) and row["kind"] in KINDS and row.get("status") == "actual"


def _is_said_once(text: str, words: tuple[str, str]) -> bool:
    """Tell whether nothing else is told in the same words."""
    before, behind = (re.escape(part) for part in words)
    return len(re.findall(rf"{before}[\d.]+{behind}", text)) == 1
