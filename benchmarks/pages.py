"""Time the reading of PDF beside other readers, and measure the memory that a page takes.

The file is set from the texts of `corpora/` as official reports are, in a font that is not
embedded. The others give text; reportparse gives text, the box of every character, paragraphs,
tables and page numbers.
"""

from __future__ import annotations

import io
import logging
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import Final

import pdfplumber
import pypdfium2
from pdfminer.high_level import extract_text

from reportparse.reading import read_document

ROOT: Final = Path(__file__).parents[1]
#: Pages of the file that is timed, and of the two between which memory is measured.
PAGES: Final = 60
FEW, MANY = 100, 1000
#: Read so many pages and tell the highest memory taken, in KiB.
PEAK: Final = (
    "import resource, sys\nfrom pathlib import Path\n"
    "from reportparse.reading import read_document\n"
    "document = read_document(Path(sys.argv[1]).read_bytes())\n"
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
)


def file_of(texts: list[str], pages: int) -> bytes:
    """Set so many pages of the texts, again from the first where they end."""
    sys.path.append(str(ROOT / "tests"))
    from pdfs import pdf, typeset

    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    again = cycle(lines)
    needed = pages * 22 * 27
    chosen: list[str] = []
    while needed > 0:
        chosen.append(next(again))
        needed -= len(chosen[-1]) // 2
    return pdf(*typeset(chosen, header="工作报告")[:pages])


def contestants(data: bytes) -> dict[str, Callable[[], object]]:
    """Return what is timed, each a call that reads the file once."""
    return {
        "reportparse: text, boxes, paragraphs, tables": lambda: read_document(data),
        "pypdfium2, text": lambda: _pypdfium2(data),
        "pdfplumber, extract_text": lambda: _pdfplumber(data),
        "pdfminer.six, extract_text": lambda: extract_text(io.BytesIO(data)),
    }


def _pypdfium2(data: bytes) -> None:
    with closing(pypdfium2.PdfDocument(data)) as file:
        for page in file:
            with closing(page), closing(page.get_textpage()) as text:
                text.get_text_range()


def _pdfplumber(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as file:
        for page in file.pages:
            page.extract_text()
            page.close()


def measure(data: bytes, rounds: int) -> dict[str, float]:
    """Return the median seconds of processor time of each over interleaved rounds."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    calls = contestants(data)
    seconds: dict[str, list[float]] = {name: [] for name in calls}
    for turn in range(rounds + 1):
        for name, call in calls.items():
            start = time.process_time()
            call()
            if turn:
                seconds[name].append(time.process_time() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}


def peak_of(data: bytes) -> int:
    """Return the highest memory that a process of its own takes to read a file, in KiB."""
    path = ROOT / "out" / "pages.pdf"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    run = subprocess.run(
        [sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, check=True
    )
    return int(run.stdout)


def report(texts: list[str], rounds: int) -> str:
    """Return the table in Markdown and what a page takes."""
    seconds = measure(file_of(texts, PAGES), rounds)
    base = next(iter(seconds.values()))
    lines = ["| what | pages a second | time beside reportparse |", "|---|---:|---:|"]
    for name, spent in seconds.items():
        lines.append(f"| {name} | {PAGES / spent:.3g} | {spent / base:.3g} |")
    few, many = (peak_of(file_of(texts, pages)) for pages in (FEW, MANY))
    grown = (many - few) / (MANY - FEW)
    lines += [
        "",
        (
            f"A page takes {grown:.2g} KiB at the peak, from {FEW} to {MANY:,} pages "
            f"({few >> 10} and {many >> 10} MiB in all)."
        ),
    ]
    return "\n".join(lines)
