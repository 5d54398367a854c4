"""EXP: how figures and signs are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportparse.findings import Evidence, Fault, Severity, check, evidence
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
    r"|(?<![0-9.])[0-9]+\.[0-9]+\.[0-9]+(?=[万亿元%％件个人户吨])"
)
#: What was to be filled in: "XX个", "20XX年", "____", "增长 %", "2023年 月 日".
BLANKS: Final = re.compile(
    r"(?<![A-Za-zＸ×0-9])(?:20)?[XxＸ×]{2,4}(?=[年月日个件次人%％万元户名场项起])"
    r"|_{3,}|[（(][ 　]{2,}[）)]"
    r"|[0-9]{4}年[ 　_]{1,8}月[ 　_]{1,8}日"
    r"|(?:增长|下降|达到|达|占|为)[ 　]{0,4}[%％]"
)
#: More blanks than this are a form.
FORM: Final = 8
#: What a conversion left behind: "\r\n" spelled out, "&nbsp;", "**23**", "????", "�".
RESIDUE: Final = re.compile(
    r"\\r\\n|\\n(?![a-z])|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|#[0-9]{2,5});|\*\*[^*\n]{1,12}\*\*"
    r"|\?{3,}|\ufffd+"
)
#: Paired signs; brackets of both widths are one kind, since reports mix them.
OPENERS: Final = {"《": "》", "“": "”", "（": "）", "(": "）"}
CLOSERS: Final = {"》": "》", "”": "”", "）": "）", ")": "）"}
#: Signs of a web page, not of its text: "》》更多".
ARROWS: Final = re.compile("》》+|《《+")
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
        if claim.quantity.kind == "multiple" and claim.change == "fall" and low and low >= 1:
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
    for found in MALFORMED.finditer(report.view.text):
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
    lines = report.view.text.split("\n")
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    lone = [_lone(line) for line in lines]
    for place, line in enumerate(lines):
        for at in lone[place]:
            if _goes_over(lines, lone, place, at):
                continue
            span = report.view.span(offsets[place] + at, offsets[place] + at + 1)
            seen = (Evidence("sign", span, line[max(at - 12, 0) : at + 12]),)
            yield Fault(span, (("sign", line[at]),), stated=line[at], evidence=seen)


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
    found = list(BLANKS.finditer(report.document.text))
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
    found = list(RESIDUE.finditer(text))
    for first in found[:1]:
        span = Span(*first.span())
        values = (("text", first.group()), ("count", str(len(found))))
        seen = (Evidence("residue", span, first.group()),)
        yield Fault(span, values, stated=first.group(), evidence=seen)


def _lone(line: str) -> list[int]:
    """Return the places of signs without counterpart in a paragraph."""
    opened: list[tuple[int, str]] = []
    lone: list[int] = []
    arrows = {place for found in ARROWS.finditer(line) for place in range(*found.span())}
    for at, sign in enumerate(line):
        if at in arrows:
            continue
        if sign in OPENERS:
            opened.append((at, OPENERS[sign]))
        elif sign in CLOSERS:
            if not any(wanted == CLOSERS[sign] for _, wanted in opened):
                if sign not in "）)" or NUMBERED.search(line[:at]) is None:
                    lone.append(at)
                continue
            while opened[-1][1] != CLOSERS[sign]:
                lone.append(opened.pop()[0])
            opened.pop()
    return sorted(lone + [at for at, _ in opened])


def _goes_over(lines: list[str], lone: list[list[int]], place: int, at: int) -> bool:
    """Tell whether a sign finds its counterpart in the paragraph before or behind it."""
    sign = lines[place][at]
    if sign in OPENERS:
        behind = place + 1 < len(lines) and lone[place + 1]
        return bool(behind) and any(
            CLOSERS.get(lines[place + 1][other]) == OPENERS[sign] for other in lone[place + 1]
        )
    return place > 0 and any(
        OPENERS.get(lines[place - 1][other]) == CLOSERS[sign] for other in lone[place - 1]
    )
