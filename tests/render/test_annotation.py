"""The marked PDF: its highlights lie on the figures, and the source stays as it was."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdf
import pypdfium2
import pytest

import pdfs
from factory import finding
from reportparse.document import Box
from reportparse.errors import MissingExtra, UnreadableSource
from reportparse.render.annotation import in_file
from reportparse.report import Report, parse, read

LINES = ["全年共举办讲座31场次，其中进校园12场次、", "进企业10场次、进农村8场次。"]


def drawn(lines: list[str] = LINES, **kind: object) -> bytes:
    page = [pdfs.say(80, 100 + 29 * at, line) for at, line in enumerate(lines)]
    return pdfs.pdf(page, page, **kind)  # type: ignore[arg-type]


def audited(data: bytes) -> Report:
    report = read(data, "a.pdf")
    return report.with_findings([finding(report, "31场次", "12场次")])


def annotations(data: bytes) -> list[list[dict[str, object]]]:
    pages = pypdf.PdfReader(BytesIO(data)).pages
    return [[one.get_object() for one in page.get("/Annots", [])] for page in pages]


def mark(report: Report, data: bytes, folder: Path) -> bytes:
    report.to_marked_pdf(folder / "marked.pdf", data)
    return (folder / "marked.pdf").read_bytes()


def changed(before: bytes, after: bytes, scale: float = 2) -> Box:
    """Return the part of the first page that differs, in points from the top left."""
    pictures = [
        pypdfium2.PdfDocument(data)[0].render(scale=scale).to_numpy().astype(int)
        for data in (before, after)
    ]
    rows, columns = np.nonzero(np.abs(pictures[0] - pictures[1]).max(axis=2) > 16)
    edges = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    return Box(*(float(edge) / scale for edge in edges))


def close(one: Box, other: Box) -> bool:
    pairs = zip((one.left, one.top, one.right, one.bottom),
                (other.left, other.top, other.right, other.bottom), strict=True)  # fmt: skip
    return all(abs(a - b) <= 1.5 for a, b in pairs)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_what_is_drawn_lies_on_the_figure(tmp_path: Path, rotate: int) -> None:
    data = drawn(rotate=rotate)
    report = read(data, "a.pdf")
    report = report.with_findings([finding(report, "31场次", evidence=())])
    (place,) = report.locate(report.findings[0])
    assert place.box is not None
    assert close(changed(data, mark(report, data, tmp_path)), place.box)


@pytest.mark.parametrize(
    ("box", "turns", "expected"),
    [
        (Box(10, 20, 30, 40), 0, (15, 765, 35, 785)),
        (Box(10, 20, 30, 40), 1, (25, 15, 45, 35)),
        (Box(10, 20, 30, 40), 2, (575, 25, 595, 45)),
        (Box(10, 20, 30, 40), 3, (565, 775, 585, 795)),
    ],
)
def test_in_file(box: Box, turns: int, expected: tuple[float, ...]) -> None:
    assert in_file(box, (5, 5, 605, 805), turns) == expected


def test_notes_say_what_was_found(tmp_path: Path) -> None:
    data = drawn()
    first, second = annotations(mark(audited(data), data, tmp_path))
    assert [one["/Subtype"] for one in first] == ["/Highlight"] * 2
    assert second == []
    evidence, own = (str(one["/Contents"]) for one in first)
    assert evidence == "1 TOT101 分项：12场次"
    assert own == (
        "1 TOT101 错误：分项之和大于总数\n算式：12 + 10 + 8 = 30 ≠ 31\n把握：高"
    )  # fmt: skip


def test_notes_in_english(tmp_path: Path) -> None:
    data = drawn()
    audited(data).to_marked_pdf(tmp_path / "marked.pdf", data, "en")
    notes = annotations((tmp_path / "marked.pdf").read_bytes())[0]
    assert "TOT101 error: the parts exceed the total" in str(notes[1]["/Contents"])


def test_figure_over_two_lines_has_one_highlight_with_two_boxes(tmp_path: Path) -> None:
    data = drawn(["全年共受理矛盾纠纷和群众来信来访合计三万五千", "六百件，办结三万件。"])
    report = read(data, "a.pdf")
    whole = report.claims[0].quantity
    assert len(report.locate(whole)) == 2
    words = whole.span.of(report.document.text)
    report = report.with_findings([finding(report, words, evidence=())])
    ((one,), _) = annotations(mark(report, data, tmp_path))
    assert len(one["/QuadPoints"]) == 16  # type: ignore[arg-type]


def test_the_source_is_not_touched_and_stands_whole_in_front(tmp_path: Path) -> None:
    data = drawn()
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    report = read(path)
    report = report.with_findings([finding(report, "31场次")])
    report.to_marked_pdf(tmp_path / "marked.pdf")
    assert path.read_bytes() == data
    assert (tmp_path / "marked.pdf").read_bytes().startswith(data)
    assert read(tmp_path / "marked.pdf").document.text == report.document.text


def test_marks_of_others_stay(tmp_path: Path) -> None:
    data = drawn()
    once = mark(audited(data), data, tmp_path)
    twice = mark(audited(once), once, tmp_path)
    assert [len(page) for page in annotations(twice)] == [4, 0]


def test_nothing_found_nothing_marked(tmp_path: Path) -> None:
    data = drawn()
    assert annotations(mark(read(data).with_findings([]), data, tmp_path)) == [[], []]


@pytest.mark.parametrize("text", ["共举办讲座31场次。"])
def test_other_formats_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableSource, match="is no PDF but text"):
        parse(text).to_marked_pdf(tmp_path / "marked.pdf")
    assert not (tmp_path / "marked.pdf").exists()


def test_needs_its_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtra, match=r"pypdf is needed: .*\[annotate\]"):
        mark(audited(drawn()), drawn(), tmp_path)


@pytest.mark.parametrize("name", ["manual", "chrome_print", "fakebold"])
def test_real_layouts(shared: Path, tmp_path: Path, name: str) -> None:
    path = shared / "fixtures" / f"{name}.pdf"
    report = read(path)
    report.to_marked_pdf(tmp_path / "marked.pdf")
    count = sum(map(len, annotations((tmp_path / "marked.pdf").read_bytes())))
    assert count >= len(report.findings) > 3
