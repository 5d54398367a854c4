"""Slips of the pen: the values that one slip may have made a figure from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from reportparse.claims import Claim

#: What the pen may have done. An edit that makes few values of a figure fits seldom by chance, so
#: it stands first.
Edit = Literal["one", "digit", "swap", "magnitude", "unit", "length"]
EDITS: Final[tuple[Edit, ...]] = ("swap", "magnitude", "unit", "one", "digit", "length")
#: What 万 is worth: 15元 for 15万元.
UNIT: Final = "0000"
#: Figures of more digits are amounts whose relations are rounded; too many values would fit.
LONGEST: Final = 9
#: Edits that make so few values of a figure that hardly one fits by chance.
PLAIN: Final = frozenset({"swap", "magnitude"})
#: Of so long a figure no other slip fits by chance either.
LONG: Final = 4


def explains(figures: Iterable[Claim], gap: Decimal) -> bool:
    """Tell whether one slip that hardly fits by chance makes a figure wrong by `gap`.

    `gap` is what must be added to a figure to put it right.
    """
    return any(_is_plain(one, gap) for one in figures)


def is_any_slip(figures: Iterable[Claim], gap: Decimal) -> bool:
    """Tell whether one slip of any kind makes a figure wrong by `gap`."""
    values = ((one.quantity.value, one.quantity.precision) for one in figures)
    told = ((value, place) for value, place in values if value is not None)
    return any(edits_between(value, value + gap, place) for value, place in told)


def _is_plain(claim: Claim, gap: Decimal) -> bool:
    value, place = claim.quantity.value, claim.quantity.precision
    if value is None or not place or claim.quantity.hedge != "exact":
        return False
    # Of 1800 nobody knows how many digits were counted, and how many rounded off.
    long = len(str(int(value / place)).rstrip("0")) >= LONG
    edits = edits_between(value, value + gap, place)
    return bool(edits) if long else not PLAIN.isdisjoint(edits)


def slips_of(
    value: Decimal, place: Decimal, edits: tuple[Edit, ...] = EDITS
) -> Iterator[tuple[Edit, Decimal]]:
    """Yield what one slip of the pen may have made a value from, the likeliest first."""
    if not place or value < 0:
        return
    for edit, number in _slips(str(int(value / place)), edits):
        meant = number * place
        if meant != value:
            yield edit, meant


def edits_between(written: Decimal, meant: Decimal, place: Decimal) -> tuple[Edit, ...]:
    """Return the slips that make one value of another, the likeliest first.

    >>> edits_between(Decimal(27), Decimal(72), Decimal(1))
    ('swap',)
    """
    if not place or min(written, meant) < 0 or written == meant:
        return ()
    digits, number = str(int(written / place)), int(meant / place)
    return _by_number(digits).get(number, ()) if number * place == meant else ()


@lru_cache(maxsize=1024)
def _by_number(digits: str) -> dict[int, tuple[Edit, ...]]:
    """Return the numbers that are one slip from a numeral, each with the slips."""
    found: dict[int, tuple[Edit, ...]] = {}
    for edit, number in _slips(digits):
        found[number] = (*found.get(number, ()), edit)
    return found


@lru_cache(maxsize=1024)
def _slips(digits: str, edits: tuple[Edit, ...] = EDITS) -> tuple[tuple[Edit, int], ...]:
    """Return the numbers that are one slip from a numeral, the likeliest slips first."""
    if len(digits) > LONGEST:
        return ()
    # No numeral begins with a naught, and nobody writes 0 for more than one digit.
    written = (one for one in _written(digits) if one[1][:1] != "0" or len(digits) == 1)
    return tuple((edit, int(text)) for edit, text in written if edit in edits)


def _written(digits: str) -> Iterator[tuple[Edit, str]]:
    """Yield the numerals that are one slip from another."""
    number = int(digits)
    yield from (("one", str(near)) for near in (number + 1, number - 1) if near >= 0)
    for place, written in enumerate(digits):
        others = (digit for digit in "0123456789" if digit != written)
        yield from (("digit", digits[:place] + one + digits[place + 1 :]) for one in others)
    for place in range(len(digits) - 1):
        pair = digits[place + 1] + digits[place]
        yield "swap", digits[:place] + pair + digits[place + 2 :]
    yield from _scaled(digits)
    for place in range(len(digits) if len(digits) > 1 else 0):
        yield "length", digits[:place] + digits[place + 1 :]


def _scaled(digits: str) -> Iterator[tuple[Edit, str]]:
    """Yield the numerals with naughts too many or too few."""
    scales: tuple[tuple[Edit, str], ...] = (("unit", UNIT), ("magnitude", "0"))
    for edit, naughts in scales:
        yield edit, digits + naughts
        if digits.endswith(naughts) and len(digits) > len(naughts):
            yield edit, digits[: -len(naughts)]
