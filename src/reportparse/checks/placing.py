"""NUM: what stands in the sections: empty ones, lone items, references, required parts.

Sections are compared with their siblings, since each report has a manner of its own: an empty
section among empty ones is a list of titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from reportparse.checks.words import sentence_before, sentence_behind
from reportparse.findings import Confidence, Evidence, Fault, Severity, check
from reportparse.outline import Section
from reportparse.report import Report

#: Titles that are no sentence of their own.
PLAIN: Final = re.compile(r"[^。；：，!！?？0-9]{2,30}")
HEADINGS: Final = frozenset({"h1", "h2", "chapter"})
#: So many other sections of the list must have text before an empty one tells.
OTHERS: Final = 2
#: Prescribed forms: name, what their titles say, and the parts that they are to have.
PROFILES: Final = (
    (
        "法治政府建设年度报告",
        re.compile("法治政府建设.{0,20}报告"),
        (
            ("主要举措和成效", re.compile("举措|成效|情况|做法|回顾")),
            ("存在的不足和原因", re.compile("不足|问题|短板|困难")),
            ("第一责任人职责", re.compile("第一责任人|主要负责人|党政主要")),
            ("下一年度安排", re.compile("安排|打算|计划|下一步|思路")),
        ),
    ),
    (
        "政府信息公开工作年度报告",
        re.compile("政府信息公开.{0,8}年度?报告"),
        (
            ("总体情况", re.compile("总体情况|概述")),
            ("主动公开政府信息情况", re.compile("主动公开")),
            ("收到和处理政府信息公开申请情况", re.compile("申请")),
            ("行政复议、行政诉讼情况", re.compile("复议|诉讼")),
            ("存在的主要问题及改进情况", re.compile("问题|改进")),
            ("其他需要报告的事项", re.compile("其他需要|其他事项|其它")),
        ),
    ),
)
#: The first item of a list in running text.
FIRST: Final = re.compile("一是(?<=[，。；：:、\n]一是)")
#: "详见附件1", "见附表".
REFERENCE: Final = re.compile(
    r"[详]?见(?P<what>附件|附表|下表|附录)[0-9一二三四五六七八九十]{0,2}"
)


@check(
    "NUM109",
    Severity.NOTE,
    title="孤项",
    zh="只有“{mark}”，没有后续各项",
    en="“{mark}” is the only item of its list",
)
def item_alone(report: Report) -> Iterator[Fault]:
    """A list of items has a first item and no second."""
    text = report.view.text
    starts = [found.start() for found in FIRST.finditer(text)] if "一是" in text else []
    for at, following in pairwise([*starts, len(text)]):
        # "一是…，一是…" in one sentence is a figure of speech.
        sentence = sentence_before(text, at) + sentence_behind(text, at)
        if "二是" not in text[at:following] and sentence.count("一是") == 1:
            span = report.view.span(at, at + len("一是"))
            yield Fault(span, (("mark", "一是"),), evidence=(Evidence("mark", span, "一是"),))


@check(
    "NUM112",
    Severity.WARNING,
    title="空节",
    zh="“{mark}{title}”之下没有内容",
    en="there is nothing below “{mark}{title}”",
)
def section_empty(report: Report) -> Iterator[Fault]:
    """A section has a title and nothing below it, unlike the others of its list."""
    for sections in _siblings(report).values():
        lone = [one for one in sections if one.kind in HEADINGS and _is_empty(report, one)]
        if len(lone) == 1 and len(sections) > OTHERS and PLAIN.fullmatch(lone[0].title):
            values = (("mark", lone[0].mark), ("title", lone[0].title))
            seen = _seen(lone[0])
            yield Fault(lone[0].mark_span, values, evidence=seen, confidence=Confidence.MEDIUM)


@check(
    "NUM113",
    Severity.WARNING,
    title="引用无着落",
    zh="文中称“{words}”，而文后没有{what}",
    en="the text says “{words}”, and there is no {what}",
)
def reference_leads_nowhere(report: Report) -> Iterator[Fault]:
    """An annex or a table is referred to and does not follow."""
    text = report.view.text
    for found in REFERENCE.finditer(text) if "见附" in text or "见下" in text else ():
        if report.document.tables or text.count(found["what"], found.end()):
            continue
        span, words = report.view.span(*found.span()), found.group()
        seen = (Evidence("reference", span, words),)
        values = (("words", words), ("what", found["what"]))
        yield Fault(span, values, evidence=seen, confidence=Confidence.LOW)


@check(
    "NUM114",
    Severity.NOTE,
    title="必备部分缺失",
    zh="《{kind}》应有“{part}”一节",
    en="a {kind} is to have a part on “{part}”",
)
def required_part_missing(report: Report) -> Iterator[Fault]:
    """A report of a prescribed form lacks one of its parts."""
    title = report.heading.title
    if not title or len(report.sections) <= OTHERS:
        return
    titles = "\n".join(one.title for one in report.sections)
    for kind, told, parts in PROFILES:
        for part, words in parts if told.search(title) else ():
            if words.search(titles) is None:
                at = report.sections[0].mark_span
                yield Fault(at, (("kind", kind), ("part", part)), confidence=Confidence.LOW)


def _siblings(report: Report) -> dict[tuple[str | None, int], list[Section]]:
    """Return the sections below each parent."""
    groups: dict[tuple[str | None, int], list[Section]] = {}
    for section in report.sections:
        if section.kind != "item":
            groups.setdefault((section.parent, section.level), []).append(section)
    return groups


def _is_empty(report: Report, section: Section) -> bool:
    """Tell whether nothing stands between a title and the next section."""
    text = report.view.text
    title = report.view.at(section.title_span.end - 1) + 1
    begins = not text[text.rfind("\n", 0, section.at) + 1 : section.at].strip()
    return begins and text[title:].startswith("\n") and not text[title : section.end_at].strip()


def _seen(section: Section) -> tuple[Evidence, ...]:
    words = section.mark or section.title
    return (Evidence("mark", section.mark_span if section.mark else section.title_span, words),)
