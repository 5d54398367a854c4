from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.reading.decoding import decode

SENTENCE = "全年共排查隐患62处，整改率98.4％；镇长龚䶮同志带队检查3次。"
#: What reports are made of.
LETTERS = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
REPORTS = st.lists(LETTERS | st.sampled_from("0123456789，。、（）％\n"), min_size=1).map("".join)


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("gb18030", "gb18030"),
    ],
)
@pytest.mark.parametrize(
    "text", [SENTENCE, "2023: 62, 98, 41\n" * 9 + "完成", "共3件"], ids=["zh", "ascii", "short"]
)
def test_round_trip(text: str, codec: str, encoding: str) -> None:
    found = decode(text.encode(codec))
    assert found is not None
    assert (found.text, found.remarks) == (text, ())
    if codec != "gb18030" or not text.isascii():
        assert found.encoding == encoding


@pytest.mark.parametrize("codec", ["gbk", "gb2312"])
def test_subsets_are_read_as_gb18030(codec: str) -> None:
    found = decode("调解纠纷17件".encode(codec))
    assert found is not None
    assert (found.text, found.encoding) == ("调解纠纷17件", "gb18030")


@given(REPORTS)
def test_any_utf_8_is_read_as_it_is(text: str) -> None:
    found = decode(text.encode())
    assert found is not None
    assert (found.text, found.encoding) == (text, "utf-8")


@given(REPORTS)
def test_any_marked_utf_16_is_read_as_it_is(text: str) -> None:
    found = decode(text.encode("utf-16"))
    assert found is not None
    assert found.text == text


@given(st.lists(st.sampled_from(SENTENCE), min_size=4, max_size=40).map("".join))
def test_slices_of_reports_in_gb18030(text: str) -> None:
    # Fewer than four characters may by chance be valid UTF-8 as well.
    found = decode(f"共{text}件".encode("gb18030"))
    assert found is not None
    assert found.text == f"共{text}件"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(256)) * 8, id="all-bytes"),
        pytest.param(random.Random(1).randbytes(2000), id="random"),  # noqa: S311
        pytest.param(b"\x00" * 64, id="zeros"),
        pytest.param(b"\x7fELF\x02\x01\x01" + bytes(40) + b"\x01\x02\x03" * 9, id="program"),
    ],
)
def test_binary_is_no_text(data: bytes) -> None:
    assert decode(data) is None


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_damaged_byte_is_remarked(codec: str) -> None:
    data = bytearray((SENTENCE * 5).encode(codec))
    data[len("全年".encode(codec))] = 0xFF
    found = decode(bytes(data))
    assert found is not None
    assert found.encoding == codec
    assert [remark.code for remark in found.remarks] == ["lost_characters"]


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_text_cut_off_inside_a_character(codec: str) -> None:
    found = decode((SENTENCE * 5 + "完成").encode(codec)[:-1])
    assert found is not None
    assert found.text.startswith(SENTENCE)


@pytest.mark.parametrize(
    "text", ["Отчёт о работе администрации района за год", "ààéèùûôîç" * 5], ids=["ru", "fr"]
)
def test_a_text_that_is_not_chinese_is_remarked(text: str) -> None:
    found = decode(text.encode())
    assert found is not None
    assert [remark.code for remark in found.remarks] == ["odd_characters"]
