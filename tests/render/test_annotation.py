"""The marked PDF: its highlights lie on the figures, and the source stays as it was."""

from __future__ import annotations

import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdf
import pypdfium2
import pytest
from pypdf.generic import FloatObject, NameObject, RectangleObject

import pdfs
from factory import finding
from reportparse.document import Box
from reportparse.errors import MissingExtra, UnreadableSource
from reportparse.render import annotation
from reportparse.render.annotation import highlights, in_file, marked
from reportparse.report import Report, parse, read
from reportparse.span import Span

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


def reshaped(data: bytes, boxes: dict[str, object], **encryption: str) -> bytes:
    """Return a PDF with other boxes on its pages, or behind passwords."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    for page in writer.pages:
        for name, value in boxes.items():
            page[NameObject(name)] = value
    if encryption:
        writer.encrypt(algorithm="RC4-128", **encryption)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "boxes",
    [
        pytest.param({"/CropBox": RectangleObject((40, 100, 500, 800))}, id="cropped"),
        pytest.param({"/MediaBox": RectangleObject((-20, -30, 575, 812))}, id="shifted"),
        pytest.param(
            {"/CropBox": RectangleObject((-50, 90, 700, 900))}, id="crop-box-beyond-the-paper"
        ),
        pytest.param({"/UserUnit": FloatObject(2)}, id="large-unit"),
        pytest.param(
            {"/CropBox": RectangleObject((30, 60, 520, 830)), "/UserUnit": FloatObject(1.5)},
            id="cropped-with-unit",
        ),
    ],
)
def test_whatever_of_the_page_is_shown(
    tmp_path: Path, boxes: dict[str, object], rotate: int
) -> None:
    data = reshaped(drawn(rotate=rotate), boxes)
    report = read(data, "a.pdf")
    report = report.with_findings([finding(report, "31场次", evidence=())])
    (place,) = report.locate(report.findings[0])
    assert place.box is not None
    assert close(changed(data, mark(report, data, tmp_path)), place.box)


@pytest.mark.parametrize(("angle", "rotate"), [(90, 0), (90, 90), (180, 0)])
def test_writing_that_is_turned_on_its_page(tmp_path: Path, angle: int, rotate: int) -> None:
    x, y, down = (100, 700, 29) if angle == 90 else (500, 300, 0)
    page = [
        pdfs.say(x + down * at, y - (0 if down else 29 * at), line, angle=angle)
        for at, line in enumerate(LINES * 3)
    ]
    data = pdfs.pdf(page, rotate=rotate)
    report = read(data, "a.pdf")
    report = report.with_findings([finding(report, "31场次", evidence=())])
    place = report.locate(report.findings[0])[0]
    assert place.box is not None
    assert close(changed(data, mark(report, data, tmp_path)), place.box)


@pytest.mark.parametrize(
    "passwords",
    [
        pytest.param({"user_password": "", "owner_password": "secret"}, id="opens-for-all"),
        pytest.param({"user_password": "", "owner_password": ""}, id="empty-passwords"),
    ],
)
def test_a_protected_file_is_named(tmp_path: Path, passwords: dict[str, str]) -> None:
    data = reshaped(drawn(), {}, **passwords)
    with pytest.raises(UnreadableSource, match=r"a\.pdf.*protected by a password") as caught:
        mark(audited(data), data, tmp_path)
    assert "请先另存为不加密的 PDF" in caught.value.message("zh")
    assert not (tmp_path / "marked.pdf").exists()


def test_what_has_no_place_is_told_on_the_first_page(tmp_path: Path) -> None:
    data = drawn()
    report = read(data, "a.pdf")
    end = Span(len(report.document.text), len(report.document.text))
    missing = finding(report, "31场次", span=end, evidence=())
    report = report.with_findings([missing, finding(report, "12场次", evidence=())])
    assert report.to_marked_pdf(tmp_path / "marked.pdf", data) == (missing,)
    (own, note), second = annotations((tmp_path / "marked.pdf").read_bytes())
    assert own["/Subtype"] == "/Highlight"
    assert note["/Subtype"] == "/Text"
    said = str(note["/Contents"])
    assert said.startswith("有 1 项问题在页面上没有确定的位置，没有标出\n\n1 TOT101 错误：")
    assert "2 TOT101" not in said
    assert second == []


def test_a_page_of_another_size_is_not_marked_but_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotation, "_fits", lambda *_: False)
    data = drawn()
    report = audited(data)
    assert report.to_marked_pdf(tmp_path / "marked.pdf", data) == report.findings
    first, _ = annotations((tmp_path / "marked.pdf").read_bytes())
    assert [one["/Subtype"] for one in first] == ["/Text"]


def test_all_marked_nothing_told(tmp_path: Path) -> None:
    data = drawn()
    assert audited(data).to_marked_pdf(tmp_path / "marked.pdf", data) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 zz5 842]", id="box"),
        pytest.param(b"/Size", b"/Sixe", id="size"),
        pytest.param(b"/Contents", b"/Annots  ", id="annotations-of-another-kind"),
    ],
)
def test_damage_is_told_in_one_line(
    before: bytes, after: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    data = drawn()
    damaged = data.replace(before, after)
    assert damaged != data
    marks = highlights(audited(data), "zh")
    with suppress(UnreadableSource):
        marked("a.pdf", damaged, marks, lambda _: "")
    assert capsys.readouterr().err == ""


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
