"""Lists of nouns with their figures: 收入、支出分别增长6%和7.5%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reportparse.clauses import RELATIVE, Setting
from reportparse.lexicon import load_words
from reportparse.phrases import read_before
from reportparse.trimming import cut_reference, noun_in, without_times

HEADS: Final = load_words("phrases.toml", "rate_head")
#: Words that answer one another, whatever stands behind them: 城镇, 农村.
COUNTERPARTS: Final = load_words("phrases.toml", "counterpart")
EACH: Final = re.compile("分别|依次")
#: What parts the members of a list; 和 in 和谐, 总和 and the like does not.
MEMBERS: Final = re.compile(
    r"、|以及|(?<![总缓饱温调])和(?![谐美田平解])|(?<![参给赠])与(?![会])|(?<![普涉以惠])及(?![格时])"
)
#: 第一、二、三产业: members that are ordinals share what stands behind the last.
ORDINAL: Final = re.compile(r"(第?)([一二三])(.*)")
#: What sums a list up: 纺织、化工「两大产业」.
SUM: Final = re.compile(r"等?[两三四五六七八九十\d][大个].{2,6}$")
#: No list is longer; where one seems to be, its full stops were lost.
LONGEST: Final = 80
#: One noun for town and country with a figure each.
TOWN_AND_COUNTRY: Final = ("城乡", ("城镇", "农村"))


def distribute(settings: Sequence[Setting]) -> dict[int, str | int]:
    """Return what a 分别 gives each figure, by the figure's index.

    That is a noun, or where the clause names none (达9亿元，…达5亿元，分别增长6%、7%) the
    index of the figure that it belongs to.
    """
    given: dict[int, str | int] = {}
    names: tuple[str, ...] = ()
    place = -1
    for index, setting in enumerate(settings):
        if setting.start != place:
            names, place = (), setting.start
        if EACH.search(setting.before) is None:
            given.update(_matched(settings, index))
            continue
        size = _run(settings, index)
        own = members(_subject(setting, size), size, _shared_noun(setting))
        names = own or names
        if len(names) == size:
            given.update(zip(range(index, index + size), names, strict=True))
        elif not own and size > 1:
            given.update(_back(settings, index, size))
    return given


def _matched(settings: Sequence[Setting], index: int) -> dict[int, str]:
    """Pair a list of nouns with a list of as many figures behind it: 党支部、网格9个、36个."""
    size = 1 if settings[index].listed else _run(settings, index)
    if size == 1:
        return {}
    noun = read_before(settings[index].before).noun
    pieces = [piece for piece in MEMBERS.split(noun) if piece]
    if len(pieces) != size:
        return {}
    return dict(zip(range(index, index + size), members(noun, size), strict=True))


def _back(settings: Sequence[Setting], index: int, size: int) -> dict[int, int]:
    """Pair a list of figures with as many absolute ones before it in the sentence."""
    before = [
        place
        for place in range(max(index - 3 * size, 0), index)
        if settings[place].start == settings[index].start
        and settings[place].quantity.kind not in RELATIVE
    ][-size:]
    if len(before) < size:
        return {}
    return dict(zip(range(index, index + size), before, strict=True))


def members(subject: str, size: int, noun: str = "") -> tuple[str, ...]:
    """Split the subject of 分别 into one noun for each of `size` figures; () if it does not go.

    >>> members("农业、工业增加值", 2)
    ('农业增加值', '工业增加值')
    >>> members("城乡居民收入", 2)
    ('城镇居民收入', '农村居民收入')
    """
    subject = SUM.sub("", subject)
    pieces = _pieces(subject, size)
    word, pair = TOWN_AND_COUNTRY
    if size == 2 and word in subject and len(pieces) != size:
        return subject.replace(word, pair[0], 1), subject.replace(word, pair[1], 1)
    if not subject:
        return ()
    if len(pieces) != size:
        return (subject,) * size
    return tuple(_completed(piece, pieces[-1]) + noun for piece in pieces)


def _pieces(subject: str, size: int) -> list[str]:
    """Split a list at every joint, at 、 alone, or at 、 and the last joint, as its size asks.

    So a joint may stand within a member: 音像和器材、体育用品「和」书报.
    """
    commas = [piece for piece in subject.split("、") if piece]
    pieces = [piece for piece in MEMBERS.split(subject) if piece]
    if len(pieces) == size or len(commas) in (0, size):
        return pieces if len(pieces) == size else commas
    joints = list(MEMBERS.finditer(commas[-1]))
    if joints:
        last = joints[-1]
        commas[-1:] = [commas[-1][: last.start()], commas[-1][last.end() :]]
    return commas


def _run(settings: Sequence[Setting], index: int) -> int:
    """Return how many figures in a row belong to one list, the first at `index`."""
    behind, last = index + 1, min(index + LONGEST, len(settings))
    while behind < last and settings[behind].listed:
        behind += 1
    return behind - index


def _subject(setting: Setting, size: int) -> str:
    """Return what stands before 分别 in the clause, else the subject of the clause before."""
    words = without_times(cut_reference(EACH.split(setting.before, 1)[0])[0])
    own = read_before(words) if words else None
    if own and own.governed and not _lists(words, own.noun, size):
        return own.noun
    return noun_in(words) if own and own.noun else ""


def _lists(words: str, noun: str, size: int) -> bool:
    """Tell whether the words list what is asked for and the noun has lost some of it.

    A verb may stand inside a member: 电力「供应」业、机械制造业.
    """
    return words.count("、") == size - 1 > noun.count("、")


def _shared_noun(setting: Setting) -> str:
    """Return the noun behind 分别 that all members share: 分别实现「产值」8亿元、2亿元."""
    read = read_before(EACH.split(setting.before, 1)[1])
    return read.noun if read.governed else ""


def _completed(piece: str, last: str) -> str:
    """Give a member the head that the last member states for all."""
    if piece is last or HEADS.back(piece):
        return piece
    ordinal, model = ORDINAL.fullmatch(piece), ORDINAL.fullmatch(last)
    if ordinal and model and not ordinal[3]:
        return f"第{ordinal[2]}{model[3]}"
    model_word = COUNTERPARTS.front(last)
    if model_word and COUNTERPARTS.front(piece) == piece:
        return piece + last[len(model_word) :]
    head = HEADS.back(last)
    return piece + head if head != last else piece
