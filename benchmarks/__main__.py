"""Time the reading of figures beside one plain scan, jieba, and peers that are installed.

All contestants read the same texts in turns within one run; the table gives the median of the
rounds. Peers live in an environment of their own (`--peers PYTHON`), since reportparse needs none
of them.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import browser, pages
from reportparse.cleaning import clean
from reportparse.period import find_periods
from reportparse.quantity import find_quantities
from reportparse.reading import document_of, read_document
from reportparse.report import parse
from reportparse.segment import cut
from reportparse.units import load_units

ROOT = Path(__file__).parents[1]
TEXTS = sorted((ROOT / "corpora/text").glob("*.txt"))
PAGE = ROOT / "docs/explanation/speed.md"
BEGIN, END = "<!-- begin: make bench{} -->", "<!-- end: make bench{} -->"
#: The same work for a peer, run by its own interpreter on a file of texts.
PEERS = {
    "Recognizers-Text, numbers and units": (
        "from recognizers_number import recognize_number as n, Culture as C\n"
        "import recognizers_number_with_unit as u\n"
        "def read(t):\n    n(t, C.Chinese)\n    u.recognize_dimension(t, C.Chinese)\n"
    ),
    "JioNLP, money and time": (
        "import jionlp as j\n"
        "e = j.ner.MoneyExtractor(); f = j.ner.TimeExtractor()\n"
        "def read(t):\n    e(t); f(t)\n"
    ),
}
TIMER = (
    "import sys, time\nfrom pathlib import Path\n{reader}\n"
    "texts = [p for p in Path(sys.argv[1]).read_text('utf-8').split('\\f') if p]\n"
    "read(texts[0][:200])\nstart = time.perf_counter()\n"
    "for t in texts:\n    read(t)\n"
    "print(time.perf_counter() - start)\n"
)


def contestants(texts: list[str]) -> dict[str, Callable[[], object]]:
    """Return what is timed, each a call that reads all texts once."""
    views = [clean(document_of(text)) for text in texts]
    units = "|".join(
        sorted((re.escape(unit.text) for unit in load_units()), key=len, reverse=True)
    )
    plain = re.compile(rf"[0-9]+(?:\.[0-9]+)?[万亿]*[余多]?(?:{units})?")
    return {
        "quantities and periods": lambda: [
            (find_quantities(view), find_periods(view, 2023)) for view in views
        ],
        "one plain regular expression": lambda: [list(plain.finditer(v.text)) for v in views],
        "view: joined lines, cleaned": lambda: [clean(document_of(text)) for text in texts],
        "report: everything but checks": lambda: [parse(text) for text in texts],
        "jieba over the whole text": lambda: [cut(view.text) for view in views],
    }


def measure(texts: list[str], rounds: int) -> dict[str, float]:
    """Return the median seconds of each contestant over interleaved rounds."""
    calls = contestants(texts)
    seconds: dict[str, list[float]] = {name: [] for name in calls}
    for call in calls.values():
        call()
    for _ in range(rounds):
        for name, call in calls.items():
            start = time.perf_counter()
            call()
            seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}


def measure_peers(texts: list[str], python: str) -> dict[str, float]:
    """Return the seconds of each peer that the interpreter `python` can import."""
    bundle = ROOT / "out" / "texts.txt"
    bundle.parent.mkdir(exist_ok=True)
    bundle.write_text("\f".join(texts), "utf-8")
    found = {}
    for name, reader in PEERS.items():
        script = TIMER.format(reader=reader)
        run = subprocess.run(
            [python, "-c", script, str(bundle)], capture_output=True, text=True, check=False
        )
        if run.returncode == 0:
            found[name] = float(run.stdout.split()[-1])
        else:
            sys.stderr.write(f"{name}: {run.stderr.strip().splitlines()[-1]}\n")
    return found


def table(seconds: dict[str, float], characters: int) -> str:
    """Return the table in Markdown, ratios to the reading of figures."""
    base = seconds["quantities and periods"]
    lines = ["| what | million characters a second | time beside figures |", "|---|---:|---:|"]
    for name, spent in seconds.items():
        lines.append(f"| {name} | {characters / spent / 1e6:.3g} | {spent / base:.3g} |")
    return "\n".join(lines)


def main() -> None:
    """Run the benchmark, print its table, and write it into the page where asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="texts to read instead of corpora/")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--peers", help="a Python that has the peers installed")
    parser.add_argument("--write", action="store_true", help="also into docs/explanation/speed.md")
    options = parser.parse_args()
    texts = [read_document(path).text for path in options.files or TEXTS]
    seconds = measure(texts, options.rounds)
    if options.peers:
        seconds |= measure_peers(texts, options.peers)
    result = table(seconds, sum(map(len, texts)))
    printed = pages.report(texts, options.rounds)
    shown = browser.report(texts)
    sys.stdout.write(f"{result}\n\n{printed}\n\n{shown}\n")
    if options.write:
        write(result, "")
        write(printed, " (pages)")
        write(shown, " (audit page)")


def write(result: str, part: str) -> None:
    """Put a table into its part of the page."""
    begin, end = BEGIN.format(part), END.format(part)
    page = PAGE.read_text("utf-8")
    head, rest = page.split(begin)
    PAGE.write_text(f"{head}{begin}\n{result}\n{end}{rest.split(end)[1]}", "utf-8")


main()
