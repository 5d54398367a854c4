"""Which reports are about the same place and year."""

from __future__ import annotations

import pytest

from reportparse.archive.identity import completed, identities
from reportparse.rows import Row

CHAIN = "甲省/乙市/丙县/石桥镇"


@pytest.mark.parametrize(
    ("chains", "chain", "whole"),
    [
        ([CHAIN, "石桥镇"], "石桥镇", CHAIN),
        ([CHAIN, "丙县/石桥镇", "石桥镇"], "石桥镇", CHAIN),
        ([CHAIN, "甲省/乙市/丁县/石桥镇", "石桥镇"], "石桥镇", "石桥镇"),
        ([CHAIN, "丁县/石桥镇"], "丁县/石桥镇", "丁县/石桥镇"),
        ([CHAIN, ""], "", ""),
    ],
    ids=["completed", "by_the_longest", "two_fit", "another_county", "unknown"],
)
def test_chains_are_completed_where_one_fits(chains: list[str], chain: str, whole: str) -> None:
    assert completed(chains)[chain] == whole


def record(doc: str, place: str = "石桥镇", quality: str = "digital", figures: int = 20) -> Row:
    return (doc, f"{doc}.txt", place, "", "年度报告", 2023, quality, figures)


@pytest.mark.parametrize(
    ("records", "counting"),
    [
        ([record("a"), record("b", "云岭镇")], {"a", "b"}),
        ([record("a", quality="ocr", figures=22), record("b")], {"b"}),
        ([record("a", figures=11), record("b")], {"b"}),
        ([record("a"), record("b")], {"a"}),
        ([record("a", ""), record("b", "")], {"a", "b"}),
    ],
    ids=["two_places", "recognised", "fewer_figures", "equal", "no_place"],
)
def test_copies_of_one_report_count_once(records: list[Row], counting: set[str]) -> None:
    assert {one.doc for one in identities(records) if one.counts} == counting


def test_a_place_has_its_own_name_and_its_series() -> None:
    (one,) = identities([record("a", CHAIN)])
    assert (one.name, one.series) == ("石桥镇", (CHAIN, "年度报告"))
