from __future__ import annotations

import hashlib
import io
import os
import zipfile
from pathlib import Path

import pytest

from reportparse.errors import UnreadableSource
from reportparse.reading import READERS, document_of, read_document

TEXT = "一、总体情况\n全年办件36件。"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "总结.pdf"
    file.write_text(TEXT, encoding="gb18030")
    return file


def test_a_path_a_name_bytes_and_a_stream(path: Path) -> None:
    data = path.read_bytes()
    documents = [
        read_document(path),
        read_document(str(path)),
        read_document(data, str(path)),
        read_document(bytearray(data), str(path)),
        read_document(io.BytesIO(data), str(path)),
    ]
    assert {document.text for document in documents} == {TEXT}
    assert {document.source.name for document in documents} == {str(path)}
    assert {document.source.sha256 for document in documents} == {hashlib.sha256(data).hexdigest()}


def test_the_format_is_told_by_content(path: Path) -> None:
    source = read_document(path).source
    assert (source.format, source.encoding, source.size) == ("text", "gb18030", 27)


@pytest.mark.parametrize(
    ("source", "name"),
    [(b"36", "bytes"), (io.BytesIO(b"36"), "stream")],
    ids=["bytes", "stream"],
)
def test_a_source_without_a_name(source: bytes | io.BytesIO, name: str) -> None:
    assert read_document(source).source.name == name


def test_an_open_file_has_its_name(path: Path) -> None:
    with path.open("rb") as stream:
        assert read_document(stream).source.name == str(path)


def zipped(name: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, "x")
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \r\n\t\n", "empty", id="blank"),
        pytest.param("\u3000\u3000\n".encode(), "empty", id="full-width-blanks"),
        pytest.param(bytes(range(256)) * 9, "binary", id="binary"),
        pytest.param(zipped("xl/workbook.xml"), "unsupported", id="spreadsheet"),
        pytest.param(b"\x1f\x8b\x08\x00", "unsupported", id="gzip"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
            id="encrypted",
        ),
    ],
)
def test_unreadable_bytes(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read_document(data, "a.bin")
    assert (caught.value.name, caught.value.reason) == ("a.bin", reason)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("none.txt", "missing", id="missing"),
        pytest.param("总结.pdf/none.txt", "missing", id="below-a-file"),
        pytest.param("a\0b", "missing", id="nul-in-the-name"),
        pytest.param("x" * 5000, "failed", id="name-too-long"),
        pytest.param(".", "folder", id="folder"),
    ],
)
def test_unreadable_paths(name: str, reason: str, path: Path) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read_document(path.parent / name)
    assert caught.value.reason == reason


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(UnreadableSource, match="not a regular file"):
        read_document(pipe)


def test_a_file_that_may_not_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableSource, match="permission denied"):
        read_document(path)


def test_a_file_over_the_limit(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportparse.reading.MAX_BYTES", 8)
    for source in (path, path.read_bytes(), io.BytesIO(path.read_bytes())):
        with pytest.raises(UnreadableSource, match="over the limit"):
            read_document(source)


def test_a_format_whose_reader_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(READERS, "text", "none")
    with pytest.raises(UnreadableSource, match="TEXT"):
        read_document(b"36")


@pytest.mark.parametrize("text", ["", "36", TEXT, "\ud800"], ids=["empty", "36", "report", "lone"])
def test_a_text_in_hand_is_never_refused(text: str) -> None:
    document = document_of(text)
    assert document.text == text
    assert document.source.name == "text"
