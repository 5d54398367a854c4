"""What a check yields and how it is signed: faults, findings, and the run over a report.

A check is a pure function from a report to faults. It knows the place and the arithmetic; the
runner adds code, severity, messages in both languages and a fingerprint that lives on when the
report is set anew.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, Literal, Self

from reportparse.claims import Claim
from reportparse.document import DOUBTFUL
from reportparse.errors import Language, UnknownCode
from reportparse.outline import Section
from reportparse.report import Report, above
from reportparse.span import Span

#: Who reads: "default" sees errors and well-founded warnings, "pedantic" notes as well,
#: "auditor" everything.
Persona = Literal["default", "pedantic", "auditor"]
#: Against a baseline: not in it, in it, in it with other figures, in it and found no longer.
State = Literal["", "new", "unchanged", "updated", "gone"]
#: What setting a report anew may change: white space and emphasis marks.
SETTING: Final = re.compile(r"[\s*]+")

#: Characters that count: of a section's title, and of the noun before a figure, which is looked
#: for so many characters back.
TITLE: Final = 8
NOUN: Final = 4
LEAD: Final = 12
#: What is no part of a noun: figures and signs, "，98" in "满意率，98%".
SIGNS: Final = re.compile(r"[^一-鿿A-Za-z]+")


class Severity(StrEnum):
    """How bad a finding is if it is true."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


class Confidence(StrEnum):
    """How sure the reading is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that a fault rests on, and the part it plays."""

    #: "whole", "part", "rate", "now", "before" …
    role: str
    span: Span
    text: str
    #: Id of the claim, `None` where the place is no figure.
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check found, not signed yet."""

    at: Span
    #: What fills the check's two templates.
    values: tuple[tuple[str, str], ...] = ()
    #: The arithmetic, to be redone by hand: "29 + 20 + 21 = 70 ≠ 69".
    working: str = ""
    stated: str = ""
    computed: str = ""
    evidence: tuple[Evidence, ...] = ()
    confidence: Confidence = Confidence.HIGH
    #: Other readings that would agree: a denominator, an order of digits.
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """What a check of one report and a comparison of many have in common."""

    code: str
    severity: Severity
    #: The fault's name in Chinese; its English one is the docstring's first line.
    title_zh: str
    #: What is said of a fault in each language, its values to be filled in.
    zh: str
    en: str
    find: Callable[..., Iterable[Any]]

    @property
    def name(self) -> str:
        """The fault's name: "parts_exceed_total"."""
        return str(getattr(self.find, "__name__", self.code))

    @property
    def title(self) -> str:
        """The fault in one English sentence."""
        return (self.find.__doc__ or "").partition("\n")[0]

    @property
    def family(self) -> str:
        """The letters of the code: "TOT"."""
        return self.code[:3]


@dataclass(frozen=True, slots=True)
class Check(Rule):
    """A rule over one report."""

    find: Callable[[Report], Iterable[Fault]]

    def message(self, fault: Fault, language: Language) -> str:
        """Fill the template of one language with a fault's values."""
        template = self.zh if language == "zh" else self.en
        return template.format(**dict(fault.values))


def check(
    code: str, severity: Severity, *, title: str, zh: str, en: str
) -> Callable[[Callable[[Report], Iterable[Fault]]], Check]:
    """Make a check of a function; nothing is registered by it."""

    def wrap(find: Callable[[Report], Iterable[Fault]]) -> Check:
        return Check(code, severity, title, zh, en, find)

    return wrap


@dataclass(frozen=True, slots=True)
class Finding:
    """A signed fault."""

    code: str
    name: str
    severity: Severity
    confidence: Confidence
    #: In Chinese.
    message: str
    message_en: str
    span: Span
    working: str
    stated: str
    computed: str
    evidence: tuple[Evidence, ...]
    alternatives: tuple[str, ...]
    #: The same for the same fault in the same section, however the text is set.
    fingerprint: str
    #: How it compares with a baseline; "" where there is none.
    state: State = ""

    def said(self, language: Language) -> str:
        """Return the message in one language."""
        return self.message if language == "zh" else self.message_en

    def shown_to(self, persona: Persona) -> bool:
        """Tell whether a reader of this kind is shown the finding."""
        if persona == "auditor":
            return True
        if self.severity is Severity.NOTE:
            return persona == "pedantic"
        return self.severity is Severity.ERROR or self.confidence is not Confidence.LOW


class Findings(tuple[Finding, ...]):  # noqa: SLOT001 - a tuple takes no further slot
    """The findings of one report: a tuple that a notebook shows as cards, not as one long line."""

    #: What they were found in; `None` where somebody put them together alone.
    report: Report | None

    def __new__(cls, findings: Iterable[Finding] = (), report: Report | None = None) -> Self:
        """Make the tuple and keep the report, whose sentences the cards quote."""
        made = super().__new__(cls, findings)
        made.report = report
        return made

    def _repr_html_(self) -> str:
        shown: str = above("render.card").findings_card(self, self.report)
        return shown


@dataclass(frozen=True, slots=True)
class Choice:
    """Which checks run; codes may be families ("TOT") or whole ("TOT101")."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, code: str) -> bool:
        """Tell whether the check with this code is wanted."""
        chosen = not self.select or code.startswith(self.select)
        return chosen and not (self.ignore and code.startswith(self.ignore))

    def of(self, checks: Iterable[Check]) -> tuple[Check, ...]:
        """Return the checks that are wanted; a code that none of them has is misuse."""
        known = tuple(checks)
        if not (self.select or self.ignore):
            return known
        for code in self.select + self.ignore:
            if not any(one.code.startswith(code) for one in known):
                raise UnknownCode(code, _nearest(code, known))
        return tuple(one for one in known if self.takes(one.code))


def run(report: Report, checks: Iterable[Check], choice: Choice) -> tuple[Finding, ...]:
    """Run checks over a report and sign what they yield, in the order of the text."""
    signed = _signed(report, choice.of(checks))
    return tuple(sorted(signed, key=_place))


def evidence(role: str, claim: Claim) -> Evidence:
    """Call a claim as evidence."""
    return Evidence(role, claim.quantity.span, claim.quantity.text, claim.id)


def _signed(report: Report, checks: Iterable[Check]) -> Iterator[Finding]:
    """Yield the findings of each check in turn."""
    seen: Counter[str] = Counter()
    for one in checks:
        for fault in one.find(report):
            digest = _fingerprint(report, one.code, fault)
            severity, confidence = _capped(report, one, fault)
            seen[digest] += 1
            nth = "" if seen[digest] == 1 else f"-{seen[digest]}"
            yield Finding(
                code=one.code,
                name=one.name,
                severity=severity,
                confidence=confidence,
                message=one.message(fault, "zh"),
                message_en=one.message(fault, "en"),
                span=fault.at,
                working=fault.working,
                stated=fault.stated,
                computed=fault.computed,
                evidence=fault.evidence,
                alternatives=fault.alternatives,
                fingerprint=digest + nth,
            )


def _capped(report: Report, one: Check, fault: Fault) -> tuple[Severity, Confidence]:
    """A finding that rests on what may have been misread is no error, and not sure."""
    spans = [found.span for found in fault.evidence] or [fault.at]
    if all(report.confidence(span) >= DOUBTFUL for span in spans):
        return one.severity, fault.confidence
    return max(one.severity, Severity.WARNING, key=lambda it: it.rank), Confidence.LOW


def _fingerprint(report: Report, code: str, fault: Fault) -> str:
    """Digest what a fault is about: code, section, and the words it rests on.

    Of a title its beginning counts, for inline headings run on into figures that may be mended.
    """
    texts = [one.text for one in fault.evidence] or [fault.at.of(report.document.text)]
    section = _around(report.sections, fault.at.start)
    steps = _steps(section.path if section else "")
    named = (code, *steps, _lead(report, fault), *map(_plain, texts))
    return hashlib.sha256("|".join(named).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _around(sections: Sequence[Section], at: int) -> Section | None:
    """Return the innermost section that holds a place of the document."""
    index = bisect_right(sections, at, key=lambda one: one.span.start) - 1
    while index >= 0 and sections[index].span.end <= at:
        parent = sections[index].parent
        index = int(parent[1:]) - 1 if parent else -1
    return sections[index] if index >= 0 else None


@lru_cache(maxsize=1024)
def _steps(path: str) -> tuple[str, ...]:
    """Return how the titles above a place begin."""
    return tuple(_plain(step)[:TITLE] for step in path.split(" / "))


def _lead(report: Report, fault: Fault) -> str:
    """Return the last words before a figure or a sign: they tell 满意率100% from 办结率100%."""
    if not any(one.claim or len(one.text) == 1 for one in fault.evidence):
        return ""
    at = report.view.at(fault.at.start)
    return SIGNS.sub("", _plain(report.view.text[max(at - LEAD, 0) : at]))[-NOUN:]


def _plain(words: str) -> str:
    """Return words as they are however they are set."""
    return SETTING.sub("", unicodedata.normalize("NFKC", words))


def _nearest(code: str, known: Sequence[Check]) -> tuple[str, ...]:
    """Return the codes and families that someone may have meant."""
    codes = dict.fromkeys(name for one in known for name in (one.family, one.code))
    return tuple(get_close_matches(code.upper(), codes, n=3))


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.span.start, finding.severity.rank, finding.code
