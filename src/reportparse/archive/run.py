"""A run over an archive: what is new or changed is read, committed, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from typing import Final

from reportparse.archive import edition
from reportparse.archive.listing import Item
from reportparse.archive.pool import Done, Engine, Task, run_tasks, tasks_of
from reportparse.archive.store import READ, Commit, Entry, Store, commit_of, in_force, shard_of
from reportparse.archive.tables import Batch
from reportparse.archive.work import Limits, failure, read_items
from reportparse.errors import UnreadableSource

#: Reasons that nothing about the file tells when they are gone: it is tried in every run.
PASSING: Final = frozenset({"missing", "denied", "failed"})
#: The reason that is gone once a program is installed.
LACKING: Final = "needs"


@dataclass(frozen=True, slots=True)
class Plan:
    """What one run does to a store."""

    store: Store
    run: int
    limits: Limits
    #: Digests of rules and programs.
    edition: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tally:
    """Where a run stands, in counts."""

    #: Sources that are there, and how many of them an earlier run has read.
    total: int = 0
    known: int = 0
    read: int = 0
    #: Sources that could not be read, by reason.
    failed: Counter[str] = field(default_factory=Counter)
    #: Rows by table.
    rows: Counter[str] = field(default_factory=Counter)
    #: Findings by code.
    codes: Counter[str] = field(default_factory=Counter)

    @property
    def done(self) -> int:
        """How many sources are behind us."""
        return self.known + self.read + self.failed.total()

    def plus(self, commit: Commit) -> Tally:
        """Return the counts after a commit."""
        outcomes = Counter(entry.outcome for entry in commit.entries)
        return replace(
            self,
            read=self.read + outcomes.pop(READ, 0),
            failed=self.failed + outcomes,
            rows=self.rows + Counter(commit.rows),
            codes=self.codes + Counter(commit.codes),
        )


def run(
    items: Sequence[Item],
    store: Store,
    engine: Engine,
    limits: Limits,
    *,
    rehash: bool = False,
) -> Iterator[Tally]:
    """Read what is new or changed into a store; yield the counts after each task.

    Whatever ends the run early, what was yielded is safe.
    """
    number = store.begin()
    plan = Plan(store, number, limits, (edition.rules(), edition.programs()))
    fresh = tuple(news(items, store.commits(), plan.edition, rehash=rehash))
    tally = Tally(total=len(items), known=len(items) - len(fresh))
    yield tally
    for done in run_tasks(tasks_of(fresh), partial(work, plan), engine):
        commit = done.result or _given_up(plan, done)
        store.commit(commit)
        tally = tally.plus(commit)
        yield tally


def work(plan: Plan, task: Task) -> Commit:
    """Read a task and write its shard: what a worker does. The commit is for the run to make."""
    return _filed(plan, task, read_items(task, plan.limits))


def news(
    items: Iterable[Item], commits: Iterable[Commit], rules: tuple[str, str], *, rehash: bool
) -> Iterator[Item]:
    """Yield the items that no commit in force stands for."""
    known = in_force(commits)
    for item in items:
        before = known.get(item.name)
        if before is None or not _stands(item, *before, rules, rehash=rehash):
            yield item


def _stands(
    item: Item, commit: Commit, entry: Entry, rules: tuple[str, str], *, rehash: bool
) -> bool:
    """Tell whether an entry still says what reading the item now would say."""
    if commit.rules != rules[0] or entry.outcome in PASSING:
        return False
    if entry.outcome == LACKING and commit.programs != rules[1]:
        return False
    if rehash:
        return _same_bytes(item, entry)
    return (entry.size, entry.stamp) == (item.size, item.stamp)


def _same_bytes(item: Item, entry: Entry) -> bool:
    """Tell by content whether a source is what it was."""
    try:
        return sha256(item.data()).hexdigest() == entry.sha256
    except UnreadableSource as error:
        return error.reason == entry.outcome


def _given_up(plan: Plan, done: Done[Commit]) -> Commit:
    """Write down a file that nobody could read, without opening it again."""
    (item,) = done.task
    error = UnreadableSource(item.name, "fault" if done.fault else "crashed", done.fault)
    return _filed(plan, done.task, failure(item, None, error))


def _filed(plan: Plan, task: Task, batch: Batch) -> Commit:
    """Write the rows of a task and describe them."""
    shard = shard_of(task, plan.run)
    plan.store.write(shard, batch)
    return commit_of(task, batch, shard=shard, run=plan.run, edition=plan.edition)
