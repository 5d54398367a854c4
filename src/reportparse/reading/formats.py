"""Formats told by content: the first bytes, and the names inside a ZIP container."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from typing import Final

#: What a folder is searched for; a file that is named is read whatever its name.
SUFFIXES: Final = frozenset(
    {".txt", ".md", ".pdf", ".docx", ".doc", ".wps", ".odt", ".rtf", ".ofd", ".html", ".htm",
     ".mht", ".mhtml", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif"}
)  # fmt: skip
#: Signatures that settle the format at once.
MAGIC: Final = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"II+\x00", "image"),
    (b"MM\x00+", "image"),
    (b"GIF8", "image"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
)
OLE2: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Streams of an OLE2 container (their names are UTF-16) and what they make of it.
OLE2_STREAMS: Final = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("PowerPoint Document", "ppt"),
)
#: Members of a ZIP container and what they make of it, in this order.
ZIP_MEMBERS: Final = (
    (b"ofd.xml", "ofd"),
    (b"word/", "docx"),
    (b"xl/", "xlsx"),
    (b"ppt/", "pptx"),
)
#: BM, size, nothing, start of the colours, size of the header: 40 of Windows 3, 124 of version 5.
BITMAP: Final = re.compile(rb"BM.{4}\x00{4}.{4}[\x0c\x28\x34\x38\x6c\x7c]\x00{3}", re.DOTALL)
#: How far from the start a signature that may stand behind something is looked for.
NEAR: Final = 1024
#: <!DOCTYPE html> · <html lang="zh"> · <head> · <body class="c">
PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
#: A fragment of a page: <div class="c"> · <p>一、… · <!-- c --><table>
FRAGMENT: Final = re.compile(
    rb"\s*(?:<!--[^>]{0,400}-->\s*)?<(?:div|p|table|span|meta|h[1-6]|br|section|article)[\s>/]",
    re.IGNORECASE,
)

#: A page saved as a message: From: <Saved by Blink> · MIME-Version: 1.0
SAVED: Final = re.compile(
    rb"\s*(?:From: <Saved by |(?:[A-Z][A-Za-z-]{1,40}: [^\n]{0,400}\n){0,8}MIME-Version:)",
    re.IGNORECASE,
)


def format_of(data: bytes) -> str:
    """Name the format of a source: "pdf", "docx", "html" ...; "text" when nothing else fits."""
    for magic, kind in MAGIC:
        if data.startswith(magic):
            return kind
    if (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or BITMAP.match(data):
        return "image"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(data)
    if data.startswith(OLE2):
        return _in_ole2(data)
    head = _head(data)
    if b"%PDF-" in head:
        return "pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    return _markup(head)


def _head(data: bytes) -> bytes:
    """Return the first bytes without a byte order mark, as ASCII where they are UTF-16."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[2 : 2 * NEAR].decode(encoding, "replace").encode("ascii", "replace")
    return data[:NEAR].removeprefix(codecs.BOM_UTF8)


def _markup(head: bytes) -> str:
    """Tell web pages and other markup from text."""
    if SAVED.match(head):
        return "mhtml"
    if PAGE.search(head) or FRAGMENT.match(head):
        return "html"
    return "xml" if head.lstrip().startswith(b"<?xml") else "text"


def _in_zip(data: bytes) -> str:
    """Tell the document formats that are ZIP containers apart."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            names = [name.replace("\\", "/").lower().encode() for name in container.namelist()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        # A broken container still holds the names of its members; its reader says what is wrong.
        names = [data.lower()]
    for member, kind in ZIP_MEMBERS:
        if any(member in name for name in names):
            return kind
    return "odt" if b"opendocument.text" in data[:NEAR] else "zip"


def _in_ole2(data: bytes) -> str:
    """Tell Word from the other programs that share its old container."""
    for stream, kind in OLE2_STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind
    return "doc"
