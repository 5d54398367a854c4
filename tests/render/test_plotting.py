"""Plots: what is drawn, in letters that the browser draws, and what is refused."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

import pytest

from reportparse.archive.panel import COLUMNS
from reportparse.errors import MissingExtra
from reportparse.render.plotting import LINES, Plot, plot_panel, plot_report
from reportparse.report import parse

pytest.importorskip("altair")

REPORT: Final = parse(
    "河湾镇2023年工作总结\n开篇走访12户。\n"
    "一、调解工作\n共调解纠纷70件，其中邻里纠纷28件、婚姻纠纷20件、土地纠纷22件。\n"
    "二、普法工作\n举办讲座41场，其中进村18场、进校15场、进厂10场。发放资料3000份。\n"
    "参与人数同比增长12.5%。\n"
)


def rows(places: int, indicator: str = "disputes_mediated", low: int = 40) -> list[tuple]:
    """Return a panel of two years."""
    return [
        tuple(
            {
                "place": f"{place}号镇", "year": year, "indicator": indicator, "unit": "件",
                "value": 40, "low": low, "high": None if low > 40 else 40, "text": "40件",
            }.get(column, "")
            for column in COLUMNS
        )
        for place in range(places)
        for year in (2022, 2023)
    ]  # fmt: skip


def drawn(plot: Plot) -> list[dict]:
    """Return the values that a plot draws."""
    record = plot.chart.to_dict()
    return record.get("data", record.get("layer", [{}])[0].get("data"))["values"]


@pytest.mark.parametrize(
    ("part", "outcomes"),
    [
        pytest.param("（标题至首节）", {"未涉勾稽": 1}, id="before-the-first-section"),
        pytest.param("一、调解工作", {"相符": 4}, id="agrees"),
        pytest.param("二、普法工作", {"不符": 4, "未涉勾稽": 1, "无法核算": 1}, id="disagrees"),
    ],
)
def test_every_figure_is_drawn_by_what_became_of_it(part: str, outcomes: dict[str, int]) -> None:
    found = [one["outcome"] for one in drawn(plot_report(REPORT)) if one["part"] == part]
    assert {one: found.count(one) for one in found} == outcomes


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", ("数据项数", "核对情况", "相符", "不符")), ("en", ("figures", "recomputed", "holds"))],
)
def test_words_are_letters_in_the_picture(lang: str, words: tuple[str, ...]) -> None:
    picture = plot_report(REPORT, lang).svg()
    assert [word for word in words if word not in re.findall(r">([^<>]+)</text>", picture)] == []
    assert "Noto Sans CJK SC" in picture


def test_a_report_without_figures_has_a_plot() -> None:
    assert drawn(plot_report(parse("无。"))) == []
    assert plot_report(parse("无。")).svg().startswith("<svg")


@pytest.mark.parametrize("name", ["disputes_mediated", "纠纷调处数"])
def test_indicator_goes_by_id_and_name(name: str) -> None:
    plot = plot_panel(rows(2), name)
    assert repr(plot) == "<Plot: 纠纷调处数（件）>"
    assert {one["place"] for one in drawn(plot)} == {"0号镇", "1号镇"}


@pytest.mark.parametrize(
    ("places", "mark"),
    [pytest.param(LINES, "line", id="a-line-each"),
     pytest.param(LINES + 1, "errorband", id="the-middle-of-many")],
)  # fmt: skip
def test_many_places_are_drawn_as_their_middle(places: int, mark: str) -> None:
    layers = plot_panel(rows(places), "纠纷调处数").chart.to_dict()["layer"]
    assert mark in {layer["mark"]["type"] for layer in layers}
    assert any(layer["mark"]["type"] == "errorband" for layer in layers) is (places > LINES)


def test_an_end_that_is_open_is_drawn_at_the_value() -> None:
    assert {one["high"] for one in drawn(plot_panel(rows(1, low=41), "纠纷调处数"))} == {40.0}


def test_an_indicator_of_ones_own_has_its_id() -> None:
    assert repr(plot_panel(rows(1, "charging_piles"), "charging_piles", "en")) == (
        "<Plot: charging_piles (件)>"
    )


@pytest.mark.parametrize("name", ["粮食产量", "grain_output", ""])
def test_an_indicator_that_is_not_there_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"no such indicator .* there are 纠纷调处数$"):
        plot_panel(rows(1), name)


@pytest.mark.parametrize(
    ("ending", "begins"),
    [(".svg", "<svg"), (".html", "<!DOCTYPE html>"), (".json", "{")],
)
def test_saved(ending: str, begins: str, tmp_path: Path) -> None:
    path = tmp_path / f"plot{ending}"
    plot_report(REPORT).save(path)
    text = path.read_text(encoding="utf-8")
    assert text.lstrip().startswith(begins)
    assert not re.search(r"<(?:script|link)[^>]+(?:src|href)=", text)


def test_a_picture_of_dots_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"there are \.svg, \.html, \.json"):
        plot_report(REPORT).save(tmp_path / "plot.png")


def test_a_notebook_shows_the_picture() -> None:
    shown = plot_report(REPORT)._repr_mimebundle_(include=None, exclude=None)
    assert shown["image/svg+xml"].startswith("<svg")
    assert shown["text/plain"] == "<Plot: 河湾镇2023年工作总结>"


@pytest.mark.parametrize("library", ["altair", "vl_convert"])
def test_without_its_library_the_extra_is_named(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra, match=r"is needed: pip install 'reportparse-zh\[plot\]'"):
        REPORT.plot().svg()
