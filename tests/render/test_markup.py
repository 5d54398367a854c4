"""HTML from the text of a report: all of it escaped, marks that overlap kept apart."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.render.markup import Mark, element, escape, painted
from reportparse.span import Span


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\"a\" & 'b'", "&quot;a&quot; &amp; &#x27;b&#x27;"),
        ("\ud800\x00\x1b", "\ufffd\ufffd\ufffd"),
        ("行\n\t尾", "行\n\t尾"),
        (12, "12"),
    ],
    ids=["tags", "quotes", "unprintable", "space", "number"],
)
def test_escape(text: object, safe: str) -> None:
    assert escape(text) == safe


def test_element_escapes_attributes_and_leaves_out_empty_ones() -> None:
    built = element("i", "x", title='"><b>', class_="", data_names="c1")
    assert built == '<i title="&quot;&gt;&lt;b&gt;" data-names="c1">x</i>'


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        pytest.param([], "共3件<br>".replace("<", "&lt;").replace(">", "&gt;"), id="none"),
        pytest.param(
            [Mark(Span(1, 3), "figure", "c1", "件数")],
            '共<mark class="figure" data-names="c1" title="件数">3件</mark>&lt;br&gt;',
            id="one",
        ),
        pytest.param(
            [Mark(Span(0, 3), "error", "f1"), Mark(Span(1, 3), "figure", "c1")],
            '<mark class="error" data-names="f1">共</mark>'
            '<mark class="error figure" data-names="f1 c1">3件</mark>&lt;br&gt;',
            id="nested",
        ),
        pytest.param(
            [Mark(Span(0, 2), "a"), Mark(Span(1, 3), "b")],
            '<mark class="a">共</mark><mark class="a b">3</mark><mark class="b">件</mark>'
            "&lt;br&gt;",
            id="overlapping",
        ),
    ],
)
def test_painted(marks: list[Mark], html: str) -> None:
    assert painted("共3件<br>", marks) == html


def test_painted_part_keeps_marks_that_reach_in() -> None:
    assert painted("共3件", [Mark(Span(0, 3), "a")], Span(1, 2)) == '<mark class="a">3</mark>'


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=5),
)
def test_painting_changes_no_text(text: str, places: list[tuple[int, int]]) -> None:
    marks = [Mark(Span(at, at + size), "m", f"c{at}") for at, size in places]
    painted_text = unescape(re.sub(r"<[^>]*>", "", painted(text, marks)))
    assert painted_text == unescape(escape(text))
