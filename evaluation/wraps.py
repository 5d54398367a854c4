"""Reports broken into lines in every way there is, and what reading them makes of it.

A report must read the same however it is set: the same paragraphs, figures, relations and
findings as the text with a paragraph on each line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import reportparse as rp
from evaluation.setting import SETTINGS, Setting
from reportparse.report import Report

#: Ideographs on a line.
WIDTHS: Final = (18, 22, 28, 35, 45)
#: What is compared, in the order of the columns.
LAYERS: Final = ("paragraphs", "quantities", "relations", "findings")
#: Blanks and emphasis, which a break may fall into.
LOOSE: Final = re.compile(r"[ \u3000]+|\*\*")

Things = Mapping[str, tuple[object, ...]]


@dataclass(slots=True)
class Tally:
    """What became of the reports in one setting."""

    name: str
    texts: int = 0
    #: Texts that read the same, by layer.
    same: Counter[str] = field(default_factory=Counter)
    #: Findings that only the broken text has: false alarms.
    new: list[str] = field(default_factory=list)
    #: Findings that it lost.
    lost: list[str] = field(default_factory=list)

    def add(self, name: str, meant: Things, got: Things) -> None:
        """Count one text."""
        self.texts += 1
        self.same.update(layer for layer in LAYERS if meant[layer] == got[layer])
        findings = Counter(meant["findings"]), Counter(got["findings"])
        self.new += [f"{name}: {one}" for one in findings[1] - findings[0]]
        self.lost += [f"{name}: {one}" for one in findings[0] - findings[1]]


def measure(paths: Sequence[Path], settings: Sequence[Setting] = SETTINGS) -> Iterator[Tally]:
    """Set each report in each way and width, read it, and compare."""
    texts = {path.stem: paragraphs_of(path) for path in paths}
    meant = {name: things(rp.parse("\n\n".join(lines))) for name, lines in texts.items()}
    for setting in settings:
        tally = Tally(setting.name)
        for width in WIDTHS:
            for name, lines in texts.items():
                broken = replace(setting, width=width).set(lines)
                tally.add(f"{name} at {width}", meant[name], things(rp.parse(broken)))
        yield tally


def paragraphs_of(path: Path) -> tuple[str, ...]:
    """Return the paragraphs of a report in one line each, and the rows of its tables."""
    document = rp.read(path).document
    found = [(one.span.start, LOOSE.sub("", one.text(document))) for one in document.paragraphs]
    rows = (line.span for line in document.lines if line.kind == "table")
    found += [(row.start, row.of(document.text)) for row in rows]
    return tuple(text for _, text in sorted(found))


def things(report: Report) -> Things:
    """List what was read from a report, without the breaks in it."""
    document, record = report.document, report.to_dict()
    return {
        "paragraphs": tuple(_bare(one.text(document)) for one in document.paragraphs),
        "quantities": tuple((_bare(one.text), str(one.value)) for one in report.quantities),
        "relations": tuple((one["kind"], one["formula"]) for one in record["relations"]),
        "findings": tuple((one.code, _bare(one.stated), one.working) for one in report.findings),
    }


def table(tallies: Sequence[Tally]) -> str:
    """Return the shares of texts that read the same, and the findings that changed."""
    names = ["setting", "texts", *LAYERS, "new findings", "lost"]
    rows = [names, ["---"] * len(names)]
    for one in tallies:
        shares = [f"{one.same[layer] / one.texts:.3f}" for layer in LAYERS]
        rows.append([one.name, str(one.texts), *shares, str(len(one.new)), str(len(one.lost))])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _bare(text: str) -> str:
    return "".join(text.split())
