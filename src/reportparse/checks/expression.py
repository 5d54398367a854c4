"""EXP: how figures and signs are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Final

from reportparse.checks.words import lead
from reportparse.findings import Evidence, Fault, Severity, check, evidence
from reportparse.relations.cues import any_of
from reportparse.report import Report
from reportparse.span import Span

#: A figure that is not round with 余 or 多 behind: "18余", "四十五多"; not 20余, 1.2万余.
NOT_ROUND: Final = re.compile(r"(?:[1-9]|[一二三四五六七八九])(?:余|多)(?![一-鿿]*第)")
#: A hedge before a figure and another behind it.
BEFORE: Final = re.compile(r"(?:约|近|大约|将近|超过?|突破|逾|至少|不少于|不低于|最多|不超过)$")
#: The hedges that a quantity holds itself.
HEDGES: Final = re.compile(
    r"^(?:大约|约|将近|近|超过|超|突破|逾|至少|不少于|不低于|最多|不超过)"
    r"[^约近超]*?(?:余|多|左右|上下|以上|以下|以内)"
)
#: Numbers that no one writes: "1。.06", "3..5", "，.52", "1.2.3亿元".
MALFORMED: Final = re.compile(
    r"[0-9]+(?:[。，]\.|\.\.(?!\.))[0-9]+"
    r"|(?<![0-9.A-Za-z])\.[0-9]+(?=[%％万亿元个件])"
    r"|(?<![0-9.])[0-9]+\.[0-9]+\.[0-9]+(?=[万亿]?元|[%％亩]|公里|平方)"
)
POINT: Final = re.compile(r"\.")
#: "下降了", "减少近": right before a multiple.
FALLEN: Final = re.compile(any_of("fall") + "(?:了|将?近|约|幅度?为?)?$")
#: What was to be filled in, each with what any such blank holds, so that few texts are scanned.
BLANKS: Final = (
    # "XX个", "20XX年"
    (
        ("XX", "xx", "ＸＸ", "××"),
        re.compile(
            r"(?<![A-Za-zＸ×0-9])(?:20)?[XxＸ×]{2,4}(?=[年月日个件次%％万元户名场项]|人(?!民)|起(?!诉))"
        ),
    ),
    # "____"
    (("___",), re.compile("_{3,}")),
    # "（  ）"
    (("（ ", "( ", "（　"), re.compile(r"[（(][ 　]{2,}[）)]")),
    # "2031年  月  日"
    (("年 ", "年　", "年_"), re.compile(r"[0-9]{4}年[ 　_]{1,8}月[ 　_]{1,8}日")),
    # "增长 %，"
    (("%", "％"), re.compile(r"[增下达占为][长降到]?[ 　]{0,4}[%％](?=[，。；、])")),
)
#: More blanks than this are a form.
FORM: Final = 8
#: What a conversion left behind: "\r\n" spelled out, "&nbsp;", "**23**", "????", "�".
RESIDUE: Final = re.compile(
    r"\\r\\n|\\n(?![a-z])|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|#[0-9]{2,5});|\*\*[^*\n]{1,12}\*\*"
    r"|\?{3,}|\ufffd+"
)
#: Signs of which any such residue has one.
LEFT_BEHIND: Final = ("\\", "&", "**", "???", "\ufffd")
#: Paired signs; brackets of both widths are one kind, since reports mix them.
OPENERS: Final = {"《": "》", "“": "”", "（": "）", "(": "）"}
CLOSERS: Final = {"》": "》", "”": "”", "）": "）", ")": "）"}
#: The same with the ends of paragraphs.
SIGN: Final = re.compile(r"[《》“”（）()\n]")
#: Two that nothing but such pairs stands between, and how deep pairs stand in each other.
PAIR: Final = re.compile("《》|“”|[（(][）)]")
DEEPEST: Final = 3
#: Every such sign, and arrows of a web page ("》》更多").
SIGNS: Final = re.compile(r"[《》“”（）()](?:(?<=》)》+|(?<=《)《+)?")
#: A closing bracket behind a number is a mark: "1）", "一)".
NUMBERED: Final = re.compile(r"(?:^|[。；：，、\s])[0-9一二三四五六七八九十]{1,3}$")


@check(
    "EXP101",
    Severity.NOTE,
    title="概数词误用",
    zh="“{text}”：{number}不是整数，不宜用“{word}”",
    en="“{text}”: {number} is not a round number, so “{word}” does not fit it",
)
def excess_of_unround_figure(report: Report) -> Iterator[Fault]:
    """Words for an excess stand behind a figure that is not round."""
    for claim in report.claims:
        quantity = claim.quantity
        found = NOT_ROUND.search(quantity.text.replace(" ", ""))
        if found is None or quantity.hedge != "more" or quantity.kind == "duration":
            continue
        word = found.group()[-1]
        values = (("text", quantity.text), ("number", quantity.num_text), ("word", word))
        seen = (evidence("figure", claim),)
        yield Fault(quantity.span, values, stated=quantity.text, evidence=seen)


@check(
    "EXP102",
    Severity.NOTE,
    title="概数重复",
    zh="“{text}”用了两个概数词",
    en="“{text}” is hedged twice",
)
def hedged_twice(report: Report) -> Iterator[Fault]:
    """A figure has a hedge before it and another behind it."""
    text = report.view.text
    for claim in report.claims:
        quantity = claim.quantity
        before = BEFORE.search(text[max(quantity.at - 4, 0) : quantity.at])
        around = (before.group() if before else "") + text[quantity.at : quantity.end + 2]
        found = HEDGES.search(around)
        if found is None or quantity.hedge == "range":
            continue
        start = quantity.at - (len(before.group()) if before else 0)
        end = max(start + found.end(), quantity.end)
        words = text[start:end]
        seen = (evidence("figure", claim),)
        span = report.view.span(start, end)
        yield Fault(span, (("text", words),), stated=words, evidence=seen)


@check(
    "EXP104",
    Severity.WARNING,
    title="下降用倍",
    zh="“{text}”：减少不能用倍数表示",
    en="“{text}”: nothing can fall by a multiple of itself",
)
def fall_by_multiples(report: Report) -> Iterator[Fault]:
    """A fall is stated in multiples."""
    for claim in report.claims:
        low = claim.quantity.interval.low
        if claim.quantity.kind != "multiple" or not low or low < 1:
            continue
        if claim.change == "fall" or FALLEN.search(lead(report, claim)):
            text = claim.quantity.text
            seen = (evidence("change", claim),)
            yield Fault(claim.quantity.span, (("text", text),), stated=text, evidence=seen)


@check(
    "EXP107",
    Severity.ERROR,
    title="数字残缺",
    zh="“{text}”不是完整的数字",
    en="“{text}” is no number",
)
def number_malformed(report: Report) -> Iterator[Fault]:
    """A number is written as none can be."""
    text = report.view.text
    places = (found.start() for found in POINT.finditer(text))
    hits = (MALFORMED.search(text, max(at - 9, 0), at + 12) for at in places)
    for found in {hit.start(): hit for hit in hits if hit}.values():
        span, words = report.view.span(found.start(), found.end()), found.group()
        seen = (Evidence("number", span, words),)
        yield Fault(span, (("text", words),), stated=words, evidence=seen)


@check(
    "EXP111",
    Severity.WARNING,
    title="标点不配对",
    zh="“{sign}”没有与之配对的符号",
    en="“{sign}” has no counterpart",
)
def sign_without_counterpart(report: Report) -> Iterator[Fault]:
    """A bracket, quotation mark or title mark has no counterpart in its paragraph."""
    text = report.view.text
    lone = _lone(text)
    for place, at in enumerate(lone):
        around = lone[max(place - 1, 0) : place] + lone[place + 1 : place + 2]
        if any(_meets(text, at, other) for other in around) or _met_in_clutter(report, at):
            continue
        span = report.view.span(at, at + 1)
        seen = (Evidence("sign", span, text[at]),)
        yield Fault(span, (("sign", text[at]),), stated=text[at], evidence=seen)


@check(
    "EXP115",
    Severity.ERROR,
    title="占位未填",
    zh="“{text}”处没有填写",
    en="“{text}” was never filled in",
)
def blank_left(report: Report) -> Iterator[Fault]:
    """A place that was to be filled in is still blank."""
    # The view drops spaces, and with them blanks to be filled in.
    text = report.document.text
    found = [
        blank
        for signs, pattern in BLANKS
        if any(sign in text for sign in signs)
        for blank in pattern.finditer(text)
    ]
    # Many blanks make a form, not a report with an oversight.
    for blank in found if len(found) <= FORM else ():
        span, words = Span(*blank.span()), blank.group()
        seen = (Evidence("blank", span, words),)
        yield Fault(span, (("text", words),), stated=words, evidence=seen)


@check(
    "EXP116",
    Severity.NOTE,
    title="转换残留",
    zh="“{text}”是转换时留下的（共{count}处）",
    en="“{text}” was left behind by a conversion ({count} such places)",
)
def conversion_left_residue(report: Report) -> Iterator[Fault]:
    """Signs of another format stand in the text."""
    text = report.document.text
    found = list(RESIDUE.finditer(text)) if any(sign in text for sign in LEFT_BEHIND) else []
    for first in found[:1]:
        span = Span(*first.span())
        values = (("text", first.group()), ("count", str(len(found))))
        seen = (Evidence("residue", span, first.group()),)
        yield Fault(span, values, stated=first.group(), evidence=seen)


def _lone(text: str) -> list[int]:
    """Return the places of signs that have no counterpart in their paragraph."""
    signs = "".join(SIGN.findall(text))
    for _ in range(DEEPEST):
        signs = PAIR.sub("", signs)
    left = signs.split("\n")
    if not any(left):
        return []
    ends = accumulate(len(line) + 1 for line in text.split("\n"))
    lines = pairwise((0, *ends))
    odd = (line for line, some in zip(lines, left, strict=True) if some)
    return [at for start, end in odd for at in _lone_between(text, start, end)]


def _lone_between(text: str, start: int, end: int) -> list[int]:
    """Return the places of the lone signs of one paragraph."""
    opened: list[tuple[int, str]] = []
    lone: list[int] = []
    for found in SIGNS.finditer(text, start, end):
        sign, at = found.group(), found.start()
        if sign in OPENERS:
            opened.append((at, OPENERS[sign]))
        elif len(sign) == 1:
            lone += _closed(text, at, opened)
        elif sign[0] in CLOSERS and len(opened) >= len(sign):
            # No arrow but the ends of a title within a title: 《关于《某办法》》.
            del opened[-len(sign) :]
    return sorted([*lone, *(place for place, _ in opened)])


def _closed(text: str, at: int, opened: list[tuple[int, str]]) -> list[int]:
    """Close what a sign closes; return the signs that are found to be alone."""
    closer = CLOSERS[text[at]]
    lone: list[int] = []
    if all(wanted != closer for _, wanted in opened):
        before = text[text.rfind("\n", 0, at) + 1 : at][-5:]
        return [] if closer == "）" and NUMBERED.search(before) else [at]
    while opened[-1][1] != closer:
        lone.append(opened.pop()[0])
    opened.pop()
    return lone


def _met_in_clutter(report: Report, at: int) -> bool:
    """Tell whether the counterpart stands in what the view leaves out beside a sign.

    Of "（责任编辑：某某" and "）" on the next line the first is furniture and the second is not.
    """
    text, view = report.document.text, report.view
    here = view.span(at, at + 1)
    if view.text[at] in OPENERS:
        until = view.span(at + 1, at + 2).start if at + 1 < len(view.text) else len(text)
        return any(sign in CLOSERS for sign in text[here.end : until])
    since = view.span(at - 1, at).end if at else 0
    return any(sign in OPENERS for sign in text[since : here.start])


def _meets(text: str, one: int, other: int) -> bool:
    """Tell whether two lone signs in neighbouring paragraphs belong together."""
    first, second = sorted((one, other))
    pair = OPENERS.get(text[first]) == CLOSERS.get(text[second], "")
    return pair and text.count("\n", first, second) == 1
