"""Blocks of the pages that show no output, run: `sh`, `python` and `toml`.

A page is one session in a folder of its own, in which the files lie that pages speak of. What
cannot run says so above the block: `<!-- not run: needs a cluster -->`.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pdfs
import reportparse as rp
from house.measure import ROOT
from reportparse.configuration import load
from reportparse.indicators import Indicators

PAGES: Final = (
    *sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")), ROOT / "corpora/README.md",
)  # fmt: skip
#: A block with the remark above it, if there is one.
BLOCK: Final = re.compile(
    r"(?:^<!-- not run: (?P<why>[^\n]+) -->\n\n?)?"
    r"^```(?P<kind>sh|python|toml)\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
#: How a block of any kind opens.
FENCE: Final = re.compile(r"^```([\w{}-]+)$", re.MULTILINE)
#: Kinds that are run here, by `snippets`, and by the tests of the checks, or by Sphinx.
KNOWN: Final = frozenset(
    {"sh", "python", "toml", "console", "pycon", "report", "archive", "{eval-rst}"}
)
TEXT: Final = (
    "石桥镇2023年工作总结", "一、工作情况", "全年举办讲座41场，其中进村18场、进校15场、进厂10场。",
    "新建公共充电桩120个。",
)  # fmt: skip
VERDICTS: Final = '{"schema": "reportparse-verdicts/1", "verdicts": []}'


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a page."""

    kind: str
    code: str
    #: Why it is not run, "" for one that is.
    why: str


def blocks(page: str) -> list[Block]:
    """Return the blocks of a page that are to be run, or say why not."""
    return [Block(one["kind"], one["code"], one["why"] or "") for one in BLOCK.finditer(page)]


def run(page: str, folder: Path) -> None:
    """Run the blocks of a page one after the other; what does not work is raised."""
    _furnish(folder)
    with contextlib.chdir(folder):
        names: dict[str, Any] = {"rp": rp, "report": rp.read("report.pdf")}
        for block in blocks(page):
            if not block.why:
                _run(block, names)


def _run(block: Block, names: dict[str, Any]) -> None:
    if block.kind == "sh":
        for line in _lines(block.code):
            _shell(line)
    elif block.kind == "python":
        exec(compile(block.code, "block", "exec"), names)  # noqa: S102 - the page's own code
    else:
        _load(block.code)


def _lines(code: str) -> Iterator[str]:
    """Yield the commands of a block, those that go on over a line end as one."""
    for line in code.replace("\\\n", " ").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _shell(line: str) -> None:
    """Run a command; `check` and `compare` end with 1 where they find something."""
    may = {0, 1} if re.match(r"reportparse (check|compare)\b", line) else {0}
    tools = str(Path(sys.executable).parent)
    path = {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["sh", "-c", line], capture_output=True, text=True, check=False, env=os.environ | path
    )
    assert done.returncode in may, f"{line}\n{done.stderr}"


def _load(code: str) -> None:
    """Load a file of settings as what it is: a configuration, indicators, or units."""
    data = tomllib.loads(code)
    tables = [table for table in data.values() if isinstance(table, dict)]
    if "suppress" in data or "select" in data:
        Path("settings.toml").write_text(code, encoding="utf-8")
        load(Path("settings.toml"))
    elif any("names" in table for table in tables):
        for name in ("my-indicators.toml", "我的指标.toml"):
            Path(name).write_text(code, encoding="utf-8")
            Indicators.load(name)
    else:
        assert all(unit in example for table in tables for unit, example in table.items())


def _furnish(folder: Path) -> None:
    """Lay out the files that pages speak of."""
    lines = [pdfs.say(80, 100 + 29 * at, line) for at, line in enumerate(TEXT)]
    for name in ("report.pdf", "报告.pdf", "work-report.pdf", "工作报告.pdf", "scan.pdf"):
        (folder / name).write_bytes(pdfs.pdf(lines))
    text = "\n".join(TEXT)
    (folder / "report.txt").write_text(text, encoding="utf-8")
    for name in ("reports", "报告文件夹"):
        (folder / name).mkdir()
        (folder / name / "石桥镇2023.txt").write_text(text, encoding="utf-8")
    with zipfile.ZipFile(folder / "more.zip", "w") as bundle:
        bundle.writestr("白沙镇2023.txt", text.replace("石桥", "白沙"))
    (folder / "luwan.verdicts.json").write_text(VERDICTS, encoding="utf-8")
