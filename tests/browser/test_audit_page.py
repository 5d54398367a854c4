"""The audit page as an auditor uses it, in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

import browsing
import pdfs
from factory import TEXT
from reportparse.reading import read_document
from reportparse.report import parse, read

pytestmark = pytest.mark.skipif(not browsing.CHROMIUM, reason="no Chromium")

BODY: Final = (
    TEXT.replace("250件，化解245件，化解率98%", "250件，化解245件，化解率90%")
    + """\

| 项目 | 件数 |
|---|---|
| 受理 | 120 |
| 办结 | 118 |

全年走访农户18余次。群众满意率达97%。
"""
)
#: A report that tries to be more than text.
EVIL: Final = (
    "<script>window.hit=1</script>镇2023年工作报告\n\n一、<img src=x onerror='window.hit=1'>情况\n"
    "共举办</script><script>window.hit=1</script>讲座31场次，其中<b>进校</b>12场次、进企24场次。"
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing.browser() as started:
        yield started


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a page with findings of several families and severities."""
    file = tmp_path_factory.mktemp("page") / "audit.html"
    parse(BODY).to_html(file)
    return file


@pytest.fixture
def page(chromium: Browser, path: Path) -> Iterator[Page]:
    with browsing.opened(chromium, path) as shown:
        yield shown


def cards(page: Page) -> list[str]:
    return page.eval_on_selector_all(".finding:not([hidden])", "all => all.map(one => one.id)")


def lit(page: Page) -> list[str]:
    return page.eval_on_selector_all("mark.lit", "all => all.map(one => one.textContent)")


def in_view(page: Page, selector: str) -> bool:
    """Tell whether an element stands inside of the column of the text."""
    return page.evaluate(
        """selector => {
          const a = document.querySelector(selector).getBoundingClientRect();
          const b = document.querySelector("main").getBoundingClientRect();
          return a.top >= b.top && a.bottom <= b.bottom;
        }""",
        selector,
    )


def card_of(page: Page, code: str) -> str:
    """Return the id of the first card of a check."""
    return page.eval_on_selector_all(
        ".finding",
        "(all, code) => all.find(one => one.querySelector('h3').textContent.includes(code)).id",
        code,
    )


def test_click_on_a_finding_scrolls_and_lights_its_evidence(page: Page) -> None:
    page.set_viewport_size({"width": 1300, "height": 420})
    page.evaluate("document.querySelector('main').scrollTop = 1e6")
    name = card_of(page, "RAT")
    assert not in_view(page, f"mark[data-names~={name}]")
    page.click(f"#{name} .message")
    assert lit(page) == ["250件", "245件", "90%"]
    assert in_view(page, "mark.lit")
    assert "current" in page.get_attribute(f"#{name}", "class")


def test_pointer_lights_and_leaves(page: Page) -> None:
    page.hover(f"#{card_of(page, 'RAT')} h3")
    assert "90%" in lit(page)
    page.hover("header")
    assert lit(page) == []


def test_click_on_a_figure_leads_to_its_card(page: Page) -> None:
    page.click("mark:has-text('245件')")
    assert page.evaluate("document.activeElement.id") == card_of(page, "RAT")


def test_hint_tells_what_a_figure_is(page: Page) -> None:
    page.hover("mark:has-text('46处')")
    assert "实绩" in page.get_attribute("mark:has-text('46处')", "title")
    page.click("#language")
    page.hover("mark:has-text('245件')")
    page.hover("mark:has-text('46处')")
    assert "actual" in page.get_attribute("mark:has-text('46处')", "title")


def test_filters_by_severity_and_family(page: Page) -> None:
    total = len(cards(page))
    page.uncheck("input[name=severity][value=error]")
    left = cards(page)
    assert 0 < len(left) < total
    assert page.inner_text("#count") == f"显示 {len(left)} / {total}"
    assert not page.is_visible(f"#{card_of(page, 'RAT')}")
    assert "off" in page.get_attribute(f"mark[data-names~={card_of(page, 'RAT')}]", "class")
    page.check("input[name=severity][value=error]")
    page.uncheck("input[name=family][value=RAT]")
    assert 0 < len(cards(page)) < total
    page.check("input[name=family][value=RAT]")
    assert len(cards(page)) == total


def test_keyboard(page: Page) -> None:
    shown = cards(page)
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == shown[0]
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == shown[0]
    page.keyboard.press("2")
    assert page.is_checked(f"#{shown[0]} input[value=dismissed]")
    page.keyboard.press("r")
    page.keyboard.type("jk 已核")
    assert page.input_value(f"#{shown[0]} textarea") == "jk 已核"
    page.keyboard.press("Escape")
    page.evaluate("document.querySelector('main').scrollTop = 1e6")
    page.keyboard.press("Enter")
    assert in_view(page, "mark.lit")


def test_verdicts_are_saved_and_loaded(chromium: Browser, path: Path, tmp_path: Path) -> None:
    saved = tmp_path / "verdicts.json"
    with browsing.opened(chromium, path) as page:
        name = card_of(page, "RAT")
        fingerprint = page.get_attribute(f"#{name}", "data-fingerprint")
        page.check(f"#{name} input[value=dismissed]")
        page.fill(f"#{name} textarea", "口径不同，<已核>")
        with page.expect_download() as download:
            page.click("#save")
        assert download.value.suggested_filename == "text.verdicts.json"
        download.value.save_as(saved)
    written = json.loads(saved.read_text(encoding="utf-8"))
    assert written["schema"] == "reportparse-verdicts/1"
    (one,) = written["verdicts"]
    assert one["fingerprint"] == fingerprint
    assert (one["verdict"], one["remark"]) == ("dismissed", "口径不同，<已核>")

    written["verdicts"].append({"fingerprint": "gone", "verdict": "open", "remark": ""})
    saved.write_text(json.dumps(written), encoding="utf-8")
    with browsing.opened(chromium, path) as page:
        assert not page.is_checked(f"#{name} input[value=dismissed]")
        page.set_input_files("#load", saved)
        expect(page.locator("#told")).to_contain_text("已载入 1 条结论，另有 1 条")
        assert page.is_checked(f"#{name} input[value=dismissed]")
        assert page.input_value(f"#{name} textarea") == "口径不同，<已核>"
        page.check("input[name=undecided]")
        assert not page.is_visible(f"#{name}")
        with page.expect_download() as download:
            page.click("#save")
        again = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
        assert again["verdicts"] == written["verdicts"]


def test_verdicts_outlive_a_reload(page: Page) -> None:
    page.check("#f1 input[value=open]")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    assert page.is_checked("#f1 input[value=open]")


@pytest.mark.parametrize("content", ["{", "[]", '{"schema": "other/1", "verdicts": []}', ""])
def test_other_files_are_refused(page: Page, tmp_path: Path, content: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(content, encoding="utf-8")
    page.set_input_files("#load", file)
    expect(page.locator("#told")).to_have_text("other.json: 不是核查结论文件")


def test_language(page: Page) -> None:
    assert page.inner_text("aside h2") == "问题"
    page.click("#language")
    assert page.inner_text("aside h2") == "findings"
    assert "问题" not in page.inner_text("aside h2")
    assert page.inner_text("#count").startswith("shown")
    page.click("#language")
    assert page.inner_text("aside h2") == "问题"


def test_prints_text_findings_and_verdicts(page: Page, tmp_path: Path) -> None:
    page.check("#f1 input[value=confirmed]")
    page.fill("#f2 textarea", "待发文单位答复")
    printed = tmp_path / "audit.pdf"
    page.pdf(path=printed, prefer_css_page_size=True)
    document = read_document(printed.read_bytes())
    text = "".join(document.text.split())
    assert "245/250=98%≠90%" in text
    assert "待发文单位答复" in text
    assert "属实" in text
    assert "不属实" not in text
    assert "保存结论" not in text
    assert text.index("全年走访农户") < text.index("245/250=98%≠90%")


def test_outline_leads_to_the_section(page: Page) -> None:
    page.set_viewport_size({"width": 1300, "height": 420})
    page.click("nav a:has-text('下一步打算')")
    assert in_view(page, "#s6")


def test_a_report_cannot_run_anything(chromium: Browser, tmp_path: Path) -> None:
    path = tmp_path / "evil.html"
    parse(EVIL).to_html(path)
    with browsing.opened(chromium, path) as page:
        assert page.evaluate("window.hit") is None
        assert "<script>window.hit=1</script>镇2023年" in page.inner_text("main")
        assert "<b>进校</b>" in page.inner_text(".finding .quote")
        assert page.evaluate("document.querySelectorAll('main img, aside img').length") == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", [browsing.WIDE, browsing.NARROW], ids=["wide", "narrow"])
def test_accessible(chromium: Browser, path: Path, lang: str, size: tuple[int, int]) -> None:
    with browsing.opened(chromium, path, size) as page:
        if lang == "en":
            page.click("#language")
        page.keyboard.press("j")
        found = Axe().run(page).response["violations"]
    bad = [
        (one["id"], [node["target"] for node in one["nodes"]])
        for one in found
        if one["impact"] in {"serious", "critical", "moderate"}
    ]
    assert bad == []


def test_narrow_page_has_no_sideways_scrolling(chromium: Browser, path: Path) -> None:
    with browsing.opened(chromium, path, browsing.NARROW) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= browsing.NARROW[0]
        assert not page.is_visible("nav")
        page.click("#unfold")
        page.click("nav a:has-text('下一步打算')")
        assert not page.is_visible("nav")
        page.click("#f1 .message")
        assert in_view(page, "mark.lit")


def test_pages_of_a_pdf(chromium: Browser, tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    pages = pdfs.typeset(
        ["全年共举办讲座31场次，其中进校园12场次、进企业24场次。", "群众满意率达97%。"]
    )
    source.write_bytes(pdfs.pdf(*pages))
    path = tmp_path / "a.html"
    read(source).to_html(path)
    with browsing.opened(chromium, path) as page:
        assert page.is_visible("#text")
        page.click("#pages")
        assert not page.is_visible("#text")
        page.click("#f1 .message")
        assert in_view(page, "#sheets .box.lit[data-pin='1']")
        assert page.locator("#sheets .box.lit.evidence").count() >= 3
        page.click("#sheets .box.at >> nth=0")
        assert page.evaluate("document.activeElement.id") == "f1"
        found = Axe().run(page).response["violations"]
        assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []


def test_pages_can_be_left_out(tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(pdfs.pdf([pdfs.say(80, 100, "全年共举办讲座31场次。")]))
    assert not re.search("<img|id=.pages", read(source).to_html(pages=False))
