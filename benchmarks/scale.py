"""Run a made-up archive through, watch what it takes, and write ratios and a cost model.

    python -m benchmarks.scale --reports 20000 --write

Processor times of one run on a machine that others use too: their ratios hold, the seconds less.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.watching import Taken, watched

ROOT = Path(__file__).parents[1]
SPEED = ROOT / "docs/explanation/speed.md"
COST = ROOT / "docs/explanation/cost.md"
BEGIN, END = "<!-- begin: make scale -->", "<!-- end: make scale -->"
#: Reports that the model is for: ten years of China's townships.
NATION = 400_000
FORMS = ("txt", "docx", "pdf", "html")
#: The work of one report without an archive around it, on all files below a folder.
SINGLE = (
    "import sys, time\nfrom pathlib import Path\nimport reportparse as rp\n"
    "paths = sorted(Path(sys.argv[1]).rglob('*.*'))\n"
    "rp.read(paths[0]).findings\nstart = time.process_time()\n"
    "for path in paths:\n    rp.read(path).findings\n"
    "print((time.process_time() - start) / len(paths))\n"
)


#: A run so small that it is little but the start of the workers.
FEW = 100


@dataclass(frozen=True, slots=True)
class Cost:
    """What one form of reports costs, in processor seconds."""

    #: One report without an archive around it, and one more report in an archive.
    alone: float
    each: float
    #: The start of a run.
    start: float
    run: Run


@dataclass(frozen=True, slots=True)
class Run:
    """One archive that was run through twice."""

    files: int
    first: Taken
    second: Taken
    #: Bytes of the sources and of the store.
    given: int
    stored: int
    #: Files that could not be read, by reason.
    failures: Counter[str]
    broken: int

    @property
    def each(self) -> float:
        """Return the processor seconds of one file."""
        return self.first.cpu / self.files


def run(folder: Path, reports: int, workers: int, forms: tuple[str, ...] = ()) -> Run:
    """Make an archive in a folder, and run it through twice."""
    if not folder.exists():
        make(folder, reports, forms)
    reports_at, store = folder / "reports", folder / "store"
    command = ["nice", sys.executable, "-m", "reportparse", "archive", str(reports_at), "-o",
               str(store), "--workers", str(workers), "--quiet", "--lang", "en"]  # fmt: skip
    first, second = watched(command), watched(command)
    commits = [json.loads(path.read_text()) for path in sorted((store / "commits").glob("*"))]
    outcomes = Counter(entry["outcome"] for one in commits for entry in one["entries"])
    gold = (folder / "gold.jsonl").read_text("utf-8").splitlines()
    return Run(
        outcomes.total(),
        first,
        second,
        _size(reports_at),
        _size(store),
        Counter({reason: count for reason, count in outcomes.items() if reason != "read"}),
        sum('"broken"' in line for line in gold),
    )


def make(folder: Path, reports: int, forms: tuple[str, ...]) -> None:
    """Make an archive of some forms, or of all, in which some files are broken."""
    broken = 0 if forms else 0.01
    _python("corpora.archive", folder, "--reports", reports, "--broken", broken, "--forms", *forms)


def single(folder: Path, copies: int) -> float:
    """Return the processor seconds of one report without an archive around it.

    As many processes as an archive has workers do the same at once: cores that share caches are
    slower when all of them work.
    """
    command = ["nice", sys.executable, "-c", SINGLE, str(folder / "reports")]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(copies)]
    return statistics.mean(float(one.communicate()[0]) for one in running)


def priced(folder: Path, reports: int, workers: int, form: str) -> Cost:
    """Measure what one form costs, the start of a run apart from what each report adds.

    A report alone is timed before and after: the machine is not equally busy all the time.
    """
    few = run(folder / "few", FEW, workers, (form,))
    make(folder / "many", reports, (form,))
    before = single(folder / "many", workers)
    many = run(folder / "many", reports, workers, (form,))
    alone = statistics.mean((before, single(folder / "many", workers)))
    each = (many.first.cpu - few.first.cpu) / (many.files - few.files)
    return Cost(alone, each, few.first.cpu - few.files * each, many)


def speed(mixed: Run, forms: dict[str, Cost], workers: int) -> str:
    """Return the page's part on archives."""
    first, second = mixed.first, mixed.second
    quarters = ", ".join(f"{most:,.0f}" for most in first.quarters)
    failed = ", ".join(f"{count} {reason}" for reason, count in sorted(mixed.failures.items()))
    told = {
        "broken files": f"{mixed.broken}",
        "— rows that say why": f"{mixed.failures.total()} ({failed})",
        "memory of all processes at the peak, MiB": f"{first.peak:,.0f}",
        "— in each quarter of the run": quarters,
        "second run beside the first, processor time": f"{100 * second.cpu / first.cpu:.2f} %",
        "— time of the clock": f"{100 * second.wall / first.wall:.2f} %",
        "store beside the sources, bytes": f"{mixed.stored / mixed.given:.2f}",
    }
    start = statistics.median(one.start for one in forms.values())
    size = f"{mixed.files:,} made-up reports, all forms mixed, {mixed.given / 1e6:,.0f} MB"
    return "\n".join(
        (
            f"{size}, by {workers} workers:",
            "",
            "| what | measured |",
            "|---|---:|",
            *(f"| {what} | {measured} |" for what, measured in told.items()),
            "",
            f"One more report of each form, the start of a run ({start:.1f} s) apart:",
            "",
            "| form | one report alone, ms | in an archive, ms | ratio |",
            "|---|---:|---:|---:|",
            *(f"| {form} | {1000 * one.alone:.1f} | {1000 * one.each:.1f} | "
              f"{one.each / one.alone:.2f} |" for form, one in forms.items()),
        )
    )  # fmt: skip


def cost(mixed: Run, forms: dict[str, Cost]) -> str:
    """Return the page's table on what a nation's reports cost."""
    rows = [_nation("mixed as in the run of all forms", mixed.each, mixed)]
    rows += [_nation(form, one.each, one.run) for form, one in forms.items()]
    head = "| all reports are | core-hours | GB of sources | GB of store |"
    return "\n".join((f"{NATION:,} reports:", "", head, "|---|---:|---:|---:|", *rows))


def _nation(name: str, each: float, one: Run) -> str:
    """Return the line of a table for so many reports, `each` of which takes so many seconds."""
    given, stored = (size / one.files * NATION / 1e9 for size in (one.given, one.stored))
    return f"| {name} | {each * NATION / 3600:.1f} | {given:.1f} | {stored:.1f} |"


def _python(module: str, *arguments: object) -> None:
    subprocess.run([sys.executable, "-m", module, *map(str, arguments)], cwd=ROOT, check=True)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Run the archives, print what they took, and write it where asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--each", type=int, default=1_000, help="reports of one form alone")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--write", action="store_true", help="also into docs/explanation")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reportparse-") as made:
        mixed = run(Path(made, "mixed"), asked.reports, asked.workers)
        forms = {form: priced(Path(made, form), asked.each, asked.workers, form) for form in FORMS}
    parts = {SPEED: speed(mixed, forms, asked.workers), COST: cost(mixed, forms)}
    sys.stdout.write("\n\n".join(parts.values()) + "\n")
    for page, part in parts.items() if asked.write else ():
        head, rest = page.read_text("utf-8").split(BEGIN)
        page.write_text(f"{head}{BEGIN}\n{part}\n{END}{rest.split(END)[1]}", "utf-8")


if __name__ == "__main__":
    main()
