"""Fingerprints outlive another setting of the same report, and tell its findings apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

import reportparse as rp
from house.measure import ROOT
from reportparse.render.grid import width

TEXTS: Final = sorted((ROOT / "corpora" / "text").glob("*.txt"))
#: What a line break does not part: a figure from its sign, a word from the mark behind it.
PIECE: Final = re.compile(
    r"[（《“(]*(?:[0-9.]+[%％]?|[A-Za-z]+|.)[，。；、：）”》！？,;:)]*", re.DOTALL
)
FULL: Final = str.maketrans("0123456789%", "０１２３４５６７８９％")
#: Columns of a page of 28 characters.
PAGE: Final = 56


def wrapped(text: str) -> str:
    """Break every line that is wider than a page."""
    return "\n".join(line for one in text.split("\n") for line in _lines(one))


def _lines(paragraph: str) -> list[str]:
    lines = [""]
    for piece in PIECE.findall(paragraph):
        if lines[-1] and width(lines[-1] + piece) > PAGE:
            lines.append("")
        lines[-1] += piece
    return lines


SETTINGS: Final[dict[str, Callable[[str], str]]] = {
    "carriage-returns": lambda text: text.replace("\n", "\r\n"),
    "indented": lambda text: re.sub(r"(?m)^(?=\S)", "　　", text),
    "blank-lines": lambda text: text.replace("\n", "\n\n"),
    "spaces-before-units": lambda text: re.sub(r"(?<=[0-9])(?=[件个名场次人户起元])", " ", text),
    "full-width-figures": lambda text: text.translate(FULL),
}


def plain(finding: rp.Finding) -> tuple[str, ...]:
    """Return what a finding is about, whatever the setting."""
    texts = (finding.code, finding.message, *(one.text for one in finding.evidence))
    return tuple(re.sub(r"\s", "", unicodedata.normalize("NFKC", one)) for one in texts)


def home(report: rp.Report, finding: rp.Finding) -> str:
    """Return the path of the innermost section around a finding."""
    start = finding.span.start
    around = [one.path for one in report.sections if one.span.start <= start < one.span.end]
    return re.sub(r"\s", "", around[-1]) if around else ""


def is_whole(path: Path) -> bool:
    """Tell a text whose paragraphs stand on a line each; a broken one reads otherwise set anew."""
    return all(len(one.pieces) == 1 for one in rp.read(path).document.paragraphs)


@pytest.fixture(scope="module", params=filter(is_whole, TEXTS), ids=lambda path: path.stem)
def text(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return rp.read(path).document.text


def test_no_two_findings_share_one(text: str) -> None:
    found = [one.fingerprint for one in rp.parse(text).findings]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("setting", SETTINGS)
def test_another_setting_keeps_all(setting: str, text: str) -> None:
    before = {plain(one): one.fingerprint for one in rp.parse(text).findings}
    after = {plain(one): one.fingerprint for one in rp.parse(SETTINGS[setting](text)).findings}
    assert after == before


def test_line_breaks_keep_what_is_read_alike(text: str) -> None:
    """Joining broken lines is measured elsewhere; what it reads alike is signed alike."""
    signed = []
    for report in (rp.parse(text), rp.parse(wrapped(text))):
        once = {}
        for finding in report.findings:
            once.setdefault((plain(finding), home(report, finding)), finding.fingerprint)
        signed.append(once)
    before, after = signed
    alike = before.keys() & after.keys()
    # A title without a number may be lost, and with it the path of what stands below.
    assert len({key for key, _ in before} & {key for key, _ in after}) >= len(before) // 2
    assert [after[one] for one in alike] == [before[one] for one in alike]


@pytest.mark.parametrize(
    "name",
    [
        "manual.pdf", "manual.ofd", "manual.doc", "manual_notable.docx", "manual_notable.pdf",
        "chrome_print.pdf", "cid_nonembed.pdf", "fakebold.pdf", "gov.html", "gov_gb.html",
        "print.html", "seed_gb18030.txt", "seed_gbk_crlf.txt", "seed_utf16le.txt",
        "seed_utf8bom.txt",
    ],
)  # fmt: skip
def test_formats_of_one_report_are_signed_alike(name: str, shared: Path) -> None:
    # What a conversion to text left behind (**2023**) is no fault of the report.
    ignore = ("EXP116",)
    word = rp.audit(rp.read(shared / "fixtures" / "manual.docx"), ignore=ignore)
    other = rp.audit(rp.read(shared / "fixtures" / name), ignore=ignore)
    assert {one.fingerprint for one in other} == {one.fingerprint for one in word}
    assert len(word) > 5
