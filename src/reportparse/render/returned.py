"""The workbook as an auditor sends it back: verdicts and remarks from the sheet of findings.

Excel, WPS and Calc each write a workbook anew when they save it. What all keep is the name of the
sheet, its heads, and the words in its cells; nothing else is taken from it, and no formula is
worked out.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Final

from reportparse.errors import Language
from reportparse.frames import header
from reportparse.reading.package import BROKEN
from reportparse.render.words import word
from reportparse.verdicts import SCHEMA, VERDICTS, Verdict

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Bytes of one part; no sheet of findings is larger.
LARGEST: Final = 64 << 20
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
#: The fields of a verdict, by the column that holds each.
FIELDS: Final = {
    "fingerprint": "fingerprint", "conclusion": "verdict", "remark": "remark", "code": "code",
    "message": "message",
}  # fmt: skip
#: What Excel makes of a cell in which "true" or "false" was chosen.
TRUTH: Final = {"1": "true", "0": "false"}
#: The letters of a place, "AB12".
COLUMN: Final = re.compile(r"[A-Z]{1,3}")
#: A workbook on a sheet of its own, and how it names its parts.
MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

#: A row of cells by the letters of their columns.
Row = Mapping[str, str]


def verdicts_in(data: bytes) -> tuple[Verdict, ...]:
    """Return the verdicts of a workbook; `ValueError` for what has no sheet of findings."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            return tuple(_verdicts(file))
    # What lxml raises of XML that is not well-formed is a SyntaxError.
    except (*BROKEN, LookupError, SyntaxError) as error:
        raise ValueError(SCHEMA) from error


def _verdicts(file: zipfile.ZipFile) -> Iterator[Verdict]:
    """Yield what the rows say; one without a verdict or a remark says nothing."""
    rows = _rows(_part(file, _sheet(file)), _shared(file))
    places = _places(next(rows, {}))
    for row in rows:
        told = {field: row.get(places[field], "").strip() for field in FIELDS.values()}
        told["verdict"] = _meant(told["verdict"])
        if told["fingerprint"] and (told["verdict"] or told["remark"]):
            yield Verdict(**told)


def _places(heads: Row) -> dict[str, str]:
    """Return the column of each field, by the words of the heads in any language."""
    columns = {text.strip(): column for column, text in heads.items()}
    return {field: _column_of(key, columns) for key, field in FIELDS.items()}


def _column_of(key: str, columns: Mapping[str, str]) -> str:
    zh, en = (_head(key, lang) for lang in LANGUAGES)
    return columns[zh] if zh in columns else columns[en]


def _head(key: str, lang: Language) -> str:
    return word(key, lang) if key in {"conclusion", "remark"} else header(key, lang)


def _meant(said: str) -> str:
    """Return the verdict that a word of either language names."""
    named = {word(verdict, lang): verdict for verdict in VERDICTS for lang in LANGUAGES}
    return named.get(said, "")


def _sheet(file: zipfile.ZipFile) -> str:
    """Return the part that holds the sheet of findings."""
    sheets = _part(file, "xl/workbook.xml").iter(f"{MAIN}sheet")
    links = {one.get("name"): one.get(LINK) for one in sheets}
    zh, en = (word("findings", lang) for lang in LANGUAGES)
    targets = {
        one.get("Id"): str(one.get("Target")) for one in _part(file, "xl/_rels/workbook.xml.rels")
    }
    target = targets[links[zh] if zh in links else links[en]]
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _shared(file: zipfile.ZipFile) -> list[str]:
    """Return the texts that cells refer to by number."""
    if "xl/sharedStrings.xml" not in file.namelist():
        return []
    return [_text(one) for one in _part(file, "xl/sharedStrings.xml").iter(f"{MAIN}si")]


def _rows(sheet: _Element, shared: list[str]) -> Iterator[Row]:
    for row in sheet.iter(f"{MAIN}row"):
        yield {_column(cell): _said(cell, shared) for cell in row.iter(f"{MAIN}c")}


def _column(cell: _Element) -> str:
    """Return the letters of a cell's column."""
    found = COLUMN.match(cell.get("r") or "")
    return found[0] if found else ""


def _said(cell: _Element, shared: list[str]) -> str:
    """Return the text that a cell shows."""
    kind = cell.get("t")
    if kind == "inlineStr":
        return _text(cell)
    value = cell.findtext(f"{MAIN}v") or ""
    if kind == "s":
        return shared[int(value)]
    return TRUTH.get(value, "") if kind == "b" else value


def _text(element: _Element) -> str:
    """Join the runs of a text; how it is read aloud (rPh) is no part of it."""
    aloud = f"{MAIN}rPh"
    runs = element.iter(f"{MAIN}t")
    return "".join(one.text or "" for one in runs if _parent(one) != aloud)


def _parent(element: _Element) -> str:
    above = element.getparent()
    return "" if above is None else str(above.tag)


def _part(file: zipfile.ZipFile, name: str) -> _Element:
    """Read a part, with no entity of its own and no larger than a sheet may be."""
    from lxml import etree

    if file.getinfo(name).file_size > LARGEST:
        raise ValueError(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(file.read(name), parser)
