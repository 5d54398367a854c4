"""`python -m reportparse`: the same as the command `reportparse`."""

from __future__ import annotations

from reportparse.cli import main

main(prog_name="reportparse")
