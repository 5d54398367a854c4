"""Damaged files: a file with some bytes, or what its container holds, changed at random.

Every change is drawn from a seeded generator, so that a number gives the same damage again.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Final

from lxml import etree

#: Numbers at the edges of what programs count with.
EDGES: Final = (b"0", b"-1", b"1", b"255", b"65536", b"2147483648", b"99999999999999", b"1e308",
                b"-0.0001", b"nan", b"")  # fmt: skip
#: Words that rules of reports look for, and what breaks readers.
WORDS: Final = (
    "其中", "同比增长", "分别为", "占", "%", "亿元", "一、", "（一）", "1.", "是", "至", "年",
    "9" * 400, "0." + "0" * 60, "一" * 300, "十百千万亿" * 20, "（" * 300, "《", "\t" * 50,
    "\n" * 200, "\x00", "\ufeff", "\u2028", "🀄", "\U0010ffff", "<", ">", "&", "&#0;", "]]>",
    "<!--", "<p>", "</td>",
)  # fmt: skip
NUMBER: Final = re.compile(rb"\d+(?:\.\d+)?")
TAG: Final = re.compile(rb"<[^<>]{0,200}>")
STREAM: Final = re.compile(rb"stream\r?\n(.+?)\r?\nendstream", re.DOTALL)
#: 5 0 obj << /Type /Page … >> endobj
OBJECT: Final = re.compile(rb"(\d+ 0 obj\b)(.*?)(endobj)", re.DOTALL)
#: What an entry of an object may say instead: /Rotate 90 · /MediaBox [0 0 595 842] · /Kids [3 0 R]
ENTRY: Final = re.compile(rb"/\w+\s+(\[[^\[\]]{0,400}\]|<[0-9A-Fa-f]{0,400}>|/?[\w.-]+(?: 0 R)?)")
SAID: Final = (b"1 0 R", b"2 0 R", b"3 0 R", b"99 0 R", b"null", b"true", b"[]", b"[0 0 0 0]",
               b"[1e9 -1e9 1e308 0]", b"<< >>", b"()", b"<FEFF>", b"/Identity-H", b"/Page",
               b"/Pages", b"/FlateDecode", b"[/FlateDecode /FlateDecode]")  # fmt: skip
#: Of so many changes each a file gets one at least.
MOST: Final = 4
#: A stretch that is cut, doubled or moved is not longer.
LONGEST: Final = 4000

#: What XML cannot hold.
CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
#: Elements with more inside are not copied.
SMALL: Final = 400

Element = etree._Element  # noqa: SLF001 - the library has no public name for it
Change = Callable[[bytes, Random], bytes]


def mutated(data: bytes, draw: Random) -> bytes:
    """Return a file with some damage, to its bytes or to what its container holds."""
    change = _changed
    if data.startswith(b"PK") and draw.random() < 0.85:
        change = _in_container
    elif data.startswith(b"%PDF") and draw.random() < 0.8:
        change = draw.choice((_in_stream, _in_object))
    for _ in range(draw.randint(1, MOST)):
        data = change(data, draw)
    return data


def _changed(data: bytes, draw: Random) -> bytes:
    """Change some bytes in one of the ways there are."""
    return draw.choice(CHANGES)(data, draw) if data else data


def _in_container(data: bytes, draw: Random) -> bytes:
    """Change a member of a ZIP container and pack all again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            members = [(info, container.read(info)) for info in container.infolist()]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError,
            ValueError):  # fmt: skip
        return _changed(data, draw)
    if not members:
        return data
    # The larger a member, the more it matters.
    at = draw.choices(range(len(members)), [len(part) + 1 for _, part in members])[0]
    info, part = members[at]
    change = _in_tree if draw.random() < 0.8 else _changed
    members[at] = (info, change(part, draw))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as container:
        for info, part in members:
            container.writestr(zipfile.ZipInfo(info.filename), part, info.compress_type)
    return target.getvalue()


def _in_tree(data: bytes, draw: Random) -> bytes:
    """Change an XML part so that it can still be parsed."""
    try:
        root = etree.fromstring(data)
    except (etree.XMLSyntaxError, ValueError):
        return _changed(data, draw)
    elements = list(root.iter("*"))
    one, other = draw.choice(elements), draw.choice(elements)
    draw.choice(SURGERIES)(one, other, draw)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _lose(one: Element, _: Element, __: Random) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _graft(one: Element, other: Element, draw: Random) -> None:
    """Put copies of one element into another, beside each other or inside of each other."""
    deep = draw.random() < 0.3
    for _ in range(draw.choice((1, 1, 3, 100))):
        copy = deepcopy(one)
        if len(list(copy.iter())) > SMALL:
            return
        other.insert(draw.randint(0, len(other)), copy)
        other = copy if deep else other


def _say(one: Element, _: Element, draw: Random) -> None:
    """Let an element, or one of its attributes, say something else."""
    said = draw.choice((*WORDS, *map(bytes.decode, EDGES)))
    said = CONTROL.sub("", said)
    if one.attrib and draw.random() < 0.7:
        one.set(draw.choice(list(one.attrib)), said)
    else:
        one.text = said


def _rename(one: Element, other: Element, _: Random) -> None:
    one.tag = other.tag


def _in_stream(data: bytes, draw: Random) -> bytes:
    """Change what a stream of a PDF holds; readers find what moved without its table."""
    streams = list(STREAM.finditer(data))
    if not streams:
        return _changed(data, draw)
    stream = draw.choice(streams)
    try:
        inside = zlib.compress(_changed(zlib.decompress(stream[1]), draw))
    except zlib.error:
        inside = _changed(stream[1], draw)
    return data[: stream.start(1)] + inside + data[stream.end(1) :]


def _in_object(data: bytes, draw: Random) -> bytes:
    """Lose an object of a PDF, let it be another one, or let one of its entries say otherwise."""
    objects = list(OBJECT.finditer(data))
    if not objects:
        return _changed(data, draw)
    one, other = draw.choice(objects), draw.choice(objects)
    body = draw.choice((one[2], other[2], b" null "))
    entries = list(ENTRY.finditer(one[2]))
    if entries and draw.random() < 0.7:
        entry = draw.choice(entries)
        said = draw.choice((*SAID, *EDGES))
        body = one[2][: entry.start(1)] + said + one[2][entry.end(1) :]
    return data[: one.start(2)] + body + data[one.end(2) :]


def _stretch(data: bytes, draw: Random) -> tuple[int, int]:
    start = draw.randrange(len(data))
    return start, min(len(data), start + draw.randint(1, LONGEST))


def _flip(data: bytes, draw: Random) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << draw.randrange(8)]) + data[at + 1 :]


def _overwrite(data: bytes, draw: Random) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + draw.randbytes(draw.randint(1, 8)) + data[at + 8 :]


def _cut(data: bytes, draw: Random) -> bytes:
    start, end = _stretch(data, draw)
    return data[:start] + data[end:]


def _end(data: bytes, draw: Random) -> bytes:
    return data[: draw.randrange(len(data))]


def _double(data: bytes, draw: Random) -> bytes:
    start, end = _stretch(data, draw)
    return data[:end] + data[start:end] * draw.choice((1, 1, 1, 30)) + data[end:]


def _move(data: bytes, draw: Random) -> bytes:
    start, end = _stretch(data, draw)
    rest = data[:start] + data[end:]
    at = draw.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def _number(data: bytes, draw: Random) -> bytes:
    return _replaced(NUMBER, data, draw, draw.choice(EDGES))


def _tag(data: bytes, draw: Random) -> bytes:
    """Lose a tag, or repeat one so often that what is inside stands deep."""
    found = _near(TAG, data, draw)
    if found is None:
        return data
    return data[: found.start()] + found[0] * draw.choice((0, 2, 2, 300)) + data[found.end() :]


def _word(data: bytes, draw: Random) -> bytes:
    word = draw.choice(WORDS).encode(draw.choice(("utf-8", "utf-8", "gb18030", "utf-16-le")))
    at = draw.randrange(len(data))
    return data[:at] + word + data[at:]


def _replaced(pattern: re.Pattern[bytes], data: bytes, draw: Random, by: bytes) -> bytes:
    found = _near(pattern, data, draw)
    return data if found is None else data[: found.start()] + by + data[found.end() :]


def _near(pattern: re.Pattern[bytes], data: bytes, draw: Random) -> re.Match[bytes] | None:
    """Find a pattern behind a place drawn at random."""
    return pattern.search(data, draw.randrange(len(data))) or pattern.search(data)


SURGERIES: Final = (_lose, _graft, _graft, _say, _say, _say, _rename)
CHANGES: Final[Sequence[Change]] = (
    _flip, _overwrite, _cut, _end, _double, _move, _number, _number, _tag, _tag, _word, _word,
)  # fmt: skip
