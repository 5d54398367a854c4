"""What lines and elements of a page say about themselves."""

from __future__ import annotations

import pytest

from reportparse.reading.leaf import Region, Strand


@pytest.mark.parametrize(
    ("text", "linked", "found"),
    [
        ("政务公开", 4, True),
        ("政务公开 >", 4, False),
        ("见附件", 2, False),
        ("走访", 0, False),
    ],
)
def test_links(text: str, linked: int, found: bool) -> None:
    assert Strand(text, "/html/body", linked=linked).is_link is found


@pytest.mark.parametrize(
    ("stops", "linked", "found"), [(9, 0, True), (8, 0, False), (9, 30, False), (9, 29, True)]
)
def test_a_region_that_may_hold_the_report(stops: int, linked: int, found: bool) -> None:
    assert Region("/html/body", 0, 5, stops, 100, linked, 1).holds(8.5, 0.3) is found
