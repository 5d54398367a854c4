"""Figures that stand out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paged import pages, report_of
from reportparse.archive.comparisons import signed
from reportparse.archive.outliers import (
    PEERS,
    figure_is_unlike_its_peers,
    figure_jumps,
    robust,
)
from reportparse.archive.statements import Pages


def archive(last: int, years: tuple[int, ...] = (2023,)) -> Pages:
    """Return an archive of places with like figures, the last one's being `last`."""
    texts = {}
    for at in range(PEERS + 1):
        place = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"[at] + "山镇"
        for year in years:
            value = last if at == PEERS and year == years[-1] else 100 + at
            body = f"全年共调解矛盾纠纷{value}件。"
            texts[f"{place}{year}.txt"] = report_of(place, year, body)
    found = pages(texts)
    known = {
        doc: tuple(replace(one, indicator="纠纷调处数") for one in said)
        for doc, said in found.of.items()
    }
    return Pages(found.reports, known)


def test_a_figure_unlike_its_peers_is_noted() -> None:
    (one,) = signed(figure_is_unlike_its_peers, archive(9000))
    assert (one.severity, one.year) == ("note", 2023)
    assert "9000件" in one.message
    assert list(signed(figure_is_unlike_its_peers, archive(130))) == []


def test_a_jump_is_noted() -> None:
    (one,) = signed(figure_jumps, archive(9000, (2022, 2023)))
    assert one.message.startswith("矛盾纠纷由上年120件变为9000件，为75倍")
    assert list(signed(figure_jumps, archive(140, (2022, 2023)))) == []


def test_a_busy_year_is_no_jump() -> None:
    assert list(signed(figure_jumps, archive(290, (2022, 2023)))) == []


def test_a_large_place_has_large_figures() -> None:
    bodies = ("调解矛盾纠纷{}件", "受理信访事项{}件", "办理行政处罚案件{}件",
              "开展应急演练{}场", "办理法律援助案件{}件")  # fmt: skip
    texts = {}
    for at in range(PEERS + 1):
        place = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"[at] + "山镇"
        size = 20 if at == PEERS else 1
        body = "。".join(words.format((90 + at) * size) for words in bodies)
        texts[place] = report_of(place, 2023, f"{body}。")
    assert list(signed(figure_is_unlike_its_peers, pages(texts))) == []


@pytest.mark.parametrize("values", [[], [1.0, 900.0], [5.0] * PEERS], ids=["none", "few", "same"])
def test_nothing_stands_out_of_little(values: list[float]) -> None:
    assert robust(values) == [0.0] * len(values)
