"""What one slip of the pen makes of a text: a figure altered, a part dropped, a word turned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportparse.claims import Claim
from reportparse.relations import ChangeFrom, Relation, SumOf

#: A numeral that an operator can work on: "198", "9.5", "1.2".
PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
#: Words of a change and their contraries.
TURNED = {"增长": "下降", "增加": "减少", "上升": "下降", "提高": "降低", "提升": "降低",
          "下降": "上升", "减少": "增加", "降低": "提高"}  # fmt: skip
TURN = re.compile("|".join(TURNED))


@dataclass(frozen=True, slots=True)
class Slip:
    """A text with one slip, and where it was made."""

    operator: str
    #: Role of the altered figure in its relation: whole, part, rate, now …
    role: str
    text: str
    #: Where the altered words stand in the new text.
    start: int
    end: int
    #: Id of the altered figure and its new value, where its value alone was changed.
    claim: str = ""
    value: Decimal | None = None


def slips(relation: Relation, text: str) -> Iterator[Slip]:
    """Yield the slips that each figure of a relation may have suffered."""
    for role, claim in relation.members:
        yield from _figure(role, claim, text)
    if isinstance(relation, SumOf) and len(relation.parts) > 2:
        yield from _dropped(relation, text)
        yield from _swapped(relation, text)
    if isinstance(relation, ChangeFrom):
        yield from _turned(relation, text)


def altered(numeral: str) -> Iterator[tuple[str, str]]:
    """Yield what slips make of a numeral.

    >>> list(altered("28"))[:3]
    [('+1', '29'), ('-1', '27'), ('one digit', '38')]
    """
    place = -int(Decimal(numeral).as_tuple().exponent)
    whole = int(numeral.replace(".", ""))
    for name, value in (("+1", whole + 1), ("-1", whole - 1)):
        if value > 0:
            yield name, _with_point(value, place)
    first = numeral[0]
    yield "one digit", (str(int(first) + 1) if first < "9" else "8") + numeral[1:]
    turned = _transposed(numeral)
    if turned is not None:
        yield "transposition", turned
    yield "×10", _with_point(whole * 10, place)
    if place or whole % 10 == 0:
        yield "÷10", _with_point(whole, place + 1) if place else str(whole // 10)


def _with_point(value: int, place: int) -> str:
    """Print a number with so many digits behind the point."""
    return f"{Decimal(value).scaleb(-place):f}"


def _transposed(numeral: str) -> str | None:
    """Swap the first two neighbouring digits that differ."""
    for at in range(len(numeral) - 1):
        one, other = numeral[at : at + 2]
        if one.isdigit() and other.isdigit() and one != other and not (at == 0 and other == "0"):
            return numeral[:at] + other + one + numeral[at + 2 :]
    return None


def _figure(role: str, claim: Claim, text: str) -> Iterator[Slip]:
    """Yield a figure's slips in its text."""
    quantity = claim.quantity
    start, end = quantity.numeral.start, quantity.numeral.end
    found = PLAIN.match(text, start, end)
    if found is None or quantity.hedge != "exact" or quantity.value is None:
        return
    scale = quantity.value / Decimal(found.group()) if Decimal(found.group()) else Decimal(1)
    for name, numeral in altered(found.group()):
        new = text[:start] + numeral + text[found.end() :]
        value = Decimal(numeral) * scale
        yield Slip(name, role, new, start, start + len(numeral), claim.id, value)
    unit = text.find("万元", start, quantity.span.end + 1)
    if unit >= 0:
        new = text[:unit] + text[unit + 1 :]
        value = quantity.value / 10000
        yield Slip("万元 → 元", role, new, start, unit + 1, claim.id, value)


def _dropped(relation: SumOf, text: str) -> Iterator[Slip]:
    """Yield the text without the last part of a list."""
    before, last = (part.quantity.span for part in relation.parts[-2:])
    new = text[: before.end] + text[last.end :]
    whole = relation.whole.quantity.span
    yield Slip("part dropped", "part", new, min(before.start, whole.start), before.end)


def _swapped(relation: SumOf, text: str) -> Iterator[Slip]:
    """Yield the text with the figures of the whole and of the first part changed over."""
    one, other = (claim.quantity.numeral for claim in (relation.whole, relation.parts[0]))
    first, second = sorted((one, other), key=lambda span: span.start)
    a, b = first.of(text), second.of(text)
    new = text[: first.start] + b + text[first.end : second.start] + a + text[second.end :]
    if a != b:
        yield Slip("labels swapped", "whole", new, first.start, second.end)


def _turned(relation: ChangeFrom, text: str) -> Iterator[Slip]:
    """Yield the text with the word of a change turned into its contrary."""
    spans = [claim.quantity.span for _, claim in relation.members]
    found = TURN.search(text, min(span.start for span in spans), max(span.end for span in spans))
    if found is not None:
        new = text[: found.start()] + TURNED[found.group()] + text[found.end() :]
        yield Slip("增 ↔ 降", "change", new, spans[0].start, max(span.end for span in spans))
