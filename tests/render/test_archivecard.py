"""The notebook's card of an archive."""

from __future__ import annotations

from collections import Counter

from lxml import html

from reportparse.archive.comparisons import Discrepancies, Discrepancy, Exhibit
from reportparse.archive.run import Tally
from reportparse.findings import Confidence, Severity
from reportparse.render.archivecard import archive_card, discrepancies_card
from reportparse.render.card import OPEN

TALLY = Tally(
    total=9, read=6, failed=Counter(empty=1, damaged=2),
    rows=Counter(claims=30, relations=4, findings=5), codes=Counter(TOT101=1, CHG104=4),
)  # fmt: skip


def rows(drawn: str) -> list[list[str]]:
    tree = html.fromstring(drawn)
    return [[cell.text or "" for cell in row.xpath("td")] for row in tree.xpath(".//tr")]


def test_tells_what_was_read_and_found_most_frequent_first() -> None:
    drawn = archive_card(TALLY)
    assert "共 6 份报告" in drawn
    assert "数据 30 项，勾稽关系 4 项，问题 5 项" in drawn
    assert "未能读取 3" in drawn
    damaged, empty, change, total = rows(drawn)
    assert damaged == ["damaged", "2", "文件已损坏"]
    assert empty == ["empty", "1", "没有任何文字"]
    assert change[:2] == ["CHG104", "4"]
    assert total[:2] == ["TOT101", "1"]
    assert change[2]
    assert total[2]


def test_english_card() -> None:
    drawn = archive_card(TALLY, "en")
    assert "not readable 3" in drawn
    assert ["damaged", "2", "is damaged"] in rows(drawn)


def test_an_archive_without_failures_names_none() -> None:
    assert "未能读取" not in archive_card(Tally(total=1, read=1))
    assert rows(archive_card(Tally(total=1, read=1))) == []


FOUND = Discrepancy(
    "ARC101", "base_differs", Severity.WARNING, Confidence.HIGH, "上年数前后不一", "bases differ",
    "<乙>2023.txt", "d2", "白沙镇", 2023, "190 ≠ 109",
    (Exhibit("before", "甲2022.txt", "d1", "c1", "109件", 3, 7),), "f1",
)  # fmt: skip


def test_discrepancies_are_a_tuple_and_cards() -> None:
    found = Discrepancies([FOUND])
    assert found == (FOUND,)
    drawn = found._repr_html_()
    (card,) = html.fromstring(drawn).xpath(".//div[@class='finding warning']")
    assert [one.text_content() for one in card] == [
        "ARC101 警告：上年数前后不一", "190 ≠ 109", "甲2022.txt：109件",
    ]  # fmt: skip
    assert "bases differ" in discrepancies_card(found, "en")


def test_many_discrepancies_are_folded_and_none_is_said() -> None:
    assert "另有问题 2 项" in discrepancies_card([FOUND] * (OPEN + 2))
    assert "未发现问题" in discrepancies_card([])
