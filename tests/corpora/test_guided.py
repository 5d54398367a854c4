"""Guided fuzzing takes up what died, adds up what it came to, and tells what it found."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from evaluation import guided, seeds
from evaluation.guided import BEGIN, END, Found

#: Takes the place of a process that searches: dies once, then comes to an end.
STAND_IN = """#!{python}
import json, pathlib, sys
target, seconds, folder = sys.argv[-3:]
folder = pathlib.Path(folder)
first = not (folder / "died").exists()
(folder / "died").touch()
state = dict(inputs=10, seconds=4.0 if first else float(seconds), slowest=0.5, memory=3 << 20,
             faults={{}} if first else {{"KeyError at pdf.py:1": 2}})
(folder / f"{{target}}.json").write_text(json.dumps(state))
print("#51\\tNEW    cov: 40 ft: 8 corp: 7/3Kb" if first else "#9\\tNEW cov: 50 ft: 1 corp: 6/1b")
sys.exit(first)
"""
posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a script")


@posix
def test_a_search_goes_on_where_a_process_died(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text(STAND_IN.format(python=sys.executable), encoding="utf-8")
    python.chmod(0o755)
    found = guided.search("doc", 60, python, tmp_path)
    assert found == Found("doc", 60.0, 20, 50, 7, 0.5, 3 << 20, failures=3)
    assert {path.read_bytes() for path in (tmp_path / "doc").iterdir()} == set(seeds.of("doc"))


@posix
def test_a_search_that_does_not_start_says_why(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\necho no atheris\nexit 1\n", encoding="utf-8")
    python.chmod(0o755)
    with pytest.raises(RuntimeError, match="no atheris"):
        guided.search("doc", 60, python, tmp_path)


@posix
def test_a_search_that_its_user_ends_is_no_failure(tmp_path: Path) -> None:
    python = tmp_path / "python"
    ended = STAND_IN.replace("sys.exit(first)", "import os; os.kill(os.getpid(), 15)")
    python.write_text(ended.format(python=sys.executable), encoding="utf-8")
    python.chmod(0o755)
    found = guided.search("doc", 60, python, tmp_path)
    assert (found.seconds, found.failures, found.stopped) == (4.0, 0, True)


def test_what_went_wrong_is_told(tmp_path: Path) -> None:
    (tmp_path / "pdf-1234abcd").write_bytes(b"x")
    (tmp_path / "pdf-1234abcd.txt").write_text("KeyError at pdf.py:1\n", encoding="utf-8")
    for name in ("pdf-died-timeout-1", "pdf-died-slow-unit-1", "ofd-died-crash-1"):
        (tmp_path / name).touch()
    assert list(guided.faults("pdf", tmp_path)) == [
        f"KeyError at pdf.py:1\n    kept as {tmp_path / 'pdf-1234abcd'}",
        f"died: kept as {tmp_path / 'pdf-died-timeout-1'}",
    ]


def test_a_search_is_written_beside_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Page\n{BEGIN}\nold\n{END}\nrest\n", encoding="utf-8")
    monkeypatch.setattr(guided, "PAGE", page)
    monkeypatch.setattr(guided, "KEPT", tmp_path / "kept.json")
    for target, inputs, failures in (
        ("pdf", 1, 0), ("parse", 2, 0), ("pdf", 3000, 0), ("ofd", 4, 1), ("ofd", 5, 0),
    ):  # fmt: skip
        guided.write(Found(target, 600.0, inputs, 40, 7, 0.25, 3 << 20, failures))
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if "`" in line]
    assert rows == [
        "| `parse` | 10 | 2 | 40 | 7 | 0.2 s | 3 MiB | 0 |",
        "| `ofd` | 10 | 5 | 40 | 7 | 0.2 s | 3 MiB | 0 |",
        "| `pdf` | 20 | 3,001 | 40 | 7 | 0.2 s | 3 MiB | 0 |",
    ]
    assert page.read_text(encoding="utf-8").endswith(f"{END}\nrest\n")
    assert len(json.loads(guided.KEPT.read_text(encoding="utf-8"))) == 3


def test_the_page_shows_what_was_found_last() -> None:
    text = guided.PAGE.read_text(encoding="utf-8")
    assert guided.put(text, guided.table(guided.load())) == text
