from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reportparse.reading.formats import format_of


def container(*names: str, first: tuple[str, str] = ("", "")) -> bytes:
    """Return a ZIP container with members of these names."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        if first[0]:
            archive.writestr(*first)
        for name in names:
            archive.writestr(name, "<x/>")
    return target.getvalue()


def ole2(stream: str) -> bytes:
    """Return what an OLE2 container begins with, and a stream's name."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "pdf", id="pdf"),
        pytest.param(b"\r\n junk \r\n%PDF-1.4", "pdf", id="pdf-behind-junk"),
        pytest.param(container("[Content_Types].xml", "word/document.xml"), "docx", id="docx"),
        pytest.param(container("Word\\document.xml"), "docx", id="docx-backslash"),
        pytest.param(container("word/document.xml")[:-30], "docx", id="docx-cut-off"),
        pytest.param(container("OFD.xml", "Doc_0/Document.xml"), "ofd", id="ofd"),
        pytest.param(container("xl/workbook.xml"), "xlsx", id="xlsx"),
        pytest.param(container("ppt/presentation.xml"), "pptx", id="pptx"),
        pytest.param(
            container(
                "content.xml", first=("mimetype", "application/vnd.oasis.opendocument.text")
            ),
            "odt",
            id="odt",
        ),
        pytest.param(container("2023.txt"), "zip", id="zip"),
        pytest.param(ole2("WordDocument"), "doc", id="doc"),
        pytest.param(ole2("Workbook"), "xls", id="xls"),
        pytest.param(ole2("EncryptedPackage"), "encrypted", id="docx-with-password"),
        pytest.param(b"{\\rtf1\\ansi", "rtf", id="rtf"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", "image", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0\x00\x10JFIF", "image", id="jpeg"),
        pytest.param(b"II*\x00\x08", "image", id="tiff-little"),
        pytest.param(b"MM\x00*\x00", "image", id="tiff-big"),
        pytest.param(b"GIF89a\x10\x00", "image", id="gif"),
        pytest.param(
            b"BM\x9a\x01\x00\x00" + bytes(4) + b"6\x00\x00\x00(\x00\x00\x00", "image", id="bmp"
        ),
        pytest.param("BM公司全年纳税36万元，带动就业120人。".encode(), "text", id="text-as-bmp"),
        pytest.param(b"<!DOCTYPE html><html>", "html", id="html"),
        pytest.param(b"\xef\xbb\xbf\n<HTML lang='zh'>", "html", id="html-with-mark"),
        pytest.param("<html><body>共".encode("utf-16"), "html", id="html-utf-16"),
        pytest.param(b'<?xml version="1.0"?>\n<html xmlns="x">', "html", id="xhtml"),
        pytest.param('<div class="TRS">一、总体情况</div>'.encode(), "html", id="fragment"),
        pytest.param(b'<?xml version="1.0"?><w:wordDocument/>', "xml", id="xml"),
        pytest.param(b"MIME-Version: 1.0\nContent-Type: multipart/related;", "mhtml", id="mhtml"),
        pytest.param("一、总体情况".encode(), "text", id="text"),
        pytest.param("<柳溪镇工作方案>的通知".encode(), "text", id="text-in-angles"),
        pytest.param(b"<!--\n-->\n2023", "text", id="text-with-comment"),
        pytest.param("PK赛结果".encode(), "text", id="text-like-zip"),
    ],
)
def test_format_is_told_by_content(data: bytes, kind: str) -> None:
    assert format_of(data) == kind


@pytest.mark.parametrize("suffix", ["pdf", "docx", "ofd", "html", "txt"])
def test_fixtures_are_told_apart(shared: Path, suffix: str) -> None:
    files = sorted((shared / "fixtures").glob(f"*.{suffix}"))
    expected = "text" if suffix == "txt" else suffix
    assert {format_of(file.read_bytes()) for file in files} == {expected}
