"""The command `reportparse`: claims, findings, outline, and what each check is about.

Exit codes: 0 nothing found at or above `--fail-on`, 1 something found, 2 misuse or nothing
that could be read.
"""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import metadata
from importlib.resources import files as resources
from pathlib import Path
from typing import IO, Any, Final, get_args

import click
from click.core import ParameterSource
from click.exceptions import Exit

from reportparse.checks import CHECKS, audit
from reportparse.errors import Language, MissingExtra, UnknownCode, UnreadableSource
from reportparse.findings import Persona, Severity
from reportparse.render import console, delimited, export, page, text
from reportparse.render.words import word
from reportparse.report import Report, read

DISTRIBUTION: Final = "reportparse-zh"
#: Exit codes; 0 is nothing found.
FOUND, MISUSE = 1, 2
#: What a folder is searched for; a file that is named is read whatever its name.
SUFFIXES: Final = frozenset(
    {".txt", ".md", ".pdf", ".docx", ".doc", ".wps", ".odt", ".rtf", ".ofd", ".html", ".htm"}
)
#: Formats of each command, the default one first.
TABLES: Final = ("table", "json", "csv", "xlsx", "html", "parquet")
AUDITS: Final = ("text", "json", "sarif", "html", "xlsx")
#: Severities that make `check` exit with 1.
FAILING: Final = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
    "never": frozenset[Severity](),
}
#: Pages of the checks in the source tree; an installed package carries them in `pages`.
DOCS: Final = Path(__file__).parents[2] / "docs" / "checks"


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


def _codes(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Split TOT,RAT101 given once or several times."""
    return tuple(
        code.strip().upper() for some in given for code in some.split(",") if code.strip()
    )


FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...")
OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File to write; else printed."
)
LANG = click.option(
    "--lang", type=click.Choice(get_args(Language)), default=spoken_here,
    help="Language of messages (default: that of the locale; workbooks and pages: zh).",
)  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=DISTRIBUTION, prog_name="reportparse")
def main() -> None:
    """Read Chinese government reports: outline, every figure, and what does not agree."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows "?" instead of a traceback.
        getattr(stream, "reconfigure", dict)(errors="replace")


@main.command()
@FILES
@click.option(
    "--format", "form", type=click.Choice(TABLES),
    help="Form of the result (default: by the ending of -o, else table).",
)  # fmt: skip
@OUTPUT
@LANG
def parse(files: tuple[str, ...], form: str | None, output: Path | None, lang: Language) -> None:
    """Show every figure of reports with what it counts."""
    form = _form(form, output, TABLES)
    reports = list(_readable(files, lang))
    if form == "table":
        _show(reports, output, lang)
    else:
        _deliver(reports, form, output, lang)


@main.command()
@FILES
@click.option("--select", multiple=True, callback=_codes, help="Only these: TOT,RAT101.")
@click.option("--ignore", multiple=True, callback=_codes, help="Not these: EXP,NUM105.")
@click.option(
    "--fail-on", type=click.Choice(list(FAILING)), default="error", show_default=True,
    help="Least severity that makes the exit code 1.",
)  # fmt: skip
@click.option(
    "--persona", type=click.Choice(get_args(Persona)), default="default", show_default=True,
    help="Who reads: pedantic sees notes too, auditor everything and what agrees.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(AUDITS),
    help="Form of the result (default: by the ending of -o, else text).",
)  # fmt: skip
@OUTPUT
@LANG
@click.pass_context
def check(context: click.Context, /, **options: Any) -> None:  # noqa: ANN401
    """Report the figures of files or folders that do not agree."""
    output, lang = options["output"], options["lang"]
    form = _form(options["form"], output, AUDITS)
    chosen = {key: options[key] for key in ("select", "ignore", "persona")}
    reports = [_audited(report, chosen, lang) for report in _readable(options["files"], lang)]
    if form == "text":
        _write(_told(reports, options["persona"], lang), output)
    else:
        _deliver(reports, form, output, lang)
    severities = {finding.severity for report in reports for finding in report.findings}
    if severities & FAILING[options["fail_on"]]:
        context.exit(FOUND)


@main.command()
@click.argument("file")
@LANG
def outline(file: str, lang: Language) -> None:
    """Draw the outline of a report."""
    for report in _readable([file], lang):
        click.echo(report.outline())


@main.command()
@click.argument("code")
@LANG
def explain(code: str, lang: Language) -> None:
    """Show the page of a check."""
    known = code.upper()
    if not any(one.code == known for one in CHECKS):
        raise Misuse(UnknownCode(code).message(lang))
    pages = (resources("reportparse") / "pages" / f"{known}.md", DOCS / f"{known}.md")
    found = next((one for one in pages if one.is_file()), None)
    if found is None:
        raise Misuse(f"no page for {known}")
    click.echo(found.read_text(encoding="utf-8").rstrip())


@main.command()
@LANG
def rules(lang: Language) -> None:
    """List the checks."""
    for one in sorted(CHECKS, key=lambda one: one.code):
        title = one.title_zh if lang == "zh" else one.title
        click.echo(f"{one.code}  {word(one.severity.value, lang)}  {title}")


def _form(form: str | None, output: Path | None, forms: Sequence[str]) -> str:
    """Settle the format: as asked for, else by the ending of the output file."""
    ending = output.suffix.lstrip(".").lower() if output else ""
    settled = form or (ending if ending in forms else forms[0])
    if settled in export.BINARY and output is None:
        raise Misuse(f"--format {settled} needs -o FILE")
    return settled


def _language(form: str, lang: Language) -> Language:
    """Return the language of a form: as asked for on the command line, else its own."""
    source = click.get_current_context().get_parameter_source("lang")
    return lang if source is ParameterSource.COMMANDLINE else export.LANGUAGES.get(form, lang)


def _readable(names: Iterable[str], lang: Language) -> Iterator[Report]:
    """Yield the reports that can be read; complain about the others, stop if there are none."""
    read_any = False
    for name in _files(names):
        try:
            report = read(name)
        except UnreadableSource as error:
            click.echo(f"reportparse: {error.message(lang)}", err=True)
            continue
        read_any = True
        yield report
    if not read_any:
        # Every file was complained about; a folder may just have held none.
        raise Exit(MISUSE)


def _files(names: Iterable[str]) -> Iterator[str]:
    """Yield files as named, and the reports in folders, folder by folder in order."""
    for name in names:
        if Path(name).is_dir():
            inside = [str(path) for path in sorted(Path(name).rglob("*")) if _is_report(path)]
            if not inside:
                click.echo(f"reportparse: {name}: no report in this folder", err=True)
            yield from inside
        else:
            yield name


def _is_report(path: Path) -> bool:
    """Tell whether a file in a folder is read: not what is hidden, locked or no report."""
    hidden = path.name.startswith((".", "~$"))
    return path.suffix.lower() in SUFFIXES and not hidden and path.is_file()


def _audited(report: Report, chosen: dict[str, Any], lang: Language) -> Report:
    """Return a report with the findings that were asked for."""
    try:
        return report.with_findings(audit(report, **chosen))
    except UnknownCode as error:
        raise Misuse(error.message(lang)) from error


def _told(reports: Sequence[Report], persona: str, lang: Language) -> str:
    """Return findings as text; an auditor also reads what was checked and agrees."""
    parts = []
    for report in reports:
        parts.append(text.findings_text(report, lang))
        if persona == "auditor":
            parts.append(text.held_text(report, lang))
    return "\n\n".join(parts) + "\n"


def _show(reports: Sequence[Report], output: Path | None, lang: Language) -> None:
    """Print the claims: a table that fits the terminal, or plain text elsewhere."""
    if output is not None or not _in_a_terminal():
        _write("\n".join(console.claims_text(report, lang) for report in reports), output)
        return
    from rich.console import Console

    screen = Console()
    for report in reports:
        screen.print(console.claims_table(report, lang))


def _in_a_terminal() -> bool:
    return sys.stdout.isatty()


def _deliver(reports: Sequence[Report], form: str, output: Path | None, lang: Language) -> None:
    """Write reports in one of the forms for other programs."""
    lang = _language(form, lang)
    if form in export.BINARY:
        _filed(lambda path: export.to_file(reports, form, path, lang), output, lang)
    elif form == "html" and len(reports) > 1:
        _pages(reports, output, lang)
    else:
        written = export.as_text(reports, form, lang, metadata.version(DISTRIBUTION))
        _write(delimited.BOM + written if form == "csv" and output else written, output)


def _pages(reports: Sequence[Report], output: Path | None, lang: Language) -> None:
    """Write the page of each of several reports into a folder."""
    if output is None:
        raise Misuse("--format html of several reports needs -o FOLDER")
    _filed(lambda folder: folder.mkdir(parents=True, exist_ok=True), output, lang)
    for at, report in enumerate(reports, 1):
        _write(page.to_html(report, lang), output / export.page_name(at, report))


def _write(written: str, output: Path | None) -> None:
    """Print a text, or write it to a file."""
    if output is None:
        click.echo(written, nl=not written.endswith("\n"))
        return
    data = written.encode("utf-8", errors="replace")
    _filed(lambda path: path.write_bytes(data), output)


def _filed(write: Callable[[Path], Any], output: Path | None, lang: Language = "en") -> None:
    """Write to a file, or say in one line why that cannot be."""
    if output is None:
        raise Misuse("-o FILE is missing")
    try:
        write(output)
    except MissingExtra as error:
        raise Misuse(error.message(lang)) from error
    except OSError as error:
        raise Misuse(f"{output}: {error.strerror or error}") from error
