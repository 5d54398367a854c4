"""Packages: ZIP containers whose parts are XML, read without trusting anything they say.

Sizes and counts are limited before a part is unpacked, names are looked up whatever their case
and slashes, and XML with a document type (the door to entities, inside or outside) is refused.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET

from reportparse.errors import UnreadableSource

#: No report has so many parts; one part, or all that is read of them, is never so large.
MAX_PARTS: Final = 40_000
MAX_PART: Final = 8 << 20
MAX_TOTAL: Final = 64 << 20
#: One picture of a page, and all pictures, are never so large.
MAX_PICTURE: Final = 64 << 20
MAX_PICTURES: Final = 2 << 30
#: Bit of a member that is locked with a password.
LOCKED: Final = 0x1
#: <?xml version="1.0" encoding="GB2312"?>
CHINESE: Final = re.compile(
    rb"<\?xml[^>]{1,80}encoding\s*=\s*[\"'](?:gb[\w-]{1,8}|x-gbk)", re.IGNORECASE
)
#: What a broken ZIP container makes `zipfile` raise.
BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


class _Builder(ET.TreeBuilder):
    """Builds a tree, but not of a document that declares its own entities."""

    def doctype(self, name: str, *_: str | None) -> None:
        """Refuse a document type as soon as it begins."""
        raise _DeclaredError(name)


class _DeclaredError(Exception):
    """XML with a document type."""


@dataclass(frozen=True, slots=True)
class Package:
    """An opened container; `name` is the source's, for errors."""

    name: str
    container: zipfile.ZipFile
    #: Members by their name in lower case with plain slashes.
    members: dict[str, zipfile.ZipInfo]
    #: Bytes unpacked of each part so far; a part named again and again counts each time.
    unpacked: Counter[str] = field(default_factory=Counter)
    #: The same of pictures, which are not kept.
    shown: Counter[str] = field(default_factory=Counter)

    def find(self, part: str, *folders: str) -> str | None:
        """Look a part up in some folders, then in the package as a whole.

        An absolute name ("/Doc_0/Document.xml") is looked up as it is.
        """
        for folder in ("",) if part.startswith(("/", "\\")) else (*folders, ""):
            path = _plain(posixpath.join(folder, _slashed(part).lstrip("/")))
            if path in self.members:
                return path
        return None

    def xml(self, path: str) -> ET.Element | None:
        """Parse a part; `None` when it is no XML, or not well-formed."""
        if not path.endswith(".xml"):
            return None
        data = self._bytes(path)
        parser = ET.XMLParser(target=_Builder())  # noqa: S314 - `_Builder` refuses entities
        try:
            parser.feed(data.decode("gb18030") if CHINESE.match(data) else data)
            root: ET.Element = parser.close()
        except _DeclaredError as error:
            raise UnreadableSource(self.name, "unsupported", f"DOCTYPE in {path}") from error
        except (ET.ParseError, ValueError, LookupError):
            return None
        return root

    def picture(self, path: str) -> bytes:
        """Unpack a picture; nothing of one that is damaged, locked or larger than any page."""
        size = self.members[path].file_size
        self.shown[path] += size
        if self.shown.total() > MAX_PICTURES:
            raise UnreadableSource(self.name, "too_large", f"{MAX_PICTURES >> 20} MiB of pictures")
        if size > MAX_PICTURE:
            return b""
        try:
            return self.container.read(self.members[path])
        except BROKEN:
            return b""

    def _bytes(self, path: str) -> bytes:
        """Unpack a part; `zipfile` never gives more than the size that was checked."""
        self.unpacked[path] += self.members[path].file_size
        if self.unpacked.total() > MAX_TOTAL:
            raise UnreadableSource(self.name, "too_large", f"{MAX_TOTAL >> 20} MiB unpacked")
        try:
            return self.container.read(self.members[path])
        except BROKEN as error:
            raise UnreadableSource(self.name, "damaged", path) from error


def package_of(data: bytes, name: str) -> Package:
    """Open a container after a look at what it claims to hold."""
    try:
        container = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise UnreadableSource(name, "damaged", "not a ZIP container") from error
    parts = container.infolist()
    if len(parts) > MAX_PARTS:
        raise UnreadableSource(name, "too_large", f"{MAX_PARTS} parts")
    texts = [part for part in parts if part.filename.lower().endswith(".xml")]
    if any(part.file_size > MAX_PART for part in texts):
        raise UnreadableSource(name, "too_large", f"{MAX_PART >> 20} MiB in one part")
    if any(part.flag_bits & LOCKED for part in texts):
        raise UnreadableSource(name, "encrypted")
    return Package(name, container, {_plain(part.filename): part for part in parts})


def _slashed(path: str) -> str:
    return path.strip().replace("\\", "/")


def _plain(path: str) -> str:
    r"""Write the name of a part in one way.

    >>> _plain("/Doc_0\\Pages/../Document.XML")
    'doc_0/document.xml'
    """
    return posixpath.normpath("/" + _slashed(path)).lstrip("/").lower()
