"""What guided fuzzing starts from: small inputs of every target, made from the own reports.

Small, for an input that is read in a millisecond is tried a thousand times a second; of many
kinds, for what no seed has (a list, a table, a picture) is found late or never.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import forms
import ofds
import pdfs
import reportparse as rp
import words
from evaluation.gold import ROOT, SHARED

#: Characters of a seed, and how many seeds are taken of the reports.
LENGTH: Final = 400
MOST: Final = 60
#: A fixture that is larger than this many bytes is read too seldom to be of use.
SMALL: Final = 48 << 10
ROWS: Final = (("指标", "单位", "数值"), ("调解纠纷", "件", "1,286"), ("其中：邻里", "件", "412"))
RTF: Final = (
    rb"{\rtf1\ansi\deff0 {\fonttbl{\f0 Arial;}}\u19968?\u12289?\u21150?\u32467? 46\par "
    rb"\trowd\cellx900\cellx1800 12\cell 13\cell\row \pard 36\par}"
)
OPEN: Final = "urn:oasis:names:tc:opendocument:xmlns"
ODT: Final = "application/vnd.oasis.opendocument.text"


def of(target: str) -> Iterator[bytes]:
    """Yield the seeds of a target."""
    yield from SEEDS[target](list(pieces()))
    for path in sorted((SHARED / "fixtures").glob("*.*")):
        if path.suffix in FIXTURES.get(target, ()) and path.stat().st_size <= SMALL:
            yield path.read_bytes()


def pieces() -> Iterator[list[str]]:
    """Yield runs of lines of the own reports, drawn evenly from all."""
    found = [run for path in sorted((ROOT / "corpora" / "text").glob("*.txt"))
             for run in _runs(rp.read(path).document.text)]  # fmt: skip
    yield from found[:: max(1, len(found) // MOST)]


def _runs(text: str) -> Iterator[list[str]]:
    run: list[str] = []
    for line in filter(str.strip, text.splitlines()):
        run.append(line)
        if sum(map(len, run)) >= LENGTH:
            yield run
            run = []
    if run:
        yield run


def _parse(runs: Sequence[list[str]]) -> Iterator[bytes]:
    yield from ("\n".join(run).encode() for run in runs)


def _text(runs: Sequence[list[str]]) -> Iterator[bytes]:
    for at, run in enumerate(runs):
        yield "\r\n".join(run).encode(("utf-8", "gb18030", "utf-8-sig", "utf-16")[at % 4])
    yield "\n".join("\t".join(row) for row in ROWS).encode()
    yield "\n".join(f"|{'|'.join(row)}|" for row in ROWS).encode()
    yield f"# {'# '.join(row[0] for row in ROWS)}\n**2023**年\n".encode()


def _html(runs: Sequence[list[str]]) -> Iterator[bytes]:
    table = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in ROWS)
    for run in runs[:20]:
        yield forms.page(run)
        yield forms.page(run).replace(b"</div>", f"<table>{table}</table></div>".encode())
    yield (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + forms.page(runs[0])
        + b"\r\n--b--\r\n"
    )


def _docx(runs: Sequence[list[str]]) -> Iterator[bytes]:
    counted = words.pattern(
        1,
        words.lvl(0, "chineseCounting", "%1、"),
        words.lvl(1, "chineseCounting", "（%2）"),
        words.lvl(2, "decimal", "%3."),
    ) + words.num(1, 1)
    table = words.tbl(*(words.tr(*row) for row in ROWS))
    for run in runs[:20]:
        yield forms.word(run)
        yield words.docx(
            *(words.p(line, words.listed(1, at % 3)) for at, line in enumerate(run)),
            table,
            numbering=counted,
            footnotes=f'<w:footnote w:id="2">{words.p("口径见说明。")}</w:footnote>',
            styles='<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>',
        )


def _doc(runs: Sequence[list[str]]) -> Iterator[bytes]:
    yield RTF
    yield open_document(*runs[0][:4])


def open_document(*lines: str) -> bytes:
    """Write a file of OpenDocument with some paragraphs and a table."""
    said = "".join(f"<t:p>{line}</t:p>" for line in lines)
    rows = "".join(
        f"<x:table-row>{''.join(f'<x:table-cell><t:p>{one}</t:p></x:table-cell>' for one in row)}"
        "</x:table-row>"
        for row in ROWS
    )
    return words.container(
        {
            "mimetype": ODT,
            "content.xml": f'<o:document-content xmlns:o="{OPEN}:office:1.0"'
            f' xmlns:t="{OPEN}:text:1.0" xmlns:x="{OPEN}:table:1.0" o:version="1.2"><o:body>'
            f"<o:text>{said}<x:table>{rows}</x:table></o:text></o:body></o:document-content>",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{OPEN}:manifest:1.0"'
            f' m:version="1.2"><m:file-entry m:full-path="/" m:media-type="{ODT}"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        }
    )


def _ofd(runs: Sequence[list[str]]) -> Iterator[bytes]:
    yield from (forms.fixed(run) for run in runs[:20])
    yield ofds.ofd(ofds.table(30, 60, ROWS), [ofds.picture("30 40 90 60")])
    yield ofds.ofd(
        [ofds.text("第1页", 30, 40, ctm="0 1 -1 0 0 0"), ofds.path("M 1 1 C 2 2 3 3 4 4 B")]
    )


def _pdf(runs: Sequence[list[str]]) -> Iterator[bytes]:
    yield from (forms.printed(run) for run in runs[:20])
    yield pdfs.pdf(pdfs.table(80, 100, ROWS), [pdfs.picture(80, 100, 300, 200)])
    yield pdfs.pdf([pdfs.say(80, 100, "第1页", angle=90)], rotate=90)
    yield pdfs.pdf([*pdfs.table(80, 100, ROWS), pdfs.bar(80, 300, 200, 301)], rotate=270)


def _zip(runs: Sequence[list[str]]) -> Iterator[bytes]:
    for run in runs[:10]:
        yield words.container({"总结.txt": forms.text(run), "镇/年报.docx": forms.word(run)})
    yield words.container({"甲.html": forms.page(runs[0]), "乙.ofd": forms.fixed(runs[0])})
    yield words.container({"丙.pdf": forms.printed(runs[0]), "__MACOSX/._丙.pdf": b"1"})
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_BZIP2) as container:
        container.writestr(zipfile.ZipInfo("../丁.txt"), forms.text(runs[0]))
    yield stored.getvalue()


SEEDS: Final[dict[str, Callable[[Sequence[list[str]]], Iterator[bytes]]]] = {
    "parse": _parse,
    "text": _text,
    "html": _html,
    "docx": _docx,
    "doc": _doc,
    "ofd": _ofd,
    "pdf": _pdf,
    "zip": _zip,
}
#: Endings of the fixtures that are seeds of a target, where fixtures are at hand.
FIXTURES: Final = {
    "text": (".txt",),
    "html": (".html",),
    "docx": (".docx",),
    "ofd": (".ofd",),
    "pdf": (".pdf",),
}
