"""`reportparse archive` and `sql`: many reports into a store, and questions to it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from reportparse.archive import Archive, open_archive, progress, read_archive
from reportparse.archive.cluster import dask
from reportparse.cli.face import LANG, OUTPUT, Misuse, unusable
from reportparse.errors import Language, ReportparseError
from reportparse.render import delimited

if TYPE_CHECKING:
    import pandas as pd

ENGINES: Final = ("local", "dask")
#: Forms of a table, the default one first.
TABLES: Final = ("table", "csv", "json")

STORE = click.argument("store", metavar="STORE")
FORM = click.option(
    "--format", "form", type=click.Choice(TABLES), default=TABLES[0], show_default=True,
    help="Form of the result.",
)  # fmt: skip


@click.command()
@click.argument("places", nargs=-1, required=True, metavar="DIR|FILE|ZIP...")
@click.option("-o", "--store", required=True, help="Folder of the store; made if it is not there.")
@click.option("--workers", type=click.IntRange(1), help="Processes (default: one for each core).")
@click.option("--engine", type=click.Choice(ENGINES), default="local", show_default=True,
              help="Who does the work: processes of this machine, or a Dask cluster.")  # fmt: skip
@click.option("--scheduler", help="Address of a Dask scheduler: tcp://10.0.0.5:8786.")
@click.option("--seconds", type=click.FloatRange(0), default=60.0, show_default=True,
              help="Limit of time for one file; 0 is none.")  # fmt: skip
@click.option("--memory", type=click.IntRange(0), default=2048, show_default=True,
              help="Limit of memory for one worker in MiB; 0 is none.")  # fmt: skip
@click.option("--rehash", is_flag=True, help="Compare contents, not sizes and times of change.")
@click.option("--quiet", is_flag=True, help="No progress.")
@LANG
def archive(places: tuple[str, ...], store: str, lang: Language, **options: Any) -> None:  # noqa: ANN401
    """Read files, folders and ZIP bundles of reports into a store.

    A run that was stopped, however it was, is taken up again by the same command; a later run
    reads only what is new or changed. Files that cannot be read are rows of the table failures.
    """
    chosen = {key: options[key] for key in ("seconds", "memory", "rehash")}
    with (
        said(lang),
        _executor(options["engine"], options["scheduler"]) as (executor, known),
        progress.shown(not options["quiet"], lang) as tell,
    ):
        done = read_archive(
            places, store, workers=options["workers"] or known, executor=executor,
            progress=tell, **chosen,
        )  # fmt: skip
        click.echo(done.summary(lang))


@click.command()
@STORE
@click.argument("query")
@FORM
@OUTPUT
@LANG
def sql(store: str, query: str, form: str, output: Path | None, lang: Language) -> None:
    """Ask a store in SQL.

    Tables: reports, claims, relations, findings, sections, tables, failures.
    """
    with said(lang):
        show(opened(store).query(query), form, output)


def opened(store: str) -> Archive:
    """Open a store that a command is given."""
    return open_archive(store)


def show(frame: pd.DataFrame, form: str, output: Path | None) -> None:
    """Print a table, or write it to a file."""
    if form == "json":
        written = frame.to_json(orient="records", force_ascii=False, date_format="iso") + "\n"
    elif form == "csv":
        written = frame.to_csv(index=False)
    else:
        written = frame.to_string(index=False) + "\n"
    if output is None:
        click.echo(written, nl=False)
    else:
        data = (delimited.BOM if form == "csv" else "") + written
        output.write_text(data, encoding="utf-8", errors="replace")


@contextmanager
def said(lang: Language) -> Iterator[None]:
    """Say errors of misuse in one line."""
    try:
        yield
    except ReportparseError as error:
        message = getattr(error, "message", None)
        raise Misuse(message(lang) if message else str(error)) from error
    except OSError as error:
        raise unusable(error.filename or "", error) from error


@contextmanager
def _executor(engine: str, scheduler: str | None) -> Iterator[tuple[Executor | None, int | None]]:
    """Open the executor of an engine with the number of its workers; `None` is this machine's."""
    if engine == "local":
        yield None, None
        return
    with dask(scheduler) as opened:
        yield opened
