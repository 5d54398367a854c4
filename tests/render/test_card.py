"""The notebook's card."""

from __future__ import annotations

from copy import copy

import pytest
from lxml import html

from factory import TEXT, audited, finding
from recognised import recognised
from reportparse.render.card import OPEN, ROWS, card, findings_card, highlight
from reportparse.report import parse

EVIL = "<script>alert('x')</script>镇2022年工作报告\n\n一、<b>情况</b>\n共<i>举办</i>讲座31场次。"


def test_shows_outline_figures_and_findings() -> None:
    tree = html.fromstring(card(audited()))
    assert tree.xpath("string(.//h3)") == "柳河县石桥镇人民政府2022年法治政府建设工作报告"
    assert tree.xpath("count(.//tr)") == 10
    assert "（一）加强普法宣传" in tree.text_content()
    assert tree.xpath("string(.//div[@class='finding error']//mark[1])") == "31场次"
    assert "12 + 10 + 8 = 30 ≠ 31" in tree.text_content()


@pytest.mark.parametrize("draw", [card, lambda report: str(highlight(report))])
def test_nothing_of_the_report_becomes_html(draw) -> None:
    report = audited(EVIL, "31场次", "讲座")
    drawn = draw(report)
    assert "<script" not in drawn
    assert "<b>情况" not in drawn
    assert "&lt;b&gt;情况" in drawn


def test_long_tables_say_how_much_is_left_out() -> None:
    report = parse("".join(f"调解纠纷{count}件。" for count in range(100, 140)))
    drawn = card(report)
    assert f"另有 {40 - ROWS} 行" in drawn
    assert len(drawn) < 20_000


def test_english_card() -> None:
    assert "the parts exceed the total" in card(audited(), "en")


def test_highlight_marks_figures_and_findings_in_the_text_as_published() -> None:
    tree = html.fromstring(highlight(audited())._repr_html_())
    assert tree.xpath("string(.//pre)").strip() == TEXT.strip()
    marks = tree.xpath(".//mark")
    assert [mark.text for mark in marks[:2]] == ["31场次", "12场次"]
    assert "error" in marks[0].get("class")
    assert "fails" in marks[1].get("class")


def test_empty_report_has_a_card() -> None:
    assert "（无标题）" in card(parse(""))


def test_figures_that_may_be_misread_are_marked() -> None:
    report = recognised("全年调解纠纷36件，走访农户120户。", {"36": 0.4})
    tree = html.fromstring(str(highlight(report)))
    (doubtful,) = tree.xpath(".//mark[contains(@class, 'doubtful')]")
    assert doubtful.text == "36件"
    assert "辨识把握低" in doubtful.get("title")
    assert "由扫描件识别 · 1 个数据辨识把握低" in card(report)
    assert "识别" not in card(parse("全年调解纠纷36件。"))


def test_findings_are_a_tuple_and_cards() -> None:
    found = audited().findings
    assert isinstance(found, tuple)
    assert found == tuple(found) == copy(found)
    tree = html.fromstring(found._repr_html_())
    assert tree.xpath("string(.//p)").startswith("错误 1，警告 0，提示 0；数据 9 项；")
    (shown,) = tree.xpath(".//div[@class='finding error']")
    assert "分项之和大于总数" in shown.text_content()
    assert [mark.text for mark in shown.xpath(".//mark")] == ["31场次", "12场次", "8场次"]


def test_no_findings_say_what_was_tried() -> None:
    found = parse("全年走访42户，其中脱贫户24户、监测户18户。").findings
    assert found == ()
    assert "未发现问题；数据 3 项；核对勾稽关系 1 项：相符 1" in found._repr_html_()


def test_many_findings_are_folded() -> None:
    report = parse(TEXT)
    many = [finding(report, "31场次", "12场次")] * (OPEN + 3)
    tree = html.fromstring(findings_card(many, report))
    assert tree.xpath("string(.//summary)") == "另有问题 3 项"
    assert len(tree.xpath(".//details/div[contains(@class, 'finding')]")) == 3
    assert len(tree.xpath(".//div[@class='reportparse']/div[contains(@class, 'finding')]")) == OPEN


def test_findings_without_their_report_are_told_without_sentences() -> None:
    shown = findings_card(audited().findings, None, "en")
    assert "errors 1, warnings 0, notes 0" in shown
    assert "12 + 10 + 8 = 30 ≠ 31" in shown
    assert "<mark" not in shown


def test_the_outline_is_a_text_and_a_list() -> None:
    drawn = audited().outline()
    assert drawn == copy(drawn)
    assert repr(drawn) == str(drawn)
    tree = html.fromstring(drawn._repr_html_())
    assert tree.xpath("string(.//b)") == "柳河县石桥镇人民政府2022年法治政府建设工作报告"
    assert [one.text for one in tree.xpath(".//div[@class='reportparse']/div/ul/li")] == [
        "一、工作情况",
        "二、下一步打算",
    ]
    assert tree.xpath("string(.//ul/li/ul/li[1])").startswith("（一）加强普法宣传")


def test_an_outline_of_no_report_is_shown_as_text() -> None:
    assert type(audited().outline())("树")._repr_html_() is None
