"""Write a made-up archive: `python -m corpora.archive OUT --reports 20000 --seed 1`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "tests"))

from corpora.archive.making import Wish, write


def main() -> None:
    """Write what is asked for, and tell how much it was."""
    parser = argparse.ArgumentParser(prog="python -m corpora.archive", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--years", type=int, default=5, help="years that each place reports on")
    parser.add_argument("--faults", type=float, default=0.1, help="share of places with a fault")
    parser.add_argument("--broken", type=float, default=0.01, help="share of broken files")
    parser.add_argument("--forms", nargs="*", default=(), help="only these: txt docx pdf html")
    asked = parser.parse_args()
    wish = Wish(asked.reports, asked.seed, asked.years, asked.faults, asked.broken,
                forms=tuple(asked.forms))  # fmt: skip
    print(", ".join(f"{count} {what}" for what, count in write(wish, asked.out).items()))


main()
