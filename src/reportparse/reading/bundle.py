"""Bundles: ZIP archives of reports, member by member, without trusting anything they say.

Nothing is ever unpacked to disk, so a name can do no harm; it is only made fit to be shown. What
cannot be read is told member by member: one locked or damaged report does not hide the others.
"""

from __future__ import annotations

import contextlib
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Final

from reportparse.errors import UnreadableSource
from reportparse.reading import MAX_BYTES, bytes_of
from reportparse.reading.formats import format_of
from reportparse.reading.package import BROKEN, LOCKED

#: No bundle has so many members; one report, or all together, is never so large.
MAX_MEMBERS: Final = 20_000
MAX_MEMBER: Final = 256 << 20
MAX_TOTAL: Final = 4 << 30
#: Text packs to a tenth, a bomb to a thousandth; small members may pack to anything.
MAX_RATIO: Final = 200
SMALL: Final = 4 << 20
#: All members may come to so much, however little the bundle is: they may share their bytes.
LEAST: Final = 64 << 20
#: Bit of a name in UTF-8; without it the name is in the encoding of the machine that packed it.
UNICODE: Final = 0x800
#: __MACOSX/._总结.docx · .DS_Store · Thumbs.db: what systems leave beside files
LEFT_BEHIND: Final = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)")
#: What cannot stand in a name that is shown.
UNSHOWN: Final = re.compile("[\x00-\x1f\x7f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a bundle: what is in it, or why that cannot be had."""

    #: Its name for people, with plain slashes: 攀莲镇/2023年总结.docx
    name: str
    data: bytes = b""
    error: UnreadableSource | None = None


def members(source: str | Path | bytes | BinaryIO, name: str = "") -> Iterator[Member]:
    """Yield the files of a bundle in order; a bundle that is none raises `UnreadableSource`."""
    data, name = bytes_of(source, name)
    kind = format_of(data)
    if kind != "zip":
        raise UnreadableSource(name, "unsupported", kind.upper())
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            infos = [info for info in container.infolist() if not _is_left_out(info)]
            if len(infos) > MAX_MEMBERS:
                raise UnreadableSource(name, "too_large", f"{MAX_MEMBERS} files")
            yield from _unpacked(container, infos, max(LEAST, MAX_RATIO * len(data)))
    except BROKEN as error:
        raise UnreadableSource(name, "damaged", "ZIP") from error


def names_in(path: str, name: str) -> tuple[str, ...]:
    """List the files of a bundle on disk, each under a name of its own, without unpacking any.

    Raises `UnreadableSource` for a bundle that is none, or that holds more than it can be worth.
    """
    about = Path(path).stat()
    infos = _opened(path, name, about.st_mtime_ns)[1]
    whole = sum(info.file_size for info in infos.values())
    if len(infos) > MAX_MEMBERS or whole > min(max(LEAST, MAX_RATIO * about.st_size), MAX_TOTAL):
        raise UnreadableSource(name, "too_large", f"{MAX_MEMBERS} files, 1:{MAX_RATIO}")
    return tuple(infos)


def member_of(path: str, member: str, name: str) -> bytes:
    """Return the bytes of one file of a bundle on disk; `name` is what an error calls it."""
    container, infos = _opened(path, name, Path(path).stat().st_mtime_ns)
    if member not in infos:
        raise UnreadableSource(name, "missing")
    return _data(container, infos[member], name, MAX_MEMBER)


@lru_cache(maxsize=1)
def _opened(
    path: str, name: str, _stamp: int
) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:
    """Open a bundle and keep it open for its next member; opening reads the whole directory."""
    try:
        container = zipfile.ZipFile(path)
    except BROKEN as error:
        raise UnreadableSource(name, "damaged", "ZIP") from error
    infos: dict[str, zipfile.ZipInfo] = {}
    for info in container.infolist():
        if not _is_left_out(info):
            shown = name_of(info)
            infos[shown if shown not in infos else f"{shown} ({len(infos) + 1})"] = info
    return container, infos


def _is_left_out(info: zipfile.ZipInfo) -> bool:
    """Tell folders, and what a system left behind."""
    return info.filename.endswith("/") or LEFT_BEHIND.search(name_of(info)) is not None


def _unpacked(
    container: zipfile.ZipFile, infos: list[zipfile.ZipInfo], left: int
) -> Iterator[Member]:
    """Unpack one member after the other, as long as what is left of the limit allows."""
    left = min(left, MAX_TOTAL)
    for info in infos:
        name = name_of(info)
        try:
            data = _data(container, info, name, left)
        except UnreadableSource as error:
            yield Member(name, error=error)
        else:
            left -= len(data)
            yield Member(name, data)


def _data(container: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, left: int) -> bytes:
    """Unpack a member, or say why not; `zipfile` never gives more than the size it states."""
    if info.flag_bits & LOCKED:
        raise UnreadableSource(name, "encrypted")
    size = info.file_size
    most = min(MAX_MEMBER, MAX_BYTES, left)
    if size > most:
        raise UnreadableSource(name, "too_large", f"{most >> 20} MiB")
    if size > SMALL and size > MAX_RATIO * info.compress_size:
        raise UnreadableSource(name, "too_large", f"1:{MAX_RATIO}")
    try:
        data = container.read(info)
    except BROKEN as error:
        raise UnreadableSource(name, "damaged", "ZIP") from error
    if format_of(data) == "zip":
        # A bundle inside a bundle could hold another, and so on.
        raise UnreadableSource(name, "unsupported", "ZIP in ZIP")
    return data


def name_of(info: zipfile.ZipInfo) -> str:
    """Return the name of a member as its packer meant it, fit to be shown."""
    name = info.filename
    if not info.flag_bits & UNICODE:
        # A name beyond this encoding was given in Unicode beside the old one.
        with contextlib.suppress(UnicodeEncodeError):
            name = _decoded(name.encode("cp437"))
    plain = posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/")
    folder = "/" if name.endswith(("/", "\\")) else ""
    return UNSHOWN.sub("\ufffd", plain) + folder


def _decoded(name: bytes) -> str:
    """Read a name that does not say its encoding: UTF-8 for some packers, else GB18030."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name.decode("gb18030", "replace")
