"""The panel."""

from __future__ import annotations

from dataclasses import replace

from paged import pages, report_of
from reportparse.archive.panel import COLUMNS, WIDE, panel_rows, wide_rows
from reportparse.archive.statements import Pages

TEXTS = {
    f"{place}{year}.txt": report_of(place, year, f"全年共调解矛盾纠纷{value}件，同比增长9%。")
    for place, year, value in (("云岭镇", 2022, 40), ("云岭镇", 2023, 44), ("石桥镇", 2023, 9))
}


def indicated(texts: dict[str, str]) -> Pages:
    """Return pages whose claims have their measure as indicator."""
    found = pages(texts)
    known = {
        doc: tuple(replace(one, indicator=one.measure) for one in said)
        for doc, said in found.of.items()
    }
    return Pages(found.reports, known)


def test_place_by_year_by_indicator() -> None:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in panel_rows(indicated(TEXTS))]
    assert [(row["place"], row["year"], row["value"], row["claim_id"]) for row in rows] == [
        ("云岭镇", 2022, 40, "c1"),
        ("云岭镇", 2023, 44, "c1"),
        ("石桥镇", 2023, 9, "c1"),
    ]
    assert {row["indicator"] for row in rows} == {"矛盾纠纷"}


def test_wide_has_a_column_for_each_indicator() -> None:
    columns, rows = wide_rows(panel_rows(indicated(TEXTS)))
    assert columns == (*WIDE, "矛盾纠纷")
    assert [row[-1] for row in rows] == [40, 44, 9]


def test_several_figures_are_counted_and_one_chosen() -> None:
    body = "全年共调解矛盾纠纷44件。\n上半年调解矛盾纠纷20件。\n全年共调解矛盾纠纷40余件。"
    (row,) = panel_rows(indicated({"a.txt": report_of("云岭镇", 2023, body)}))
    cells = dict(zip(COLUMNS, row, strict=True))
    assert (cells["value"], cells["stated_values"]) == (44, 2)
