"""The workers of a Dask cluster as an executor."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any, Final

from reportparse.errors import MissingExtra, StoreError

#: Workers of this machine: processes of one thread, since PDFium is not safe to use from two.
HERE: Final[dict[str, Any]] = {"threads_per_worker": 1, "dashboard_address": None}


@contextmanager
def dask(scheduler: str | None) -> Iterator[tuple[Executor, int]]:
    """Connect to a scheduler, and yield its executor and the number of its threads.

    Without an address workers are started on this machine, one for each core. Raises
    `MissingExtra` without Dask, `StoreError` when nobody answers at the address.
    """
    try:
        distributed = importlib.import_module("distributed")
    except ModuleNotFoundError as error:
        raise MissingExtra("distributed", "dask") from error
    try:
        client = distributed.Client(scheduler, **({} if scheduler else HERE))
    except (OSError, ValueError) as error:
        raise StoreError(str(scheduler), f"no Dask scheduler answers: {error}") from error
    # Not pure: a task that is sent again after its worker died is a new one.
    with client, client.get_executor(pure=False) as executor:
        yield executor, sum(client.nthreads().values())
