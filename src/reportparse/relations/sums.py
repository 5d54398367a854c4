"""Wholes and their parts: 其中, 分别为, 包括, 合计, brackets, complements.

Each rule reads one way of listing parts (`listings`) and proposes readings of the list, the
longest first. A reading that adds up is taken; only a list that its words tie to the whole is
ever said to fail. Without a cue a list is recorded when it adds up and else left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Final, Literal

from reportparse.claims import Claim
from reportparse.interval import Interval, total
from reportparse.relations.chains import Knit
from reportparse.relations.kernel import Verdict, added, judge, judge_sums, judge_within
from reportparse.relations.listings import find_listings
from reportparse.relations.mentions import Mention, Sentence, printed
from reportparse.relations.slips import explains, is_any_slip
from reportparse.relations.spots import Listing

#: Readings from which on a list is long.
MANY: Final = 4
#: A sum is nearly right when it misses by so much, whichever is more …
NEAR_UNITS: Final = Decimal(2)
NEAR_SHARE: Final = Decimal("0.02")
#: … but never by more than this share: of 6 cases 2 are no slip of the pen.
NEAR_LIMIT: Final = Decimal("0.05")
#: A list of whole clauses that exceeds its whole by more than this runs on into something else.
STRAY: Final = Decimal("0.2")


@dataclass(frozen=True, slots=True)
class SumOf:
    """A whole and parts of it."""

    whole: Claim
    parts: tuple[Claim, ...]
    #: "其中"; "" where only the figures tie the parts to the whole.
    cue: str
    verdict: Verdict
    #: Whether the words say that no part is missing.
    exhaustive: bool
    #: Whether the parts add up to the whole.
    closes: bool
    #: How firmly the words hold the list together.
    knit: Knit
    #: "69 = 28 + 20 + 21", or "120 ≥ 30" where parts may be missing.
    formula: str
    #: Values that the parts leave of the whole; below zero where they exceed it.
    gap: Interval
    #: Whether nothing but a slip that explains the misfit says that it is one.
    by_slip: bool = False

    kind: ClassVar[Literal["sum"]] = "sum"

    @property
    def members(self) -> tuple[tuple[str, Claim], ...]:
        """The whole and its parts, each with its role."""
        return (("whole", self.whole), *(("part", part) for part in self.parts))


def find_sums(text: Sequence[Sentence]) -> tuple[SumOf, ...]:
    """Return the sums of a text, each whole with one list of parts a rule."""
    found: dict[tuple[str, ...], SumOf] = {}
    known = _Known(set(), set(), [])
    for rivals in find_listings(text):
        chosen = _chosen(rivals)
        if not chosen or known.explains(chosen[0]):
            continue
        if chosen[0].cue or not known.covers(chosen[0]):
            found |= {_key(one): one for one in chosen if _key(one) not in found}
            known.add(chosen)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Known:
    """What the sums found so far relate."""

    wholes: set[str]
    related: set[str]
    #: The parts of each sum that adds up.
    lists: list[set[str]]

    def explains(self, relation: SumOf) -> bool:
        """Tell a list that is said to miss its whole, and makes up another one."""
        parts = {part.id for part in relation.parts}
        return relation.verdict == "fails" and parts in self.lists

    def covers(self, relation: SumOf) -> bool:
        """Tell whether a list without a cue tells nothing new.

        A whole is cut anew only into new parts, no list is the sum of its own items, and no cut
        is said to fail that holds figures which were explained before.
        """
        fails = relation.verdict == "fails"
        ids = {claim.id for _, claim in relation.members}
        if any(ids <= one for one in self.lists):
            return True
        told = ids if fails else ids - {relation.whole.id}
        return bool(self.related & told) and (fails or relation.whole.id in self.wholes)

    def add(self, cut: Sequence[SumOf]) -> None:
        """Keep what the cuts of one whole relate."""
        self.wholes.add(cut[0].whole.id)
        self.related.update(claim.id for one in cut for _, claim in one.members)
        self.lists.extend({part.id for part in one.parts} for one in cut if one.closes)


def _chosen(rivals: Sequence[Listing]) -> tuple[SumOf, ...]:
    """Settle rival listings: while one figure fits as the whole, no other fails as it."""
    settled = [one for listing in rivals if (one := settle(listing))]
    fitting = (one for one in settled if one[0].verdict != "fails")
    return next(fitting, min(settled, key=_strangeness, default=()))


def _strangeness(cut: tuple[SumOf, ...]) -> tuple[bool, bool, bool]:
    """Order cuts that fail: nearly reached or a slip away first, what a figure rose by last."""
    first = cut[0]
    return not is_near(first.whole, first.gap), not _is_slip_away(first), first.whole.change != ""


def _is_slip_away(one: SumOf) -> bool:
    """Tell whether one slip keeps a sum from adding up."""
    gap = one.gap.low
    return gap is not None and (explains([one.whole], -gap) or explains(one.parts, gap))


def _key(relation: SumOf) -> tuple[str, ...]:
    return tuple(sorted(claim.id for _, claim in relation.members))


def settle(listing: Listing) -> tuple[SumOf, ...]:
    """Choose the reading of a list that adds up, or what its words bind."""
    closing = _closing(listing)
    loosest = listing.readings[0]
    if closing:
        return closing
    if _is_explained(listing, loosest):
        return (_by_slip(listing, loosest),)
    if listing.told and is_near(listing.whole.claim, _gap(listing.whole, loosest)):
        return (_relation(listing, loosest, "fails", closes=False),)
    return _bound(listing) if listing.cue else ()


def _is_explained(listing: Listing, reading: Sequence[Mention]) -> bool:
    """Tell whether words hint at a sum, and a slip explains why it does not add up."""
    hinted = bool(listing.hint or listing.far) and len(reading) > 1
    return hinted and _has_slip(listing.whole, reading)


def _closing(listing: Listing) -> tuple[SumOf, ...]:
    """Relate the longest reading that adds up, and what is cut anew behind it."""
    for reading, verdict in _judged(listing):
        if verdict != "fails" and len(reading) > 1 and _is_bounded(listing.whole, reading):
            named = replace(listing, cue=listing.cue or listing.far)
            one = _relation(named, reading, verdict, closes=True)
            return (one, *_other_cuts(listing, reading))
    return ()


def _judged(listing: Listing) -> Iterator[tuple[tuple[Mention, ...], Verdict]]:
    """Yield readings and the verdicts on their sums; a long list is added up once."""
    whole, (longest, *shorter) = listing.whole.stated, listing.readings
    if len(shorter) < MANY or any(one != longest[: len(one)] for one in shorter):
        for reading in listing.readings:
            yield reading, judge(whole, [part.stated for part in reading], added)
        return
    verdicts = tuple(judge_sums(whole, [part.stated for part in longest]))
    for reading in listing.readings:
        yield reading, verdicts[len(reading) - 1] if len(reading) <= len(verdicts) else "fails"


def _by_slip(listing: Listing, reading: tuple[Mention, ...]) -> SumOf:
    """Relate a list that words hint at; where a slip explains the rest, no part is missing."""
    named = replace(listing, cue=listing.cue or listing.hint or listing.far, exhaustive=True)
    one = _relation(named, reading, "fails", closes=False)
    return replace(one, by_slip=not (listing.cue and listing.exhaustive))


def is_near(whole: Claim, gap: Interval) -> bool:
    """Tell whether parts miss their whole by so little that a slip is likely."""
    value = whole.quantity.value
    if value is None or gap.low is None or gap.high is None:
        return False
    allowed = min(max(NEAR_UNITS, abs(value) * NEAR_SHARE), abs(value) * NEAR_LIMIT)
    return -allowed <= gap.low and gap.high <= allowed


def _other_cuts(listing: Listing, taken: tuple[Mention, ...]) -> tuple[SumOf, ...]:
    """Relate further cuts of one whole: "自然人121件，法人17件；网络84件，信函54件"."""
    rest = listing.readings[0][len(taken) :]
    if len(rest) < 2 or listing.readings[0][: len(taken)] != taken:
        return ()
    sizes = [len(one) - len(taken) for one in listing.readings]
    ends = tuple(rest[:size] for size in sizes if size > 1)
    return settle(Listing(listing.whole, ends, listing.tight, listing.knit, ""))


def _has_slip(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Tell whether one slip of one figure keeps parts from adding up."""
    if any(one.stated.hedged for one in (whole, *parts)):
        return False
    over = sum((one.stated.value for one in parts), Decimal(0)) - whole.stated.value
    return explains([whole.claim], over) or explains([one.claim for one in parts], -over)


def _bound(listing: Listing) -> tuple[SumOf, ...]:
    """Relate a list that does not add up: there is a fault, or other parts are not named."""
    tight = listing.readings[0][: listing.tight]
    above = judge_within(listing.whole.stated, [part.stated for part in tight]) == "fails"
    wrong = _misfit(listing) or (tight if above or _is_complete(listing) else ())
    if wrong and not _runs_on(listing, wrong):
        return (_relation(listing, wrong, "fails", closes=False),)
    # Parts of an open list say nothing together that each does not say alone.
    alone = () if listing.joint else tight[:1] if above else tight
    return tuple(_singly(listing, part) for part in alone)


def _singly(listing: Listing, part: Mention) -> SumOf:
    """Relate one part of a list that does not name them all."""
    verdict = judge_within(listing.whole.stated, (part.stated,))
    return _relation(listing, (part,), verdict, closes=False)


def _is_complete(listing: Listing) -> bool:
    """Tell whether the words name all parts, and all of them are bounded."""
    tight = listing.readings[0][: listing.tight]
    return listing.exhaustive and len(tight) > 1 and _is_bounded(listing.whole, tight)


def _runs_on(listing: Listing, reading: Sequence[Mention]) -> bool:
    """Tell whether clauses behind a list are likelier of something else than of its whole."""
    if listing.knit == "tight" or _is_complete(listing) or _has_slip(listing.whole, reading):
        return False
    whole = listing.whole.stated.value
    over = -(_gap(listing.whole, reading).low or Decimal(0))
    if any(part.stated.value > whole for part in reading) and _has_any_slip(listing, reading):
        return False
    return reading[0].stated.value <= whole and over > whole * STRAY


def _has_any_slip(listing: Listing, reading: Sequence[Mention]) -> bool:
    """Tell whether a slip of any kind keeps parts from adding up."""
    over = sum((one.stated.value for one in reading), Decimal(0)) - listing.whole.stated.value
    parts = [one.claim for one in reading]
    return is_any_slip([listing.whole.claim], over) or is_any_slip(parts, -over)


def _misfit(listing: Listing) -> tuple[Mention, ...]:
    """Return the reading of a list that should add up to its whole though it does not.

    The tight list is told in one breath; the loose one may run on into something else.
    """
    loosest = listing.readings[0]
    tight, even = loosest[: listing.tight], loosest[: listing.even]
    near = (one for one in (tight, even, loosest) if _is_near_miss(listing, one))
    slip = (one for one in (even, loosest) if len(one) > len(tight) and _is_above(listing, one))
    return next(near, ()) or next(slip, ())


def _is_above(listing: Listing, reading: tuple[Mention, ...]) -> bool:
    """Tell whether a slip is why parts are more than their whole."""
    over = judge_within(listing.whole.stated, [part.stated for part in reading]) == "fails"
    return over and _has_slip(listing.whole, reading)


def _is_near_miss(listing: Listing, reading: tuple[Mention, ...]) -> bool:
    return len(reading) > 1 and is_near(listing.whole.claim, _gap(listing.whole, reading))


def _relation(
    listing: Listing, reading: tuple[Mention, ...], verdict: Verdict, *, closes: bool
) -> SumOf:
    """Make the record of one reading."""
    sign = "=" if closes else "≠" if verdict == "fails" else "≥"
    parts = " + ".join(printed(part) for part in reading)
    return SumOf(
        listing.whole.claim,
        tuple(part.claim for part in reading),
        listing.cue,
        verdict,
        listing.exhaustive,
        closes,
        listing.knit if len(reading) <= listing.tight else "loose",
        f"{printed(listing.whole)} {sign} {parts}",
        _gap(listing.whole, reading),
    )


def _gap(whole: Mention, parts: Sequence[Mention]) -> Interval:
    """Return whole minus parts."""
    return whole.stated.read("printed") - total(part.stated.read("printed") for part in parts)


def _is_bounded(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Tell whether no figure is open at an end: 不少于5个 adds up to anything."""
    hedges = (one.stated.hedged for one in (whole, *parts))
    return all(hedged is None or hedged.is_bounded for hedged in hedges)
