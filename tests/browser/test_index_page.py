"""The page over many reports as an auditor uses it, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

import browsing
from factory import TEXT, audited
from reportparse.render.index import to_index
from reportparse.report import parse

pytestmark = pytest.mark.skipif(not browsing.CHROMIUM, reason="no Chromium")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.browser() as started:
        yield started


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return an index of three reports with the pages that it leads to."""
    clean = parse(TEXT).with_findings([])
    small = parse("河口乡2021年工作报告\n\n走访40户。").with_findings([])
    named = [("001-a.html", small), ("002-b.html", audited()), ("003-c.html", clean)]
    for name, report in named:
        report.to_html(tmp_path / name)
    (tmp_path / "index.html").write_text(to_index(named), encoding="utf-8")
    return tmp_path / "index.html"


@pytest.fixture
def page(chromium: Browser, path: Path) -> Iterator[Page]:
    with browsing.opened(chromium, path) as shown:
        yield shown


def order(page: Page) -> list[str]:
    return page.eval_on_selector_all("tbody a", "all => all.map(one => one.getAttribute('href'))")


def test_a_head_puts_the_reports_in_its_order(page: Page) -> None:
    assert order(page) == ["002-b.html", "001-a.html", "003-c.html"]
    page.click("thead button:has-text('年度')")
    assert order(page)[0] == "001-a.html"
    page.click("thead button:has-text('年度')")
    assert order(page)[-1] == "001-a.html"
    assert page.get_attribute("thead th[aria-sort]", "aria-sort") == "descending"
    page.click("thead button:has-text('序号')")
    assert order(page) == ["002-b.html", "001-a.html", "003-c.html"]


def test_the_greatest_number_comes_first(page: Page) -> None:
    page.click("thead button:has-text('核对通过')")
    assert order(page)[-1] == "001-a.html"


def test_leads_to_a_report(page: Page) -> None:
    page.click("tbody a >> nth=0")
    page.wait_for_selector(".finding")
    assert page.url.endswith("002-b.html")


def test_language_switches(page: Page) -> None:
    assert page.inner_text("h1") == "共 3 份报告"
    page.click("#language")
    assert page.inner_text("h1") == "3 reports"
    assert "checked and right" in page.inner_text("thead")


@pytest.mark.parametrize("size", [browsing.WIDE, browsing.NARROW], ids=["wide", "narrow"])
def test_fits_and_is_accessible(chromium: Browser, path: Path, size: tuple[int, int]) -> None:
    with browsing.opened(chromium, path, size) as page:
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert Axe().run(page).response["violations"] == []
