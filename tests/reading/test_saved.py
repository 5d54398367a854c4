"""Saved web pages read as the page that was saved."""

from __future__ import annotations

import base64
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.mime.text import MIMEText

import pytest

import reportparse as rp
from reportparse.errors import UnreadableSource
from reportparse.reading.formats import format_of

TITLE = "云泊镇2024年法治政府建设年度报告"
BODY = "全年开展普法宣传26场次，发放资料4300份，调解纠纷57件。"
PAGE = (
    f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>"
    f"<p>一、主要做法</p><p>{BODY}</p></body></html>"
)
FIGURES = ["26场次", "4300份", "57件"]


def saved(*parts: MIMENonMultipart | MIMEMultipart) -> bytes:
    """Return a message as browsers write it."""
    message = MIMEMultipart("related", type="text/html")
    message["Subject"] = TITLE
    for part in parts:
        message.attach(part)
    return b"From: <Saved by Blink>\r\n" + message.as_bytes()


def html(page: str, charset: str, transfer: str = "") -> MIMENonMultipart:
    """Return a part with a page."""
    if not transfer:
        return MIMEText(page, "html", charset)
    part = MIMENonMultipart("text", "html", charset=charset)
    part["Content-Transfer-Encoding"] = transfer
    part.set_payload(page.encode(charset).decode("ascii", "surrogateescape"))
    return part


def picture() -> MIMENonMultipart:
    part = MIMENonMultipart("image", "png")
    part.set_payload("iVBORw0KGgo=")
    return part


def quoted() -> bytes:
    """Return a page in quoted-printable, lines cut inside characters."""
    lines = "".join(f"={byte:02X}" for byte in PAGE.encode())
    cut = "=\r\n".join(lines[at : at + 72] for at in range(0, len(lines), 72))
    head = "MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: "
    return f"{head}quoted-printable\r\n\r\n{cut}".encode()


def long_subject() -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Windows Internet Explorer 11>"
    message["Subject"] = TITLE * 20
    message.set_content(PAGE, subtype="html")
    return message.as_bytes()


SAVED = [
    pytest.param(saved(html(PAGE, "utf-8")), id="base64"),
    pytest.param(saved(html(PAGE, "gb18030", "8bit")), id="gb18030"),
    pytest.param(saved(picture(), html(PAGE, "utf-8")), id="page-behind-a-picture"),
    pytest.param(saved(html(PAGE, "utf-8"), html("<p>第8件</p>", "utf-8")), id="frame-behind-it"),
    pytest.param(quoted(), id="quoted-printable"),
    pytest.param(long_subject(), id="long-subject"),
]


@pytest.mark.parametrize("data", SAVED)
def test_page_is_read(data: bytes) -> None:
    report = rp.read(data)
    assert report.document.source.format == "mhtml"
    assert report.title == TITLE
    assert [claim.quantity.text for claim in report.claims] == FIGURES


def test_utf_16_by_its_old_name() -> None:
    part = MIMENonMultipart("text", "html", charset="unicode")
    part["Content-Transfer-Encoding"] = "base64"
    part.set_payload(base64.encodebytes(PAGE.encode("utf-16-le")).decode())
    assert [claim.quantity.text for claim in rp.read(saved(part)).claims] == FIGURES


def test_parts_in_parts() -> None:
    inner = MIMEMultipart("alternative")
    inner.attach(html(PAGE, "utf-8"))
    assert len(rp.read(saved(inner)).claims) == len(FIGURES)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(saved(picture()), "damaged", id="no-page"),
        pytest.param(saved(), "damaged", id="no-part"),
        pytest.param(saved(html("", "utf-8")), "damaged", id="empty-page"),
        pytest.param(saved(*[picture()] * 5001), "too_large", id="many-parts"),
    ],
)
def test_what_holds_no_page_says_so(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource) as error:
        rp.read(data, name="页.mht")
    assert (error.value.name, error.value.reason) == ("页.mht", reason)


@pytest.mark.parametrize(
    "head",
    [
        'text/html; charset="a\0b"',
        'text/html; charset="no-such-thing"',
        "text/html; charset*=utf-8''%00",
    ],
    ids=["no-name", "unknown", "encoded"],
)
def test_an_encoding_that_no_one_knows(head: str) -> None:
    data = f"MIME-Version: 1.0\nContent-Type: {head}\nContent-Transfer-Encoding: 8bit\n\n{PAGE}"
    try:
        assert len(rp.read(data.encode()).claims) == len(FIGURES)
    except UnreadableSource as error:
        assert error.reason == "damaged"  # noqa: PT017 - either is right


def test_depth_is_bounded() -> None:
    part: MIMENonMultipart | MIMEMultipart = html(PAGE, "utf-8")
    for _ in range(12):
        outer = MIMEMultipart("mixed")
        outer.attach(part)
        part = outer
    with pytest.raises(UnreadableSource, match="no web page"):
        rp.read(saved(part))


@pytest.mark.parametrize("text", ["MIME：1.0", "来源: 云泊镇\n一、总体情况", "Note: 全年12件"])
def test_text_is_no_message(text: str) -> None:
    assert format_of(text.encode()) == "text"
