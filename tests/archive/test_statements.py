"""Claims as comparisons need them."""

from __future__ import annotations

import pytest

from paged import pages, report_of
from reportparse.archive import read_archive
from reportparse.archive.statements import by_key, decimal, pages_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全年共调解纠纷36件。", True),
        ("一季度调解纠纷36件。", False),
        ("力争调解纠纷36件。", False),
        ("每村调解纠纷36件。", False),
    ],
    ids=["year", "quarter", "goal", "each"],
)
def test_levels_of_the_year(sentence: str, *, expected: bool) -> None:
    (said,) = pages({"a.txt": report_of("云岭镇", 2023, sentence)}).of.values()
    assert bool(by_key(said)) is expected


def test_two_values_of_one_key_are_none() -> None:
    text = report_of("云岭镇", 2023, "全年共调解纠纷36件。", "全年共调解纠纷38件。")
    (said,) = pages({"a.txt": text}).of.values()
    assert by_key(said) == {}


def test_years_that_follow_each_other_are_pairs() -> None:
    found = pages(
        {f"{year}.txt": report_of("云岭镇", year, "走访36户。") for year in (2020, 2022, 2023)}
    )
    assert [(one.year, other.year) for one, other in found.pairs()] == [(2022, 2023)]


def test_numbers_are_as_printed() -> None:
    assert str(decimal(0.1)) == "0.1"
    assert decimal(None) is None


def test_a_store_gives_the_same_pages(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("reports")
    texts = {f"{year}.txt": report_of("云岭镇", year, "走访36户。") for year in (2022, 2023)}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    archive = read_archive(folder, workers=1)
    assert pages_of(archive.store) == pages(texts)


def test_a_report_counts_for_the_year_that_it_tells_of() -> None:
    text = (
        "云岭镇2023年政府工作报告\n2023年1月9日在云岭镇人民代表大会上\n一、2022年工作回顾\n"
        "2022年，调解矛盾纠纷120件，受理信访事项36件，开展应急演练9场。\n二、2023年工作安排\n"
        "调解矛盾纠纷140件。\n"
    )
    (report,) = pages({"a.txt": text}).reports
    assert report.year == 2022
    (report,) = pages({"a.txt": "云岭镇2023年工作总结\n2022年，走访36户。"}).reports
    assert report.year == 2023
