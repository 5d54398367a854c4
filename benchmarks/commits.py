"""Two commits on one machine: the same texts read by both in turns, and the ratios of cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import which
from statistics import median

#: A stage that costs so many times as much is told.
SLOWER = 1.15
TURNS = 5


def compare(root: Path, before: str, after: str) -> str:
    """Return a table of the stages, and which of them cost more with the later commit."""
    with tempfile.TemporaryDirectory() as folder:
        sources = [_checked_out(root, commit, Path(folder)) for commit in (before, after)]
        rounds = [[_stages(root, source) for source in sources] for _ in range(TURNS)]
    lines = [f"| stage | {after} / {before} |", "|---|---:|"]
    for name in rounds[0][1]:
        ratios = [new[name] / old[name] for old, new in rounds if old.get(name)]
        if ratios:
            ratio = median(ratios)
            lines.append(f"| {name} | {ratio:.2f}{' slower' if ratio > SLOWER else ''} |")
    return "\n".join(lines) + "\n"


def _checked_out(root: Path, commit: str, folder: Path) -> Path:
    """Return the sources of a commit, taken out beside the working tree."""
    place = folder / commit.replace("/", "-")
    place.mkdir()
    git, tar = which("git") or "git", which("tar") or "tar"
    packed = subprocess.run(
        [git, "-C", str(root), "archive", commit, "src"], capture_output=True, check=True
    )
    subprocess.run([tar, "-x", "-C", str(place)], input=packed.stdout, check=True)
    return place / "src"


def _stages(root: Path, source: Path) -> dict[str, float]:
    """Return the medians of the stages as a commit takes them, measured by this benchmark."""
    paths = os.pathsep.join((str(source), str(root)))
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--json", "--rounds", "5"],
        capture_output=True, text=True, check=True, cwd=source.parent,
        env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    found: dict[str, float] = json.loads(run.stdout)
    return found
