from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from reportparse.reading.clutter import Clutter, clutter

TITLE = "柳溪镇2023年工作总结"
FIRST = (
    "今年以来，柳溪镇坚持问题导向，扎实推进重点工作，全年办理民生实事36件，群众满意度持续提升。"
)
LAST = "全镇上下将继续努力。"
WORDS = tomllib.loads(
    files("reportparse").joinpath("data", "clutter.toml").read_text(encoding="utf-8")
)


def marked(page: str) -> tuple[list[str], set[int]]:
    """Return the lines of a page, and the indices of those that begin with ×."""
    lines = page.strip().splitlines()
    return (
        [line.removeprefix("× ").strip() for line in lines],
        {index for index, line in enumerate(lines) if line.startswith("× ")},
    )


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            f"× 下载\n× 打印\n× 【字号：\n× 加大\n× 】\n{TITLE}\n× 来源：云岭日报\n{FIRST}",
            id="buttons",
        ),
        pytest.param(
            f"× 您的位置:\n× 首页\n× >\n{TITLE}\n× 2024-01-03 09:02:33\n{FIRST}", id="path"
        ),
        pytest.param(f"{TITLE}\n× 浏览次数：\n× 356\n{FIRST}", id="count-below-its-label"),
        pytest.param(
            f"{TITLE}\n× 发布时间：2024-01-03 浏览：356 字体：大 中 小\n{FIRST}", id="all"
        ),
        pytest.param(f"× 内容摘要：\n× {FIRST[:30]}......\n{TITLE}\n{FIRST}", id="summary"),
        pytest.param(
            f"× 政务公开 | 云岭县人民政府网 | 办事服务 | |\n{TITLE}\n"
            f"× 日期:2024-01-03 来源:柳溪镇\n× 语音播报\n× 语音合成中,请耐心等待...\n"
            f"× 退出播报模式\n{FIRST}",
            id="links-and-voice",
        ),
        pytest.param(f"{FIRST}\n{LAST}\n× （责任编辑：小王）", id="editor"),
        pytest.param(
            f"{FIRST}\n{LAST}\n× 分享到：\n× 微信\n× 上一篇：\n× 石桥镇2023年工作总结", id="below"
        ),
        pytest.param(
            f"{FIRST}\n柳溪镇人民政府\n2024年1月3日\n× 【打印本页】\n× 【关闭窗口】", id="signed"
        ),
    ],
)
def test_lines_of_the_page_go(page: str) -> None:
    lines, expected = marked(page)
    assert clutter(lines).lines == expected


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"{TITLE}\n{FIRST}\n{LAST}", id="clean"),
        pytest.param(f"{TITLE}\n{FIRST}\n来源：县统计局\n{FIRST}", id="label-inside-the-report"),
        pytest.param(f"{TITLE}\n2023\n{FIRST}", id="number-alone"),
        pytest.param(f"{FIRST}\n附件：1. 任务分解表\n2. 责任清单", id="attachments"),
        pytest.param(f"{FIRST}\n下载量达到3000次。", id="word-begins-a-sentence"),
        pytest.param(f"打印店整治情况通报\n{FIRST}", id="word-begins-a-title"),
        pytest.param(f"{FIRST}\n一、关闭退出矿山\n{LAST}", id="word-in-a-heading"),
    ],
)
def test_lines_of_the_report_stay(page: str) -> None:
    assert clutter(page.splitlines()).lines == frozenset()


def test_what_the_page_says_about_the_document_is_kept() -> None:
    lines = ["标题：" + TITLE, "发文字号：柳政发〔2024〕3号", "正文：", TITLE, FIRST]
    assert dict(clutter(lines).notes) == {
        0: (("标题", TITLE),),
        1: (("发文字号", "柳政发〔2024〕3号"),),
        2: (("正文", ""),),
    }


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        (
            "[ 索引号 ]0081/2024-7 [ 发文字号 ] [ 发布机构 ]柳溪镇 [ 成文日期 ]2024-02-09",
            {
                "索引号": "0081/2024-7",
                "发文字号": "",
                "发布机构": "柳溪镇",
                "成文日期": "2024-02-09",
            },
        ),
        (
            "| [ 发布机构 ] | 柳溪镇人民政府 | [ 有效性 ] | |",
            {"发布机构": "柳溪镇人民政府", "有效性": ""},
        ),
        ("【成文日期】2024-01-15", {"成文日期": "2024-01-15"}),
        ("[ 主题分类 ] 公安、安全、司法、法制", {"主题分类": "公安、安全、司法、法制"}),
    ],
    ids=["row", "table", "lenticular", "alone"],
)
def test_labels_in_brackets(line: str, pairs: dict[str, str]) -> None:
    found = clutter([line, TITLE, FIRST])
    assert dict(found.notes[0]) == pairs
    assert found.lines == frozenset()


@pytest.mark.parametrize(
    "line", ["【主要成效】", "【事项 | 件数 | 占比】", "甲村|乙村", "| 调解 | 76 |"]
)
def test_brackets_of_the_report(line: str) -> None:
    assert clutter([TITLE, line, FIRST]) == Clutter(frozenset(), {})


@pytest.mark.parametrize(
    "example", [text for table in ("buttons", "labels") for text in WORDS[table].values()]
)
def test_examples_above(example: str) -> None:
    assert clutter([example, FIRST]).lines == {0}


@pytest.mark.parametrize("example", WORDS["metadata"].values())
def test_examples_of_metadata(example: str) -> None:
    assert list(clutter([example, FIRST]).notes) == [0]


@pytest.mark.parametrize("example", WORDS["below"].values())
def test_examples_below(example: str) -> None:
    assert clutter([FIRST, example]).lines == {1}
