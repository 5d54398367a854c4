"""What a command and everything that it starts take: processor time, and memory over time."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

#: Processor ticks in a second.
TICKS = os.sysconf("SC_CLK_TCK")
#: Seconds between two looks.
BETWEEN = 0.2


@dataclass(frozen=True, slots=True)
class Taken:
    """What a run took."""

    #: Seconds of the clock and of processors.
    wall: float
    cpu: float
    #: MiB of all processes together, shared pages counted once, look by look.
    memory: tuple[float, ...]

    @property
    def peak(self) -> float:
        """Most memory at any look."""
        return max(self.memory, default=0.0)

    @property
    def quarters(self) -> tuple[float, ...]:
        """Most memory in each quarter of the run: as much at the end as at the start is flat."""
        size = max(1, len(self.memory) // 4)
        return tuple(max(self.memory[at : at + size]) for at in range(0, 4 * size, size)
                     if self.memory[at : at + size])  # fmt: skip


def watched(command: Sequence[str]) -> Taken:
    """Run a command to its end, and watch it."""
    began = time.perf_counter()
    spent: dict[int, float] = {}
    memory: list[float] = []
    with subprocess.Popen(command) as process:
        while process.poll() is None:
            family = [process.pid, *descendants(process.pid)]
            spent |= {one: cpu for one in family if (cpu := _cpu(one)) is not None}
            memory.append(sum(map(_memory, family)))
            time.sleep(BETWEEN)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Taken(time.perf_counter() - began, sum(spent.values()), tuple(memory))


def descendants(parent: int) -> Iterator[int]:
    """Yield the processes that a process has started, and theirs."""
    with suppress(OSError):
        for tasks in Path("/proc", str(parent), "task").glob("*/children"):
            for child in map(int, tasks.read_text().split()):
                yield child
                yield from descendants(child)


def _cpu(process: int) -> float | None:
    """Return the seconds of processor time that a process took by now."""
    with suppress(OSError):
        fields = Path("/proc", str(process), "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS
    return None


def _memory(process: int) -> float:
    """Return the MiB of a process, its part of shared pages."""
    with suppress(OSError):
        for line in Path("/proc", str(process), "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
