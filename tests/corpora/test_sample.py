from __future__ import annotations

from evaluation import gold
from evaluation.sample import draw

PATHS = [sample.path for sample in gold.corpora()]


def test_the_draw_is_fixed_by_its_seed():
    assert draw(PATHS, 20, 7) == draw(PATHS, 20, 7)
    assert draw(PATHS, 20, 7) != draw(PATHS, 20, 8)


def test_both_lists_are_full_and_shown_in_context():
    taken, passed = draw(PATHS, 20, 7)
    assert (len(taken), len(passed)) == (20, 20)
    assert all("«" in row.shown and row.note for row in taken)
    assert len({row.report for row in passed}) > 3


def test_a_file_that_cannot_be_read_is_left_out(tmp_path):
    broken = tmp_path / "empty.txt"
    broken.write_bytes(b"")
    assert draw([broken], 20, 7) == ([], [])
