"""An archive from folder to frame: complete, in order, the same whoever reads it."""

from __future__ import annotations

import subprocess
import sys
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest

from reportparse.archive import Archive, open_archive, read_archive
from reportparse.archive.run import Tally
from reportparse.archive.tables import COLUMNS
from reportparse.errors import StoreError, UnreadableSource


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for number in range(1, 7):
        text = f"全年共走访{number * 3}户，其中脱贫户{number}户、监测户{number * 2}户。"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_text("")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing more")
    return folder


@pytest.fixture(scope="module")
def archive(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return read_archive(reports, tmp_path_factory.mktemp("stores") / "store", workers=2)


def tables(archive: Archive) -> dict[str, pd.DataFrame]:
    return {table: archive.to_frame(table) for table in COLUMNS}


def same(one: Archive, other: Archive) -> bool:
    left, right = tables(one), tables(other)
    return all(left[table].equals(right[table]) for table in COLUMNS)


def test_every_source_is_a_report_or_a_failure(archive: Archive) -> None:
    assert archive.to_frame("reports")["report"].tolist() == [f"{at}.txt" for at in range(1, 7)]
    failed = archive.failures
    assert failed[["report", "reason"]].to_numpy().tolist() == [
        ["broken.pdf", "damaged"],
        ["empty.txt", "empty"],
    ]
    assert len(archive) == 6


def test_chinese_tables_say_codes_in_chinese(archive: Archive) -> None:
    claims = archive.to_frame("claims", lang="zh")
    assert set(claims["状态"]) == {"实绩"}
    assert set(archive.to_frame("claims")["status"]) == {"actual"}


def test_reports_are_read_anew_in_order(archive: Archive) -> None:
    assert [report.name for report in archive] == [f"{at}.txt" for at in range(1, 7)]


def test_claims_of_all_reports(archive: Archive) -> None:
    claims = archive.to_frame("claims")
    assert len(claims) == 18
    assert claims.loc[claims["report"] == "2.txt", "value"].tolist() == [6.0, 2.0, 4.0]
    assert archive.to_frame("claims", lang="zh").columns[1] == "报告"


def test_an_indicator_that_no_report_states_is_not_drawn(archive: Archive) -> None:
    pytest.importorskip("altair")
    with pytest.raises(ValueError, match="no such indicator in the panel: '粮食产量'"):
        archive.plot("粮食产量")


@pytest.mark.parametrize("workers", [1, 3])
def test_the_number_of_workers_changes_nothing(
    reports: Path, archive: Archive, tmp_path: Path, workers: int
) -> None:
    assert same(archive, read_archive(reports, tmp_path / "store", workers=workers))


def test_a_script_needs_no_guard(reports: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    lines = (
        "import reportparse",
        "print('begun')",
        f"print(len(reportparse.read_archive({str(reports)!r}, workers=2)))",
    )
    script.write_text("\n".join(lines), encoding="utf-8")
    ran = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["begun", "6"]


def test_any_executor_will_do(reports: Path, archive: Archive) -> None:
    with ThreadPoolExecutor(2) as executor:
        assert same(archive, read_archive(reports, executor=executor, workers=2))


def test_a_store_on_other_storage(reports: Path, archive: Archive) -> None:
    pytest.importorskip("fsspec")
    with ThreadPoolExecutor(2) as executor:
        far = read_archive(reports, f"memory://{uuid.uuid4().hex}/store", executor=executor)
        assert same(archive, far)
        again = read_archive(reports, far.store.root, executor=executor)
    assert same(far, again)


def test_a_second_run_reads_what_is_new(reports: Path, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for path in reports.glob("*.txt"):
        (folder / path.name).write_bytes(path.read_bytes())
    read_archive(folder, tmp_path / "store", workers=1)
    (folder / "2.txt").write_text("全年走访99户。", encoding="utf-8")
    (folder / "7.txt").write_text("全年走访7户。", encoding="utf-8")
    (folder / "3.txt").unlink()
    told: list[tuple[int, int]] = []

    def tell(tally: Tally) -> None:
        told.append((tally.known, tally.read))

    again = read_archive(folder, tmp_path / "store", workers=1, progress=tell)
    assert told[0] == (5, 0)
    assert told[-1] == (5, 2)
    claims = again.to_frame("claims")
    assert claims.loc[claims["report"] == "2.txt", "value"].tolist() == [99.0]
    # What is gone from the folder stays in the store.
    assert "3.txt" in claims["report"].tolist()
    assert len(again) == 7


def test_touched_files_are_compared_when_asked(reports: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    read_archive(reports, store, workers=1)
    (reports / "1.txt").touch()
    told: list[int] = []

    def tell(tally: Tally) -> None:
        told.append(tally.known)

    read_archive(reports, store, workers=1, rehash=True, progress=tell)
    assert told[-1] == 8


def test_an_archive_without_a_store_cleans_up(reports: Path) -> None:
    archive = read_archive(reports, workers=1)
    root = Path(archive.store.root)
    assert root.is_dir()
    del archive
    assert not root.exists()


def test_an_archive_is_opened_again(archive: Archive) -> None:
    assert same(archive, open_archive(archive.store.root))
    assert "reports 6" in archive.summary()
    assert "共 6 份报告" in archive._repr_html_()
    assert repr(archive) == "<Archive: 6 reports>"


def test_misuse_is_named(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such table: 'facts'; there are reports"):
        archive.to_frame("facts")
    with pytest.raises(StoreError, match="no store here"):
        open_archive(tmp_path / "nowhere")
    with pytest.raises(UnreadableSource, match="no such file"):
        read_archive(tmp_path / "nowhere", tmp_path / "store")
