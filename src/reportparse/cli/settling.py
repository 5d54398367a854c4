"""How each report is audited: the options of the command line over the nearest configuration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from reportparse.checks import CHECKS
from reportparse.cli.face import Misuse
from reportparse.configuration import Configuration, configuration_near, load
from reportparse.errors import BadConfiguration, Language, UnknownCode
from reportparse.findings import Choice
from reportparse.report import Report
from reportparse.suppression import Suppression


@dataclass(frozen=True, slots=True)
class Settled:
    """A report with its audit, and the configuration that it was audited by."""

    report: Report
    by: Configuration


def audited(
    reports: Iterable[Report], given: Mapping[str, Any], path: Path | None, lang: Language
) -> Iterator[Settled]:
    """Yield each report audited as its configuration and the options say."""
    _checked(given, lang)

    @cache
    def configuration(file: Path | None) -> Configuration:
        found = Configuration() if file is None else _loaded(file, lang)
        settled = replace(found, **given)
        _not_empty(settled, lang)
        return settled

    if path is not None:
        configuration(path)
    for report in reports:
        file = path or configuration_near(Path(report.name))
        by = configuration(file)
        yield Settled(report.with_audit(by.audit(report)), by)


def unused(settled: Sequence[Settled]) -> Iterator[str]:
    """Yield a line for each suppression that was looked for and kept nothing back."""
    for by in {id(one.by): one.by for one in settled}.values():
        mine = [one.report for one in settled if one.by is by]
        used = {one.by for report in mine for one in report.audited.withheld}
        for at, suppression in enumerate(by.suppress, 1):
            if suppression not in used and _was_looked_for(suppression, by, mine):
                yield f"{by.path}: suppress[{at}] {_named(suppression)}"


def _checked(given: Mapping[str, Any], lang: Language) -> None:
    """Stop at codes that no check has, before any file is read."""
    try:
        Choice(given.get("select", ()), given.get("ignore", ())).of(CHECKS)
    except UnknownCode as error:
        raise Misuse(error.message(lang)) from error


def _not_empty(by: Configuration, lang: Language) -> None:
    """Stop where nothing would be checked: that would look like a clean report."""
    if not Choice(by.select, by.ignore).of(CHECKS):
        said = {
            "zh": "select 与 ignore 之后没有剩下任何检查项",
            "en": "select and ignore leave no check",
        }
        raise Misuse(said[lang])


def _loaded(file: Path, lang: Language) -> Configuration:
    try:
        return load(file)
    except BadConfiguration as error:
        raise Misuse(error.message(lang)) from error


def _was_looked_for(
    suppression: Suppression, by: Configuration, reports: Sequence[Report]
) -> bool:
    """Tell whether a suppression could have kept something back in this run."""
    return by.runs(suppression) and any(
        suppression.is_about(by.relative(report.name)) for report in reports
    )


def _named(suppression: Suppression) -> str:
    """Name a suppression by what it is about."""
    what = suppression.fingerprint or f"{suppression.code} {suppression.section}"
    return f"({what})"
