"""What workers share."""

from __future__ import annotations

from reportparse.archive import pool, warm


def test_the_module_that_is_preloaded_is_this_one() -> None:
    assert [warm.__name__] == pool.PRELOAD
    assert warm.READ is not None
