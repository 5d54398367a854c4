"""Audit pages in a real browser: Chromium of the system, no network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or ""
WIDE: Final = (1440, 900)
NARROW: Final = (420, 860)


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield started
        finally:
            started.close()


@contextmanager
def opened(started: Browser, path: Path, size: tuple[int, int] = WIDE) -> Iterator[Page]:
    """Open a page; an error of its script, or anything that it asks for, fails the test."""
    faults: list[str] = []
    context = started.new_context(viewport={"width": size[0], "height": size[1]}, offline=True)
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text))
    page.on("request", lambda asked: faults.extend(_fetched(asked.url)))
    page.goto(path.as_uri())
    yield page
    context.close()
    assert not faults


def _fetched(url: str) -> list[str]:
    return [] if url.startswith(("file:", "data:", "blob:")) else [url]
