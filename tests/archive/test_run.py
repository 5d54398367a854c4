"""Runs that are killed: nothing is lost, nothing is there twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportparse.archive import Archive, open_archive, read_archive
from reportparse.archive.listing import Item
from reportparse.archive.run import news
from reportparse.archive.store import Commit, Entry
from reportparse.archive.tables import COLUMNS

#: Enough files for several tasks.
MANY = 200
SCRIPT = """
import sys
from reportparse.archive import read_archive
if __name__ == "__main__":
    read_archive(sys.argv[1], sys.argv[2], workers=2)
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for at in range(MANY):
        (folder / f"{at:03}.txt").write_text(f"走访{at + 1}户。\n" * 20, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return read_archive(reports, tmp_path_factory.mktemp("stores") / "store", workers=2)


def same(one: Archive, other: Archive) -> bool:
    return all(one.to_frame(table).equals(other.to_frame(table)) for table in COLUMNS)


def started(folder: Path, reports: Path) -> subprocess.Popen[bytes]:
    script = folder / "run.py"
    script.write_text(SCRIPT)
    store = folder / "store"
    process = subprocess.Popen([sys.executable, str(script), str(reports), str(store)])
    while process.poll() is None and not any((store / "commits").glob("*.json")):
        time.sleep(0.005)
    return process


def test_a_killed_run_is_taken_up_again(
    reports: Path, undisturbed: Archive, tmp_path: Path
) -> None:
    process = started(tmp_path, reports)
    workers = _descendants(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert workers
    assert all(_gone(worker) for worker in workers)
    again = read_archive(reports, tmp_path / "store", workers=2)
    assert len(again) == MANY
    assert same(again, undisturbed)


def test_a_killed_worker_costs_nothing(
    reports: Path, undisturbed: Archive, tmp_path: Path
) -> None:
    process = started(tmp_path, reports)
    workers = _descendants(process.pid)
    for worker in workers[-1:]:
        os.kill(worker, signal.SIGKILL)
    assert process.wait() == 0
    assert same(open_archive(tmp_path / "store"), undisturbed)


def _gone(process: int) -> bool:
    """Tell whether a process ends soon."""
    for _ in range(300):
        if not Path("/proc", str(process)).exists():
            return True
        time.sleep(0.1)
    return False


def _descendants(parent: int) -> list[int]:
    """Return the processes that a process has started, and theirs."""
    children: list[int] = []
    for tasks in Path("/proc", str(parent), "task").glob("*/children"):
        for child in map(int, tasks.read_text().split()):
            children += [child, *_descendants(child)]
    return children


@pytest.mark.parametrize(
    ("item", "edition", "expected"),
    [
        (Item("a", "a", 3, 5), ("r", "p"), False),
        (Item("a", "a", 4, 5), ("r", "p"), True),
        (Item("a", "a", 3, 6), ("r", "p"), True),
        (Item("a", "a", 3, 5), ("s", "p"), True),
        (Item("a", "a", 3, 5), ("r", "q"), False),
        (Item("b", "b", 3, 5), ("r", "p"), False),
        (Item("b", "b", 3, 5), ("r", "q"), True),
        (Item("c", "c", 3, 5), ("r", "p"), True),
    ],
    ids=["same", "grown", "touched", "rules", "programs", "lacked", "now_installed", "new"],
)
def test_what_is_read_again(item: Item, edition: tuple[str, str], *, expected: bool) -> None:
    read = Entry("a", "a", "d", "00", 3, 5, "", "read")
    lacking = Entry("b", "b", "e", "00", 3, 5, "", "needs")
    commits = [Commit("1-x", 1, "r", "p", (read, lacking), {}, {})]
    assert bool(list(news([item], commits, edition, rehash=False))) is expected
