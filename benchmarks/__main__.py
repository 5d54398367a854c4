"""Time every stage of reading beside the floor, jieba, and peers, in turns within one run.

    python -m benchmarks [--write] [--peers PYTHON | --make-peers] [FILE…]
    python -m benchmarks compare A B

The first prints a table (and writes it into docs/explanation/speed.md, and figures into
out/benchmarks.json). The second reads the same texts with two commits and gives the ratios.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks import browser, commits, growing, pages, peers, stages, starting
from reportparse.reading import read_document

ROOT = Path(__file__).parents[1]
TEXTS = sorted((ROOT / "corpora/text").glob("*.txt"))
OUT = ROOT / "out"
PAGE = ROOT / "docs/explanation/speed.md"
BEGIN, END = "<!-- begin: make bench{} -->", "<!-- end: make bench{} -->"
#: The length that ratios and milliseconds are told for.
REPORT = 4200


def table(found: dict[str, tuple[float, float, float]], characters: int) -> str:
    """Return the stages in Markdown: milliseconds for one report, spread, times the floor."""
    floor = found[stages.SCANS][1]
    lines = [
        f"| what | ms for {REPORT:,} characters | quartiles | times the floor pipeline |",
        "|---|---:|---:|---:|",
    ]
    for name, (low, middle, high) in found.items():
        one, two, three = (it * REPORT / characters * 1000 for it in (low, middle, high))
        lines.append(f"| {name} | {two:.3g} | {one:.3g}–{three:.3g} | {middle / floor:.3g} |")
    return "\n".join(lines)


def starts(found: dict[str, float], grown: dict[int, float]) -> str:
    """Return the start and the growth in Markdown."""
    lines = ["| what | measured |", "|---|---:|"]
    lines += [f"| {name} | {value:.3g} |" for name, value in found.items()]
    lines += ["", "| bytes of text | seconds | microseconds a kilobyte |", "|---:|---:|---:|"]
    lines += [
        f"| {size:,} | {spent:.3g} | {spent / size * 1e9:.3g} |" for size, spent in grown.items()
    ]
    return "\n".join(lines)


def run(options: argparse.Namespace) -> None:
    """Measure all, print the tables, and write them where asked."""
    paths = options.files or TEXTS
    texts = [read_document(path).text for path in paths]
    found = stages.measure(stages.contestants(texts), options.rounds)
    if options.json:
        sys.stdout.write(json.dumps({name: it[1] for name, it in found.items()}))
        return
    python = peers.environment(OUT / "peers") if options.make_peers else options.peers
    if python:
        others = peers.measure(texts, python, OUT / "texts.txt")
        found |= {name: (spent, spent, spent) for name, spent in others.items()}
    begun = starting.measure(str(paths[0]), options.rounds)
    grown = growing.measure(max(texts, key=len))
    parts = {"": table(found, sum(map(len, texts))), " (starts)": starts(begun, grown)}
    if options.pages:
        parts[" (pages)"] = pages.report(texts, options.rounds)
        parts[" (audit page)"] = browser.report(texts)
    sys.stdout.write("\n\n".join(parts.values()) + "\n")
    if options.write:
        OUT.mkdir(exist_ok=True)
        kept = {"stages": found, "starts": begun, "growth": grown}
        (OUT / "benchmarks.json").write_text(json.dumps(kept, indent=2), "utf-8")
        for part, result in parts.items():
            write(result, part)


def write(result: str, part: str) -> None:
    """Put a table into its part of the page."""
    begin, end = BEGIN.format(part), END.format(part)
    page = PAGE.read_text("utf-8")
    head, rest = page.split(begin)
    PAGE.write_text(f"{head}{begin}\n{result}\n{end}{rest.split(end)[1]}", "utf-8")


def main() -> None:
    """Read the arguments and run."""
    if sys.argv[1:2] == ["compare"]:
        sys.stdout.write(commits.compare(ROOT, *sys.argv[2:4]))
        return
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="texts to read instead of corpora/")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--peers", help="a Python that has the peers installed")
    parser.add_argument("--make-peers", action="store_true", help="make one under out/")
    parser.add_argument(
        "--no-pages", dest="pages", action="store_false", help="leave out PDF and the browser"
    )
    parser.add_argument("--json", action="store_true", help="print medians of the stages only")
    parser.add_argument("--write", action="store_true", help="also into docs/explanation/speed.md")
    run(parser.parse_args())


main()
