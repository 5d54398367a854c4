"""What every command shares: exit codes, the words of misuse, arguments, language."""

from __future__ import annotations

import locale
import os
from pathlib import Path
from typing import IO, Any, Final, get_args

import click

from reportparse.errors import Language

DISTRIBUTION: Final = "reportparse-zh"
#: Exit codes; 0 is nothing found.
FOUND, MISUSE = 1, 2


class Misuse(click.ClickException):
    """What stops a command, said in one line."""

    exit_code = MISUSE

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it on standard error."""
        click.echo(f"reportparse: {self.message}", err=True, file=file)


def spoken_here() -> Language:
    """Return Chinese where the locale is Chinese, else English."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    set_to = next(filter(None, names), None) or locale.getlocale()[0] or ""
    return "zh" if set_to.lower().startswith(("zh", "chinese")) else "en"


FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...")
OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File to write; else printed."
)
PAGES = click.option(
    "--pages/--no-pages", default=True,
    help="Whether audit pages (html) of a PDF hold pictures of its pages (default: they do).",
)  # fmt: skip
LANG = click.option(
    "--lang", type=click.Choice(get_args(Language)), default=spoken_here,
    help="Language of messages (default: that of the locale; workbooks and pages: zh).",
)  # fmt: skip
