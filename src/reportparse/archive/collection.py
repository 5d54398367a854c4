"""An archive: many reports as tables on disk, and each of them as a `Report` when asked for."""

from __future__ import annotations

import html
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from reportparse.archive import progress as telling
from reportparse.archive.listing import items_of
from reportparse.archive.pool import AHEAD, given, local
from reportparse.archive.query import query
from reportparse.archive.run import Tally, run
from reportparse.archive.shelf import locked
from reportparse.archive.store import READ, Store, in_force, store_at
from reportparse.archive.tables import COLUMNS, HEADERS_ZH
from reportparse.archive.work import Limits
from reportparse.errors import Language
from reportparse.report import Report, read

if TYPE_CHECKING:
    import pandas as pd

Place = str | os.PathLike[str]
#: Workers of an executor that does not say how many it has.
UNKNOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Archive:
    """Many reports: tables of all of them, read where they lie.

    Iterating reads each report anew from its source, so that memory stays flat.
    """

    store: Store
    #: Keeps the folder of an archive that was given no store.
    _folder: Any = field(default=None, repr=False, compare=False)

    def __iter__(self) -> Iterator[Report]:
        """Yield the reports in order of their names; what cannot be read now is left out."""
        for _, entry in sorted(in_force(self.store.commits()).items()):
            if entry[1].outcome == READ:
                yield read(entry[1].path, entry[1].name)

    def __len__(self) -> int:
        """Return the number of reports that were read."""
        entries = in_force(self.store.commits()).values()
        return sum(entry.outcome == READ for _, entry in entries)

    def to_frame(self, what: str = "claims", lang: Language = "en") -> pd.DataFrame:
        """Return a table over all reports, such as "claims", "reports" or "failures".

        Raises `ValueError` for a table that there is not.
        """
        if what not in COLUMNS:
            raise ValueError(f"no such table: {what!r}; there are {', '.join(COLUMNS)}")
        frame = self.query(f'SELECT * FROM "{what}" ORDER BY {_order(what)}')  # noqa: S608
        return frame if lang == "en" else frame.rename(columns=HEADERS_ZH)

    def query(self, sql: str, values: Sequence[Any] = ()) -> pd.DataFrame:
        """Return what a query in SQL gives, over the tables by their names.

        Raises `StoreError` for a query that DuckDB refuses, `MissingExtra` without DuckDB.
        """
        return query(self.store, sql, values)

    @property
    def failures(self) -> pd.DataFrame:
        """The sources that could not be read, each with its reason."""
        return self.to_frame("failures")

    def summary(self, lang: Language = "en") -> str:
        """Say what the archive holds: reports, failures by reason, figures, findings by code."""
        return telling.summary(tally_of(self.store), lang)

    def _repr_html_(self) -> str:
        """Show the summary in a notebook."""
        return f"<pre>{html.escape(self.summary('zh'))}</pre>"


def read_archive(  # noqa: PLR0913 - each has a default that fits
    places: Place | Iterable[Place],
    store: Place | None = None,
    *,
    workers: int | None = None,
    executor: Executor | None = None,
    progress: bool | Callable[[Tally], None] = False,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    rehash: bool = False,
) -> Archive:
    """Read files and folders of reports into tables, by many processes; resume if it was begun.

    What a store holds already is read again only when its size or time of change differs, or
    when the rules changed; `rehash` compares contents instead. Without `store` the tables live
    in a temporary folder as long as the archive does. A file that cannot be read, that hangs or
    that kills its worker is a row of `failures`. `executor` runs the work elsewhere: any
    executor after `concurrent.futures`, such as that of a cluster.

    A script needs `if __name__ == "__main__":` around the call, as for any worker processes.
    Raises `UnreadableSource` for a place that is not there, `StoreError` for a store that
    cannot be written.
    """
    folder = tempfile.TemporaryDirectory(prefix="reportparse-") if store is None else None
    target = store_at(folder.name if folder is not None else store or "")
    named = (places,) if isinstance(places, str | os.PathLike) else tuple(places)
    items = items_of(named)
    if executor is None:
        engine = local(workers or os.cpu_count() or 1, limits.memory)
    else:
        engine = given(executor, AHEAD * (workers or UNKNOWN))
    with locked(target.shelf), telling.shown(progress) as tell:
        for tally in run(items, target, engine, limits, rehash=rehash):
            tell(tally)
    return Archive(target, folder)


def open_archive(store: Place) -> Archive:
    """Open a store that `read_archive` wrote; raises `StoreError` if there is none."""
    found = store_at(store)
    found.check()
    return Archive(found)


def tally_of(store: Store) -> Tally:
    """Count what a store holds."""
    commits = store.commits()
    entries = in_force(commits).values()
    outcomes = Counter(entry.outcome for _, entry in entries)
    tally = Tally(total=len(entries), read=outcomes.pop(READ, 0), failed=outcomes)
    current = {commit.shard for commit, _ in entries}
    for commit in commits:
        if commit.shard in current:
            tally.rows.update(commit.rows)
            tally.codes.update(commit.codes)
    return tally


def _order(what: str) -> str:
    """Return the columns that put a table in the order of the texts."""
    wanted = ("report", "table", "row", "column", "start", "relation_id", "section_id", "code")
    return ", ".join(f'"{column}"' for column in wanted if column in COLUMNS[what])
