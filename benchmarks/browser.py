"""Time the audit page in a browser: a report of 300 findings and 60,000 characters.

Loading is timed from the navigation until the page has run its script and been laid out; a step
from the key until all that it changes has been laid out.
"""

from __future__ import annotations

import re
import shutil
import statistics
import sys
import tempfile
from itertools import count
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, sync_playwright

from reportparse.reading import read_document
from reportparse.report import Report, parse

FINDINGS: Final = 300
CHARACTERS: Final = 60_000
ROUNDS: Final = 5
#: Every fourth figure is altered, so that much of what agreed does not.
FIGURE: Final = re.compile(r"(?<![0-9年])[0-9]{2,3}(?=[件起次人户个家名条])")
#: What the page's own script and the layout after it take, in milliseconds.
LOAD: Final = """() => {
  const [entry] = performance.getEntriesByType("navigation");
  document.body.getBoundingClientRect();
  return Math.max(performance.now(), entry.domContentLoadedEventEnd);
}"""
STEP: Final = """([key, selector]) => {
  const start = performance.now();
  if (selector) document.querySelector(selector).click();
  else document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  document.querySelector("main").getBoundingClientRect();
  document.querySelector("aside").scrollHeight;
  return performance.now() - start;
}"""
#: What is timed, by the key that is pressed or what is clicked.
STEPS: Final = {
    "next finding (j): scrolled to and lit": (["j", ""], 60),
    "a severity filtered out, or in again": (["", "input[name=severity]"], 10),
    "the other language": (["", "#language"], 10),
}


def report(texts: list[str]) -> str:
    """Return a table of what the page takes."""
    long = _long(texts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "audit.html"
        size = len(long.to_html(path).encode())
        with sync_playwright() as driver:
            started = driver.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            spent = _measure(started, path)
            started.close()
    rows = "\n".join(f"| {name} | {time:.3g} |" for name, time in spent.items())
    text = len(long.document.text)
    return (
        f"| what, {len(long.findings)} findings, {text:,} characters, {size / 1e6:.2g} MB "
        f"| milliseconds |\n|---|---:|\n{rows}"
    )


def _long(texts: list[str]) -> Report:
    """Return a report that is long enough, of altered copies of the texts."""
    numbers = count()
    written = ""
    while True:
        for text in texts:
            written += FIGURE.sub(lambda one: _altered(one[0], next(numbers)), text) + "\n"
        found = parse(written)
        if len(written) > CHARACTERS and len(found.findings) >= FINDINGS:
            return found.with_findings(found.findings[:FINDINGS])


def _altered(figure: str, number: int) -> str:
    return figure if number % 4 else str(int(figure) + 3)


def _measure(started: Browser, path: Path) -> dict[str, float]:
    """Return the median milliseconds of each thing that is timed."""
    loads: list[float] = []
    spent: dict[str, list[float]] = {name: [] for name in STEPS}
    for _ in range(ROUNDS):
        page: Any = started.new_page(viewport={"width": 1440, "height": 900})
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        loads.append(page.evaluate(LOAD))
        for name, (step, times) in STEPS.items():
            spent[name] += [page.evaluate(STEP, step) for _ in range(times)]
        page.close()
    median = {name: statistics.median(times) for name, times in spent.items()}
    return {"loaded": statistics.median(loads), **median}


if __name__ == "__main__":
    texts = sorted((Path(__file__).parents[1] / "corpora/text").glob("*.txt"))
    sys.stdout.write(report([read_document(one).text for one in texts]) + "\n")
