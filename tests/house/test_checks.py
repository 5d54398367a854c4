"""Every check is registered, has a code of its own, and a page whose examples are true."""

from __future__ import annotations

import importlib
import pkgutil
import re
import string
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

import reportparse.checks
from house.measure import ROOT
from marked import unmark
from paged import found as between
from reportparse.archive.compare import COMPARISONS
from reportparse.archive.comparisons import Comparison
from reportparse.checks import CHECKS
from reportparse.findings import Check
from reportparse.report import parse

PAGES: Final = ROOT / "docs" / "checks"
FAMILIES: Final = {"TOT", "RAT", "CHG", "RES", "TIM", "NUM", "EXP", "TAB", "ARC"}
SECTIONS: Final = (
    "What it finds",
    "Fires",
    "Silent",
    "Why it matters",
    "How it is worked out",
    "When it is wrong",
)
EXAMPLE: Final = re.compile(r"^```report\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: Reports of an archive, each under "=== name".
ARCHIVE: Final = re.compile(r"^```archive\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HAN: Final = re.compile(r"[\u4e00-\u9fff]")
#: A page that stays when its check goes, so that the code is not given again.
REMOVED: Final = "Removed in "

by_code = pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.code)


def page(code: str) -> str:
    path = PAGES / f"{code}.md"
    assert path.is_file(), f"missing: docs/checks/{code}.md"
    return path.read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """Return the text under each heading of the second level."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def fields(template: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(template) if field}


def found(one: Check, text: str) -> list[tuple[int, int]]:
    return sorted((fault.at.start, fault.at.end) for fault in one.find(parse(text)))


def defined() -> list[Check]:
    """Return every check that a module of the package defines."""
    names = [module.name for module in pkgutil.iter_modules(reportparse.checks.__path__)]
    modules = [importlib.import_module(f"reportparse.checks.{name}") for name in names]
    return [value for module in modules for value in vars(module).values() if type(value) is Check]


def test_register_holds_every_check() -> None:
    assert {one.code for one in defined()} == {one.code for one in CHECKS}


def test_codes_and_names_are_given_once() -> None:
    for given in ([one.code for one in CHECKS], [one.name for one in CHECKS]):
        assert not [what for what, count in Counter(given).items() if count > 1]


@by_code
def test_code_is_a_family_and_a_number(one: Check) -> None:
    assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", one.code)
    assert one.family in FAMILIES


@by_code
def test_check_speaks_both_languages(one: Check) -> None:
    assert HAN.search(one.zh)
    assert HAN.search(one.title_zh)
    assert not HAN.search(one.title)
    fields = [
        {field for _, field, _, _ in string.Formatter().parse(text) if field}
        for text in (one.zh, one.en)
    ]
    assert fields[0] == fields[1]


@by_code
def test_page_has_its_sections(one: Check) -> None:
    text = page(one.code)
    assert text.startswith(f"# {one.code} ")
    assert tuple(sections(text)) == SECTIONS
    assert all(body.strip() for body in sections(text).values())


@by_code
def test_check_fires_where_its_page_says(one: Check) -> None:
    examples = EXAMPLE.findall(sections(page(one.code))["Fires"])
    assert examples, "no firing example"
    for example in examples:
        text, spans = unmark(example)
        assert spans, "a firing example marks the place with « »"
        assert found(one, text) == spans, text


@by_code
def test_check_is_silent_where_its_page_says(one: Check) -> None:
    examples = EXAMPLE.findall(sections(page(one.code))["Silent"])
    assert examples, "no silent example"
    for example in examples:
        assert found(one, example) == [], example


@pytest.mark.parametrize("one", COMPARISONS, ids=lambda one: one.code)
def test_comparison_is_as_its_page_says(one: Comparison) -> None:
    text = page(one.code)
    assert text.startswith(f"# {one.code} {one.name}\n")
    assert tuple(sections(text)) == SECTIONS
    for heading, fires in (("Fires", True), ("Silent", False)):
        for example in ARCHIVE.findall(sections(text)[heading]):
            names = re.split(r"^=== (.+)\n", example, flags=re.MULTILINE)[1:]
            texts = dict(zip(names[::2], names[1::2], strict=True))
            assert bool(between(one, texts)) is fires, example


@pytest.mark.parametrize("path", sorted(PAGES.glob("[A-Z]*.md")), ids=lambda path: path.stem)
def test_page_has_a_check(path: Path) -> None:
    known = path.stem in {one.code for one in (*CHECKS, *COMPARISONS)}
    assert known or REMOVED in path.read_text(encoding="utf-8")
