"""What an archive is made of: names, order, bundles, what is left out."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from reportparse.archive.listing import Item, items_of
from reportparse.errors import UnreadableSource


def written(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("走访3户。", encoding="utf-8")


def bundle(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as container:
        for name in names:
            container.writestr(name, f"走访户数见{name}。")
    return data.getvalue()


def test_reports_below_a_folder_by_name(tmp_path: Path) -> None:
    written(tmp_path, "b/2.txt", "a.PDF", "b/1.docx", "readme.py", ".hidden.txt", "~$a.docx")
    assert [item.name for item in items_of([tmp_path])] == ["a.PDF", "b/1.docx", "b/2.txt"]


def test_a_named_file_counts_whatever_its_ending(tmp_path: Path) -> None:
    written(tmp_path, "report.dat")
    (item,) = items_of([tmp_path / "report.dat"])
    assert item.data().decode() == "走访3户。"
    assert (item.size, item.stamp > 0) == (len(item.data()), True)


def test_members_of_a_bundle_are_items(tmp_path: Path) -> None:
    (tmp_path / "年报.zip").write_bytes(bundle("b/乙.txt", "甲.txt", "图.psd"))
    found = items_of([tmp_path])
    assert [item.name for item in found] == ["年报.zip/b/乙.txt", "年报.zip/甲.txt"]
    assert [item.data().decode() for item in found] == [
        "走访户数见b/乙.txt。",
        "走访户数见甲.txt。",
    ]


def test_a_broken_bundle_is_one_item_that_fails(tmp_path: Path) -> None:
    path = tmp_path / "坏.zip"
    path.write_bytes(bundle("甲.txt")[:40])
    (item,) = items_of([path])
    assert item.member == ""


def test_links_that_go_round_end(tmp_path: Path) -> None:
    written(tmp_path, "a/1.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert [item.name for item in items_of([tmp_path])] == ["a/1.txt"]


def test_a_place_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="no such file"):
        items_of([tmp_path / "nowhere"])


def test_a_file_that_vanished_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource) as caught:
        Item("gone.txt", str(tmp_path / "gone.txt")).data()
    assert caught.value.reason == "missing"


def test_a_folder_that_nobody_may_look_into_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (tmp_path / "a.txt").write_text("走访3户。", encoding="utf-8")
    look = os.scandir

    def scandir(folder: Path) -> object:
        if Path(folder) == closed:
            raise PermissionError(13, "Permission denied")
        return look(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    found = {item.name: item for item in items_of([tmp_path])}
    assert sorted(found) == ["a.txt", "closed"]
    with pytest.raises(UnreadableSource) as caught:
        found["closed"].data()
    assert caught.value.reason == "denied"
    with pytest.raises(UnreadableSource, match="permission denied"):
        items_of([closed])
