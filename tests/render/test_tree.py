"""The outline drawn."""

from __future__ import annotations

from factory import TEXT
from reportparse.render.grid import width
from reportparse.render.tree import outline
from reportparse.report import parse


def test_draws_the_tree() -> None:
    assert outline(parse(TEXT)).splitlines() == [
        "柳河县石桥镇人民政府2022年法治政府建设工作报告",
        "├─ 一、工作情况",
        "│  ├─ （一）加强普法宣传",
        "│  └─ （二）化解矛盾纠纷",
        "│     ├─ 一是 坚持源头排查",
        "│     └─ 二是 及时调处",
        "└─ 二、下一步打算",
    ]


def test_a_text_without_sections_is_its_name() -> None:
    assert outline(parse("全年无事。")) == "text"


def test_items_without_title_show_their_first_words() -> None:
    drawn = outline(parse("主要做法：一是健全机制，压实责任；二是广泛宣传，入脑入心。"))
    assert "一是 健全机制" in drawn
    assert "二是 广泛宣传" in drawn


def test_long_titles_are_cut() -> None:
    drawn = outline(parse("一、" + "加强领导" * 12 + "\n正文。\n二、加强宣传\n正文。"))
    assert max(map(width, drawn.splitlines())) <= 76
