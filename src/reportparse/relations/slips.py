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
#: Of so long a figure no other digit fits by chance either.
LONG: Final = 4


def explains(figures: Iterable[Claim], gap: Decimal) -> bool:
    """Tell whether one slip that hardly fits by chance makes a figure wrong by `gap`.

    `gap` is what must be added to a figure to put it right.
    """
    return any(_is_plain(one, gap) for one in figures)


def is_any_slip(figures: Iterable[Claim], gap: Decimal) -> bool:
    """Tell whether one slip of any kind makes a figure wrong by `gap`."""
    values = ((one.quantity.value, one.quantity.precision) for one in figures)
    return any(
        meant == value + gap
        for value, place in values
        if value is not None
        for _, meant in slips_of(value, place)
    )


def _is_plain(claim: Claim, gap: Decimal) -> bool:
    value, place = claim.quantity.value, claim.quantity.precision
    if value is None or not place or claim.quantity.hedge != "exact":
        return False
    # Of 1800 nobody knows how many digits were counted, and how many rounded off.
    long = len(str(int(value / place)).rstrip("0")) >= LONG
    plain = PLAIN | {"digit"} if long else PLAIN
    return any(meant == value + gap and edit in plain for edit, meant in slips_of(value, place))


def slips_of(value: Decimal, place: Decimal) -> Iterator[tuple[Edit, Decimal]]:
    """Yield what one slip of the pen may have made a value from, the likeliest first."""
    if not place or value < 0:
        return
    digits = str(int(value / place))
    if len(digits) > LONGEST:
        return
    for edit, text in _written(digits):
        meant = Decimal(text) * place
        # No numeral begins with a naught, and nobody writes 0 for more than one digit.
        if meant != value and (text[:1] != "0" or len(digits) == 1):
            yield edit, meant


def edit_of(written: Decimal, meant: Decimal, place: Decimal) -> Edit | None:
    """Return the likeliest slip that makes one value of another; `None` if none does."""
    if not place or min(written, meant) < 0 or written == meant:
        return None
    digits, text = (str(int(value / place)) for value in (written, meant))
    fits = len(digits) <= LONGEST and Decimal(text) * place == meant
    return _edits(digits).get(text) if fits else None


@lru_cache(maxsize=1024)
def _edits(digits: str) -> dict[str, Edit]:
    """Return the numerals that are one slip from another, each with the likeliest slip."""
    found: dict[str, Edit] = {}
    for edit, text in _written(digits):
        found.setdefault(text, edit)
    return found


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
