from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from reportparse.reading import document_of, joining
from reportparse.reading.joining import RULES, WRAPPED_RULES, Cut, Rule, decide
from reportparse.reading.wrapping import Row, Style
from reportparse.span import Span

PLAIN = Style()
WRAPPED = Style(width=20, indents=True)
FLUSH = Style(width=20)

#: The rule, the lines on either side of the break, and what it answers.
JOINED = [
    ("non_initial", "全年排查隐患", "，整改62处。"),
    ("non_initial", "合格率达到98", "%以上"),
    ("non_initial", "学习《信访工作条例", "》等法规"),
    ("unclosed", "认真学习贯彻《", "信访工作条例》"),
    ("unclosed", "全面落实“一村", "一顾问”制度"),
    ("unclosed", "各村（社区", "）网格员"),
    ("comma_ends", "强化责任落实，", "加强督查。"),
    ("comma_ends", "开展森林防火、", "防汛演练"),
    ("bare_mark", "（三）", "加强队伍建设"),
    ("bare_mark", "二、", "存在的问题"),
    ("bare_mark", "3.", "健全机制"),
    ("title_ends", "柳溪镇2023年法治建设情况", "报告"),
    ("hanging", "工作取得的成绩和", "进步"),
    ("hanging", "全年设置了", "29项指标"),
    ("hanging", "综合得分居全县第", "二"),
    ("hanging", "群众反映强烈", "的问题"),
    ("figure_cut", "截至2023", "年底"),
    ("figure_cut", "合格率为98.", "5个百分点"),
    ("figure_cut", "共发放资料3,", "000份"),
    ("figure_cut", "于2023年", "12月31日前完成"),
    ("time_cut", "服务时间为8:30—12:", "00和14:30—17:30"),
    ("title_ends", "柳溪镇2023年工作总结", "和2024年工作思路"),
    ("word_straddles", "依托公共法律服务工", "作室等阵地"),
    ("unfinished", "我镇召开会议。会上部署了森林防火", "防汛救灾等重点任务。"),
    ("unfinished", "强化领导，压实责任，广泛动员群众", "参与治理。"),
    ("unfinished", "持续深入开展" * 11, "各项专项整治。"),
]
SPLIT = [
    ("comma_ends", "强化责任落实，", "二、存在的问题"),
    ("mark_begins", "强化责任落实", "一、总体情况"),
    ("mark_begins", "强化责任落实", "（二）存在的问题"),
    ("mark_begins", "强化责任落实", "3.健全机制"),
    ("mark_begins", "强化责任落实", "1.2023年工作"),
    ("mark_begins", "强化责任落实", "第三章 保障措施"),
    ("mark_begins", "强化责任落实", "——经济稳步增长"),
    ("mark_begins", "强化责任落实", "附件：任务分解表"),
    ("sentence_ended", "全年办件36件。", "下一步"),
    ("sentence_ended", "要做到“应办尽办。”", "下一步"),
    ("sentence_ended", "主要做法如下：", "强化领导"),
    ("sentence_ended", "开展培训36场（牵头单位：民政局）", "开展演练"),
    ("sentence_ended", "......", "下一步"),
    ("title_ends", "柳溪镇2023年工作总结", "今年以来"),
    ("title_ends", "关于2023年预算执行的报告（摘要）", "今年以来"),
    ("subtitle_ends", "（2024年1月9日在柳溪镇第三届人民代表大会第二次会议上）", "柳溪镇镇长"),
    ("item_begins", "三是强化宣传", "四是强化督查"),
    ("item_begins", "强化宣传", "其次，强化督查"),
    ("signature", "深入推进各项工作", "2024年1月3日"),
    ("signature", "深入推进各项工作", "二〇二四年一月三日"),
    ("addressed", "柳溪镇2023年工作情况", "县委办公室："),
    ("addressed", "本报记者摄", "各位代表："),
]
NEITHER = [
    ("non_initial", "全年办件36件。", "》》点击进入专题《《"),
    ("unclosed", "贯彻条例》的通知", "各村"),
    ("unclosed", "引用“应办尽办。", "下一步，“三务公开”"),
    ("comma_ends", "强化责任落实", "加强督查"),
    ("bare_mark", "（三）", "（四）加强督查"),
    ("mark_begins", "增长", "3.5个百分点"),
    ("mark_begins", "服务时间为8:30—12:", "00、14:30—17:30"),
    ("subtitle_ends", "全镇1月9日在会议上", "部署"),
    ("mark_begins", "根据第三条第", "（一）项规定"),
    ("mark_begins", "强化", "第三条线路"),
    ("sentence_ended", "合格率98.", "5%"),
    ("sentence_ended", "各村（社区）", "网格员"),
    ("title_ends", "强化领导", "今年以来"),
    ("hanging", "构建平安祥和", "环境"),
    ("hanging", "鼓励群众积极参与", "治理"),
    ("hanging", "强化领导", "的确有效"),
    ("item_begins", "强化宣传", "三是否定意见"),
    ("figure_cut", "2023年", "2024年1月3日"),
    ("figure_cut", "强化领导", "36件"),
    ("signature", "深入推进各项工作", "柳溪镇人民政府"),
    ("word_straddles", "一、工作情况", "下一步打算"),
    ("addressed", "强化领导", "一年来，主要做法如下："),
    ("unfinished", "柳溪镇", "工作总结"),
    ("unfinished", "（一）聚焦发展，聚力改革，提质增效", "全镇坚持项目为王。"),
    ("runs_on", "（一）强化督查", "各村"),
]


def row(text: str, *, indent: int = 0, blank: bool = False, page: bool = False) -> Row:
    return Row(text, Span(0, len(text)), indent, blank_above=blank, page_above=page)


def cut(above: str, below: str, style: Style = PLAIN) -> Cut:
    upper = row(above)
    return Cut(above, above, upper, row(below), "", style, heads=True)


def rule(name: str) -> Rule:
    found: Rule = getattr(joining, name)
    return found


@pytest.mark.parametrize(("name", "above", "below"), JOINED)
def test_rule_joins(name: str, above: str, below: str) -> None:
    assert rule(name)(cut(above, below)) == "join"
    assert decide(cut(above, below), RULES) == "join"


@pytest.mark.parametrize(("name", "above", "below"), SPLIT)
def test_rule_splits(name: str, above: str, below: str) -> None:
    assert rule(name)(cut(above, below)) == "split"
    assert decide(cut(above, below), RULES) == "split"


@pytest.mark.parametrize(("name", "above", "below"), NEITHER)
def test_rule_does_not_answer(name: str, above: str, below: str) -> None:
    assert rule(name)(cut(above, below)) is None


def test_markup_stands_alone() -> None:
    above, below = row("强化领导"), row("各村")
    for upper, lower in (
        (replace(above, closes=True), below),
        (above, replace(below, opens=True)),
    ):
        assert joining.marked_up(Cut("强化领导", "", upper, lower, "", PLAIN)) == "split"


def test_a_signer_stands_above_a_date() -> None:
    signed = replace(cut("深入推进各项工作", "柳溪镇人民政府"), beyond="2024年1月3日")
    assert joining.signature(signed) == "split"


def test_a_title_is_the_first_paragraph() -> None:
    assert joining.title_ends(replace(cut("年度工作总结", "今年"), heads=False)) is None


def test_headings_that_text_runs_on_from() -> None:
    style = Style(runs_on=frozenset({"second"}))
    assert joining.runs_on(cut("（一）强化督查", "问责", style)) == "join"
    assert joining.runs_on(cut("强化督查", "问责", style)) is None


def test_lists_without_stops_stay_apart() -> None:
    assert joining.unfinished(cut("持续深入开展" * 11, "各项", Style(unstopped=True))) is None


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
