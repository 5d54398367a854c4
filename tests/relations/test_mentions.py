from __future__ import annotations

from decimal import Decimal

import pytest

from related import mentions_of, sentences_of
from reportparse import parse
from reportparse.relations.mentions import (
    MOST_FIGURES,
    alike,
    between,
    clauses_apart,
    printed,
    same_unit,
    sentences,
    summable,
)


def test_sentences():
    text = "受理60件，办结48件。没有数字。\n走访40家！培训骨干50人"
    found = sentences_of(text)
    assert [one.text for one in found] == ["受理60件，办结48件", "走访40家", "培训骨干50人"]
    assert [len(one.mentions) for one in found] == [2, 1, 1]
    assert all(text[one.start : one.end] == one.text for one in found)


def test_words_around_a_figure():
    first, second, third = mentions_of("全年受理60件，现已办结48件；培训骨干50人次以内。")
    assert (first.lead, first.tail, first.clause) == ("全年受理", "，现已办结", "全年受理")
    assert (second.lead, second.clause) == ("，现已办结", "现已办结")
    assert third.clause == "培训骨干"


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        ("活动12场（讲座8场、展览4场），培训60人", [0, 1, 1, 0]),
        ("活动12场[讲座8场(室内3场)]，培训60人", [0, 1, 2, 0]),
        ("活动12场），培训60人", [0, 0]),
        ("活动12场，培训60人", [0, 0]),
    ],
)
def test_open_brackets(text, depths):
    assert [one.depth for one in mentions_of(text)] == depths


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("每村配备网格员2名", True),
        ("人均耕地5亩", True),
        ("户均增收900元", True),
        ("讲座、展览各3场", True),
        ("每年开展讲座3场", False),
        ("各类讲座3场", False),
    ],
)
def test_figure_for_each(text, each):
    assert mentions_of(text)[0].is_each is each


PAIRS = [
    ("the same unit", "受理60件，办结48件", True, True),
    ("like measure words", "培训60人，其中女性30名", True, True),
    ("cases", "受理60件，其中行政48起", True, True),
    ("other units", "受理60件，培训48人", False, False),
    ("other magnitudes", "投入3万元，支出4000元", True, True),
    ("money and a count", "投入3万元，培训4万人", False, False),
    ("a price", "每亩补贴300元，投入3000元", True, False),
    ("for each of many", "每村配备网格员2名，女性1名", True, False),
]


@pytest.mark.parametrize(
    ("text", "unit", "same"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS]
)
def test_figures_of_a_kind(text, unit, same):
    first, second = mentions_of(text)
    assert (same_unit(first, second), alike(first, second)) == (unit, same)


def test_a_target_is_not_like_what_was_done():
    done, target = mentions_of("已建站点6个，计划2035年底前建成站点9个")
    assert same_unit(done, target)
    assert not alike(done, target)


@pytest.mark.parametrize(
    ("text", "adds_up"),
    [
        ("受理60件", True),
        ("投入3万元", True),
        ("种植水稻300亩", True),
        ("办结率98%", False),
        ("增长2倍", False),
        ("气温上升3摄氏度", False),
    ],
)
def test_summable(text, adds_up):
    mention = mentions_of(text)[0]
    assert summable(mention) is adds_up
    assert not (mention.is_rate and adds_up)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("讲座69次", "69"),
        ("走访120余户", "120余"),
        ("投入1.2万元", "1.2万"),
        ("办结率98.5%", "98.5%"),
        ("下降3个百分点", "3个百分点"),
        ("走访约40家", "约40"),
    ],
)
def test_printed(text, shown):
    assert printed(mentions_of(text)[0]) == shown


def test_between():
    (sentence,) = sentences_of("受理60件，经调解，现已办结48件")
    words = between(sentence, *sentence.mentions)
    assert words == "，经调解，现已办结"
    assert clauses_apart(words) == 2
    assert clauses_apart("、其中") == 0


def test_stated_value():
    mention = mentions_of("投入1.2万元")[0]
    assert (mention.stated.value, mention.stated.place) == (Decimal(12000), Decimal(1000))


def test_a_sentence_without_end_is_read_in_stretches() -> None:
    """Its cost stays in step with its length, and no figure is lost."""
    report = parse("其中党员1件，" * 500)
    places = [claim.id for relation in report.relations for _, claim in relation.members]
    stretches = sentences(report.claims, report.view)
    assert max(len(stretch.mentions) for stretch in stretches) <= MOST_FIGURES
    assert sum(len(stretch.mentions) for stretch in stretches) == len(report.claims) == 500
    assert set(places) <= {claim.id for claim in report.claims}
