"""Reads every report with gold, scores it, and writes what the docs and the tests take."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import reportparse as rp
from evaluation import cases, gold, scoring, unseen
from evaluation.outcomes import Outcome, Page
from evaluation.tables import LAYERS, Tally, tallies
from evaluation.tables import table as score_table

PAGE = gold.ROOT / "docs" / "explanation" / "quality.md"
FLOOR = gold.CORPORA / "floor.json"
#: Layers that are shown and not held to a floor: what gains one of them may cost the other.
INFORMATIVE = frozenset({"measure, exact", "measure, touching"})
BEGIN, END = "<!-- scores: begin -->", "<!-- scores: end -->"


@dataclass(frozen=True, slots=True)
class Group:
    """Reports that are scored together."""

    name: str
    reports: int
    outcomes: tuple[Outcome, ...]


def run() -> list[Group]:
    """Read and score all reports with gold."""
    groups = (("corpora", gold.corpora()), ("seed", gold.seed()))
    return [_group(name, samples) for name, samples in groups if samples]


def _group(name: str, samples: Sequence[gold.Sample]) -> Group:
    outcomes = [one for sample in samples for one in score(sample)]
    return Group(name, len(samples), tuple(outcomes))


def score(sample: gold.Sample) -> list[Outcome]:
    """Read one report through the library's public face, and score it."""
    said = rp.read(sample.path).to_dict()
    if len(said["text"]) != sample.gold["chars"]:
        raise ValueError(f"{sample.path} is not the text that its gold was made for")
    return scoring.score(Page(sample.name, sample.gold, said))


def case_results() -> list[cases.Result]:
    """Score the short cases, where they are at hand."""
    return cases.results()


def tables_of(groups: Sequence[Group]) -> list[tuple[str, str]]:
    """Return heading and Markdown table of each group and of the cases."""
    shown = [(_heading(group), score_table(tallies(group.outcomes), group.reports))
             for group in groups]  # fmt: skip
    shown.extend(_first())
    results = case_results()
    return [*shown, ("Short cases", cases.summary(results))] if results else shown


def _first() -> list[tuple[str, str]]:
    """Return heading and table of each draw of reports that no rule had seen."""
    return [
        (
            _drawn(number, draw),
            score_table(unseen.together(draw.reports.values()), len(draw.reports)),
        )
        for number, draw in enumerate(unseen.load(), 1)
    ]


def _drawn(number: int, draw: unseen.Draw) -> str:
    mended = f"; {draw.corrected} entries of their gold mended" if draw.corrected else ""
    return f"Draw {number}: {len(draw.reports)} of them, read for the first time{mended}"


def keep_first(names: Sequence[str], *, draw: bool, corrected: int | None) -> None:
    """Keep what comes of reports that are first read, with `draw` as a new draw."""
    kept = unseen.load()
    if draw:
        kept = [*kept, unseen.Draw({}, corrected)]
    for sample in gold.corpora():
        if sample.name in names:
            kept = unseen.added(kept, sample.name, score(sample))
    unseen.save(kept)


def _heading(group: Group) -> str:
    return {
        "corpora": f"The {group.reports} reports of `corpora/`",
        "seed": "One real report, annotated by hand",
    }[group.name]


def write_page(groups: Sequence[Group]) -> None:
    """Put the tables between the marks of the page on quality."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    body = "\n\n".join(f"### {heading}\n\n{body}" for heading, body in tables_of(groups))
    PAGE.write_text(f"{before}{BEGIN}\n\n{body}\n\n{END}{after}", encoding="utf-8")


def measured(counted: dict[str, Tally]) -> dict[str, float]:
    """Return the one figure by which each layer is held to its floor."""
    return {
        layer: round(counted[layer].f1 if extras else counted[layer].recall, 4)
        for layer, _, extras in LAYERS
        if layer in counted and layer not in INFORMATIVE
    }


def write_floor(groups: Sequence[Group]) -> None:
    """Take the scores of the repository's own reports as what the tests ask for."""
    corpora = next(group for group in groups if group.name == "corpora")
    counted = tallies(corpora.outcomes)
    alarms = counted.get("false alarm", Tally(0, 0, 0)).extra
    floor = {"scores": measured(counted), "false_alarms": alarms}
    FLOOR.write_text(json.dumps(floor, indent=1) + "\n", encoding="utf-8")
