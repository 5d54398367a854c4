"""Peers that read figures of Chinese text, in an environment of their own: none is needed here."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

#: What is installed for them.
PACKAGES = ("recognizers-text-suite", "jionlp")
#: The same work for a peer, run by its own interpreter on a file of texts.
PEERS = {
    "Recognizers-Text, numbers and units": (
        "from recognizers_number import recognize_number as n, Culture as C\n"
        "import recognizers_number_with_unit as u\n"
        "def read(t):\n    n(t, C.Chinese)\n    u.recognize_dimension(t, C.Chinese)\n"
    ),
    "JioNLP, money and time": (
        "import jionlp as j\n"
        "e = j.ner.MoneyExtractor(); f = j.ner.TimeExtractor()\n"
        "def read(t):\n    e(t); f(t)\n"
    ),
}
TIMER = (
    "import sys, time\nfrom pathlib import Path\n{reader}\n"
    "texts = [p for p in Path(sys.argv[1]).read_text('utf-8').split('\\f') if p]\n"
    "read(texts[0][:200])\nstart = time.process_time()\n"
    "for t in texts:\n    read(t)\n"
    "print(time.process_time() - start)\n"
)


def environment(folder: Path) -> str:
    """Return the interpreter of an environment with the peers, made where there is none."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", *PACKAGES]
        if subprocess.run(pip, check=False).returncode:
            sys.stderr.write("some peers could not be installed\n")
    return str(python)


def measure(texts: list[str], python: str, bundle: Path) -> dict[str, float]:
    """Return processor seconds of each peer that the interpreter can import."""
    bundle.parent.mkdir(exist_ok=True)
    bundle.write_text("\f".join(texts), "utf-8")
    found = {}
    for name, reader in PEERS.items():
        script = TIMER.format(reader=reader)
        run = subprocess.run(
            [python, "-c", script, str(bundle)], capture_output=True, text=True, check=False
        )
        if run.returncode == 0:
            found[name] = float(run.stdout.split()[-1])
        else:
            sys.stderr.write(f"{name}: {run.stderr.strip().splitlines()[-1]}\n")
    return found
