from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.cleaning import FULL_WIDTH, _radicals, clean
from reportparse.document import Document, Paragraph
from reportparse.reading import document_of
from reportparse.span import Span


def cleaned(text: str) -> str:
    return clean(document_of(text)).text


@pytest.mark.parametrize(
    ("text", "view"),
    [
        pytest.param("共**20** 万余件", "共20万余件", id="emphasis"),
        pytest.param("法\u200b治\ufeff政\u00ad府", "法治政府", id="no-width"),
        pytest.param("截至 2023 年，共 198 件", "截至2023年，共198件", id="around-figures"),
        pytest.param("（ 36 ）件，占 98 %", "（36）件，占98%", id="signs"),
        pytest.param(
            "调处86件,其中邻里50件;婚姻36件.",
            "调处86件，其中邻里50件；婚姻36件。",
            id="half-width",
        ),
        pytest.param(
            "如下:增长4.5%.其中,工业", "如下：增长4.5%。其中，工业", id="half-width-stops"
        ),
        pytest.param(
            "PM2.5,2024年,全县(含城区),占",
            "PM2.5,2024年，全县(含城区)，占",
            id="half-width-beside",
        ),
        pytest.param("共１２．５％，３２万元", "共12.5%，32万元", id="full-width"),
        pytest.param("Ａ级５Ｇ基站－1", "A级5G基站-1", id="letters"),
        pytest.param("总投资1，753亿元", "总投资1,753亿元", id="grouped"),
        pytest.param("总投资1，234，567元", "总投资1,234,567元", id="grouped-twice"),
        pytest.param("⼀、⺠⽣⼯作覆盖320⼾", "一、民生工作覆盖320户", id="radicals"),
        pytest.param("米 易 县 人 民 政 府 工 作", "米易县人民政府工作", id="spaced"),
        pytest.param("办件36&nbsp;件<U+00A0>以上", "办件36件以上", id="spelled"),
        pytest.param("调处198¹²件³，占94.9%[⁴]。", "调处198件，占94.9%。", id="notes"),
        pytest.param("调处198①件", "调处198件", id="circled-note"),
        pytest.param("落实（\n一）会议要求", "落实（一）会议要求", id="joined"),
        pytest.param("依托Smart\nCity平台" + "建设" * 40, "依托Smart", id="parted"),
    ],
)
def test_what_is_cleaned(text: str, view: str) -> None:
    assert cleaned(text).split("\n")[0] == view


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("中共柳溪镇委 柳溪镇人民政府", id="two-names"),
        pytest.param("编号20 30", id="two-figures"),
        pytest.param("新增12，3046户参保", id="a-comma-between-figures"),
        pytest.param("第1，2，3项", id="a-list-of-figures"),
        pytest.param("2022，2023年", id="years"),
        pytest.param("①㈠㎡…（一）", id="no-nfkc"),
        pytest.param("完成28,583万元，比例为22.8:21.2，15:30开会", id="marks-in-figures"),
        pytest.param("一.总体情况\n1.加强领导\n（一)强化", id="marks-of-numbering"),
        pytest.param("网址https://www.example.org/a?b=1", id="address"),
        pytest.param("占地30m²，用电50km³、约3×10⁴千瓦", id="exponents"),
        pytest.param("办结3项：①调解", id="circled-mark"),
        pytest.param("1. 加强领导", id="mark"),
        pytest.param("GDP 增长", id="letters"),
    ],
)
def test_what_stays(text: str) -> None:
    assert cleaned(text) == text


def test_more_blanks_between_figures_become_one() -> None:
    assert cleaned("表 20   30  40") == "表20 30 40"


def test_paragraphs_stand_on_lines_of_their_own() -> None:
    text = "总结。\r\n\r\n全年办件**36**件。\f下一步。"
    view = clean(document_of(text))
    assert view.text == "总结。\n全年办件36件。\n下一步。"
    at = view.text.index("36")
    assert view.span(at, at + 2).of(text) == "36"


def test_latin_words_keep_the_blank_that_a_break_stood_for() -> None:
    document = document_of("Smart\nCity")
    joined = replace(document, paragraphs=(Paragraph((Span(0, 5), Span(6, 10))),))
    view = clean(joined)
    assert view.text == "Smart City"
    assert view.span(6, 10) == Span(6, 10)


def test_a_document_without_text() -> None:
    assert cleaned("") == ""


def test_the_table_of_radicals_agrees_with_unicode() -> None:
    for radical, ideograph in _radicals().items():
        assert len(radical) == len(ideograph) == 1
        form = unicodedata.normalize("NFKC", radical)
        if form != radical:
            assert ideograph in {form, *"户青黄母龟"}, radical


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a document with pieces anywhere, as any reader might hand on."""
    text = draw(st.text(alphabet="共调2０９件，,.:％* 1\n⼀\u200b&nbsp;Ab\u3000", max_size=80))
    ends = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    pieces = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]
    size = draw(st.integers(1, 3))
    groups = [tuple(pieces[at : at + size]) for at in range(0, len(pieces), size)]
    return replace(document_of(text), paragraphs=tuple(map(Paragraph, groups)))


@given(documents())
def test_the_view_maps_back(document: Document) -> None:
    view = clean(document)
    pieces = [piece for paragraph in document.paragraphs for piece in paragraph.pieces]
    last = -1
    for at, character in enumerate(view.text):
        origin = view.origin(at)
        if character in "\n ":
            continue
        assert any(piece.start <= origin < piece.end for piece in pieces)
        original = document.text[origin]
        form = unicodedata.normalize("NFKC", original)
        assert character in {original, form, ",", FULL_WIDTH.get(original)}
        assert origin > last
        last = origin


@given(documents())
def test_cleaning_is_done_in_one_go(document: Document) -> None:
    first = clean(document)
    again = Document(first.text, document.source, (), (Paragraph((Span(0, len(first.text)),)),))
    if "&" not in document.text and "\n" not in first.text:
        assert clean(again).text == first.text
