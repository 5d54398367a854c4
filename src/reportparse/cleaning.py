"""The view that rules read: what a reader sees, without what printing put in between.

Pieces of a paragraph joined, a line for each paragraph; emphasis marks and characters without
width dropped; full-width figures and half-width commas folded; blanks around figures dropped.
Every step either drops characters or replaces one by one, so that each keeps its place in the
document. Most reports need few of the steps, so each is asked for by a search before it is taken.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Final

from reportparse.document import Document
from reportparse.view import BREAK, View

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff〇"
#: What stands beside a figure with nothing to say between them: 共 20 · ） 30 · 20 ％
BESIDE: Final = f"{HAN}，。；：、（）《》“”‘’！？〔〕【】—%‰℃㎡"

#: **20**
EMPHASIS: Final = re.compile(r"\*\*+")
#: 法\u200b治
UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufe0f\ufeff]")
#: &nbsp; · <U+00A0>: blanks spelled out
SPELLED: Final = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#12288);|<U\+(?:00A0|3000)>")
#: ０ · Ａ · ％ · ． · － · a full-width blank · ⼀: what is replaced, one by one
FOREIGN: Final = re.compile(
    "[\t\xa0\u2000-\u200a\u202f\u2212\u2e80-\u2fdf\u3000\u31c0-\u31e3\uf900-\ufaff"
    "\ufe63\ufe6a\uff05\uff0b\uff0d-\uff0f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
)
#: ⺠ · ⼈
RADICAL: Final = re.compile("[\u2e80-\u2fdf]")
#: 1，753亿元: a comma typed full-width inside a figure, and the quick question for one
GROUPED: Final = re.compile(r"(?<![\d.，])\d{1,3}(?:，\d{3})+(?!\d|，\d)")
COMMA: Final = re.compile(r"，(?<=\d，)(?=\d{3})")
#: 件,其中 · 86.9%;二是 · 如下: · 4.5%.其中: typed half-width between words; not 28,583, 15:30, 一.
TYPED: Final = re.compile(
    rf"[,;:!?.](?<![一二三四五六七八九十].)"
    rf"(?:(?<=[{HAN}%‰”）)\]》].)(?:(?<!\.)|(?=[{HAN}“《\n]|\Z))|(?<=[,;:])(?=[{HAN}“《]))"
)
FULL_WIDTH: Final = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
#: 198¹²件 · 188件[³]， · 198①件: marks of notes; m² and 3×10⁴ are none
NOTED: Final = re.compile(
    rf"(?:(?<=[{HAN}\d%）”])(?<![×*xX]10)(?:[⁰¹²³⁴-⁹]{{1,3}}|[\[［〔][⁰¹²³⁴-⁹]{{1,3}}[\]］〕])"
    rf"|(?<=\d)[①-⑳])(?=[{HAN}，。；：、）])"
)
RAISED: Final = re.compile("[⁰¹²³⁴-⁹①-⑳]")
# The patterns below begin with the blank itself, which the engine finds fastest.
#: 共 20 万 · 2023 年 · 20 %, but not 20 30
LOOSE: Final = re.compile(rf" (?:(?<=[{BESIDE}] ) *(?=\d)|(?<=\d ) *(?=[{BESIDE}]))")
#: 米 易 县: between two ideographs
SPACED: Final = re.compile(rf" (?<=[{HAN}，。；：、] ) *(?=[{HAN}，。；：、])")
#: 20  30: more than one blank between digits
WIDE: Final = re.compile(r" (?<=\d  ) *(?=\d)")
#: nd: the end of "and" above, the beginning of "data" below
LATIN_WORDS: Final = re.compile("[A-Za-z]{2}")
#: One blank in so many characters: the text is spaced throughout.
THROUGHOUT: Final = 10

#: What the table of Unicode leaves in the old form that the mainland does not print.
MAINLAND: Final = {"戶": "户", "靑": "青", "黃": "黄"}


def clean(document: Document) -> View:
    """View the paragraphs of a document, one a line, ready for rules.

    >>> from reportparse.reading import document_of
    >>> clean(document_of("共**20** 万件，占９８.５％。")).text
    '共20万件，占98.5%。'
    """
    view = _paragraphs(document)
    if "**" in view.text:
        view = view.without(EMPHASIS)
    if UNSEEN.search(view.text):
        view = view.without(UNSEEN)
    if RAISED.search(view.text):
        view = view.without(NOTED)
    if "&" in view.text or "<U" in view.text:
        view = view.without(SPELLED)
    return _unspaced(_folded(view))


def _paragraphs(document: Document) -> View:
    """View paragraphs with their pieces joined."""
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = end = 0
    for paragraph in document.paragraphs:
        joint = BREAK if parts else ""
        for piece in paragraph.pieces:
            text = piece.of(document.text)
            if joint or _parts_words(parts, text):
                parts.append(joint or " ")
                starts.append(length)
                origins.append(end)
                length += 1
                joint = ""
            parts.append(text)
            starts.append(length)
            origins.append(piece.start)
            length += len(text)
            end = piece.end
    return View("".join(parts), *_runs(starts, origins))


def _parts_words(parts: list[str], text: str) -> bool:
    """Tell whether a break stood for the blank between two Latin words."""
    return bool(parts) and LATIN_WORDS.match(parts[-1][-1:] + text[:1]) is not None


def _runs(starts: list[int], origins: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Merge runs that go on where the one before ended."""
    firsts, places = [0], origins[:1] or [0]
    for start, origin in zip(starts[1:], origins[1:], strict=True):
        if origin - places[-1] != start - firsts[-1]:
            firsts.append(start)
            places.append(origin)
    return tuple(firsts), tuple(places)


def _folded(view: View) -> View:
    """Replace full-width figures, odd blanks and radicals, one character by one."""
    text = view.text
    for character in set(FOREIGN.findall(text)):
        text = text.replace(character, _fold(character))
    if COMMA.search(text):
        text = GROUPED.sub(lambda figure: figure[0].replace("，", ","), text)
    text = TYPED.sub(lambda mark: FULL_WIDTH[mark[0]], text)
    return View(text, view.starts, view.origins)


def without_radicals(text: str) -> str:
    """Return a text with the ideographs that its radicals stand for.

    >>> without_radicals("⺠族⼈数")
    '民族人数'
    """
    if not RADICAL.search(text):
        return text
    return "".join(_radicals().get(character, character) for character in text)


@cache
def _fold(character: str) -> str:
    """Return what stands for a character in the view."""
    if character.isspace():
        return " "
    if character in _radicals():
        return _radicals()[character]
    form = unicodedata.normalize("NFKC", character)
    return form if len(form) == 1 else character


@cache
def _radicals() -> dict[str, str]:
    """Read the ideographs that stand for radicals.

    Some programs write a radical for the ideograph that shares its picture (⼀ for 一).
    """
    path = files("reportparse").joinpath("data", "radicals.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = [pair for line in lines if not line.startswith("#") for pair in line.split()]
    return {pair[0]: MAINLAND.get(pair[1], pair[1]) for pair in pairs}


def _unspaced(view: View) -> View:
    """Drop the blanks that mean nothing."""
    blanks = view.text.count(" ")
    if not blanks:
        return view
    if blanks * THROUGHOUT > len(view.text):
        view = view.without(SPACED)
    if "  " in view.text:
        view = view.without(WIDE)
    return view.without(LOOSE)
