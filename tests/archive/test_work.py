"""One task of a worker: each source costs at most its own row."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportparse.archive import work
from reportparse.archive.listing import Item
from reportparse.archive.tables import COLUMNS, Batch
from reportparse.archive.work import Limits, read_items
from reportparse.report import Report


def item(folder: Path, name: str, text: str) -> Item:
    (folder / name).write_text(text, encoding="utf-8")
    return Item(name, str(folder / name))


def failures(batch: Batch) -> list[tuple[str, str]]:
    """Return name and reason of what failed."""
    name, reason = (COLUMNS["failures"].index(column) for column in ("report", "reason"))
    return [(row[name], row[reason]) for row in batch.tables["failures"]]


def raising(error: BaseException) -> object:
    """Return a reader that raises."""

    def read(*_: object) -> Report:
        raise error

    return read


def test_reports_and_failures_make_rows(tmp_path: Path) -> None:
    good = item(tmp_path, "good.txt", "调解纠纷3件。")
    empty = item(tmp_path, "empty.txt", "")
    gone = Item("gone.txt", str(tmp_path / "gone.txt"))
    batch = read_items([good, empty, gone])
    assert [row[1] for row in batch.tables["reports"]] == ["good.txt"]
    assert len(batch.tables["claims"]) == 1
    assert failures(batch) == [("empty.txt", "empty"), ("gone.txt", "missing")]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (MemoryError(), "too_large"),
        (RecursionError(), "damaged"),
    ],
    ids=["memory", "recursion"],
)
def test_whatever_a_reader_raises_is_a_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    monkeypatch.setattr(work, "read", raising(error))
    batch = read_items([item(tmp_path, "a.txt", "走访3户。")])
    assert failures(batch) == [("a.txt", reason)]


def test_a_file_that_takes_too_long_is_a_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "read", lambda *_: time.sleep(60))
    batch = read_items([item(tmp_path, "slow.txt", "走访3户。")], Limits(seconds=0.05))
    assert failures(batch) == [("slow.txt", "timeout")]


def test_a_process_is_confined() -> None:
    script = (
        "from reportparse.archive.work import confine\n"
        "confine(300)\n"
        "try:\n"
        "    held = bytearray(400 << 20)\n"
        "except MemoryError:\n"
        "    print('bounded')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.stdout.strip() == b"bounded"
