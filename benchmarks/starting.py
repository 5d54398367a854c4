"""What a start costs: the import, the first report, and the memory of both, in fresh processes."""

from __future__ import annotations

import json
import subprocess
import sys
from statistics import median

#: Each prints processor seconds of import and of the first report, and the peak in KiB.
START = """\
import json, re, sys, time
from pathlib import Path
text = Path(sys.argv[1]).read_text("utf-8")
begun = time.process_time()
import reportparse
imported = time.process_time()
reportparse.parse(text).to_json()
read = time.process_time()
# What getrusage tells may be the peak of the process that started this one.
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
print(json.dumps([imported - begun, read - begun, peak]))
"""


def measure(path: str, rounds: int) -> dict[str, float]:
    """Return the medians of import, first report and peak memory over fresh processes."""
    runs = [
        json.loads(
            subprocess.run(
                [sys.executable, "-c", START, path], capture_output=True, text=True, check=True
            ).stdout
        )
        for _ in range(rounds)
    ]
    names = ("import, seconds", "import and first report, seconds", "peak memory, KiB")
    return dict(zip(names, map(median, zip(*runs, strict=True)), strict=True))
