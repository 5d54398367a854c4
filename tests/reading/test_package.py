from __future__ import annotations

import zipfile

import pytest

from ofds import packed
from reportparse.errors import UnreadableSource
from reportparse.reading import package
from reportparse.reading.package import package_of

ROOT = "<a><b>云岭镇</b></a>"


@pytest.mark.parametrize(
    ("part", "folders", "found"),
    [
        ("OFD.xml", (), "ofd.xml"),
        ("/Doc_0/Document.xml", ("other",), "doc_0/document.xml"),
        ("Document.xml", ("doc_0",), "doc_0/document.xml"),
        ("Pages\\P.XML", ("Doc_0",), "doc_0/pages/p.xml"),
        ("../Document.xml", ("Doc_0/Pages",), "doc_0/document.xml"),
        ("../../../../OFD.xml", ("Doc_0",), "ofd.xml"),
        (" Doc_0/Document.xml\n", ("doc_0",), "doc_0/document.xml"),
        ("/Document.xml", ("Doc_0",), None),
        ("", ("Doc_0",), None),
        ("picture.png", (), "picture.png"),
    ],
)
def test_find(part: str, folders: tuple[str, ...], found: str | None) -> None:
    members = {"OFD.xml": ROOT, "Doc_0/Document.xml": ROOT, "Doc_0\\Pages/P.xml": ROOT}
    assert package_of(packed({**members, "picture.png": ""}), "a").find(part, *folders) == found


@pytest.mark.parametrize(
    "data",
    [
        ROOT.encode(),
        b"\xef\xbb\xbf" + ROOT.encode(),
        ROOT.encode("utf-16"),
        f'<?xml version="1.0" encoding="GB2312"?>{ROOT}'.encode("gb18030"),
        f"<?xml version='1.0' encoding='gb18030'?>{ROOT}".encode("gb18030"),
    ],
    ids=["utf-8", "mark", "utf-16", "gb2312", "gb18030"],
)
def test_xml_in_any_encoding(data: bytes) -> None:
    root = package_of(packed({"a.xml": data}), "a").xml("a.xml")
    assert root is not None
    assert root[0].text == "云岭镇"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<a>",
        b"<a></b>",
        b"<a>&b;</a>",
        b"\xff\xfe",
        b'<?xml version="1.0" encoding="x"?><a/>',
    ],
    ids=["empty", "open", "crossed", "entity", "mark", "unknown-encoding"],
)
def test_no_xml(data: bytes) -> None:
    assert package_of(packed({"a.xml": data}), "a").xml("a.xml") is None


@pytest.mark.parametrize(
    "declared",
    [
        "<!DOCTYPE a>",
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY b "c">]>',
    ],
)
def test_document_types_are_refused(declared: str) -> None:
    opened = package_of(packed({"a.xml": declared + ROOT}), "年报.ofd")
    with pytest.raises(UnreadableSource) as error:
        opened.xml("a.xml")
    assert (error.value.name, error.value.reason) == ("年报.ofd", "unsupported")


@pytest.mark.parametrize(
    ("limit", "value"), [("MAX_PARTS", 1), ("MAX_PART", 5), ("MAX_TOTAL", 60)], ids=str
)
def test_limits(limit: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part read twice counts twice."""
    data = packed({"a.xml": ROOT, "b.xml": ROOT})
    monkeypatch.setattr(package, limit, value)
    with pytest.raises(UnreadableSource) as error:  # noqa: PT012 - either may tell
        opened = package_of(data, "a")
        for part in ("a.xml", "b.xml", "a.xml"):
            opened.xml(part)
    assert error.value.reason == "too_large"


def test_pictures_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PART", 50)
    assert package_of(packed({"a.xml": ROOT, "b.png": "." * 99}), "a").find("a.xml")


def test_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    members = package_of(packed({"a.xml": ROOT, "b.png": "." * 99, "c.png": "." * 101}), "a")
    monkeypatch.setattr(package, "MAX_PICTURE", 100)
    assert (len(members.picture("b.png")), members.picture("c.png")) == (99, b"")
    monkeypatch.setattr(package, "MAX_PICTURES", 250)
    with pytest.raises(UnreadableSource, match="MiB of pictures"):
        members.picture("b.png")


def test_a_picture_is_no_xml() -> None:
    assert package_of(packed({"a.xml": ROOT, "b.png": ROOT}), "a").xml("b.png") is None


def test_locked_parts() -> None:
    data = bytearray(packed({"a.xml": ROOT}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableSource) as error:
        package_of(bytes(data), "a")
    assert error.value.reason == "encrypted"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\xff" * 18])
def test_no_container(data: bytes) -> None:
    with pytest.raises(UnreadableSource) as error:
        package_of(data, "a")
    assert error.value.reason == "damaged"


@pytest.mark.parametrize("at", [8, 10, 40, 44], ids=["method", "time", "content", "more"])
def test_broken_members(at: int) -> None:
    data = bytearray(packed({"a.xml": ROOT * 30}))
    data[at] ^= 0xFF
    opened = package_of(bytes(data), "a")
    try:
        opened.xml("a.xml")
    except UnreadableSource as error:
        assert error.reason == "damaged"  # noqa: PT017 - some bytes do no harm


def test_a_bomb_says_its_size() -> None:
    data = packed({"a.xml": b" " * (package.MAX_PART + 1)})
    assert len(data) < 200_000
    with pytest.raises(UnreadableSource, match="limit"):
        package_of(data, "a")


def test_more_than_was_said_is_not_unpacked() -> None:
    data = bytearray(packed({"a.xml": ROOT * 99}))
    start = data.index(b"PK\x01\x02")
    data[start + 24 : start + 28] = (9).to_bytes(4, "little")
    opened = package_of(bytes(data), "a")
    assert isinstance(opened.container, zipfile.ZipFile)
    with pytest.raises(UnreadableSource):
        opened.xml("a.xml")
