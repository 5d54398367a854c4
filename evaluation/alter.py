"""Alters one figure of a relation that holds, and asks what an audit makes of it.

Every relation that is recorded as holding is cut out with its lines, and each slip is made in it
once. What arithmetic can see is decided by the kernel alone; what the words tie together, so that
a misfit may be flagged at all, by the rule that a relation without a cue is only recorded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import reportparse as rp
from evaluation.operators import Slip, slips
from evaluation.ties import clause, tied, told_alike
from reportparse.findings import Finding
from reportparse.relations import RatioOf, Relation, Restates, SumOf
from reportparse.relations.bound import LIMITED
from reportparse.relations.kernel import Stated
from reportparse.relations.ratios import CARRIED
from reportparse.relations.rejudging import Judged, figures_of, rejudged, with_value
from reportparse.relations.structures import Identity
from reportparse.relations.sums import is_near
from reportparse.report import Report

FAMILIES = frozenset({"TOT", "RAT", "CHG", "RES", "EXP"})
LONGEST = 4000
#: Words that name all parts, whichever of them is lost.
DIVIDES = frozenset({"分别为", "分为", "分别是", "合计", "共计", "总计"})
#: What a finding says where nothing speaks for one repair before another.
EQUAL = "改法同样可能"
#: A heading numbered anew.
NUMBERING = "heading number"


@dataclass(frozen=True, slots=True)
class Altered:
    """One slip in one relation, and what came of it."""

    report: str
    kind: str
    operator: str
    role: str
    formula: str
    #: Whether the figures no longer agree, however they were rounded.
    contradicts: bool
    #: Whether the words tie the figures, so that a misfit may be flagged.
    tied: bool
    #: Whether an error or warning points at the altered figure.
    found: bool
    #: Whether a named repair gives the figure back, and whether it is named first.
    restored: bool
    first: bool
    text: str
    #: Whether the finding says that several repairs are equally likely.
    equal: bool = False

    @property
    def detectable(self) -> bool:
        """Whether a careful auditor is to see it."""
        return self.contradicts and self.tied


def alterations(paths: Sequence[Path]) -> Iterator[Altered]:
    """Yield what came of every slip in every relation of some reports."""
    for path in paths:
        report = rp.read(path)
        for relation in report.relations:
            if relation.verdict in {"holds", "rounded", "truncated"}:
                yield from _of_relation(path.stem, report, relation)
        yield from _of_numbers(path.stem, report)


def _of_relation(name: str, report: Report, relation: Relation) -> Iterator[Altered]:
    """Alter the figures of a relation inside its own lines."""
    if isinstance(relation, Identity) or len(relation.members) < 2:
        return
    excerpt = _excerpt(report, relation)
    twin = rp.parse(excerpt) if len(excerpt) <= LONGEST else None
    same = [one for one in twin.relations if _same(one, relation)] if twin else []
    if twin is None or not same or alarms(twin) or isinstance(same[0], Identity):
        return
    for slip in slips(same[0], excerpt):
        if slip.text != excerpt:
            yield _judged(name, excerpt, same[0], slip)


def _excerpt(report: Report, relation: Relation) -> str:
    """Return the lines in which the figures of a relation stand."""
    text = report.document.text
    spans = [claim.quantity.span for _, claim in relation.members]
    lines: list[str] = []
    for span in sorted(spans, key=lambda one: one.start):
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        line = text[start : end if end >= 0 else len(text)]
        if line not in lines:
            lines.append(line)
    return "\n".join(lines)


def _same(one: Relation, other: Relation) -> bool:
    return one.kind == other.kind and getattr(one, "formula", "") == getattr(other, "formula", "")


def alarms(report: Report) -> list[Finding]:
    """Return the errors and warnings that a reader is shown of relations."""
    shown = (one for one in report.findings if one.shown_to("default"))
    return [one for one in shown if one.code[:3] in FAMILIES]


def _judged(name: str, text: str, relation: Judged, slip: Slip) -> Altered:
    """Audit a text with a slip, and compare what is shown with what can be seen."""
    shown = [one for one in alarms(rp.parse(slip.text)) if points_at(one, slip)]
    printed = next(
        (claim.quantity for _, claim in relation.members if claim.id == slip.claim), None
    )
    right = "" if printed is None or printed.value is None else _digits(printed.value)
    named = named_repairs(shown)
    wrong = "" if slip.value is None else _digits(slip.value)
    return Altered(
        name,
        relation.kind,
        slip.operator,
        slip.role,
        relation.formula,
        _contradicts(relation, slip),
        _is_told_again(relation, slip, text)
        if isinstance(relation, Restates)
        else _ties(relation, slip),
        bool(shown),
        (wrong, right) in named,
        bool(named) and named[0] == (wrong, right),
        slip.text,
        bool(shown) and EQUAL in shown[0].message,
    )


def _digits(value: Decimal) -> str:
    """Return the digits of a value without magnitude: 1.2万 and 12000 are 12."""
    return f"{value:f}".replace(".", "").strip("0")


def named_repairs(shown: Sequence[Finding]) -> list[tuple[str, str]]:
    """Return the repairs that findings name, as digits before and after."""
    return [_repair(words) for one in shown for words in one.alternatives if " → " in words]


def _repair(words: str) -> tuple[str, str]:
    """Read a repair: "29 → 28"."""
    old, _, new = words.partition(" → ")
    keep = ("".join(sign for sign in part if sign.isdigit()).strip("0") for part in (old, new))
    return next(keep), next(keep)


def points_at(finding: Finding, slip: Slip) -> bool:
    """Tell whether a finding shows the altered place, itself or as evidence."""
    spans = [finding.span, *(one.span for one in finding.evidence)]
    return any(span.start < slip.end and slip.start < span.end for span in spans)


def _contradicts(relation: Judged, slip: Slip) -> bool:
    """Tell whether the figures of a relation cannot agree after a slip."""
    if slip.value is None:
        return True
    return rejudged(relation, _after(relation, slip)) == "fails"


def _after(relation: Judged, slip: Slip) -> dict[str, Stated]:
    figures = figures_of(relation)
    return figures if slip.value is None else with_value(figures, slip.claim, slip.value)


def _ties(relation: Judged, slip: Slip) -> bool:
    """Tell whether words tie the figures, as far as a misfit of this kind goes."""
    if isinstance(relation, RatioOf) and relation.rate is None:
        # 受理86件，审结93件: cases of an earlier year may be among what was done.
        return not CARRIED.search(relation.cue)
    if isinstance(relation, RatioOf) and LIMITED.search(relation.cue):
        # 按期办结率 and 综合利用率 are of less than all that was done.
        return False
    if not isinstance(relation, SumOf):
        return bool(relation.cue) and not getattr(relation, "comparable", False)
    if slip.operator == "part dropped":
        return relation.cue in DIVIDES
    if len(relation.parts) < 2:
        return relation.exhaustive
    figures = _after(relation, slip)
    whole = figures[relation.whole.id].value
    parts = sum((figures[part.id].value for part in relation.parts), Decimal(0))
    if slip.operator == "labels swapped" or parts > whole:
        return bool(relation.cue)
    gap = relation.gap.point(whole - parts)
    near = is_near(relation.whole, gap)
    return bool(relation.cue) and (relation.exhaustive or near)


def _is_told_again(relation: Restates, slip: Slip, text: str) -> bool:
    """Tell whether a figure is told twice in the same words, and a slip in it is beyond doubt."""
    spans = [claim.quantity.numeral for _, claim in relation.members]
    clauses = [clause(text, span.start, span.end) for span in spans]
    numeral = spans[0].of(text)
    return told_alike(*clauses) and tied([lead for lead, _ in clauses], slip.operator, numeral)


def _of_numbers(name: str, report: Report) -> Iterator[Altered]:
    """Number one heading of each list anew: its second goes on as the third, and so on."""
    text = report.document.text
    before = rp.audit(report, select=("NUM",), persona="default")
    # As with figures, the unchanged twin must be silent: in 一、二、四 there is a slip before.
    for section in report.sections if not before else ():
        mark = section.mark
        number = "一二三四五六七八九".find(mark[:1] if mark[:1] not in "（(" else mark[1:2])
        if section.kind not in {"h1", "h2"} or number < 1 or len(text) > 20 * LONGEST:
            continue
        new = mark.replace("一二三四五六七八九"[number], "一二三四五六七八九"[number - 1], 1)
        span = section.mark_span
        slipped = text[: span.start] + new + text[span.end :]
        found = rp.audit(rp.parse(slipped), select=("NUM",), persona="default")
        codes = {one.code for one in found}
        yield Altered(
            name, "number", NUMBERING, section.kind, mark, True, True, bool(codes), True, True, new
        )
