"""Numbering: marks that skip, repeat or change their writing, and lists that start again."""

from __future__ import annotations

import pytest

from fired import fired
from marked import unmark
from reportparse.checks.numbering import MOST_OPEN


def lines(*marks: str) -> str:
    """Set each mark before a heading of its own, with a sentence below it."""
    titles = ("强化学习", "改进服务", "规范执法", "加强监督", "抓好宣传", "健全制度", "提升能力")
    return "\n".join(
        f"{mark}{title}\n本年工作平稳有序。" for mark, title in zip(marks, titles, strict=False)
    )


FIRES = [
    ("NUM101", lines("一、", "二、", "«四、»", "五、")),
    ("NUM101", lines("一、", "（一）", "（二）", "«（四）»")),
    ("NUM101", lines("一、", "1.", "2.", "«4.»", "5.")),
    ("NUM102", lines("一、", "二、", "«二、»", "三、")),
    ("NUM102", lines("一、", "（一）", "（二）", "«（二）»", "（三）")),
    ("NUM103", lines("一、", "二、", "三、", "«二、»", "五、")),
    ("NUM104", lines("一、", "（一）", "1.", "2.", "（二）", "二、", "«1.»") + "\n2.继续学习。"),
    ("NUM105", lines("一、", "（一）", "（二）", "«(三)»")),
    ("NUM105", lines("一、", "(一)", "(二)", "«（三）»")),
    ("NUM106", lines("一、", "1.", "2.", "«3、»")),
    ("NUM106", lines("一、", "二、", "«三.»")),
    ("NUM108", "主要做法：一是建立台账。二是定期走访。«四是»跟踪问效。"),
    ("NUM108", "存在不足：一是人员偏少。二是经费不足。«二是»手段单一。"),
]
SILENT = [
    ("NUM", lines("一、", "二、", "三、", "四、")),
    ("NUM", lines("一、", "（一）", "1.", "2.", "（二）", "二、", "三、")),
    ("NUM101", lines("一、", "（一）", "（二）", "二、", "（一）", "（二）")),
    ("NUM101", lines("一、", "（一）", "（二）", "二、", "（三）", "（四）")),
    ("NUM102", lines("一、", "1.", "2.", "二、", "1.", "2.")),
    ("NUM103", lines("一、", "二、", "三、", "四、")),
    ("NUM104", lines("一、", "1.", "2.", "二、", "1.", "2.")),
    ("NUM105", lines("一、", "(一)", "(二)", "(三)")),
    ("NUM106", lines("一、", "1.", "2.", "（一）", "（二）")),
    ("NUM106", lines("一、", "1.", "2．", "3.")),
    ("NUM108", "主要做法：一是建立台账。二是定期走访。三是跟踪问效。"),
    ("NUM108", "一是建立台账，二是定期走访。\n存在不足：一是人员偏少。二是经费不足。"),
    ("NUM", "第一章 总则\n第一条 为规范工作，制定本办法。\n第二条 本办法适用于全镇。"),
    # Numbers that are figures, dates or names, and no marks.
    ("NUM", "一、强化学习\n3.5万元用于培训。\n二、改进服务\n12345热线办件66件。"),
    ("NUM", "一、强化学习\n110警情下降。\n二、改进服务\n落实三项制度。"),
]


@pytest.mark.parametrize(("code", "marked"), FIRES)
def test_fires_where_marked(code: str, marked: str) -> None:
    text, spans = unmark(marked)
    assert spans
    assert fired(code, text) == spans


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_is_silent(code: str, text: str) -> None:
    assert fired(code, text) == []


def test_a_slip_is_found_however_many_lists_are_open() -> None:
    opened = "一、强化学习\n" * (MOST_OPEN * 2)
    text, spans = unmark(opened + "二、改进服务\n«四、»保障到位\n")
    assert fired("NUM101", text) == spans
