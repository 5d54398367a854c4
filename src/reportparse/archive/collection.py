"""An archive: many reports as tables on disk, and each of them as a `Report` when asked for."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypedDict, Unpack

from reportparse.archive import progress as telling
from reportparse.archive.compare import compare
from reportparse.archive.comparisons import Discrepancy
from reportparse.archive.listing import Item, items_of
from reportparse.archive.panel import COLUMNS as PANEL
from reportparse.archive.panel import panel_rows, wide_rows
from reportparse.archive.pool import AHEAD, given, local
from reportparse.archive.query import query
from reportparse.archive.run import Tally, run
from reportparse.archive.shelf import locked
from reportparse.archive.statements import pages_of
from reportparse.archive.store import READ, Store, in_force, store_at
from reportparse.archive.tables import COLUMNS, HEADERS_ZH
from reportparse.archive.work import MEMORY, SECONDS, Limits
from reportparse.errors import Language
from reportparse.report import Report, above, read
from reportparse.rows import SPOKEN, WORDS_ZH

if TYPE_CHECKING:
    import pandas as pd

    from reportparse.render.plotting import Plot

Place = str | os.PathLike[str]
#: Workers of an executor that does not say how many it has.
UNKNOWN: Final = 8


@dataclass(frozen=True, slots=True, weakref_slot=True, repr=False)
class Archive:
    """Many reports: tables of all of them, read where they lie.

    Iterating reads each report anew from its source, so that memory stays flat.
    """

    store: Store

    def __repr__(self) -> str:
        """Say how much it holds; where its store lies is in `store`."""
        return f"<Archive: {len(self)} reports>"

    def __iter__(self) -> Iterator[Report]:
        """Yield the reports in order of their names; what cannot be read now is left out."""
        for _, (_, entry) in sorted(in_force(self.store.commits()).items()):
            if entry.outcome == READ:
                item = Item(entry.name, entry.path, member=entry.member)
                yield read(item.data(), entry.name)

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
        if lang == "en":
            return frame
        for column in SPOKEN.intersection(frame.columns):
            frame[column] = frame[column].map(lambda cell: WORDS_ZH.get(cell, cell))
        return frame.rename(columns=HEADERS_ZH)

    def query(self, sql: str, values: Sequence[Any] = ()) -> pd.DataFrame:
        """Return what a query in SQL gives, over the tables by their names.

        Raises `StoreError` for a query that DuckDB refuses, `MissingExtra` without DuckDB.
        """
        return query(self.store, sql, values)

    def panel(self, *, wide: bool = False, lang: Language = "en") -> pd.DataFrame:
        """Return place by year by indicator, each value with the way back to its claim.

        Long: one row a value, columns of `panel.COLUMNS`; `wide` gives one row for each place
        and year with a column for each indicator. Copies of one report count once.
        """
        rows = list(panel_rows(pages_of(self.store)))
        columns: tuple[str, ...] = PANEL
        if wide:
            columns, rows = wide_rows(rows)
        frame: pd.DataFrame = above("frames").frame_of(rows, columns)
        return frame if lang == "en" else frame.rename(columns=HEADERS_ZH)

    def plot(self, indicator: str, lang: Language = "zh") -> Plot:
        """Draw an indicator, by its id or its name, over the years; needs the extra `plot`.

        Raises `ValueError` for one that the panel does not have.
        """
        rows = panel_rows(pages_of(self.store))
        plot: Plot = above("render.plotting").plot_panel(rows, indicator, lang)
        return plot

    @property
    def findings(self) -> tuple[Discrepancy, ...]:
        """What the reports have against each other; each report's own are a table."""
        return compare(self.store)

    @property
    def failures(self) -> pd.DataFrame:
        """The sources that could not be read, each with its reason."""
        return self.to_frame("failures")

    def summary(self, lang: Language = "en") -> str:
        """Say what the archive holds: reports, failures by reason, figures, findings by code."""
        return telling.summary(tally_of(self.store), lang)

    def _repr_html_(self) -> str:
        """Show in a notebook what was read, what could not be, and what was found."""
        card: str = above("render.archivecard").archive_card(tally_of(self.store))
        return card


class Options(TypedDict, total=False):
    """What seldom needs to be said about a run."""

    #: Seconds that one file may take (default 60), 0 for no limit.
    seconds: float
    #: MiB of memory that one worker may take (default 2,048), 0 for no limit.
    memory: int
    #: Compare contents instead of sizes and times of change (default False).
    rehash: bool


def read_archive(
    places: Place | Iterable[Place],
    store: Place | None = None,
    *,
    workers: int | None = None,
    executor: Executor | None = None,
    progress: bool | Callable[[Tally], None] = False,
    **options: Unpack[Options],
) -> Archive:
    """Read files and folders of reports into tables, by many processes; resume if it was begun.

    What a store holds already is read again only when its size or time of change differs, or
    when the rules changed. Without `store` the tables live in a temporary folder as long as the
    archive does. A file that cannot be read, that hangs or that kills its worker is a row of
    `failures`. `executor` runs the work elsewhere: any executor after `concurrent.futures`, such
    as that of a cluster; `workers` then says how many it has. `options` are those of `Options`.

    Raises `UnreadableSource` for a place that is not there, `StoreError` for a store that
    cannot be written.
    """
    target = store_at(tempfile.mkdtemp(prefix="reportparse-") if store is None else store)
    archive = Archive(target)
    if store is None:
        weakref.finalize(archive, shutil.rmtree, target.root, ignore_errors=True)
    named = (places,) if isinstance(places, str | os.PathLike) else tuple(places)
    items = items_of(named)
    limits = Limits(options.get("seconds", SECONDS), options.get("memory", MEMORY))
    if executor is None:
        engine = local(workers or os.cpu_count() or 1, limits.memory)
    else:
        engine = given(executor, AHEAD * (workers or UNKNOWN))
    with locked(target.shelf), telling.shown(progress) as tell:
        for tally in run(items, target, engine, limits, rehash=options.get("rehash", False)):
            tell(tally)
    return archive


def open_archive(store: Place) -> Archive:
    """Open a store that `read_archive` wrote; raises `StoreError` if there is none."""
    found = store_at(store)
    found.check()
    return Archive(found)


def tally_of(store: Store) -> Tally:
    """Count what a store holds."""
    commits = store.commits()
    entries = in_force(commits).values()
    current = {commit.shard for commit, _ in entries}
    outcomes = Counter(entry.outcome for _, entry in entries)
    rows, codes = Counter[str](), Counter[str]()
    for commit in commits:
        if commit.shard in current:
            rows.update(commit.rows)
            codes.update(commit.codes)
    return Tally(len(entries), 0, outcomes.pop(READ, 0), outcomes, rows, codes)


def _order(what: str) -> str:
    """Return the columns that put a table in the order of the texts."""
    wanted = ("report", "table", "row", "column", "start", "relation_id", "section_id", "code")
    return ", ".join(f'"{column}"' for column in wanted if column in COLUMNS[what])
