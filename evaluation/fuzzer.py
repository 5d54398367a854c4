"""Guided fuzzing of one target, inside of the process that does it: `guided` starts it.

The package is loaded instrumented, so that inputs which reach something new are kept and changed
further. What must not happen is noted and the search goes on; only a hang inside of native code
or the death of the process ends it.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import pkgutil
import resource
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, Final

import atheris

from evaluation.mutation import mutated
from evaluation.wording import reworded

with atheris.instrument_imports(include=["reportparse"]):
    import reportparse as rp

    for found in pkgutil.walk_packages(rp.__path__, "reportparse."):
        if not any(part in found.name for part in ("__main__", "archive", "cli")):
            importlib.import_module(found.name)

from evaluation.fuzzing import MEMORY, PATIENCE, pipeline
from reportparse.errors import UnreadableSource
from reportparse.reading import legacy, ocr
from reportparse.reading.bundle import members

#: Bytes of an input, by target; 16 KiB where nothing is said.
LENGTHS: Final = {"parse": 6 << 10, "docx": 64 << 10, "doc": 64 << 10, "ofd": 64 << 10,
                  "pdf": 64 << 10, "zip": 64 << 10}  # fmt: skip
#: Share of changes that know nothing of what they change.
BLIND: Final = 0.3
#: Characters that an input may hold for each second more: 10 kB unpack to half a million, and the
#: instrumented package is several times as slow.
PACE: Final = 20_000
#: Seconds of work after which the state is written down.
PAUSE: Final = 5.0


def spent() -> float:
    """Return the processor seconds of this process and of those that it started."""
    return sum(os.times()[:4])


def parse(data: bytes) -> int:
    """Do all that is done with a text, and return its length, as `bundle` and `read` do."""
    report = rp.parse(data.decode("utf-8", "surrogateescape"))
    rp.audit(report, persona="pedantic")
    report.to_json()
    return len(report.document.text)


def bundle(data: bytes) -> int:
    """Read all files of a bundle."""
    length = 0
    for member in members(data, "bundle"):
        if member.error is None:
            try:
                length += pipeline(member.data, member.name)
            except UnreadableSource:
                continue
    return length


def read(data: bytes) -> int:
    """Do all that is done with a file."""
    return pipeline(data, "file")


class Search:
    """One search: what it has tried, and what it has found."""

    def __init__(self, target: str, seconds: float, folder: Path) -> None:
        self.target = target
        self.seconds = seconds
        self.folder = folder
        self.work: Callable[[bytes], int] = {"parse": parse, "zip": bundle}.get(target, read)
        # LibreOffice has a limit of its own.
        self.patience = PATIENCE + (legacy.PATIENCE if target == "doc" else 0)
        self.state: dict[str, Any] = {"inputs": 0, "seconds": 0.0, "slowest": 0.0, "memory": 0,
                                      "faults": {}}  # fmt: skip
        self.begun = self.told = spent()

    def try_(self, data: bytes) -> None:
        """Try one input."""
        begun, length = spent(), 0
        try:
            length = self.work(data)
        except UnreadableSource:
            pass
        except Exception as error:  # noqa: BLE001 - what must not happen is what is looked for
            self.note(data, _place(error), traceback.format_exc())
        now = spent()
        self.state["inputs"] += 1
        self.state["slowest"] = max(self.state["slowest"], now - begun)
        if now - begun > self.patience + length / PACE:
            self.note(data, "hung", f"{now - begun:.1f} s")
        self.remember()
        if now - self.told > PAUSE:
            self.tell(now)

    def remember(self) -> None:
        """Look at the memory that was used at most."""
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
        if memory > max(MEMORY, self.state["memory"]):
            self.note(b"", "grew", f"{memory >> 20} MiB")
        self.state["memory"] = memory

    def note(self, data: bytes, key: str, detail: str) -> None:
        """Keep an input that did what must not happen, the first of its kind."""
        faults: dict[str, int] = self.state["faults"]
        faults[key] = faults.get(key, 0) + 1
        if faults[key] == 1:
            path = self.folder / f"{self.target}-{hashlib.sha256(data).hexdigest()[:8]}"
            path.write_bytes(data)
            path.with_suffix(".txt").write_text(f"{key}\n{detail}", encoding="utf-8")
            self.tell(spent())

    def tell(self, now: float) -> None:
        """Write the state down; end where the time is over."""
        self.told = now
        self.state["seconds"] = now - self.begun
        text = json.dumps(self.state, ensure_ascii=False)
        (self.folder / f"{self.target}.json").write_text(text, encoding="utf-8")
        if self.state["seconds"] > self.seconds:
            sys.stderr.flush()
            os._exit(0)

    def change(self, data: bytes, most: int, seed: int) -> bytes:
        """Change an input, most of the time so that it stays one of its kind."""
        draw = Random(seed)  # noqa: S311 - not for secrets
        if not data or draw.random() < BLIND:
            blind: bytes = atheris.Mutate(data, most)
            return blind
        change = reworded if self.target == "parse" and draw.random() < 0.6 else mutated
        changed = change(data, draw)
        return changed if len(changed) <= most else data


def _place(error: Exception) -> str:
    """Say what was raised and where in the package."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__)
              if "reportparse" in frame.filename]  # fmt: skip
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "outside"
    return f"{type(error).__name__} at {where}"


def main(target: str, seconds: str, folder: str) -> None:
    """Search for so many seconds, from the inputs that lie in a folder."""
    resource.setrlimit(resource.RLIMIT_DATA, (2 * MEMORY, 2 * MEMORY))
    ocr.LIBRARIES = ("left_out",)
    search = Search(target, float(seconds), Path(folder))
    arguments = [sys.argv[0], f"{folder}/{target}", f"-max_len={LENGTHS.get(target, 16 << 10)}",
                 "-timeout=300", "-rss_limit_mb=0", "-reload=0", "-len_control=0",
                 f"-artifact_prefix={folder}/{target}-died-"]  # fmt: skip
    atheris.Setup(arguments, search.try_, custom_mutator=search.change)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
