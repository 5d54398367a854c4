"""What holds for every text, however broken: it parses, and everything in it has its place."""

from __future__ import annotations

import json
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reportparse.report import Report, parse
from reportparse.span import Span

#: What reports are made of, and what breaks readers.
PIECES = (
    "一、", "（一）", "(二)", "1.", "（1）", "一是", "二是", "第一，", "首先，", "其次，", "十、",
    "共", "其中", "分别为", "占", "同比增长", "较上年", "率达", "下降", "包括", "比", "各", "每村",
    "198件", "20万余件", "1.2亿元", "94.9％", "３２万元", "两成", "三分之二", "十几户", "18余次",
    "5—8万元", "0", "一起", "没发生一起", "百分之", "3.9:39.0:57.1", "第3位", "2个百分点",
    "万", "余", "2023年", "1—9月", "十四五", "12月31日", "截至", "全年", "今年以来",
    "2023年12月1日", "调处纠纷", "办理案件", "党委会议", "群众", "，", "。", "、", "；", "：",
    "\n", "\r\n", "\n\n",
    "**", " ", "\u3000", "\t", "《", "》", "“", "（", "）", "\f", "\ufeff", "\u200b", "\x00",
    "\ud800", "𠮷", "a", "%", "-", "/", "1", "９", ".", ",",
)  # fmt: skip

TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(max_size=60),
    st.text(
        alphabet="零〇一二三四五六七八九十百千万亿两余多0123456789.％%件元人、，。", max_size=30
    ),
)

EXAMPLES = settings(max_examples=300, deadline=None)


def spans(report: Report) -> list[Span]:
    return [
        *(quantity.span for quantity in report.quantities),
        *(quantity.numeral for quantity in report.quantities),
        *(period.span for period in report.periods),
        *(section.span for section in report.sections),
        *(section.mark_span for section in report.sections),
        *(claim.sentence for claim in report.claims),
        *(finding.span for finding in report.findings),
    ]


@EXAMPLES
@given(TEXTS)
def test_any_text_parses_and_always_alike(text: str) -> None:
    report = parse(text)
    assert report.document.text == text
    assert report == parse(text)


@EXAMPLES
@given(TEXTS)
def test_everything_stands_in_the_text(text: str) -> None:
    report = parse(text)
    for span in spans(report):
        assert 0 <= span.start <= span.end <= len(text)


@EXAMPLES
@given(TEXTS)
def test_spans_nest(text: str) -> None:
    report = parse(text)
    sections = {section.id: section for section in report.sections}
    for section in report.sections:
        assert section.span.covers(section.mark_span)
        if section.parent is not None:
            assert sections[section.parent].span.covers(section.span)
            assert sections[section.parent].level < section.level
    for claim in report.claims:
        assert claim.quantity.span.covers(claim.quantity.numeral)
        assert claim.sentence.covers(claim.quantity.span)


@EXAMPLES
@given(TEXTS)
def test_quantities_stand_in_order_and_apart(text: str) -> None:
    for one, next_one in pairwise(parse(text).quantities):
        assert one.span.end <= next_one.span.start


@EXAMPLES
@given(TEXTS)
def test_intervals_hold_what_is_stated(text: str) -> None:
    for quantity in parse(text).quantities:
        low, high = quantity.interval.low, quantity.interval.high
        assert low is None or high is None or low <= high


@EXAMPLES
@given(TEXTS)
def test_views_map_back(text: str) -> None:
    view = parse(text).view
    places = [view.origin(at) for at in range(len(view.text))]
    assert all(0 <= place < len(text) for place in places)
    for at in range(len(view.text)):
        if view.text[at] != "\n":
            assert view.at(view.origin(at)) == at


@EXAMPLES
@given(TEXTS)
def test_relations_are_of_the_report(text: str) -> None:
    report = parse(text)
    claims = set(report.claims)
    assert all(claim in claims for relation in report.relations for _, claim in relation.members)


@EXAMPLES
@given(TEXTS)
def test_every_face_shows_any_text(text: str) -> None:
    report = parse(text)
    assert json.loads(report.to_json())["schema"] == "reportparse/1"
    assert report.to_html().encode("utf-8")
    assert report._repr_html_().encode("utf-8")
    assert report.outline()


@EXAMPLES
@given(TEXTS)
def test_the_record_leads_only_to_what_it_holds(text: str) -> None:
    record = parse(text).to_dict()
    quantities = [one["id"] for one in record["quantities"]]
    claims = {one["id"] for one in record["claims"]}
    sections = {one["id"] for one in record["sections"]}
    assert [one["quantity"] for one in record["claims"]] == quantities
    assert {one["section"] for one in record["claims"]} <= sections | {None}
    assert {one["claim"] for it in record["relations"] for one in it["members"]} <= claims
    evidence = [one for finding in record["findings"] for one in finding["evidence"]]
    assert {one["claim"] for one in evidence} <= claims | {None}
    assert all(0 <= one["start"] < one["end"] <= len(text) for one in evidence)
    assert "NaN" not in json.dumps(record["quantities"])
