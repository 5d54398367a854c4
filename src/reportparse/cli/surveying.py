"""`reportparse panel` and `compare`: what only many reports show."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

import click

from reportparse.archive.comparisons import Discrepancy
from reportparse.cli.archiving import FORM, STORE, opened, said, show
from reportparse.cli.checking import FAILING
from reportparse.cli.delivery import write
from reportparse.cli.face import FOUND, LANG, OUTPUT
from reportparse.errors import Language
from reportparse.render.words import word

#: Forms of what was found between reports, the default one first.
FORMS: Final = ("text", "json")


@click.command()
@STORE
@click.option("--wide", is_flag=True, help="A row for each place and year, indicators beside.")
@FORM
@OUTPUT
@LANG
def panel(store: str, *, wide: bool, form: str, output: Path | None, lang: Language) -> None:
    """Show indicators by place and year, from a store."""
    with said(lang):
        headers: Language = lang if form == "table" else "en"
        show(opened(store).panel(wide=wide, lang=headers), form, output)


@click.command()
@STORE
@click.option("--format", "form", type=click.Choice(FORMS), default=FORMS[0], show_default=True,
              help="Form of the result.")  # fmt: skip
@click.option("--notes", is_flag=True, help="Show notes too: jumps, outliers, goals not told of.")
@click.option("--fail-on", type=click.Choice(list(FAILING)), default="error", show_default=True,
              help="Least severity that makes the exit code 1.")  # fmt: skip
@OUTPUT
@LANG
@click.pass_context
def compare(context: click.Context, /, store: str, lang: Language, **options: object) -> None:
    """Hold the reports of a store against each other, over years and places."""
    with said(lang):
        found = opened(store).findings
    shown = [one for one in found if options["notes"] or one.severity.value != "note"]
    output = options["output"]
    told = _json(shown) if options["form"] == "json" else _text(shown, len(found), lang)
    write(told, output if isinstance(output, Path) else None)
    if {one.severity for one in shown} & FAILING[str(options["fail_on"])]:
        context.exit(FOUND)


def _json(shown: Sequence[Discrepancy]) -> str:
    return json.dumps([asdict(one) for one in shown], ensure_ascii=False, indent=1) + "\n"


def _text(shown: Sequence[Discrepancy], found: int, lang: Language) -> str:
    """Say each discrepancy with the places that it rests on, and how many are not shown."""
    lines: list[str] = []
    for one in shown:
        lines.append(
            f"{one.report}  {one.code} [{word(one.severity.value, lang)}] {one.said(lang)}"
        )
        if one.working:
            lines.append(f"    {one.working}")
        lines += [f"    {it.report}:{it.start}  {it.text}" for it in one.exhibits]
    hidden = found - len(shown)
    counted = f"问题 {len(shown)} 项" if lang == "zh" else f"findings {len(shown)}"
    if hidden:
        counted += f"；另有提示 {hidden} 项" if lang == "zh" else f"; {hidden} notes not shown"
    return "\n".join([*lines, counted]) + "\n"
