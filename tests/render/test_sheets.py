"""Pages with boxes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

import pdfs
from factory import finding
from reportparse.render import sheets
from reportparse.report import Report, read

LINES = ["全年共举办讲座31场次，其中进校园12场次、", "进企业10场次、进农村8场次。"]


@pytest.fixture
def report(tmp_path: Path) -> Report:
    path = tmp_path / "a.pdf"
    pages = [[pdfs.say(80, 100 + 29 * at, line) for at, line in enumerate(LINES)], []]
    path.write_bytes(pdfs.pdf(*pages))
    found = read(path)
    return found.with_findings([finding(found, "31场次")])


def test_each_page_has_a_picture_and_its_boxes(report: Report) -> None:
    tree = html.fromstring(f"<div>{sheets.sheets(report)}</div>")
    assert len(tree.xpath(".//img")) == 2
    first, second = tree.findall("figure")
    assert len(first.xpath(".//span[contains(@class, 'figure')]")) == 4
    assert not second.xpath(".//span[contains(@class, 'box')]")


def test_box_lies_on_the_figure(report: Report) -> None:
    tree = html.fromstring(f"<div>{sheets.sheets(report)}</div>")
    (box,) = tree.xpath(".//span[@data-pin='1']")
    left, top, width, height = map(float, re.findall(r":(-?[\d.]+)%", box.get("style")))
    # Seven characters of 16 points stand before it, of which none is Latin.
    assert left / 100 * 595 == pytest.approx(80 + 7 * 16, abs=2)
    assert width / 100 * 595 == pytest.approx(2 * 8 + 2 * 16, abs=3)
    assert top / 100 * 842 == pytest.approx(100, abs=6)
    assert height / 100 * 842 == pytest.approx(16, abs=8)


def test_pictures_keep_to_the_budget(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "BUDGET", 1)
    drawn = sheets.sheets(report)
    assert drawn.count("<img") == 1
    assert "未附图" in drawn


def test_without_the_file_there_are_no_pages(report: Report) -> None:
    Path(report.name).unlink()
    assert sheets.sheets(report) == ""
