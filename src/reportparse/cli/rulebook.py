"""`reportparse explain` and `reportparse rules`: what each check is about."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files as resources
from pathlib import Path
from typing import Final

import click

from reportparse.archive.compare import COMPARISONS
from reportparse.checks import CHECKS
from reportparse.cli.face import LANG, Misuse
from reportparse.errors import Language, UnknownCode
from reportparse.findings import Choice, Rule
from reportparse.render.words import word

#: Pages of the checks in the source tree; an installed package carries them in `pages`.
DOCS: Final = Path(__file__).parents[3] / "docs" / "checks"
#: Headings of examples, and what stands above them in Chinese.
EXAMPLES: Final = (("Fires", "会报"), ("Silent", "不报"))
#: An example on a page.
BLOCK: Final = re.compile(r"^```report\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: An entry goes on over lines up to the next heading.
ENTRY: Final = re.MULTILINE | re.DOTALL
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
    one = next((one for one in _every() if one.code == known), None) or _near(known, lang)
    page = _page(f"{known}.md")
    if lang == "zh":
        page = _in_chinese(known, page)
    click.echo(_head(one, lang) + MARKS.sub("", page).rstrip())


@click.command()
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True,
    help="Form of the list; json has the titles in both languages.",
)  # fmt: skip
@LANG
def rules(form: str, lang: Language) -> None:
    """List the checks: code, severity, what is wrong."""
    checks = _every()
    if form == "json":
        listed = [_record(one) for one in checks]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for one in checks:
        click.echo(f"{one.code}  {word(one.severity.value, lang)}  {_title(one, lang)}")


def _every() -> list[Rule]:
    """Return checks and comparisons by code."""
    every: list[Rule] = [*CHECKS, *COMPARISONS]
    return sorted(every, key=lambda one: one.code)


def _near(code: str, lang: Language) -> Rule:
    """Say which codes a wrong one is near to."""
    try:
        checks = Choice((code,)).of(CHECKS)
    except UnknownCode as error:
        raise Misuse(error.message(lang)) from error
    raise Misuse(UnknownCode(code, tuple(sorted(one.code for one in checks))).message(lang))


def _record(one: Rule) -> dict[str, str]:
    return {
        "code": one.code,
        "name": one.name,
        "family": one.family,
        "severity": one.severity.value,
        "title_zh": one.title_zh,
        "title_en": one.title,
    }


def _title(one: Rule, lang: Language) -> str:
    return one.title_zh if lang == "zh" else one.title


def _head(one: Rule, lang: Language) -> str:
    """Return what stands above the page: the fault and how bad it is, in the language."""
    return f"{one.code}  {word(one.severity.value, lang)}  {_title(one, lang)}\n\n"


def _in_chinese(code: str, page: str) -> str:
    """Return what the Chinese page says of a check, with the examples of its own page.

    A check that is not told in Chinese yet has its own page, whose examples are Chinese anyway.
    """
    told = re.search(rf"^## {code}\n\n(.*?)(?=^## |\Z)", _page("zh.md"), ENTRY)
    if told is None:
        return page
    return told[1].rstrip() + "".join(
        f"\n\n{shown}：\n\n" + "\n\n".join(_examples(page, heading)) for heading, shown in EXAMPLES
    )


def _examples(page: str, heading: str) -> Iterator[str]:
    """Yield the examples under a heading, set in."""
    part = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", page, ENTRY)
    for block in BLOCK.findall(part[1] if part else ""):
        yield "\n".join(f"    {line}".rstrip() for line in block.splitlines())


def _page(name: str) -> str:
    """Return a page of the checks, from the installed package or the source tree."""
    pages = (resources("reportparse") / "pages" / name, DOCS / name)
    found = next((one for one in pages if one.is_file()), None)
    if found is None:
        code = name.removesuffix(".md")
        raise Misuse(f"no page for {code}", f"没有 {code} 的说明")
    return found.read_text(encoding="utf-8")
