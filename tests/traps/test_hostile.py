"""Files made to do harm: each ends in a document or a typed error, in bounded time and memory.

They are read in a process of their own that may take no more than the fuzzer allows.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from evaluation.fuzzing import Process

import reportparse as rp
from forms import FORMS
from ofds import ofd, packed, parts, text
from reportparse.errors import UnreadableSource
from words import W, container, docx, p, r, tbl, tr

posix = pytest.mark.skipif(os.name != "posix", reason="limits of a process are POSIX")
LINES = ["云岭镇2023年工作报告", "全年调解纠纷86件，其中邻里纠纷50件、婚姻纠纷36件。"]
FILES = {form: make(LINES) for form, make in FORMS.items()}
CONTENT = "Doc_0/Pages/Page_0/Content.xml"
LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
DOCTYPES = {
    "laughs": (f'<!DOCTYPE x [<!ENTITY l0 "哈">{LAUGHS}]>', "&l9;"),
    "quadratic": (f'<!DOCTYPE x [<!ENTITY a "{"哈" * 50_000}">]>', "&a;" * 50_000),
    "outside": ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;"),
    "parameter": ('<!DOCTYPE x SYSTEM "http://localhost:9/x.dtd">', "哈"),
}


def page(body: str) -> bytes:
    return f"<html><body><p>完成，12件。</p>{body}</body></html>".encode()


def deep(tag: str, times: int, inside: str) -> str:
    return f"<{tag}>" * times + inside + f"</{tag}>" * times


def word_with(doctype: str, inside: str) -> bytes:
    body = f'<w:document xmlns:w="{W}"><w:body>{p(inside)}</w:body></w:document>'
    return container({"word/document.xml": f'<?xml version="1.0"?>{doctype}{body}'})


def ofd_with(doctype: str, inside: str) -> bytes:
    members = parts([text(inside, 20, 20)])
    members[CONTENT] = members[CONTENT].replace("?>", f"?>{doctype}", 1)
    return packed(members)


SENTENCE = "全年共调处各类纠纷198件，其中邻里纠纷76件、婚姻家庭纠纷54件、土地纠纷68件，"
#: File, and the reason for which it is refused; "" where it is read.
HOSTILE = [
    *(pytest.param(word_with(*DOCTYPES[key]), "damaged", id=f"docx-{key}") for key in DOCTYPES),
    *(pytest.param(ofd_with(*DOCTYPES[key]), "unsupported", id=f"ofd-{key}") for key in DOCTYPES),
    *(
        pytest.param(page("").replace(b"<html", f"{start}<html".encode()), "", id=f"html-{key}")
        for key, (start, _) in DOCTYPES.items()
    ),
    pytest.param(SENTENCE.encode() * 450_000, "too_large", id="text-of-one-line"),
    pytest.param(b"1" * 20_000_000, "too_large", id="text-of-one-figure"),
    pytest.param(b"1" * 900_000 + "亿元".encode(), "", id="a-figure-without-end"),
    pytest.param("一".encode() * 300_000, "", id="a-numeral-without-end"),
    pytest.param("（《“".encode() * 4000, "", id="brackets"),
    pytest.param(b"\x00" * 1_000_000 + LINES[1].encode(), "binary", id="nuls"),
    pytest.param((LINES[1] * 9 + "\ud800").encode("utf-8", "surrogatepass"), "", id="surrogate"),
    pytest.param(os.urandom(200_000).replace(b"PK", b""), None, id="junk"),
    pytest.param(b"PK\x03\x04" + bytes(range(256)) * 99, "bundle", id="junk-in-zip"),
    pytest.param(b"%PDF-1.7\n" + bytes(range(256)) * 99, "damaged", id="junk-in-pdf"),
    pytest.param(page("<div>" * 100_000 + "13件。"), "", id="html-deep"),
    pytest.param(page("<table><tr><td>" * 50_000 + "13件。"), "", id="html-deep-tables"),
    pytest.param(page("<ol><li>" * 90_000 + "13件。"), "", id="html-deep-lists"),
    pytest.param(page("<sup>" * 100_000 + "2"), "", id="html-deep-powers"),
    pytest.param(
        page(f"<table>{'<tr><td>村<td>12</tr>' * 200_000}</table>"), "too_large", id="html-rows"
    ),
    pytest.param(
        page("<p " + " ".join(f"a{at}=1" for at in range(200_000)) + ">"), "too_large",
        id="html-attributes",
    ),
    pytest.param(
        page("<table>" + "<tr>" + "<td rowspan=5000 colspan=200>1" * 9 + "<tr><td>1<td>2" * 4000),
        "", id="html-spans",
    ),
    pytest.param(page(f"<img src='data:,{'A' * 5_000_000}'>"), "", id="html-picture-inside"),
    pytest.param(docx(deep("w:sdt", 100_000, p("办"))), "damaged", id="docx-deep"),
    pytest.param(docx(deep("w:tbl", 200, p("办"))), "damaged", id="docx-deep-tables"),
    pytest.param(docx(tbl(*[tr("村", "12")] * 100_000)), "too_large", id="docx-rows"),
    pytest.param(docx(p("".join(r("1") for _ in range(60_000)))), "", id="docx-runs"),
    pytest.param(docx(*[p(SENTENCE)] * 40_000), "too_large", id="docx-paragraphs"),
    pytest.param(
        container({"word/document.xml": b"0" * 200_000_000}), "too_large", id="docx-bomb"
    ),
    pytest.param(container({f"{at}.txt": b"0" * 10_000_000 for at in range(9)}), "bundle",
                 id="zip-bomb"),
    pytest.param(
        ofd([deep("ofd:PageBlock", 100_000, text("办", 9, 9))]), "damaged", id="ofd-deep"
    ),
    pytest.param(ofd([text("件", 9, 9)] * 60_000), "too_large", id="ofd-objects"),
    pytest.param(packed({**parts([]), CONTENT: b"0" * 200_000_000}), "too_large", id="ofd-bomb"),
]  # fmt: skip


@pytest.fixture(scope="module")
def processes() -> Iterator[list[Process]]:
    started: list[Process] = []
    yield started
    for process in started:
        process.__exit__()


@posix
@pytest.mark.slow
@pytest.mark.parametrize(("data", "reason"), HOSTILE)
def test_harm(processes: list[Process], data: bytes, reason: str | None) -> None:
    if not processes:
        processes.append(Process().__enter__())
    result = processes[0].read(0, "a", data)
    if result.failed:
        # It may still be at work: the next file gets a process of its own.
        processes.pop().__exit__()
    assert not result.failed, result.detail
    assert reason is None or result.detail == reason


@pytest.mark.parametrize("form", FORMS)
def test_cut_anywhere(form: str) -> None:
    data = FILES[form]
    for at in range(1, len(data), max(1, len(data) // 60)):
        try:
            assert rp.read(data[:at], "a").document.source.name == "a"
        except UnreadableSource as error:
            assert error.name == "a"  # noqa: PT017 - either of the two is right


@pytest.mark.parametrize("form", FORMS)
def test_the_name_says_nothing(form: str, tmp_path: Path) -> None:
    for suffix in (".pdf", ".txt", ".docx", ""):
        path = tmp_path / f"总结{suffix}"
        path.write_bytes(FILES[form])
        assert rp.read(path).document.source.format == form


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted", id="docx",
        ),
        pytest.param(
            packed({**parts([]), "Encryptions.xml": "<Encryptions/>"}), "encrypted", id="ofd"
        ),
    ],
)  # fmt: skip
def test_locked(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        rp.read(data)
    assert caught.value.reason == reason


@posix
def test_a_device_is_not_waited_for() -> None:
    with pytest.raises(UnreadableSource) as caught:
        rp.read("/dev/zero")
    assert caught.value.reason == "failed"
