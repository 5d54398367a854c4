"""What a comparison of reports finds, and the shape of every comparison.

A comparison is a pure function over the pages of an archive, as a check is over a report.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reportparse.archive.identity import Identity
from reportparse.archive.statements import Pages, Statement
from reportparse.errors import Language
from reportparse.findings import Confidence, Rule, Severity
from reportparse.report import above


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A place in one report that a discrepancy rests on."""

    #: "now", "before", "goal", "copy" …
    role: str
    report: str
    doc: str
    claim: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clash:
    """What a comparison found, not signed yet."""

    about: Identity
    #: What fills the two templates.
    values: tuple[tuple[str, str], ...]
    exhibits: tuple[Exhibit, ...]
    working: str = ""


@dataclass(frozen=True, slots=True)
class Comparison(Rule):
    """A rule over the reports of an archive."""

    find: Callable[[Pages], Iterable[Clash]]
    #: How sure its readings are.
    confidence: Confidence


def comparison(
    code: str, severity: Severity, confidence: Confidence, *, title: str, said: tuple[str, str]
) -> Callable[[Callable[[Pages], Iterable[Clash]]], Comparison]:
    """Make a comparison of a function; `said` is its message in Chinese and English."""

    def wrap(find: Callable[[Pages], Iterable[Clash]]) -> Comparison:
        return Comparison(code, severity, title, *said, find, confidence)

    return wrap


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A finding between reports."""

    code: str
    name: str
    severity: Severity
    confidence: Confidence
    #: In Chinese.
    message: str
    message_en: str
    report: str
    doc: str
    place: str
    year: int | None
    working: str
    exhibits: tuple[Exhibit, ...]
    #: The same for the same discrepancy in a later run.
    fingerprint: str

    def said(self, language: Language) -> str:
        """Return the message in one language."""
        return self.message if language == "zh" else self.message_en


class Discrepancies(tuple[Discrepancy, ...]):
    """What the reports of an archive have against each other: a tuple, in a notebook cards."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        shown: str = above("render.archivecard").discrepancies_card(self)
        return shown


def signed(one: Comparison, pages: Pages) -> Iterator[Discrepancy]:
    """Run a comparison and sign what it finds."""
    for clash in one.find(pages):
        values = dict(clash.values)
        about = clash.about
        yield Discrepancy(
            one.code,
            one.name,
            one.severity,
            one.confidence,
            one.zh.format(**values),
            one.en.format(**values),
            about.report,
            about.doc,
            about.place,
            about.year,
            clash.working,
            clash.exhibits,
            _fingerprint(one.code, clash),
        )


def exhibit(role: str, said: Statement) -> Exhibit:
    """Call a statement as evidence."""
    return Exhibit(
        role, said.report.report, said.report.doc, said.claim, said.text, said.start, said.end
    )


def _fingerprint(code: str, clash: Clash) -> str:
    told = [code, clash.about.place, str(clash.about.year)]
    told += [f"{one.role}={one.text}" for one in clash.exhibits]
    return hashlib.sha256("|".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]
