from __future__ import annotations

import re
from collections import Counter
from contextlib import closing
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pdfs import pdf, picture, rule, say, table, typeset
from printed import body, sheet
from reportparse.cleaning import clean
from reportparse.document import DOUBTFUL, Document, Source
from reportparse.errors import UnreadableSource
from reportparse.reading import pdf as reader
from reportparse.span import Span
from scans import bound, drawn

DIGITS = re.compile(r"\d+")
REPORT = [
    "云岭县二〇二三年法治工作报告",
    "一、工作情况",
    "全年共调处各类纠纷198件，其中邻里纠纷76件、婚姻家庭纠纷54件、土地纠纷68件，"
    "调处成功188件，成功率94.9%，比上年提高2.1个百分点。" * 3,
    "（一）加强组织领导。召开专题会议12次，研究事项36项，落实经费32.5万元。" * 4,
    "（二）强化普法宣传。开展宣传活动15场次，发放资料2.3万份，受众1.2万余人次。" * 6,
    "二、存在的不足",
    "工作创新不够，个别村（社区）台账登记不及时。",
    "云岭县人民政府",
]


def read(data: bytes, name: str = "a.pdf") -> Document:
    return reader.read(data, Source(name, "pdf", "", len(data)))


def paragraphs(document: Document) -> list[str]:
    return [paragraph.text(document) for paragraph in document.paragraphs]


def remarks(document: Document) -> dict[str, str]:
    return {remark.code: remark.message for remark in document.remarks}


# Whole reports


@pytest.mark.parametrize("height", [22, 9, 5], ids=["two-pages", "many-pages", "short-pages"])
@pytest.mark.parametrize("number", ["- {} -", "— {} —", "第{}页", "{}"])
def test_paragraphs_of_a_typeset_report(height: int, number: str) -> None:
    pages = typeset(REPORT, height=height, header="云岭县人民政府文件", number=number)
    document = read(pdf(*pages))
    assert paragraphs(document) == REPORT
    assert len(document.furniture) == 2 * len(pages)
    assert [line.place.label for line in document.furniture][::2] == [
        str(at) for at in range(1, len(pages) + 1)
    ]
    assert document.source.pages == len(pages)
    assert document.source.quality == "digital"


WORD = st.text(
    st.sampled_from("云岭县全年共调处纠办结培训宣传走访群众落实经费项目建设"),
    min_size=2,
    max_size=9,
)
CLAUSE = st.one_of(
    WORD,
    st.tuples(WORD, st.integers(0, 99999), st.sampled_from(["件", "次", "万元", "%"])).map(
        lambda parts: "".join(map(str, parts))
    ),
)
SENTENCE = st.lists(CLAUSE, min_size=1, max_size=7).map(lambda clauses: "，".join(clauses) + "。")
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=6).map("".join)


@settings(max_examples=40, deadline=None)
@given(st.lists(PARAGRAPH, min_size=6, max_size=14), st.integers(8, 24))
def test_any_report_heals(texts: list[str], height: int) -> None:
    # Paragraphs of several lines show where the margins are.
    texts = [REPORT[2], *texts, REPORT[3]]
    assert paragraphs(read(pdf(*typeset(texts, height=height)))) == texts


def test_blanks_of_the_source_stay_and_the_view_drops_them() -> None:
    document = read(pdf([say(80, 100, "全年接待群众 1200 人次，办结 32 件。")]))
    assert document.text == "全年接待群众 1200 人次，办结 32 件。"
    assert clean(document).text == "全年接待群众1200人次，办结32件。"


# The ladder


@pytest.mark.parametrize(
    ("content", "text", "code", "quality"),
    [
        pytest.param(
            [say(80, 100, "全年办结32件。"), say(150, 500, "内部资料", 48, angle=45)],
            "全年办结32件。",
            "stamped",
            "digital",
            id="watermark",
        ),
        pytest.param(
            [picture(0, 0, 595, 842), say(80, 100, "全年共办结各类案件32件。", mode=3)],
            "全年共办结各类案件32件。",
            "ocr_layer",
            "ocr",
            id="recognised-layer",
        ),
        pytest.param(
            [say(80 + x, 100, "一、总体情况") for x in (0, 0.3, 0.6)],
            "一、总体情况",
            "",
            "digital",
            id="bold-by-striking-thrice",
        ),
        pytest.param(
            [say(80, 100, "新建水池100m"), say(180, 98, "2", 8), say(186, 100, "。")],
            "新建水池100m²。",
            "",
            "digital",
            id="exponent",
        ),
        pytest.param([say(80, 100, "⼀、⼯作情况")], "⼀、⼯作情况", "", "digital", id="radicals"),
        pytest.param(
            [say(80, 100, "全年办结\ue123\ue124件。")],
            "全年办结\ue123\ue124件。",
            "garbled",
            "digital",
            id="private-use",
        ),
    ],
)
def test_page(
    monkeypatch: pytest.MonkeyPatch, content: list[str], text: str, code: str, quality: str
) -> None:
    monkeypatch.setattr(reader, "is_installed", lambda: False)
    document = read(pdf(content))
    assert document.text == text
    assert list(remarks(document)) == ([code] if code else [])
    assert document.source.quality == quality


def test_scanned_page_among_others_waits_for_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "is_installed", lambda: False)
    words = [say(80, 100, "全年办结32件。")]
    document = read(pdf(words, [picture(0, 0, 595, 842)], words, [picture(0, 0, 595, 842)]))
    assert document.text.count("\n") == 1
    assert remarks(document) == {
        "needs_ocr": "Pages without text, to be recognised with reportparse-zh[ocr]: 2, 4"
    }
    assert [line.place.page for line in document.lines] == [1, 3]
    with pytest.raises(UnreadableSource, match=r"needs reportparse-zh\[ocr\] to be installed"):
        read(pdf([picture(0, 0, 595, 842)]))


def test_scanned_page_among_others_is_recognised() -> None:
    words = say(80, 100, "全年办结32件。")
    scan = drawn([words, say(80, 130, "调处纠纷198件。")], until=421)
    document = read(bound([words], scan))
    assert document.text.split("\n") == ["全年办结32件。", "全年办结32件。", "调处纠纷198件。"]
    assert [line.place.page for line in document.lines] == [1, 2, 2]
    assert document.source.quality == "mixed"
    assert remarks(document)["recognised"].endswith(": 2")
    # A figure of the scan stands where the same figure of the page before does.
    typed, read_again = document.lines[:2]
    assert typed.confidence == 1 > read_again.confidence > 0.9
    (one,), (other,) = (document.locate(Span(at + 4, at + 6)) for at in (0, 9))
    assert one.box is not None
    assert other.box is not None
    assert other.box.left == pytest.approx(one.box.left, abs=4)
    assert other.box.top == pytest.approx(one.box.top, abs=8)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(
            [picture(0, 0, 595, 842), say(80, 100, "全 年 办 结 3Z 件", mode=3)],
            "ocr_layer",
            id="layer",
        ),
        pytest.param([say(80, 100, "\ue123" * 30), "0 g"], "garbled", id="fonts"),
    ],
)
def test_recognition_that_finds_too_little_changes_nothing(content: list[str], code: str) -> None:
    document = read(pdf(content))
    assert set(remarks(document)) == {code}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param([say(80, 100, "全年办结\ue12336件。")], id="fonts"),
        pytest.param(
            [picture(0, 0, 595, 842), say(80, 100, "全 年 办 结 3 6", mode=3)], id="layer"
        ),
    ],
)
def test_page_with_useless_text_is_read_anew(
    monkeypatch: pytest.MonkeyPatch, content: list[str]
) -> None:
    read_anew = sheet(1, body("全年办结案件36件。"))
    monkeypatch.setattr(reader, "sheet_of", lambda *_: read_anew)
    document = read(pdf(content))
    assert document.text == "全年办结案件36件。"
    assert set(remarks(document)) == {"recognised"}
    assert document.source.quality == "ocr"


def test_layer_does_not_say_how_sure_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "is_installed", lambda: False)
    document = read(pdf([picture(0, 0, 595, 842), say(80, 100, "全年办结案件32件。", mode=3)]))
    assert document.confidence(Span(6, 9)) == reader.UNTOLD < DOUBTFUL


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        pytest.param([picture(0, 0, 595, 842)], "1", id="no-text"),
        pytest.param([picture(0, 0, 595, 842), say(80, 800, "扫描全能王创建")], "1", id="few"),
        pytest.param(
            [picture(0, 0, 595, 842), say(80, 800, "由掌上扫描仪创建 www.example.org", 9)],
            "1",
            id="line-of-the-program",
        ),
        pytest.param([rule(80, 90 + x, 500, 90 + x) for x in range(60)], "1", id="outlines"),
        pytest.param([picture(0, 0, 595, 842), say(80, 100, "办结案件" * 20, 6)], "", id="poster"),
        pytest.param([picture(0, 0, 300, 300), say(80, 500, "见上图")], "", id="figure"),
    ],
)
def test_pages_that_are_pictures(
    monkeypatch: pytest.MonkeyPatch, content: list[str], pages: str
) -> None:
    monkeypatch.setattr(reader, "is_installed", lambda: False)
    document = read(pdf(content, [say(80, 100, "全年办结32件。")]))
    assert remarks(document).get("needs_ocr", "")[-1:] == pages


def test_layer_on_one_page_of_two_is_mixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "is_installed", lambda: False)
    layer = [picture(0, 0, 595, 842), say(80, 100, "全年共办结各类案件32件。", mode=3)]
    assert read(pdf(layer, [say(80, 100, "全年办结32件。")])).source.quality == "mixed"


def test_chinese_read_as_latin_is_read_again() -> None:
    latin = "全年共调处各类矛盾纠纷".encode("gb18030").decode("cp1252", "replace")
    assert "\ufffd" not in latin
    strip = next(iter(reader._decoded(tuple(_strips(latin)))))
    assert strip.text == "全年共调处各类矛盾纠纷"
    assert strip.edges[:3] == (80, 96, 112)


def _strips(text: str) -> list[reader.Strip]:
    edges = tuple(80.0 + 8 * at for at in range(len(text) + 1))
    return [reader.Strip(text, edges, 100, 116)]


@pytest.mark.parametrize(
    "text",
    ["Annual report", "全年办结32件", "éàüöéàüö", ""],
    ids=["latin", "chinese", "accents", "none"],
)
def test_other_text_is_not_read_again(text: str) -> None:
    strips = tuple(_strips(text)) if text else ()
    assert reader._decoded(strips) == strips


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_page_turned_as_a_whole(rotate: int) -> None:
    # The text stands upright on the page as shown.
    content = {
        0: [say(100, 100, "全年办结32件。")],
        90: [say(100, 100, "全年办结32件。", angle=90)],
        180: [say(400, 100, "全年办结32件。", angle=180)],
        270: [say(100, 400, "全年办结32件。", angle=270)],
    }[rotate]
    document = read(pdf(content, rotate=rotate))
    assert paragraphs(document) == ["全年办结32件。"]
    (line,) = document.lines
    assert line.edges
    assert line.place.size == ((842, 595) if rotate % 180 else (595, 842))
    assert line.place.box is not None
    assert line.place.box.right - line.place.box.left == pytest.approx(112, abs=1)


def test_sideways_table_on_an_upright_page() -> None:
    lines = [
        say(100 + 30 * at, 600, text, angle=90)
        for at, text in enumerate(["东村30件。", "西村12件。"])
    ]
    document = read(pdf(lines))
    assert document.text == "东村30件。\n西村12件。"
    assert not document.lines[0].edges
    box = document.lines[0].place.box
    assert box is not None
    assert box.bottom - box.top > box.right - box.left


def test_table_with_its_caption() -> None:
    rows = [["村名", "办件量", "满意率"], ["东村", "5,137", "91.1%"], ["合计", "5,137", ""]]
    content = [say(80, 100, "办件情况如下。"), say(180, 150, "表1 各村办件量", 14)]
    document = read(pdf([*content, *table(100, 190, rows)]))
    assert paragraphs(document) == ["办件情况如下。"]
    (found,) = document.tables
    assert [list(row) for row in found.rows()] == rows
    assert found.caption == "表1 各村办件量"


# Hostile files


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.4\n", "damaged"),
        (b"%PDF-1.7\n%%EOF", "damaged"),
        (pdf([say(80, 100, "全年")])[:300], "damaged"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 40, "damaged"),
        (pdf(), "damaged"),
        (pdf([]), "empty"),
        (pdf([picture(0, 0, 595, 842)]), "empty"),
    ],
    ids=["head-only", "no-objects", "truncated", "noise", "no-pages", "blank", "scan"],
)
def test_what_cannot_be_read(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read(data, "坏.pdf")
    assert (caught.value.name, caught.value.reason) == ("坏.pdf", reason)


@pytest.mark.parametrize(
    ("limit", "value"), [("MAX_PAGES", 2), ("MAX_CHARACTERS", 10)], ids=["pages", "characters"]
)
def test_limits(monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    monkeypatch.setattr(reader, limit, value)
    with pytest.raises(UnreadableSource) as caught:
        read(pdf(*[[say(80, 100, "全年办结32件。")]] * 3))
    assert caught.value.reason == "too_large"


def test_page_with_too_much_on_it_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_ON_PAGE", 10)
    document = read(pdf([say(80, 100, "全年办结32件，" * 4)], [say(80, 100, "二、不足")]))
    assert document.text == "二、不足"
    assert remarks(document) == {
        "garbled": "The fonts of these pages do not say what their characters are: 1"
    }


def test_encrypted() -> None:
    with pytest.raises(UnreadableSource) as caught:
        read(ENCRYPTED)
    assert caught.value.reason == "encrypted"


#: An empty page under a user password that nobody knows (RC4, 40 bits).
ENCRYPTED = pdf([]).replace(
    b"trailer << ",
    b"trailer << /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] "
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
    + b"5a" * 32
    + b"> /U <"
    + b"a5" * 32
    + b"> >> ",
)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_files_are_read_or_refused(data: st.DataObject) -> None:
    broken = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(broken) - 1))
        if data.draw(st.booleans()):
            broken[at] = data.draw(st.integers(0, 255))
        else:
            del broken[at : at + data.draw(st.integers(1, 300))]
        if not broken:
            return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "is_installed", lambda: False)
        try:
            document = read(bytes(broken))
        except UnreadableSource:
            return
    assert document.lines[-1].span.end == len(document.text)


WHOLE = pdf(*typeset(REPORT[:4], height=9), table(100, 100, [["村名", "件数"], ["东村", "30"]]))


# Files made by other programs

TYPESET = [
    "manual",
    "manual_notable",
    "chrome_print",
    "cid_nonembed",
    "fakebold",
    "kangxi_noactual",
]


def fixture(shared: Path, name: str) -> Document:
    return read((shared / "fixtures" / f"{name}.pdf").read_bytes(), name)


WIDTHS = str.maketrans(",;:!?", "，；：！？")


def bare(text: str) -> str:
    """Leave out what no form keeps alike; the view has commas in one width."""
    return re.sub(r"[\s*]", "", text).translate(WIDTHS)


def expected(shared: Path) -> list[str]:
    text = (shared / "seed" / "paragraphs.txt").read_text(encoding="utf-8")
    return [bare(line) for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("name", TYPESET)
def test_every_paragraph_of_a_real_report(shared: Path, name: str) -> None:
    view = clean(fixture(shared, name))
    assert [bare(line) for line in view.text.split("\n")] == expected(shared)


def test_paragraphs_at_the_margin(shared: Path) -> None:
    """Numbers set by the word processor stand unindented; items are paragraphs there."""
    found = [bare(text) for text in paragraphs(fixture(shared, "auto_direct"))]
    assert len(found) == 31
    assert len(set(found) & set(expected(shared))) == 20
    assert [text[:2] for text in found if re.match("[一二三四五六七八九]是", text)] == [
        f"{number}是" for number in "一二三四五六七八九"
    ]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("manual", 18),
        ("manual_notable", 16),
        ("auto_direct", 20),
        ("cid_nonembed", 8),
        ("fakebold", 8),
    ],
)
def test_furniture_is_taken_out(shared: Path, name: str, count: int) -> None:
    document = fixture(shared, name)
    assert len(document.furniture) == count
    pages = document.source.pages or 0
    labels = {line.place.page: line.place.label for line in document.lines}
    assert labels == {page: str(page) for page in range(1, pages + 1)}


@pytest.mark.parametrize("name", ["manual", "auto_direct"])
def test_tables_are_whole(shared: Path, name: str) -> None:
    first, second = fixture(shared, name).tables
    assert [len(first.rows()), len(second.rows())] == [9, 32]
    assert {len(row) for table in (first, second) for row in table.rows()} == {4}
    assert second.rows()[-1][:2] == ("合计", "合计")
    assert first.caption.startswith("表 1") or first.caption.startswith("表1")


@pytest.mark.parametrize("name", [*TYPESET, "auto_direct", "edge", "double_layer"])
def test_every_number_is_there_once(
    monkeypatch: pytest.MonkeyPatch, shared: Path, name: str
) -> None:
    monkeypatch.setattr(reader, "is_installed", lambda: False)
    with closing(pypdfium2.PdfDocument(shared / "fixtures" / f"{name}.pdf")) as file:
        printed = "\n".join(page.get_textpage().get_text_range() for page in file)
    ours = fixture(shared, name).text.replace("²", "2")
    assert Counter(DIGITS.findall(ours)) == Counter(DIGITS.findall(printed))


@pytest.mark.parametrize("name", ["manual", "cid_nonembed"])
def test_boxes_hold_the_figures_that_another_reader_sees(shared: Path, name: str) -> None:
    document = fixture(shared, name)
    with pdfplumber.open(shared / "fixtures" / f"{name}.pdf") as other:
        characters = [
            [
                (char["text"], (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2)
                for char in page.chars
            ]
            for page in other.pages
        ]
    for figure in DIGITS.finditer(document.text):
        (place,) = document.locate(Span(*figure.span()))
        assert place.page is not None
        assert place.box is not None
        inside = [
            text
            for text, x, y in characters[place.page - 1]
            if place.box.left < x < place.box.right and place.box.top < y < place.box.bottom
        ]
        assert "".join(inside).strip() == figure.group()


def test_traps_on_one_file(shared: Path) -> None:
    document = fixture(shared, "edge")
    assert [bare(text) for text in paragraphs(document)][:4] == [
        "一、工作情况",
        "全年共调处纠纷198件，调处成功188件，调处成功率94.9%，比上年提高2.1个百分点。",
        "（一）强化领导。召开会议12次。",
        "面积100m²",
    ]
    assert document.tables[0].rows()[-1] == ("合计", "42")
    assert document.text.index("左栏第20行") < document.text.index("右栏第1行")
    assert "stamped" in remarks(document)


def test_scan(shared: Path) -> None:
    document = fixture(shared, "scan")
    typed = fixture(shared, "manual")
    assert len(document.paragraphs) == len(typed.paragraphs)
    digits = [Counter(DIGITS.findall(one.text)) for one in (document, typed)]
    assert digits[0] == digits[1]
    assert [len(found.rows()) for found in document.tables] == [9, 32]


def test_scan_under_a_poor_layer_is_recognised(shared: Path) -> None:
    document = fixture(shared, "double_layer")
    assert document.source.quality == "ocr"
    assert [one.code for one in document.remarks] == ["recognised"]
    text = clean(document).text
    assert all(figure in text for figure in ("69次", "28次", "模拟法庭1次", "3万余人", "25名"))


def test_statistical_bulletin(shared: Path) -> None:
    data = (shared / "reports" / "pref_tjgb_2023_zhoukou.pdf").read_bytes()
    document = read(data)
    assert [len(found.rows()) for found in document.tables] == [10, 18, 19, 11, 13, 17]
    assert [found.caption[:2] for found in document.tables] == [f"表{at}" for at in range(1, 7)]
    headings = [
        text for text in paragraphs(document) if re.match("[一二三四五六七八九十]{1,2}、", text)
    ]
    assert len(headings) == 11
    assert max(map(len, headings)) < 16
    assert len(document.furniture) == 13
