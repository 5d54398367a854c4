"""The store: what counts, what is cleared away, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportparse.archive.listing import Item
from reportparse.archive.store import Commit, commit_of, in_force, outdated, shard_of, store_at
from reportparse.archive.tables import Batch, row_of_failure
from reportparse.errors import StoreError

ITEM = Item("a.txt", "/reports/a.txt", 3, 5)


def batch() -> Batch:
    return row_of_failure("a.txt", "00", 3, "empty", "没有任何文字")


def commit(run: int, shard: str) -> Commit:
    return commit_of([ITEM], batch(), shard=shard, run=run, edition=("rules", "programs"))


def test_a_shard_counts_once_it_is_committed(tmp_path: Path) -> None:
    store = store_at(tmp_path / "store")
    assert store.begin() == 1
    store.write("1-a", batch())
    assert store.commits() == ()
    store.commit(commit(1, "1-a"))
    assert store.commits() == (commit(1, "1-a"),)
    (file,) = store.files("failures", store.commits())
    assert Path(file).is_file()


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    store = store_at(tmp_path / "store")
    store.begin()
    store.write("1-a", batch())
    store.write("1-b", batch())
    store.commit(commit(1, "1-b"))
    assert store.begin() == 2
    assert store.shelf.names("shards") == ["1-b"]


def test_the_later_run_counts() -> None:
    first, second = commit(1, "1-a"), commit(2, "2-a")
    assert in_force([first, second])["a.txt"] == (second, second.entries[0])
    assert outdated([first, second]) == [("1-a", first.entries[0].doc)]
    assert outdated([second]) == []


def test_a_shard_is_named_by_its_sources_and_run() -> None:
    changed = Item("a.txt", "/reports/a.txt", 3, 6)
    assert len({shard_of([ITEM], 1), shard_of([ITEM], 2), shard_of([changed], 1)}) == 3


def test_other_folders_are_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("keep me")
    with pytest.raises(StoreError, match="holds no store"):
        store_at(tmp_path).begin()
    with pytest.raises(StoreError, match="no store here"):
        store_at(tmp_path / "nowhere").check()
    assert (tmp_path / "letter.txt").read_text() == "keep me"


def test_other_versions_are_refused(tmp_path: Path) -> None:
    (tmp_path / "store.json").write_text('{"store": "reportparse", "schema": 999}')
    with pytest.raises(StoreError, match="other tables"):
        store_at(tmp_path).check()


def test_a_stray_file_among_the_commits_is_named(tmp_path: Path) -> None:
    store = store_at(tmp_path / "store")
    store.begin()
    store.shelf.write("commits/notes.json", b"{}")
    with pytest.raises(StoreError, match=r"notes\.json is no commit"):
        store.begin()


def test_a_damaged_commit_is_named(tmp_path: Path) -> None:
    store = store_at(tmp_path / "store")
    store.begin()
    store.shelf.write("commits/1-a.json", b"{")
    with pytest.raises(StoreError, match=r"1-a\.json is damaged"):
        store.commits()
