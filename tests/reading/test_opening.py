from __future__ import annotations

import struct

import pytest

from reportparse.errors import UnreadableSource
from reportparse.reading import opening
from reportparse.reading.opening import Package, attribute, child, switched, whole
from words import container, part

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="urn:w"><w:body><w:p>&b;</w:p></w:body></w:document>'
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    '<w:document xmlns:w="urn:w"><w:body><w:p>&a;</w:p></w:body></w:document>'
)


def opened(document: str | bytes) -> Package:
    return Package(container({"word/document.xml": document}), "a.docx")


@pytest.mark.parametrize(
    ("document", "detail"),
    [
        (BOMB, "XML with a document type"),
        (OUTSIDE, "XML with a document type"),
        ("<a><b></a>", "XML"),
        ("", "XML"),
        (b"\x00\x01", "XML"),
        ("<a>" * 230 + "</a>" * 230, "XML nested too deep"),
        ("<a>" * 5000 + "</a>" * 5000, "XML"),
    ],
    ids=["entities", "outside", "broken", "empty", "binary", "deep", "deeper"],
)
def test_bad_xml(document: str | bytes, detail: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        opened(document).part("word/document.xml")
    assert (caught.value.reason, caught.value.detail) == ("damaged", detail)


def test_no_container() -> None:
    with pytest.raises(UnreadableSource) as caught:
        Package(b"PK\x03\x04 and nothing", "a.docx")
    assert caught.value.reason == "damaged"


def test_a_part_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_PART", 1000)
    with pytest.raises(UnreadableSource) as caught:
        opened("<a>" + " " * 2000 + "</a>").part("word/document.xml")
    assert caught.value.reason == "too_large"


def test_too_many_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_TAGS", 10)
    with pytest.raises(UnreadableSource) as caught:
        opened("<a>" + "<b/>" * 10 + "</a>").part("word/document.xml")
    assert caught.value.reason == "too_large"


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_PARTS", 3)
    with pytest.raises(UnreadableSource) as caught:
        Package(container({f"{at}.xml": "<a/>" for at in range(4)}), "a.docx")
    assert caught.value.reason == "too_large"


def changed(data: bytes, at: int, value: int) -> bytes:
    """Change a number in the directory entry of the only member."""
    place = data.index(b"PK\x01\x02") + at
    return data[:place] + struct.pack("<H", value) + data[place + 2 :]


@pytest.mark.parametrize(
    ("at", "value", "reason"),
    [(8, 1, "encrypted"), (10, 99, "unsupported"), (16, 7, "damaged")],
    ids=["flag", "method", "checksum"],
)
def test_bad_member(at: int, value: int, reason: str) -> None:
    data = changed(container({"word/document.xml": "<a/>"}), at, value)
    with pytest.raises(UnreadableSource) as caught:
        Package(data, "a.docx").part("word/document.xml")
    assert caught.value.reason == reason


RELATIONS = (
    '<Relationships xmlns="r"><Relationship Type="t/officeDocument" Target="{}"/></Relationships>'
)


@pytest.mark.parametrize(
    ("target", "name"),
    [("word/document.xml", "word/document.xml"), ("/Word\\main.xml", "word/main.xml")],
)
def test_the_main_part_is_found_by_its_relation(target: str, name: str) -> None:
    package = Package(container({"_rels/.rels": RELATIONS.format(target)}), "a.docx")
    assert package.document() == name


def test_the_main_part_has_a_usual_name() -> None:
    assert opened("<a/>").document() == "word/document.xml"


def test_related_parts() -> None:
    relation = '<R xmlns="r"><Relationship Type="t/styles" Target="{}"/></R>'
    for target, name in (("own.xml", "word/own.xml"), ("/own.xml", "own.xml")):
        members: dict[str, str | bytes] = {
            "word/_rels/document.xml.rels": relation.format(target),
            name: "<own/>",
            "word/footnotes.xml": "<notes/>",
        }
        package = Package(container(members), "a.docx")
        styles = package.related("word/document.xml", "styles")
        notes = package.related("word/document.xml", "footnotes")
        assert styles is not None
        assert styles.tag == "own"
        assert notes is not None
        assert package.related("word/document.xml", "numbering") is None


def test_elements() -> None:
    inside = '<!-- c --><w:a><w:on/><w:off w:val="0"/><w:b w:val="7"/></w:a>'
    package = Package(container({"x.xml": part("x", inside)}), "a.docx")
    root = package.part("x.xml")
    assert attribute(child(root, "a", "b"), "val") == "7"
    assert child(root, "a", "c") is None
    assert attribute(None, "val") is None
    assert switched(child(root, "a"), "on")
    assert not switched(child(root, "a"), "off")
    assert not switched(child(root, "a"), "neither")


@pytest.mark.parametrize(
    ("text", "expected"), [("12", 12), (" 3 ", 3), ("-1", 5), ("", 5), (None, 5), ("9" * 30, 5)]
)
def test_whole_numbers(text: str | None, expected: int) -> None:
    assert whole(text, 5) == expected
