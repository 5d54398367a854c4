from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

import reportparse as rp
from reportparse.errors import UnreadableSource
from reportparse.reading import bundle
from reportparse.reading.bundle import Member, members, name_of
from words import container, docx, p

TEXT = "一、工作情况\n全年走访320户。"


def packed(*files: tuple[str, bytes | str]) -> bytes:
    """Pack files whose names are in UTF-8."""
    return container(dict(files))


def named(name: bytes, data: bytes = b"36") -> bytes:
    """Pack a file whose name is just some bytes, as old packers write them."""
    stand_in = "\u00e9" * (len(name) // 2) + "x" * (len(name) % 2)
    plain = packed((stand_in, data)).replace(stand_in.encode(), name)
    # Take the sign off that says that names are in UTF-8.
    for at, sign in ((6, b"PK\x03\x04"), (8, b"PK\x01\x02")):
        place = plain.index(sign) + at
        plain = plain[:place] + b"\0\0" + plain[place + 2 :]
    return plain


def flagged(data: bytes, flags: int) -> bytes:
    """Set the flags of the first member in the directory and beside its data."""
    for at, sign in ((6, b"PK\x03\x04"), (8, b"PK\x01\x02")):
        place = data.index(sign) + at
        data = data[:place] + struct.pack("<H", flags) + data[place + 2 :]
    return data


def reasons(found: list[Member]) -> list[str]:
    return [member.error.reason if member.error else "" for member in found]


def test_files_in_order(tmp_path: Path) -> None:
    word = docx(p("全年走访320户。"))
    data = packed(("b/总结.docx", word), ("a.txt", TEXT))
    path = tmp_path / "年报.zip"
    path.write_bytes(data)
    expected = [Member("b/总结.docx", word), Member("a.txt", TEXT.encode())]
    for source in (data, path, str(path), io.BytesIO(data)):
        assert list(members(source)) == expected


def test_what_systems_leave_behind_is_passed_over() -> None:
    names = ("镇/", "__MACOSX/镇/._a.txt", "镇/.DS_Store", "镇/._b.txt", "Thumbs.db", "镇/a.txt")
    found = members(packed(*((name, "36") for name in names)))
    assert [member.name for member in found] == ["镇/a.txt"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("总结.txt".encode("gb18030"), "总结.txt", id="gbk"),
        pytest.param("䶮镇/总结.txt".encode("gb18030"), "䶮镇/总结.txt", id="gb18030"),
        pytest.param("总结.txt".encode(), "总结.txt", id="utf-8-without-its-flag"),
        pytest.param(b"plain.txt", "plain.txt", id="ascii"),
        pytest.param(b"\xff\xff.txt", "\ufffd\ufffd.txt", id="neither"),
        pytest.param(b"../../etc/a.txt", "etc/a.txt", id="upward"),
        pytest.param(b"/etc/a.txt", "etc/a.txt", id="absolute"),
        pytest.param(b"..\\..\\a.txt", "a.txt", id="backslashes"),
        pytest.param(b"a\x1b[2J.txt", "a\ufffd[2J.txt", id="control"),
        pytest.param("a\u202etxt.exe".encode(), "a\ufffdtxt.exe", id="reversed"),
    ],
)
def test_names(name: bytes, shown: str) -> None:
    [member] = members(named(name))
    assert (member.name, member.data) == (shown, b"36")


def test_a_name_beyond_the_old_encoding_is_taken_as_it_is() -> None:
    info = zipfile.ZipInfo("总结.txt")
    assert name_of(info) == "总结.txt"


def test_a_locked_member_does_not_hide_the_others() -> None:
    found = list(members(flagged(packed(("a.txt", "1"), ("b.txt", "2")), 1)))
    assert reasons(found) == ["encrypted", ""]
    assert found[0].error is not None
    assert found[0].error.name == "a.txt"
    assert found[1].data == b"2"


def test_a_damaged_member_does_not_hide_the_others() -> None:
    data = packed(("a.txt", TEXT * 9), ("b.txt", "2"))
    at = data.index(b"a.txt") + 10
    found = list(members(data[:at] + b"\xff\xff\xff" + data[at + 3 :]))
    assert reasons(found) == ["damaged", ""]


def test_a_member_without_a_name_does_not_hide_the_others() -> None:
    data = packed(("a", TEXT), ("b.txt", TEXT))
    nameless = data.replace(b"a", b"\0")
    assert [one.error for one in members(nameless)][-1] is None


def test_a_bundle_in_a_bundle_is_refused_and_a_word_file_is_none() -> None:
    inner = packed(("a.txt", "1"))
    found = list(members(packed(("in.zip", inner), ("a.docx", docx(p("走访320户。"))))))
    assert reasons(found) == ["unsupported", ""]


@pytest.mark.parametrize(
    ("limit", "value", "expected"),
    [
        ("MAX_MEMBER", 10, ["too_large", "too_large", ""]),
        ("MAX_TOTAL", 1100, ["", "too_large", ""]),
        ("SMALL", 10, ["too_large", "too_large", ""]),
    ],
)
def test_limits(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int, expected: list[str]
) -> None:
    monkeypatch.setattr(bundle, limit, value)
    monkeypatch.setattr(bundle, "MAX_RATIO", 20)
    found = members(packed(("a.txt", "0" * 1000), ("b.txt", "0" * 1000), ("c.txt", "3")))
    assert reasons(list(found)) == expected


def test_members_that_share_their_bytes_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "LEAST", 2500)
    monkeypatch.setattr(bundle, "MAX_RATIO", 1)
    found = members(packed(*((f"{at}.txt", "0" * 1000) for at in range(5))))
    assert reasons(list(found)) == ["", "", *["too_large"] * 3]


def test_too_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "MAX_MEMBERS", 2)
    with pytest.raises(UnreadableSource) as caught:
        list(members(packed(*((f"{at}.txt", "1") for at in range(3)))))
    assert caught.value.reason == "too_large"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 and nothing", "damaged"),
        (packed(("a.txt", TEXT))[:-30], "damaged"),
        (docx(p("甲")), "unsupported"),
        (TEXT.encode(), "unsupported"),
        (b"", "unsupported"),
    ],
    ids=["no-zip", "cut", "word", "text", "empty"],
)
def test_no_bundle(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        list(members(data, "a.zip"))
    assert (caught.value.name, caught.value.reason) == ("a.zip", reason)


def test_an_empty_bundle_holds_nothing() -> None:
    assert list(members(packed())) == []


def test_a_bundle_is_no_report() -> None:
    with pytest.raises(UnreadableSource) as caught:
        rp.read(packed(("a.txt", TEXT)), "年报.zip")
    assert caught.value.reason == "bundle"
    assert "read_archive" in caught.value.message("zh")
