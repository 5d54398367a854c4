"""Tasks over worker processes: a deadly file costs itself and no other."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import pytest

from deadly import measured
from reportparse.archive.listing import Item
from reportparse.archive.pool import (
    BYTES_A_TASK,
    FILES_A_TASK,
    Done,
    given,
    halves,
    local,
    run_tasks,
    tasks_of,
)
from reportparse.errors import StoreError


def items(names: Iterable[object]) -> tuple[Item, ...]:
    return tuple(Item(str(name), "") for name in names)


def names_of(done: Iterable[Done[tuple[str, ...]]]) -> tuple[list[str], list[str]]:
    """Return the names that came through, and those without a result."""
    read: list[str] = []
    lost: list[str] = []
    for one in done:
        into = lost if one.result is None else read
        into.extend(item.name for item in one.task)
    return sorted(read), sorted(lost)


@pytest.mark.parametrize(
    ("sizes", "lengths"),
    [
        ([], []),
        ([1] * FILES_A_TASK, [FILES_A_TASK]),
        ([1] * (FILES_A_TASK + 1), [FILES_A_TASK, 1]),
        ([BYTES_A_TASK, 1, 1], [1, 2]),
        ([1, BYTES_A_TASK * 3, 1], [1, 1, 1]),
    ],
    ids=["none", "full", "over", "large_first", "larger_than_a_task"],
)
def test_tasks_are_bounded_by_files_and_bytes(sizes: list[int], lengths: list[int]) -> None:
    listed = [Item(str(at), "", size) for at, size in enumerate(sizes)]
    tasks = list(tasks_of(listed))
    assert [len(task) for task in tasks] == lengths
    assert [item for task in tasks for item in task] == listed


def test_a_task_is_parted_without_loss() -> None:
    whole = items(range(7))
    left, right = halves(whole)
    assert left + right == whole
    assert left
    assert right


def test_deadly_files_are_named_and_no_other_is_lost() -> None:
    everything = items([*range(40), "deadly-1", *range(40, 90), "deadly-2"])
    tasks = [everything[at : at + 8] for at in range(0, len(everything), 8)]
    read, lost = names_of(run_tasks(tasks, measured, local(2, 0)))
    assert lost == ["deadly-1", "deadly-2"]
    assert read == sorted(str(number) for number in range(90))


def test_a_fault_of_the_run_stops_it() -> None:
    with pytest.raises(StoreError, match="no space left"):
        list(run_tasks([items(["full"])], measured, local(1, 0)))


def test_a_fault_of_ours_costs_one_file_and_is_told() -> None:
    done = list(run_tasks([items(["a", "unforeseen", "b"])], measured, local(1, 0)))
    assert names_of(done) == (["a", "b"], ["unforeseen"])
    assert [one.fault for one in done if one.result is None] == ["ValueError: unforeseen"]


def test_what_a_foreign_executor_raises_costs_one_file() -> None:
    with ThreadPoolExecutor(2) as executor:
        done = run_tasks([items(["a", "unforeseen", "b"])], measured, given(executor, 2))
        assert names_of(done) == (["a", "b"], ["unforeseen"])
