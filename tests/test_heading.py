from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.cleaning import clean
from reportparse.document import Document, Source
from reportparse.heading import find_heading, kind_of, kinds
from reportparse.reading import read_document
from reportparse.view import View

TEXT = "全镇上下扎实推进各项工作，社会大局保持和谐稳定，群众安全感进一步提升。"


def heading_of(text, metadata=()):
    document = Document(text, Source("text", "text", "", 0), (), (), metadata=metadata)
    return find_heading(View.of(text), document)


REPORT = (
    "岚口市石岭镇人民政府\n关于2023年法治政府建设情况的报告\n石府发〔2024〕7号\n县人民政府：\n"
    f"{TEXT}\n一、工作情况\n{TEXT}\n石岭镇人民政府\n二〇二四年一月五日"
)


def test_every_part_and_its_place():
    heading = heading_of(REPORT)
    assert heading.title == "岚口市石岭镇人民政府关于2023年法治政府建设情况的报告"
    assert heading.issuer == "石岭镇人民政府"
    assert heading.addressee == "县人民政府"
    assert heading.doc_number == "石府发〔2024〕7号"
    assert (heading.year, heading.signed) == (2023, date(2024, 1, 5))
    assert (heading.kind, heading.level) == ("法治政府建设年度报告", "township")
    assert heading.covered == (date(2023, 1, 1), date(2023, 12, 31))
    spans = {
        "岚口市石岭镇人民政府\n关于2023年法治政府建设情况的报告": heading.title_span,
        "石岭镇人民政府": heading.issuer_span,
        "县人民政府": heading.addressee_span,
        "石府发〔2024〕7号": heading.doc_number_span,
        "二〇二四年一月五日": heading.signed_span,
    }
    assert [span.of(REPORT) for span in spans.values()] == list(spans)
    start, end = heading.body
    assert REPORT[start:end] == f"{TEXT}\n一、工作情况\n{TEXT}\n"


ISSUERS = {
    "who signs": (f"2023年工作总结\n{TEXT}\n石岭镇人民政府\n2024年1月5日", "石岭镇人民政府"),
    "who sign together": (
        f"2023年工作总结\n{TEXT}\n中共石岭镇委员会 石岭镇人民政府\n2024年1月5日",
        "中共石岭镇委员会、石岭镇人民政府",
    ),
    "whom the title names": (f"岚口市水务局2023年工作总结\n{TEXT}", "岚口市水务局"),
    "who stands below the title": (f"岚口市2023年统计公报\n岚口市统计局\n{TEXT}", "岚口市统计局"),
    "for whom one speaks": (
        f"政府工作报告\n各位代表：\n现在，我代表鹿泽县人民政府报告工作。\n{TEXT}",
        "鹿泽县人民政府",
    ),
    "the nation": ("政府工作报告\n各位代表：\n现在，我代表国务院报告工作。", "国务院"),
    "who speaks": (
        "政府工作报告\n鹿泽县人民政府县长 某某\n各位代表：\n现在，我代表县人民政府报告工作。",
        "鹿泽县人民政府",
    ),
    "whose place the title names": (
        "鹿泽县2024年政府工作报告\n各位代表：\n现在，我代表县人民政府报告工作。",
        "鹿泽县人民政府",
    ),
    "where the congress is": (
        (
            "政府工作报告\n——2024年1月6日在鹿泽县第十届人民代表大会第四次会议上\n各位代表：\n"
            "现在，我代表县人民政府报告工作。"
        ),
        "鹿泽县人民政府",
    ),
    "nobody": (f"2023年工作总结\n{TEXT}", None),
}


@pytest.mark.parametrize(("text", "issuer"), ISSUERS.values(), ids=ISSUERS)
def test_issuers(text, issuer):
    heading = heading_of(text)
    assert heading.issuer == issuer
    assert heading.issuers == tuple((issuer or "").split("、") if issuer else ())


YEARS = {
    "title": (f"石岭镇2023年工作总结\n{TEXT}", 2023),
    "title in Chinese": (f"石岭镇二〇二三年工作总结\n{TEXT}", 2023),
    "two years": (f"石岭镇2023年工作总结和2024年工作打算\n{TEXT}", 2023),
    "first heading": (f"石岭镇工作总结\n{TEXT}\n一、2023年工作回顾\n{TEXT}", 2023),
    "signed in January": (f"石岭镇工作总结\n{TEXT}\n2024年1月5日", 2023),
    "signed in December": (f"石岭镇工作总结\n{TEXT}\n2023年12月25日", 2023),
    "unknown": (f"石岭镇工作总结\n{TEXT}", None),
}


@pytest.mark.parametrize(("text", "year"), YEARS.values(), ids=YEARS)
def test_years(text, year):
    assert heading_of(text).year == year


COVERED = {
    "a year": ("石岭镇2023年工作总结", (date(2023, 1, 1), date(2023, 12, 31))),
    "half a year": ("石岭镇2023年上半年工作总结", (date(2023, 1, 1), date(2023, 6, 30))),
    "three quarters": ("石岭镇2023年前三季度工作总结", (date(2023, 1, 1), date(2023, 9, 30))),
    "a quarter": ("石岭镇2023年第一季度工作总结", (date(2023, 1, 1), date(2023, 3, 31))),
    "several years": ("石岭镇2021—2023年工作总结", (date(2021, 1, 1), date(2023, 12, 31))),
    "a session": (
        "鹿泽县2024年政府工作报告\n（2024年1月6日）",
        (date(2023, 1, 1), date(2023, 12, 31)),
    ),
    "unknown": ("石岭镇工作总结", None),
}


@pytest.mark.parametrize(("head", "covered"), COVERED.values(), ids=COVERED)
def test_the_time_reported_on(head, covered):
    assert heading_of(f"{head}\n{TEXT}").covered == covered


SESSIONS = {
    "one speaks": ("各位代表：\n现在，我代表县人民政府向大会报告工作。", True),
    "what a congress has set": (
        f"一、2023年工作回顾\n县十六届人大三次会议确定的目标全面完成。{TEXT}", True,
    ),
    "a summary": (f"一、2023年工作回顾\n{TEXT}", False),
    "a summary that names a congress": (
        f"青枫镇2023年工作总结\n镇十六届人大三次会议确定的目标。{TEXT}", False,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "session"), SESSIONS.values(), ids=SESSIONS)
def test_reports_to_a_congress_without_a_title(text, session):
    assert (heading_of(text).kind == "政府工作报告") is session


def test_the_place():
    heading = heading_of(
        f"2023年工作总结\n保定市徐水县人民政府：\n{TEXT}\n高林村镇人民政府\n2024年1月5日"
    )
    assert heading.place.chain == ("河北省", "保定市", "徐水县", "高林村镇")
    assert heading.level == "township"


def test_an_index_table_fills_gaps():
    metadata = (
        ("标题", "石岭镇2023年工作总结"),
        ("发文机关", "石岭镇人民政府"),
        ("发文字号", "石府发〔2024〕7号"),
        ("成文日期", "2024-01-05"),
    )
    heading = heading_of(TEXT, metadata)
    assert heading.title == "石岭镇2023年工作总结"
    assert heading.issuer == "石岭镇人民政府"
    assert heading.doc_number == "石府发〔2024〕7号"
    assert heading.signed == date(2024, 1, 5)
    assert heading.issuer_span is None
    assert heading.title_span is None


def test_an_index_table_yields_to_the_report():
    heading = heading_of(REPORT, (("发文机关", "岚口市人民政府"), ("标题", "报告")))
    assert heading.issuer == "石岭镇人民政府"
    assert heading.title == "岚口市石岭镇人民政府关于2023年法治政府建设情况的报告"


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_the_example_of_a_kind_is_of_that_kind(kind):
    assert kind_of(kind.example) == kind.name


def test_a_title_of_no_kind():
    assert kind_of("石岭镇的春天") == ""


@given(
    st.text(
        alphabet="一二〇2023年月日.：，。\n 报告总结镇人民政府关于各位代表现在我石岭（）〔〕号—"
    )
)
def test_any_text_has_a_heading(text):
    heading = heading_of(text)
    assert 0 <= heading.body[0] <= heading.body[1] <= len(text)
    for span in (heading.title_span, heading.issuer_span, heading.signed_span):
        assert span is None or 0 <= span.start <= span.end <= len(text)


def test_the_seed_report(shared):
    gold = json.loads((shared / "seed" / "gold.json").read_text(encoding="utf-8"))["meta"]
    document = read_document(next((shared / "seed").glob("0*.txt")))
    heading = find_heading(clean(document), document)
    assert gold == {
        "title": heading.title,
        "issuer": heading.issuer,
        "addressee": heading.addressee,
        "year": heading.year,
        "signed": str(heading.signed),
    }
