"""All comparisons over an archive."""

from __future__ import annotations

from paged import pages, report_of, two_years
from reportparse.archive.compare import COMPARISONS, compared

SAME = "共办理行政许可事项218件，受理群众来访347人次，发放宣传资料5260份，巡查河道96次。"


def test_codes_are_in_order_and_given_once() -> None:
    codes = [one.code for one in COMPARISONS]
    assert codes == sorted(set(codes))


def test_everything_is_found_in_order_of_places() -> None:
    texts = two_years("云岭镇", SAME, SAME)
    texts["石桥.txt"] = report_of("石桥镇", 2023, "云岭镇党委召开会议15次。")
    found = compared(pages(texts))
    assert [(one.code, one.place) for one in found] == [
        ("ARC102", "云岭镇"),
        ("ARC104", "石桥镇"),
    ]


def test_an_empty_archive_is_silent() -> None:
    assert compared(pages({})) == ()
