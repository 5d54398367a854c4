"""Comparisons between reports, measured on a made-up archive with planted faults."""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from evaluation.gold import ROOT

sys.path.append(str(ROOT / "tests"))

from corpora.archive.faults import PLANTERS
from corpora.archive.making import Wish, write

from reportparse.archive import open_archive, read_archive
from reportparse.archive.comparisons import Discrepancy

PAGE: Final = ROOT / "docs" / "explanation" / "quality.md"
BEGIN, END = "<!-- archives: begin -->", "<!-- archives: end -->"
#: Share of places with a fault: far more than in life, so that few reports show much.
FAULTS: Final = 0.4

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """What the comparisons found in one archive."""

    reports: int
    #: Planted faults by code, and those of them that were found.
    planted: Counter[str]
    found: Counter[str]
    #: Pairs of consecutive reports of places that have no fault, and findings on them by code.
    pairs: int
    alarms: Counter[str]
    #: Planted faults that were not found, and findings on honest reports, in words.
    wrong: tuple[str, ...]


def run(reports: int, seed: int, workers: int = 2) -> Score:
    """Make an archive of texts, read it, compare it, and hold the findings against gold."""
    with tempfile.TemporaryDirectory(prefix="reportparse-") as folder:
        made = Path(folder)
        write(Wish(reports, seed, faults=FAULTS, broken=0, forms=("txt",)), made)
        read_archive(made / "reports", made / "store", workers=workers)
        gold = [json.loads(line) for line in (made / "gold.jsonl").read_text("utf-8").split("\n")
                if line]  # fmt: skip
        return score(gold, open_archive(made / "store").findings)


def score(gold: Sequence[Gold], findings: Sequence[Discrepancy]) -> Score:
    """Hold findings against gold."""
    said: defaultdict[str, set[str]] = defaultdict(set)
    for one in findings:
        said[one.report].add(one.code)
    names = {(row["place"], row["year"]): row["report"] for row in gold}
    planted, found, wrong = Counter[str](), Counter[str](), []
    for row, fault in _faults(gold):
        code = fault["code"]
        planted[code] += 1
        if any(code in said[report] for report in _shows(row, fault, names)):
            found[code] += 1
        else:
            wrong.append(f"missed {code} in {row['report']}: {fault['topic']}")
    guilty = set(_guilty(gold))
    pairs = sum(place not in guilty and (place, year - 1) in names for place, year in names)
    places = {row["report"]: row["place"] for row in gold}
    alarms = [one for one in findings if places[one.report] not in guilty]
    wrong += [f"false {one.code} in {one.report}: {one.message_en}" for one in alarms]
    counted = Counter(one.code for one in alarms)
    return Score(len(gold), planted, found, pairs, counted, tuple(wrong))


def _shows(row: Gold, fault: Gold, names: Mapping[tuple[int, int], str]) -> Iterable[str]:
    """Yield the reports in which a fault may be told; of a copy nobody can say which it is."""
    yield row["report"]
    if fault["code"] == "ARC103":
        yield names.get((fault["other"], row["year"]), "")


def _guilty(gold: Iterable[Gold]) -> Iterable[int]:
    """Yield the places that have to do with a fault."""
    for row, fault in _faults(gold):
        yield row["place"]
        if fault["other"] is not None:
            yield fault["other"]


def _faults(gold: Iterable[Gold]) -> Iterable[tuple[Gold, Gold]]:
    """Yield each planted fault with the report that it stands in."""
    for row in gold:
        for fault in row.get("faults", ()):
            yield row, fault


def table(score: Score) -> str:
    """Return the table in Markdown."""
    alarms = score.alarms.total()
    rate = 200 * alarms / score.pairs if score.pairs else 0.0
    told = (
        f"{score.reports:,} reports; {score.pairs:,} pairs of consecutive reports of honest "
        f"places, {rate:.2f} findings per 200 pairs."
    )
    return "\n".join(
        (
            "| comparison | planted | found | share | on honest places |",
            "|---|---|---|---|---|",
            *(_line(code, score.planted[code], score.found[code], score.alarms[code])
              for code in PLANTERS),
            _line("all", score.planted.total(), score.found.total(), alarms),
            "",
            told,
        )
    )  # fmt: skip


def _line(name: str, planted: int, found: int, alarms: int) -> str:
    share = f"{found / planted:.3f}" if planted else ""
    return f"| {name} | {planted} | {found} | {share} | {alarms} |"


def write_page(body: str) -> None:
    """Put the table between the marks of the page on quality."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n\n{body}\n\n{END}{after}", encoding="utf-8")
