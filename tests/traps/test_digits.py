"""Every figure that stands in a file stands in its text, and as often: none lost, none doubled."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree, html

import reportparse as rp
from words import W

DIGITS = re.compile(r"\d+(?:\.\d+)?")
#: What a browser never shows.
UNSEEN = ("script", "style", "select", "noscript", "title", "head")


def counted(text: str) -> Counter[str]:
    return Counter(DIGITS.findall(text))


def words_of(data: bytes) -> str:
    """Return what the runs of a Word file hold, without any reader of this package."""
    part = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
    paragraphs = etree.fromstring(part).iter(f"{{{W}}}p")
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(f"{{{W}}}t"))
        for paragraph in paragraphs
    )


def shown_of(data: bytes, encoding: str) -> str:
    """Return all text of a page."""
    root = html.document_fromstring(data.decode(encoding, "replace"))
    for element in list(root.iter(*UNSEEN)):
        element.drop_tree()
    return re.sub(r"\s", "", "\n".join(root.itertext()))


@pytest.mark.parametrize("folder", ["fixtures", "reports"])
def test_word(shared: Path, folder: str) -> None:
    paths = sorted((shared / folder).glob("*.docx"))
    assert paths
    for path in paths:
        if path.name != "numfmt.docx":
            assert counted(rp.read(path).document.text) == counted(words_of(path.read_bytes()))


@pytest.mark.parametrize("folder", ["fixtures", "reports"])
def test_pages(shared: Path, folder: str) -> None:
    paths = sorted((shared / folder).glob("*.html"))
    assert paths
    for path in paths:
        document = rp.read(path).document
        read = re.sub(r"\s", "", document.text)
        assert counted(read) == counted(shown_of(path.read_bytes(), document.source.encoding))
