"""The notebook's card."""

from __future__ import annotations

import pytest
from lxml import html

from factory import TEXT, audited
from recognised import recognised
from reportparse.render.card import ROWS, card, highlight
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
