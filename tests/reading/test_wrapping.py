from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.reading.wrapping import (
    Row,
    Style,
    columns,
    kind_of,
    later_item,
    one_line,
    stopped,
    style_of,
)
from reportparse.span import Span

#: Paragraphs of different lengths without a mark.
PARAGRAPHS = [
    "柳溪镇2023年工作总结",
    "今年以来，柳溪镇坚持问题导向，扎实推进各项重点工作，全年办理民生实事36件，群众满意度持续提升。",
    "全镇共排查各类安全隐患412处，整改到位398处，整改率96.6%，未发生较大以上安全事故，形势总体平稳。",
    "持续开展矛盾纠纷大排查大化解专项行动，调解纠纷127件，调解成功121件，有力维护了社会和谐稳定。",
    "下一步，全镇将继续抓好各项工作落实。",
]


def rows(lines: list[str]) -> list[Row]:
    """Make rows of lines, blanks in front and all."""
    made = []
    for line in lines:
        text = line.strip()
        indent = columns(line[: len(line) - len(line.lstrip())])
        made.append(Row(text, Span(0, len(text)), indent, left_out=line.endswith(" ")))
    return made


def wrapped(width: int, indent: str = "　　", *, by_columns: bool) -> list[str]:
    """Wrap `PARAGRAPHS` like an editor (by columns) or a program (by characters)."""
    lines = []
    for paragraph in [*PARAGRAPHS, *(text * 3 for text in PARAGRAPHS[1:])]:
        line = indent
        for character in paragraph:
            size = columns(line + character) if by_columns else len(line + character)
            if size > width:
                lines.append(line)
                line = ""
            line += character
        lines.append(line)
    return lines


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("共3件", 5), ("，。", 4), ("３", 2)],
    ids=["empty", "ascii", "mixed", "punctuation", "full-width"],
)
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("完成。", True),
        ("完成。”", True),
        ("完成！）", True),
        ("如下：", True),
        ("等......", False),
        ("完成", False),
        ("（完成）", False),
        ("完成，", False),
    ],
)
def test_stopped(text: str, over: bool) -> None:
    assert stopped(text) is over


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("（一）强化领导。", "second"),
        ("(十二)强化领导", "second"),
        ("3.加强管理", "third"),
        ("12、加强管理", "third"),
        ("（3）加强管理", "fourth"),
        ("一是加强管理", "item"),
        ("第三，加强管理", "item"),
        ("3.5万元", ""),
        ("三是否定", ""),
        ("加强管理", ""),
    ],
)
def test_kind_of(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize("width", [24, 30, 36])
@pytest.mark.parametrize("indent", ["　　", ""], ids=["indented", "flush"])
def test_wrapped_by_characters(width: int, indent: str) -> None:
    style = style_of(rows(wrapped(width, indent, by_columns=False)))
    assert (style.width, style.measure) in {(width, "characters"), (2 * width, "columns")}
    assert style.indents is (indent != "")


@pytest.mark.parametrize("width", [44, 50, 58, 63])
def test_wrapped_by_columns(width: int) -> None:
    style = style_of(rows(wrapped(width, by_columns=True)))
    assert style.measure == "columns"
    assert width - 1 <= style.width <= width


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(PARAGRAPHS, id="a-line-a-paragraph"),
        pytest.param([], id="empty"),
        pytest.param(["一、总体情况"], id="one-line"),
        pytest.param(
            [f"{name}镇2023年政府工作报告全文公开" for name in "甲乙丙丁戊己"], id="list"
        ),
        pytest.param(["调解" * n for n in range(1, 30)], id="every-length"),
    ],
)
def test_not_wrapped(lines: list[str]) -> None:
    assert style_of(rows(lines)).width == 0


def test_lists_without_stops() -> None:
    lines = [
        f"第{n}项重点任务由牵头单位会同配合单位于年底前完成并报送县委县政府督查室备案存档办理"
        for n in "一二三四五六"
    ]
    lengths = [line + "落实" * n for n, line in enumerate(lines)]
    assert style_of(rows(lengths)).unstopped
    assert not style_of(rows(PARAGRAPHS)).unstopped


@pytest.mark.parametrize(
    ("bare", "kinds"), [(0, set()), (1, {"second"}), (3, set())], ids=["none", "one", "several"]
)
def test_headings_that_text_runs_on_from(bare: int, kinds: set[str]) -> None:
    running = [f"（一）强化领导。{'各村' * n}" for n in range(1, 9)]
    assert style_of(rows(running + ["（二）强化督查"] * bare)).runs_on == kinds


@pytest.mark.parametrize(
    ("upper", "lower", "room"),
    [
        ("全镇共排查隐患", "四百处。", True),
        ("全镇共排查各类安全隐患", "四百处。", False),
        ("全镇共排查安全隐患", "412处。", False),
        ("全镇共排查安全隐患", "处，", False),
        ("全镇共排查安全隐患", "四处，", True),
    ],
    ids=["short", "full", "figure", "with-its-comma", "just"],
)
def test_room(upper: str, lower: str, room: bool) -> None:
    style = Style(width=20, measure="columns")
    assert style.had_room(*rows([upper, lower])) is room


@pytest.mark.parametrize(
    ("upper", "lower", "style", "room"),
    [
        ("全镇共排查安全隐", "四，", Style(20, hangs=True), True),
        ("全镇共排查安全隐患", "四，", Style(20, hangs=True), True),
        ("全镇共排查安全隐患", "四，", Style(20), False),
        ("全镇共排查安全隐患点", "四，", Style(20, hangs=True), False),
        ("全镇排查安全隐患。", "412处", Style(20, cuts_figures=True), True),
        ("全镇共排查安全隐患", "412处", Style(20, cuts_figures=True), False),
        ("全镇排查安全隐患。", "412处", Style(20), False),
        ("全镇排查安全隐患。", "“四", Style(20, cuts_figures=True), False),
    ],
    ids=[
        "hung-room",
        "hung-just",
        "carried",
        "hung-full",
        "cut-figure-below-a-stop",
        "no-figure-is-torn",
        "whole-figure",
        "bracket",
    ],
)
def test_room_in_other_settings(upper: str, lower: str, style: Style, *, room: bool) -> None:
    assert style.had_room(*rows([upper, lower])) is room


def test_punctuation_may_hang() -> None:
    lines = wrapped(24, by_columns=False)
    hung = [line + "，" * (len(line) == 24 and at % 2) for at, line in enumerate(lines)]
    style = style_of(rows(hung))
    assert style.hangs
    assert style.width == (24 if style.measure == "characters" else 48)


@pytest.mark.parametrize(
    ("text", "inside"),
    [("共3件，", 3), ("共3件》。", 3), ("共3件", 3), ("，。；：", 1), ("共3件，3", 5)],
)
def test_length_without_hung_punctuation(text: str, inside: int) -> None:
    assert rows([text])[0].inside("characters") == inside


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("二是加强管理", "是"),
        ("十一要加强管理", "要"),
        ("第三，加强管理", "第"),
        ("其次，加强管理", "，"),
        ("一是加强管理", ""),
        ("三是否决", ""),
        ("加强管理", ""),
    ],
)
def test_later_item(line: str, kind: str) -> None:
    assert later_item(line) == kind


@pytest.mark.parametrize(
    ("above", "opens"), [("加强督查。", {"要"}), ("加强督查" * 6, set())], ids=["room", "full"]
)
def test_items_that_open_lines(above: str, opens: set[str]) -> None:
    lines = wrapped(24, "", by_columns=False)
    assert style_of(rows([*lines, above, "二要加强宣传。"])).opens == opens


@given(st.lists(st.text(alphabet="共调处2件，。 （一）\t", min_size=1, max_size=90), max_size=30))
def test_any_lines_have_a_style(lines: list[str]) -> None:
    style = style_of(rows([line for line in lines if line.strip()]))
    assert style.width >= 0


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["合", "计"], "合计"),
        (["12", "34"], "12 34"),
        (["Total", "sum"], "Total sum"),
        (["办结\n率"], "办结率"),
        (["甲\t乙"], "甲 乙"),
        ([" 甲 ", "", "乙"], "甲乙"),
        (["12", "", "34"], "12 34"),
        ([], ""),
    ],
)
def test_lines_of_a_cell(lines: list[str], expected: str) -> None:
    assert one_line(lines) == expected
