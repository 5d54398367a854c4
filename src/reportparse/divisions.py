"""China's administrative divisions: provinces, prefectures and counties, by name and code.

The names of today and former ones (徐水县, since 2015 徐水区) are those of GB/T 2260.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

Level = Literal["national", "province", "prefecture", "county", "township", ""]

#: 苗族侗族自治州 of 黔东南苗族侗族自治州: short names leave the peoples out.
AUTONOMOUS: Final = re.compile(
    "(?:(?:[各壮回苗满侗瑶白黎傣畲藏]|布依|土家|哈尼|哈萨克|傈僳|佤|拉祜|水|东乡|纳西|景颇|"
    "柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|保安|裕固|"
    "独龙|鄂伦春|蒙古|维吾尔|朝鲜|彝)族?)+自治([州县旗])"
)
#: 河北 of 河北省, 平顶山 of 平顶山市, 内蒙古 of 内蒙古自治区
STEM: Final = re.compile(
    "(?:(?:维吾尔|回族|壮族)?自治区|特别行政区|省|市|地区|盟|州|县|区|旗|林区|矿区)\\Z"
)


#: Characters of the longest name, 双江拉祜族佤族布朗族傣族自治县.
LONGEST: Final = 15


@dataclass(frozen=True, slots=True)
class Division:
    """A place, with what it lies in."""

    #: Six digits after GB/T 2260, of the innermost unit that has one; "" if none is known.
    code: str
    #: ("河北省", "保定市", "徐水县"), as far as known.
    chain: tuple[str, ...]
    level: Level
    #: Code under which the place goes on today, if another: 徐水县 is 徐水区 since 2015.
    now: str = ""

    @property
    def name(self) -> str:
        """The name of the place itself."""
        return self.chain[-1] if self.chain else ""


def stem_of(name: str) -> str:
    """Return a name without what kind of division it is; names of one character keep it.

    >>> stem_of("平顶山市"), stem_of("黔东南苗族侗族自治州"), stem_of("蠡县")
    ('平顶山', '黔东南', '蠡县')
    """
    stem = STEM.sub("", short_of(name))
    return stem if len(stem) > 1 else name


def short_of(name: str) -> str:
    """Return the short name of an autonomous division, any other name as it is.

    >>> short_of("黔东南苗族侗族自治州"), short_of("鄂温克族自治旗")
    ('黔东南州', '鄂温克族自治旗')
    """
    found = AUTONOMOUS.search(name, 1)
    return f"{name[: found.start()]}{found[1]}" if found else name


def named(name: str) -> tuple[Division, ...]:
    """Return the divisions of a full or short name or a code, those of today first.

    >>> [one.chain for one in named("徐水县")]
    [('河北省', '保定市', '徐水县')]
    """
    return _by_name().get(name, ())


def longest(text: str, at: int = 0) -> str:
    """Return the longest name of a division that begins at an offset, "" if none does.

    >>> longest("新乡市新乡县七里营镇")
    '新乡市'
    """
    names = _by_name()
    ends = range(min(len(text), at + LONGEST), at + 1, -1)
    return next((text[at:end] for end in ends if text[at:end] in names), "")


@cache
def _by_name() -> dict[str, tuple[Division, ...]]:
    found: dict[str, list[Division]] = defaultdict(list)
    for division in _read():
        for name in {division.name, short_of(division.name), division.code}:
            found[name].append(division)
    return {name: tuple(divisions) for name, divisions in found.items()}


def _read() -> Iterator[Division]:
    """Read the data file: provinces, prefectures with counties, and former names."""
    text = files("reportparse").joinpath("data", "divisions.txt").read_text("utf-8")
    known: dict[str, Division] = {}
    province = ""
    for line in text.splitlines():
        code, _, rest = line.partition(" ")
        if len(code) == len("11"):
            province = rest
            known[code] = Division(f"{code}0000", (rest,), "province")
            yield known[code]
        elif len(code) == len("1101"):
            for division in _prefecture(code, rest.split(" "), province):
                known[division.code] = division
                yield division
        elif code != "#":
            yield _former(code, rest, known)


def _prefecture(code: str, names: list[str], province: str) -> Iterator[Division]:
    """Read a prefecture and its counties; "-" holds those right below the province."""
    chain = (province,) if names[0] == "-" else (province, names[0])
    if names[0] != "-":
        yield Division(f"{code}00", chain, "prefecture")
    for county in names[1:]:
        yield Division(f"{code}{county[:2]}", (*chain, county[2:]), "county")


def _former(code: str, rest: str, known: dict[str, Division]) -> Division:
    name, now = rest.split(" ")
    today = known[now]
    level: Level = "prefecture" if code.endswith("00") else "county"
    # 撤县设市 made some counties prefectures: what a former county lay in is the province.
    above = today.chain[:-1] if level == today.level else today.chain[:1]
    return Division(code, (*above, name), level, now)
