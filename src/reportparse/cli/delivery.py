"""Results on their way out: printed, or written to the file that `-o` names."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from reportparse.cli.face import DISTRIBUTION, Misuse, unusable
from reportparse.errors import Language, MissingExtra, UnreadableSource
from reportparse.frames import to_frame
from reportparse.render import annotation, delimited, export, index, page
from reportparse.render.words import word
from reportparse.report import FrameName, Report


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command is asked to write."""

    form: str
    #: The table that a form which is one table takes.
    what: FrameName
    #: Whether audit pages of a PDF hold pictures of its pages.
    pages: bool = True


def settled_form(form: str | None, output: Path | None, forms: Sequence[str]) -> str:
    """Settle the format: as asked for, else by the ending of the output file."""
    ending = output.suffix.lstrip(".").lower() if output else ""
    settled = form or (ending if ending in forms else forms[0])
    if settled in export.BINARY and output is None:
        raise Misuse(f"--format {settled} needs -o FILE", f"--format {settled} 须用 -o 写明文件")
    if output is not None and settled not in export.SINGLE:
        _can_be_written(output)
    return settled


def _can_be_written(output: Path) -> None:
    """Stop before hours of reading rather than after them."""
    if output.is_dir():
        raise unusable(output, OSError(errno.EISDIR, os.strerror(errno.EISDIR)))
    if not output.absolute().parent.is_dir():
        raise unusable(output, OSError(errno.ENOENT, os.strerror(errno.ENOENT)))


def _language(form: str, lang: Language) -> Language:
    """Return the language of a form: as asked for on the command line, else its own."""
    source = click.get_current_context().get_parameter_source("lang")
    return lang if source is ParameterSource.COMMANDLINE else export.LANGUAGES.get(form, lang)


def deliver(reports: Sequence[Report], asked: Asked, output: Path | None, lang: Language) -> None:
    """Write reports in one of the forms for other programs; a form that is one table takes one."""
    form, what = asked.form, asked.what
    own = _language(form, lang)
    # A complaint is in the language of the terminal, whatever that of the file.
    if form in export.SINGLE and len(reports) > 1:
        _folder(reports, asked, output, own)
    elif form == "html":
        write(page.to_html(reports[0], own, pages=asked.pages), output)
    elif form == "pdf":
        _filed(lambda path: _mark(reports[0], path, (own, lang)), output, lang)
    elif form in export.BINARY:
        _filed(lambda path: export.to_file(reports, form, path, own), output, lang)
    elif form == "csv":
        written = delimited.to_csv(to_frame(reports, what, own))
        write(delimited.BOM + written if output else written, output)
    else:
        write(export.as_text(reports, form, own, metadata.version(DISTRIBUTION)), output)


def _folder(reports: Sequence[Report], asked: Asked, output: Path | None, lang: Language) -> None:
    """Write a file for each of several reports into a folder; name those that have none."""
    form = asked.form
    if output is None:
        raise Misuse(
            f"--format {form} of several reports needs -o FOLDER",
            f"多份报告的 --format {form} 须用 -o 写明文件夹",
        )
    _filed(lambda folder: folder.mkdir(parents=True, exist_ok=True), output, lang)
    named = [(export.page_name(at, report, form), report) for at, report in enumerate(reports, 1)]
    if form == "html":
        write(index.to_index(named, lang), output / "index.html")
    for name, report in named:
        _single(report, asked, output / name, lang)


def _single(report: Report, asked: Asked, path: Path, lang: Language) -> None:
    """Write the file of one report; name it where it has none of this form."""
    if asked.form == "html":
        write(page.to_html(report, lang, pages=asked.pages), path)
        return
    _filed(lambda place: _mark_or_name(report, place, lang), path, lang)


def _mark_or_name(report: Report, path: Path, lang: Language) -> None:
    """Write the marked PDF of one of many reports, or say why there is none."""
    try:
        _mark(report, path, (lang, lang))
    except UnreadableSource as error:
        click.echo(f"reportparse: {error.message(lang)}", err=True)


def _mark(report: Report, path: Path, langs: tuple[Language, Language]) -> None:
    """Write a marked PDF, and name the findings that are not marked.

    The languages are that of the file and that of the terminal.
    """
    own, lang = langs
    unmarked = annotation.to_marked_pdf(report, path, lang=own)
    if unmarked:
        said = word("unmarked", lang).format(count=len(unmarked))
        codes = ", ".join(dict.fromkeys(one.code for one in unmarked))
        click.echo(f"reportparse: {report.name}: {said}: {codes}", err=True)


def write(written: str, output: Path | None) -> None:
    """Print a text, or write it to a file."""
    if output is None:
        click.echo(written, nl=not written.endswith("\n"))
        return
    data = written.encode("utf-8", errors="replace")
    _filed(lambda path: path.write_bytes(data), output)


def _filed(write: Callable[[Path], Any], output: Path | None, lang: Language = "en") -> None:
    """Write to a file, or say in one line why that cannot be."""
    if output is None:
        raise Misuse("-o FILE is missing", "须用 -o 写明文件")
    try:
        write(output)
    except (MissingExtra, UnreadableSource) as error:
        raise Misuse(error.message(lang)) from error
    except OSError as error:
        raise unusable(output, error) from error
