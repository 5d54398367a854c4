"""The files that a command is given: named one by one, or all reports in a folder."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import click
from click.exceptions import Exit

from reportparse.cli.face import MISUSE
from reportparse.errors import Language, UnreadableSource
from reportparse.reading.formats import SUFFIXES
from reportparse.render.words import word
from reportparse.report import Report, read

#: Name of what is piped in.
STDIN: Final = "-"


def readable(names: Iterable[str], lang: Language) -> Iterator[Report]:
    """Yield the reports that can be read; complain about the others, stop if there are none."""
    count = unread = 0
    for name in _files(names, lang):
        count += 1
        try:
            report = _read(name)
        except UnreadableSource as error:
            unread += 1
            click.echo(f"reportparse: {error.message(lang)}", err=True)
            continue
        yield report
    if unread == count:
        # Every file was complained about; a folder may just have held none.
        raise Exit(MISUSE)
    if unread:
        said = word("unread", lang).format(count=count, unread=unread)
        click.echo(f"reportparse: {said}", err=True)


def _read(name: str) -> Report:
    """Read the report of a name; "-" is what is piped in."""
    return read(sys.stdin.buffer, STDIN) if name == STDIN else read(name)


def _files(names: Iterable[str], lang: Language) -> Iterator[str]:
    """Yield each file once: as named, and the reports in folders, folder by folder in order."""
    seen: set[Path] = set()
    for name in names:
        for file in _inside(Path(name), lang) if Path(name).is_dir() else (name,):
            place = Path(file).resolve()
            if place not in seen:
                seen.add(place)
                yield file


def _inside(folder: Path, lang: Language) -> list[str]:
    """Return the reports in a folder and below."""
    found = [str(path) for path in sorted(folder.rglob("*")) if _is_report(path, folder)]
    if not found:
        click.echo(f"reportparse: {folder}: {word('no_report', lang)}", err=True)
    return found


def _is_report(path: Path, folder: Path) -> bool:
    """Tell whether a file in a folder is read: not what is hidden, locked or no report."""
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    return path.suffix.lower() in SUFFIXES and not hidden and path.is_file()
