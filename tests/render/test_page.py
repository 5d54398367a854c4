"""The audit page as a file: nothing fetched, nothing lost, nothing of a report becomes HTML."""

from __future__ import annotations

import json
import re

import pytest
from lxml import html

from factory import TEXT, audited
from reportparse.render.page import to_html
from reportparse.report import parse, read

EVIL = "</script></p></main><script>alert(1)</script>\x00共举办讲座31场次\"'><img src=x>&lt;。"


@pytest.fixture(scope="module")
def tree() -> html.HtmlElement:
    return html.document_fromstring(to_html(audited()))


def test_outline_leads_to_the_sections(tree: html.HtmlElement) -> None:
    links = [link.get("href")[1:] for link in tree.xpath(".//nav//a")]
    assert links == ["s1", "s2", "s3", "s4", "s5", "s6"]
    assert set(links) <= set(tree.xpath(".//main//a/@id"))


def test_ids_are_there_once(tree: html.HtmlElement) -> None:
    ids = tree.xpath(".//@id")
    assert len(ids) == len(set(ids))


def test_what_names_others_names_what_is_there(tree: html.HtmlElement) -> None:
    assert set(tree.xpath(".//@aria-labelledby")) <= set(tree.xpath(".//@id"))


def test_nothing_is_fetched() -> None:
    page = to_html(audited())
    assert not re.findall(r"""(?:src|href)=["'](?!#)|@import|url\(|https?:""", page)
    assert "default-src 'none'" in page


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_holds_both_languages_and_shows_one(lang: str, tag: str) -> None:
    page = html.document_fromstring(to_html(audited(), lang))  # type: ignore[arg-type]
    assert page.get("lang") == tag
    assert page.xpath("string(.//aside/h2/span[@lang='zh'])") == "问题"
    assert page.xpath("string(.//aside/h2/span[@lang='en'])") == "findings"


def test_report_cannot_break_the_page() -> None:
    page = to_html(audited(EVIL, "31场次", "讲座"))
    tree = html.document_fromstring(page)
    assert len(tree.xpath(".//script")) == 2
    assert not tree.xpath(".//img")
    assert "<script>alert(1)</script>" in tree.xpath("string(.//main)")


def test_script_is_told_what_it_needs() -> None:
    report = audited(EVIL, "31场次", "讲座")
    tree = html.document_fromstring(to_html(report))
    data = json.loads(tree.xpath("string(.//script[@id='data'])"))
    assert data["source"]["sha256"] == report.document.source.sha256
    assert data["findings"] == {
        "f1": {"code": "TOT101", "said": ["分项之和大于总数", "the parts exceed the total"]}
    }
    assert data["hints"]["c1"] == [
        "\"'><img src=x>&lt · 实绩 · 未涉及核算",
        "\"'><img src=x>&lt · actual · nothing to test",
    ]


def test_half_a_character_does_no_harm() -> None:
    assert "\ufffd" in to_html(parse("共举办讲座\ud80031场次。")).encode().decode()


def test_empty_report_has_a_page() -> None:
    assert "未发现问题" in to_html(parse("").with_findings([]))


def test_pages_of_other_formats_are_not_offered() -> None:
    tree = html.document_fromstring(to_html(read(TEXT.encode(), "a.txt")))
    assert not tree.xpath(".//*[@id='pages' or @id='sheets']")
