from __future__ import annotations

from pathlib import Path

import pytest

from reportparse.document import Source
from reportparse.reading import docx as reader
from words import docx, listed, lvl, num, p, pattern

REPORT = pattern(
    0,
    lvl(0, "chineseCounting", "%1、"),
    lvl(1, "chineseCounting", "（%2）"),
    lvl(2, "decimal", "%3."),
)
LAW = pattern(
    0,
    lvl(0, "chineseCounting", "第%1章"),
    lvl(1, "decimal", "%1.%2", "<w:isLgl/>"),
    lvl(2, "chineseCounting", "第%3条", '<w:lvlRestart w:val="0"/>'),
)


def lines(data: bytes) -> list[str]:
    return reader.read(data, Source("a.docx", "docx", "", len(data))).text.split("\n")


def numbered(numbering: str, *at: tuple[int, int], styles: str = "") -> list[str]:
    """Number paragraphs, each in a list on a level."""
    blocks = [p("甲", listed(number, level)) for number, level in at]
    return [line[:-1] for line in lines(docx(*blocks, numbering=numbering, styles=styles))]


@pytest.mark.parametrize(
    ("numbering", "at", "expected"),
    [
        (
            REPORT + num(1, 0),
            [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)],
            ["一、", "（一）", "（二）", "1. ", "二、", "（一）", "1. "],
        ),
        (
            LAW + num(1, 0),
            [(1, 0), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1), (1, 2)],
            ["第一章 ", "1.1 ", "第一条 ", "第二条 ", "第二章 ", "2.1 ", "第三条 "],
        ),
        (
            REPORT + num(1, 0) + num(2, 0),
            [(1, 0), (2, 0), (1, 0)],
            ["一、", "二、", "三、"],
        ),
        (
            REPORT
            + num(1, 0)
            + num(
                2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
            ),
            [(1, 0), (2, 0), (2, 0), (1, 0)],
            ["一、", "五、", "六、", "七、"],
        ),
        (
            REPORT
            + num(1, 0)
            + num(
                2,
                0,
                f'<w:lvlOverride w:ilvl="0">{lvl(0, "decimalEnclosedCircle", "%1")}'
                "</w:lvlOverride>",
            ),
            [(1, 0), (2, 0)],
            ["一、", "②"],
        ),
        (
            pattern(
                0,
                lvl(0, "decimal", "%1、"),
                lvl(1, "decimal", "（%2）"),
                lvl(2, "decimal", "[%3]", '<w:lvlRestart w:val="1"/>'),
            )
            + num(1, 0),
            [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
            ["1、", "（1）", "[1]", "（2）", "[2]", "2、", "[1]"],
        ),
        (REPORT + num(1, 0), [(1, 1), (1, 1), (1, 0)], ["（一）", "（二）", "一、"]),
        (pattern(0, lvl(0, "bullet", "●")) + num(1, 0), [(1, 0), (1, 0)], ["", ""]),
        (pattern(0, lvl(0, "none", "")) + num(1, 0), [(1, 0)], [""]),
        (pattern(0, lvl(0, "decimal", "\uf0b7")) + num(1, 0), [(1, 0)], [""]),
        (
            pattern(0, lvl(0, "decimal", "%1、", start=3)) + num(1, 0),
            [(1, 0), (1, 0)],
            ["3、", "4、"],
        ),
        (
            pattern(0, lvl(0, "decimal", "%1", '<w:suff w:val="nothing"/>')) + num(1, 0),
            [(1, 0)],
            ["1"],
        ),
        (REPORT + num(1, 0), [(0, 0), (9, 0), (1, 0)], ["", "", "一、"]),
        (REPORT + num(1, 7), [(1, 0)], [""]),
        (pattern(0, lvl(0, "chineseCounting", "%1是")) + num(1, 0), [(1, 0)], ["一是"]),
    ],
    ids=[
        "report", "law", "two-lists", "start-override", "level-override", "restart-after",
        "deep-first", "bullet", "none", "symbol", "start", "no-suffix", "no-list", "no-pattern",
        "item",
    ],
)  # fmt: skip
def test_labels(numbering: str, at: list[tuple[int, int]], expected: list[str]) -> None:
    assert numbered(numbering, *at) == expected


def style(key: str, inside: str, based: str = "") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="paragraph" w:styleId="{key}">{on}<w:pPr>{inside}</w:pPr></w:style>'


def numbers(number: int) -> str:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


STYLED = pattern(
    0,
    lvl(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
    lvl(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
) + num(1, 0)


def test_numbers_come_through_styles() -> None:
    styles = style("H1", numbers(1)) + style("H2", numbers(1)) + style("Own", "", based="H1")
    blocks = [
        p("总体情况", '<w:pStyle w:val="H1"/>'),
        p("组织领导", '<w:pStyle w:val="H2"/>'),
        p("不编号", '<w:pStyle w:val="H2"/>' + listed(0)),
        p("普法宣传", '<w:pStyle w:val="H2"/>'),
        p("存在问题", '<w:pStyle w:val="Own"/>'),
    ]
    assert lines(docx(*blocks, numbering=STYLED, styles=styles)) == [
        "一、总体情况",
        "（一）组织领导",
        "不编号",
        "（二）普法宣传",
        "二、存在问题",
    ]


def test_a_pattern_may_name_the_style_of_a_list() -> None:
    link = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
    numbering = REPORT + link + num(1, 0) + num(2, 5)
    assert numbered(numbering, (2, 0), (1, 0), styles=style("L", numbers(1))) == ["一、", "二、"]


@pytest.mark.parametrize(
    "styles",
    [style("A", "", based="B") + style("B", "", based="A"), style("A", "", based="A")],
    ids=["two", "itself"],
)
def test_styles_in_a_circle_end(styles: str) -> None:
    assert lines(docx(p("甲", '<w:pStyle w:val="A"/>'), styles=styles)) == ["甲"]


def test_a_list_style_in_a_circle_ends() -> None:
    link = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
    assert numbered(link + num(1, 0), (1, 0), styles=style("L", numbers(1))) == [""]


def test_label_typed_as_well() -> None:
    numbering = REPORT + num(1, 0)
    same = docx(p("一、工作情况", listed()), numbering=numbering)
    other = docx(p("三、工作情况", listed()), numbering=numbering)
    assert lines(same) == ["一、工作情况"]
    assert lines(other) == ["一、三、工作情况"]
    document = reader.read(other, Source("a.docx", "docx", "", 1))
    assert [remark.code for remark in document.remarks] == ["numbered_twice"]


def test_every_format_of_a_made_file(shared: Path) -> None:
    found = lines((shared / "fixtures" / "numfmt.docx").read_bytes())
    assert len(found) == 18 * 32 + 12
    labels = [line.partition("@")[0].strip() for line in found]
    assert labels[32 + 11] == "十二、"
    assert labels[-12:] == [
        "第一章", "1.1", "第一条", "第二条", "第二章", "2.1",
        "第三条", "第五章", "5.1", "第四条", "第六章", "第七章",
    ]  # fmt: skip
