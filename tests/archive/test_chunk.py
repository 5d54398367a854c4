"""Sources as a table, rows as a table."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from reportparse.archive import read_archive
from reportparse.archive.chunk import ddl, read_chunk
from reportparse.archive.tables import COLUMNS

TEXT = "云岭镇2023年工作总结\n全年共走访36户，同比增长20%。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("")
    return tmp_path


@pytest.mark.parametrize("held", [False, True], ids=["paths", "contents"])
@pytest.mark.parametrize("table", COLUMNS)
def test_a_chunk_gives_the_rows_of_an_archive(folder: Path, table: str, held: bool) -> None:
    paths = sorted(folder.glob("*.txt"))
    sources = pd.DataFrame({"path": map(str, paths), "name": [path.name for path in paths]})
    if held:
        sources["content"] = [path.read_bytes() for path in paths]
        sources["path"] = "nowhere"
    chunk = read_chunk(sources, table)
    archive = read_archive(folder, folder / "store", workers=1).to_frame(table)
    assert list(chunk.columns) == list(archive.columns)
    for column in chunk.columns:
        ours, theirs = (frame[column].astype(object) for frame in (chunk, archive))
        if column in ("signed", "period_start", "period_end"):
            theirs = theirs.map(lambda day: None if pd.isna(day) else day.date())
        assert [None if pd.isna(one) else one for one in ours] == [
            None if pd.isna(one) else one for one in theirs
        ], column


def test_a_source_without_a_name_is_called_by_its_path(folder: Path) -> None:
    path = str(folder / "a.txt")
    assert set(read_chunk(pd.DataFrame({"path": [path]}))["report"]) == {path}


def test_a_table_that_there_is_not(folder: Path) -> None:
    with pytest.raises(ValueError, match="no such table: 'facts'"):
        read_chunk(pd.DataFrame({"path": [str(folder)]}), "facts")


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_has_a_type_for_spark(table: str) -> None:
    names = [column.split(" ")[0] for column in ddl(table).split(", ")]
    assert tuple(names) == COLUMNS[table]
