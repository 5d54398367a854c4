"""What every command shares: exit codes, the words of misuse, arguments, language."""

from __future__ import annotations

import errno
import locale
import os
from pathlib import Path
from typing import IO, Any, Final, get_args

import click

from reportparse.errors import Language

DISTRIBUTION: Final = "reportparse-zh"
#: Exit codes; 0 is nothing found.
FOUND, MISUSE = 1, 2
#: What the system says of a file, in Chinese.
SYSTEM_ZH: Final = {
    errno.EACCES: "没有权限",
    errno.EEXIST: "已有同名的文件",
    errno.EISDIR: "是文件夹",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.ENOTDIR: "不是文件夹",
    errno.EROFS: "不能写入，只读",
}


class Misuse(click.ClickException):
    """What stops a command, said in one line."""

    exit_code = MISUSE

    def __init__(self, message: str, zh: str = "") -> None:
        super().__init__(zh if zh and _asked() == "zh" else message)

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it on standard error."""
        click.echo(f"reportparse: {self.message}", err=True, file=file)


def unusable(place: object, error: OSError) -> Misuse:
    """Say why a file or folder cannot be used."""
    en = error.strerror or str(error)
    return Misuse(f"{place}: {en}", f"{place}：{SYSTEM_ZH.get(error.errno or 0, en)}")


def _asked() -> str:
    """Return the language that the command at work was asked for."""
    context = click.get_current_context(silent=True)
    return str(context.params.get("lang", "")) if context else ""


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
