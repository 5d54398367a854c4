"""Runs that are killed: nothing is lost, nothing is there twice."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reportparse.archive import Archive, open_archive, read_archive
from reportparse.archive.listing import Item
from reportparse.archive.run import Tally, news
from reportparse.archive.store import Commit, Entry
from reportparse.archive.tables import COLUMNS
from reportparse.errors import StoreError

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


def test_a_full_disk_stops_a_run_that_is_taken_up_again(
    reports: Path, undisturbed: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    def flush(file: int) -> None:
        written.append(file)
        if len(written) > 12:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk, ThreadPoolExecutor(2) as executor:
        disk.setattr(os, "fsync", flush)
        with pytest.raises(StoreError, match="No space left on device"):
            read_archive(reports, tmp_path / "store", executor=executor, workers=2)
    assert 0 < len(open_archive(tmp_path / "store")) < MANY
    assert same(read_archive(reports, tmp_path / "store", workers=2), undisturbed)


def test_a_file_that_changes_meanwhile_is_read_again(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("走访3户。", encoding="utf-8")

    def change(tally: Tally) -> None:
        if not tally.done:
            report.write_text("走访36户。", encoding="utf-8")

    read_archive(tmp_path, tmp_path / "store", workers=1, progress=change)
    again: list[Tally] = []
    archive = read_archive(tmp_path, tmp_path / "store", workers=1, progress=again.append)
    assert (again[0].known, again[-1].read) == (0, 1)
    assert archive.to_frame("claims")["text"].tolist() == ["36户"]


def test_two_runs_at_a_time_are_refused(reports: Path, tmp_path: Path) -> None:
    def another(_: Tally) -> None:
        with pytest.raises(StoreError, match="another run"):
            read_archive(reports, tmp_path / "store", workers=1)

    with ThreadPoolExecutor(1) as executor:
        read_archive(reports, tmp_path / "store", executor=executor, progress=another)


def test_a_store_is_read_by_many_at_a_time(undisturbed: Archive) -> None:
    def count(_: int) -> int:
        return len(open_archive(undisturbed.store.root).query("SELECT doc FROM claims"))

    with ThreadPoolExecutor(20) as executor:
        assert set(executor.map(count, range(100))) == {MANY * 20}


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
        (Item("d", "d", 3, 5), ("r", "p"), True),
    ],
    ids=[
        "same",
        "grown",
        "touched",
        "rules",
        "programs",
        "lacked",
        "now_installed",
        "new",
        "denied",
    ],
)  # fmt: skip
def test_what_is_read_again(item: Item, edition: tuple[str, str], *, expected: bool) -> None:
    read = Entry("a", "a", "d", "00", 3, 5, "", "read")
    denied = Entry("d", "d", "f", "00", 3, 5, "", "denied")
    lacking = Entry("b", "b", "e", "00", 3, 5, "", "needs")
    commits = [Commit("1-x", 1, "r", "p", (read, lacking, denied), {}, {})]
    assert bool(list(news([item], commits, edition, rehash=False))) is expected
