"""`reportparse explain` and `reportparse rules`: what each check is about."""

from __future__ import annotations

from importlib.resources import files as resources
from pathlib import Path
from typing import Final

import click

from reportparse.checks import CHECKS
from reportparse.cli.face import LANG, Misuse
from reportparse.errors import Language, UnknownCode
from reportparse.render.words import word

#: Pages of the checks in the source tree; an installed package carries them in `pages`.
DOCS: Final = Path(__file__).parents[3] / "docs" / "checks"


@click.command()
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


@click.command()
@LANG
def rules(lang: Language) -> None:
    """List the checks."""
    for one in sorted(CHECKS, key=lambda one: one.code):
        title = one.title_zh if lang == "zh" else one.title
        click.echo(f"{one.code}  {word(one.severity.value, lang)}  {title}")
