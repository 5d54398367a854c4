from __future__ import annotations

from dataclasses import replace

import pytest

from reportparse.reading import cuts
from reportparse.reading.cuts import RULES, Cut, Rule
from reportparse.reading.joining import decide
from reportparse.reading.wrapping import Row, Style
from reportparse.span import Span

PLAIN = Style()

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
    ("figure_cut", "完成投资8.6亿", "元"),
    ("figure_cut", "发放资料300余", "份"),
    ("figure_cut", "合格率为98.", "5个百分点"),
    ("figure_cut", "共发放资料3,", "000份"),
    ("figure_cut", "于2023年", "12月31日前完成"),
    ("range_cut", "服务时间为8:30—12:", "00和14:30—17:30"),
    ("range_cut", "新建公园5", "—8处"),
    ("range_cut", "达到Ⅰ", "—Ⅲ类的断面"),
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
    ("speaker_ends", "县 长  沈 清 和", "各位代表："),
    ("speaker_ends", "柳溪镇镇长 李 与", "各位代表："),
    ("speaker_ends", "县人民法院院长  周和", "现在报告工作"),
    ("speaker_ends", "主 任  郑 了", "受县人民政府委托"),
    ("speaker_ends", "检察长　吴 将", "各位代表："),
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
    ("range_cut", "全年新增5", "——经济稳步增长"),
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
    found: Rule = getattr(cuts, name)
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
        assert cuts.marked_up(Cut("强化领导", "", upper, lower, "", PLAIN)) == "split"


def test_a_signer_stands_above_a_date() -> None:
    signed = replace(cut("深入推进各项工作", "柳溪镇人民政府"), beyond="2024年1月3日")
    assert cuts.signature(signed) == "split"


def test_a_title_is_the_first_paragraph() -> None:
    assert cuts.title_ends(replace(cut("年度工作总结", "今年"), heads=False)) is None


def test_headings_that_text_runs_on_from() -> None:
    style = Style(runs_on=frozenset({"second"}))
    assert cuts.runs_on(cut("（一）强化督查", "问责", style)) == "join"
    assert cuts.runs_on(cut("强化督查", "问责", style)) is None


def test_lists_without_stops_stay_apart() -> None:
    assert cuts.unfinished(cut("持续深入开展" * 11, "各项", Style(unstopped=True))) is None
