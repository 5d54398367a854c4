"""`reportparse check`: findings, chosen, and the exit code that follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, get_args

import click

from reportparse.checks import examine
from reportparse.cli.delivery import deliver, settled_form, write
from reportparse.cli.face import FILES, FOUND, LANG, OUTPUT, Misuse
from reportparse.cli.sources import readable
from reportparse.errors import Language, UnknownCode
from reportparse.findings import Choice, Persona, Severity
from reportparse.render import text
from reportparse.report import Report
from reportparse.sifting import Sieve

#: Formats, the default one first.
AUDITS: Final = ("text", "json", "sarif", "html", "xlsx")
#: Severities that make `check` exit with 1.
FAILING: Final = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
    "never": frozenset[Severity](),
}


def _codes(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Split TOT,RAT101 given once or several times."""
    return tuple(
        code.strip().upper() for some in given for code in some.split(",") if code.strip()
    )


@click.command()
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
    form = settled_form(options["form"], output, AUDITS)
    chosen = {key: options[key] for key in ("select", "ignore", "persona")}
    reports = [_audited(report, chosen, lang) for report in readable(options["files"], lang)]
    if form == "text":
        write(_told(reports, options["persona"], lang), output)
    else:
        deliver(reports, form, output, lang)
    severities = {finding.severity for report in reports for finding in report.findings}
    if severities & FAILING[options["fail_on"]]:
        context.exit(FOUND)


def _audited(report: Report, chosen: dict[str, Any], lang: Language) -> Report:
    """Return a report with the findings that were asked for."""
    choice = Choice(chosen["select"], chosen["ignore"])
    try:
        return report.with_audit(examine(report, choice, Sieve(chosen["persona"])))
    except UnknownCode as error:
        raise Misuse(error.message(lang)) from error


def _told(reports: Sequence[Report], persona: str, lang: Language) -> str:
    """Return findings as text; an auditor also reads what agrees and what could not be tested."""
    parts = []
    for report in reports:
        parts.append(text.findings_text(report, lang))
        if persona == "auditor":
            parts.append(text.ledger_text(report, lang))
    if len(reports) > 1:
        parts.append(text.total_line(reports, lang))
    return "\n\n".join(parts) + "\n"
