"""A report against those of other places: shared text with shared figures, foreign names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from reportparse.archive.comparisons import Clash, Exhibit, comparison, exhibit
from reportparse.archive.identity import Identity
from reportparse.archive.statements import Pages, Statement
from reportparse.findings import Confidence, Severity

#: A sentence that more places share is a formula of the office above them.
FORMULA: Final = 3
#: So many sentences with the same figures, which are so much of the shorter report.
SHARED: Final = 4
SHARE: Final = 0.5
#: Sentences shorter than this say too little of their own.
TELLING: Final = 12
#: Township names as text gives them: 石桥镇, 云岭乡, 城北街道
TOWNSHIP: Final = re.compile(r"[\u4e00-\u9fff]{1,6}(?:街道|镇|乡)")
#: Longest name of a township that is looked up.
LONGEST: Final = 8
#: Where another place is named rightly: visits, help, borders, origins.
GUESTS: Final = re.compile(
    r"帮扶|对口|考察|学习|交界|相邻|毗邻|邻近|协作|共建|结对|籍|赴|前往|调研|交流|联合|合并|划归|"
    r"撤并|至|到|往|途经|、"
)
#: Right behind a name, it is the subject: 石桥镇党委, 石桥镇共调解
SUBJECT: Final = re.compile(
    r"(?:党委|人民政府|政府|司法所|综治中心|全年|共|累计|认真|深入|积极|坚持)"
)


@comparison(
    "ARC103", Severity.WARNING, Confidence.HIGH,
    title="文字和数据与他处报告雷同",
    said=("{count}句连同其中的数据与{other}的报告（{report}）相同，占{share}%",
          "{count} sentences with their figures are those of {other} ({report}), {share} %"),
)  # fmt: skip
def text_is_of_another_place(pages: Pages) -> Iterator[Clash]:
    """Sentences with figures stand in another place's report too, beyond what all share."""
    reports = {one.doc: one for one in pages.reports if one.doc in pages.of}
    sentences = _own({doc: _masked(one, pages.of[doc]) for doc, one in reports.items()}, reports)
    for (one, other), shared in sorted(_sharing(sentences).items()):
        if reports[one].place == reports[other].place:
            continue
        shorter = min(len(sentences[one]), len(sentences[other]))
        if len(shared) >= SHARED and len(shared) >= SHARE * shorter:
            yield _copied(reports[one], reports[other], [sentences[one][key] for key in shared],
                          shorter)  # fmt: skip


@comparison(
    "ARC104", Severity.WARNING, Confidence.MEDIUM,
    title="残留外地地名",
    said=("以{name}为主语，而报告属于{place}", "speaks of {name} as its own, yet is of {place}"),
)  # fmt: skip
def foreign_name_is_left(pages: Pages) -> Iterator[Clash]:
    """Another place of the archive is the subject of a sentence."""
    names = {one.name for one in pages.reports if one.place}
    for report in (one for one in pages.reports if one.place):
        seen: set[str] = set()
        for said in pages.of.get(report.doc, ()):
            name = _foreign(said.sentence, report, names)
            if name and name not in seen:
                seen.add(name)
                values = (("name", name), ("place", report.name))
                yield Clash(report, values, (exhibit("sentence", said),))


#: In the order of their codes.
NEIGHBOURLY: Final = (text_is_of_another_place, foreign_name_is_left)


def _masked(report: Identity, said: tuple[Statement, ...]) -> dict[str, Statement]:
    """Return sentences with figures by their text, the place's own names masked."""
    own = [part for part in report.place.split("/") if part]
    own += [name[:-1] for name in own if len(name) > 2]
    found: dict[str, Statement] = {}
    for one in said:
        text = re.sub(r"\s", "", one.sentence)
        for name in sorted(own, key=len, reverse=True):
            text = text.replace(name, "□")
        if len(text) >= TELLING:
            found.setdefault(text, one)
    return found


def _own(
    sentences: dict[str, dict[str, Statement]], reports: dict[str, Identity]
) -> dict[str, dict[str, Statement]]:
    """Leave out the sentences that many places have: 法律顾问12名 says little by itself."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for doc, found in sentences.items():
        for sentence in found:
            places[sentence].add(reports[doc].place or doc)
    return {
        doc: {sentence: one for sentence, one in found.items() if len(places[sentence]) <= FORMULA}
        for doc, found in sentences.items()
    }


def _sharing(sentences: dict[str, dict[str, Statement]]) -> dict[tuple[str, str], list[str]]:
    """Return the sentences of each two reports that share some."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for doc, own in sentences.items():
        for sentence in own:
            holders[sentence].append(doc)
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for sentence, docs in holders.items():
        for pair in combinations(sorted(docs), 2):
            found[pair].append(sentence)
    return found


def _copied(one: Identity, other: Identity, shared: list[Statement], of: int) -> Clash:
    """Tell of a copy; the report of the later year, or the second by name, is the one at fault."""
    if (other.year or 0, other.report) < (one.year or 0, one.report):
        one, other = other, one
    values = (
        ("count", str(len(shared))),
        ("other", one.place or one.report),
        ("report", one.report),
        ("share", str(round(100 * len(shared) / of))),
    )
    exhibits: tuple[Exhibit, ...] = tuple(exhibit("sentence", said) for said in shared)
    return Clash(other, values, exhibits)


def _foreign(sentence: str, report: Identity, names: set[str]) -> str:
    """Return a foreign township that a sentence has as its subject."""
    for found in TOWNSHIP.finditer(sentence):
        name = next(
            (found[0][at:] for at in range(len(found[0]) - 2) if found[0][at:] in names), ""
        )
        if not name or name in report.place:
            continue
        behind, before = sentence[found.end() :], sentence[: found.end() - len(name)]
        if SUBJECT.match(behind) and not GUESTS.search(before[-LONGEST:]):
            return name
    return ""
