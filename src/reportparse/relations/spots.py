"""Lists of parts as the rules propose them, and the figures at which they look for lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportparse.relations.chains import Chain, Knit
from reportparse.relations.mentions import Mention, Sentence, alike, summable

#: Parts that make a near miss of a list without a cue more than chance.
MANY: Final = 3


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole and the figures that may be its parts, as one rule reads them."""

    whole: Mention
    #: Readings of the list, the longest first; never empty.
    readings: tuple[tuple[Mention, ...], ...]
    #: How many parts of the first reading form one unbroken list.
    tight: int
    knit: Knit
    #: The words that tie the parts to the whole; "" where a misfit proves nothing.
    cue: str
    exhaustive: bool = False
    #: Whether a near miss counts although no cue ties the parts to the whole.
    told: bool = False
    #: The words that tie the parts to the whole where one slip explains the misfit.
    hint: str = ""
    #: How many parts of the first reading are told in one shape: figure and growth each.
    even: int = 0
    #: Whether the parts say something together only: what was done and what is left.
    joint: bool = False
    #: The words that tie the parts to a whole so far away that they must add up to it.
    far: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure in its sentence, where a rule looks for a list."""

    text: Sequence[Sentence]
    place: int
    at: int
    #: The figures of the sentence.
    mentions: tuple[Mention, ...]

    @property
    def sentence(self) -> Sentence:
        """The sentence of the figure."""
        return self.text[self.place]

    @property
    def here(self) -> Mention:
        """The figure itself."""
        return self.mentions[self.at]

    @property
    def nearest(self) -> Mention | None:
        """The figure before it in the sentence."""
        return self.mentions[self.at - 1] if self.at else None

    @property
    def earlier(self) -> Iterator[Mention]:
        """The figures before it in the sentence, nearest first."""
        return reversed(self.mentions[: self.at])

    def before(self, sentences: int) -> Iterator[Mention]:
        """Yield the figures before it, nearest first, those of so many earlier sentences too."""
        yield from self.earlier
        for sentence in reversed(self.text[max(self.place - sentences, 0) : self.place]):
            yield from reversed(sentence.mentions)


#: Rival listings: several figures that may be the whole of one list, nearest first.
Rivals = tuple[Listing, ...]
Rule = Callable[[Spot], Iterator[Rivals]]


def listing_of(
    parts: Chain, whole: Mention, cue: str = "", *, exhaustive: bool = False
) -> Listing:
    """Make a listing of a chain as the parts of `whole`."""
    readings = tuple(parts.parts[:end] for end in parts.ends)
    readings += (parts.heads,) if parts.heads else ()
    return Listing(
        whole, readings, parts.tight, parts.knit, cue, exhaustive=exhaustive, even=parts.even
    )


def told_by(parts: Chain, whole: Mention) -> Listing:
    """Make a listing that words hint at, without tying the parts to the whole."""
    return replace(listing_of(parts, whole), told=len(parts.parts) >= MANY)


def may_divide(whole: Mention, first: Mention) -> bool:
    """Tell whether a figure may be the whole of the figure behind it."""
    return summable(whole) and alike(whole, first) and whole.depth <= first.depth
