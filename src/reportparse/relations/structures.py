"""What published indicators are to each other by definition (`data/structures.toml`).

Three industries make the gross product, births less deaths the natural growth, shares of one
whole 100 %. No cue word is needed: the indicators' own names tie the figures.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import ClassVar, Final

from reportparse.claims import Claim
from reportparse.relations.kernel import (
    HUNDRED,
    Stated,
    Verdict,
    Work,
    added,
    at_print,
    difference,
    judge,
    quotient,
    times,
)
from reportparse.relations.mentions import Mention, Sentence, printed, summable

#: What may stand before the name of an indicator: 全市, 石川市, 年末, 本级; 人均地区 is no place.
AHEAD: Final = (
    r"(?!人均|户均)(?:全年|年末|全部|全[国省市县区州旗镇乡]|[^\W\d]{2,5}[省市县区州旗镇]|"
    r"[我本][省市县区州旗镇]|实现|完成)*"
)
#: Behind a name where its share is told: 第一产业增加值占地区生产总值的比重
SHARE: Final = r"(?:增加值)?(?:占[^\d，。；]{2,16}?)?(?:的?比重|占比)?"
#: Words that tell a share from a growth.
SHARED: Final = re.compile("比重|占比|占")
#: How many sentences behind the whole its parts may be told.
REACH: Final = 2
#: A sum over several sentences that misses by more may be of other things.
STRAY: Final = Decimal("0.2")
#: 14.3:41.8:43.9
STRUCTURE: Final = re.compile(
    r"(\d{1,2}(?:\.\d+)?)[:：∶](\d{1,2}(?:\.\d+)?)[:：∶](\d{1,2}(?:\.\d+)?)"
)
STRUCTURE_NAME: Final = "三次产业结构"
INDUSTRIES: Final = re.compile(r"[三一二]次产业|产业结构|一二三产|三产结构")
#: 第一, 第二, 第三.
ORDINALS: Final = "一二三"
#: Figures of a structure in percent add up to about this; 3:4:3 is no such structure.
IN_PERCENT: Final = range(90, 111)
#: Characters before a structure in which the values that it is made of may be told.
WITHIN: Final = 400


@dataclass(frozen=True, slots=True)
class Identity:
    """Figures that agree by definition."""

    #: "自然增长率": what the definition is about.
    cue: str
    members: tuple[tuple[str, Claim], ...]
    verdict: Verdict
    #: "8.50‰ - 6.54‰ = 1.96‰".
    formula: str
    #: What the last member should be, as computed from the others.
    computed: Decimal | None

    kind: ClassVar[str] = "balance"


@dataclass(frozen=True, slots=True)
class _Definition:
    """Named terms, as patterns on measures."""

    name: str
    terms: tuple[re.Pattern[str], ...]


def find_identities(text: Sequence[Sentence], claims: Sequence[Claim]) -> tuple[Identity, ...]:
    """Return what the indicators of a text are to each other by definition."""
    found: list[Identity] = []
    for place, sentence in enumerate(text):
        found += _sums(text[place : place + REACH + 1])
        found += _differences(text[max(place - 1, 0) : place + 1])
        found += _hundreds(sentence)
        found += _in_order(text, place)
    for structure in _latest(claims):
        found += _structure(structure, text)
    return tuple(found)


@cache
def load_definitions() -> Mapping[str, tuple[_Definition, ...]]:
    """Return the definitions of the data file by form: sum, difference, hundred."""
    text = files("reportparse").joinpath("data/structures.toml").read_text(encoding="utf-8")
    return {
        form: tuple(_definition(form, entry) for entry in entries)
        for form, entries in tomllib.loads(text).items()
    }


def _definition(form: str, entry: Mapping[str, str | list[str]]) -> _Definition:
    names = entry["terms"] if "terms" in entry else [entry["whole"], *entry["parts"]]
    behind = SHARE if form == "hundred" else ""
    patterns = tuple(re.compile(f"{AHEAD}(?:{one}){behind}") for one in names)
    return _Definition(str(entry["name"]), patterns)


def _sums(window: Sequence[Sentence]) -> Iterator[Identity]:
    """Find a whole in the first sentence and all its parts in it or soon behind it."""
    levels = _levels(window)
    for definition in load_definitions()["sum"]:
        terms = _only(definition, levels)
        if terms and terms[0] in window[0].mentions and _is_one_time(terms):
            yield from _sum(definition.name, terms[0], terms[1:])


def _sum(name: str, whole: Mention, parts: Sequence[Mention]) -> Iterator[Identity]:
    """Judge a sum, unless it misses by so much that other things are told."""
    inputs = [one.stated for one in parts]
    verdict = judge(whole.stated, inputs, added)
    computed = at_print(inputs, added)
    stray = computed is None or abs(computed - whole.stated.value) > whole.stated.value * STRAY
    if verdict == "fails" and stray:
        return
    members = (("whole", whole.claim), *(("part", one.claim) for one in parts))
    formula = _formula(printed(whole), verdict, " + ".join(map(printed, parts)))
    yield Identity(name, members, verdict, formula, computed)


def _differences(window: Sequence[Sentence]) -> Iterator[Identity]:
    """Find three terms, the last one in the last sentence: first less second is third."""
    levels = _levels(window)
    for definition in load_definitions()["difference"]:
        terms = _only(definition, levels)
        if not terms or terms[-1] not in window[-1].mentions or not _is_one_time(terms):
            continue
        first, second, third = terms
        inputs = (first.stated, second.stated)
        verdict = judge(third.stated, inputs, difference)
        formula = _formula(printed(third), verdict, f"{printed(first)} - {printed(second)}")
        roles = (("whole", first.claim), ("part", second.claim), ("rest", third.claim))
        yield Identity(definition.name, roles, verdict, formula, at_print(inputs, difference))


def _hundreds(sentence: Sentence) -> Iterator[Identity]:
    """Find the shares of one whole in one sentence."""
    shares = [one for one in sentence.mentions if _is_share(one) and _is_defined(one)]
    for definition in load_definitions()["hundred"]:
        terms = _only(definition, shares)
        if terms and _is_one_time(terms):
            inputs = [one.stated for one in terms]
            verdict = judge(Stated(HUNDRED), inputs, added)
            formula = _formula("100%", verdict, " + ".join(map(printed, terms)))
            members = tuple(("part", one.claim) for one in terms)
            yield Identity(definition.name, members, verdict, formula, at_print(inputs, added))


def _latest(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the structures of industries; of two in a sentence the last is that of now."""
    ratios = [one for one in claims if one.quantity.kind == "ratio"]
    told = [one for one in ratios if INDUSTRIES.search(one.measure) and one.status == "actual"]
    return tuple({one.sentence: one for one in told}.values())


def _structure(structure: Claim, text: Sequence[Sentence]) -> Iterator[Identity]:
    """Judge a structure of three industries: 100 in all, each the share of its industry."""
    shares = _shares(structure.quantity.text)
    if not shares:
        return
    verdict = judge(Stated(HUNDRED), shares, added)
    if verdict == "fails":
        formula = _formula("100", verdict, " + ".join(f"{one.value:f}" for one in shares))
        members = (("part", structure),)
        yield Identity(STRUCTURE_NAME, members, verdict, formula, at_print(shares, added))
        return
    at = structure.quantity.at
    near = [one for one in text if at - WITHIN < one.end and one.start < at]
    # Close by, or where other figures stand between, over all that was told.
    for window in (near[-REACH - 1 :], near[: -REACH - 1] and near):
        told = tuple(_against_values(structure, shares, window))
        if told:
            yield from told
            return


def _shares(words: str) -> tuple[Stated, ...]:
    """Read the shares of a structure; empty where it is none, or not in percent."""
    match = STRUCTURE.search(words)
    figures = match.groups() if match else ()
    values = [Decimal(one) for one in figures]
    places = [Decimal(1).scaleb(-len(one.partition(".")[2])) for one in figures]
    if int(sum(values)) not in IN_PERCENT:
        return ()
    return tuple(Stated(*one) for one in zip(values, places, strict=True))


def _against_values(
    structure: Claim, shares: Sequence[Stated], window: Sequence[Sentence]
) -> Iterator[Identity]:
    """Hold each share against the values of its industry and of the whole."""
    terms = _only(load_definitions()["sum"][0], _levels(window))
    if not terms or not _is_one_time(terms) or not _is_same_time(terms[0].claim, structure):
        return
    yield from _held([(share, structure) for share in shares], terms)


def _in_order(text: Sequence[Sentence], place: int) -> Iterator[Identity]:
    """Read "三次产业占比分别为13.1%、38.7%和48.2%": the share of each industry in its order."""
    shares = [one for one in text[place].mentions if INDUSTRIES.match(one.claim.measure)]
    if len(shares) != len(ORDINALS) or not _is_share(shares[0]):
        return
    terms = _only(load_definitions()["sum"][0], _levels(text[max(place - REACH, 0) : place + 1]))
    if terms and _is_one_time(terms) and _are_percent(shares):
        yield from _held([(one.stated, one.claim) for one in shares], terms)


def _are_percent(shares: Sequence[Mention]) -> bool:
    kinds = {one.claim.quantity.kind for one in shares}
    return kinds == {"percent"} and not any(one.claim.change for one in shares)


def _held(shares: Sequence[tuple[Stated, Claim]], terms: Sequence[Mention]) -> Iterator[Identity]:
    """Hold the shares of three industries against the values of each and of the whole."""
    whole, *parts = terms
    work: Work = times(quotient, HUNDRED)
    is_fitted = sum(share.value for share, _ in shares) == HUNDRED
    for (share, claim), part in zip(shares, parts, strict=True):
        inputs = (part.stated, whole.stated)
        computed = at_print(inputs, work)
        verdict = judge(share, inputs, work)
        if verdict == "fails" and is_fitted and _is_next(share, computed):
            verdict = "rounded"
        formula = _formula(f"{share.value:f}%", verdict, f"{printed(part)} / {printed(whole)}")
        roles = (("whole", whole.claim), ("part", part.claim), ("rate", claim))
        yield Identity(STRUCTURE_NAME, roles, verdict, formula, computed)


def _is_next(share: Stated, computed: Decimal | None) -> bool:
    """Tell a share that was moved by its last digit so that all add up to 100: 9.1 for 9.01."""
    return computed is not None and abs(share.value - computed) < share.place


def _is_same_time(one: Claim, other: Claim) -> bool:
    """Tell claims of one period; one that is not told is that of the other."""
    if one.period is None or other.period is None:
        return True
    return (one.period.start, one.period.end) == (other.period.start, other.period.end)


def _only(definition: _Definition, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the one mention of each term; empty where one is missing or told twice."""
    if len(mentions) < len(definition.terms):
        return ()
    found = [_named(term, mentions) for term in definition.terms]
    return tuple(one[0] for one in found) if all(len(one) == 1 for one in found) else ()


def _named(term: re.Pattern[str], mentions: Sequence[Mention]) -> list[Mention]:
    return [one for one in mentions if term.fullmatch(one.claim.measure)]


def _levels(window: Sequence[Sentence]) -> list[Mention]:
    """Return the figures that a definition may tie: few are, so the others go first."""
    mentions = (one for sentence in window for one in sentence.mentions)
    return [one for one in mentions if _is_level(one) and _is_defined(one)]


def _is_defined(mention: Mention) -> bool:
    """Tell whether any definition has a term for what is measured."""
    return _has_term(mention.claim.measure)


@lru_cache(maxsize=8192)
def _has_term(measure: str) -> bool:
    every = (one for definitions in load_definitions().values() for one in definitions)
    return any(term.fullmatch(measure) for one in every for term in one.terms)


def _is_level(mention: Mention) -> bool:
    """Tell a figure that says how much there is, no share and no change."""
    claim = mention.claim
    return (summable(mention) or claim.quantity.kind == "permille") and not claim.change


def _is_share(mention: Mention) -> bool:
    """Tell a share by the words of its clause."""
    claim = mention.claim
    is_level = claim.quantity.kind == "percent" and not claim.change
    return is_level and SHARED.search(mention.clause) is not None


def _is_one_time(mentions: Sequence[Mention]) -> bool:
    """Tell figures of one time, one standing and one unit."""
    first = mentions[0]
    return all(
        one.measured_in == first.measured_in
        and one.claim.status == first.claim.status
        and _is_same_time(one.claim, first.claim)
        and not one.is_each
        for one in mentions
    )


def _formula(stated: str, verdict: Verdict, worked: str) -> str:
    """Write a definition with its figures: "1.96‰ = 8.50‰ - 6.54‰"."""
    return f"{stated} {'≠' if verdict == 'fails' else '='} {worked}"
