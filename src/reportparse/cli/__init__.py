"""The command `reportparse`: claims, findings, outline, and what each check is about.

Exit codes: 0 nothing found at or above `--fail-on`, 1 something found, 2 misuse or nothing
that could be read.
"""

from __future__ import annotations

import sys
from typing import Final

import click

from reportparse.cli.archiving import archive, sql
from reportparse.cli.checking import check
from reportparse.cli.chinese import Bilingual
from reportparse.cli.face import DISTRIBUTION
from reportparse.cli.rulebook import explain, rules
from reportparse.cli.showing import outline, parse
from reportparse.cli.suppressing import suppress
from reportparse.cli.surveying import compare, panel

#: Shown below the options; \b keeps the lines apart.
EXAMPLES: Final = """\b
reportparse outline report.pdf            its numbered sections
reportparse parse report.pdf              every figure with what it counts
reportparse check report.pdf              what does not agree, and the arithmetic
reportparse check reports/ -o audit.xlsx  a folder, into a workbook to sign off
reportparse explain TOT101                what a check does, and when it is wrong
"""


@click.group(
    cls=Bilingual, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXAMPLES
)
@click.version_option(package_name=DISTRIBUTION, prog_name="reportparse")
def main() -> None:
    """Read Chinese government reports: outline, every figure, and what does not agree."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows "?" instead of a traceback.
        getattr(stream, "reconfigure", dict)(errors="replace")


for command in (parse, check, outline, archive, panel, compare, sql, suppress, explain, rules):
    main.add_command(command)
