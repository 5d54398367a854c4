"""What came of the slips that `alter` makes, as tables by operator and by role."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from evaluation.alter import Altered, alterations
from evaluation.gold import CORPORA, ROOT, SHARED, corpora, seed
from evaluation.retelling import retellings
from evaluation.years import year_slips

PAGE = ROOT / "docs" / "explanation" / "quality.md"
BEGIN, END = "<!-- mutations: begin -->", "<!-- mutations: end -->"
HEAD = (
    "| {} | altered | contradict | detectable | found | of detectable | restored | first | tied "
    "| first if not tied |"
)


def places() -> list[Path]:
    """Return the reports whose relations are altered."""
    own = sorted((CORPORA / "text").glob("*.txt"))
    seed = sorted((SHARED / "seed").glob("0*.txt"))
    real = sorted(
        one for one in (SHARED / "reports").glob("*") if one.suffix not in {".md", ".jsonl"}
    )
    return [*own, *seed, *real]


def run() -> list[Altered]:
    """Alter every relation and every year of the reports at hand, and tell figures twice."""
    paths = places()
    return [*alterations(paths), *year_slips(paths), *retellings([*corpora(), *seed()])]


def tables(done: Sequence[Altered]) -> str:
    """Return the tables in Markdown."""
    by_kind = _table("relation", done, lambda one: one.kind)
    by_operator = _table("slip", done, lambda one: one.operator)
    by_role = _table("role", done, lambda one: f"{one.kind}: {one.role}")
    return f"{by_kind}\n\n{by_operator}\n\n{by_role}"


def write(done: Sequence[Altered]) -> None:
    """Put the tables between the marks of the page on quality."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n\n{tables(done)}\n\n{END}{after}", encoding="utf-8")


def _table(name: str, done: Sequence[Altered], key: Callable[[Altered], str]) -> str:
    """Return one table, a row for each value of the key."""
    rows = (
        _row(value, [one for one in done if key(one) == value])
        for value in sorted({key(one) for one in done})
    )
    head = (HEAD.format(name), "|" + "---|" * 10)
    return "\n".join((*head, *rows, _row("all", done)))


def _row(name: str, done: Sequence[Altered]) -> str:
    seen = [one for one in done if one.detectable]
    found = [one for one in seen if one.found]
    decided = [one for one in found if not one.equal]
    cells = [
        len(done),
        sum(one.contradicts for one in done),
        len(seen),
        sum(one.found for one in done),
        _share(len(found), len(seen)),
        _share(sum(one.restored for one in found), len(found)),
        _share(sum(one.first for one in found), len(found)),
        _share(sum(one.equal for one in found), len(found)),
        _share(sum(one.first for one in decided), len(decided)),
    ]
    return "| " + " | ".join([name, *map(str, cells)]) + " |"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"
