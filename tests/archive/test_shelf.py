"""Where a store lies: files appear whole, one writer at a time."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from reportparse.archive.shelf import LocalShelf, Shelf, locked, shelf_at
from reportparse.errors import StoreError


@pytest.fixture(params=["local", "remote"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    if request.param == "local":
        return shelf_at(tmp_path / "store")
    pytest.importorskip("fsspec")
    return shelf_at(f"memory://{uuid.uuid4().hex}/store")


def test_files_are_written_listed_read_and_cleared(shelf: Shelf) -> None:
    assert shelf.names("a") == []
    shelf.write("a/2.bin", b"two")
    shelf.write("a/1.bin", b"one")
    shelf.write("a/1.bin", b"uno")
    assert shelf.names("a") == ["1.bin", "2.bin"]
    assert shelf.read("a/1.bin") == b"uno"
    shelf.clear("a")
    assert shelf.names("a") == []


def test_a_missing_file_is_a_fault_of_the_store(shelf: Shelf) -> None:
    with pytest.raises(StoreError, match=r"x\.bin"):
        shelf.read("x.bin")


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file, no folder")
    with pytest.raises(StoreError):
        LocalShelf(str(tmp_path / "store")).write("a/1.bin", b"one")


def test_files_being_written_are_not_listed(tmp_path: Path) -> None:
    shelf = LocalShelf(str(tmp_path))
    shelf.write("1.bin", b"one")
    (tmp_path / ".2.bin.123").write_bytes(b"tw")
    assert shelf.names("") == ["1.bin"]


def test_a_store_has_one_writer(tmp_path: Path) -> None:
    shelf = LocalShelf(str(tmp_path / "store"))
    with locked(shelf), pytest.raises(StoreError, match="another run"), locked(shelf):
        pass
    with locked(shelf):
        assert (tmp_path / "store").is_dir()
