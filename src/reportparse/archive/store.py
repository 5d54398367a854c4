"""The store: what an archive's reports say, on disk, in files that any tool for Parquet reads.

    STORE/shards/ID/claims.parquet …   the rows of one task
    STORE/commits/ID.json              which sources a shard holds; only now does it count

A shard counts from the moment its commit stands. Killed before that, the run leaves files that
the next run removes; so that nothing is lost and nothing is there twice.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from reportparse.archive.arrow import parquet_of
from reportparse.archive.listing import Item
from reportparse.archive.shelf import Shelf, shelf_at
from reportparse.archive.tables import COLUMNS, SCHEMA, Batch
from reportparse.errors import StoreError

SHARDS, COMMITS, ABOUT = "shards", "commits", "store.json"
#: Outcome of a source that was read; else the reason (a key of `errors.REASONS`).
READ: Final = "read"


@dataclass(frozen=True, slots=True)
class Entry:
    """One source as a commit names it."""

    name: str
    path: str
    doc: str
    sha256: str
    size: int
    stamp: int
    #: Name within the bundle at `path`.
    member: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Commit:
    """What a shard holds."""

    shard: str
    #: Counts the runs: of two entries for one name, the later run's is in force.
    run: int
    #: Digest of the rules that read these sources.
    rules: str
    #: Digest of the programs that help to read; a source that lacked one is tried again.
    programs: str
    entries: tuple[Entry, ...]
    #: Number of rows in each table that has any.
    rows: dict[str, int]
    #: Number of findings by code.
    codes: dict[str, int]

    def to_json(self) -> bytes:
        """Return the commit as it is written."""
        return json.dumps(asdict(self), ensure_ascii=True, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Store:
    """A store at a place; reading and writing it leaves no state in the object."""

    shelf: Shelf

    @property
    def root(self) -> str:
        """The place as the user named it."""
        return self.shelf.root

    def begin(self) -> int:
        """Make the store ready for a run, clear away what a killed one left; count the runs."""
        self._claim()
        # Commits bear the names of their shards, which begin with the run: none need be read.
        names = self.shelf.names(COMMITS)
        kept = {name.removesuffix(".json") for name in names if name.endswith(".json")}
        for shard in self.shelf.names(SHARDS):
            if shard not in kept:
                self.shelf.clear(f"{SHARDS}/{shard}")
        return max((self._run_of(shard) for shard in kept), default=0) + 1

    def _run_of(self, shard: str) -> int:
        """Return the run that a shard's name begins with; a name of another kind is no commit."""
        number = shard.partition("-")[0]
        if not number.isdecimal():
            raise StoreError(self.root, f"{COMMITS}/{shard}.json is no commit")
        return int(number)

    def write(self, shard: str, batch: Batch) -> None:
        """Write the rows of a task; they count once committed."""
        for table, rows in batch.tables.items():
            if rows:
                self.shelf.write(f"{SHARDS}/{shard}/{table}.parquet", parquet_of(table, rows))

    def commit(self, commit: Commit) -> None:
        """Let a shard count."""
        self.shelf.write(f"{COMMITS}/{commit.shard}.json", commit.to_json())

    def commits(self) -> tuple[Commit, ...]:
        """Return all commits, oldest run first."""
        names = self.shelf.names(COMMITS)
        found = (self._commit(name) for name in names if name.endswith(".json"))
        return tuple(sorted(found, key=lambda commit: (commit.run, commit.shard)))

    def _commit(self, name: str) -> Commit:
        """Read one commit."""
        try:
            record = json.loads(self.shelf.read(f"{COMMITS}/{name}"))
            entries = tuple(Entry(**entry) for entry in record.pop("entries"))
            return Commit(entries=entries, **record)
        except (ValueError, TypeError, KeyError) as error:
            raise StoreError(self.root, f"{COMMITS}/{name} is damaged") from error

    def _claim(self) -> None:
        """Sign a new store, or make sure that an old one is ours and of this version."""
        if not self.shelf.names(""):
            record = {"store": "reportparse", "schema": SCHEMA}
            self.shelf.write(ABOUT, json.dumps(record).encode())
        self.check()

    def check(self) -> None:
        """Raise `StoreError` unless a store of this version is here."""
        names = self.shelf.names("")
        if ABOUT not in names:
            raise StoreError(self.root, "there is no store here" if not names else
                             "is not empty and holds no store")  # fmt: skip
        if json.loads(self.shelf.read(ABOUT)).get("schema") != SCHEMA:
            raise StoreError(self.root, f"was written for other tables than version {SCHEMA}")

    def files(self, table: str, commits: Iterable[Commit]) -> list[str]:
        """Return the addresses of a table's files in commits."""
        return [
            self.shelf.place(f"{SHARDS}/{commit.shard}/{table}.parquet")
            for commit in commits
            if commit.rows.get(table)
        ]


def store_at(place: str | os.PathLike[str]) -> Store:
    """Return the store at a folder or an address; nothing is read or made yet."""
    return Store(shelf_at(place))


def shard_of(task: Sequence[Item], run: int) -> str:
    """Return the name of a task's shard: the same for the same sources in the same run."""
    told = "\n".join(f"{item.name}\0{item.size}\0{item.stamp}" for item in task)
    digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{run:06}-{digest[:16]}"


def commit_of(
    task: Sequence[Item], batch: Batch, *, shard: str, run: int, edition: tuple[str, str]
) -> Commit:
    """Describe a task's rows."""
    rows = {name: len(found) for name, found in batch.tables.items() if found}
    at = COLUMNS["findings"].index("code")
    codes = Counter(str(row[at]) for row in batch.tables["findings"])
    entries = tuple(_entries(task, batch))
    return Commit(shard, run, *edition, entries, rows, dict(sorted(codes.items())))


def _entries(task: Iterable[Item], batch: Batch) -> Iterator[Entry]:
    """Yield the entry of each source of a task."""
    outcomes = {
        row[1]: (row[0], row[2], READ if table == "reports" else row[4])
        for table in ("reports", "failures")
        for row in batch.tables[table]
    }
    for item in task:
        doc, sha256, outcome = outcomes[item.name]
        yield Entry(item.name, item.path, doc, sha256, item.size, item.stamp, item.member, outcome)


def in_force(commits: Iterable[Commit]) -> dict[str, tuple[Commit, Entry]]:
    """Return for each name the entry that counts: that of the latest run."""
    return {entry.name: (commit, entry) for commit in commits for entry in commit.entries}


def outdated(commits: Iterable[Commit]) -> list[tuple[str, str]]:
    """Return shard and doc of entries that a later run has replaced."""
    known = tuple(commits)
    current = {(commit.shard, entry.name) for commit, entry in in_force(known).values()}
    return [
        (commit.shard, entry.doc)
        for commit in known
        for entry in commit.entries
        if (commit.shard, entry.name) not in current
    ]
