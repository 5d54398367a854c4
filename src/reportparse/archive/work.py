"""Reading some sources of an archive: one task of a worker, whatever engine runs it.

Each source costs at most its own row. What stands in a report never raises; what a reader did
not foresee becomes a failure with its reason, so that one file never takes others with it.
"""

from __future__ import annotations

import faulthandler
import signal
import threading
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from types import FrameType
from typing import Final

from reportparse.archive.listing import Item
from reportparse.archive.tables import Batch, row_of_failure, rows_of_report
from reportparse.errors import UnreadableSource
from reportparse.report import read

#: A reader that hangs in compiled code, where no signal reaches it, ends its process after this
#: many times the limit.
PATIENCE: Final = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take."""

    #: Seconds for one file; 0 is no limit.
    seconds: float = 60.0
    #: MiB of memory for a worker, 0 is no limit. Scans need about 1,000.
    memory: int = 2048


def read_items(items: Iterable[Item], limits: Limits = Limits()) -> Batch:
    """Read sources one after the other into the rows of an archive.

    This is the function to call on a cluster: it takes plain records, gives plain rows, and
    raises for nothing that a file holds.
    """
    batch = Batch()
    for item in items:
        batch.add(_read_item(item, limits))
    return batch


def _read_item(item: Item, limits: Limits) -> Batch:
    """Read one source into rows."""
    data = b""
    try:
        data = item.data()
        with _within(limits.seconds, item.name):
            return rows_of_report(read(data, item.name))
    except UnreadableSource as error:
        return failure(item, data, error)
    except MemoryError:
        return failure(item, data, UnreadableSource(item.name, "too_large", "memory"))
    except RecursionError:
        return failure(item, data, UnreadableSource(item.name, "damaged", "nested too deep"))
    except Exception as error:  # noqa: BLE001 - a fault of ours in one file must not cost others
        told = traceback.format_exception_only(error)[-1].strip()
        return failure(item, data, UnreadableSource(item.name, "fault", told))


def failure(item: Item, data: bytes, error: UnreadableSource) -> Batch:
    """Return the row of a source that could not be read."""
    digest = sha256(data).hexdigest() if data else ""
    size = len(data) or item.size
    return row_of_failure(item.name, digest, size, error.reason, error.message("zh"))


@contextmanager
def _within(seconds: float, name: str) -> Iterator[None]:
    """Raise `UnreadableSource` in code that takes longer; end the process if it is deaf."""
    alarmed = seconds > 0 and threading.current_thread() is threading.main_thread()
    if not alarmed or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_: int, __: FrameType | None) -> None:
        raise UnreadableSource(name, "timeout", f"{seconds:g} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    faulthandler.dump_traceback_later(seconds * PATIENCE, exit=True)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()
        signal.signal(signal.SIGALRM, before)


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
