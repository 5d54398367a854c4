"""The audit page: one file, nothing fetched, every finding beside the text."""

from __future__ import annotations

import re

import pytest
from lxml import html

from factory import TEXT, audited
from reportparse.render.page import to_html
from reportparse.report import parse


@pytest.fixture(scope="module")
def tree() -> html.HtmlElement:
    return html.document_fromstring(to_html(audited()))


def test_shows_the_text_as_published(tree: html.HtmlElement) -> None:
    assert tree.xpath("string(.//main/pre)").strip() == TEXT.strip()


def test_outline_leads_to_the_sections(tree: html.HtmlElement) -> None:
    links = [link.get("href")[1:] for link in tree.xpath(".//nav//a")]
    assert links == ["s1", "s2", "s3", "s4", "s5", "s6"]
    assert set(links) <= set(tree.xpath(".//main//a/@id"))


def test_card_shows_the_working_and_names_its_figures(tree: html.HtmlElement) -> None:
    (card,) = tree.xpath(".//aside/div[contains(@class, 'finding')]")
    assert card.get("data-names") == "f1 c1"
    assert card.get("data-code") == "TOT101"
    assert card.xpath("string(.//p[@class='working'])") == "12 + 10 + 8 = 30 ≠ 31"
    assert "全年共举办讲座31场次" in card.xpath("string(.//p[@class='quote'])")
    named = tree.xpath(".//main//mark[contains(@data-names, 'f1')]")
    assert [mark.text for mark in named] == ["31场次"]


def test_lists_what_agrees(tree: html.HtmlElement) -> None:
    assert "245 / 250 = 98%" in tree.xpath("string(.//aside/details)")


def test_nothing_is_fetched() -> None:
    page = to_html(audited())
    assert not re.findall(r"""(?:src|href)=["'](?!#)|@import|url\(|https?:""", page)


@pytest.mark.parametrize(
    ("lang", "tag", "said"), [("zh", "zh-CN", "问题"), ("en", "en", "findings")]
)
def test_speaks_the_language(lang: str, tag: str, said: str) -> None:
    page = html.document_fromstring(to_html(audited(), lang))  # type: ignore[arg-type]
    assert page.get("lang") == tag
    assert page.xpath("string(.//aside/h2)") == said


def test_report_cannot_break_the_page() -> None:
    text = "</pre></main><script>alert(1)</script>\x00共举办讲座31场次\"'><img src=x>。"
    page = to_html(audited(text, "31场次", "讲座"))
    tree = html.document_fromstring(page)
    assert len(tree.xpath(".//script")) == 1
    assert not tree.xpath(".//img")


def test_empty_report_has_a_page() -> None:
    assert "未发现问题" in to_html(parse("").with_findings([]))
