from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

import reportparse as rp
from pdfs import typeset
from reportparse.reading import ocr, picture
from scans import FIGURES, REPORT, drawn, saved

PAGE = drawn(typeset(REPORT)[0], until=360)
SMALL = drawn(typeset(REPORT[:2])[0], until=170)
COLOURS = SMALL.convert("RGB")


def clear() -> Image.Image:
    """Black writing on nothing."""
    page = Image.new("RGBA", SMALL.size, (0, 0, 0, 0))
    page.putalpha(SMALL.point(lambda x: 255 - x))
    return page


def deep() -> Image.Image:
    """Grey of 16 bits."""
    return SMALL.convert("I").point(lambda x: x * 257).convert("I;16")


def turned() -> bytes:
    """Lay a camera on its side: the picture says which way is up."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(COLOURS.rotate(90, expand=True), form="JPEG", exif=exif)


def paragraphs(report: rp.Report) -> list[str]:
    """Return paragraphs with brackets of one width: recognition mixes them."""
    texts = (one.text(report.document) for one in report.document.paragraphs)
    return [text.replace("(", "（").replace(")", "）") for text in texts]


@pytest.mark.parametrize(
    ("form", "options"),
    [
        ("PNG", {}),
        ("JPEG", {"quality": 40}),
        ("TIFF", {"compression": "tiff_lzw"}),
        ("WEBP", {}),
        ("BMP", {}),
        ("GIF", {}),
    ],
    ids=["png", "jpeg", "tiff", "webp", "bmp", "gif"],
)
def test_forms(form: str, options: dict[str, object]) -> None:
    report = rp.read(saved(PAGE, form=form, **options), "a.png")
    assert tuple(quantity.text for quantity in report.quantities) == FIGURES
    assert paragraphs(report) == list(REPORT)
    source = report.document.source
    assert (source.format, source.quality, source.pages) == ("image", "ocr", 1)
    (remark,) = report.document.remarks
    assert remark.code == "recognised"
    assert "mean confidence 0.9" in remark.message or "mean confidence 1.0" in remark.message
    assert report.findings == ()


def test_pages_of_a_tiff() -> None:
    report = rp.read(saved(SMALL, SMALL.convert("1"), form="TIFF"), "a.tif")
    assert paragraphs(report) == list(REPORT[:2]) * 2
    assert [line.place.page for line in report.document.lines] == [1, 1, 2, 2]
    assert report.document.source.pages == 2


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(saved(SMALL.convert("1")), id="black-white"),
        pytest.param(saved(COLOURS.quantize(8)), id="palette"),
        pytest.param(saved(clear()), id="clear"),
        pytest.param(saved(deep()), id="deep"),
        pytest.param(saved(COLOURS.convert("CMYK"), form="JPEG"), id="printers-colours"),
        pytest.param(turned(), id="camera-on-its-side"),
        pytest.param(saved(SMALL.resize((3300, 3300 * SMALL.height // SMALL.width))), id="large"),
    ],
)
def test_kinds_of_picture(data: bytes) -> None:
    assert paragraphs(rp.read(data)) == list(REPORT[:2])


# What cannot be read


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is large."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b""))
    chunks = b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + chunks


WHOLE = {form: saved(SMALL, form=form) for form in ("PNG", "JPEG", "TIFF")}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(bomb(20_000, 20_000), "too_large", id="bomb"),
        pytest.param(bomb(10_000, 9_000), "too_large", id="too-large"),
        pytest.param(bomb(0, 10), "damaged", id="no-size"),
        pytest.param(bomb(500, 500), "damaged", id="no-pixels"),
        pytest.param(saved(Image.new("L", (300, 200), "white")), "empty", id="blank"),
        pytest.param(saved(Image.new("L", (1, 1), "white")), "empty", id="one-pixel"),
        pytest.param(saved(Image.new("L", (5000, 1), "white")), "empty", id="thread"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "damaged", id="signature"),
        *(
            pytest.param(WHOLE[form][: len(WHOLE[form]) // 2], "damaged", id=f"cut-{form}")
            for form in WHOLE
        ),
        *(pytest.param(WHOLE[form][:30], "damaged", id=f"head-{form}") for form in WHOLE),
    ],
)
def test_what_cannot_be_read(data: bytes, reason: str) -> None:
    with pytest.raises(rp.UnreadableSource) as caught:
        rp.read(data, "扫描件.png")
    assert (caught.value.name, caught.value.reason) == ("扫描件.png", reason)


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "MAX_PAGES", 1)
    with pytest.raises(rp.UnreadableSource, match="over the limit: 1 pages"):
        rp.read(saved(SMALL, SMALL, form="TIFF"))


def test_extra_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "is_installed", lambda: False)
    with pytest.raises(rp.UnreadableSource, match=r"needs reportparse-zh\[ocr\] to be installed"):
        rp.read(WHOLE["PNG"])
    assert ocr.is_installed()


@pytest.mark.parametrize(
    ("dots", "length"),
    [(100, 842.4), (72, 842.0), (10_000, 842.0), (0, 842.0)],
    ids=["paper", "screen", "dust", "unsaid"],
)
def test_length(dots: int, length: float) -> None:
    data = BytesIO(saved(Image.new("L", (827, 1170)), dots=dots))
    with Image.open(data) as image:
        assert picture._length(image) == pytest.approx(length, abs=0.5)
