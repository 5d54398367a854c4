"""What a notebook shows of an archive: a card of all, and what its reports have against others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reportparse.archive.comparisons import Discrepancy
from reportparse.archive.progress import reason_of, titled
from reportparse.archive.run import Tally
from reportparse.errors import Language
from reportparse.render.card import boxed, folded
from reportparse.render.markup import element, escape
from reportparse.render.words import word

#: A line of the card: a code, what it means, and how often it occurs.
Line = tuple[str, str, int]


def archive_card(tally: Tally, language: Language = "zh") -> str:
    """Return the card of an archive; what occurs most often stands first."""
    titles = titled(language)
    failed = ((code, reason_of(code, language), count) for code, count in tally.failed.items())
    found = ((code, titles.get(code, ""), count) for code, count in tally.codes.items())
    counts = word("counts", language).format(
        claims=tally.rows["claims"],
        relations=tally.rows["relations"],
        findings=tally.rows["findings"],
    )
    parts = (
        element("h3", escape(word("all_reports", language).format(count=tally.read))),
        element("p", escape(counts)),
        _table("not_read", failed, language),
        _table("findings", found, language),
    )
    return boxed("".join(parts))


def discrepancies_card(found: Sequence[Discrepancy], language: Language = "zh") -> str:
    """Return what reports have against each other as cards, each with the places it rests on."""
    counts = Counter(one.severity.value for one in found)
    told = "，".join(f"{word(key, language)} {count}" for key, count in sorted(counts.items()))
    head = element("p", escape(told or word("no_findings", language)))
    return boxed(head + folded([_discrepancy(one, language) for one in found], language))


def _discrepancy(one: Discrepancy, language: Language) -> str:
    """Return the card of one discrepancy."""
    severity = one.severity.value
    head = f"{one.code} {word(severity, language)}：{one.said(language)}"
    places = [f"{shown.report}：{shown.text}" for shown in one.exhibits] or [one.report]
    lines = (element("div", escape(line)) for line in (one.working, *places) if line)
    content = element("b", escape(head)) + "".join(lines)
    return element("div", content, class_=f"finding {severity}")


def _table(key: str, lines: Iterable[Line], language: Language) -> str:
    """Return a table of codes under its heading, nothing where there are none."""
    ordered = sorted(lines, key=lambda line: (-line[2], line[0]))
    rows = "".join(
        element("tr", "".join(element("td", escape(cell)) for cell in (code, count, words)))
        for code, words, count in ordered
    )
    if not rows:
        return ""
    total = sum(count for _, _, count in ordered)
    head = element("p", element("b", escape(f"{word(key, language)} {total}")))
    return head + element("table", rows)
