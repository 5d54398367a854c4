"""`reportparse suppress`: an auditor's verdicts become suppressions."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from reportparse.cli.delivery import write
from reportparse.cli.face import LANG, Misuse, unusable
from reportparse.errors import Language
from reportparse.render.returned import verdicts_in
from reportparse.render.words import word
from reportparse.verdicts import Verdict, dismissed, from_json, to_toml

#: Shown below the options; \b keeps the lines apart.
EXAMPLES: Final = """\b
reportparse suppress luwan.verdicts.json -o .reportparse.toml
reportparse suppress audit.xlsx -o .reportparse.toml
"""
#: How a workbook begins: it is a ZIP container.
WORKBOOK: Final = b"PK"


@click.command(epilog=EXAMPLES)
@click.argument("verdicts", nargs=-1, required=True, metavar="VERDICTS...")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path),
    help="Configuration to add to (.reportparse.toml); else printed.",
)  # fmt: skip
@LANG
def suppress(verdicts: tuple[str, ...], output: Path | None, lang: Language) -> None:
    """Turn an auditor's verdicts into suppressions.

    VERDICTS are files that audit pages saved, or workbooks (.xlsx) with the conclusions filled in
    on the sheet of findings. A finding that was held to be none is suppressed, with the remark as
    the reason; without a remark, or where somebody else confirmed it, it is named and left out.
    What the configuration suppresses already stays as it is.
    """
    agreed, disputed = dismissed(one for name in verdicts for one in _read(name, lang))
    text, known = _configuration(output)
    fresh = [one for one in agreed if one.suppression and one.fingerprint not in known]
    if fresh or output is None:
        write(_joined(text, to_toml(fresh), output), output)
    _tell(fresh, agreed, known, lang)
    for one in disputed:
        _name(one, "disputed", lang)


def _read(name: str, lang: Language) -> tuple[Verdict, ...]:
    try:
        data = Path(name).read_bytes()
        return verdicts_in(data) if data.startswith(WORKBOOK) else from_json(data.decode("utf-8"))
    except OSError as error:
        raise unusable(name, error) from error
    except ValueError as error:
        raise Misuse(f"{name}: {word('no_verdicts', lang)}") from error


def _configuration(path: Path | None) -> tuple[str, frozenset[str]]:
    """Return the text of a configuration, and the fingerprints that it suppresses."""
    if path is None or not path.exists():
        return "", frozenset()
    try:
        text = path.read_text(encoding="utf-8")
        entries = tomllib.loads(text).get("suppress", [])
        return text, frozenset(one.get("fingerprint", "") for one in entries)
    except OSError as error:
        raise unusable(path, error) from error
    except (ValueError, AttributeError, TypeError) as error:
        raise Misuse(f"{path}: {error}") from error


def _joined(text: str, entries: str, path: Path | None) -> str:
    """Add entries to a configuration, which then can still be read."""
    whole = f"{text.rstrip()}\n\n{entries}" if text.strip() else entries
    try:
        tomllib.loads(whole)
    except tomllib.TOMLDecodeError as error:
        raise Misuse(f"{path}: {error}") from error
    return whole


def _tell(
    fresh: Sequence[Verdict], agreed: Sequence[Verdict], known: frozenset[str], lang: Language
) -> None:
    """Tell how many suppressions there are now, and which verdicts lack a reason."""
    old = sum(one.fingerprint in known for one in agreed)
    said = word("suppressions", lang).format(fresh=len(fresh), known=old)
    click.echo(f"reportparse: {said}", err=True)
    for one in agreed:
        if one.suppression is None and one.fingerprint not in known:
            _name(one, "no_remark", lang)


def _name(one: Verdict, why: str, lang: Language) -> None:
    """Name a verdict that became no suppression, and say why."""
    named = f"{one.code} {one.fingerprint}".strip()
    click.echo(f"reportparse: {named}: {word(why, lang)}", err=True)
