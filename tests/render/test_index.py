"""The page that leads to the others."""

from __future__ import annotations

import re

import pytest
from lxml import html

from factory import TEXT, audited
from reportparse.errors import Language
from reportparse.render.index import HEAD, to_index
from reportparse.report import Report, parse

EVIL = parse("<script>alert(1)</script>镇2023年工作报告\n\n共3件。").with_findings([])


def page(*named: tuple[str, Report], lang: Language = "zh") -> html.HtmlElement:
    return html.document_fromstring(to_index(named, lang))


def test_ranks_and_links() -> None:
    clean = parse(TEXT).with_findings([])
    tree = page(("001-清白.html", clean), ("002-b.html", audited()))
    assert tree.xpath(".//tbody//a/@href") == ["002-b.html", "001-%E6%B8%85%E7%99%BD.html"]
    rows = [[cell.text_content() for cell in row] for row in tree.xpath(".//tbody/tr")]
    assert [row[HEAD.index("order")] for row in rows] == ["1", "2"]
    assert [row[HEAD.index("error")] for row in rows] == ["1", "0"]
    assert "错误 1，警告 0，提示 0" in tree.xpath("string(.//main/p[1])")


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_holds_both_languages_and_shows_one(lang: Language, tag: str) -> None:
    tree = page(("a.html", audited()), lang=lang)
    assert tree.get("lang") == tag
    assert tree.xpath("string(.//h1/span[@lang='zh'])") == "共 1 份报告"
    assert tree.xpath("string(.//h1/span[@lang='en'])") == "1 reports"


def test_nothing_of_a_report_becomes_html() -> None:
    tree = page(("a'\"><script>.html", EVIL))
    assert len(tree.xpath(".//script")) == 1
    assert "<script>alert(1)</script>镇" in tree.xpath("string(.//tbody//a)")


def test_nothing_is_fetched() -> None:
    written = to_index([("a.html", audited())])
    assert "default-src 'none'" in written
    assert not re.findall(r"src=|@import|url\(|https?:", written)
