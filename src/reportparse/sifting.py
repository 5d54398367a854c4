"""What of the findings is shown, and what is kept back and why. Nothing is lost on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from reportparse.findings import Finding, Persona
from reportparse.quantity import find_quantities
from reportparse.report import Report
from reportparse.suppression import Suppression

#: "suppressed" by an entry of the configuration, "gap" below the smallest gap, "persona" meant
#: for a closer reader.
Why = Literal["suppressed", "gap", "persona"]
WHYS: Final[tuple[Why, ...]] = ("suppressed", "gap", "persona")
#: "2", "0.5", "1%".
GAP: Final = re.compile(r"(?P<value>[0-9]{1,12}(?:\.[0-9]{1,6})?) ?(?P<share>[%％])?")
#: Magnitudes that a figure may be printed in: "121万元".
PRINTED_IN: Final = (("亿", Decimal(100_000_000)), ("万", Decimal(10_000)))
#: A number alone, as a sum is shown: "68", "3.2万".
NUMBER: Final = re.compile(r"(?P<value>-?[0-9]+(?:\.[0-9]+)?)(?P<magnitude>[万亿]?)")


@dataclass(frozen=True, slots=True)
class Gap:
    """The smallest gap between stated and computed that is worth a reader's time."""

    value: Decimal
    #: Whether it is a share of the stated figure.
    relative: bool = False

    @classmethod
    def of(cls, words: str | float) -> Gap:
        """Read a gap: "2" is two of the unit that is printed, "1%" a share of the figure.

        >>> Gap.of("1%")
        Gap(value=Decimal('0.01'), relative=True)
        """
        found = GAP.fullmatch(str(words).strip())
        if found is None:
            raise ValueError(words)
        value = Decimal(found["value"])
        return cls(value / 100 if found["share"] else value, bool(found["share"]))

    def exceeds(self, finding: Finding) -> bool:
        """Tell whether the gap of a finding is smaller; one without arithmetic has none."""
        if not self.value:
            return False
        stated, computed = _figure(finding.stated), _figure(finding.computed)
        if stated is None or computed is None or not find_quantities(finding.stated):
            return False
        least = abs(stated) * self.value if self.relative else self.value * _unit(finding.stated)
        return abs(stated - computed) < least


NO_GAP: Final = Gap(Decimal(0))


@dataclass(frozen=True, slots=True)
class Sieve:
    """Who reads, how small a gap still matters, and what was seen before."""

    persona: Persona = "auditor"
    gap: Gap = NO_GAP
    suppressions: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True)
class Withheld:
    """A finding that is not shown."""

    finding: Finding
    why: Why
    #: What suppressed it.
    by: Suppression | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit of one report came to."""

    findings: tuple[Finding, ...]
    withheld: tuple[Withheld, ...] = ()
    #: Findings of the baseline that are there no longer.
    gone: tuple[Finding, ...] = ()
    #: How many checks were left out by choice: what they would find is not known.
    left_out: int = 0


def sift(report: Report, found: Iterable[Finding], sieve: Sieve, name: str = "") -> Audit:
    """Part the findings that are shown from those that are not.

    `name` is what patterns for files are held against; else the name of the source.
    """
    shown: list[Finding] = []
    withheld: list[Withheld] = []
    reasons = _reasons(report, sieve, name or report.name)
    for finding in found:
        kept_back = next((one for reason in reasons if (one := reason(finding))), None)
        if kept_back is None:
            shown.append(finding)
        else:
            withheld.append(kept_back)
    return Audit(tuple(shown), tuple(withheld))


def _reasons(
    report: Report, sieve: Sieve, name: str
) -> tuple[Callable[[Finding], Withheld | None], ...]:
    """Return what may keep a finding back, the weightiest first."""

    def suppressed(finding: Finding) -> Withheld | None:
        covering = (one for one in sieve.suppressions if one.covers(report, finding, name))
        by = next(covering, None)
        return None if by is None else Withheld(finding, "suppressed", by)

    def unfit(finding: Finding) -> Withheld | None:
        return None if finding.shown_to(sieve.persona) else Withheld(finding, "persona")

    def small(finding: Finding) -> Withheld | None:
        return Withheld(finding, "gap") if sieve.gap.exceeds(finding) else None

    return suppressed, unfit, small


def _figure(words: str) -> Decimal | None:
    """Return the value of a figure as a finding shows it."""
    alone = NUMBER.fullmatch(words)
    if alone is not None:
        return Decimal(alone["value"]) * dict(PRINTED_IN).get(alone["magnitude"], Decimal(1))
    quantities = find_quantities(words)
    return quantities[0].value if quantities else None


def _unit(words: str) -> Decimal:
    """Return the magnitude that a figure is printed in."""
    return next((value for sign, value in PRINTED_IN if sign in words), Decimal(1))
