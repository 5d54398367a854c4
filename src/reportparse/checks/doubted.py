"""RES: one name with two figures, where nothing says for certain that they are of one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportparse.checks.words import lead
from reportparse.claims import Claim
from reportparse.findings import Confidence, Fault, Severity, check, evidence
from reportparse.relations import Restates
from reportparse.relations.differences import LEVELS
from reportparse.relations.tellings import ALL_OF_IT, JUDGED, OF_ALL, days_of, named, owner_in
from reportparse.report import Report

#: Measures shorter than this name too much: 事故, 案件.
SPECIFIC: Final = 4
#: Figures of one name and time that may be two tellings of one; more are a column.
TWO: Final = 2


@check(
    "RES103",
    Severity.NOTE,
    title="同名指标数字不同",
    zh="“{measure}”一处为{first}，一处为{again}，请核对是否同一指标",
    en="“{measure}” is {first} in one place and {again} in another; see whether both are of one",
)
def name_with_two_figures(report: Report) -> Iterator[Fault]:
    """One measure of one time has two figures, at least one of which is said to be all of it."""
    related = {
        claim.id
        for one in report.relations
        if isinstance(one, Restates)
        for _, claim in one.members
    }
    for claims in _namesakes(report):
        if not related.isdisjoint(one.id for one in claims) or not _is_one(report, claims):
            continue
        first = claims[0]
        again = next(one for one in claims if one.quantity.value != first.quantity.value)
        texts = {"first": first.quantity.text, "again": again.quantity.text}
        yield Fault(
            again.quantity.span,
            (("measure", first.measure), *texts.items()),
            f"{texts['first']} ≠ {texts['again']}",
            texts["again"],
            texts["first"],
            (evidence("first", first), evidence("again", again)),
            Confidence.LOW,
        )


def _namesakes(report: Report) -> Iterator[list[Claim]]:
    """Yield the levels of one name, unit and time that have two values between them."""
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in report.claims:
        if len(claim.measure) >= SPECIFIC and _is_level(claim):
            groups.setdefault(_key(claim), []).append(claim)
    for claims in groups.values():
        if len(claims) > 1 and len({one.quantity.value for one in claims}) == TWO:
            yield claims


def _key(claim: Claim) -> tuple[str, ...]:
    quantity = claim.quantity
    name = named(claim.measure, claim.action)[0]
    return (name, quantity.unit, quantity.per, claim.basis, *days_of(claim))


def _is_level(claim: Claim) -> bool:
    """Tell an exact figure of all there is, as it was reached."""
    if claim.status != "actual" or claim.change or claim.scope in {"part", "each"}:
        return False
    return claim.quantity.hedge == "exact" and claim.quantity.kind in LEVELS


def _is_one(report: Report, claims: Sequence[Claim]) -> bool:
    """Tell whether a word says that one figure is all there is, and nothing sets them apart."""
    words = [lead(report, one) for one in claims]
    cued = any(ALL_OF_IT.search(one) or JUDGED.search(one) for one in words)
    lines = {one.sentence.start for one in claims}
    return cued and len(lines) > 1 and _is_undivided(claims, words)


def _is_undivided(claims: Sequence[Claim], words: Sequence[str]) -> bool:
    """Tell whether no owner, no two deeds and no two wholes are named."""
    apart = [_apart(one, said) for one, said in zip(claims, words, strict=True)]
    owners, deeds, wholes = (set(told) - {""} for told in zip(*apart, strict=True))
    return not owners and len(deeds) < TWO and len(wholes) < TWO


def _apart(claim: Claim, words: str) -> tuple[str, str, str]:
    """Return whose a figure is, what was done, and of which whole it is, as far as it is told."""
    name, deed = named(claim.measure, claim.action)
    whole = OF_ALL.search(words)
    return owner_in(claim, words, (name, deed)), deed, whole[1] or "" if whole else ""
