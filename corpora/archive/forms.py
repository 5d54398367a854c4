"""Reports as files: five forms, and twelve ways in which a file may be broken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from pdfs import pdf, typeset
from words import container, docx, p, part


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file."""

    suffix: str
    made: Callable[[Sequence[str]], bytes]
    #: How often it comes, beside the others.
    weight: int


def _text(paragraphs: Sequence[str]) -> bytes:
    return ("\n".join(paragraphs) + "\n").encode()


def _chinese(paragraphs: Sequence[str]) -> bytes:
    return "\r\n".join(paragraphs).encode("gb18030")


def _pdf(paragraphs: Sequence[str]) -> bytes:
    return pdf(*typeset(paragraphs))


def _docx(paragraphs: Sequence[str]) -> bytes:
    return docx(*(p(paragraph) for paragraph in paragraphs))


def _html(paragraphs: Sequence[str]) -> bytes:
    title, *rest = paragraphs
    body = "".join(f"<p>　　{paragraph}</p>\n" for paragraph in rest)
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title></head><body><div class="nav">'
        f'<a href="/">首页</a> <a href="/zwgk">政务公开</a></div><div class="article">'
        f"<h1>{title}</h1>\n{body}</div></body></html>"
    ).encode()


FORMS: Final = (
    Form("txt", _text, 35),
    Form("txt", _chinese, 10),
    Form("docx", _docx, 25),
    Form("pdf", _pdf, 15),
    Form("html", _html, 15),
)

#: The head of a file of Word 97.
OLE: Final = bytes.fromhex("D0CF11E0A1B11AE1")
BOMB: Final = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
#: Ways to break a file: its ending, and what is left of the report in it.
BROKEN: Final[dict[str, tuple[str, Callable[[Sequence[str], Random], bytes]]]] = {
    "empty": ("txt", lambda _, __: b""),
    "spaces": ("txt", lambda _, __: "\n　\n \r\n".encode()),
    "noise": ("txt", lambda _, random: b"\x00" + random.randbytes(700)),
    "pdf_cut": ("pdf", lambda said, _: _pdf(said)[:260]),
    "pdf_head": ("pdf", lambda _, random: b"%PDF-1.5\n" + random.randbytes(400)),
    "pdf_locked": ("pdf", lambda said, _: _locked(_pdf(said))),
    "docx_cut": ("docx", lambda said, _: _docx(said)[:400]),
    "docx_bare": ("docx", lambda _, __: container({"word/styles.xml": part("styles", "")})),
    "docx_torn": ("docx", lambda _, __: container({"word/document.xml": "<w:document"})),
    "docx_bomb": ("docx", lambda _, __: container({"word/document.xml": f"{BOMB}<d>&b;</d>"})),
    "doc_head": ("doc", lambda _, random: OLE + random.randbytes(900)),
    "page_bare": ("html", lambda _, __: b"<html><head></head><body><script>1</script></body>"),
}


def _locked(data: bytes) -> bytes:
    """Say of a file that it is encrypted, with a password that nobody has."""
    secret = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]"
        % (
            b"11" * 32,
            b"22" * 32,
        )
    )
    return data.replace(b"trailer << ", b"trailer << " + secret + b" ")
