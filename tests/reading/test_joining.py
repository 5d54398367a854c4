from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from reportparse.reading import document_of, joining
from reportparse.reading.cuts import RULES, Cut, Rule
from reportparse.reading.joining import WRAPPED_RULES
from reportparse.reading.wrapping import Row, Style
from reportparse.span import Span

PLAIN = Style()
WRAPPED = Style(width=20, indents=True)
FLUSH = Style(width=20)


def row(text: str, *, indent: int = 0, blank: bool = False, page: bool = False) -> Row:
    return Row(text, Span(0, len(text)), indent, blank_above=blank, page_above=page)


def cut(above: str, below: str, style: Style = PLAIN) -> Cut:
    upper = row(above)
    return Cut(above, above, upper, row(below), "", style, heads=True)


def rule(name: str) -> Rule:
    found: Rule = getattr(joining, name)
    return found


@pytest.mark.parametrize(
    ("name", "lower", "style", "answer"),
    [
        pytest.param("indented", row("各村", indent=4), WRAPPED, "split", id="indented"),
        pytest.param("indented", row("各村"), WRAPPED, None, id="at-the-margin"),
        pytest.param("indented", row("各村", indent=4), Style(margin=4), None, id="all-are"),
        pytest.param("blank_between", row("各村", blank=True), WRAPPED, "split", id="blank"),
        pytest.param(
            "blank_between", row("各村", blank=True, page=True), WRAPPED, None, id="end-of-page"
        ),
        pytest.param("addressed", row("县委办公室："), WRAPPED, "split", id="addressee"),
        pytest.param(
            "addressed", row("公室："), Style(width=8, indents=True), None, id="cut-addressee"
        ),
        pytest.param("short_line", row("各村"), WRAPPED, "split", id="room"),
        pytest.param("short_line", row("各村"), Style(width=8), None, id="no-room"),
        pytest.param("mark_below", row("（二）强化"), WRAPPED, None, id="indents-decide"),
        pytest.param("mark_below", row("各村"), FLUSH, None, id="no-mark"),
        pytest.param("full_line", row("各村"), WRAPPED, "join", id="wrapped"),
        pytest.param("full_line", row("各村"), PLAIN, None, id="not-wrapped"),
    ],
)
def test_wrapped_rule(name: str, lower: Row, style: Style, answer: str | None) -> None:
    above = "强化领导"
    case = Cut(above, above, row(above), lower, "", style)
    assert rule(name)(case) == answer


@pytest.mark.parametrize(
    ("above", "answer"),
    [("全年办件36件。", "split"), ("（一）强化领导", "split"), ("全年办件36件", None)],
    ids=["stop", "heading", "running"],
)
def test_a_mark_below_a_full_line(above: str, answer: str | None) -> None:
    assert joining.mark_below(cut(above, "（二）强化督查", FLUSH)) == answer


@pytest.mark.parametrize(
    ("above", "answer"),
    [
        ("有三个方面的差距：①管网占比偏低；", None),
        ("①管网占比偏低；", "split"),
        ("有三个方面的差距：", "split"),
    ],
    ids=["counts-inside", "counts-lines", "first"],
)
def test_a_circled_number_below_a_full_line(above: str, answer: str | None) -> None:
    assert joining.mark_below(cut(above, "②车位不足。", FLUSH)) == answer


@pytest.mark.parametrize(
    ("above", "below", "answer"),
    [
        ("全镇办件，实现旅", "游收入增长", None),
        ("全镇办件，增长。", "游收入增长", "split"),
        ("强化组织领导", "加强督查", "split"),
        ("办件，", "办结", "split"),
        ("全镇办件，实现旅", "二、问题", "split"),
    ],
    ids=["sentence", "stop", "heading", "short", "mark"],
)
def test_a_sentence_goes_on_at_the_margin(above: str, below: str, answer: str | None) -> None:
    assert joining.short_line(cut(above, below, WRAPPED)) == answer


@pytest.mark.parametrize(
    ("above", "below", "answer"),
    [
        ("一是加强督查。", "二是加强宣传。", "split"),
        ("全镇办件36件。", "三是加强宣传。", "split"),
        ("主要做法：一是加强督查。二是补短板。", "三是加强宣传。", None),
        ("全镇办件36件。", "二要加强宣传。", None),
        ("全镇办件36件", "二是加强宣传。", None),
        ("全镇办件36件。", "一是加强宣传。", None),
    ],
    ids=["next", "below-text", "stands-inside", "other-kind", "no-stop", "first"],
)
def test_an_item_below_a_full_line(above: str, below: str, answer: str | None) -> None:
    style = Style(width=20, opens=frozenset({"是"}))
    assert joining.item_below(cut(above, below, style)) == answer


def test_every_rule_is_listed_once() -> None:
    for rules in (RULES, WRAPPED_RULES):
        names = [each.__name__ for each in rules]
        assert len(names) == len(set(names))


def test_no_lines_make_no_paragraph() -> None:
    assert joining.join([]) == ()


#: A report of our own to cut and wrap: headings, run-on text, items, figures, a signature.
REPORT = [
    "柳溪镇2023年法治建设工作报告",
    "青山县法治建设工作领导小组办公室：",
    (
        "2023年以来，柳溪镇坚持问题导向，扎实推进依法治镇各项工作，全年办理群众来信来访214件，"
        "办结209件，办结率97.7%。现将工作情况报告如下："
    ),
    "一、主要工作情况",
    (
        "（一）强化组织领导，压实工作责任。一是健全工作机制，先后召开专题会议12次，研究解决历史遗留"
        "问题8个，制定完善《柳溪镇重大行政决策程序规定》等制度3项。二是强化经费保障，全年投入专项"
        "经费36.5万元，用于村（社区）公共法律服务工作室建设。三是加强督导检查，对17个村开展督查4轮，"
        "发现并整改问题56个。"
    ),
    (
        "（二）深化普法宣传，营造浓厚氛围。充分利用村村响广播、微信公众号等载体，广泛开展“法律进乡村”"
        "活动。全年共开展集中宣传28场次，发放宣传资料1.2万余份，接受法律咨询860人次；培育“法律明白人”"
        "51名，实现行政村全覆盖。各村结合实际，把普法融入文艺演出、道德讲堂等群众喜闻乐见的活动之中。"
    ),
    (
        "（三）化解矛盾纠纷，维护社会稳定。坚持和发展新时代“枫桥经验”，健全镇、村、组三级调解网络，"
        "共排查各类矛盾纠纷327件，调解成功319件，其中婚姻家庭纠纷104件、邻里纠纷118件、土地纠纷97件。"
        "扎实开展领导干部接访下访，妥善化解信访积案6件。"
    ),
    "二、存在的问题和不足",
    (
        "虽然取得了一定成绩，但与上级要求和群众期盼相比还有差距：一是执法力量不足，全镇持证执法人员"
        "仅9名；二是普法形式还不够新颖，对外出务工人员、老年人等群体覆盖不够；三是个别村调解员业务"
        "能力有待提升。"
    ),
    "三、下一步工作打算",
    (
        "（一）持续健全工作体系。进一步完善党委统一领导、部门分工负责、各方共同参与的工作格局，把法治"
        "建设纳入年度目标考核，严格兑现奖惩，确保各项任务落到实处、取得实效。"
    ),
    (
        "（二）持续加强队伍建设。计划全年组织业务培训10期以上，新增持证执法人员5名，推动调解员持证"
        "上岗率达到95%以上，不断提升基层依法治理能力和水平。"
    ),
    "柳溪镇人民政府",
    "2023年12月28日",
]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def cut_pages(rng: random.Random) -> str:
    """Cut the report into pages at any character."""
    text = "\n\n".join(REPORT)
    pages, at = [], 0
    while at < len(text):
        length = rng.randint(330, 480)
        pages.append(text[at : at + length].strip())
        at += length
    return "\n\n".join(pages)


def number_pages(rng: random.Random) -> str:
    """Cut the report into pages with a header and a page number."""
    text = "\n".join(REPORT)
    pages, at = [], 0
    while at < len(text):
        length = rng.randint(330, 480)
        body = text[at : at + length].strip("\n")
        pages.append(f"青山县法治建设\n{body}\n- {len(pages) + 1} -")
        at += length
    return "\n\f".join(pages)


def wrap_lines(rng: random.Random) -> str:
    """Wrap the report with indented first lines."""
    width = rng.randint(22, 40)
    indented = ["　　" + paragraph for paragraph in REPORT]
    return "\n".join(
        line[at : at + width] for line in indented for at in range(0, len(line), width)
    )


@pytest.mark.parametrize(
    ("make", "least"),
    [(cut_pages, 0.99), (number_pages, 0.985), (wrap_lines, 1.0)],
    ids=["pages", "numbered-pages", "wrapped"],
)
def test_broken_reports_are_healed(make: Callable[[random.Random], str], least: float) -> None:
    wanted = [bare(paragraph) for paragraph in REPORT]
    found = glued = 0
    for seed in range(100):
        document = document_of(make(random.Random(seed)))  # noqa: S311 -- a test
        got = [bare(paragraph.text(document)) for paragraph in document.paragraphs]
        found += sum(paragraph in got for paragraph in wanted)
        glued += sum(not any(text in paragraph for paragraph in wanted) for text in got)
    assert found >= least * 100 * len(wanted)
    assert glued == 0
