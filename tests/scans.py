"""Pictures of pages for tests: a small PDF drawn by PDFium, then treated as a scanner would.

The Chinese font of `pdfs` is not embedded, so PDFium draws with one that is installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from random import Random

import pypdfium2
from PIL import Image

from pdfs import pdf

#: A short report whose figures agree, as paragraphs.
REPORT = (
    "云岭县二〇二三年法治工作报告",
    "一、工作情况",
    (
        "全年共调处各类纠纷198件，其中邻里纠纷76件、婚姻家庭纠纷54件、土地纠纷68件，"
        "调处成功188件，成功率94.9%，比上年提高2.1个百分点。"
    ),
    "（一）加强组织领导。召开专题会议12次，研究事项36项，落实经费32.5万元。",
    "云岭县人民政府",
)
FIGURES = (
    "198件", "76件", "54件", "68件", "188件", "94.9%", "2.1个百分点", "12次", "36项", "32.5万元",
)  # fmt: skip


def drawn(content: Sequence[str], dots: int = 100, *, until: float = 842.0) -> Image.Image:
    """Draw a page of what `pdfs` prints, down to some height in points."""
    file = pypdfium2.PdfDocument(pdf(content))
    page = file[0]
    picture = page.render(scale=dots / 72).to_pil().convert("L")
    page.close()
    file.close()
    return picture.crop((0, 0, picture.width, round(until * dots / 72)))


def bound(content: Sequence[str], picture: Image.Image) -> bytes:
    """Bind a page of text and one that is a picture of the upper half of a page."""
    target = BytesIO()
    half = Image.new("L", (picture.width, 2 * picture.height), "white")
    half.paste(picture)
    half.save(target, "PDF", resolution=100)
    file, scan = pypdfium2.PdfDocument(pdf(content)), pypdfium2.PdfDocument(target.getvalue())
    file.import_pages(scan)
    target = BytesIO()
    file.save(target)
    scan.close()
    file.close()
    return target.getvalue()


def leant(picture: Image.Image, degrees: float) -> Image.Image:
    """Lay a page on the glass not quite straight; clockwise."""
    return picture.rotate(-degrees, Image.Resampling.BICUBIC, fillcolor="white")


def grained(picture: Image.Image, spread: int = 24, seed: int = 1) -> Image.Image:
    """Sprinkle grain over a page of grey."""
    noise = Random(seed).randbytes(picture.width * picture.height)  # noqa: S311 - a picture
    grain = Image.frombytes("L", picture.size, noise).point(lambda x: x * spread // 255)
    return Image.merge("L", [Image.blend(picture, grain, 0.25)])


def saved(*frames: Image.Image, form: str = "PNG", dots: int = 100, **options: object) -> bytes:
    """Write a picture, or several into one TIFF."""
    target = BytesIO()
    more = {"save_all": True, "append_images": frames[1:]} if len(frames) > 1 else {}
    frames[0].save(target, form, dpi=(dots, dots), **more, **options)
    return target.getvalue()
