from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pdfs
import reportparse as rp
from ofds import (
    lettered,
    ofd,
    packed,
    page,
    parts,
    path,
    picture,
    root,
    table,
    text,
    typeset,
)
from reportparse.document import Document, Source
from reportparse.errors import UnreadableSource
from reportparse.reading import ofd as reader
from reportparse.reading import package
from reportparse.reading.ocr import EXTRA
from reportparse.report import report_of
from scans import FIGURES, drawn, saved
from scans import REPORT as PRINTED

REPORT = [
    "一、工作情况",
    "全年共调处各类纠纷198件，其中邻里纠纷76件、婚姻家庭纠纷54件、土地纠纷68件，"
    "调处成功188件，成功率94.9%，比上年提高2.1个百分点。" * 3,
    "（一）加强组织领导。召开专题会议12次，研究事项36项，落实经费32.5万元。" * 4,
    "（二）强化普法宣传。开展宣传活动15场次，发放资料2.3万份，受众1.2万余人次。" * 6,
    "二、存在的不足",
    "工作创新不够，个别村（社区）台账登记不及时。",
]
HERE = "云岭镇召开会议"
#: A page as a scanner gives it.
SCAN = drawn(pdfs.typeset(PRINTED)[0])


def read(data: bytes) -> Document:
    return reader.read(data, Source("a.ofd", "ofd", "", len(data)))


def paragraphs(document: Document) -> list[str]:
    return [paragraph.text(document) for paragraph in document.paragraphs]


def remarks(document: Document) -> dict[str, str]:
    return {remark.code: remark.message for remark in document.remarks}


def squeezed(words: str) -> str:
    return re.sub(r"[\s*]", "", words)


# Whole reports


@pytest.mark.parametrize("height", [20, 9, 5], ids=["two-pages", "more-pages", "short-pages"])
def test_paragraphs_of_a_typeset_report(height: int) -> None:
    pages = typeset(REPORT, height=height)
    document = read(ofd(*pages))
    assert paragraphs(document) == REPORT
    assert len(document.furniture) == 2 * len(pages)
    assert document.source.pages == len(pages)
    assert not document.remarks


def test_boxes_are_points_from_the_top_left() -> None:
    document = read(ofd([text(HERE, 25.4, 50.8, 5.08)]))
    place = document.lines[0].place
    assert place.page == 1
    assert place.size == pytest.approx((595.28, 841.89), abs=0.01)
    assert place.box is not None
    box = (place.box.left, place.box.top, place.box.right, place.box.bottom)
    assert box == pytest.approx((72, 144, 72 + 7 * 14.4, 144 + 14.4), abs=0.1)


def test_report_equals_its_text(shared: Path) -> None:
    """The same paragraphs, sections, figures and relations as in the text of the report."""
    plain = shared / "seed" / "paragraphs.txt"
    printed, typed = rp.read(shared / "fixtures" / "manual.ofd"), rp.read(plain)
    wanted = [squeezed(part) for part in plain.read_text("utf-8").splitlines() if part.strip()]
    assert [squeezed(part) for part in paragraphs(printed.document)] == wanted
    assert len(wanted) == 23
    assert len(printed.document.furniture) == 16
    assert len(printed.sections) == 36
    assert [section.path for section in printed.sections] == [
        section.path for section in typed.sections
    ]
    assert [quantity.num_text for quantity in printed.quantities] == [
        quantity.num_text for quantity in typed.quantities
    ]
    assert len(printed.quantities) == 22
    assert [(one.kind, one.formula, one.verdict) for one in printed.relations] == [
        (one.kind, one.formula, one.verdict) for one in typed.relations
    ]


def test_boxes_lie_on_the_page(shared: Path) -> None:
    data = (shared / "fixtures" / "manual.ofd").read_bytes()
    for line in read(data).lines:
        box, size = line.place.box, line.place.size
        assert box is not None
        assert size is not None
        assert 0 <= box.left < box.right <= size[0]
        assert 0 <= box.top < box.bottom <= size[1]


# Packages


UNIT = root(
    "Res",
    "<ofd:CompositeGraphicUnits>"
    f'<ofd:CompositeGraphicUnit ID="50" Width="210" Height="297"><ofd:Content>{text(HERE, 1, 2)}'
    '</ofd:Content></ofd:CompositeGraphicUnit><ofd:CompositeGraphicUnit ID="51"><ofd:Content>'
    '<ofd:CompositeObject ID="1" ResourceID="51" Boundary="0 0 9 9"/>'
    '<ofd:CompositeObject ID="2" ResourceID="51" Boundary="0 0 9 9"/>'
    "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>",
)


def composite(name: str) -> list[str]:
    return [f'<ofd:CompositeObject ID="3" ResourceID="{name}" Boundary="30 40 100 100"/>']


def test_composite_units_are_followed() -> None:
    members = parts(composite("50"), common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>")
    document = read(packed({**members, "Doc_0/DocumentRes.xml": UNIT}))
    assert document.text == HERE
    box = document.lines[0].place.box
    assert box is not None
    assert (box.left, box.top) == pytest.approx((31 * 72 / 25.4, 42 * 72 / 25.4), abs=0.1)


def test_units_of_a_page_are_followed() -> None:
    members = parts(page(composite("50"), "<ofd:PageRes>PageRes.xml</ofd:PageRes>"))
    assert read(packed({**members, "Doc_0/PageRes.xml": UNIT})).text == HERE


def test_a_unit_inside_itself_ends() -> None:
    members = parts(
        [text(HERE, 30, 30), *composite("51"), *composite("404")],
        common="<ofd:PublicRes>/Doc_0/Res.xml</ofd:PublicRes>",
    )
    assert read(packed({**members, "Doc_0/Res.xml": UNIT})).text == HERE


def test_templates_lie_under_their_pages() -> None:
    head = '<ofd:Template TemplateID="70" ZOrder="Background"/><ofd:Template TemplateID="71"/>'
    common = '<ofd:TemplatePage ID="70" BaseLoc="Tpls/Tpl_0/Content.xml"/>'
    pages = [page([text(f"{HERE}{at}次。", 40, 60)], head) for at in (1, 2)]
    template = page([text("云岭县人民政府文件", 140, 13, 3.7)])
    members = parts(*pages, common=common) | {"Doc_0/Tpls/Tpl_0/Content.xml": template}
    document = read(packed(members))
    assert paragraphs(document) == [f"{HERE}1次。", f"{HERE}2次。"]
    assert len(document.furniture) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Doc_0/Document.xml</", "/Doc_0/Document.xml</"),
        ("Doc_0/Document.xml</", "doc_0/DOCUMENT.xml</"),
        ("Doc_0/Document.xml</", "./Doc_0/../Doc_0/Document.xml</"),
        ("Doc_0/Document.xml</", "Doc_0\\Document.xml</"),
        ("Pages/Page_0", "/Doc_0/Pages/Page_0"),
        ("Pages/Page_0", "Doc_0/Pages/PAGE_0"),
        ("ofd:", ""),
        ("xmlns:ofd", "xmlns:other='urn:x' xmlns:ofd"),
        ("http://www.ofdspec.org/2016", "http://www.ofdspec.org"),
    ],
    ids=[
        "absolute",
        "case",
        "dots",
        "backslash",
        "page-absolute",
        "page-root",
        "bare",
        "two",
        "old",
    ],
)
def test_names_however_written(old: str, new: str) -> None:
    members = parts([text(HERE, 30, 40)])
    assert (
        read(packed({name: part.replace(old, new) for name, part in members.items()})).text == HERE
    )


def test_package_in_a_folder() -> None:
    members = {f"年报\\{name}": part for name, part in parts([text(HERE, 30, 40)]).items()}
    assert read(packed(members)).text == HERE


def test_the_last_document_is_current() -> None:
    old, new = (
        parts([text("旧稿", 30, 40)], folder="Doc_0"),
        parts([text(HERE, 30, 40)], folder="D"),
    )
    bodies = old["OFD.xml"].partition("<ofd:DocBody>")[2].partition("</ofd:OFD>")[0]
    main = new["OFD.xml"].replace("<ofd:DocBody>", f"<ofd:DocBody>{bodies}<ofd:DocBody>", 1)
    document = read(packed({**old, **new, "OFD.xml": main}))
    assert document.text == HERE
    assert remarks(document)["several_documents"].startswith("2 documents")


def test_signatures_and_annotations_are_no_text() -> None:
    members = parts([text(HERE, 30, 40)])
    more = {"Doc_0/Signs/Signatures.xml": "<broken", "Doc_0/Annots/Annotations.xml": page([])}
    assert read(packed(members | more)).text == HERE


def test_a_page_has_its_own_size() -> None:
    head = "<ofd:Area><ofd:PhysicalBox>0 0 254 127</ofd:PhysicalBox></ofd:Area>"
    document = read(ofd(page([text(HERE, 30, 40)], head)))
    assert document.lines[0].place.size == pytest.approx((720, 360))


# Pages


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_sideways_pages_are_read_and_placed_as_shown(turn: int) -> None:
    matrix = {1: "0 1 -1 0", 2: "-1 0 0 -1", 3: "0 -1 1 0"}[turn]
    lines = ["云岭镇开展普法宣传", "下一行接着写了字数"]
    objects = [
        text(words, 100, 100, ctm=f"{matrix} 0 {offset}" if turn == 2 else f"{matrix} {offset} 0")
        for words, offset in zip(lines, {1: (20, 8), 2: (0, -12), 3: (0, 12)}[turn], strict=True)
    ]
    document = read(ofd(objects))
    assert document.text.split("\n") == lines
    for line in document.lines:
        box = line.place.box
        assert box is not None
        assert line.place.size == pytest.approx((595.28, 841.89), abs=0.01)
        tall, broad = box.bottom - box.top, box.right - box.left
        assert (tall > broad) == (turn % 2 == 1)
        for place in (box.left, box.right, box.top, box.bottom):
            assert place == pytest.approx(283.5, abs=170)


def test_writing_across_the_page_is_left_out() -> None:
    document = read(
        ofd([text(HERE, 30, 40), text("内部资料", 60, 90, ctm="0.7 0.7 -0.7 0.7 0 0")])
    )
    assert document.text == HERE
    assert remarks(document) == {"stamped": "Text across these pages was left out: 1"}


def test_hidden_and_outside_writing_is_left_out() -> None:
    hidden = text("看不见", 30, 80).replace("ID=", 'Visible="false" ID=')
    assert read(ofd([text(HERE, 30, 40), hidden, text("页外", 230, 40)])).text == HERE


def test_bold_by_printing_twice_is_read_once() -> None:
    assert read(ofd([text(HERE, 30, 40), text(HERE, 30.1, 40)])).text == HERE


@pytest.mark.parametrize(
    ("objects", "scanned"),
    [
        ([picture("0 0 210 297")], True),
        ([picture("10 10 20 20")], True),
        ([path("M 1 1 B 2 2 3 3 4 4 C")], True),
        ([picture("0 0 210 297"), text("- 2 -", 100, 278)], True),
        ([picture("10 10 20 20"), text("- 2 -", 100, 278)], False),
        ([], False),
    ],
    ids=["scan", "picture", "glyphs-drawn", "numbered-scan", "numbered", "blank"],
)
def test_pages_without_text(objects: list[str], scanned: bool) -> None:
    document = read(ofd([text(HERE, 30, 40)], objects))
    wanted = (
        {"needs_ocr": f"Pages without text, to be recognised with {EXTRA}: 2"} if scanned else {}
    )
    assert remarks(document) == wanted
    assert document.source.pages == 2


def scanned(*boxes: str, files: dict[str, bytes]) -> bytes:
    """Bind a page of text, and one of pictures; each box shows the picture of its place."""
    listed = "".join(
        f'<ofd:MultiMedia ID="{at}" Type="Image"><ofd:MediaFile>{name}</ofd:MediaFile>'
        "</ofd:MultiMedia>"
        for at, name in enumerate(files)
    )
    objects = [
        picture(box).replace('ResourceID="5"', f'ResourceID="{at}"')
        for at, box in enumerate(boxes)
    ]
    common = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
    resources = root("Res", f"<ofd:MultiMedias>{listed}</ofd:MultiMedias>", 'BaseLoc="Res"')
    members = parts([text(HERE, 30, 40)], objects, common=common)
    pictures = {f"Doc_0/Res/{name}": data for name, data in files.items()}
    return packed({**members, "Doc_0/DocumentRes.xml": resources, **pictures})


def test_scanned_pages_are_recognised() -> None:
    data = saved(SCAN, form="JPEG", quality=80)
    document = read(scanned("0 0 210 297", files={"a.jpg": data}))
    report = report_of(document)
    assert tuple(quantity.text for quantity in report.quantities)[-len(FIGURES) :] == FIGURES
    assert document.source.quality == "mixed"
    assert list(remarks(document)) == ["recognised"]


def test_a_scan_in_strips_is_one_page() -> None:
    cut = SCAN.height // 2
    halves = (SCAN.crop((0, 0, SCAN.width, cut)), SCAN.crop((0, cut, SCAN.width, SCAN.height)))
    files = {f"{at}.png": saved(half) for at, half in enumerate(halves)}
    document = read(scanned("0 0 210 148.5", "0 148.5 210 148.5", files=files))
    assert "成功188件" in document.text


def test_a_scan_that_cannot_be_shown_is_remarked_on() -> None:
    document = read(scanned("0 0 210 297", files={"a.jb2": b"\x97JB2"}))
    assert list(remarks(document)) == ["needs_ocr"]


def test_tables_are_read_by_their_rules() -> None:
    rows = [("事项", "件数"), ("调解", "76"), ("合计", "198")]
    document = read(ofd([text(HERE, 30, 40), *table(30, 60, rows)]))
    assert document.tables[0].rows() == tuple(rows)
    assert paragraphs(document) == [HERE]


def test_broken_pages_are_remarked_on() -> None:
    members = parts([text(HERE, 30, 40)], "<ofd:Page", [text("后页", 30, 40)])
    del members["Doc_0/Pages/Page_2/Content.xml"]
    document = read(packed(members))
    assert document.text == HERE
    assert remarks(document) == {"damaged_page": "Pages that could not be read: 2-3"}


@pytest.mark.parametrize(
    "objects",
    [[text("云", 30, 40 + 10 * at) for at in range(20)], [text(HERE * 9, 30, 40)]],
    ids=["objects", "characters"],
)
def test_a_page_of_too_much_is_remarked_on(
    objects: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "MAX_ON_PAGE", 20)
    document = read(ofd([text(HERE, 30, 40)], objects))
    assert document.text == HERE
    assert remarks(document) == {"damaged_page": "Pages that could not be read: 2"}


# What cannot be read


FINE = parts([text(HERE, 30, 40)])
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    '<d xmlns="http://www.ofdspec.org/2016">&b;</d>'
)
CONTENT = "Doc_0/Pages/Page_0/Content.xml"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no package", "damaged"),
        (packed(FINE)[:200], "damaged"),
        (packed({"a.txt": "a"}), "damaged"),
        (packed({"OFD.xml": "<broken"}), "damaged"),
        (packed({"OFD.xml": root("OFD", "")}), "damaged"),
        (packed({**FINE, "Doc_0/Document.xml": "<broken"}), "damaged"),
        (packed({**FINE, "Doc_0/Document.xml": root("Document", "")}), "damaged"),
        (packed({"OFD.xml": FINE["OFD.xml"]}), "damaged"),
        (packed({**FINE, "OFD.xml": BOMB}), "unsupported"),
        (packed({**FINE, CONTENT: BOMB}), "unsupported"),
        (packed({**FINE, CONTENT: BOMB.encode("utf-16")}), "unsupported"),
        (packed({**FINE, "Encryptions.xml": root("Encryptions", "")}), "encrypted"),
        (packed({**FINE, CONTENT: b" " * (package.MAX_PART + 1)}), "too_large"),
        (ofd([]), "empty"),
        (ofd([picture("0 0 210 297")]), "needs"),
        (ofd("<broken"), "damaged"),
    ],
    ids=[
        "no-zip",
        "cut",
        "no-main",
        "broken-main",
        "no-body",
        "broken-document",
        "no-pages",
        "no-document",
        "entities-in-main",
        "entities-in-page",
        "entities-in-utf-16",
        "encrypted",
        "zip-bomb",
        "blank",
        "picture",
        "broken-page",
    ],
)
def test_unreadable(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource) as error:
        read(data)
    assert error.value.reason == reason
    assert error.value.name == "a.ofd"


@pytest.mark.parametrize("limit", ["MAX_PAGES", "MAX_OBJECTS", "MAX_CHARACTERS"])
def test_limits(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = ofd(*[[text(HERE, 30, 40)]] * 3)
    monkeypatch.setattr(reader, limit, 2)
    with pytest.raises(UnreadableSource, match="limit"):
        read(data)


def test_templates_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    common = '<ofd:TemplatePage ID="1" BaseLoc="T.xml"/>' * 9
    members = parts([text(HERE, 30, 40)], common=common) | {"Doc_0/T.xml": page([" " * 999])}
    assert read(packed(members)).text == HERE
    monkeypatch.setattr(reader, "MAX_HELD", 5000)
    with pytest.raises(UnreadableSource, match="templates"):
        read(packed(members))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_mutated_parts_never_crash(data: st.DataObject) -> None:
    objects = chain.from_iterable(typeset(REPORT[:2]))
    members = parts([*objects, lettered("<ofd:TextCode/>", "1 1"), *table(30, 200, [("a", "b")])])
    name = data.draw(st.sampled_from(sorted(members)))
    part = members[name]
    at = data.draw(st.integers(0, len(part)))
    cut = data.draw(st.integers(0, 12))
    members[name] = (
        part[:at] + data.draw(st.text("<>/\"'=g0-9. &;", max_size=4)) + part[at + cut :]
    )
    try:
        document = read(packed(members))
    except UnreadableSource:
        return
    for line in document.lines:
        assert "\n" not in line.span.of(document.text)
