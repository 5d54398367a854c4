"""The page that leads to the others."""

from __future__ import annotations

import pytest
from lxml import html

from factory import TEXT, audited
from reportparse.render.index import HEAD, to_index
from reportparse.report import parse

EVIL = parse("<script>alert(1)</script>镇2023年工作报告\n\n共3件。").with_findings([])


def test_ranks_and_links() -> None:
    clean = parse(TEXT).with_findings([])
    tree = html.document_fromstring(
        to_index([("001-清白.html", clean), ("002-b.html", audited())])
    )
    assert tree.xpath(".//tbody//a/@href") == ["002-b.html", "001-%E6%B8%85%E7%99%BD.html"]
    errors = [row[HEAD.index("error")].text for row in tree.xpath(".//tbody/tr")]
    assert errors == ["1", "0"]


@pytest.mark.parametrize(("lang", "said"), [("zh", "共 1 份报告"), ("en", "1 reports")])
def test_speaks_the_language(lang: str, said: str) -> None:
    tree = html.document_fromstring(to_index([("a.html", audited())], lang))  # type: ignore[arg-type]
    assert tree.xpath("string(.//h1)") == said


def test_nothing_of_a_report_becomes_html() -> None:
    assert "<script" not in to_index([("a'\"><script>.html", EVIL)])
