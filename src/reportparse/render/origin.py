"""The file that a report was read from, unchanged."""

from __future__ import annotations

import hashlib
from os import PathLike
from pathlib import Path
from typing import Final

from reportparse.errors import UnreadableSource
from reportparse.report import Report

#: Formats whose pages can be drawn.
PAGED: Final = "pdf"


def original(report: Report, source: str | PathLike[str] | bytes | None = None) -> bytes:
    """Return the bytes that a report was read from, told by their digest.

    Without `source` they are looked for where the report was read. `UnreadableSource` says why
    there are none: the report is no PDF, the file is not there or is another one now.
    """
    known = report.document.source
    if known.format != PAGED:
        raise UnreadableSource(known.name, "no_pdf", known.format)
    place = known.name if source is None else source
    data = place if isinstance(place, bytes) else _bytes(Path(place), known.name)
    if hashlib.sha256(data).hexdigest() != known.sha256:
        raise UnreadableSource(known.name, "changed")
    return data


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableSource(name, "moved") from error
