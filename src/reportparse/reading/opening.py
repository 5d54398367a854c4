"""Word's package opened: a ZIP container with XML parts, each read within limits.

Nothing in a part may reach outside of it: entities are not resolved, a document type is refused,
and a member that unpacks to far more than any report is refused before it is unpacked.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from lxml import etree

from reportparse.errors import UnreadableSource

#: No report has so many parts, nor a part so large when unpacked.
MAX_PARTS: Final = 20_000
MAX_PART: Final = 64 * 1024 * 1024
#: Tags in one part; the longest reports have a tenth of them.
MAX_TAGS: Final = 500_000
#: How many elements may stand inside each other.
MAX_DEPTH: Final = 200
#: Ends of the types of the relations that are followed, in both spellings of the standard.
DOCUMENT: Final = "/officeDocument"

#: The library has no public name for what its parser returns.
Element = etree._Element  # noqa: SLF001


class Package:
    """The parts of one file, by name."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise UnreadableSource(name, "damaged", "not a ZIP container") from error
        if len(infos) > MAX_PARTS:
            raise UnreadableSource(name, "too_large", f"{len(infos)} > {MAX_PARTS} parts")
        self._infos = {_plain(info.filename): info for info in infos}

    def document(self) -> str:
        """Return the name of the main part."""
        for relation in children(self.part("_rels/.rels")):
            if relation.get("Type", "").endswith(DOCUMENT):
                return _plain(relation.get("Target", ""))
        return "word/document.xml"

    def related(self, main: str, kind: str) -> Element | None:
        """Return the part that the main part calls its styles, numbering, footnotes ..."""
        folder, file = posixpath.split(main)
        for relation in children(self.part(f"{folder}/_rels/{file}.rels")):
            if relation.get("Type", "").endswith(f"/{kind}"):
                target = relation.get("Target", "")
                return self.part(target if target.startswith("/") else f"{folder}/{target}")
        return self.part(f"{folder}/{kind}.xml")

    def part(self, name: str) -> Element | None:
        """Return the root of a part, `None` when there is none."""
        info = self._infos.get(_plain(name))
        return None if info is None else self._parsed(self._unpacked(info))

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        """Unpack one member, no further than the limit whatever size it claims."""
        if info.flag_bits & 1:
            raise UnreadableSource(self._name, "encrypted")
        try:
            with self._zip.open(info) as member:
                data = member.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise UnreadableSource(self._name, "damaged", info.filename) from error
        except (NotImplementedError, RuntimeError) as error:
            raise UnreadableSource(self._name, "unsupported", "ZIP compression") from error
        if len(data) > MAX_PART:
            raise UnreadableSource(self._name, "too_large", f"{MAX_PART >> 20} MiB XML")
        if data.count(b"</") + data.count(b"/>") > MAX_TAGS:
            raise UnreadableSource(self._name, "too_large", f"> {MAX_TAGS} tags")
        return data

    def _parsed(self, data: bytes) -> Element:
        """Parse a part; a document type has no business in it."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableSource(self._name, "damaged", "XML") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableSource(self._name, "damaged", "XML with a document type")
        if _depth(root) > MAX_DEPTH:
            raise UnreadableSource(self._name, "damaged", "XML nested too deep")
        return root


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element | None, name: str) -> str | None:
    """Return an attribute in whatever namespace it is written."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the child elements, all or those with one of some names."""
    if element is not None:
        # "*" leaves out comments and processing instructions.
        for inner in element.iterchildren("*"):
            if not names or local(inner) in names:
                yield inner


def child(element: Element | None, *path: str) -> Element | None:
    """Follow a path of names down, first child by first child."""
    for name in path:
        element = next(children(element, name), None)
    return element


def words(element: Element) -> str:
    """Return all text inside an element."""
    return "".join(str(text) for text in element.itertext())


def switched(element: Element | None, name: str) -> bool:
    """Tell whether a property is on: <w:vanish/>, but not <w:vanish w:val="0"/>."""
    found = child(element, name)
    return found is not None and attribute(found, "val") not in ("0", "false", "off", "none")


def whole(text: str | None, default: int) -> int:
    """Read a whole number of an attribute."""
    plain = (text or "").strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 10 else default


def _plain(name: str) -> str:
    """Bring the name of a part to one spelling."""
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/").lower()


def _depth(root: Element) -> int:
    """Return how deep elements stand inside each other."""
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
