"""`reportparse parse` and `reportparse outline`: what a report says."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from reportparse.cli.delivery import Asked, deliver, settled_form, write
from reportparse.cli.face import FILES, LANG, OUTPUT, PAGES
from reportparse.cli.sources import readable
from reportparse.errors import Language
from reportparse.render import console
from reportparse.report import Report

#: Formats, the default one first.
TABLES: Final = ("table", "json", "csv", "xlsx", "html", "parquet")

#: Shown below the options; \b keeps the lines apart.
EXAMPLES: Final = """\b
reportparse parse report.pdf
reportparse parse reports/ -o claims.xlsx
reportparse parse report.pdf --format json
"""


@click.command(epilog=EXAMPLES)
@FILES
@click.option(
    "--format", "form", type=click.Choice(TABLES),
    help="Form of the result (default: by the ending of -o, else table).",
)  # fmt: skip
@OUTPUT
@PAGES
@LANG
def parse(files: tuple[str, ...], lang: Language, **options: Any) -> None:  # noqa: ANN401
    """Show every figure of reports with what it counts.

    A row has the figure as written, the lowest and highest value that its words allow, its unit,
    period and section.
    """
    output = options["output"]
    form = settled_form(options["form"], output, TABLES)
    reports = list(readable(files, lang))
    if form == "table":
        _show(reports, output, lang)
    else:
        deliver(reports, Asked(form, "claims", options["pages"]), output, lang)


@click.command()
@click.argument("file")
@LANG
def outline(file: str, lang: Language) -> None:
    """Draw the outline of a report, its sections as a tree."""
    for report in readable([file], lang):
        click.echo(report.outline())


def _show(reports: Sequence[Report], output: Path | None, lang: Language) -> None:
    """Print the claims: a table that fits the terminal, or plain text elsewhere."""
    if output is not None or not _in_a_terminal():
        write("\n".join(console.claims_text(report, lang) for report in reports), output)
        return
    from rich.console import Console

    screen = Console()
    for report in reports:
        screen.print(console.claims_table(report, lang))


def _in_a_terminal() -> bool:
    return sys.stdout.isatty()
