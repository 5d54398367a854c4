from __future__ import annotations

import pytest
from lxml import etree

from reportparse.reading.items import LISTS, Items


def labels(html: str) -> list[str]:
    body = etree.fromstring(html, etree.HTMLParser(encoding="utf-8"))
    found = next(element for element in body.iter() if element.tag in LISTS)
    items = Items(found)
    return [items.label(item) for item in found if item.tag == "li"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<ol><li><li><li></ol>", ["1. ", "2. ", "3. "], id="plain"),
        pytest.param("<ol start=4><li><li></ol>", ["4. ", "5. "], id="start"),
        pytest.param("<ol><li><li value=7><li></ol>", ["1. ", "7. ", "8. "], id="value"),
        pytest.param("<ol reversed><li><li></ol>", ["2. ", "1. "], id="reversed"),
        pytest.param("<ol type=A><li><li></ol>", ["A. ", "B. "], id="letters"),
        pytest.param("<ol type=i><li><li></ol>", ["i. ", "ii. "], id="roman"),
        pytest.param(
            "<ol style='list-style-type:cjk-ideographic'><li><li></ol>", ["一、", "二、"],
            id="chinese",
        ),
        pytest.param("<ol style='list-style: none'><li><li></ol>", ["", ""], id="none"),
        pytest.param("<ul><li><li></ul>", ["", ""], id="dots"),
        pytest.param(
            "<ul style='list-style:decimal'><li><li></ul>", ["1. ", "2. "], id="dots-as-numbers"
        ),
        pytest.param(
            "<ol><li><li style='list-style-type:none'><li></ol>", ["1. ", "", "3. "],
            id="one-without",
        ),
        pytest.param("<ol start=x><li value=9999999999><li></ol>", ["1. ", "2. "], id="nonsense"),
        pytest.param("<ol start=0><li><li></ol>", ["0. ", "1. "], id="zero"),
    ],
)  # fmt: skip
def test_labels(html: str, expected: list[str]) -> None:
    assert labels(html) == expected
