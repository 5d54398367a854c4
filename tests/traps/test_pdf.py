"""Traps of printed pages: where a page, a line, a column or a cell cuts what belongs together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import pytest

import reportparse as rp
from pdfs import bar, pdf, picture, rule, say, table, typeset
from reportparse.document import Document
from reportparse.errors import UnreadableSource

HEAD = "云岭镇二〇二三年法治工作报告"
FULL = "今年以来，镇党委坚持每月研究一次平安建设工作，全年累计走访群众320户，办结实事36件，"
LAST = "以上工作得到了各级各部门和全镇群众的大力支持，在此一并表示衷心感谢，请予审议。"
DIGITS = re.compile("[0-9⁰¹²³⁴-⁹]+")


def read(*pages: Sequence[str], rotate: int = 0) -> Document:
    return rp.read(pdf(*pages, rotate=rotate)).document


def view(*pages: Sequence[str]) -> list[str]:
    return rp.read(pdf(*pages)).view.text.split("\n")


def paragraphs(document: Document) -> list[str]:
    return [paragraph.text(document) for paragraph in document.paragraphs]


def column(left: float, top: float, lines: Sequence[str], size: float = 16) -> list[str]:
    return [say(left, top + 1.8 * size * at, line, size) for at, line in enumerate(lines)]


# Cuts: the same text whatever the pages and lines are that it was set in

CUT = [
    pytest.param(FULL + "定期召开专题会议12次，研究事项48项。", id="1-mid-sentence"),
    pytest.param(FULL + "建成公共法律服务工作室3个，培训人员120人次。", id="2-inside-a-word"),
    pytest.param(FULL + "重点学习了《中华人民共和国民法典》等2部法律。", id="3-book-title"),
    pytest.param(FULL + "定期开会。全年调处纠纷198件，调处成功188件。", id="4-after-a-full-stop"),
]


@pytest.mark.parametrize("height", range(6, 12))
@pytest.mark.parametrize("text", CUT)
def test_cuts(text: str, height: int) -> None:
    lines = [HEAD, text * 3, "一、主要工作", text, LAST]
    assert view(*typeset(lines, height=height, header="云岭镇人民政府文件")) == lines


#: Line as printed -> what the rules read of it.
SPELLINGS = [
    pytest.param("(四)强化治理,调解36件。", "(四)强化治理，调解36件。", id="6-half-width"),
    pytest.param("(一）组织领导。开会12次。", "(一）组织领导。开会12次。", id="7-mixed-widths"),
    pytest.param("见<云岭县办法>第3章，办结5件。", "", id="8-angles"),
    pytest.param("转发县委》的通知》2份。", "", id="9-unbalanced"),
    pytest.param("走访⽼⼈46⼈，⾛访⻓者9⼈。", "走访老人46人，走访长者9人。", id="11-radicals"),
    pytest.param(
        "投入２０２３万元，补助3，000元。", "投入2023万元，补助3,000元。", id="12-full-width"
    ),
    pytest.param("调处纠纷\u300098\xa0件。", "调处纠纷98件。", id="13-blanks"),
]


@pytest.mark.parametrize(("written", "expected"), SPELLINGS)
def test_spellings(written: str, expected: str) -> None:
    lines = [HEAD, written, LAST]
    assert view(*typeset(lines)) == [HEAD, expected or written, LAST]


def test_10_blank_between_issuers_stays_and_blanks_of_recognition_go() -> None:
    kept = "中共云岭县委 云岭县人民政府印发文件8份。"
    spaced = " ".join("全年调处各类矛盾纠纷件，走访群众户，开展普法宣传活动场次。")
    assert view(*typeset([HEAD, kept, LAST])) == [HEAD, kept, LAST]
    assert view([say(80, 100, spaced, 9)]) == [spaced.replace(" ", "")]


# Pages: content -> text, remark


def shown(text: str) -> list[str]:
    return [say(80, 100, text)]


PAGES = [
    pytest.param(
        shown("全年办结\ue123\ue124件。"), "全年办结\ue123\ue124件。", "garbled", id="14-private"
    ),
    pytest.param(
        [say(80 + x, 100, "一、办结32件") for x in (0, 0.3, 0.6)], "一、办结32件", "", id="16-bold"
    ),
    pytest.param(
        [*shown("全年办结32件。"), say(150, 500, "内部资料", 48, angle=45)],
        "全年办结32件。",
        "stamped",
        id="17-watermark",
    ),
    pytest.param(
        [*shown("2023年12月28日"), picture(80, 60, 200, 180)],
        "2023年12月28日",
        "",
        id="18-seal-over-the-date",
    ),
    pytest.param(
        [
            say(80, 100, "新建水池100m"),
            say(184, 98, "2", 8),
            say(190, 100, "，用电50m"),
            say(190 + 16 * 3 + 8 * 3, 98, "3", 8),
            say(270, 100, "。"),
        ],
        "新建水池100m²，用电50m³。",
        "",
        id="19-exponent",
    ),
    pytest.param(
        [say(80, 100, "调处纠纷198件"), say(184 + 4, 98, "1", 8), say(194, 100, "，成功188件。")],
        "调处纠纷198件¹，成功188件。",
        "",
        id="19-note-behind-the-unit",
    ),
    pytest.param(
        [say(80, 100, "调处纠纷198"), say(168, 98, "12", 8), say(177, 100, "件。")],
        "调处纠纷198¹²件。",
        "",
        id="19-note-behind-the-figure",
    ),
    pytest.param(
        [say(80, 100, "调处纠纷198"), say(168, 98, "[3]", 8), say(181, 100, "件。")],
        "调处纠纷198[³]件。",
        "",
        id="19-note-in-brackets",
    ),
    pytest.param(
        [say(80, 100, "调处纠纷198"), say(168, 98, "①", 8), say(177, 100, "件。")],
        "调处纠纷198①件。",
        "",
        id="19-note-in-a-circle",
    ),
    pytest.param(
        [say(80, 100, "空气中PM"), say(144, 108, "2.5", 8), say(157, 100, "浓度为32微克。")],
        "空气中PM2.5浓度为32微克。",
        "",
        id="19-lowered-is-no-note",
    ),
]


@pytest.mark.parametrize(("content", "text", "code"), PAGES)
def test_page(content: list[str], text: str, code: str) -> None:
    document = read(content)
    assert document.text == text
    assert [remark.code for remark in document.remarks] == ([code] if code else [])


def test_19_raised_digits_join_no_figure() -> None:
    content = [say(80, 100, "调处纠纷198"), say(168, 98, "12", 8), say(177, 100, "件，占地30m")]
    content += [say(177 + 8 * 11, 98, "2", 8), say(275, 100, "。")]
    report = rp.read(pdf(content))
    assert [one.value for one in report.quantities] == [198, 30]


def test_20_landscape_table_on_a_turned_page() -> None:
    rows = [["村名", "办件量"], ["东村", "137"], ["合计", "137"]]
    turned = [
        f"q 0 1 -1 0 842 0 cm {part} Q" for part in (*shown("各村情况"), *table(100, 190, rows))
    ]
    document = read(turned, rotate=90)
    assert [list(row) for row in document.tables[0].rows()] == rows


def test_21_columns_are_read_one_after_the_other() -> None:
    left = [f"左栏第{at}行是关于农业生产" for at in range(10, 24)]
    right = [f"右栏第{at}行是关于工业生产" for at in range(10, 24)]
    document = read([*column(60, 100, left, 12), *column(320, 100, right, 12)])
    assert document.text.split("\n") == left + right


def test_22_header_like_the_title_is_dropped_in_its_band_only() -> None:
    lines = [HEAD, *[FULL + "开会12次。"] * 12]
    document = read(*typeset(lines, height=9, header=HEAD))
    assert paragraphs(document) == lines
    assert {line.span.of(document.text) for line in document.furniture} >= {HEAD}


def test_23_heading_on_top_of_a_page_is_no_header() -> None:
    lines = [HEAD, *[FULL + "开会12次。"] * 5]
    first = typeset(lines, height=30, number="")[0]
    second = [say(112, 60, "二、存在的不足"), *column(112, 105, ["台账登记不及时，共3处。"])]
    assert view(first, second) == [*lines, "二、存在的不足", "台账登记不及时，共3处。"]


@pytest.mark.parametrize(
    "number", ["- {} -", "— {} —", "－{}－", "·{}·", "{}", "第{}页", "第{}页 共4页", "{}/4"]
)
def test_24_page_numbers_left_and_right_and_none_on_the_first(number: str) -> None:
    lines = [HEAD, *[FULL + "开会12次。"] * 12]
    pages = typeset(lines, height=9, number="")
    for at, content in enumerate(pages[1:], 2):
        content.append(say(80 if at % 2 else 460, 790, number.format(at), 14))
    document = read(*pages)
    assert paragraphs(document) == lines
    labels = {line.place.page: line.place.label for line in document.lines}
    assert labels == {1: None} | {at: str(at) for at in range(2, len(pages) + 1)}


# Tables


def test_26_last_row_of_one_number_is_no_page_number() -> None:
    rows = [["件数"], ["12"], ["3"]]
    content = [*shown("办件情况如下。"), *table(200, 700, [[*row, ""] for row in rows])]
    document = read(content, [say(80, 100, "二、不足"), say(290, 790, "- 2 -", 14)])
    assert [row[0] for row in document.tables[0].rows()] == ["件数", "12", "3"]
    assert [line.span.of(document.text) for line in document.furniture] == ["- 2 -"]


COLUMNS = ["村名", "办件量", "办结量"]


@pytest.mark.parametrize("repeated", [True, False], ids=["head-again", "head-once"])
def test_27_table_over_pages_is_one(repeated: bool) -> None:
    rows = [[f"村{at}", str(100 + at), str(90 + at)] for at in range(1, 21)]
    first = [*shown("情况如下。"), *table(100, 490, [COLUMNS, *rows[:12]])]
    rest = [COLUMNS, *rows[12:]] if repeated else rows[12:]
    second = [*table(100, 80, rest), say(112, 400, "以上为全部情况。")]
    number = [say(285, 790, "- 1 -", 14)]
    document = read([*first, *number], second)
    (found,) = document.tables
    assert [list(row) for row in found.rows()] == [COLUMNS, *rows]
    assert paragraphs(document) == ["情况如下。", "以上为全部情况。"]


def test_27_other_table_on_the_next_page_is_another() -> None:
    second = [say(112, 70, "表2 人员情况", 14), *table(100, 110, [COLUMNS, ["西村", "3", "2"]])]
    document = read(table(100, 700, [COLUMNS, ["东村", "5", "4"]]), second)
    assert [len(found.rows()) for found in document.tables] == [2, 2]
    assert document.tables[1].caption == "表2 人员情况"


def merged() -> list[str]:
    """Print a table whose last row is merged over two columns: 合计 | 12."""
    drawn = [rule(100, y, 370, y) for y in (190, 210, 230, 250)]
    drawn += [rule(100, 190, 100, 250), rule(370, 190, 370, 250), rule(280, 190, 280, 250)]
    drawn += [rule(190, 190, 190, 230)]
    texts = [("区", "村", "件数"), ("东区", "东村", "12"), ("合计", "", "12")]
    return drawn + [
        say(104 + 90 * at, 194 + 20 * row, text, 10)
        for row, cells in enumerate(texts)
        for at, text in enumerate(cells)
        if text
    ]


def test_28_merged_cell_fills_what_it_covers() -> None:
    report = rp.read(pdf([*shown("情况如下。"), *merged()]))
    assert report.document.tables[0].rows()[-1] == ("合计", "合计", "12")
    frame = report.to_frame("tables")
    (total,) = frame[frame["text"] == "合计"].itertuples()
    assert (total.row, total.column, total.rows, total.columns) == (2, 0, 1, 2)


def test_29_caption_and_unit_go_to_the_table() -> None:
    head = [say(200, 140, "表1 各村办件情况", 14), say(290, 168, "单位：件", 10)]
    rows = [["村名", "办件量"], ["东村", "12"]]
    document = read([*shown("办件情况如下。"), *head, *table(180, 190, rows)])
    (found,) = document.tables
    assert (found.caption, found.unit) == ("表1 各村办件情况", "件")
    assert paragraphs(document) == ["办件情况如下。"]


def test_30_figures_in_columns_without_rules_are_no_table() -> None:
    lines = [HEAD, *["全年活动69次，其中会议28次、职工会议20次、理论学习21次。"] * 9]
    assert read(*typeset(lines)).tables == ()
    rows = [["村名", "办件", "办结"], ["东村", "137", "130"], ["西村", "42", "42"]]
    content = [
        say(100 + 120 * at, 200 + 24 * row, text, 12)
        for row, cells in enumerate(rows)
        for at, text in enumerate(cells)
    ]
    document = read([*shown("各村情况如下。"), *content])
    assert document.tables == ()
    assert Counter(DIGITS.findall(document.text)) == Counter(["137", "130", "42", "42"])


def test_11_radicals_in_cells_are_folded() -> None:
    rows = [["⺠族", "⼈数"], ["回族", "46⼈"]]
    document = read([*shown("各⺠族⼈数。"), *table(180, 190, rows)])
    assert document.tables[0].rows() == (("民族", "人数"), ("回族", "46人"))
    assert document.text.startswith("各⺠族⼈数。")


def test_vertical_characters_of_a_narrow_cell_stay_in_it() -> None:
    drawn = [rule(100, y, 300, y) for y in (190, 250, 310)]
    drawn += [rule(x, 190, x, 310) for x in (100, 120, 300)]
    drawn += column(104, 194, "东村", 12) + column(104, 254, "西村", 12)
    drawn += [say(130, 210, "137", 12), say(130, 270, "42", 12)]
    assert read([*shown("情况如下。"), *drawn]).tables[0].rows() == (
        ("东村", "137"),
        ("西村", "42"),
    )


# Files


def test_31_scanned_page_in_a_digital_file_is_told() -> None:
    words = shown("全年办结32件。")
    document = read(words, [picture(0, 0, 595, 842)], words)
    (remark,) = [one for one in document.remarks if "2" in one.message]
    assert remark.message.endswith(": 2")
    assert [line.place.page for line in document.lines] == [1, 3]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="32-no-bytes"),
        pytest.param(pdf(), "damaged", id="32-no-pages"),
        pytest.param(pdf([]), "empty", id="32-no-text"),
        pytest.param(pdf(shown("办结32件。"))[:200], "damaged", id="32-truncated"),
    ],
)
def test_32_files_that_cannot_be_read_say_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        rp.read(data, "云岭镇.pdf")
    assert (caught.value.name, caught.value.reason) == ("云岭镇.pdf", reason)
    assert "云岭镇.pdf" in str(caught.value)


def test_34_a_text_called_pdf_is_read_as_text() -> None:
    assert rp.read("办结198件。".encode("gb18030"), "云岭镇.pdf").document.text == "办结198件。"


# Places


def test_1_figure_over_a_page_break_has_two_boxes() -> None:
    first = [*column(80, 700, ["全年共办理群众来信来访和各类求助事项共计三千二百"])]
    second = [*column(80, 100, ["五十余件，办结率达到百分之九十八。"])]
    report = rp.read(pdf([*first, say(285, 790, "- 7 -", 14)], [*second]))
    claim = report.claims[0]
    assert claim.quantity.value == 3250
    upper, lower = report.locate(claim)
    assert (upper.page, upper.label, lower.page) == (1, "7", 2)
    assert upper.size == lower.size == (595, 842)
    assert upper.box is not None
    assert lower.box is not None
    assert upper.box.left == pytest.approx(80 + 16 * 20, abs=1)
    assert upper.box.top == pytest.approx(700, abs=2)
    assert (lower.box.left, lower.box.top) == pytest.approx((80, 100), abs=2)


def test_every_figure_is_read_once() -> None:
    lines = [HEAD, *[f"{FULL}办结{at}件，投入{at}.5万元。" for at in range(101, 125)]]
    pages = typeset(lines, height=9, header="云岭镇人民政府文件")
    rows = [[f"村{at}", str(at), f"{at}%"] for at in range(201, 214)]
    document = read(*pages, [*table(100, 100, rows), bar(90, 60, 500, 61)])
    numbered = "".join(f"- {at} -" for at in range(1, len(pages) + 1))
    cells = " ".join(" ".join(row) for row in rows)
    printed = DIGITS.findall("".join(lines)) + re.findall(r"\d+", numbered + " " + cells)
    assert Counter(DIGITS.findall(document.text)) == Counter(printed)
