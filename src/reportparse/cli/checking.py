"""`reportparse check`: findings, chosen, and the exit code that follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, get_args

import click

from reportparse.cli.comparing import compared, write_baseline
from reportparse.cli.delivery import Asked, deliver, settled_form, write
from reportparse.cli.face import FILES, FOUND, LANG, OUTPUT, PAGES
from reportparse.cli.settling import Settled, audited, unused
from reportparse.cli.sources import readable
from reportparse.configuration import FAIL_ON
from reportparse.errors import Language
from reportparse.findings import Persona, Severity
from reportparse.render import text
from reportparse.render.words import word
from reportparse.sifting import Gap

#: Formats, the default one first.
AUDITS: Final = ("text", "json", "csv", "sarif", "html", "xlsx", "pdf")
#: Severities that make `check` exit with 1.
FAILING: Final = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
    "never": frozenset[Severity](),
}
#: Options that overrule the configuration where they are given.
SETTINGS: Final = ("select", "ignore", "persona", "fail_on", "min_gap")

#: Shown below the options; \b keeps the lines apart.
EXAMPLES: Final = """\b
reportparse check report.pdf
reportparse check reports/ --select TOT,RAT --fail-on warning
reportparse check reports/ --write-baseline known.json
reportparse check reports/ --baseline known.json
"""


def _codes(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Split TOT,RAT101 given once or several times."""
    return tuple(
        code.strip().upper() for some in given for code in some.split(",") if code.strip()
    )


def _gap(_: click.Context, __: click.Parameter, given: str | None) -> Gap | None:
    """Read the smallest gap."""
    try:
        return None if given is None else Gap.of(given)
    except ValueError as error:
        raise click.BadParameter("a number or a share: 2, 0.5, 1%") from error


@click.command(epilog=EXAMPLES)
@FILES
@click.option(
    "--select", multiple=True, callback=_codes, metavar="CODES",
    help="Run only these checks, by code or its beginning: TOT,RAT101.",
)  # fmt: skip
@click.option(
    "--ignore", multiple=True, callback=_codes, metavar="CODES",
    help="Leave these checks out, of those selected too: EXP,NUM105.",
)  # fmt: skip
@click.option(
    "--persona", type=click.Choice(get_args(Persona)),
    help="Who reads: default sees errors and well-founded warnings, pedantic notes too, "
    "auditor everything, what agrees, and what could not be tested.",
)  # fmt: skip
@click.option(
    "--min-gap", callback=_gap, metavar="N|N%",
    help="Leave out findings whose two figures are closer: 2 (of the printed unit), 1% (of the "
    "stated figure).",
)  # fmt: skip
@click.option(
    "--fail-on", type=click.Choice(FAIL_ON),
    help="Least severity that makes the exit code 1 (default: error).",
)  # fmt: skip
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE",
    help="Configuration (default: the nearest .reportparse.toml upwards from each file).",
)  # fmt: skip
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE",
    help="Compare with an earlier run: only what is new makes the exit code 1.",
)  # fmt: skip
@click.option(
    "--write-baseline", type=click.Path(path_type=Path), metavar="FILE",
    help="Write what is found to FILE, for --baseline of later runs; the exit code is then 0, "
    "unless --baseline is given too.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(AUDITS),
    help="Form of the result (default: by the ending of -o, else text).",
)  # fmt: skip
@OUTPUT
@PAGES
@LANG
@click.pass_context
def check(context: click.Context, /, **options: Any) -> None:  # noqa: ANN401
    """Report the figures of files or folders that do not agree.

    Each finding shows its place, the sentence with marks under the figures, and the arithmetic;
    the last line tells how much was read and recomputed.

    Ends with 0 where nothing is found at or above --fail-on, with 1 where something is, with 2
    where nothing could be read or an option is wrong.
    """
    output, lang = options["output"], options["lang"]
    form = settled_form(options["form"], output, AUDITS)
    given = {key: options[key] for key in SETTINGS if options[key]}
    reports = readable(options["files"], lang)
    settled = list(audited(reports, given, options["config"], lang))
    if options["baseline"]:
        settled = compared(settled, options["baseline"], lang)
    if options["write_baseline"]:
        write_baseline(settled, options["write_baseline"])
    if form == "text":
        write(_told(settled, lang), output)
    else:
        asked = Asked(form, "findings", options["pages"])
        deliver([one.report for one in settled], asked, output, lang)
    _note_unused(settled, lang)
    accepted = options["write_baseline"] and not options["baseline"]
    if not accepted and any(map(_fails, settled)):
        context.exit(FOUND)


def _fails(one: Settled) -> bool:
    """Tell whether a report holds a finding that counts; a known one does not."""
    counted = FAILING[one.by.fail_on]
    return any(
        finding.severity in counted and finding.state in {"", "new"}
        for finding in one.report.findings
    )


def _note_unused(settled: Sequence[Settled], lang: Language) -> None:
    """Name suppressions that are of no use any more; the exit code does not depend on them."""
    for line in unused(settled):
        click.echo(f"reportparse: {line}: {word('unused', lang)}", err=True)


def _told(settled: Sequence[Settled], lang: Language) -> str:
    """Return findings as text; an auditor also reads what agrees and what could not be tested."""
    parts = []
    for one in settled:
        parts.append(text.findings_text(one.report, lang))
        if one.by.persona == "auditor":
            parts.append(text.ledger_text(one.report, lang))
    if len(settled) > 1:
        parts.append(text.total_line([one.report for one in settled], lang))
    return "\n\n".join(parts) + "\n"
