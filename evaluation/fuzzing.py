"""Damaged files read to the end, each in a process that may not take long or grow large.

Whatever a file holds, reading it ends in a report or in `UnreadableSource`; any other exception,
a process that dies, and one over its time or memory is a failure.
"""

from __future__ import annotations

import hashlib
import multiprocessing as mp
import re
import resource
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Final, Self

import reportparse as rp
from evaluation.mutation import mutated
from reportparse.errors import UnreadableSource
from reportparse.reading import ocr

#: Seconds and bytes that one file may take.
PATIENCE: Final = 10.0
#: On a busy machine a process waits longer than it works.
SHARED: Final = 12
MEMORY: Final = 1 << 30
#: Seconds in which a process gets ready: it loads the words of Chinese.
WARM: Final = 60.0
#: A process is replaced after so many files, so that none pays for another's memory.
TURNS: Final = 100


#: Where Linux says how a process does: VmHWM:   81436 kB
STATUS: Final = Path("/proc/self/status")
PEAK: Final = re.compile(r"VmHWM:\s+(\d+) kB")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one damaged file."""

    number: int
    #: The file that was damaged.
    name: str
    #: "read", "refused", "crashed", "hung", "died" or "grew".
    outcome: str
    detail: str
    seconds: float
    #: Most memory that the process had used by then, in bytes.
    memory: int
    data: bytes = b""

    @property
    def failed(self) -> bool:
        """Whether that must not happen."""
        return self.outcome not in ("read", "refused")


def pipeline(data: bytes, name: str) -> int:
    """Do all that a user may ask of a report, and return how many characters it has."""
    report = rp.read(data, name)
    report.to_json()
    report.outline()
    for claim in report.claims:
        report.locate(claim)
    return len(report.document.text)


def fuzz(files: Sequence[tuple[str, bytes]], count: int, seed: int, workers: int = 2
         ) -> Iterator[Result]:  # fmt: skip
    """Damage the files in turn, and yield what became of each damaged one."""
    shares = [range(first, count, workers) for first in range(workers)]
    with ThreadPoolExecutor(workers) as pool:
        for results in pool.map(lambda share: list(_share(files, share, seed)), shares):
            yield from results


def damaged(files: Sequence[tuple[str, bytes]], number: int, seed: int) -> tuple[str, bytes]:
    """Return the damaged file of a number."""
    name, data = files[number % len(files)]
    return name, mutated(data, Random(f"{seed}:{number}"))  # noqa: S311 - not for secrets


def _share(
    files: Sequence[tuple[str, bytes]], share: Sequence[int], seed: int
) -> Iterator[Result]:
    """Read a share of the damaged files, in one process after the other."""
    numbers = iter(share)
    while turn := list(islice(numbers, TURNS)):
        while turn:
            with Process() as process:
                while turn:
                    number = turn.pop(0)
                    result = process.read(number, *damaged(files, number, seed))
                    yield result
                    if result.outcome in ("hung", "died", "grew"):
                        break


class Process:
    """A process that reads files for another."""

    def __enter__(self) -> Self:
        context = mp.get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=serve, args=(other,), daemon=True)
        self._process.start()
        other.close()
        if not self._pipe.poll(WARM) or self._pipe.recv() != "ready":
            raise RuntimeError("the reading process does not start")
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def read(self, number: int, name: str, data: bytes) -> Result:
        """Have one file read."""
        self._pipe.send((name, data))
        outcome, detail, memory, seconds = self._answer()
        if outcome in ("read", "refused") and seconds > PATIENCE:
            outcome, detail = "hung", f"{seconds:.0f} s"
        if outcome in ("read", "refused") and memory > MEMORY:
            outcome, detail = "grew", f"{memory >> 20} MiB"
        return Result(number, name, outcome, detail, seconds, memory, data)

    def _answer(self) -> tuple[str, str, int, float]:
        """Wait for what became of the file."""
        try:
            if not self._pipe.poll(PATIENCE * SHARED):
                return "hung", f"{PATIENCE * SHARED:.0f} s on the clock", 0, PATIENCE
            answer: tuple[str, str, int, float] = self._pipe.recv()
        except EOFError:
            self._process.join(PATIENCE)
            return "died", f"exit code {self._process.exitcode}", 0, 0.0
        return answer


def serve(pipe: Connection) -> None:
    """Read what comes through a pipe, and answer how it went."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    # Recognition takes seconds a page and half of the memory, whatever the file holds.
    ocr.LIBRARIES = ("left_out",)
    pipeline("一、办结46件，其中窗口办结30件、网上办结16件。".encode(), "ready")
    pipe.send("ready")
    while True:
        name, data = pipe.recv()
        begin = time.process_time()
        try:
            pipeline(data, name)
            outcome = ("read", "")
        except UnreadableSource as error:
            outcome = ("refused", error.reason)
        except BaseException:  # noqa: BLE001 - what must not happen is what is looked for
            outcome = ("crashed", traceback.format_exc())
        pipe.send((*outcome, peak(), time.process_time() - begin))


def peak() -> int:
    """Return the most memory that this process has used, in bytes.

    What the system counts for the process goes on from the one that started it, where that was
    larger; the kernel of Linux tells them apart.
    """
    try:
        told = PEAK.search(STATUS.read_text(encoding="ascii"))
    except OSError:
        told = None
    return int(told[1]) << 10 if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def told(results: Sequence[Result]) -> Iterator[str]:
    """Say what became of all the files, format by format."""
    formats = sorted({Path(one.name).suffix for one in results})
    for suffix in formats:
        kin = [one for one in results if Path(one.name).suffix == suffix]
        counts = Counter(one.outcome for one in kin)
        shown = ", ".join(f"{number} {outcome}" for outcome, number in counts.most_common())
        slowest = max(one.seconds for one in kin)
        largest = max(one.memory for one in kin) >> 20
        yield f"{suffix or 'none'}: {len(kin)} files: {shown}; ≤ {slowest:.1f} s, ≤ {largest} MiB"
    failures = sum(one.failed for one in results)
    yield f"{len(results)} files, {failures} failures"


def kept(result: Result, folder: Path) -> Path:
    """Keep a file that failed."""
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(result.data).hexdigest()[:8]
    path = folder / f"{result.number}-{result.outcome}-{digest}{Path(result.name).suffix}"
    path.write_bytes(result.data)
    return path
