"""A page as lines: blocks, breaks, blanks of the source, what is not shown."""

from __future__ import annotations

import pytest
from lxml import html

from reportparse.reading.markup import collapse, read_leaf


def lines(body: str) -> list[str]:
    leaf = read_leaf(html.document_fromstring(f"<body>{body}</body>"))
    return [strand.text for strand in leaf.strands]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>一<p>二", ["一", "二"]),
        ("一<br>二<br/>三", ["一", "二", "三"]),
        ("<p>全年<span>12</span>次</p>", ["全年12次"]),
        ("前<div>中</div>后", ["前", "中", "后"]),
        ("<pre>一\n二</pre>", ["一", "二"]),
        ("<p>一\\n二\\r\\n三</p>", ["一", "二", "三"]),
        ("<p>一<script>x</script>二<b hidden>三</b>四</p>", ["一二四"]),
        ("<p>一<b style='DISPLAY: none'>三</b>四<select><option>五</select></p>", ["一四"]),
        ("<p>\u3000\u3000一&nbsp;</p>", ["\u3000\u3000一\xa0"]),
    ],
)
def test_lines(body: str, found: list[str]) -> None:
    assert lines(body) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\n  完成\n  任务\t", "完成任务"),
        ("2023 年  工作", "2023 年 工作"),
        ("local\nnews", "local news"),
        ("共12\n件", "共12 件"),
    ],
)
def test_blanks_of_the_source(text: str, found: str) -> None:
    assert collapse(text) == found


def test_paths_opening_and_links() -> None:
    body = "<div><p>一</p><p>二<br><a href='a.pdf'>三</a></p></div>"
    leaf = read_leaf(html.document_fromstring(f"<body>{body}</body>"))
    assert [(s.path, s.opens, s.linked, s.attached) for s in leaf.strands] == [
        ("/html/body/div[1]/p[1]", True, 0, False),
        ("/html/body/div[1]/p[2]", True, 0, False),
        ("/html/body/div[1]/p[2]", False, 1, True),
    ]
    assert leaf.files == 1
