"""The shape of what is found between reports."""

from __future__ import annotations

import pytest

from house.measure import ROOT
from paged import found, two_years
from reportparse.archive.compare import COMPARISONS
from reportparse.archive.comparisons import Comparison
from reportparse.archive.yearly import running_total_shrinks

TEXTS = two_years("云岭镇", "累计建成充电桩260根。", "累计建成充电桩215根。")


def test_the_same_discrepancy_has_the_same_fingerprint() -> None:
    (one,), (again,) = (found(running_total_shrinks, TEXTS) for _ in range(2))
    assert one == again
    assert len(one.fingerprint) == 16
    assert one.said("en").startswith("充电桩: 215根 so far")


@pytest.mark.parametrize("one", COMPARISONS, ids=lambda one: one.code)
def test_each_has_a_page_and_two_languages(one: Comparison) -> None:
    page = (ROOT / "docs" / "checks" / f"{one.code}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {one.code} {one.name}")
    assert one.title
    assert one.title_zh
    assert one.zh != one.en
