"""Cards of findings, filters, and the list of what was recomputed."""

from __future__ import annotations

from lxml import html

from factory import TEXT, audited, finding
from reportparse.findings import Severity
from reportparse.render.findingcard import cards, checked, filters
from reportparse.report import parse
from reportparse.verdicts import VERDICTS


def drawn(content: str) -> html.HtmlElement:
    return html.fromstring(f"<div>{content}</div>")


def test_card_shows_the_working_and_names_its_figures() -> None:
    (card,) = drawn(cards(audited())).xpath("article")
    assert card.get("data-names") == "f1 c1"
    assert card.get("data-family") == "TOT"
    assert card.get("data-fingerprint") == "0123456789abcdef"
    assert card.xpath("string(p[@class='working'])") == "12 + 10 + 8 = 30 ≠ 31"
    assert "全年共举办讲座31场次" in card.xpath("string(p[@class='quote'])")
    assert card.xpath(".//input/@value") == list(VERDICTS)


def test_card_says_it_in_both_languages() -> None:
    tree = drawn(cards(audited()))
    assert tree.xpath("string(.//p/span[@lang='zh'])") == "分项之和大于总数"
    assert tree.xpath("string(.//p/span[@lang='en'])") == "the parts exceed the total"


def test_filters_count_what_there_is() -> None:
    report = parse(TEXT)
    note = finding(report, "46处", severity=Severity.NOTE, code="EXP101")
    tree = drawn(filters([finding(report, "31场次"), note, note]))
    assert tree.xpath(".//input[@name='severity']/@value") == ["error", "note"]
    assert tree.xpath(".//input[@name='family']/@value") == ["EXP", "TOT"]
    assert tree.xpath("string(.//label[@class='note'])").split()[-1] == "2"


def test_no_findings_no_filters() -> None:
    assert filters([]) == ""
    assert "未发现问题" in cards(parse(TEXT).with_findings([]))


def test_lists_what_agrees_and_what_could_not_be_tested() -> None:
    tree = drawn(checked(parse("群众满意率达97%。\n" + TEXT)))
    held, untested = tree.findall("details")
    assert "245 / 250 = 98%" in held.text_content()
    assert "没有" not in held.text_content()
    assert "97%" in untested.text_content()
    assert "未给出分子或分母" in untested.text_content()
