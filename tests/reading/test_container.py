"""Where the report stands in a page, and which line is its title."""

from __future__ import annotations

import pytest
from lxml import html

from reportparse.reading.container import container_of, title_of
from reportparse.reading.markup import read_leaf

TITLE = "柳溪镇2023年工作总结"
TEXT = "<p>全年走访320户，调解86件；群众满意。</p><p>明年，再接再厉。</p>"
NEWS = "<ul>" + "<li><a href='/n'>开会，学习。</a></li>" * 20 + "</ul>"


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (f"<div>{NEWS}</div><div><div>{TEXT}</div></div>", "/html/body/div[2]/div[1]"),
        (f"{TEXT}<div>主办</div>", "/html/body"),
        (f"<div>{TEXT}<div>版权，所有。</div></div>", "/html/body/div[1]"),
        ("<div>首页</div><div><a href='a.docx'>附件</a></div>", "/html/body/div[2]"),
        ("<div>首页</div>", "/html/body"),
    ],
    ids=["nested", "bare", "footer", "attachment", "nothing"],
)
def test_smallest_region_with_the_stops(body: str, path: str) -> None:
    leaf = read_leaf(html.document_fromstring(f"<body>{body}</body>"))
    assert container_of(leaf).path == path


@pytest.mark.parametrize(
    ("above", "names", "found"),
    [
        (f"<h1>{TITLE}</h1>", (), TITLE),
        (f"<div>{TITLE}</div><div>来源：柳溪镇</div>", (f"{TITLE}_柳溪网",), TITLE),
        (f"<h1>{TITLE[:3]}<br>{TITLE[3:]}</h1>", (), TITLE),
        (f"<h1>{TITLE[:3]}</h1><h1>{TITLE[3:]}</h1>", (), TITLE),
        (f"<h1><a href='/'>首页</a></h1><h1>{TITLE}</h1>", (), TITLE),
        (f"<div>{TITLE}</div>", (), None),
        ("<h1>当前位置：首页 政务公开</h1>", (), None),
        (f"<h2><a href='/'>{TITLE}</a></h2>", (), None),
    ],
    ids=["heading", "named", "broken", "two", "logo", "unnamed", "trail", "link"],
)
def test_title_above(above: str, names: tuple[str, ...], found: str | None) -> None:
    leaf = read_leaf(html.document_fromstring(f"<body>{above}<div>{TEXT}</div></body>"))
    lines = title_of(leaf.strands, container_of(leaf), names)
    assert ("".join(leaf.strands[at].text for at in lines) or None) == found


def test_a_title_inside_is_not_taken_twice() -> None:
    body = f"<h1>{TITLE}</h1><div><p>{TITLE}</p>{TEXT}</div>"
    leaf = read_leaf(html.document_fromstring(f"<body>{body}</body>"))
    assert title_of(leaf.strands, container_of(leaf), ()) == range(0)
