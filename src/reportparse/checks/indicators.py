"""TOT: published indicators that agree by definition."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportparse.checks.workings import magnitude, members, percent, show
from reportparse.claims import Claim
from reportparse.findings import Fault, Severity, check
from reportparse.relations import Identity
from reportparse.report import Report

#: Kinds of figures that are shown with two places.
SHARES: Final = frozenset({"percent", "ratio"})


@check(
    "TOT108",
    Severity.ERROR,
    title="指标间平衡关系不符",
    zh="“{name}”各指标之间不平衡：按其余指标推算为{computed}，文中为{stated}",
    en="the figures of {name} do not agree: the others give {computed}, the text says {stated}",
)
def indicators_disagree(report: Report) -> Iterator[Fault]:
    """Indicators that agree by definition do not: product and industries, births and deaths."""
    told: set[tuple[str, str]] = set()
    for relation in report.relations:
        if not isinstance(relation, Identity) or relation.verdict != "fails":
            continue
        # Averages are TOT109's.
        if relation.members[-1][0] == "average":
            continue
        fault = _fault(relation)
        # A structure is held against three industries; one that fails says it all.
        if (relation.cue, fault.stated) not in told:
            told.add((relation.cue, fault.stated))
            yield fault


def _fault(relation: Identity) -> Fault:
    """Write out a definition that does not hold, at the figure that the others give."""
    roles = dict(relation.members)
    at = roles.get("rate") or roles.get("rest") or roles.get("whole") or relation.members[-1][1]
    computed = _shown(relation.computed, at)
    # Shares without a whole are held against all of it.
    stated = at.quantity.text if roles.keys() & {"whole", "rate"} else "100%"
    return Fault(
        at.quantity.span,
        (("name", relation.cue), ("computed", computed), ("stated", stated)),
        relation.formula,
        at.quantity.text,
        computed,
        members(relation),
    )


def _shown(value: Decimal | None, beside: Claim) -> str:
    """Show a computed value as the figure that it should have been."""
    if value is None:
        return ""
    if beside.quantity.kind in SHARES:
        return percent(value)
    return f"{show(value, magnitude((beside,)))}{beside.quantity.unit_text}"
