"""What the docs show, run: `$ command` in blocks `console`, `>>> statement` in blocks `pycon`.

`make readme` writes the outputs anew; tests/house/test_docs.py fails when one is stale. The page
of all checks is written here too, from the checks themselves.
"""

from __future__ import annotations

import contextlib
import doctest
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from house import storing
from house.measure import ROOT
from reportparse.archive.compare import COMPARISONS
from reportparse.checks import CHECKS
from reportparse.indicators import GROWTH, default

#: Pages that show what commands print.
PAGES: Final = (*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").rglob("*.md")))
INDICATORS: Final = ROOT / "docs" / "reference" / "indicators.md"
BLOCK: Final = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
SESSION: Final = re.compile(r"(?<=^```pycon\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
INDEX: Final = ROOT / "docs" / "checks" / "index.md"
#: White space and "..." in an answer are the writer's.
LENIENT: Final = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
#: Columns of a terminal in the docs.
WIDTH: Final = "88"


class Listener(doctest.DocTestRunner):
    """Runs a session and keeps what each statement returned."""

    def __init__(self) -> None:
        super().__init__(verbose=False, optionflags=LENIENT)
        self.heard: list[str] = []

    def report_success(self, _out, _test, example, _got) -> None:
        self.heard.append(example.want)

    def report_failure(self, _out, _test, _example, got) -> None:
        self.heard.append(got)


def renewed(page: str) -> str:
    """Return a page with the output of every command and statement it shows.

    A page is one session: what a block names, later ones may use.
    """
    names: dict[str, object] = {}
    page = BLOCK.sub(lambda match: _shown(match[0]), page)
    return SESSION.sub(lambda match: _answered(match[0], names), page)


def _answered(block: str, names: dict[str, object]) -> str:
    parser, listener = doctest.DocTestParser(), Listener()
    with contextlib.chdir(ROOT):
        session = parser.get_doctest(block, {}, "session", None, 0)
        session.globs = names
        listener.run(session, out=lambda _: None, clear_globs=False)
    answers = iter(listener.heard)
    return "".join(
        part if isinstance(part, str) else _asked(part.source) + next(answers)
        for part in parser.parse(block)
    )


def _asked(source: str) -> str:
    first, *more = source.splitlines()
    return f">>> {first}\n" + "".join(f"... {line}\n" for line in more)


def _shown(block: str) -> str:
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{run(command)}" for command in commands)


def run(command: str) -> str:
    """Return what a command line prints, run in the repository with Chinese messages."""
    tools = str(Path(sys.executable).parent)
    done = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
        check=False,
        env=os.environ
        | {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "LC_ALL": "C.UTF-8",
            "COLUMNS": WIDTH,
            "NO_COLOR": "1",
        },
    )  # fmt: skip
    lines = (done.stdout + done.stderr).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def index() -> str:
    """Return the page that lists all checks."""
    rows = [
        f"| [{one.code}]({one.code}.md) | {one.severity} | {one.title_zh} | {one.title} |\n"
        for one in sorted((*CHECKS, *COMPARISONS), key=lambda one: one.code)
    ]
    return (
        "# Checks\n\n"
        "Each check has a code that is never given to another, a severity (how bad if true), and\n"
        "a page with what it finds, examples that run as tests, and when it is wrong.\n"
        "`reportparse explain CODE` prints the page. This list is written by `make readme`.\n"
        "[中文说明](zh.md) · [the taxonomy, and what is not built](taxonomy.md)\n\n"
        "| code | severity | 中文 | finds |\n|---|---|---|---|\n" + "".join(rows)
    )


def indicators() -> str:
    """Return the page that lists all indicators."""
    rows = [
        f"| `{one.id}` | {one.zh} | {one.en} | {'、'.join(one.units)} | "
        f"{'yes' if one.growth else ''} |\n"
        for one in default()
        if not one.id.endswith(GROWTH)
    ]
    return (
        "# Indicators\n\n"
        "The measures that many reports share. `claim.indicator` is the id of the one that a\n"
        'figure states, `""` for none. Where the last column says yes, the change in per cent is\n'
        "an indicator too, its id ending in `_growth`.\n"
        "[Add one of your own](../howto/add-an-indicator.md).\n"
        "This list is written by `make readme`.\n\n"
        "| id | 中文 | English | units | growth |\n|---|---|---|---|---|\n" + "".join(rows)
    )


if __name__ == "__main__":
    INDICATORS.write_text(indicators(), encoding="utf-8")
    INDEX.write_text(index(), encoding="utf-8")
    storing.PAGE.write_text(storing.page(), encoding="utf-8")
    for path in PAGES:
        path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
