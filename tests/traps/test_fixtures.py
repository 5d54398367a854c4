"""One report in the forms in which reports are published: the same from each as from its text."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final

import pdfplumber
import pytest

import reportparse as rp
from reportparse.document import Document
from reportparse.report import Report

DIGITS: Final = re.compile(r"\d+")
WIDTHS: Final = str.maketrans(",;:!?", "，；：！？")
#: Marks of emphasis, which the text has and no other form: a finding of the text alone.
ONLY_TEXT: Final = {"EXP116"}
TYPED = [
    "seed_gb18030.txt", "seed_gbk_crlf.txt", "seed_utf16le.txt", "seed_utf8bom.txt",
    "manual_notable.pdf", "manual.pdf", "chrome_print.pdf", "cid_nonembed.pdf", "fakebold.pdf",
    "kangxi_noactual.pdf", "manual_notable.docx", "manual.docx", "manual.doc", "manual.ofd",
    "gov.html", "gov_gb.html", "print.html",
]  # fmt: skip
#: Numbered by the word processor, five paragraphs cut in other places.
NUMBERED = ["auto_direct.pdf", "auto_direct.docx", "auto_direct.doc", "auto_direct.wps"]
BOTH = ["manual.pdf", "manual.docx", "manual.doc", *NUMBERED]
ONE = ["chrome_print.pdf", "kangxi_noactual.pdf", "gov.html", "gov_gb.html", "print.html"]
TABLES: Final = {name: [9, 32] for name in BOTH} | {name: [9] for name in ONE}


@cache
def read(path: Path) -> Report:
    return rp.read(path)


def fixture(shared: Path, name: str) -> Report:
    if name.endswith((".doc", ".wps")) and shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    return read(shared / "fixtures" / name)


def bare(text: str) -> str:
    """Leave out what no form keeps alike; the view has commas in one width."""
    return re.sub(r"[\s*]", "", text).translate(WIDTHS)


def paragraphs(shared: Path) -> list[str]:
    text = (shared / "seed" / "paragraphs.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]


def seed(shared: Path) -> Report:
    (path,) = (shared / "seed").glob("0*.txt")
    return read(path)


def outline(report: Report) -> list[tuple[int, str, str]]:
    """Return level, mark and title; the word processor's marks have full-width brackets."""
    wide = str.maketrans("()", "（）")
    return [
        (one.level, bare(one.mark).translate(wide), bare(one.title)) for one in report.sections
    ]


@pytest.mark.parametrize("name", TYPED)
def test_paragraphs(shared: Path, name: str) -> None:
    found = [bare(line) for line in fixture(shared, name).view.text.split("\n")]
    assert found == [bare(line) for line in paragraphs(shared)]


@pytest.mark.parametrize("name", NUMBERED)
def test_paragraphs_with_automatic_numbers(shared: Path, name: str) -> None:
    found = [bare(line) for line in fixture(shared, name).view.text.split("\n")]
    whole = [bare(line) for line in paragraphs(shared)]
    assert sum(line in found for line in whole) == 20
    assert "".join(found).translate(str.maketrans("()", "（）")) == "".join(whole).translate(
        str.maketrans("()", "（）")
    )


@pytest.mark.parametrize("name", [*TYPED, *NUMBERED])
def test_outline(shared: Path, name: str) -> None:
    found = outline(fixture(shared, name))
    assert len(found) == 36
    assert found == outline(seed(shared))


@pytest.mark.parametrize("name", [*TYPED, *NUMBERED])
def test_figures_and_relations(shared: Path, name: str) -> None:
    report, plain = fixture(shared, name), seed(shared)
    assert len(report.quantities) == 22
    for field in ("value", "interval", "unit", "kind", "num_text"):
        assert [getattr(one, field) for one in report.quantities] == [
            getattr(one, field) for one in plain.quantities
        ]
    assert [(one.kind, one.formula, one.verdict) for one in report.relations] == [
        (one.kind, one.formula, one.verdict) for one in plain.relations
    ]


@pytest.mark.parametrize("name", [*TYPED, *NUMBERED])
def test_findings(shared: Path, name: str) -> None:
    apart = ONLY_TEXT | ({"NUM105"} if name in NUMBERED else set())
    found, plain = fixture(shared, name).findings, seed(shared).findings
    assert [(one.code, one.working) for one in found if one.code not in apart] == [
        (one.code, one.working) for one in plain if one.code not in apart
    ]


@pytest.mark.parametrize("name", [*TYPED, *NUMBERED])
def test_every_number_stands_once(shared: Path, name: str) -> None:
    document = fixture(shared, name).document
    body = "\n".join(one.text(document) for one in document.paragraphs)
    written = Counter(DIGITS.findall("\n".join(paragraphs(shared))))
    assert Counter(DIGITS.findall(body)) == written
    assert lined(document, "table") == celled(document)
    if document.source.pages is not None:
        labels = [str(one.place.label) for one in document.furniture if one.place.label]
        numbers = Counter(DIGITS.findall(" ".join(dict.fromkeys(labels))))
        assert lined(document, "furniture") == numbers


def lined(document: Document, kind: str) -> Counter[str]:
    lines = (one.span.of(document.text) for one in document.lines if one.kind == kind)
    return Counter(DIGITS.findall("\n".join(lines)))


def celled(document: Document) -> Counter[str]:
    """Count the digits of all cells, captions and units."""
    texts = [cell.text for table in document.tables for cell in table.cells]
    texts += [text for table in document.tables for text in (table.caption, table.unit)]
    return Counter(DIGITS.findall("\n".join(texts)))


@pytest.mark.parametrize(("name", "heights"), TABLES.items(), ids=TABLES)
def test_tables(shared: Path, name: str, heights: list[int]) -> None:
    tables = fixture(shared, name).document.tables
    assert [len(table.rows()) for table in tables] == heights
    if len(tables) == 2:
        assert tables[1].rows()[-1][:2] == ("合计", "合计")
        assert [table.caption[:2] for table in tables] == ["表1", "表2"]
        word, word_too = fixture(shared, "manual.docx").document.tables
        assert [table.rows() for table in tables] == [word.rows(), word_too.rows()]
    frame = fixture(shared, name).to_frame("tables")
    assert list(frame["text"]) == [cell.text for table in tables for cell in table.cells]


@pytest.mark.parametrize("name", ["manual.pdf", "manual_notable.pdf", "cid_nonembed.pdf"])
def test_boxes_of_figures(shared: Path, name: str) -> None:
    """The box of a figure holds what another reader sees there, digit by digit."""
    report = fixture(shared, name)
    with pdfplumber.open(shared / "fixtures" / name) as other:
        for quantity in report.quantities:
            (place,) = report.locate(quantity.numeral)
            assert place.page is not None
            assert place.box is not None
            page = other.pages[place.page - 1]
            assert place.size == pytest.approx((page.width, page.height))
            inside = [
                char["text"]
                for char in page.chars
                if place.box.left < (char["x0"] + char["x1"]) / 2 < place.box.right
                and place.box.top < (char["top"] + char["bottom"]) / 2 < place.box.bottom
            ]
            assert bare("".join(inside)) == bare(quantity.num_text)
