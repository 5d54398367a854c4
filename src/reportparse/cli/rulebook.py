"""`reportparse explain` and `reportparse rules`: what each check is about."""

from __future__ import annotations

import json
import re
from importlib.resources import files as resources
from pathlib import Path
from typing import Final

import click

from reportparse.checks import CHECKS
from reportparse.cli.face import LANG, Misuse
from reportparse.errors import Language, UnknownCode
from reportparse.findings import Check, Choice
from reportparse.render.words import word

#: Pages of the checks in the source tree; an installed package carries them in `pages`.
DOCS: Final = Path(__file__).parents[3] / "docs" / "checks"
#: What marks the place of the fault in an example: "«64名»".
MARKS: Final = re.compile("[«»]")


@click.command()
@click.argument("code")
@LANG
def explain(code: str, lang: Language) -> None:
    """Show the page of a check.

    It tells what the check finds, with examples, and when it is wrong. CODE is as findings show
    it: TOT101. `reportparse rules` lists all.
    """
    known = code.upper()
    try:
        checks = Choice((known,)).of(CHECKS)
    except UnknownCode as error:
        raise Misuse(error.message(lang)) from error
    if known != checks[0].code:
        raise Misuse(UnknownCode(known, tuple(sorted(one.code for one in checks))).message(lang))
    click.echo(_head(checks[0], lang) + _page(known))


@click.command()
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True,
    help="Form of the list; json has the titles in both languages.",
)  # fmt: skip
@LANG
def rules(form: str, lang: Language) -> None:
    """List the checks: code, severity, what is wrong."""
    checks = sorted(CHECKS, key=lambda one: one.code)
    if form == "json":
        listed = [_record(one) for one in checks]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for one in checks:
        click.echo(f"{one.code}  {word(one.severity.value, lang)}  {_title(one, lang)}")


def _record(one: Check) -> dict[str, str]:
    return {
        "code": one.code,
        "name": one.name,
        "family": one.family,
        "severity": one.severity.value,
        "title_zh": one.title_zh,
        "title_en": one.title,
    }


def _title(one: Check, lang: Language) -> str:
    return one.title_zh if lang == "zh" else one.title


def _head(one: Check, lang: Language) -> str:
    """Return what stands above the page: the fault and how bad it is, in the language."""
    return f"{one.code}  {word(one.severity.value, lang)}  {_title(one, lang)}\n\n"


def _page(code: str) -> str:
    """Return the page of a check without the marks that only tests need."""
    pages = (resources("reportparse") / "pages" / f"{code}.md", DOCS / f"{code}.md")
    found = next((one for one in pages if one.is_file()), None)
    if found is None:
        raise Misuse(f"no page for {code}")
    return MARKS.sub("", found.read_text(encoding="utf-8")).rstrip()
