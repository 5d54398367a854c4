"""Reading some sources of an archive: one task of a worker, whatever engine runs it.

Each source is a row, read or not. What stands in a report never raises; a fault of ours that does
ends the task, and `pool` finds the one file that brings it about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from reportparse.archive.deadline import within
from reportparse.archive.listing import Item
from reportparse.archive.tables import Batch, row_of_failure, rows_of_report
from reportparse.errors import UnreadableSource
from reportparse.report import read

#: Limits that no honest report comes near: seconds for a file, MiB for a worker.
SECONDS: Final = 60.0
MEMORY: Final = 2048


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take."""

    #: Seconds for one file; 0 is no limit.
    seconds: float = SECONDS
    #: MiB of memory for a worker, 0 is no limit. Scans need about 1,000.
    memory: int = MEMORY


def read_items(items: Iterable[Item], limits: Limits = Limits()) -> Batch:
    """Read sources one after the other into the rows of an archive.

    This is the function to call on a cluster: it takes plain records and gives plain rows.
    """
    batch = Batch()
    for item in items:
        batch.add(_read_item(item, limits))
    return batch


def _read_item(item: Item, limits: Limits) -> Batch:
    """Read one source into rows."""
    data: bytes | None = None
    try:
        data = item.data()
        with within(limits.seconds, item.name):
            return rows_of_report(read(data, item.name))
    except UnreadableSource as error:
        return failure(item, data, error)
    except MemoryError:
        return failure(item, data, UnreadableSource(item.name, "too_large", "memory"))
    except RecursionError:
        return failure(item, data, UnreadableSource(item.name, "damaged", "nested too deep"))


def failure(item: Item, data: bytes | None, error: UnreadableSource) -> Batch:
    """Return the row of a source that could not be read."""
    digest = "" if data is None else sha256(data).hexdigest()
    size = item.size if data is None else len(data)
    return row_of_failure(item.name, digest, size, error.reason, error.message("zh"))


def confine(memory: int) -> None:
    """Bound the memory of this process, so that a greedy file fails alone."""
    if memory <= 0:
        return
    try:
        import resource
    except ImportError:
        # No such limits on Windows; the time limit holds there too.
        return
    limit = memory << 20
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or hard >= limit:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
