"""Work for worker processes in tests: some of it deadly. Workers import it by name."""

from __future__ import annotations

import os
import signal

from reportparse.archive.listing import Item
from reportparse.errors import StoreError


def measured(task: tuple[Item, ...]) -> tuple[str, ...]:
    """Return the names of a task's files; one called "deadly" ends the process."""
    for item in task:
        if "deadly" in item.name:
            os.kill(os.getpid(), signal.SIGKILL)
        if "full" in item.name:
            raise StoreError("store", "no space left on device")
        if "unforeseen" in item.name:
            raise ValueError(item.name)
    return tuple(item.name for item in task)
