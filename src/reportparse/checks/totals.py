"""TOT: wholes and their parts, balances."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from reportparse.checks.workings import (
    addition,
    magnitude,
    members,
    nominal,
    show,
    slips,
)
from reportparse.findings import Confidence, Fault, Severity, check
from reportparse.relations import Balance, RatioOf, SumOf
from reportparse.relations.cues import any_of
from reportparse.relations.slips import slips_of
from reportparse.relations.sums import NEAR_UNITS, is_near
from reportparse.report import Report

#: Parts may share members: "同时持有两证的6人".
OVERLAP: Final = re.compile(any_of("overlap"))
#: Who enjoys one thing may enjoy another: "享受低保207户，享受危房改造236户".
ENTITLED: Final = re.compile(
    r"(享受|参加|参与|接受|获得|领取|加入|纳入)[^，、。；]{1,20}[，、；](?:[^，、。；]{0,4})\1"
)
#: How many characters before a sum may say that its parts overlap.
LEADING: Final = 12
#: Attributes of people, a family each; one person may have one of every family.
ATTRIBUTES: Final = tuple(
    re.compile(words)
    for words in (
        "党员|团员|群众身份",
        "[女男]|妇",
        "学历|大专|本科|研究生|硕士|博士|高中",
        "岁|青年|老年|年轻",
        "民族",
        "职称|高级|技师|持证",
        "退役|退伍|复员|转业",
        "残疾|低保|特困|留守|脱贫|困难",
        "代表|委员|村干部|负责人",
        "专职|兼职",
        "返乡|外出|务工",
    )
)
#: Shorter names stand in longer ones by chance.
SHORTEST_NAME: Final = 3
#: What is left of a whole: "其余5项".
LEFT: Final = re.compile("其余|余下|剩余")
#: Lists that are never complete, however near they come.
NEVER_COMPLETE: Final = re.compile("民族|汉族|地区|宗教")
#: A list of whole clauses may run on into something else; then it misses by more than this.
STRAY: Final = Decimal("0.2")
#: A miss by more than this share of the whole says little about an open list.
CLOSE: Final = Decimal("0.05")


@check(
    "TOT101",
    Severity.ERROR,
    title="分项之和大于总数",
    zh="各分项合计{added}，大于总数{whole}，多出{gap}",
    en="the parts add up to {added}, which is {gap} more than their whole, {whole}",
)
def parts_exceed_total(report: Report) -> Iterator[Fault]:
    """Parts of a total add up to more than it."""
    for relation in _failing(report):
        if _is_over(relation) and not _is_left(relation) and _is_bound(report, relation):
            yield _fault(relation)


@check(
    "TOT102",
    Severity.ERROR,
    title="穷尽分项不足总数",
    zh="文中列全的分项合计{added}，不足总数{whole}，少{gap}",
    en="the parts are said to be all, yet add up to {added}, {gap} short of their whole, {whole}",
)
def complete_parts_fall_short(report: Report) -> Iterator[Fault]:
    """Parts that the text calls complete add up to less than their total."""
    for relation in _failing(report):
        if relation.exhaustive and not _is_over(relation) and not _is_left(relation):
            yield _fault(relation)


@check(
    "TOT103",
    Severity.WARNING,
    title="分项差额极小",
    zh="各分项合计{added}，与总数{whole}只差{gap}，请核对",
    en="the parts add up to {added}, only {gap} off their whole, {whole}",
)
def parts_nearly_add_up(report: Report) -> Iterator[Fault]:
    """Parts miss their total by so little that a slip is likely."""
    for relation in _failing(report):
        over = _is_over(relation)
        told = _is_bound(report, relation) if over else relation.exhaustive
        if told or _is_left(relation) or not is_near(relation.whole, relation.gap):
            continue
        if not NEVER_COMPLETE.search(_sentence(report, relation)):
            yield _fault(relation, _near_confidence(relation))


@check(
    "TOT105",
    Severity.ERROR,
    title="单项大于总数",
    zh="分项{part}大于总数{whole}",
    en="a part, {part}, is greater than its whole, {whole}",
)
def part_exceeds_total(report: Report) -> Iterator[Fault]:
    """A single part is greater than its total."""
    for relation in report.relations:
        if isinstance(relation, SumOf) and relation.verdict == "fails":
            parts = relation.parts if len(relation.parts) == 1 else ()
        elif isinstance(relation, RatioOf) and relation.rate is None:
            parts = (relation.part,) if relation.verdict == "fails" else ()
        else:
            continue
        for part in parts:
            unit = magnitude((relation.whole, part))
            shown = {"part": nominal(part), "whole": nominal(relation.whole)}
            yield Fault(
                part.quantity.span,
                tuple((name, show(value, unit)) for name, value in shown.items()),
                f"{show(shown['part'], unit)} > {show(shown['whole'], unit)}",
                part.quantity.text,
                f"≤ {relation.whole.quantity.text}",
                members(relation),
            )


@check(
    "TOT106",
    Severity.ERROR,
    title="余额不符",
    zh="已列{added}与总数{whole}不符，相差{gap}",
    en="what was done and what is left add up to {added}, {gap} off the whole, {whole}",
)
def remainder_differs(report: Report) -> Iterator[Fault]:
    """What was done and what is said to be left do not make up the total."""
    for relation in _failing(report):
        if _is_left(relation):
            yield _fault(relation)


@check(
    "TOT107",
    Severity.ERROR,
    title="结转平衡不符",
    zh="上期结转与新增合计{left}，办结与结转下期合计{right}，两者不等",
    en="left over and new make {left}, done and left over make {right}",
)
def balance_differs(report: Report) -> Iterator[Fault]:
    """What was left over and came in is not what was done and is left over."""
    for relation in report.relations:
        if not isinstance(relation, Balance) or relation.verdict != "fails":
            continue
        figures = [claim for _, claim in relation.members]
        before, new, done, after = (nominal(claim) for claim in figures)
        left, right = show(before + new), show(done + after)
        yield Fault(
            relation.after.quantity.span,
            (("left", left), ("right", right)),
            f"{show(before)} + {show(new)} = {left} ≠ {right} = {show(done)} + {show(after)}",
            relation.after.quantity.text,
            show(before + new - done),
            members(relation),
            alternatives=slips(figures[2:], before + new - done - after),
        )


@check(
    "TOT190",
    Severity.NOTE,
    title="舍入内相符",
    zh="各分项合计{added}，与总数{whole}在舍入范围内相符",
    en="the parts add up to {added}; with rounding that agrees with the whole, {whole}",
)
def closes_by_rounding(report: Report) -> Iterator[Fault]:
    """Parts add up to their total only if rounding is allowed for."""
    for relation in report.relations:
        if isinstance(relation, SumOf) and relation.verdict in {"rounded", "truncated"}:
            yield _fault(relation)


def _failing(report: Report) -> Iterator[SumOf]:
    """Yield the sums of several parts that do not agree."""
    for relation in report.relations:
        if isinstance(relation, SumOf) and relation.verdict == "fails" and len(relation.parts) > 1:
            yield relation


def _is_over(relation: SumOf) -> bool:
    """Tell whether the parts exceed the whole."""
    return relation.gap.high is not None and relation.gap.high < 0


def _is_left(relation: SumOf) -> bool:
    return LEFT.search(relation.cue) is not None


def _is_bound(report: Report, relation: SumOf) -> bool:
    """Tell whether the words leave no doubt that all the parts are parts, and only once."""
    doubtful = any(doubt(relation) for doubt in _doubts(relation))
    words = _words(report, relation)
    if doubtful or OVERLAP.search(words) or ENTITLED.search(words):
        return False
    return _is_knit(relation)


def _doubts(relation: SumOf) -> Sequence[Callable[[SumOf], bool]]:
    """Return what may be doubted of a sum: complements hold no member twice."""
    complements = relation.exhaustive and len(relation.parts) == 2
    return DOUBTS[-1:] if complements else DOUBTS


def _is_knit(relation: SumOf) -> bool:
    """Tell whether a list is held together firmly enough, or misses by a slip."""
    if relation.whole.quantity.unit.endswith("次"):
        return relation.knit == "tight"
    if relation.knit == "loose":
        return _is_plain_slip(relation)
    if relation.knit == "comma" and not relation.exhaustive:
        return _is_slip(relation) or _is_plain_slip(relation)
    return True


def _is_slip(relation: SumOf) -> bool:
    """Tell whether parts told in clauses of their own exceed their whole by a slip."""
    whole, gap = nominal(relation.whole), relation.gap.low
    if nominal(relation.parts[0]) > whole:
        return bool(relation.cue)
    counted = relation.whole.quantity.kind == "count"
    little = gap is not None and -gap <= whole * STRAY
    return little and gap is not None and (counted or bool(_mended(relation, -gap)))


def _is_plain_slip(relation: SumOf) -> bool:
    """Tell whether one slip makes a list after 其中 add up that cannot be right as it stands.

    Of other clauses that run on behind a list hardly any differ from what would close it by a
    naught or by two digits swapped; a part above its whole may have any digit wrong.
    """
    over, whole = -(relation.gap.low or Decimal(0)), nominal(relation.whole)
    if not relation.cue or over <= 0:
        return False
    figures = [(relation.whole, whole + over)]
    figures += [(part, nominal(part) - over) for part in relation.parts]
    edits = {
        edit
        for claim, meant in figures
        for edit, value in slips_of(nominal(claim), claim.quantity.precision)
        if value == meant
    }
    above = any(nominal(part) > whole for part in relation.parts)
    return bool(edits if above else edits & {"swap", "magnitude"})


def _cuts_across(relation: SumOf) -> bool:
    """Tell parts named by different attributes: 党员38名、妇女12名 may be the same people."""
    telling = [family for family in ATTRIBUTES if not family.search(relation.whole.measure)]
    told = {family for part in relation.parts for family in telling if family.search(part.measure)}
    return len(told) > 1


def _nests(relation: SumOf) -> bool:
    """Tell parts of which one may hold another: 执业医师 and 执业（助理）医师."""
    names = sorted({part.measure for part in relation.parts}, key=len)
    return any(
        len(short) >= SHORTEST_NAME and _runs_through(short, long)
        for place, short in enumerate(names)
        for long in names[place + 1 :]
    )


def _runs_through(short: str, long: str) -> bool:
    """Tell whether the characters of one name stand in another in their order."""
    rest = iter(long)
    return all(character in rest for character in short)


def _is_no_whole(relation: SumOf) -> bool:
    """Tell a figure that is below one of its parts and that no cue calls their whole."""
    whole = nominal(relation.whole)
    return not relation.cue and any(nominal(part) > whole for part in relation.parts)


#: Why parts may share members, or a figure be no whole at all.
DOUBTS: Final = (_cuts_across, _nests, _is_no_whole)


def _near_confidence(relation: SumOf) -> Confidence:
    """Doubt a near miss that no slip explains, or of a small whole: of 12, 2 may go unnamed."""
    _, added = addition(relation.whole, relation.parts)
    whole = nominal(relation.whole)
    near = abs(whole - added) <= whole * CLOSE
    unit = relation.whole.quantity.precision
    slip = abs(whole - added) <= NEAR_UNITS * unit or _mended(relation, added - whole)
    return Confidence.MEDIUM if near and slip else Confidence.LOW


def _mended(relation: SumOf, over: Decimal) -> tuple[str, ...]:
    """Name the figures that one slip of the pen would make right."""
    return slips([relation.whole], over) + slips(relation.parts, -over)


def _words(report: Report, relation: SumOf) -> str:
    """Return the words from the whole to the last part, and those that lead to the first."""
    spans = [claim.quantity.span for _, claim in relation.members]
    first, text = min(span.start for span in spans), report.document.text
    lead = text[max(first - LEADING, 0) : first].split("。")[-1]
    return lead + text[first : max(span.end for span in spans)]


def _sentence(report: Report, relation: SumOf) -> str:
    """Return the words from the sentence of the whole to that of the last part."""
    spans = [claim.sentence for _, claim in relation.members]
    return report.document.text[
        min(span.start for span in spans) : max(span.end for span in spans)
    ]


def _fault(relation: SumOf, confidence: Confidence = Confidence.HIGH) -> Fault:
    """Write out a sum that does not agree."""
    working, added = addition(relation.whole, relation.parts)
    unit = magnitude((relation.whole, *relation.parts))
    whole = nominal(relation.whole)
    values = {"added": added, "whole": whole, "gap": abs(added - whole)}
    return Fault(
        relation.whole.quantity.span,
        tuple((name, show(value, unit)) for name, value in values.items()),
        working,
        relation.whole.quantity.text,
        show(added, unit),
        members(relation),
        confidence,
        _mended(relation, added - whole),
    )
