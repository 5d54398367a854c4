"""One slip, one finding: faults that one repair would mend are told together.

The finding that is kept says how many relations the figure breaks and what would mend them all;
the others lend it their arithmetic and their evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Final

from reportparse.checks.workings import magnitude, nominal, show
from reportparse.findings import Finding, Severity
from reportparse.relations.mending import Repair, repairs
from reportparse.report import Report

#: Families whose findings rest on relations between figures.
RELATED: Final = frozenset({"TOT", "RAT", "CHG", "RES"})
#: "增 → 降": the word of a change is wrong, and no figure.
TURNED: Final = re.compile("[增降] → [增降]")
#: So many repairs of one finding are named.
NAMED: Final = 3
#: … and of equally likely ones all up to so many.
MOST_NAMED: Final = 8


def merged(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with those of one slip made one, and the likeliest repair named."""
    left = dict(enumerate(findings))
    near = _by_figure(left)
    if not near:
        return tuple(left.values())
    known = repairs(report.relations)
    for repair in known:
        if len(repair.mends) > 1 and not repair.breaks:
            _join(left, near, repair)
    by_claim: dict[str, list[tuple[int, Repair]]] = {}
    for rank, repair in enumerate(known):
        by_claim.setdefault(repair.claim.id, []).append((rank, repair))
    return tuple(_with_repairs(one, by_claim) for one in left.values())


def _by_figure(findings: Mapping[int, Finding]) -> dict[str, list[int]]:
    """Return which of the findings on relations are about each figure."""
    near: dict[str, list[int]] = {}
    for place, one in findings.items():
        for name in _told(one) if _is_of_relation(one) else ():
            near.setdefault(name, []).append(place)
    return near


def _told(finding: Finding) -> set[str]:
    """Return the figures that a finding is about."""
    return {one.claim for one in finding.evidence if one.claim}


def _is_of_relation(finding: Finding) -> bool:
    """Tell whether a finding says that figures of a relation do not agree."""
    return finding.code[:3] in RELATED and finding.severity is not Severity.NOTE


def _join(left: dict[int, Finding], near: dict[str, list[int]], repair: Repair) -> None:
    """Make one finding of those that a repair mends; `near` are the findings of each figure."""
    name = repair.claim.id
    kin = [place for place in near.get(name, ()) if place in left and _mends(repair, left[place])]
    if len(kin) < 2:
        return
    first = min(kin, key=lambda place: (left[place].severity.rank, left[place].span.start))
    rest = [left.pop(place) for place in kin if place != first]
    left[first] = _joined(left[first], rest, repair)
    for other in _told(left[first]):
        near[other] = sorted({*near[other], first})


def _mends(repair: Repair, finding: Finding) -> bool:
    """Tell whether a repair mends what a finding is about."""
    told = _told(finding)
    if repair.claim.id not in told:
        return False
    mended = ({claim.id for _, claim in one.members} for one in repair.mends)
    return any(told <= members or members <= told for members in mended)


def _joined(first: Finding, rest: Sequence[Finding], repair: Repair) -> Finding:
    """Tell several findings of one slip as one."""
    count = len(rest) + 1
    old, new = _texts(repair)
    seen = {one.claim for one in first.evidence}
    more = tuple(
        dict.fromkeys(proof for one in rest for proof in one.evidence if proof.claim not in seen)
    )
    return replace(
        first,
        message=f"{first.message}；同一数字有{count}处不符，“{old}”改为“{new}”即都相符",
        message_en=f"{first.message_en}; {count} relations fail by one figure, "
        f"and all agree with {new} for {old}",
        working="; ".join([first.working, *(one.working for one in rest)]),
        evidence=(*first.evidence, *more),
    )


def _with_repairs(finding: Finding, known: Mapping[str, Sequence[tuple[int, Repair]]]) -> Finding:
    """Name the likeliest repairs of a finding, each figure once; `known` has their ranks."""
    if not _is_of_relation(finding):
        return finding
    mending = (
        (one for one in known.get(name, ()) if _mends(one[1], finding)) for name in _told(finding)
    )
    best = (next(of_figure, None) for of_figure in mending)
    ranked = [one for _, one in sorted(filter(None, best), key=itemgetter(0))]
    equal = sum(one.order == ranked[0].order for one in ranked)
    most = NAMED if equal < 2 else min(equal, MOST_NAMED)
    named = [" → ".join(_texts(one)) for one in ranked[:most]]
    return _with_alternatives(finding, named, equal)


def _with_alternatives(finding: Finding, named: Sequence[str], equal: int) -> Finding:
    """Put the repairs named in their order; `equal` of them are equally likely."""
    # A word turned into its contrary that makes all agree is likelier than a digit that does.
    # Of two levels alone a figure may be wrong as well, and the word is named last.
    sure = finding.code != "CHG103"
    turned = [one for one in finding.alternatives if sure and TURNED.fullmatch(one)]
    kept = (one for one in finding.alternatives if " → " not in one or not named)
    told = replace(finding, alternatives=tuple(dict.fromkeys([*turned, *named, *kept])))
    return _undecided(told) if equal > 1 and not turned else told


def _undecided(finding: Finding) -> Finding:
    """Say that several repairs are equally likely, so that nobody takes the first for the one."""
    return replace(
        finding,
        message=f"{finding.message}；所列改法同样可能，单凭文中数字无法取舍",
        message_en=f"{finding.message_en}; the repairs named are equally likely",
    )


def _texts(repair: Repair) -> tuple[str, str]:
    """Return a figure as printed, and as it would be printed after the repair."""
    unit = magnitude((repair.claim,))
    return show(nominal(repair.claim), unit), show(repair.value, unit)
