"""Tidy tables: columns in their fixed order, types that hold, Chinese headers."""

from __future__ import annotations

import re

import pandas as pd
import pytest

import reportparse as rp
from factory import TEXT, audited
from reportparse import frames, rows
from reportparse.document import Cell, Document, Line, Paragraph, Place, Source, Table
from reportparse.report import report_of
from reportparse.span import Span

CLAIMS = [
    "report", "path", "section", "period", "actor", "action", "measure", "value", "low",
    "high", "unit", "kind", "status", "hedge", "text", "sentence", "page", "start",
    "end", "claim_id",
]  # fmt: skip
#: Sections, hedges, kinds, statuses, relations and findings of many kinds.
CODED = """\
白沙镇2031年工作总结
一、工作情况
（一）普法。全年举办讲座41场，其中进村18场、进校15场、进厂10场。走访农户37余户，近200户受益。
1.信访。受理206件，办结194件，办结率94.2%，比上年增长5%。上年受理190件。
（1）投入约1.2万元，新增面积3.5亩，时长至少2小时。一是累计建成站点12个。
二、下一步打算
2032年计划新建调解室3个。
"""


def paged() -> rp.Report:
    """Return a report of two pages with a table."""
    text = "共有村9个。\n共有人口3.2万人。\n村\t户数"
    lines = (
        Line(Span(0, 6), Place(page=1)),
        Line(Span(7, 17), Place(page=2)),
        Line(Span(18, 22), Place(page=2), "table"),
    )
    cells = (Cell("村", Span(18, 19), 0, 0), Cell("户数", Span(20, 22), 0, 1))
    source = Source("two.pdf", "pdf", "0" * 64, 1, pages=2)
    paragraphs = (Paragraph((Span(0, 6),)), Paragraph((Span(7, 17),)))
    table = Table(cells, "各村户数", "户", 2)
    return report_of(Document(text, source, lines, paragraphs, (table,)))


def test_claims_columns_are_those_of_the_design() -> None:
    assert list(rp.parse(TEXT).to_frame().columns) == CLAIMS


@pytest.mark.parametrize("what", rows.COLUMNS)
@pytest.mark.parametrize("text", ["", TEXT], ids=["empty", "full"])
def test_tables_have_their_columns_and_types(what: str, text: str) -> None:
    frame = rp.parse(text).to_frame(what)  # type: ignore[arg-type]
    assert tuple(frame.columns) == rows.COLUMNS[what]
    for column in frame.columns:
        dtype = str(frame[column].dtype)
        if column in rows.WHOLE:
            assert dtype == "Int64"
        elif column in rows.REAL:
            assert dtype == "float64"


@pytest.mark.parametrize("what", rows.COLUMNS)
def test_chinese_headers_stand_for_the_english(what: str) -> None:
    report = audited()
    english = report.to_frame(what)  # type: ignore[arg-type]
    chinese = report.to_frame(what, lang="zh")  # type: ignore[arg-type]
    assert list(chinese.columns) == [rows.HEADERS_ZH[column] for column in english.columns]
    assert len(set(chinese.columns)) == len(chinese.columns)


@pytest.mark.parametrize("what", rows.COLUMNS)
def test_chinese_tables_hold_no_english_codes(what: str) -> None:
    report = rp.parse(CODED)
    english = report.to_frame(what)  # type: ignore[arg-type]
    chinese = report.to_frame(what, lang="zh")  # type: ignore[arg-type]
    assert len(english) == len(chinese)
    for column in rows.SPOKEN & set(english.columns):
        cells = chinese[rows.HEADERS_ZH[column]].dropna().tolist()
        assert not [cell for cell in cells if re.search("[a-z]", cell)]
        told = dict(zip(english[column].dropna(), cells, strict=True))
        assert [rows.WORDS_ZH[code] for code in told] == list(told.values())


@pytest.mark.parametrize(
    ("what", "column", "english", "chinese"),
    [
        (
            "relations",
            "members",
            "whole=c1; part=c2; part=c3; part=c4",
            "总数=c1; 分项=c2; 分项=c3; 分项=c4",
        ),
        (
            "findings",
            "evidence",
            "whole=41场；part=18场；part=15场；part=10场",
            "总数=41场；分项=18场；分项=15场；分项=10场",
        ),
    ],
)
def test_parts_that_figures_play_have_names(
    what: str, column: str, english: str, chinese: str
) -> None:
    report = rp.parse("全年举办讲座41场，包括进村18场、进校15场、进厂10场。")
    assert report.to_frame(what)[column].iloc[0] == english  # type: ignore[arg-type]
    frame = report.to_frame(what, lang="zh")  # type: ignore[arg-type]
    assert frame[rows.HEADERS_ZH[column]].iloc[0] == chinese


def test_a_claim_as_a_row() -> None:
    row = rp.parse(TEXT).to_frame().iloc[0]
    assert row["measure"] == "讲座"
    assert (row["value"], row["low"], row["high"], row["unit"]) == (31, 31, 31, "场次")
    assert row["sentence"].startswith("全年共举办讲座31场次")
    assert TEXT[row["start"] : row["end"]] == row["text"] == "31场次"
    assert row["path"] == "一、工作情况 / （一）加强普法宣传"
    assert row["claim_id"] == "c1"


def test_what_is_unbounded_or_unknown_is_missing() -> None:
    frame = rp.parse("整治18余次，投入超过5万元。").to_frame()
    assert frame["high"].isna().all()
    assert frame["page"].isna().all()


def test_pages_are_known_in_paged_formats() -> None:
    report = paged()
    assert report.to_frame()["page"].tolist() == [1, 2]
    cells = report.to_frame("tables")
    assert cells[["table", "row", "column", "text", "page"]].to_numpy().tolist() == [
        [1, 0, 0, "村", 2],
        [1, 0, 1, "户数", 2],
    ]


@pytest.mark.parametrize(("lang", "said"), [("en", "the parts exceed the total"), ("zh", "分项")])
def test_findings_speak_the_language(lang: str, said: str) -> None:
    frame = audited().to_frame("findings", lang)  # type: ignore[arg-type]
    assert frame.iloc[0][{"en": "message", "zh": "说明"}[lang]].startswith(said)


def test_relations_name_their_figures() -> None:
    frame = rp.parse(TEXT).to_frame("relations")
    assert "whole=c1; part=c2; part=c3; part=c4" in frame["members"].tolist()
    assert set(frame["relation_id"]) == {f"r{at}" for at in range(1, len(frame) + 1)}


def test_several_reports_make_one_table() -> None:
    both = frames.to_frame([rp.parse(TEXT), rp.parse("调解纠纷3件。")])
    assert isinstance(both, pd.DataFrame)
    assert both["claim_id"].tolist().count("c1") == 2


def test_other_tables_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match="no such table: 'facts'; there are claims"):
        rp.parse("").to_frame("facts")  # type: ignore[arg-type]
