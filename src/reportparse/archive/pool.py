"""Running tasks over worker processes so that a file that kills its worker takes no other along.

When a worker dies, the pool breaks and every task in flight is lost. They are run again one at a
time, so that the next break names its task; that task is halved until one file is left.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from concurrent.futures.process import ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import wait as wait_for
from types import ModuleType
from typing import Final, Generic, ParamSpec, TypeVar

from reportparse.archive.listing import Item
from reportparse.archive.work import confine
from reportparse.errors import ReportparseError

#: A task has at most so many files, and so many bytes: its loss must be cheap to make good.
FILES_A_TASK: Final = 64
BYTES_A_TASK: Final = 8 << 20
#: Tasks in flight for each worker: enough that none waits, few enough that memory stays flat.
AHEAD: Final = 2
#: What a worker imports before it is forked, so that the dictionary is loaded once.
PRELOAD: Final = ["reportparse.archive.warm"]

#: Names under which clusters tell that a worker died.
DEATHS: Final = frozenset({"KilledWorker", "WorkerCrashedError", "TerminatedWorkerError"})

Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")
Task = tuple[Item, ...]
#: A task that came to nothing, and the error it raised, if it could raise one.
Lost = tuple[Task, str]


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """A task with its result; without one, its single file ended a worker of its own."""

    task: Task
    result: Result | None
    #: The error that it raised, "" if the worker died without a word.
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Engine:
    """What runs tasks: how to open it, and how many it takes at a time."""

    #: Returns an executor as a context; a local pool is made anew after each death.
    open: Callable[[], AbstractContextManager[Executor]]
    #: Tasks in flight.
    ahead: int


def tasks_of(items: Iterable[Item]) -> Iterator[Task]:
    """Group sources into tasks, in order.

    >>> [len(task) for task in tasks_of(Item(str(n), "") for n in range(100))]
    [64, 36]
    """
    task: list[Item] = []
    size = 0
    for item in items:
        if task and (len(task) == FILES_A_TASK or size + item.size > BYTES_A_TASK):
            yield tuple(task)
            task, size = [], 0
        task.append(item)
        size += item.size
    if task:
        yield tuple(task)


def local(workers: int, memory: int) -> Engine:
    """Return an engine of this machine's processes."""
    return Engine(partial(_pool, workers, memory), workers * AHEAD)


def given(executor: Executor, ahead: int) -> Engine:
    """Return an engine of an executor that the caller keeps open, of any library."""
    return Engine(lambda: nullcontext(executor), ahead)


class Pool(ProcessPoolExecutor):
    """Processes that do not run the caller's script: a script needs no guard around its call."""

    def submit(
        self,
        fn: Callable[Arguments, Result],
        /,
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Future[Result]:
        """Submit a task; a process that it needs is started here."""
        with _no_script():
            return super().submit(fn, *args, **kwargs)


@contextmanager
def _no_script() -> Iterator[None]:
    """Put an empty module in the place of the script.

    A fresh process imports the script of its parent first. Nothing that runs here is defined in
    it, and a script that reads an archive at its top level would start processes without end.
    """
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


def _pool(workers: int, memory: int) -> Pool:
    """Return a pool of fresh processes: forking one that has threads can hang."""
    method = "forkserver" if sys.platform.startswith("linux") else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(PRELOAD)
    return Pool(workers, context, initializer=_begin, initargs=(memory,))


def _begin(memory: int) -> None:
    """Prepare a worker: bound its memory, and let it end with the run, however that ends."""
    confine(memory)
    threading.Thread(target=_leave, daemon=True).start()


def _leave() -> None:
    """End this process once its parent is gone: waiting for work, it would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)


def run_tasks(
    tasks: Iterable[Task], work: Callable[[Task], Result], engine: Engine
) -> Iterator[Done[Result]]:
    """Run tasks and yield them as they end.

    A `ReportparseError` of `work` is raised here: it is a fault of the run, such as a full disk,
    and not of a file. Any other error, and the death of a worker under whatever name a cluster
    gives it, is pinned down to the one file that brings it about.
    """
    waiting = deque(tasks)
    while waiting:
        lost: list[Lost] = []
        yield from _flow(waiting, work, engine, lost)
        yield from _one_by_one(deque(task for task, _ in lost), work, engine)


def _flow(
    waiting: deque[Task], work: Callable[[Task], Result], engine: Engine, lost: list[Lost]
) -> Iterator[Done[Result]]:
    """Run tasks until all are done or a worker dies; name those that went with it."""
    flying: dict[Future[Result], Task] = {}
    with engine.open() as executor:
        while (waiting or flying) and not lost:
            while waiting and len(flying) < engine.ahead and not lost:
                _send(executor, work, waiting.popleft(), flying, lost)
            ended, _ = wait(flying, return_when=FIRST_COMPLETED)
            for future in ended:
                yield from _landed(future, flying.pop(future), lost)
        for future, task in flying.items():
            yield from _landed(future, task, lost)


def _one_by_one(
    suspects: deque[Task], work: Callable[[Task], Result], engine: Engine
) -> Iterator[Done[Result]]:
    """Run tasks alone, each in turn; halve the one whose worker dies until one file is left."""
    tried: set[Task] = set()
    while suspects:
        lost: list[Lost] = []
        with engine.open() as executor:
            while suspects and not lost:
                yield from _alone(executor, work, suspects.popleft(), lost)
        for task, fault in lost:
            if len(task) > 1:
                suspects.extendleft(reversed(halves(task)))
            elif task in tried:
                yield Done(task, None, fault)
            else:
                # On a cluster a worker may die of the file before; the next try tells.
                tried.add(task)
                suspects.appendleft(task)


def _alone(
    executor: Executor,
    work: Callable[[Task], Result],
    task: Task,
    lost: list[Lost],
) -> Iterator[Done[Result]]:
    """Run one task to its end."""
    flying: dict[Future[Result], Task] = {}
    _send(executor, work, task, flying, lost)
    for future in flying:
        yield from _landed(future, task, lost)


def _send(
    executor: Executor,
    work: Callable[[Task], Result],
    task: Task,
    flying: dict[Future[Result], Task],
    lost: list[Lost],
) -> None:
    """Submit a task; a pool that broke meanwhile takes none."""
    try:
        flying[executor.submit(work, task)] = task
    except BrokenExecutor:
        lost.append((task, ""))


def _landed(future: Future[Result], task: Task, lost: list[Lost]) -> Iterator[Done[Result]]:
    """Yield a task's result, or note why it has none."""
    error = CancelledError() if future.cancelled() else future.exception()
    if error is None:
        yield Done(task, future.result())
    elif isinstance(error, ReportparseError):
        raise error
    else:
        lost.append((task, _told(error)))


def _told(error: BaseException) -> str:
    """Say what a task raised, "" if its worker died."""
    name = type(error).__name__
    died = isinstance(error, BrokenExecutor | CancelledError) or name in DEATHS
    return "" if died else f"{name}: {error}"


def halves(task: Sequence[Item]) -> tuple[Task, Task]:
    """Part a task in two."""
    middle = len(task) // 2
    return tuple(task[:middle]), tuple(task[middle:])
