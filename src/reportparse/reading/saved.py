"""Saved web pages: MHTML, one file with the page and all that it shows (RFC 2557).

Browsers write it as a mail message. The page is its first HTML part; pictures and style sheets
beside it say nothing of the report.
"""

from __future__ import annotations

import codecs
from email import message_from_bytes
from email.message import Message
from typing import Final

from reportparse.document import Document, Source
from reportparse.errors import UnreadableSource
from reportparse.reading import html

#: What Internet Explorer calls UTF-16.
UTF_16: Final = ("unicode", "utf-16", "utf-16le")
#: A page with frames has a handful of parts, one with pictures some hundred.
MAX_PARTS: Final = 5000
#: How deep parts may lie in parts.
MAX_DEPTH: Final = 8
#: What a broken message makes the mail library raise: an encoding that no one knows, a lone byte.
BROKEN: Final = (ValueError, LookupError, TypeError, AttributeError, AssertionError)


def read(data: bytes, source: Source) -> Document:
    """Read the page of a saved web page."""
    if len(data) > html.MAX_BYTES:
        raise UnreadableSource(source.name, "too_large", f"{html.MAX_BYTES >> 20} MiB")
    if data.count(b"\n--") > MAX_PARTS:
        raise UnreadableSource(source.name, "too_large", f"> {MAX_PARTS} parts")
    try:
        page = _page(message_from_bytes(data))
    except BROKEN as error:
        raise UnreadableSource(source.name, "damaged", "not a readable message") from error
    if page is None:
        raise UnreadableSource(source.name, "damaged", "no web page in it")
    return html.read(page, source)


def _page(message: Message, depth: int = 0) -> bytes | None:
    """Return the first HTML part of a message."""
    parts = message.get_payload()
    if not isinstance(parts, list):
        return _body(message) if message.get_content_type() == "text/html" else None
    if depth == MAX_DEPTH:
        return None
    found = (_page(part, depth + 1) for part in parts if isinstance(part, Message))
    return next((page for page in found if page), None)


def _body(part: Message) -> bytes:
    """Undo the transfer encoding; what says UTF-16 in the head gets its mark."""
    body = part.get_payload(decode=True)
    if not isinstance(body, bytes):
        return b""
    if (part.get_content_charset() or "") in UTF_16 and not body.startswith(codecs.BOM_UTF16_LE):
        return codecs.BOM_UTF16_LE + body
    return body
