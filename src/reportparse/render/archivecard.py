"""The card that a notebook shows of an archive: what was read, what was not, what was found."""

from __future__ import annotations

from collections.abc import Iterable

from reportparse.archive.progress import reason_of, titled
from reportparse.archive.run import Tally
from reportparse.errors import Language
from reportparse.render.card import boxed
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
