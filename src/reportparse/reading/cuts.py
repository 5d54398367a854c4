"""Breaks between two lines, and what the words beside one say: small rules, asked in order.

In most texts a line is a paragraph, and only the ends of printed pages cut one in two. Where no
rule answers the lines stay apart: a paragraph left in two at the end of a sentence costs
nothing, one glued to a heading does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from reportparse import segment
from reportparse.reading.wrapping import MARK, Row, Style, kind_of, stopped

Verdict = Literal["join", "split"]
JOIN: Final = "join"
SPLIT: Final = "split"

#: A heading is not longer than this.
HEADING: Final = 60
#: How far an opened bracket reaches over a break.
REACH: Final = 60

#: ，… · ％… · ？…: cannot begin a paragraph
NON_INITIAL: Final = "，。；：、！？％…,;:!?%"
#: ）… · 》…: cannot either, unless it is an ornament
CLOSERS: Final = "）》”’】〕」』)]}"
#: （三） · 一、 · 2．: a mark and nothing else
BARE_MARK: Final = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,4}[）)、．.]|[（(]?[0-9]{1,2}[）)、．.])$"
)
#: 一是 · 二要 · 首先， · 其次，
ITEM: Final = re.compile(r"[一二三四五六七八九十]{1,2}[是要](?![否非])|(?:首先|其次|再次|最后)，")
#: 完成. · ......: a full stop that the writer did not switch to Chinese, not the point of 12.5
POINT: Final = re.compile(r"(?<![0-9０-９])[.．]$")
#: …（牵头单位：民政局）
NOTE_ENDS: Final = re.compile(r"[（(][^（()）]{2,40}[：:][^（()）]{1,60}[）)]$")
#: 2023年12月1日 · 二〇二三年十二月一日
DATE: Final = re.compile(r"[0-9〇○零一二三四五六七八九]{4}年[^年，。]{1,4}月[^月，。]{1,4}日$")
#: 云岭县人民政府 · 柳溪镇综合治理办公室: who signs
SIGNER: Final = re.compile(
    r"[\u4e00-\u9fff（） ]{2,30}(?:府|会|室|局|办|厅|院|镇|乡|街道|中心|站|所|处|队|司|组|部)$"
)
#: …2023年工作总结 · …情况报告（摘要）
TITLE: Final = re.compile(
    r"(?:报告|总结|公报|年报|要点|情况|汇报|通报|计划|方案|思路|白皮书)(?:[（(][^（()）]{1,12}[）)])?$"
)
#: …成绩和 · …设置了 · …全省第, but not 构建祥和 · 积极参与 · 达到目的
HANGING: Final = re.compile(
    "(?:[是了各每第将把或但且而让]|(?<!目)的|(?<![祥缓饱总共])和|(?<![参赋给])与)$"
)
#: 县 长  沈 清 和: an office and a name, whatever character it ends in
SPEAKER: Final = re.compile(
    r"(?:长|主[ \u3000]?任|书[ \u3000]?记)[ \u3000]{1,6}"
    r"[\u4e00-\u9fff](?:[ \u3000]{0,3}[\u4e00-\u9fff]){1,3}$"
)
#: 的…, but not 的确
LEANING: Final = re.compile("的(?![确士])")
#: …2023 | 年 · …12. | 5 · …3, | 000 · …8.6亿 | 元: a figure cut in two
FIGURE_TAIL: Final = re.compile(
    r"[0-9０-９](?:[.．,年月]|[余多]?[十百千万亿]{1,2}[余多]?|[余多])?$"
)
FIGURE_HEAD: Final = re.compile(
    r"[0-9０-９]|[%％‰年月日号时余多万亿千百]|(?:个|件|次|人|名|户|元|吨|公里|亩|里|米|平方|份|场|处|起)"
)
#: （2024年1月9日在某县第十六届人民代表大会第三次会议上）
SUBTITLE: Final = re.compile(r"(?:——|—|（|\()?[^，。；]{4,12}日在[^，。；]{4,40}会议上[）)]?$")
#: 8:30—12: | 00: a time cut in two
HOUR_TAIL: Final = re.compile(r"[0-9０-９][:：]$")
MINUTE_HEAD: Final = re.compile(r"[0-5０-５][0-9０-９](?![0-9０-９])")
#: 达到5 | —8家 · Ⅰ | —Ⅲ类: a range cut in two
RANGE_TAIL: Final = re.compile(r"[0-9０-９Ⅰ-Ⅻ%％年月日]$")
RANGE_HEAD: Final = re.compile(r"(?:——?|[-－–~～])[0-9０-９Ⅰ-Ⅻ]")
#: 总结和 | …; …总结 | 和下一年思路: a title goes on
CONJUNCTION: Final = re.compile("[和与及暨的]|以及|并(?!州|购)")
OPENERS: Final = {"（": "）", "(": ")", "《": "》", "“": "”", "〔": "〕", "【": "】"}
#: The longest line that names who speaks.
NAMED: Final = 30
#: The longest addressee on one line.
ADDRESSEE: Final = 30
#: What parts clauses: no addressee holds it, nor the title above one.
CLAUSE: Final = re.compile("[，。；]")
COMMA: Final = re.compile("[，,]")
BRACKET: Final = re.compile("[（(《“〔【）)》”〕】]")


@dataclass(frozen=True, slots=True)
class Cut:
    """A break between two lines, and what a rule may know about it."""

    #: The paragraph so far, its last characters.
    before: str
    #: The first line of that paragraph.
    opening: str
    #: The line before the break.
    upper: Row
    #: The line after it.
    lower: Row
    #: Text of the line after that, "" at the end.
    beyond: str
    style: Style
    #: Whether that paragraph is the first.
    heads: bool = False


Rule = Callable[[Cut], Verdict | None]


def ended(text: str) -> bool:
    """Tell whether a sentence is over."""
    return stopped(text) or POINT.search(text[-2:]) is not None


def _open(text: str) -> str:
    """Return the brackets that would close those still open at the end of a text."""
    closers = ""
    for bracket in BRACKET.findall(text[-REACH:]):
        if bracket in OPENERS:
            closers += OPENERS[bracket]
        elif closers.endswith(bracket):
            closers = closers[:-1]
    return closers


def marked_up(cut: Cut) -> Verdict | None:
    """A Markdown heading or bullet stands by itself."""
    return SPLIT if cut.lower.opens or cut.upper.closes else None


def non_initial(cut: Cut) -> Verdict | None:
    """No paragraph begins with a comma or a closing bracket."""
    first = cut.lower.text[0]
    if first in CLOSERS:
        return None if ended(cut.before) and not _open(cut.before) else JOIN
    return JOIN if first in NON_INITIAL else None


def unclosed(cut: Cut) -> Verdict | None:
    """A bracket opened above is closed below."""
    opened = _open(cut.before)
    if not opened or ended(cut.before):
        return None
    below = BRACKET.search(cut.lower.text[:REACH])
    return JOIN if below and below.group() == opened[-1] else None


def comma_ends(cut: Cut) -> Verdict | None:
    """A comma promises more, unless a numbered item follows."""
    if not cut.before.endswith(("，", "、", ",")):
        return None
    return SPLIT if MARK.match(cut.lower.text) else JOIN


def bare_mark(cut: Cut) -> Verdict | None:
    """A numbering mark alone on its line belongs to the next."""
    return JOIN if BARE_MARK.match(cut.before) and not MARK.match(cut.lower.text) else None


def mark_begins(cut: Cut) -> Verdict | None:
    """A numbering mark begins a paragraph."""
    return SPLIT if MARK.match(cut.lower.text) else None


def sentence_ended(cut: Cut) -> Verdict | None:
    """After a full stop a new paragraph is as likely as not; apart is the safe side."""
    return SPLIT if ended(cut.before) or NOTE_ENDS.search(cut.before) else None


def title_ends(cut: Cut) -> Verdict | None:
    """The title ends with the kind of document that it is."""
    if not cut.heads or not TITLE.search(cut.before):
        return None
    below = cut.lower.text
    if TITLE.match(below) or CONJUNCTION.match(below):
        return JOIN
    # 国民经济和社会发展计划 | 执行情况的报告: the kind of document comes last.
    full = cut.style.width and not cut.style.had_room(cut.upper, cut.lower)
    return JOIN if full and TITLE.search(below) and not MARK.match(below) else SPLIT


def speaker_ends(cut: Cut) -> Verdict | None:
    """Who speaks stands alone below the title: 县 长  沈 清 和."""
    return SPLIT if len(cut.before) < NAMED and SPEAKER.search(cut.before) else None


def hanging(cut: Cut) -> Verdict | None:
    """Some words lean on the next: 取得的成绩和 | 进步."""
    return JOIN if HANGING.search(cut.before) or LEANING.match(cut.lower.text) else None


def item_begins(cut: Cut) -> Verdict | None:
    """In running text 一是 follows a stop or a comma; after anything else it opens a line."""
    return SPLIT if ITEM.match(cut.lower.text) else None


def figure_cut(cut: Cut) -> Verdict | None:
    """A date or figure goes on below."""
    if FIGURE_TAIL.search(cut.before[-5:]) and FIGURE_HEAD.match(cut.lower.text):
        return None if DATE.match(cut.lower.text) else JOIN
    return None


def range_cut(cut: Cut) -> Verdict | None:
    """A range goes on below its first end, a time below its colon."""
    above, below = cut.before[-2:], cut.lower.text
    ranges = RANGE_TAIL.search(above) and RANGE_HEAD.match(below)
    return JOIN if ranges or (HOUR_TAIL.search(above) and MINUTE_HEAD.match(below)) else None


def signature(cut: Cut) -> Verdict | None:
    """The date of signing and the signer above it stand alone."""
    if DATE.match(cut.lower.text):
        return SPLIT
    return SPLIT if DATE.match(cut.beyond) and SIGNER.match(cut.lower.text) else None


def subtitle_ends(cut: Cut) -> Verdict | None:
    """When and where the report was given stands alone below the title."""
    return SPLIT if SUBTITLE.match(cut.before) else None


def word_straddles(cut: Cut) -> Verdict | None:
    """A word was cut in two: 服务工 | 作室."""
    return JOIN if segment.straddles(cut.before, cut.lower.text) else None


def addressed(cut: Cut) -> Verdict | None:
    """An addressee (各科室：) or a salutation (各位代表：) stands alone."""
    below = cut.lower.text
    if not below.endswith(("：", ":")) or len(below) > ADDRESSEE or CLAUSE.search(below):
        return None
    if not cut.style.width:
        return SPLIT
    if CLAUSE.search(cut.before):
        return None
    # A full line above may be the beginning of the addressee: …领导小组办 | 公室：
    apart = cut.style.had_room(cut.upper, cut.lower) or TITLE.search(cut.before)
    return SPLIT if apart else None


def unfinished(cut: Cut) -> Verdict | None:
    """A long line without its full stop goes on, where lines have full stops."""
    if cut.style.unstopped:
        return None
    if "。" in cut.before or len(cut.before) > HEADING:
        return JOIN
    # Where a page ended, one comma tells a sentence; elsewhere a line of a list may have it.
    least = 1 if cut.lower.page_above else 2
    commas = len(COMMA.findall(cut.before))
    return JOIN if commas >= least and not MARK.match(cut.opening) else None


def runs_on(cut: Cut) -> Verdict | None:
    """（一）… without a full stop goes on, where the others have their text behind them."""
    if "。" in cut.before:
        return None
    return JOIN if kind_of(cut.opening) in cut.style.runs_on else None


#: For text in which a line is a paragraph unless the end of a page cut it.
RULES: Final[tuple[Rule, ...]] = (
    marked_up,
    non_initial,
    unclosed,
    comma_ends,
    bare_mark,
    range_cut,
    mark_begins,
    sentence_ended,
    title_ends,
    subtitle_ends,
    speaker_ends,
    hanging,
    item_begins,
    figure_cut,
    signature,
    word_straddles,
    addressed,
    unfinished,
    runs_on,
)
