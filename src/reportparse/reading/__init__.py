"""Reading: any form in which a report is published becomes one `Document`.

The format is told by content, never by the file's name. Each format has a module here with one
function, imported only when a source of that format turns up:

    def read(data: bytes, source: Source) -> Document

`data` is the whole source; `source` names it and has format, checksum and size filled in. A
reader returns a document whose `source` may be more exact (`dataclasses.replace` for encoding,
pages, quality), and raises `UnreadableSource(source.name, reason)` when nothing can be read.
What the text of the report says never raises.
"""

from __future__ import annotations

import importlib
import stat
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from reportparse.document import Document, Source
from reportparse.errors import UnreadableSource
from reportparse.reading import text as plain
from reportparse.reading.formats import format_of
from reportparse.reading.limits import held

#: Module of each format that can be read.
READERS: Final = {
    "text": "text",
    "pdf": "pdf",
    "docx": "docx",
    "ofd": "ofd",
    "html": "html",
    "mhtml": "saved",
    "doc": "legacy",
    "rtf": "legacy",
    "odt": "legacy",
    "image": "picture",
}

#: No report comes near this size; a file over it is not read into memory.
MAX_BYTES: Final = 512 * 1024 * 1024


class Reader(Protocol):
    """What a module of `READERS` offers."""

    def read(self, data: bytes, source: Source) -> Document:
        """Read the bytes of one source."""
        ...


def read_document(source: str | Path | bytes | BinaryIO, name: str = "") -> Document:
    """Read a report from a path, bytes or a binary file, whatever its format."""
    return _read(*bytes_of(source, name))


def bytes_of(source: str | Path | bytes | BinaryIO, name: str = "") -> tuple[bytes, str]:
    """Return what a path, bytes or a binary file hold, and what it is called."""
    if isinstance(source, str | Path):
        name = name or str(source)
        data = _in_file(Path(source), name)
    elif isinstance(source, bytes | bytearray | memoryview):
        name, data = name or "bytes", bytes(source)
    else:
        name = name or str(getattr(source, "name", "stream"))
        data = _in_stream(source)
    if len(data) > MAX_BYTES:
        raise UnreadableSource(name, "too_large", f"{MAX_BYTES >> 20} MiB")
    return data, name


def document_of(text: str) -> Document:
    """Take a text in hand for a document; raises `TypeError` for anything else."""
    if not isinstance(text, str):
        raise TypeError(f"parse takes a text, read takes a file; got {type(text).__name__}")
    data = text.encode("utf-8", "surrogatepass")
    source = Source("text", "text", sha256(data).hexdigest(), len(data))
    return plain.document_of(text, source)


def _read(data: bytes, name: str) -> Document:
    """Read bytes by the reader of their format."""
    if not data.strip():
        raise UnreadableSource(name, "empty")
    kind = format_of(data)
    if kind == "encrypted":
        raise UnreadableSource(name, "encrypted")
    if kind == "zip":
        raise UnreadableSource(name, "bundle")
    source = Source(name, kind, sha256(data).hexdigest(), len(data))
    document = _reader(kind, name).read(data, source)
    if not held(document.text, name).strip():
        raise UnreadableSource(name, "empty")
    return document


def _reader(kind: str, name: str) -> Reader:
    """Import the reader of a format."""
    if kind not in READERS:
        raise UnreadableSource(name, "unsupported", kind.upper())
    module = f"{__name__}.{READERS[kind]}"
    try:
        reader: Reader = importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        raise UnreadableSource(name, "unsupported", kind.upper()) from error
    return reader


def _in_stream(source: BinaryIO) -> bytes:
    """Read a file that is open; one opened for text, or what is no file, is misuse."""
    data = source.read(MAX_BYTES + 1) if hasattr(source, "read") else None
    if not isinstance(data, bytes):
        raise TypeError(f"a path, bytes or a binary file, not {type(source).__name__}")
    return data


def _in_file(path: Path, name: str) -> bytes:
    """Read a file, or say why it cannot be read."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise UnreadableSource(name, "folder")
        if not stat.S_ISREG(about.st_mode):
            # A pipe or a device may never end.
            raise UnreadableSource(name, "failed", "not a regular file")
        if about.st_size > MAX_BYTES:
            raise UnreadableSource(name, "too_large", f"{MAX_BYTES >> 20} MiB")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        # ValueError: a NUL character in the path.
        raise UnreadableSource(name, "missing") from error
    except PermissionError as error:
        raise UnreadableSource(name, "denied") from error
    except OSError as error:
        raise UnreadableSource(name, "failed", error.strerror or str(error)) from error
