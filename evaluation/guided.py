"""Guided fuzzing: inputs that reach new code are kept and changed further, target by target.

The search itself (`fuzzer`) needs atheris and runs in an environment of its own. Here it is
started, taken up again where it dies, and what it found is told and written down. What a search
has kept stays in its folder, and the next one begins with it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from evaluation import seeds
from evaluation.gold import ROOT

#: What came of each target since a search of it last found a failure; the page shows it.
KEPT: Final = ROOT / "evaluation" / "guided.json"
PAGE: Final = ROOT / "docs" / "reference" / "security.md"
BEGIN, END = "<!-- guided: begin -->", "<!-- guided: end -->"
#: What libFuzzer says of what it has reached: #512 NEW cov: 4592 ft: 19188 corp: 732/353Kb
REACHED: Final = re.compile(r"cov: (\d+) ft: \d+ corp: (\d+)/")
#: A target whose process dies so often is not taken up again.
DEATHS: Final = 20
HEAD: Final = (
    "| target | processor minutes | inputs | branches reached | inputs kept | slowest | memory "
    "| failures |\n|---|--:|--:|--:|--:|--:|--:|--:|"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search of one target has come to."""

    target: str
    seconds: float = 0.0
    inputs: int = 0
    #: Branches of the package's code that some input reached, and inputs that reached new ones.
    reached: int = 0
    kept: int = 0
    slowest: float = 0.0
    memory: int = 0
    #: Inputs that crashed, hung or grew, and processes that died.
    failures: int = 0
    #: Whether its user ended the search early.
    stopped: bool = False

    def row(self) -> str:
        """Return a row of the table."""
        return (
            f"| `{self.target}` | {self.seconds / 60:.0f} | {self.inputs:,} | {self.reached:,} "
            f"| {self.kept:,} | {self.slowest:.1f} s | {self.memory >> 20} MiB | {self.failures} |"
        )


def search(target: str, seconds: float, python: Path, folder: Path) -> Found:
    """Search for so many processor seconds, in as many processes as it takes."""
    _sow(target, folder)
    found = Found(target)
    for _ in range(DEATHS):
        one = _turn(target, seconds - found.seconds, python, folder)
        found = _together(found, one)
        if found.seconds >= seconds or one.stopped:
            break
    return found


def faults(target: str, folder: Path) -> Iterator[str]:
    """Yield what went wrong, and the file that holds the input."""
    for note in sorted(folder.glob(f"{target}-*.txt")):
        yield f"{note.read_text(encoding='utf-8').rstrip()}\n    kept as {note.with_suffix('')}"
    for path in sorted(folder.glob(f"{target}-died-*")):
        if "-slow-unit-" not in path.name:
            yield f"died: kept as {path}"


def write(found: Found) -> None:
    """Keep what a search has come to, and put all of it into the page on security.

    Searches add up as long as none of them finds a failure; then they begin anew.
    """
    kept = load()
    before = kept.get(found.target)
    kept[found.target] = _together(before, found) if before and not before.failures else found
    records = [asdict(kept[target]) for target in seeds.SEEDS if target in kept]
    KEPT.write_text(json.dumps(records, indent=1) + "\n", encoding="utf-8")
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(put(text, table(load())), encoding="utf-8")


def load() -> dict[str, Found]:
    """Return what was kept."""
    records = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.is_file() else []
    return {one["target"]: Found(**one) for one in records}


def table(kept: dict[str, Found]) -> str:
    """Return the table of the page."""
    return "\n".join([HEAD, *(one.row() for one in kept.values())])


def put(text: str, body: str) -> str:
    """Put a table between the marks of a page."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{body}\n\n{END}{rest.partition(END)[2]}"


def _sow(target: str, folder: Path) -> None:
    """Lay the first inputs beside those that earlier searches kept."""
    corpus = folder / target
    corpus.mkdir(parents=True, exist_ok=True)
    for data in seeds.of(target):
        (corpus / hashlib.sha256(data).hexdigest()).write_bytes(data)


def _turn(target: str, seconds: float, python: Path, folder: Path) -> Found:
    """Run one process to its end."""
    state = folder / f"{target}.json"
    state.unlink(missing_ok=True)
    log = folder / f"{target}.log"
    with log.open("w", encoding="utf-8") as out:
        ended = subprocess.run(
            [python, "-m", "evaluation.fuzzer", target, f"{seconds:.0f}", folder],
            cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, check=False,
            env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        )  # fmt: skip
    said = log.read_text(encoding="utf-8", errors="replace")
    if not state.is_file():
        raise RuntimeError(f"the search does not start: {said[-2000:]}")
    told = json.loads(state.read_text(encoding="utf-8"))
    stopped = ended.returncode in (-signal.SIGTERM, -signal.SIGINT)
    failures = sum(told.pop("faults").values()) + (ended.returncode != 0 and not stopped)
    reached = [tuple(map(int, one)) for one in REACHED.findall(said)]
    covered, kept = reached[-1] if reached else (0, 0)
    return Found(target, reached=covered, kept=kept, failures=failures, stopped=stopped, **told)


def _together(one: Found, other: Found) -> Found:
    """Add up two turns of one search."""
    return replace(
        one,
        seconds=one.seconds + other.seconds,
        inputs=one.inputs + other.inputs,
        reached=max(one.reached, other.reached),
        kept=max(one.kept, other.kept),
        slowest=max(one.slowest, other.slowest),
        memory=max(one.memory, other.memory),
        failures=one.failures + other.failures,
        stopped=other.stopped,
    )
