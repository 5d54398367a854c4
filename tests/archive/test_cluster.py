"""The same tables from a cluster: real worker processes, one of them killed."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deadly import measured
from reportparse.archive import cluster, read_archive
from reportparse.archive.listing import Item
from reportparse.archive.pool import Done, given, run_tasks, tasks_of
from reportparse.archive.run import Tally
from reportparse.archive.tables import COLUMNS
from reportparse.errors import MissingExtra, StoreError

distributed = pytest.importorskip("distributed")
config = pytest.importorskip("dask").config

MANY = 200
#: A task whose worker dies is not tried on three more.
ONCE = {"distributed.scheduler.allowed-failures": 0}


@pytest.fixture(scope="module")
def client() -> Iterator[distributed.Client]:
    with (
        config.set(ONCE),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as workers,
        distributed.Client(workers) as client,
    ):
        yield client


def test_a_killed_worker_changes_no_table(client: distributed.Client, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for at in range(MANY):
        (reports / f"{at:03}.txt").write_text(f"走访{at + 1}户。\n" * 20, encoding="utf-8")
    (reports / "broken.pdf").write_bytes(b"%PDF-1.4 nothing more")
    workers = list(client.run(os.getpid).values())

    def tell(tally: Tally) -> None:
        if tally.done and workers:
            os.kill(workers.pop(), signal.SIGKILL)
            workers.clear()

    with cluster.dask(client.scheduler.address) as (executor, threads):
        far = read_archive(
            reports, tmp_path / "far", executor=executor, workers=threads, progress=tell
        )
    near = read_archive(reports, tmp_path / "near", workers=2)
    assert len(far) == MANY
    assert (threads, workers) == (2, [])
    for table in COLUMNS:
        assert far.to_frame(table).equals(near.to_frame(table)), table


def test_a_deadly_file_is_named_and_no_other_is_lost(client: distributed.Client) -> None:
    names = [*map(str, range(6)), "deadly", *map(str, range(6, 10))]
    tasks = tasks_of([Item(name, "") for name in names])
    with client.get_executor(pure=False) as executor:
        done: list[Done[tuple[str, ...]]] = list(run_tasks(tasks, measured, given(executor, 4)))
    read = [name for one in done for name in one.result or ()]
    lost = [(one.task[0].name, one.fault) for one in done if one.result is None]
    assert sorted(read) == sorted(set(names) - {"deadly"})
    assert lost == [("deadly", "")]


def test_nobody_answers() -> None:
    with (
        config.set({"distributed.comm.timeouts.connect": "100ms"}),
        pytest.raises(StoreError, match="no Dask scheduler answers"),
        cluster.dask("tcp://127.0.0.1:9"),
    ):
        pass


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtra, match="dask"), cluster.dask(None):
        pass
